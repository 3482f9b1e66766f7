/** The Danish words of the spreadsheets in and out: what a file, a row or a cell is told. */

import { limits } from './limits.ts'

const number = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.')
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} og ${words.at(-1)}`
const choice = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} eller ${words.at(-1)}`

export const fileSays = {
  noFile: 'Vælg en fil.',
  noKind: 'Vælg, om filen har samtaler eller træffetider.',
  empty: 'Filen er tom. Vælg en fil med en linje overskrifter og en række for hver samtale.',
  noSheet: 'Filen er ikke et regneark, som vi kan læse. Gem den som .csv eller .xlsx, og prøv igen.',
  oldExcel:
    'Filen er et ældre Excel-ark eller er låst med en adgangskode. Gem den som .xlsx uden adgangskode, og prøv igen.',
  openDocument: 'Filen er et OpenDocument-ark. Gem den som .xlsx eller .csv, og prøv igen.',
  broken: 'Filen er gået i stykker undervejs. Gem den en gang til, og prøv igen.',
  tooLarge: `Filen fylder mere end ${limits.mebibytes} MiB. Del den i flere filer.`,
  tooLargeUnpacked: `Filen fylder mere end ${limits.mebibytes} MiB, når den er pakket ud. Del den i flere filer.`,
  tooHeavy: 'Filen er for tung at læse som .xlsx. Gem den som .csv, og prøv igen.',
  tooManyRows: `Filen har mere end ${number(limits.csvRows)} rækker. Del den i flere filer.`,
  tooManySheetRows: `Filen har mere end ${number(limits.xlsxRows)} rækker. Gem den som .csv, eller del den i flere filer.`,
  tooManyTimes: `Filen har mere end ${number(limits.presenceRows)} faste tider. Del den i flere filer.`,
  tooManyColumns: `Filen har mere end ${limits.columns} kolonner. Behold kun dem, der skal bruges.`,
  tooLongRow: (line: number) =>
    `Rækken, der begynder i linje ${line}, bliver ved og ved. Se efter, om der mangler et anførselstegn (").`,
  openQuote: (line: number) =>
    `Rækken, der begynder i linje ${line}, har et anførselstegn ("), som aldrig bliver lukket. Ret det, og prøv igen.`,
  missingColumns: (headings: readonly string[]) =>
    headings.length === 1
      ? `Kolonnen ${headings[0]} mangler. Giv den rigtige kolonne den overskrift, eller peg på den.`
      : `Kolonnerne ${listed(headings)} mangler. Giv de rigtige kolonner de overskrifter, eller peg på dem.`,
  tooManyNames: (heading: string, most: number) =>
    `Der står mere end ${number(most)} forskellige navne i kolonnen ${heading}. Se efter, om det er den rigtige kolonne.`,
} as const

export const rowSays = {
  cpr: 'Her står et CPR-nummer. Skriv et kaldenavn i stedet, eller lad feltet stå tomt.',
  cprWasHere: 'Her stod et CPR-nummer. Skriv et kaldenavn i stedet, eller lad feltet stå tomt.',
  wholeRow: 'hele rækken',
  tooManyCells: (cells: number, headings: number) =>
    `Rækken har ${cells} felter, og der er ${headings} overskrifter. Har en tekst et skilletegn i sig, skal den stå i anførselstegn.`,
  dayAlone: 'Skriv kun dagen her, for eksempel 13-03-2017. Klokkeslættet har sin egen kolonne.',
  shortYear: 'Skriv årstallet med fire tal, for eksempel 13-03-2017.',
  missing: (words: readonly string[]) => `Feltet er tomt. Skriv ${choice(words)}.`,
  missingText: 'Feltet er tomt. Skriv et navn.',
  notInList: (words: readonly string[]) => `Skriv ${choice(words)}.`,
  notInLists: (words: readonly string[]) => `Skriv et eller flere af ordene ${listed(words)} med | imellem.`,
  helpForms: 'Skriv tal fra 1 til 8 med | imellem, for eksempel 1|3.',
  minutes: 'Skriv hele minutter fra 0 til 600.',
  birthYear: 'Skriv årstallet med fire tal, for eksempel 1968.',
  bornLater: 'Fødselsåret ligger efter dagen for samtalen. Ret et af dem.',
  tooLong: (most: number) => `Skriv højst ${most} tegn.`,
  sameId: (line: number) => `Linje ${line} har samme id og et andet indhold. Giv hver række sit eget id.`,
  changed: 'Rækken er taget ind før, og nu står der noget andet. Vælg at rette det gemte, eller lad rækken være.',
  elsewhere: 'Rækken er gemt hos en anden enhed. En samtale kan ikke flytte fra en enhed til en anden.',
  closed:
    'Stedet svarer selv for sine oplysninger. Dets samtaler bliver ikke taget ind med kommunens fil. Lad rækken være, eller lad stedets egen leder gøre det.',
  forgotten: 'Rækken er slettet hos stedet og bliver ikke taget ind igen.',
  privatePeople:
    'Stedet er privat og siger selv ja til, hvem der arbejder dér. Lad rækken være, til personen har fået sin rolle.',
  untilBeforeFrom: 'Tiden slutter, før den begynder. Ret fra eller til.',
  lastBeforeFirst: 'Den sidste dag ligger før den første. Ret en af dem.',
  otherAuthority: (mayDecide: boolean) =>
    mayDecide
      ? 'Medarbejderen står som myndighed hos jer. Skriv ja, eller ret det under Folk og steder.'
      : 'Medarbejderen står ikke som myndighed hos jer. Skriv nej, eller ret det under Folk og steder.',
  twoAuthorities:
    'En tidligere række siger noget andet om, hvorvidt medarbejderen er myndighed. Skriv det samme i dem alle.',
  noAuthorityHere: 'Kun medarbejdere fra kommunens enheder kan være myndighed. Skriv nej.',
  phone: 'Skriv et telefonnummer med tal, for eksempel 12 34 56 78.',
} as const

/** Names that stand in for what a file leaves out. They are stored, so that a file that was exported says the same. */
export const placeNames = {
  withoutName: 'Uden navn',
  centreSlug: 'vaerested',
  /** A unit has the name already, and no two parties may. */
  centreBeside: (name: string) => `${name} (værested)`,
  /** What stands on the board until the person says it better. */
  trade: {
    casework: 'Sagsbehandler',
    substanceUse: 'Rådgiver om alkohol og stoffer',
    contactPerson: 'Støtte- og kontaktperson',
    health: 'Medarbejder fra sundhed',
    employment: 'Jobkonsulent',
  },
  withoutUnit: {
    casework: 'Sagsbehandling uden enhed',
    substanceUse: 'Rådgivning om alkohol og stoffer uden enhed',
    contactPerson: 'Støtte og kontakt uden enhed',
    health: 'Sundhed uden enhed',
    employment: 'Job uden enhed',
  },
} as const

export const badRowHeadings = { line: 'linje', column: 'kolonne', value: 'værdi', message: 'det skal rettes' } as const
