import { addDays, compareDays, weekdayOf } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'

/** How many working days a question may stand unanswered before whoever asked is told; twice that, the coordinator. */
export const workdaysToAnswer = 3

/** The day before which a thing has stood still: at least so many whole working days lie between it and today. */
export function quietBefore(today: Day, workdays: number, isClosed: (day: Day) => boolean): Day {
  let [at, left] = [today, workdays]
  while (left > 0) {
    at = addDays(at, -1)
    if (isWorkday(at, isClosed)) left -= 1
  }
  return at
}

/** Monday to Friday, save the holidays that the municipality keeps. */
function isWorkday(day: Day, isClosed: (day: Day) => boolean): boolean {
  return weekdayOf(day) <= 5 && !isClosed(day)
}

/** Whether we have not met the citizen for the weeks that the plan says; a new plan has as long to begin with. */
export function isUnmet(
  plan: { weeks: number; lastMet: Day | undefined; opened: Day | undefined },
  today: Day,
): boolean {
  return [plan.lastMet, plan.opened].every(
    since => since === undefined || compareDays(addDays(since, plan.weeks * 7), today) < 0,
  )
}
