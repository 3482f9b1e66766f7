// Which agreed meetings a change of hours would hit. Told before it is saved, by their times and nothing else.

import {
  compareClocks,
  formatClock,
  formatDay,
  holdsClock,
  sameDay,
  type Clock,
  type Day,
} from '../../platform/time.ts'
import { isAway, presentOn, type Occurrence, type Timetable } from './occurrence-rules.ts'

/** A meeting ahead that is booked or statutory and whose outcome is open. */
export type Agreement = { day: Day; clock: Clock | null }

/** An agreement is hit when its worker was to be somewhere at that time and now is not there, or is away the whole day. */
export function hitAgreements(
  agreements: Agreement[],
  change: { before: Timetable; after: Timetable; personId: string },
): Agreement[] {
  const { before, after, personId } = change
  return agreements.filter(agreement => {
    if (isAway(after, personId, agreement.day)) return !isAway(before, personId, agreement.day)
    const was = during(before, personId, agreement)
    const is = during(after, personId, agreement)
    return was.length > 0 && !was.some(one => is.some(other => other.centreId === one.centreId))
  })
}

/** One without a clock time may be at any hour of its day. */
const during = (timetable: Timetable, personId: string, { day, clock }: Agreement): Occurrence[] =>
  presentOn(timetable, day).filter(one => one.personId === personId && (clock === null || holdsClock(one.hours, clock)))

export const agreementWords = ({ day, clock }: Agreement): string =>
  clock === null ? formatDay(day) : `${formatDay(day)} ${formatClock(clock)}`

/** Those still ahead: one of this morning is over. */
export const isAhead = ({ day, clock }: Agreement, now: { day: Day; clock: Clock }): boolean =>
  !sameDay(day, now.day) || clock === null || compareClocks(clock, now.clock) >= 0
