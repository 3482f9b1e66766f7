/** The Danish words of the pages where spreadsheets are taken in. */

import { formatNumber } from '../../platform/html/numbers.ts'
import { limits } from './limits.ts'

const samtaler = (count: number): string => (count === 1 ? '1 samtale' : `${formatNumber(count)} samtaler`)
const tider = (count: number): string => (count === 1 ? '1 fast tid' : `${formatNumber(count)} faste tider`)
const rækker = (count: number): string => (count === 1 ? '1 række' : `${formatNumber(count)} rækker`)

export const pageTexts = {
  title: 'Indlæs et regneark',
  lead: 'Her tager du de regneark ind, som I fører i dag. Der bliver ikke gemt noget, før du har set filen igennem.',
  stopped: 'Filen er slettet. Der er ikke gemt noget af den.',
  kind: 'Hvad er der i filen?',
  kinds: { registrations: 'Samtaler', presence: 'Træffetider' },
  kindHints: {
    registrations: 'En række for hver samtale mellem en borger og en fremskudt medarbejder.',
    presence: 'En række for hver fast tid, en medarbejder er på et værested.',
  },
  file: 'Regneark',
  fileHint: `.csv eller .xlsx, højst ${limits.mebibytes} MiB. Den må ikke have CPR-numre i sig. Den ligger krypteret hos os, kun for dig, og højst en time.`,
  send: 'Se filen igennem',
  before: 'Det, der er taget ind',
  beforeNone: 'Der er ikke taget noget ind endnu.',
  columns: {
    when: 'Hvornår',
    who: 'Hvem',
    what: 'Hvad',
    added: 'Nye',
    changed: 'Rettet',
    same: 'Kendt i forvejen',
    refused: 'Afvist',
  },
  operator: 'Driften',

  previewTitle: 'Se filen igennem',
  discard: 'Slet filen, og gem ingenting',
  fileName: (name: string) => (name === '' ? 'Filen' : name),
  ready: {
    registrations: (count: number) => `${samtaler(count)} kan tages ind`,
    presence: (count: number) => `${tider(count)} kan tages ind`,
  },
  toMend: (count: number) => `${rækker(count)} skal rettes`,
  nothingNew: 'Filen har ikke noget nyt',
  needsColumns: 'Peg på de kolonner, der mangler',
  facts: {
    read: (count: number) => `${rækker(count)} er læst.`,
    days: (first: string, last: string) => (first === last ? `De er fra ${first}.` : `De er fra ${first} til ${last}.`),
    same: (count: number) => `${rækker(count)} er taget ind før og siger det samme. De bliver, som de er.`,
    repeated: (count: number) => `${rækker(count)} står to gange i filen og tæller én gang.`,
    bad: (count: number) => `${rækker(count)} kan ikke tages ind. Se nedenfor, hvad der skal rettes.`,
    changed: (count: number) => `${rækker(count)} er taget ind før, og nu står der noget andet.`,
    keptOut: (names: string) => `Disse kolonner bliver ikke taget med: ${names}.`,
  },
  columnsTitle: 'Kolonner',
  columnsSummary: 'Se eller ret, hvilken kolonne der er hvad',
  columnsHint: 'Vi har gættet ud fra overskrifterne. Ret dem, der er forkerte.',
  noColumn: 'Ingen kolonne',
  useColumns: 'Læs filen igen med de kolonner',
  needed: 'skal være der',
  pickColumn: (heading: string) => `Vælg den kolonne, der er ${heading}.`,
  columnsFirst: 'Peg først på de kolonner, der mangler.',

  namesTitle: 'Navne, vi ikke kender',
  namesLead: 'Er et navn stavet forkert, så ret det i filen. Ellers kan du oprette dem her.',
  centres: 'Væresteder',
  centresHint: 'Et nyt værested er privat, til nogen siger noget andet. Det er det, der beskytter borgerne bedst.',
  units: 'Enheder',
  unitsHint: 'En ny enhed hører til kommunen.',
  workers: 'Medarbejdere',
  workersHint: {
    registrations: 'De bliver navne i de gamle samtaler. De kan ikke logge ind og står ikke på tavlen.',
    presence: 'De kommer på tavlen. De kan ikke logge ind, før du inviterer dem.',
  },
  rooms: 'Lokaler',
  roomsHint: 'Sig bagefter under Folk og steder, om man kan tale fortroligt der.',
  more: (count: number) => `og ${formatNumber(count)} mere`,
  create: 'Opret dem',
  namesFirst: 'Sig ja til at oprette navnene, eller ret dem i filen.',

  problemsTitle: 'Det skal rettes',
  problemsLead: (shown: number, all: number) =>
    shown < all
      ? `Her er de første ${shown} af ${formatNumber(all)}.`
      : all === 1
        ? 'Der er én ting.'
        : `Der er ${formatNumber(all)} ting.`,
  where: 'Hvor',
  line: (line: number) => `Linje ${line}`,
  moreProblems: (count: number) => `Se ${formatNumber(count)} mere`,
  column: 'Kolonne',
  value: 'Der står',
  message: 'Sådan bliver det rigtigt',
  nothing: 'ingenting',
  allProblems: 'Hent hele listen',
  badRows: 'Hent de rækker, der skal rettes',
  problemsFile: 'det-skal-rettes.csv',
  badRowsFile: 'raekker-der-skal-rettes.csv',

  decideTitle: 'Hvad skal der ske?',
  update: (count: number) => `Ret ${samtaler(count)}, der står anderledes i filen`,
  updateHint: 'Det, der stod før, bliver gemt ved siden af.',
  rows: 'De rækker, der ikke kan tages ind',
  rowsChoices: {
    stop: 'Stop, og gem ingenting',
    stopHint: 'Ret filen, og send den igen.',
    good: 'Tag de gode rækker ind, og giv mig resten tilbage',
    goodHint: 'Du får de andre som en fil, du kan rette og sende igen.',
  },
  rowsFirst: 'Vælg, hvad der skal ske med de rækker, der ikke kan tages ind.',
  run: 'Tag filen ind',

  checking: 'Vi læser filen igennem',
  storing: 'Vi tager filen ind',
  progress: (count: number) => `${rækker(count)} indtil nu.`,
  progressText: 'Siden henter sig selv igen. Du kan også gå herfra og komme tilbage.',

  doneTitle: 'Filen er taget ind',
  done: {
    added: {
      registrations: (count: number) => `${samtaler(count)} er kommet til.`,
      presence: (count: number) => `${tider(count)} er kommet til.`,
    },
    changed: (count: number) => `${samtaler(count)} er rettet. Det, der stod før, er gemt.`,
    same: (count: number) => `${rækker(count)} var her i forvejen.`,
    refused: (count: number) => `${rækker(count)} blev ikke taget ind.`,
    gone: 'Filen er slettet hos os.',
  },
  another: 'Indlæs en fil til',
  otherFile: 'Vælg en anden fil',
  figures: 'Se tallene',
  refusedTitle: 'Filen kan ikke læses',
  failedTitle: 'Det lykkedes ikke',
  failedText: 'Noget gik galt hos os undervejs. Send filen igen. Det, der måtte være gemt, bliver ikke gemt to gange.',
} as const
