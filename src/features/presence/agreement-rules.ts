// Which agreed meetings a change of hours would hit. Told before it is saved, by their times and nothing else.

import {
  addDays,
  compareClocks,
  compareDays,
  formatClock,
  formatDay,
  holdsClock,
  sameDay,
  type Clock,
  type Day,
} from '../../platform/time.ts'
import { splitAt } from './hours-rules.ts'
import {
  isAway,
  presentOn,
  type Absence,
  type Occurrence,
  type Plan,
  type PresenceChange,
  type PresenceTime,
  type Timetable,
} from './occurrence-rules.ts'

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

/** The plan as it would be, so that what is told before is what happens after. */
export function withTime(
  plan: Plan,
  { old, changed, from }: { old: PresenceTime; changed: PresenceTime; from: Day },
): Plan {
  const { before, after } = splitAt(old.valid, from)
  const next = { ...changed, valid: { from: after.from, until: changed.valid.until } }
  const ended = before ? [{ ...old, valid: before }] : []
  return {
    ...plan,
    times: [...plan.times.filter(time => time.id !== old.id), ...ended, next],
    changes: plan.changes.map(change =>
      change.presenceTimeId === old.id && compareDays(change.day, from) >= 0
        ? { ...change, presenceTimeId: next.id }
        : change,
    ),
  }
}

export const withTimeEnding = (plan: Plan, old: PresenceTime, lastDay: Day): Plan => ({
  ...plan,
  times: plan.times.map(time =>
    time.id === old.id ? { ...time, valid: { from: time.valid.from, until: addDays(lastDay, 1) } } : time,
  ),
})

/** Without a change the occurrence is what the week says. */
export const withChange = (
  plan: Plan,
  single: { timeId: string; plannedDay: Day },
  change: PresenceChange | null,
): Plan => ({
  ...plan,
  changes: [
    ...plan.changes.filter(one => !(one.presenceTimeId === single.timeId && sameDay(one.day, single.plannedDay))),
    ...(change ? [change] : []),
  ],
})

export const withAbsence = (plan: Plan, absence: Absence): Plan => ({
  ...plan,
  absences: [...plan.absences.filter(one => one.id !== absence.id), absence],
})
