// What a talk that is recorded now most likely was, from where the worker is today.

import { compareClocks } from '../../platform/time.ts'
import type { Clock } from '../../platform/time.ts'
import type { Effort, Membership } from '../people/rules.ts'
import { recordRoles } from '../people/rules.ts'

/** One stretch of the worker's day at a centre. */
interface MyHours {
  centreId: string
  partyId: string
  from: Clock
  until: Clock
}

export interface MyDay {
  hours: readonly MyHours[]
  /** Where "Jeg er her" was tapped today, and not yet "Jeg er gået". */
  arrivedAt: string | null
}

export interface Guess {
  /** Null when nothing tells where the worker is; then the page asks. */
  centreId: string | null
  partyId: string | null
  effort: Effort | null
}

/**
 * The tap says it best, then the hours that are now or nearest, then the centre that one works for. The party and
 * the effort are those of the hours, and the only ones where there is no choice.
 */
export function guessFrom(
  day: MyDay,
  at: { now: Clock; memberships: readonly Membership[]; centres: readonly OwnCentre[] },
): Guess {
  const mine = at.memberships.filter(each => (recordRoles as readonly string[]).includes(each.role))
  const hours = nearest(
    day.hours.filter(each => day.arrivedAt === null || each.centreId === day.arrivedAt),
    at.now,
  )
  const own = at.centres.filter(centre => mine.some(each => each.partyId === centre.partyId))
  const partyId = mine.find(each => each.partyId === hours?.partyId)?.partyId ?? mine[0]?.partyId ?? null
  const efforts = mine.filter(each => each.partyId === partyId).map(each => each.effort)
  return {
    centreId: day.arrivedAt ?? hours?.centreId ?? (own.length === 1 ? (own[0]?.id ?? null) : null),
    partyId,
    effort: efforts.find(effort => effort !== null) ?? null,
  }
}

function nearest(hours: readonly MyHours[], now: Clock): MyHours | undefined {
  return hours.toSorted((a, b) => distance(a, now) - distance(b, now))[0]
}

function distance({ from, until }: MyHours, now: Clock): number {
  if (compareClocks(now, from) < 0) return now.until(from).total('minutes')
  return compareClocks(now, until) > 0 ? until.until(now).total('minutes') : 0
}

interface OwnCentre {
  id: string
  partyId: string
}
