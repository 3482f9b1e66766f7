import { addDays, compareDays, day, formatDateYear } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { texts } from './texts.da.ts'

export const periods = ['three-years', 'this-year', 'last-year', 'own'] as const
export type PeriodName = (typeof periods)[number]

/** A period with both days included, and what it is called. */
export interface Period {
  name: PeriodName
  from: Day
  to: Day
  label: string
}
export type Chosen = { ok: true; period: Period } | { ok: false; field: 'from' | 'to'; message: string }

/** No longer period is asked for on a page. */
const mostYears = 20

/** The period that was chosen; three years when none was, and days of one's own when they are all that is said. */
export function periodOf(
  asked: { period?: PeriodName | undefined; from?: Day | undefined; to?: Day | undefined },
  today: Day,
): Chosen {
  const { from, to } = asked
  const name = asked.period ?? (from || to ? 'own' : 'three-years')
  if (name !== 'own' || (!from && !to)) return { ok: true, period: { ...namedPeriod(name, today), name } }
  if (!from || !to) return { ok: false, field: from ? 'to' : 'from', message: texts.form.bothDays }
  if (compareDays(to, from) < 0) return { ok: false, field: 'to', message: texts.form.backwards }
  if (compareDays(to, from.add({ years: mostYears })) >= 0)
    return { ok: false, field: 'to', message: texts.form.tooLong(mostYears) }
  return { ok: true, period: { name, from, to, label: texts.days(formatDateYear(from), formatDateYear(to)) } }
}

/** Three years, of which the present one goes until today. */
export function defaultPeriod(today: Day): Period {
  return { name: 'three-years', ...namedPeriod('three-years', today) }
}

/** What there is to choose, in order. */
export function periodChoices(today: Day): { value: PeriodName; label: string }[] {
  return [
    { value: 'three-years', label: namedPeriod('three-years', today).label },
    { value: 'this-year', label: texts.form.thisYear(today.year) },
    { value: 'last-year', label: texts.form.lastYear(today.year - 1) },
    { value: 'own', label: texts.form.own },
  ]
}

/** The first and the last day of a quarter such as 2026-K3, and its name. */
export function quarterDays(quarter: string): { from: Day; to: Day; label: string } {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))]
  const from = day(`${quarter.slice(0, 4)}-01-01`).add({ months: (number - 1) * 3 })
  return { from, to: addDays(from.add({ months: 3 }), -1), label: texts.quarter(number, year) }
}

// What is not over goes on until today: what is agreed for later is not a figure yet.
function namedPeriod(name: PeriodName, today: Day): Omit<Period, 'name'> {
  const first = today.year - (name === 'this-year' ? 0 : name === 'last-year' ? 1 : 2)
  const last = name === 'last-year' ? first : today.year
  const to = last === today.year ? today : day(`${last}-12-31`)
  return { from: day(`${first}-01-01`), to, label: texts.years(first, last) }
}
