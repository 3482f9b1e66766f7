// Haderby is made up: its places, its house rules and its telephone numbers (12 34 50 xx belong to nobody).

export const municipality = {
  slug: 'haderby',
  name: 'Haderby',
  childConcern:
    'Ring til Familieafdelingen på 12 34 50 90, hverdage kl. 8–15. Uden for den tid svarer den sociale døgnvagt på 12 34 50 91.\n\nDu behøver ikke være sikker. Fortæl, hvad du har set og hørt, så hjælper de dig videre.',
  contact: 'Skriv til brobygger@haderby.example, eller ring til os på 12 34 50 00 hverdage kl. 9–15.',
}

export const controllers = {
  kommune: { name: 'Haderby Kommune', kind: 'public' },
  gryden: { name: 'Foreningen Gryden', kind: 'private' },
} as const

export const parties = {
  jobcenter: { name: 'Jobcenter', from: 'jobcentret', controller: 'kommune', kind: 'unit' },
  social: { name: 'Socialforvaltning', from: 'socialforvaltningen', controller: 'kommune', kind: 'unit' },
  ydelse: { name: 'Ydelseskontor', from: 'ydelseskontoret', controller: 'kommune', kind: 'unit' },
  rusmiddel: { name: 'Rusmiddelcenter', from: 'rusmiddelcentret', controller: 'kommune', kind: 'unit' },
  skp: { name: 'SKP-team', from: 'kommunen', controller: 'kommune', kind: 'unit' },
  sundhed: { name: 'Sundhed', from: 'kommunen', controller: 'kommune', kind: 'unit' },
  fyrskuret: { name: 'Fyrskuret', from: 'på Fyrskuret', controller: 'kommune', kind: 'centre' },
  blaaPort: { name: 'Blå Port', from: 'i Blå Port', controller: 'kommune', kind: 'centre' },
  gryden: { name: 'Gryden', from: 'af Gryden', controller: 'gryden', kind: 'centre' },
} as const

export type PartyKey = keyof typeof parties
export type CentreKey = 'fyrskuret' | 'blaaPort' | 'gryden'

/** `hours`: weekdays from Monday 1, then when the door is open. The first room is fit for a talk that nobody hears. */
export const centres: Record<CentreKey, Centre> = {
  fyrskuret: {
    slug: 'fyrskuret',
    name: 'Fyrskuret',
    address: 'Havnegade 12',
    phone: '12345020',
    hours: [['12345', '09:00', '16:00']],
    rooms: [
      ['Det lille kontor', true],
      ['Caféen', false],
      ['Værkstedet', false],
    ],
    profile:
      'Vi bor i det gamle fyrskur nede på kajen. Her er kaffe fra klokken ni, morgenmad om onsdagen og varm mad hver dag klokken tolv. Den koster 20 kroner, og kniber det, finder vi ud af det.\n\nNogle kommer for at få varmen, andre for at reparere en cykel i værkstedet eller spille et slag billard. Du bestemmer selv, om du vil snakke.',
    rules:
      'Vi siger goddag til hinanden.\nInden for døren drikker og ryger vi ikke, og vi handler ikke.\nHunde er velkomne i snor.\nEr du påvirket, kan du godt være her, så længe der er plads til de andre.\nDet, du hører her, bliver her.',
  },
  blaaPort: {
    slug: 'blaa-port',
    name: 'Blå Port',
    preposition: 'i',
    address: 'Møllevej 4',
    phone: '12345021',
    hours: [
      ['12345', '09:00', '20:00'],
      ['67', '10:00', '16:00'],
    ],
    rooms: [
      ['Det stille rum', true],
      ['Køkkenet', false],
    ],
    profile:
      'Gå ind gennem den blå port og tværs over gården. Vi har åbent hver dag, også i weekenden, og om aftenen laver vi mad sammen. Der er bad, vaskemaskine og et skab til dit tøj.\n\nOm torsdagen kommer der en, der klipper hår. Søndag er der bankospil, og alle vinder noget.',
    rules:
      'Kom, som du er.\nDen, der spiser med, hjælper med opvasken.\nVi råber ikke ad hinanden. Bliver det for meget, går vi en tur i gården.\nAlkohol og stoffer bliver uden for porten.\nEt nej er et nej.',
  },
  gryden: {
    slug: 'gryden',
    name: 'Gryden',
    address: 'Skolegade 9',
    phone: '12345022',
    hours: [['12345', '09:00', '15:00']],
    rooms: [
      ['Kontoret bag køkkenet', true],
      ['Spisestuen', false],
    ],
    profile:
      'Vi er en forening, og vi har passet gryderne siden 1998. Her spiser vi varm mad klokken halv et, og der er altid til en mere. Du kan være med til at handle ind, snitte og vaske op, og så er maden gratis.\n\nVi hører ikke til kommunen, men folk fra kommunen kommer her, fordi I bad om det.',
    rules:
      'Alle spiser med. Ingen skal sige, hvad de hedder.\nVi hjælper hinanden, før vi ringer efter nogen.\nKnive bliver i køkkenet.\nHar du drukket, får du kaffe og mad, og vi ses igen i morgen.',
  },
}

export interface Centre {
  slug: string
  name: string
  /** på, unless it is said otherwise. */
  preposition?: 'i'
  address: string
  phone: string
  hours: readonly (readonly [weekdays: string, from: string, until: string])[]
  rooms: readonly (readonly [name: string, confidential: boolean])[]
  profile: string
  rules: string
}
