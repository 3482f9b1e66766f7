/** The paper is in the citizen's own words: jeg. */
export const paperTexts = {
  title: 'Mit ja',
  place: (name: string) => `Brobygger ${name}`,
  lead: 'Jeg siger ja til, at de her mennesker må se noget om mig.',
  nobody: 'Jeg har ikke sagt ja til, at nogen må se noget om mig.',
  until: (day: string) => `Det gælder til ${day}.`,
  exception: ({ who, about, until }: { who: string; about: string | undefined; until: string }) =>
    `For ${who}${about === undefined ? '' : ` (${about})`}: til ${until}.`,
  takeBack: 'Jeg kan altid tage mit ja tilbage.',
  at: (centre: string) => `på ${centre}`,
  to: (unit: string) => `til ${unit}`,
  takeBackHow: (where: string, phone: string | null) =>
    `Jeg siger det bare ${where}${phone === null ? '' : `, eller ringer på ${phone}`}. Det virker med det samme.`,
  sayNo: 'Jeg må gerne sige nej.',
  sameHelp: 'Så får jeg den samme hjælp.',
  readSelf: 'Jeg har selv læst det',
  readAloud: 'Det er læst højt for mig',
  name: 'Mit navn, eller det jeg bliver kaldt',
  day: 'Dato',
  signature: 'Min underskrift',
  witness: (name: string) => `Til stede: ${name}`,
  copies: (party: string) =>
    `Du får et eksemplar. ${party} gemmer det andet. Vil du vide, hvem der har kigget, så spørg.`,
} as const
