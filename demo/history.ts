// Three years of talks in Haderby and two weeks of agreements ahead, with the trends of the model (domain 66-86):
// ever fewer stay away at the centres, at the town hall it stays as it was, and more and more come.

import type { Effort, Kind, Outcome, Venue } from '../src/features/contacts/codes.ts'
import { addDays, daysFrom, weekdayOf } from '../src/platform/time.ts'
import type { Day } from '../src/platform/time.ts'
import { chanceOf, demoId, meter } from './chance.ts'
import type { Chance } from './chance.ts'
import { citizensOf } from './citizens.ts'
import type { Citizen } from './citizens.ts'
import { personOf } from './people.da.ts'
import type { PersonKey } from './people.da.ts'
import type { CentreKey, PartyKey } from './places.da.ts'
import { visitsOn } from './timetable.ts'
import type { Visit } from './timetable.ts'
import { contentOf } from './talk.ts'
import type { Content } from './talk.ts'

/** A talk as it came to be in the end; `load.ts` says how much of it is known by now. */
export interface Talk extends Content {
  id: string
  day: Day
  /** Minutes since midnight. */
  clock: number
  who: PersonKey
  party: PartyKey
  effort: Effort
  kind: Kind
  venue: Venue
  centre: CentreKey | null
  outcome: Outcome
  citizen: Citizen | null
  /** The worker takes some days to say what came of it. */
  toldLate: boolean
  /** Nobody has said yet what came of it. */
  untold?: boolean
  /** What was promised is not done, however long ago. */
  undone?: boolean
}

export type History = { talks: Talk[]; citizens: ReturnType<typeof citizensOf> }

/** The same talks for the same first day, however far one asks. */
export function historyOf(given: { first: Day; last: Day; closed: ReadonlySet<string> }): History {
  const chance = chanceOf(20_170_413)
  const town: Town = { chance, citizens: citizensOf(chance), missed: new Map(), owed: 0.5, talks: [] }
  for (const [number, day] of daysFrom(given.first, addDays(given.last, 1)).entries()) {
    const isWorkday = weekdayOf(day) <= 5 && !given.closed.has(String(day))
    if (isWorkday) liveThrough(town, { day, along: Math.min(1, number / (3 * 365)) })
  }
  return { talks: town.talks, citizens: town.citizens }
}

function liveThrough(town: Town, { day, along }: { day: Day; along: number }): void {
  const { chance } = town
  town.owed += (5.9 + 3.3 * along) * (day.month === 7 ? 0.6 : 1) * (0.6 + 0.8 * chance.next())
  const taken = new Set<string>()
  // Centre staff write fewer talks down than the municipality's people.
  const own = visitsOn(day).flatMap(visit => Array.from({ length: timesAsMany(visit.who) }, () => visit))
  for (; town.owed >= 1; town.owed -= 1) {
    const place = placeOf(chance, { own, along, taken })
    if (place) town.talks.push(talkAt(town, { ...place, day, along, number: taken.size }))
  }
}

function talkAt(town: Town, at: Place & { day: Day; along: number; number: number }): Talk {
  const { day, along, number, ...place } = at
  const { chance, citizens } = town
  const person = personOf(place.who)
  const party = person.party ?? 'social'
  const effort = person.effort ?? 'contactPerson'
  const kind = chance.weigh(kindsAt[place.venue])
  const named = chance.is(shareNamed[kind])
  const citizen = named ? citizens.meet(party, { day, newShare: 0.052 + 0.2 * Math.exp(-3 * along) }) : null
  const outcome = outcomeOf(town, { kind, venue: place.venue, along, citizen, quarter: quarterOf(day) })
  const at0 = Date.UTC(day.year, day.month - 1, day.day, 0, place.clock)
  return {
    id: demoId(`talk ${String(day)} ${number}`, at0),
    day,
    ...place,
    party,
    effort,
    kind,
    outcome,
    citizen,
    toldLate: chance.is(0.12),
    ...contentOf(chance, { effort, kind, outcome, citizen, along }),
  }
}

