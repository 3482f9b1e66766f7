export const placesTexts = {
  title: 'Steder',
  lead: 'To lige parter: værestederne og kommunen.',
  leadManager: 'Dit værested',
  centres: 'Væresteder',
  noCentres: 'Her er ingen væresteder endnu',
  noCentresText: 'Opret det første. Så kan folk få træffetider dér.',
  newCentre: 'Opret et værested',
  municipal: 'Kommunens eget',
  private: (controller: string) => `Privat: ${controller}`,
  closed: (day: string) => `Lukket fra ${day}`,
  noConfidential: 'Mangler et lokale til fortrolige samtaler',
  units: 'Kommunens enheder',
  unitsHint: 'Folk i samme enhed ser hinandens samtaler. Andre gør ikke.',
  newParty: 'Opret en enhed',
  controllers: 'Dataansvarlige',
  controllersHint:
    'Den, der efter loven svarer for oplysningerne: kommunen for alle sine egne, en forening for sit eget værested.',
  newController: 'Opret en privat dataansvarlig',
  public: 'Kommunen',
  privateOne: 'Privat',
}

/** Whether one is "på" or "i" a centre; the usual one first. */
export const prepositions = ['på', 'i'] as const
export type Preposition = (typeof prepositions)[number]

export const centreTexts = {
  newTitle: 'Opret et værested',
  name: 'Navn',
  nameHint: 'Det navn, borgerne bruger.',
  preposition: 'Hvad siger I?',
  prepositions: {
    på: (name = 'Havnen') => `Vi ses på ${name}`,
    i: (name = 'Huset') => `Vi ses i ${name}`,
  },
  nameMissing: 'Skriv stedets navn.',
  nameTaken: 'Der er allerede et sted eller en enhed med det navn. Skriv et andet.',
  nameNoLetters: 'Skriv et navn med mindst to bogstaver eller tal.',
  controller: 'Hvem er dataansvarlig?',
  controllerMissing: 'Vælg, hvem der er dataansvarlig.',
  newController: 'En privat forening eller fond, som ikke står her',
  controllerName: 'Foreningens navn',
  controllerNameAside: 'når den ikke står ovenfor',
  controllerNameMissing: 'Skriv foreningens navn.',
  controllerTaken: 'Den står der allerede. Vælg den ovenfor.',
  address: 'Adresse',
  phone: 'Telefon',
  profile: 'Stedet med egne ord',
  profileHint: 'Det står på stedets side.',
  houseRules: 'Husregler',
  closedOn: 'Lukker for altid den',
  closedOnHint: 'Fra den dag står stedet ikke på tavlen. Lad feltet være tomt, når stedet er åbent.',
  create: 'Opret værestedet',
  save: 'Gem',
  cancel: 'Fortryd',
  basics: 'Om stedet',
  hours: 'Åbningstider',
  hoursHint:
    'Skriv for eksempel 9\u2060–\u206015, eller 9\u2060–\u206012 og 13\u2060–\u206016. Lad feltet stå tomt, når der er lukket.',
  hoursSave: 'Gem åbningstiderne',
  hoursUnreadable: 'Skriv tiden som fra–til, for eksempel 9–15 eller 9–12 og 13–16.',
  hoursBackwards: 'Stedet lukker, før det åbner. Skriv en senere lukketid.',
  hoursOverlap: 'To af tiderne ligger oven i hinanden. Skriv dem, så de følger efter hinanden.',
  hoursTooMany: 'Skriv højst fire åbningstider på en dag.',
  days: 'Dage, der er anderledes',
  publicPage: 'Se stedets side',
  rooms: 'Lokaler',
  confidential: 'Egnet til fortrolige samtaler',
  confidentialHint: 'Døren kan lukkes, og ingen kan høre med.',
  notConfidential: 'Ikke til fortrolige samtaler',
  nudge: 'Her mangler et lokale, der er egnet til fortrolige samtaler.',
  nudgeText: 'Det er en del af samarbejdet. Har I et, hvor døren kan lukkes, så skriv det ind. Et lille kontor er nok.',
  roomName: 'Lokalets navn',
  roomNameHint: 'Det navn, I bruger, for eksempel Det lille kontor.',
  roomNameMissing: 'Skriv lokalets navn.',
  roomTaken: 'Der er allerede et lokale med det navn. Skriv et andet.',
  roomInUse: 'Lokalet er valgt til en træffetid. Vælg et andet lokale dér først.',
  roomTitle: 'Ret lokalet',
  newRoom: 'Tilføj et lokale',
  addRoom: 'Gem lokalet',
  removeRoom: 'Slet lokalet',
  changeController: 'Skift dataansvarlig',
  people: 'Hvem arbejder her?',
  asked: (offers: number) =>
    offers === 1 ? 'Kommunen spørger, om du vil lukke en ind.' : `Kommunen spørger, om du vil lukke ${offers} ind.`,
  askedLink: 'Svar ja eller nej',
  done: {
    created: 'Værestedet er oprettet. Skriv åbningstider og lokaler ind her.',
    saved: 'Det er gemt.',
    hours: 'Åbningstiderne er gemt.',
    roomAdded: 'Lokalet er tilføjet.',
    roomSaved: 'Lokalet er rettet.',
    roomRemoved: 'Lokalet er slettet.',
    controller: 'Stedet har fået en ny dataansvarlig.',
  },
}

