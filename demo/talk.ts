// What a talk was about and what it gave.

import type {
  Comer,
  Effort,
  HelpForm,
  Introducer,
  Kind,
  Mover,
  Outcome,
  Topic,
} from '../src/features/contacts/codes.ts'
import { helpForms } from '../src/features/contacts/codes.ts'
import type { Chance } from './chance.ts'
import type { Citizen } from './citizens.ts'
import { agendas, nextThings } from './words.da.ts'

export interface Content {
  minutes: number | null
  movedBy: Mover | null
  topics: Topic[]
  help: HelpForm[]
  came: Comer | null
  introducedBy: Introducer | null
  adviceWasEnough: boolean
  agenda: string | null
  /** `inDays` from the day of the talk. */
  next: { thing: string; inDays: number } | null
}

export function contentOf(
  chance: Chance,
  of: { effort: Effort; kind: Kind; outcome: Outcome; citizen: Citizen | null; along: number },
): Content {
  const movedBy = of.outcome === 'moved' ? chance.weigh<Mover>(movers) : null
  if (of.outcome !== 'held') return { ...nothing, movedBy }
  const isOpen = of.kind === 'walkIn'
  const hasNext = chance.is(0.14)
  return {
    minutes: chance.pick(isOpen ? shortTalks : talks),
    movedBy,
    topics: topicsOf(chance, of.citizen),
    help: helpOf(chance, of.effort),
    came: isOpen ? (chance.is(0.72) ? 'citizen' : 'worker') : null,
    introducedBy: isOpen || chance.is(0.1) ? chance.weigh<Introducer>(introducers) : null,
    adviceWasEnough: !hasNext && chance.is(0.2 + 0.14 * of.along),
    agenda: of.citizen && chance.is(0.1) ? chance.pick(agendas) : null,
    next: hasNext ? { thing: chance.pick(nextThings), inDays: 1 + Math.floor(chance.next() * 9) } : null,
  }
}

/** A citizen's own matters in turn, so that in the end each was talked about; of who is anonymous the usual ones. */
function topicsOf(chance: Chance, citizen: Citizen | null): Topic[] {
  const own = citizen?.topics ?? []
  const first = citizen ? [...citizen.open].slice(0, 2) : [chance.weigh<Topic>(usual)]
  for (const topic of first) citizen?.open.delete(topic)
  const again = own[Math.floor(chance.next() * own.length)]
  const second = chance.is(0.3) ? chance.weigh<Topic>(usual) : undefined
  if (first.length > 0) return [...new Set(citizen || !second ? first : [...first, second])]
  return again ? [again] : []
}

function helpOf(chance: Chance, effort: Effort): HelpForm[] {
  const own = helpForms.filter(form => chance.is((shareOfHelp[form] ?? 0) * (moreAt[effort][form] ?? 1)))
  return own.length > 0 ? own : [1]
}

/** Advice and forms are most of it (domain 55-62). */
const shareOfHelp: Record<HelpForm, number> = {
  1: 0.33,
  2: 0.145,
  3: 0.42,
  4: 0.315,
  5: 0.14,
  6: 0.15,
  7: 0.02,
  8: 0.062,
}
const moreAt: Record<Effort, Partial<Record<HelpForm, number>>> = {
  casework: { 2: 1.7, 5: 0.6, 6: 0.35, 7: 0.4 },
  substanceUse: { 2: 0.4, 3: 0.6, 6: 2.6, 7: 3 },
  contactPerson: { 2: 0.4, 5: 2, 8: 1.8 },
  health: { 2: 0.3, 3: 0.6, 4: 0.5, 6: 3.2, 7: 1.5 },
  employment: { 4: 0.7, 6: 0.3, 7: 0.2 },
}

const nothing: Content = {
  minutes: null,
  movedBy: null,
  topics: [],
  help: [],
  came: null,
  introducedBy: null,
  adviceWasEnough: false,
  agenda: null,
  next: null,
}

const talks = [30, 30, 30, 45, 45, 60, 15, 60] as const
const shortTalks = [5, 15, 15, 15, 30, 30] as const
const movers = [
  ['citizen', 60],
  ['worker', 30],
  ['centre', 10],
] as const
const introducers = [
  ['centre', 40],
  ['self', 28],
  ['citizen', 14],
  ['volunteer', 10],
  ['colleague', 8],
] as const
const usual = [
  ['economyAndHousing', 62],
  ['health', 13],
  ['substanceUse', 12],
  ['mentalHealth', 9],
  ['work', 4],
] as const
