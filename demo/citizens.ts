// The citizens of Haderby, as each party knows them: an alias, and what the talks with them are mostly about.

import type { Income, Topic } from '../src/features/contacts/codes.ts'
import type { Day } from '../src/platform/time.ts'
import { demoId, meter } from './chance.ts'
import type { Chance } from './chance.ts'
import type { PartyKey } from './places.da.ts'
import { aliasOf } from './words.da.ts'

export interface Citizen {
  id: string
  party: PartyKey
  alias: string
  since: Day
  /** Whether the municipality knew them before; null: nobody has asked. */
  known: boolean | null
  income: Income | null
  topics: Topic[]
  /** Those of the topics that no held talk was about yet. */
  open: Set<Topic>
  /** The quarter in which they last stayed away. */
  missed: string
}

/** Somebody of a party, mostly one who came lately; now and then somebody new. */
export function citizensOf(chance: Chance) {
  const pools = new Map<PartyKey, Citizen[]>()
  const all: Citizen[] = []
  const isNew = meter()
  const [wasUnknown, wasNotAsked] = [meter(), meter()]

  function welcome(party: PartyKey, since: Day): Citizen {
    const pool = pools.get(party) ?? []
    const alias = firstOf[party]?.[pool.length] ?? aliasOf(all.length)
    const topics = topicsFor(party, chance)
    const unknown = wasUnknown(0.293)
    const known = unknown ? false : wasNotAsked(0.06) ? null : true
    const id = demoId(`citizen ${party} ${alias}`, Date.UTC(since.year, since.month - 1, since.day))
    const citizen: Citizen = {
      id,
      party,
      alias,
      since,
      known,
      income: chance.weigh(incomes),
      topics,
      open: new Set(topics),
      missed: '',
    }
    pools.set(party, [...pool, citizen])
    all.push(citizen)
    return citizen
  }

  return {
    all,
    welcome,
    meet(party: PartyKey, at: { day: Day; newShare: number }): Citizen {
      const pool = pools.get(party) ?? []
      const last = pool.at(-1)
      if (!last || pool.length < 5 || isNew(at.newShare)) return welcome(party, at.day)
      return pool[pool.length - 1 - Math.floor(pool.length * chance.next() ** 1.6)] ?? last
    },
    /** As a party calls somebody: two parties may know the same person. */
    named: (alias: string, party: PartyKey): Citizen | undefined =>
      all.find(citizen => citizen.alias === alias && citizen.party === party),
  }
}

export type Citizens = ReturnType<typeof citizensOf>

/** The ones that the pages of the sign-ins show come first. */
const firstOf: Partial<Record<PartyKey, string[]>> = {
  jobcenter: ['Viggo', 'Snurre', 'Karla'],
  social: ['Bager-Tove', 'Orla'],
  fyrskuret: ['Lange Per', 'Misse', 'Thomas'],
  gryden: ['Svend', 'Trille'],
  skp: ['Polle', 'Viggo', 'Lange Per'],
}

/** Two of five have a pension, nearly all others a benefit (domain 140). */
const incomes = [
  ['labourMarketBenefit', 54],
  ['pension', 36],
  ['wage', 1],
  ['other', 1],
  [null, 8],
] as const satisfies (readonly [Income | null, number])[]

function topicsFor(party: PartyKey, chance: Chance): Topic[] {
  const shares: Partial<Record<Topic, number>> = { ...shareOfTopic, ...shareAt[party] }
  const own = topicsInTurn.filter(topic => chance.is(shares[topic] ?? 0))
  return own.length > 0 ? own : ['economyAndHousing']
}

const topicsInTurn = ['economyAndHousing', 'substanceUse', 'health', 'mentalHealth', 'work'] as const satisfies Topic[]
const shareOfTopic: Record<Topic, number> = {
  economyAndHousing: 0.865,
  substanceUse: 0.3,
  health: 0.31,
  mentalHealth: 0.31,
  work: 0.07,
}
const shareAt: Partial<Record<PartyKey, Partial<Record<Topic, number>>>> = {
  jobcenter: { work: 0.44, substanceUse: 0.22 },
  rusmiddel: { substanceUse: 0.86, economyAndHousing: 0.72 },
  sundhed: { health: 0.86, economyAndHousing: 0.72 },
  skp: { mentalHealth: 0.44 },
}
