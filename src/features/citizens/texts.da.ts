import type { Act, How, Need } from './codes.ts'

export const texts = {
  title: 'Borgere',
  lead: 'Dem, dit hold kender.',
  sought: 'Kaldenavn eller navn',
  soughtHint: 'En del af det er nok.',
  alias: 'Kaldenavn',
  aliasHint: 'Det, I kalder borgeren. Ikke mere end det.',
  find: 'Find',
  searchClosed: 'Søg også blandt dem, vi har afsluttet',
  found: 'Det fandt vi',
  foundNone: (words: string) => `Dit hold kender ingen, der hedder noget med ”${words}”.`,
  foundNoneByNumber: 'Dit hold har ikke skrevet det nummer ned.',
  closed: 'Afsluttet',
  many: 'Her er de første 20. Skriv lidt mere af navnet for at finde andre.',
  recent: 'Dem, du har talt med sidst',
  noneYet: 'Her er ingen endnu',
  noneYetText: 'Du behøver ikke kende nogen ved navn. Vil en borger gerne kendes igen, så søg først, og opret så.',
  create: (alias: string) => `Opret ${alias}`,
  createTitle: 'Opret en borger',
  party: 'Hvem kender borgeren?',
  sameAlias: 'Dit hold kender allerede en med det kaldenavn. Er det en anden, så sæt kryds og gem igen.',
  another: 'Ja, det er en anden',
  save: 'Opret',
  wordsMissing: 'Skriv et kaldenavn eller et navn.',
  aliasMissing: 'Skriv et kaldenavn.',
  partyMissing: 'Vælg, hvem der kender borgeren.',
  cpr: 'Her står et CPR-nummer. Det hører ikke til her. Skriv kun kaldenavnet.',
  cprInSearch: 'Her står et CPR-nummer. Brug feltet til CPR-nummer længere nede.',
  noId: 'Åbn siden igen, og prøv en gang til.',
  metOn: (day: string) => `Sidst ${day}`,
  due: 'Det, der snart skal slettes',
  byNumber: 'Find ved CPR-nummer',
  number: 'CPR-nummer',
  numberFind: 'Find nummeret',
  numberHint: 'Borgeren skal selv have givet jer det.',
  numberWrong: 'Et CPR-nummer har 10 cifre og begynder med en dato. Skriv det som 010203-1234.',
}

/** How a citizen wants to be met. */
export const wishTexts = {
  need: {
    largePrint: 'Stor skrift',
    readAloud: 'Læs højt',
    interpreter: 'Tolk',
    prefersCentre: 'Helst på værestedet',
    comeWithMe: 'Gå med',
  } satisfies Record<Need, string>,
  smsYes: 'SMS: ja',
  safeTimes: (times: string) => `Ring helst ${times}`,
}

/** The steps that a citizen has taken, and how they said so. */
export const actTexts = {
  act: {
    alias: 'Kaldenavn brugt',
    name: 'Sagde sit navn',
    name_back: 'Tog sit navn tilbage',
    number: 'Gav sit CPR-nummer',
    number_back: 'Tog sit CPR-nummer tilbage',
    closed: 'Sluttede hos os',
    reopened: 'Kom igen',
  } satisfies Record<Act, string>,
  how: { oral: 'Sagde det', writing: 'Skrev det' } satisfies Record<How, string>,
  usedFrom: (day: string, person: string) => `Fra ${day}. Skrevet ned af ${person}.`,
  howAsk: 'Hvordan sagde borgeren det?',
  howMissing: 'Vælg, om borgeren sagde det eller skrev det.',
}
