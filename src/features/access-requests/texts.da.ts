import type { AccessAnswer } from './codes.ts'

/** Where a citizen asks the whole controller. */
export const askTexts = {
  title: 'Bed hele kommunen om svar',
  lead: 'Når borgeren vil se alt, kommunen har skrevet, og ikke kun det, I har.',
  crumb: 'Alt om borgeren',
  elsewhere: 'Resten af kommunen',
  elsewhereText: (controller: string, parties: number) =>
    `Her står kun jeres eget. ${controller} har ${parties} steder, der kan have skrevet noget. Borgeren kan spørge dem alle på én gang.`,
  open: 'Bed hele kommunen om svar',
  row: (day: string) => `Borgeren bad kommunen om svar ${day}`,
  due: (day: string) => `Svaret skal være der senest ${day}.`,
  late: (count: number) => `${count === 1 ? '1 sted' : `${count} steder`} har ikke svaret.`,
  sayTitle: 'Sig det sådan til borgeren',
  say: [
    'Alle de steder, du siger ja til, får dit navn at vide, og at du vil se alt om dig selv.',
    'De får ikke at vide, hvor du spurgte.',
    'Vi får ikke at vide, hvad de svarer. Svaret kommer kun til dig.',
  ],
  name: 'Hvilket navn skal de lede efter?',
  nameHint: 'Bruger borgeren flere navne, så skriv dem alle.',
  nameMissing: 'Skriv det navn, de skal lede efter.',
  birthDate: 'Fødselsdag',
  birthDateHint: 'Kun hvis borgeren vil. Så er det lettere at finde den rigtige.',
  birthDateAhead: 'Den dag er ikke kommet endnu. Skriv fødselsdagen.',
  phone: 'Telefon',
  phoneHint: 'Kun hvis borgeren vil.',
  where: 'Hvordan vil borgeren have svaret?',
  whereMissing: 'Vælg, hvordan borgeren vil have svaret.',
  fetch: (at: string) => `Hentes ${at}`,
  letter: 'Kommer med brev',
  address: 'Adresse til brevet',
  addressHint: 'Kun hvis svaret skal komme med brev.',
  addressMissing: 'Skriv den adresse, brevet skal sendes til.',
  parties: 'Hvem skal svare?',
  partiesHint: 'Borgeren bestemmer. Fjern hakket ved dem, borgeren ikke vil spørge.',
  partiesMissing: 'Vælg mindst ét sted, der skal svare.',
  partyUnknown: 'Et af stederne er her ikke mere. Se listen igennem igen.',
  cpr: 'Her står et CPR-nummer. Det må ikke sendes rundt. Skriv kun navnet.',
  cprAddress: 'Her står et CPR-nummer. Det hører ikke til her.',
  noId: 'Åbn siden igen, og prøv en gang til.',
  send: 'Spørg dem',
}

/** What the citizen is told when it has gone out. */
export const receiptTexts = {
  title: 'Kommunen er bedt om svar',
  lead: (asked: string, due: string) => `Du bad om det ${asked}. Svaret skal være hos dig senest ${due}.`,
  asked: 'De skal svare dig',
  askedText: 'Hvert sted svarer for sig. Har de ikke noget, skal de også sige det.',
  wrote: 'Det har de fået at vide',
  purpose: 'Du vil se alt, de har skrevet om dig.',
  name: 'Navn',
  birthDate: 'Fødselsdag',
  phone: 'Telefon',
  answer: 'Svaret',
  heardBy: (person: string) => `Skrevet ned af ${person}. Det står kun her.`,
  noAnswer: 'Hvis du ikke hører noget',
  noAnswerText: (due: string) =>
    `Mangler du et svar efter ${due}? Så sig det til en af os. Du kan også ringe til kommunens databeskyttelsesrådgiver eller klage til Datatilsynet.`,
  late: (count: number) =>
    `Dagen er gået. ${count === 1 ? '1 sted' : `${count} steder`} har ikke svaret. Kommunens databeskyttelsesrådgiver kan se, hvem der mangler.`,
  paper: 'Tag papiret med hjem',
  paperText: 'Det her står også i ”Alt om borgeren”, som I kan printe.',
  paperLink: 'Gå til Alt om borgeren',
  kept: 'Vi sletter det her et år efter fristen, når alle har svaret.',
}