export const controllerTexts = {
  title: (centre: string) => `Skift dataansvarlig for ${centre}`,
  now: (controller: string) => `I dag er det ${controller}.`,
  means: 'Det betyder det',
  meansList: [
    'Den nye svarer efter loven for alt, hvad stedet skriver ned om borgere fra nu af.',
    'Borgerne spørger den nye, når de vil se eller slette noget.',
    'Det går kun, så længe stedet ikke har skrevet om nogen borger. Det, borgere har fortalt den ene, får den anden aldrig.',
  ],
  toPrivate:
    'Bliver stedet privat, kan ingen i kommunen åbne dets oplysninger, heller ikke når det haster. Stedets leder siger selv ja til, hvem der ser dem. CPR-numre må ikke findes dér.',
  toPublic:
    'Bliver stedet kommunens, gælder værestedets regler stadig: ingen bliver registreret, bare fordi de kommer.',
  choose: 'Ny dataansvarlig',
  missing: 'Vælg den nye.',
  hasRecords:
    'Stedet har skrevet om borgere, og den dataansvarlige kan ikke skiftes. Opret et nyt sted til den nye tid. Luk det gamle, når dets oplysninger er slettet.',
  hasRoles:
    'Nogen har en rolle på stedet, som den nye dataansvarlige ikke har sagt ja til. Slut rollerne først. Stedets nye leder siger selv ja til dem.',
  same: 'Den er det allerede. Vælg en anden, eller fortryd.',
  agreed: 'Begge parter har sagt ja, og det står i samarbejdsaftalen',
  agreedMissing: 'Sæt hak, når begge parter har sagt ja.',
  submit: 'Skift dataansvarlig',
  newTitle: 'Opret en privat dataansvarlig',
  editTitle: 'Ret den dataansvarlige',
  name: 'Navn',
  nameHint: 'Foreningen eller fonden bag værestedet.',
  nameMissing: 'Skriv foreningens navn.',
  taken: 'Det navn står der allerede. Skriv et andet.',
}

export const partyTexts = {
  newTitle: 'Opret en enhed',
  editTitle: 'Ret enheden',
  name: 'Navn',
  nameMissing: 'Skriv enhedens navn.',
  taken: 'Der er allerede en enhed eller et sted med det navn. Skriv et andet.',
  fromWords: 'Ordene på tavlen',
  fromWordsHint: 'De står efter faget: ”Sagsbehandler fra jobcentret”. Skriv ”jobcentret” eller ”på Havnen”.',
  fromWordsMissing: 'Skriv ordene, som borgerne kender enheden ved.',
  save: 'Gem',
}

/** Danish letters in an address. */
export const plainLetters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa' }
