// The three kinds of time, and the one place where they are joined and put into words.
// An instant is a point that everybody shares, a day is a square in the calendar, a clock time is
// what the clock on the wall says. The zone is named here and never taken from the machine.
// Every range is half-open: it holds its beginning and not its end, so that neighbours touch.

import { Temporal } from 'temporal-polyfill'
import { months, timeSays, weekdays } from './time-texts.da.ts'

export type Day = Temporal.PlainDate
export type Clock = Temporal.PlainTime
export type Instant = Temporal.Instant
export type Hours = { from: Clock; until: Clock }
export type Days = { from: Day; until: Day | null }
export type Parsed<T> = { ok: true; value: T } | { ok: false; message: string }

export const zone = 'Europe/Copenhagen'

/** For what the program itself wrote, such as a row or a test: throws on anything else. */
export const day = remembered((iso: string): Day => Temporal.PlainDate.from(iso))
export const clock = remembered((iso: string): Clock => Temporal.PlainTime.from(iso))
export const instant = (iso: string): Instant => Temporal.Instant.from(iso)
/** Milliseconds since 1970. */
export const instantAt = (milliseconds: number): Instant => Temporal.Instant.fromEpochMilliseconds(milliseconds)
export const instantOf = (date: Date): Instant => instantAt(date.getTime())

/** The machine's clock. Only where a request or a job begins is it asked; from there `now` is an argument. */
export const readNow = (): Instant => instantAt(Date.now())

/** The same few hundred days and clock times stand in every row; reading a text is dear and the values never change. */
function remembered<T>(read: (iso: string) => T): (iso: string) => T {
  const known = new Map<string, T>()
  return iso => {
    const found = known.get(iso)
    if (found !== undefined) return found
    if (known.size > 5000) known.clear()
    const value = read(iso)
    known.set(iso, value)
    return value
  }
}

/** A day as people here write it: 13-03-2017, 13.03.2017, 13/3-2017, 13.03.17, 13. marts 2017 or 2017-03-13. Years of two digits are of this century. */
export function parseDay(text: string): Parsed<Day> {
  const written = text.trim()
  if (written === '') return refused(timeSays.dayMissing)
  const parts =
    /^(?<d>\d{1,2})[-./](?<m>\d{1,2})[-./ ](?<y>\d{4}|\d{2})$/.exec(written) ??
    /^(?<d>\d{1,2})\.? (?<name>[a-z]{3,9})\.? (?<y>\d{4})$/i.exec(written) ??
    /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})$/.exec(written)
  if (!parts?.groups) return refused(withoutYear.test(written) ? timeSays.yearMissing : timeSays.dayUnreadable)
  const { d, m, name, y } = parts.groups
  const month = name === undefined ? Number(m) : monthNamed(name)
  if (month === 0) return refused(timeSays.dayUnreadable)
  return dayOfParts(y?.length === 2 ? 2000 + Number(y) : Number(y), month, Number(d))
}

const withoutYear = /^\d{1,2}([-./ ]\d{1,2}|\.? ?[a-z]{3,9})\.?$/i

/** "december", "dec" or "sept"; 0 when no month is called so. */
function monthNamed(name: string): number {
  return months.findIndex(month => month.startsWith(name.toLowerCase())) + 1
}

function dayOfParts(year: number, month: number, dayOfMonth: number): Parsed<Day> {
  const monthName = months[month - 1]
  if (monthName === undefined) return refused(timeSays.noSuchMonth(month))
  if (year < 1900 || year > 2200) return refused(timeSays.yearTooFar)
  if (dayOfMonth < 1 || dayOfMonth > 31) return refused(timeSays.noSuchDayOfMonth(dayOfMonth))
  const longest = new Temporal.PlainDate(year, month, 1).daysInMonth
  if (dayOfMonth > longest) return refused(timeSays.noSuchDay(dayOfMonth, monthName, year))
  return { ok: true, value: new Temporal.PlainDate(year, month, dayOfMonth) }
}

