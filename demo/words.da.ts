// What citizens are called by those who know them, and what was promised. All made up, and nobody's words.

import type { Special } from './today.ts'

const nicknames =
  'Snurre Misse Polle Trille Bamse Pjevs Tusse Musen Skipper Kaptajn Prikken Høvding Tudse Sild Lomme Kvist Pisk Spætte Mågen Tøffe Klumpen Krølle Dutte Strik Pust Vips Knap'.split(
    ' ',
  )
const names =
  'Viggo Karla Svend Lone Orla Tove Per Bodil Ejner Yrsa Palle Gudrun Sonny Rita Keld Birgit Flemming Jytte Ulla Erling Conny Bjarne Vera Egon Sussi Torben Lizzi Hardy Mona Preben Solvej Arne Dagny Finn Ketty Verner Ingrid Benny Elna Johnny Maja Kurt Alma Frode Kamilla Anker Zenia Gert Lilly Mogens Sara Ali Fatima Ivan Nuka Malik Aviaja Peter Ditte Rasmus'.split(
    ' ',
  )
const before = ['Lange', 'Lille', 'Røde', 'Store', 'Stille', 'Glade', 'Gule', 'Bager-', 'Cykel-', 'Sømands-']
const after = ['fra havnen', 'med hunden', 'med hatten', 'fra parken', 'nede fra mølla', 'på cyklen']

const plain = [...nicknames, ...names]
const long = [
  ...before.flatMap(word => names.map(name => (word.endsWith('-') ? word + name : `${word} ${name}`))),
  ...after.flatMap(words => names.map(name => `${name} ${words}`)),
]
/** The names that the day of a sign-in is about; no other citizen has them. */
const known = [
  'Viggo',
  'Snurre',
  'Karla',
  'Misse',
  'Lange Per',
  'Svend',
  'Trille',
  'Bager-Tove',
  'Orla',
  'Polle',
] as const

// 367 has no divisor in common with the number of long names, so that each comes once before any comes again.
const given = [...long.keys()].map(
  place => (place % 4 === 0 ? plain[place / 4] : undefined) ?? long[(place * 367) % long.length] ?? '',
)
const free = [...new Set(given)].filter(name => !known.some(taken => taken === name))

/** The alias of the citizen who came as number so many. After some hundreds they are told apart by a number, as people do. */
export function aliasOf(place: number): string {
  const round = Math.floor(place / free.length)
  const name = free[place % free.length] ?? ''
  return round === 0 ? name : `${name} ${round + 1}`
}

export const nextThings = [
  'Ring til lægen om en tid',
  'Spørg om afdrag på huslejen',
  'Print de sidste tre kontoudtog',
  'Ring til tandlægen',
  'Hør om praktik på genbrugspladsen',
  'Send brevet til Udbetaling Danmark',
  'Bestil et nyt sundhedskort',
  'Aftal en tid på rusmiddelcentret',
  'Gå med til banken',
  'Skriv op til en bolig',
  'Ring til boligforeningen',
  'Spørg om hjælp til briller',
  'Find en seng og en dyne',
] as const

export const agendas = [
  'Have styr på regningerne',
  'Et sted at bo, der er mit eget',
  'Sove bedre om natten',
  'Se mine børn igen',
  'Drikke mindre, når jeg er klar',
  'Få ordnet tænderne',
  'Et par timers arbejde om ugen',
  'Slippe for at åbne brevene alene',
] as const

export const specials: readonly Special[] = [
  { who: 'mette', back: 0, at: 9.15, kind: 'walkIn' },
  { who: 'mette', back: 0, at: 9.45, kind: 'walkIn' },
  { who: 'mette', back: 0, at: 10.15, kind: 'walkIn' },
  { who: 'mette', back: 0, at: 11, kind: 'booked', alias: 'Viggo', agenda: 'Have styr på regningerne' },
  { who: 'mette', back: 0, at: 12.3, kind: 'statutory', alias: 'Snurre', agenda: 'Beholde min lejlighed' },
  { who: 'mette', back: 0, at: 13.15, kind: 'booked' },
  { who: 'mette', back: 1, at: 9.3, kind: 'booked', alias: 'Viggo', next: ['Ring til banken om Viggos kort', 0] },
  { who: 'mette', back: 1, at: 10.3, kind: 'booked', alias: 'Karla', untold: true },
  { who: 'mette', back: 2, at: 11.15, kind: 'booked', alias: 'Snurre', next: ['Find skemaet til boligstøtte', 1] },
  { who: 'mette', back: 2, at: 13, kind: 'booked', untold: true },
  { who: 'mette', back: 3, at: 13.3, kind: 'walkIn', next: ['Svar Blå Port om torsdagen', 3] },
  { who: 'mette', back: 8, at: 11, kind: 'statutory', alias: 'Viggo', next: ['Spørg tandlægen om Viggos tid', -9] },
  { who: 'hanne', back: 0, at: 10, kind: 'statutory', alias: 'Bager-Tove' },
  { who: 'hanne', back: 0, at: 13.3, kind: 'booked', alias: 'Orla', agenda: 'Et sted at bo, der er mit eget' },
  { who: 'hanne', back: 1, at: 9.3, kind: 'booked', alias: 'Orla', next: ['Skriv Orla op til en bolig', 0] },
  { who: 'hanne', back: 1, at: 14, kind: 'statutory', alias: 'Bager-Tove', untold: true },
  { who: 'jonas', back: 0, at: 12.45, kind: 'booked', alias: 'Lange Per' },
  { who: 'jonas', back: 1, at: 10, kind: 'walkIn', alias: 'Misse', next: ['Find en sovepose til Misse', 0] },
  { who: 'jonas', back: 1, at: 13, kind: 'booked', alias: 'Lange Per', untold: true },
  { who: 'signe', back: 0, at: 11.3, kind: 'booked', alias: 'Svend' },
  { who: 'signe', back: 1, at: 13.3, kind: 'walkIn', alias: 'Trille', next: ['Ring til lægen sammen med Trille', 0] },
  { who: 'signe', back: 2, at: 10, kind: 'booked', alias: 'Trille', untold: true },
  { who: 'omar', back: 0, at: 9.3, kind: 'walkIn', alias: 'Viggo', agenda: 'Forstå brevet fra banken' },
  {
    who: 'omar',
    back: 4,
    at: 10,
    kind: 'walkIn',
    alias: 'Viggo',
    next: ['Find brevet fra banken sammen med Viggo', 1],
  },
  // What stands still, so that a coordinator is told of it.
  { who: 'omar', back: 5, at: 10, kind: 'booked', alias: 'Polle', untold: true },
]
