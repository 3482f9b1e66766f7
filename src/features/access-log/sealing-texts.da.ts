import { formatNumber } from '../../platform/html/numbers.ts'

export const sealingTexts = {
  title: 'Forsegling',
  lead: 'Hvert opslag bliver forseglet inden for et sekund. Så kan ingen ændre i loggen, uden at det kan ses.',
  until: 'Forseglet til og med',
  last: 'Seneste segl',
  waiting: 'Venter på segl',
  never: 'Intet er forseglet endnu',
  nothingWaits: 'Intet',
  waits: (count: number, since: string, late: boolean) =>
    `${formatNumber(count)} ${count === 1 ? 'linje' : 'linjer'}, den ældste fra ${since}.${late ? ' Der går for lang tid. Sig det til den, der passer systemet.' : ''}`,
  months: 'Kæderne, en for hver måned',
  head: ['Måned', 'Linjer', 'Segl', 'Det sidste segl begynder med'],
  sheet: { name: 'forsegling', head: ['måned', 'linjer', 'segl', 'det sidste segl'] },
  checkpoint: 'Er loggen, som den var?',
  checkpointLines: [
    'Et kontrolpunkt siger, hvor langt loggen er forseglet. Systemet gemmer det ikke selv: så kunne det ændres sammen med loggen.',
    'Bed den, der passer systemet, om et kontrolpunkt hver måned, og gem det et andet sted. Kommandoen er: brobygger log checkpoint.',
    'Bed om en kontrol med dit seneste kontrolpunkt, når du vil vide, om noget mangler. Kommandoen er: brobygger log verify --checkpoint FIL.',
    'Seglet for måneden i dit kontrolpunkt står i listen ovenfor, hvis måneden er forbi.',
  ],
}