/** A clock time as people here write it: 14.30, 14:30, 1430, 9 or kl. 9. */
export function parseClock(text: string): Parsed<Clock> {
  const written = text.trim().replace(/^kl\.?\s*/i, '')
  if (written === '') return refused(timeSays.clockMissing)
  const parts = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(written) ?? /^(\d{1,2})(\d{2})$/.exec(written)
  if (!parts) return refused(timeSays.clockUnreadable)
  const hour = Number(parts[1])
  const minute = Number(parts[2] ?? 0)
  if (hour > 23 || minute > 59) return refused(timeSays.noSuchClock)
  return { ok: true, value: new Temporal.PlainTime(hour, minute) }
}

const refused = (message: string): { ok: false; message: string } => ({ ok: false, message })

/** Null in the hour that the spring night skips; in the hour that the autumn night has twice, the first. */
export function atTime(onDay: Day, at: Clock): Instant | null {
  const wall = onDay.toPlainDateTime(at)
  const zoned = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  return zoned.toPlainDateTime().equals(wall) ? zoned.toInstant() : null
}

/** The first instant of a day; `atTime` with midnight would not do, since 15 May 1940 had none. */
export const startOf = (onDay: Day): Instant => startOfText(String(onDay))

/** The first instant after a day: when a yes, a membership or a share that stood on it has ended. */
export const endOf = (onDay: Day): Instant => startOf(addDays(onDay, 1))

const startOfText = remembered((iso: string): Instant => day(iso).toZonedDateTime(zone).toInstant())

export const dayOf = (at: Instant): Day => day(wallTime(at).toISOString().slice(0, 10))

export function clockOf(at: Instant): Clock {
  const wall = wallTime(at)
  return new Temporal.PlainTime(
    wall.getUTCHours(),
    wall.getUTCMinutes(),
    wall.getUTCSeconds(),
    wall.getUTCMilliseconds(),
  )
}

/**
 * What the clock on the wall shows, as if it were UTC. Asking the zone is dear and every page asks many times, so its
 * answer is kept for the hour: since 1894 the clocks here have changed on the full hour alone.
 */
function wallTime(at: Instant): Date {
  return new Date(at.epochMilliseconds + offsetIn(String(Math.floor(at.epochMilliseconds / 3_600_000))))
}

const offsetIn = remembered((hour: string): number => {
  const began = Temporal.Instant.fromEpochMilliseconds(Number(hour) * 3_600_000)
  return began.toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000
})

/** The day of a request's `now`, which is asked for in every row that the request draws. */
export function today(now: Instant): Day {
  if (now !== asked.now) asked = { now, day: dayOf(now) }
  return asked.day
}
let asked: { now: Instant | undefined; day: Day } = { now: undefined, day: day('1970-01-01') }

/** Words for a day that change at midnight alone, kept until then: they are dearer than the row that they stand in. */
export function saidUntilMidnight(words: (on: Day, now: Instant) => string): (on: Day, now: Instant) => string {
  const known = new Map<Day, string>()
  let saidOn: Day | undefined
  return (on, now) => {
    const here = today(now)
    if (here !== saidOn || known.size > 5000) known.clear()
    saidOn = here
    const found = known.get(on) ?? words(on, now)
    known.set(on, found)
    return found
  }
}

export const addDays = (to: Day, count: number): Day => to.add({ days: count })
export const addMinutes = (to: Instant, count: number): Instant => to.add({ minutes: count })
export const compareDays = (a: Day, b: Day): number => Temporal.PlainDate.compare(a, b)
export const compareClocks = (a: Clock, b: Clock): number => Temporal.PlainTime.compare(a, b)
export const compareInstants = (a: Instant, b: Instant): number => Temporal.Instant.compare(a, b)
export const sameDay = (a: Day, b: Day): boolean => a.equals(b)

/** Monday is 1 and Sunday 7, as in the database. */
export const weekdayOf = (onDay: Day): number => onDay.dayOfWeek
export const mondayOf = (onDay: Day): Day => addDays(onDay, 1 - onDay.dayOfWeek)

/** The ISO week: the one with the year's first Thursday is 1, and it may belong to the neighbouring year. */
export function isoWeek(onDay: Day): { year: number; week: number } {
  const thursday = addDays(onDay, 4 - onDay.dayOfWeek)
  return { year: thursday.year, week: Math.ceil(thursday.dayOfYear / 7) }
}