/** Where a party is asked, and answers. */
export const answerTexts = {
  title: 'Kommunen er bedt om indsigt',
  listTitle: 'Borgere, der har bedt om indsigt',
  listLead: 'De vil se alt, kommunen har skrevet om dem. Hvert sted svarer for sig selv.',
  listNone: 'Ingen har bedt om indsigt',
  listNoneText: 'Når en borger vil se alt, kommunen har skrevet, står det her.',
  all: 'Se alle, der har bedt om indsigt',
  row: (party: string, due: string) => `${party} skal svare senest ${due}.`,
  rowLate: (party: string, due: string) => `${party} skulle have svaret senest ${due}.`,
  lead: (party: string, due: string) => `${party} skal svare borgeren senest ${due}.`,
  name: 'Navn',
  birthDate: 'Fødselsdag',
  phone: 'Telefon',
  asked: 'Bedt om det',
  answer: 'Svaret',
  fetch: (at: string) => `Borgeren henter det ${at}`,
  letter: (address: string) => `Brev til ${address}`,
  answered: (said: string, day: string, person: string) => `${said} ${day}. Skrevet ned af ${person}.`,
  said: {
    given: 'Svaret blev givet',
    none: 'I havde ikke noget',
    unclear: 'I kunne ikke se, hvem det var',
  } satisfies Record<AccessAnswer, string>,
  find: 'Find borgeren hos jer',
  findText:
    'Søg blandt jeres egne, også dem, I har afsluttet. Prøv både navn og kaldenavn. Se også efter i jeres journal.',
  search: 'Kaldenavn eller navn',
  searchMissing: 'Skriv et kaldenavn eller et navn.',
  searchCpr: 'Her står et CPR-nummer. Søg med navnet, eller søg under Borgere.',
  searchButton: 'Find',
  found: 'Det fandt vi',
  foundNone: 'I kender ingen, der hedder noget med det.',
  closed: 'Afsluttet',
  openRow: 'Se alt om borgeren',
  not: 'Er der ikke noget at give?',
  notAgain: 'Blev det til noget andet?',
  which: 'Hvad fandt I?',
  choices: {
    none: {
      label: 'Vi har ikke noget om borgeren',
      hint: 'Det er også et svar. Giv borgeren det på samme måde: i hånden eller med brev.',
    },
    unclear: {
      label: 'Vi kan ikke se, hvem det er',
      hint: 'Giv ikke noget til nogen. Bed borgeren om at komme forbi eller ringe.',
    },
  },
  missing: 'Vælg, hvad I fandt.',
  noRecord: 'Find borgerens kort først. Marker svaret derfra.',
  save: 'Gem svaret',
  saved: 'Det er gemt.',
  nobodySees: 'Kun I kan se, hvad I svarer. Det sted, borgeren spurgte, kan ikke.',
}

/** On the page with everything about a citizen, when that is what a party was asked for. */
export const givenTexts = {
  title: 'Giv svaret til borgeren',
  asks: (name: string) => `${name} har bedt kommunen om at se alt.`,
  sure: 'Er du sikker på, at det er den samme, og at adressen er borgerens egen? Er du i tvivl, så spørg borgeren, og giv ikke noget endnu.',
  steps: ['Hent papiret herunder.', 'Giv det til borgeren selv, i hånden eller med brev.', 'Sig her, at det er gjort.'],
  button: 'Svaret er givet',
  back: 'Tilbage til det, borgeren bad om',
  done: 'Svaret er givet.',
}

/** On Today. */
export const accessTodayTexts = { title: 'Kommunen er bedt om indsigt' }

/** What the officer follows. */
export const followTexts = {
  title: 'Indsigt',
  lead: 'Borgere, der har bedt hele kommunen om svar. Her står aldrig, hvem de er, eller hvor de spurgte.',
  caption: 'Anmodninger om indsigt, de ældste uden svar først',
  columns: ['Bedt om det', 'Svar senest', 'Har svaret', 'Mangler'],
  of: (answered: number, asked: number) => `${answered} af ${asked}`,
  late: (day: string) => `${day}, fristen er gået`,
  all: 'Ingen. Alle har svaret.',
  none: 'Ingen har bedt om indsigt',
  noneText: 'Når en borger beder hele kommunen om svar, kan du følge det her.',
}
