// The lamp: whether somebody is here now, and until when. A fixed time lights it by itself, so that the board
// is right on a day when nobody thinks of a telephone; "Jeg er gået" puts it out, and "Jeg er her" lights it early,
// late, and where no time was fixed.

import { clockOf, compareClocks, compareInstants, dayOf, sameDay } from '../../platform/time.ts'
import type { Clock, Day, Hours, Instant } from '../../platform/time.ts'
import type { Occurrence } from './occurrence-rules.ts'

export type Arrival = { id: string; personId: string; centreId: string; arrivedAt: Instant; leftAt: Instant | null }

export type Lamp =
  | { state: 'here'; until: Clock | null }
  | { state: 'coming'; hours: Hours }
  | { state: 'left' }
  | { state: 'over'; hours: Hours }
  | { state: 'elsewhere'; centreId: string }

export type Now = { day: Day; clock: Clock }

/** The arrivals of today in Danish time. One that was forgotten yesterday lights nothing today. */
export type ArrivalToday = { personId: string; centreId: string; from: Clock; left: Clock | null }

export const nowOf = (now: Instant): Now => ({ day: dayOf(now), clock: clockOf(now) })

export const arrivalsToday = (arrivals: Arrival[], now: Instant): ArrivalToday[] =>
  arrivals
    .filter(arrival => compareInstants(arrival.arrivedAt, now) <= 0 && sameDay(dayOf(arrival.arrivedAt), dayOf(now)))
    .toSorted((a, b) => compareInstants(a.arrivedAt, b.arrivedAt))
    .map(arrival => ({
      personId: arrival.personId,
      centreId: arrival.centreId,
      from: clockOf(arrival.arrivedAt),
      left: arrival.leftAt && clockOf(arrival.leftAt),
    }))

/** `arrivals` are those of this one person, today; the occurrence takes place today. */
export function lampOf(occurrence: Occurrence, arrivals: ArrivalToday[], now: Clock): Lamp {
  const { hours, centreId } = occurrence
  if (compareClocks(hours.until, now) <= 0) return { state: 'over', hours }
  const open = arrivals.findLast(arrival => arrival.left === null)
  if (open?.centreId === centreId) return { state: 'here', until: hours.until }
  const started = compareClocks(hours.from, now) <= 0
  if (open && started) return { state: 'elsewhere', centreId: open.centreId }
  if (!started) return { state: 'coming', hours }
  return arrivals.some(arrival => leftDuring(arrival, occurrence))
    ? { state: 'left' }
    : { state: 'here', until: hours.until }
}

/** Going before the hours began says nothing about them: somebody may look in at breakfast and come back at ten. */
const leftDuring = (arrival: ArrivalToday, { centreId, hours }: Occurrence): boolean =>
  arrival.centreId === centreId && arrival.left !== null && compareClocks(hours.from, arrival.left) < 0

/**
 * Somebody who is here although no time was fixed, or whose fixed time is over.
 * They stay until the centre closes, as far as anybody knows.
 */
export function arrivedOutsideHours(arrival: ArrivalToday, own: Occurrence[], now: Clock): boolean {
  if (arrival.left !== null) return false
  const here = own.filter(occurrence => occurrence.centreId === arrival.centreId)
  if (here.some(occurrence => compareClocks(now, occurrence.hours.until) < 0)) return false
  return here.every(occurrence => compareClocks(occurrence.hours.until, arrival.from) <= 0)
}
