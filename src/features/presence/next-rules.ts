// "Næste gang": the first time ahead that somebody can be met, and how one says when.

import { addDays, formatDay, formatHours, weekdayName, weekdayOf, type Day, type Hours } from '../../platform/time.ts'
import { presentOn, type Occurrence, type Timetable } from './occurrence-rules.ts'

export type Next = { day: Day; hours: Hours; occurrence: Occurrence }

/** How far ahead the board looks. The queries fetch changes and absences as far. */
export const daysAhead = 35

/** An occurrence is moved by at most so many days; the index by day is read no wider. */
export const movesAtMost = 92

export function nextVisit(timetable: Timetable, after: Day, wanted: (occurrence: Occurrence) => boolean): Next | null {
  for (let ahead = 1; ahead <= daysAhead; ahead += 1) {
    const day = addDays(after, ahead)
    const occurrence = presentOn(timetable, day).find(wanted)
    if (occurrence) return { day, hours: occurrence.hours, occurrence }
  }
  return null
}

/** "torsdag kl. 10–14" within a week; farther away the date stands with it. */
export function whenWords(next: Pick<Next, 'day' | 'hours'>, from: Day): string {
  const near = addDays(from, 7).since(next.day).days > 0
  return `${near ? weekdayName(weekdayOf(next.day)) : formatDay(next.day)} ${formatHours(next.hours)}`
}
