import type { Kind, Mover, Outcome, Topic, Venue } from './codes.ts'

/** The pieces that sentences about a talk are made of. */
export const sentences = {
  talk: { walkIn: 'En samtale', booked: 'En aftalt samtale', statutory: 'En lovpligtig samtale' } satisfies Record<
    Kind,
    string
  >,
  agreement: {
    walkIn: 'En aftale',
    booked: 'En aftale',
    statutory: 'En aftale om en lovpligtig samtale',
  } satisfies Record<Kind, string>,
  withoutName: 'uden navn',
  with: (alias: string) => `med ${alias}`,
  venue: {
    centre: 'på værestedet',
    townHall: 'på rådhuset',
    home: 'hjemme hos borgeren',
    street: 'ude',
    phone: 'i telefonen',
    other: '',
  } satisfies Record<Venue, string>,
  minutes: (minutes: number) => (minutes === 1 ? '1 minut' : `${minutes} minutter`),
  minutesShort: (minutes: number) => `${minutes} min`,
  about: (what: string) => `Om ${what}`,
  topic: {
    economyAndHousing: ['penge', 'bolig'],
    health: ['helbred'],
    mentalHealth: ['psyken'],
    substanceUse: ['rusmidler'],
    work: ['arbejde'],
  } satisfies Record<Topic, string[]>,
  outcome: {
    noShow: 'Borgeren kom ikke.',
    excused: 'Der kom afbud.',
    calledOff: 'Vi aflyste.',
    moved: 'Den blev flyttet.',
  } satisfies Record<Exclude<Outcome, 'held' | 'open'>, string>,
  movedBy: {
    citizen: 'Det var borgerens ønske.',
    worker: 'Det var vores ønske.',
    centre: 'Det var værestedets ønske.',
  } satisfies Record<Mover, string>,
  today: 'i dag',
  tomorrow: 'i morgen',
  yesterday: 'i går',
  comes: 'Ligger længere fremme',
  and: 'og',
}