/** The days from the first up to, and not with, the last. */
export function daysFrom(first: Day, until: Day): Day[] {
  const count = Math.max(0, first.until(until, { largestUnit: 'day' }).days)
  return Array.from({ length: count }, (_, index) => addDays(first, index))
}

export const weekOf = (onDay: Day): Day[] => daysFrom(mondayOf(onDay), addDays(mondayOf(onDay), 7))

export const holdsDay = (days: Days, onDay: Day): boolean =>
  compareDays(days.from, onDay) <= 0 && (days.until === null || compareDays(onDay, days.until) < 0)

export const holdsClock = (hours: Hours, at: Clock): boolean =>
  compareClocks(hours.from, at) <= 0 && compareClocks(at, hours.until) < 0

export const hoursOverlap = (a: Hours, b: Hours): boolean =>
  compareClocks(a.from, b.until) < 0 && compareClocks(b.from, a.until) < 0

/** mandag … søndag, by the database's number. */
export const weekdayName = (weekday: number): string => weekdays[weekday - 1]?.long ?? ''

/** torsdag 26. november */
export const formatDay = (onDay: Day): string => `${weekdayName(onDay.dayOfWeek)} ${formatDate(onDay)}`

/** 26. november */
export const formatDate = (onDay: Day): string => `${onDay.day}. ${months[onDay.month - 1]}`

/** 26. november 2026 */
export const formatDateYear = (onDay: Day): string => `${formatDate(onDay)} ${onDay.year}`

/** november 2026 */
export const formatMonth = (onDay: Day): string => `${months[onDay.month - 1]} ${onDay.year}`

/** Tors. 26. */
export const formatDayShort = (onDay: Day): string => `${weekdays[onDay.dayOfWeek - 1]?.short ?? ''} ${onDay.day}.`

/** nov., and maj in full */
export const formatMonthShort = (onDay: Day): string => {
  const name = months[onDay.month - 1] ?? ''
  return name.length > 4 ? `${name.slice(0, 3)}.` : name
}

/** 26. nov. */
export const formatDateShort = (onDay: Day): string => `${onDay.day}. ${formatMonthShort(onDay)}`

/** 26-11-2026, which `parseDay` reads back: what stands in a field. */
export const formatDayField = (onDay: Day): string => `${two(onDay.day)}-${two(onDay.month)}-${onDay.year}`

/** 23.–29. november, 30. november – 6. december: first and last day, both shown. */
export function formatDays(first: Day, last: Day): string {
  if (sameDay(first, last)) return formatDate(first)
  if (first.year !== last.year) return `${formatDateYear(first)} – ${formatDateYear(last)}`
  if (first.month !== last.month) return `${formatDate(first)} – ${formatDate(last)}`
  return `${first.day}.–${formatDate(last)}`
}

/** 10.40, and 10 for the full hour */
export const formatClockBare = (at: Clock): string => (at.minute === 0 ? `${at.hour}` : `${at.hour}.${two(at.minute)}`)

/** kl. 10.40, kl. 10 */
export const formatClock = (at: Clock): string => `kl. ${formatClockBare(at)}`

/** 11.00: for lists with the time to the left, and what stands in a field. */
export const formatClockFull = (at: Clock): string => `${at.hour}.${two(at.minute)}`

/** 9.30–12 */
export const formatHoursBare = (hours: Hours): string =>
  `${formatClockBare(hours.from)}–${formatClockBare(hours.until)}`

/** kl. 10–14 */
export const formatHours = (hours: Hours): string => `kl. ${formatHoursBare(hours)}`

/** tirsdag 24. november, kl. 10.40 */
export const formatDateTime = (at: Instant): string => `${formatDay(dayOf(at))}, ${formatClock(clockOf(at))}`

/** Tirsdag: the first letter of a sentence. */
export const capitalised = (text: string): string => text.slice(0, 1).toLocaleUpperCase('da') + text.slice(1)

const two = (number: number): string => String(number).padStart(2, '0')