/** Nobody is at two places at once: a quarter of an hour that is taken is not given again. */
function placeOf(chance: Chance, on: { own: readonly Visit[]; along: number; taken: Set<string> }): Place | undefined {
  const { own, along, taken } = on
  for (let tries = 0; tries < 8; tries++) {
    const venue = chance.weigh(venuesAt(along))
    const visit = venue === 'centre' ? own[Math.floor(chance.next() * own.length)] : undefined
    const who = visit?.who ?? chance.pick(elsewhere[venue === 'centre' ? 'phone' : venue])
    const [from, until] = visit ? [visit.from, visit.until - 30] : [9 * 60, 14.5 * 60]
    const clock = from + 15 * Math.floor(chance.next() * ((until - from) / 15 + 1))
    const busy = !visit && own.some(each => each.who === who && clock > each.from - 45 && clock < each.until + 15)
    const isTaken = [clock - 15, clock, clock + 15].some(near => taken.has(`${who} ${near}`))
    if (busy || isTaken || (venue === 'centre' && !visit)) continue
    taken.add(`${who} ${clock}`)
    return { who, venue, centre: visit?.centre ?? null, clock }
  }
  return undefined
}

function timesAsMany(who: PersonKey): number {
  const { role, effort } = personOf(who)
  if (role === 'volunteer') return 0
  return effort ? 3 : 1
}

function outcomeOf(
  town: Town,
  of: { kind: Kind; venue: Venue; along: number; citizen: Citizen | null; quarter: string },
): Outcome {
  const { chance } = town
  if (of.kind === 'walkIn') return 'held'
  const early = chance.weigh<Outcome | null>([
    ['excused', 6.5 - 2.5 * of.along],
    ['calledOff', 2],
    ['moved', 3.5],
    [null, 88 + 2.5 * of.along],
  ])
  if (early) return early
  const isMissed = town.missed.get(of.venue) ?? meter()
  town.missed.set(of.venue, isMissed)
  // Who stayed away comes the next time: then a few missed agreements are as many people.
  const may = of.citizen?.missed !== of.quarter
  if (!isMissed(missedShare(of.venue, of.along), may)) return 'held'
  if (of.citizen) of.citizen.missed = of.quarter
  return 'noShow'
}

function missedShare(venue: Venue, along: number): number {
  if (venue === 'centre') return 0.0165 + 0.083 * Math.exp(-2.6 * along)
  if (venue === 'townHall') return 0.134 - 0.009 * along
  return 0.1 - 0.02 * along
}

const quarterOf = (day: Day): string => `${day.year} ${Math.ceil(day.month / 3)}`

const venuesAt = (along: number) =>
  [
    ['centre', 57 + 3.5 * along],
    ['townHall', 14.4],
    ['home', 26.3 - 3.5 * along],
    ['phone', 3],
    ['street', 1],
  ] as const

const elsewhere = {
  townHall: ['mette', 'bent', 'hanne', 'poul', 'nadia'],
  home: ['omar', 'omar', 'karin', 'aisha', 'bent', 'hanne'],
  phone: ['mette', 'bent', 'hanne', 'poul', 'omar', 'karin'],
  street: ['omar', 'karin', 'aisha'],
} as const

const kindsAt: Record<Venue, readonly [readonly [Kind, number], ...(readonly [Kind, number])[]]> = {
  centre: [
    ['booked', 62],
    ['statutory', 26],
    ['walkIn', 12],
  ],
  townHall: [
    ['statutory', 54],
    ['booked', 46],
  ],
  home: [
    ['booked', 84],
    ['statutory', 12],
    ['walkIn', 4],
  ],
  phone: [['walkIn', 1]],
  street: [['walkIn', 1]],
  other: [['walkIn', 1]],
}

/** A talk that the law asks for has a name; who just comes in seldom says one. */
const shareNamed: Record<Kind, number> = { walkIn: 0.12, booked: 0.5, statutory: 1 }

interface Place {
  who: PersonKey
  venue: Venue
  centre: CentreKey | null
  clock: number
}

interface Town {
  chance: Chance
  citizens: ReturnType<typeof citizensOf>
  missed: Map<Venue, ReturnType<typeof meter>>
  /** Talks that are due, as a number with a fraction. */
  owed: number
  talks: Talk[]
}
