import { unusualRules } from './rules.ts'

const { many, night, quiet } = unusualRules

export const watchTexts = {
  period: (days: string) => `Viser ${days}.`,
  usual: 'Vis de sidste 30 dage',
  what: 'Hvad',
  anything: 'Alt',
  none: 'Her er ikke noget',
  noneText: 'Der er ikke noget i de dage, du har valgt.',
  glass: {
    file: 'brudt-glas',
    title: 'Brudt glas',
    lead: 'Nogen åbnede en side uden borgerens ja. Her står hvem, hvornår og hvorfor. Her står ikke, hvad de så.',
    head: ['Hvornår', 'Hvem', 'Gange på 30 dage', 'Til', 'Lovens grund', 'Med egne ord', 'Borger'],
    until: (end: string, closed: boolean) => (closed ? `${end}, lukket` : `${end}, af sig selv`),
  },
  refused: {
    file: 'afviste-forsoeg',
    title: 'Afviste forsøg',
    lead: 'Nogen bad om noget, de ikke må se. Det er ofte et gammelt link.',
    head: ['Dag', 'Hvem', 'Gange', 'Hvorfor'],
  },
  unusual: {
    file: 'usaedvanlige-opslag',
    title: 'Usædvanlige opslag',
    lead: 'Usædvanligt er ikke det samme som forkert. Spørg, før du tror noget.',
    rules: [
      `Mange på kort tid: mindst ${many.atLeast} borgeres sider på en time, og mere end ${many.times} gange det højeste i personens egne ${many.days} dage før. Lister og søgninger tæller ikke.`,
      `Sent eller tidligt: kl. ${night.from}–${night.until}.`,
      `Stille: ingen havde talt med borgeren i ${quiet.days} dage, og ingen gjorde det de næste ${quiet.ahead} dage. Lister og søgninger tæller ikke.`,
    ],
    rulesTitle: 'Det tæller som usædvanligt',
    head: ['Dag', 'Hvem', 'Hvad', 'Hvad der skete'],
    kinds: { many: 'Mange på kort tid', night: 'Sent eller tidligt', quiet: 'Stille' },
    many: (citizens: number, hours: string, usual: number) =>
      `Så ${citizens} borgeres sider ${hours}. Ellers højst ${usual} på en time.`,
    what: {
      many: (citizens: number) => `Så ${citizens} borgeres sider på en time.`,
      night: (citizens: number) => (citizens === 1 ? 'Så 1 borger.' : `Så ${citizens} borgere.`),
      quiet: (citizens: number) =>
        citizens === 1
          ? 'Så 1 borger, som ingen har talt med i et år.'
          : `Så ${citizens} borgere, som ingen har talt med i et år.`,
    },
  },
}
