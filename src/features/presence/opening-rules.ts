// When a centre is open, and which days of the year the municipality keeps.

import { compareClocks, day, sameDay, weekdayOf, type Day, type Hours } from '../../platform/time.ts'
import { holidaySays } from './texts.da.ts'

export type Centre = {
  id: string
  slug: string
  name: string
  /** Where one is: "på Fyrskuret", "i Blå Port". */
  at: string
  address: string
  phone: string | null
  rooms: { id: string; name: string }[]
}

export type CentreHours = { centreId: string; weekday: number; hours: Hours }
/** One day that a centre decides for itself: it leads both the week and the municipality's holidays. */
export type CentreDay = { centreId: string; day: Day; open: boolean; hours: Hours | null }
export type Holiday = { day: Day; name: string; kept: boolean }

/** The four days that are no public holidays and that each municipality keeps or not, as month and day. */
export const optionalDays = ['05-01', '06-05', '12-24', '12-31'] as const
export type OptionalDay = (typeof optionalDays)[number]

export type Opening = {
  /** Closed for this one day, so that nobody comes: a holiday that is kept, or the centre says so. */
  closedDay: boolean
  /** Empty when the centre is closed, and also when it has told no hours at all. */
  hours: Hours[]
  known: boolean
  holiday: Holiday | null
}

export type OpeningRows = { centreHours: CentreHours[]; centreDays: CentreDay[]; holidays: Holiday[] }
export type Openings = {
  weekly: Map<string, CentreHours[]>
  days: Map<string, CentreDay>
  holidays: Map<string, Holiday>
}

export const openingsOf = (rows: OpeningRows): Openings => ({
  weekly: Map.groupBy(rows.centreHours.toSorted(byWeekdayAndClock), row => row.centreId),
  days: new Map(rows.centreDays.map(row => [`${row.centreId} ${row.day}`, row])),
  holidays: new Map(rows.holidays.map(holiday => [String(holiday.day), holiday])),
})

export function openingOn(openings: Openings, centreId: string, onDay: Day): Opening {
  const holiday = openings.holidays.get(String(onDay)) ?? null
  const own = openings.days.get(`${centreId} ${onDay}`)
  const weekly = openings.weekly.get(centreId) ?? []
  const usual = weekly.filter(row => row.weekday === weekdayOf(onDay)).map(row => row.hours)
  if (own) {
    const hours = own.hours ? [own.hours] : usual
    return { closedDay: !own.open, hours: own.open ? hours : [], known: true, holiday }
  }
  if (holiday?.kept) return { closedDay: true, hours: [], known: true, holiday }
  return { closedDay: false, hours: usual, known: weekly.length > 0, holiday }
}

const byWeekdayAndClock = (a: CentreHours, b: CentreHours): number =>
  a.weekday - b.weekday || compareClocks(a.hours.from, b.hours.from)

const holidaysByYear = new Map<number, { day: Day; name: string; optional: OptionalDay | null }[]>()

/**
 * All the days with a name in these years. The public holidays are kept by everybody; of the four optional days
 * those that the municipality keeps. The list behind it costs a tenth of a second to load, so it is loaded when asked.
 */
export async function holidaysOf(years: number[], keeps: ReadonlySet<string>): Promise<Holiday[]> {
  const named = await Promise.all(years.map(namedDays))
  return named.flat().map(entry => ({
    day: entry.day,
    name: entry.name,
    kept: entry.optional === null || keeps.has(entry.optional),
  }))
}

async function namedDays(year: number) {
  const known = holidaysByYear.get(year)
  if (known) return known
  const { default: Holidays } = await import('date-holidays')
  const publicOnes = new Holidays('DK')
    .getHolidays(year)
    .filter(holiday => holiday.type === 'public')
    .map(holiday => ({ day: day(holiday.date.slice(0, 10)), name: sentenceCase(holiday.name), optional: null }))
  const optionalOnes = optionalDays.map(optional => ({
    day: day(`${year}-${optional}`),
    name: holidaySays[optional],
    optional,
  }))
  // In some years Ascension Day falls on one of the four: the public holiday leads.
  const free = optionalOnes.filter(own => !publicOnes.some(holiday => sameDay(holiday.day, own.day)))
  const all = [...publicOnes, ...free]
  holidaysByYear.set(year, all)
  return all
}

const sentenceCase = (name: string): string => {
  const lower = name.toLocaleLowerCase('da')
  return lower.startsWith('kristi') ? `Kristi${lower.slice('kristi'.length)}` : lower
}
