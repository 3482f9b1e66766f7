/** The Danish words that the platform itself puts on a page. Features have their own. */
export const texts = {
  brand: 'Brobygger',
  skipToContent: 'Spring til indhold',
  notice: 'Besked',
  mainMenu: 'Hovedmenu',
  shortcuts: 'Genveje',
  breadcrumbs: 'Du er her',
  pages: 'Sider',
  back: 'Tilbage',
  frontPage: 'Til forsiden',
  error: 'Fejl: ',
  toCorrect: (count: number) => `${inWords(count)} ting skal rettes`,
  correctTitle: (title: string) => `Ret: ${title}`,
  choose: 'Vælg',
  notChosen: 'Ikke valgt',
  dateHint: 'Skriv dag, måned og år, for eksempel ',
  dateExample: '24-11-2026',
  timeHint: 'Skriv timer og minutter, for eksempel ',
  timeExample: '13.15',
  minutes: 'minutter',
  previous: 'Forrige',
  next: 'Næste',
  pageOf: (page: number, last: number) => `Side ${page} af ${last}`,
  current: 'Her er du',
  percent: (value: string) => `${value}\u00a0%`,
  howWeCount: 'Sådan tæller vi',
  seeTable: 'Se tallene som tabel',
  getSheet: 'Hent som regneark',
  notCause: 'Tallene viser en forskel. De viser ikke, hvad der er årsagen.',
  heldBack: (fewest: number) => `Vises ikke: færre end ${fewest} borgere`,
  from: 'fra',
  to: 'til',
  notFound: {
    title: 'Her er ikke noget',
    text: 'Måske er adressen skrevet forkert. Måske er siden lukket for dig. Du har ikke gjort noget galt.',
  },
  failed: {
    title: 'Noget gik galt hos os',
    text: 'Det er vores fejl, ikke din. Vi har fået besked. Prøv igen om lidt.',
    number: 'Ringer du til os, så sig dette nummer: ',
  },
  refused: {
    title: 'Det kan du ikke gøre herfra',
    text: 'Siden tog ikke imod det, du sendte, og der er ikke gemt noget. Gå tilbage, og prøv igen.',
  },
  overloaded: {
    title: 'Her er mange lige nu',
    text: 'Vi kan ikke nå alle på én gang. Vent et øjeblik, og prøv igen. Det, du har skrevet, står på siden før denne.',
  },
  tryAgain: 'Prøv igen',
  offline: {
    away: 'Der er ikke noget net lige nu. Det, du har skrevet, står her stadig. Lad siden være åben.',
    back: 'Nettet er her igen. Det, du har skrevet, er ikke sendt endnu.',
    send: 'Send nu',
  },
  idle: {
    soon: 'Du bliver snart logget ud, fordi der ikke er sket noget et stykke tid. Det, du har skrevet, står her stadig.',
    stay: 'Bliv logget ind',
    ended: 'Du er logget ud. Det, du har skrevet, står her stadig. Log ind i et nyt vindue, og kom så tilbage hertil.',
    signIn: 'Log ind i et nyt vindue',
  },
} as const

const words = ['Ingen', 'En', 'To', 'Tre', 'Fire', 'Fem', 'Seks', 'Syv', 'Otte', 'Ni']

function inWords(count: number): string {
  return words[count] ?? String(count)
}
