// What may be written down about hours. A rule that says no gives the sentence that explains it.

import {
  addDays,
  compareClocks,
  compareDays,
  formatDateYear,
  formatDay,
  formatHours,
  hoursOverlap,
  sameDay,
  weekdayName,
  type Day,
  type Days,
  type Hours,
} from '../../platform/time.ts'
import {
  absenceOn,
  openingOf,
  presentOn,
  type Absence,
  type PresenceTime,
  type Timetable,
  type Weeks,
} from './occurrence-rules.ts'
import type { Centre } from './opening-rules.ts'
import { movesAtMost } from './next-rules.ts'
import { refusals } from './hours-texts.da.ts'

export type Refusal = { field: string; message: string }

export type WantedTime = {
  id: string | null
  centreId: string
  roomId: string | null
  weekday: number
  weeks: Weeks
  hours: Hours
  valid: Days
}

/** A weekly time ends after it begins, is in a room of its centre, and nobody is in two places at once. */
export function whyNotTime(wanted: WantedTime, own: PresenceTime[], centres: Centre[]): Refusal | null {
  if (compareClocks(wanted.hours.until, wanted.hours.from) <= 0)
    return { field: 'until', message: refusals.endsBeforeItBegins }
  if (wanted.valid.until && compareDays(wanted.valid.until, wanted.valid.from) <= 0)
    return { field: 'lastDay', message: refusals.lastBeforeFirst }
  const wrongRoom = whyNotRoom(wanted, centres)
  if (wrongRoom) return wrongRoom
  const other = own.find(time => time.id !== wanted.id && meet(time, wanted))
  if (!other) return null
  const at = centres.find(one => one.id === other.centreId)?.at ?? ''
  return {
    field: 'from',
    message: refusals.alreadyAt(at, `${weekdayName(other.weekday)} ${formatHours(other.hours)}`),
  }
}

function whyNotRoom(
  { centreId, roomId }: { centreId: string; roomId: string | null },
  centres: Centre[],
): Refusal | null {
  const centre = centres.find(one => one.id === centreId)
  if (!centre) return { field: 'centreId', message: refusals.noCentre }
  return roomId === null || centre.rooms.some(room => room.id === roomId)
    ? null
    : { field: 'roomId', message: refusals.roomElsewhere(centre.name) }
}

type Rhythm = Pick<PresenceTime, 'weekday' | 'weeks' | 'hours' | 'valid'>

/** Whether two rhythms ever share a day and an hour. Odd and even weeks never meet. */
function meet(a: Rhythm, b: Rhythm): boolean {
  const apart = a.weekday !== b.weekday || (a.weeks !== 'all' && b.weeks !== 'all' && a.weeks !== b.weeks)
  return !apart && hoursOverlap(a.hours, b.hours) && daysOverlap(a.valid, b.valid)
}

const daysOverlap = (a: Days, b: Days): boolean => begins(a, b) && begins(b, a)
const begins = (a: Days, b: Days): boolean => b.until === null || compareDays(a.from, b.until) < 0

export type WantedOccurrence = {
  timeId: string
  personId: string
  plannedDay: Day
  day: Day
  centreId: string
  roomId: string | null
  hours: Hours
}

type Around = { timetable: Timetable; centres: Centre[]; today: Day }

/** One occurrence may go to a day ahead on which the centre is open and its person free. */
export function whyNotOccurrence(wanted: WantedOccurrence, { timetable, centres, today }: Around): Refusal | null {
  if (compareClocks(wanted.hours.until, wanted.hours.from) <= 0)
    return { field: 'until', message: refusals.endsBeforeItBegins }
  if (compareDays(wanted.day, today) < 0) return { field: 'day', message: refusals.dayIsPast }
  if (Math.abs(wanted.plannedDay.until(wanted.day).days) > movesAtMost)
    return { field: 'day', message: refusals.tooFar(movesAtMost) }
  const wrongRoom = whyNotRoom(wanted, centres)
  if (wrongRoom) return wrongRoom
  if (openingOf(timetable, wanted.centreId, wanted.day).closedDay)
    return { field: 'day', message: refusals.centreClosed(formatDay(wanted.day)) }
  if (absenceOn(timetable, wanted.personId, wanted.day))
    return { field: 'day', message: refusals.awayThen(formatDay(wanted.day)) }
  const other = presentOn(timetable, wanted.day).find(
    one =>
      one.personId === wanted.personId &&
      hoursOverlap(one.hours, wanted.hours) &&
      !(one.timeId === wanted.timeId && sameDay(one.plannedDay, wanted.plannedDay)),
  )
  const at = other && centres.find(one => one.id === other.centreId)?.at
  return other
    ? {
        field: 'from',
        message: refusals.alreadyAt(at ?? '', `${formatDay(other.day)} ${formatHours(other.hours)}`),
      }
    : null
}

export type WantedAbsence = {
  id: string | null
  personId: string
  fromDay: Day
  untilDay: Day
  substitutePersonId: string | null
}

/** An absence ends on or after its first day, stands alone, and its substitute is not away too. */
export function whyNotAbsence(
  wanted: WantedAbsence,
  absences: Absence[],
  nameOf: (personId: string) => string,
): Refusal | null {
  if (compareDays(wanted.untilDay, wanted.fromDay) < 0) return { field: 'untilDay', message: refusals.lastBeforeFirst }
  if (wanted.fromDay.until(wanted.untilDay).days > 366) return { field: 'untilDay', message: refusals.tooLong }
  const own = absences.find(one => one.personId === wanted.personId && one.id !== wanted.id && touches(one, wanted))
  if (own) return { field: 'fromDay', message: refusals.alreadyAway(spanWords(own)) }
  const theirs = absences.find(one => one.personId === wanted.substitutePersonId && touches(one, wanted))
  if (!theirs || wanted.substitutePersonId === null) return null
  return {
    field: 'substitutePersonId',
    message: refusals.substituteAway(nameOf(wanted.substitutePersonId), spanWords(theirs)),
  }
}

type Span = Pick<Absence, 'fromDay' | 'untilDay'>

const touches = (a: Span, b: Span): boolean =>
  compareDays(a.fromDay, b.untilDay) <= 0 && compareDays(b.fromDay, a.untilDay) <= 0

const spanWords = ({ fromDay, untilDay }: Span): string =>
  sameDay(fromDay, untilDay)
    ? formatDateYear(fromDay)
    : refusals.fromTo(formatDateYear(fromDay), formatDateYear(untilDay))

/** The weekly rhythm after a change from a day on: the old one ends the day before, the new one begins. */
export const splitAt = (valid: Days, day: Day): { before: Days | null; after: Days } => ({
  before: compareDays(valid.from, day) < 0 ? { from: valid.from, until: day } : null,
  after: { from: compareDays(valid.from, day) < 0 ? day : valid.from, until: valid.until },
})

/** How the database writes a range: with its last day, not the day after. */
export const lastDayOf = (valid: Days): Day | null => valid.until && addDays(valid.until, -1)
