// The board when nobody is to be met any more today: tomorrow first.

import {
  addDays,
  capitalised,
  clock,
  compareClocks,
  formatClockBare,
  formatDay,
  formatHours,
  sameDay,
  weekdayName,
  weekdayOf,
  type Clock,
  type Day,
} from '../../platform/time.ts'
import type { Now } from './arrival-rules.ts'
import { faceOf, houseOf, type Face } from './face-rules.ts'
import { daysAhead } from './next-rules.ts'
import { openingOf, presentOn, type Occurrence, type Timetable } from './occurrence-rules.ts'
import type { Centre } from './opening-rules.ts'
import { boardSays, openingSays } from './texts.da.ts'

export type NextVisit = { face: Face; words: string }
export type Closed = { evening: boolean; title: string; sentence: string; heading: string | null; visits: NextVisit[] }

type Place = { timetable: Timetable; centres: Map<string, Centre>; now: Now }

const evening = clock('17:00')
const noon = clock('12:00')

/** Null while a centre is open or will open today; the caller knows that nobody is or comes there. */
export function closedFor(place: Place): Closed | null {
  const { timetable, centres, now } = place
  const opens = [...centres.keys()].some(id =>
    openingOf(timetable, id, now.day).hours.some(hours => isAhead(hours.until, now)),
  )
  if (opens) return null
  const late = compareClocks(now.clock, evening) >= 0
  const next = nextDayWithVisits(place)
  return {
    evening: late,
    title: late ? boardSays.closedEvening : boardSays.closedDay,
    sentence: [boardSays.clockIs(formatClockBare(now.clock)), next ? nextSentence(now.day, next) : '']
      .filter(Boolean)
      .join(' '),
    heading: next && headingOf(now.day, next.day),
    visits: next ? next.visits.map(visit => visitOf(place, visit)) : [],
  }
}

const isAhead = (at: Clock, now: Now): boolean => compareClocks(now.clock, at) < 0

type DayAhead = { day: Day; visits: Occurrence[] }

function nextDayWithVisits({ timetable, now }: Place): DayAhead | null {
  for (let ahead = 1; ahead <= daysAhead; ahead += 1) {
    const day = addDays(now.day, ahead)
    const visits = presentOn(timetable, day)
    if (visits.length > 0) return { day, visits: visits.toSorted(kommuneFirst(timetable)) }
  }
  return null
}

const kommuneFirst = (timetable: Timetable) => (a: Occurrence, b: Occurrence) => rank(timetable, a) - rank(timetable, b)

const rank = (timetable: Timetable, visit: Occurrence) => (houseOf(timetable, visit) === 'kommune' ? 0 : 1)

function nextSentence(from: Day, { day, visits }: DayAhead): string {
  if (!sameDay(day, addDays(from, 1))) return boardSays.thatDay(capitalised(dayWords(from, day)))
  const early = visits.some(visit => compareClocks(visit.hours.from, noon) < 0)
  return early ? boardSays.tomorrowEarly : boardSays.tomorrow
}

const headingOf = (from: Day, day: Day): string =>
  sameDay(day, addDays(from, 1)) ? boardSays.tomorrowHeading(weekdayName(weekdayOf(day))) : capitalised(formatDay(day))

const dayWords = (from: Day, day: Day): string =>
  from.until(day).days < 7 ? weekdayName(weekdayOf(day)) : formatDay(day)

const visitOf = ({ timetable, centres }: Place, visit: Occurrence): NextVisit => ({
  face: faceOf(timetable, visit),
  words: [centres.get(visit.centreId)?.name, formatHours(visit.hours)].filter(Boolean).join(', '),
})

/** "åbent til kl. 16": nothing where a centre has told no hours. */
export function openingWords({ timetable, now }: Place, centreId: string): string | null {
  const { hours, known } = openingOf(timetable, centreId, now.day)
  if (!known) return null
  const next = hours.find(own => isAhead(own.until, now))
  if (!next) return hours.length > 0 ? openingSays.closedNow : openingSays.closedToday
  const isOpen = !isAhead(next.from, now)
  return isOpen ? openingSays.openUntil(formatClockBare(next.until)) : openingSays.opensAt(formatClockBare(next.from))
}

/** A day with a name is told on the board whether it is kept or not. */
export function holidayLine({ timetable, centres, now }: Place): string | null {
  const holiday = timetable.openings.holidays.get(String(now.day))
  if (!holiday) return null
  const closed = [...centres.keys()].filter(id => openingOf(timetable, id, now.day).closedDay)
  if (closed.length === 0) return boardSays.holidayOpen(holiday.name)
  return closed.length === centres.size ? boardSays.holidayKept(holiday.name) : boardSays.someOpen(holiday.name)
}
