// The week by centre: who comes on which day. Centre staff are always there, so they are named only where nobody else comes.

import {
  addDays,
  formatDayShort,
  formatHours,
  formatHoursBare,
  day as dayFrom,
  isoWeek,
  mondayOf,
  sameDay,
  weekOf,
  weekdayName,
  weekdayOf,
  type Day,
  type Hours,
} from '../../platform/time.ts'
import { faceOf, type Face } from './face-rules.ts'
import { openingOf, presentOn, type Occurrence, type Timetable } from './occurrence-rules.ts'
import type { Centre } from './opening-rules.ts'
import { boardSays, emptySays, joined, openingSays } from './texts.da.ts'

export type Visit = { face: Face; hours: Hours; words: string; roomId: string | null }
/** `empty` says that nobody comes from the municipality, or that the centre keeps closed. */
export type WeekCell = {
  day: Day
  label: string
  isToday: boolean
  visits: Visit[]
  staff: Visit[]
  empty: string | null
  opening: string | null
}
export type WeekRow = { centre: Centre; cells: WeekCell[] }
export type WeekColumn = { day: Day; label: string; isToday: boolean; holiday: string | null }
export type Week = {
  year: number
  week: number
  title: string
  columns: WeekColumn[]
  rows: WeekRow[]
  weekend: string[]
}

type WeekInput = { timetable: Timetable; centres: Centre[]; today: Day; of: Day }

export function weekBoard({ timetable, centres, today, of }: WeekInput): Week {
  const days = weekOf(of)
  const workdays = days.slice(0, 5)
  const weekend = days.slice(5)
  const visited = weekend.some(day =>
    centres.some(centre => cellOf(timetable, { centre, day, today }).visits.length > 0),
  )
  const shown = visited || weekend.some(day => sameDay(day, today)) ? days : workdays
  const { year, week } = isoWeek(of)
  return {
    year,
    week,
    title: boardSays.week(week),
    columns: shown.map(day => columnOf(timetable, day, today)),
    rows: centres.map(centre => ({ centre, cells: shown.map(day => cellOf(timetable, { centre, day, today })) })),
    weekend: shown.length === 7 ? [] : weekendSentences(timetable, centres, weekend),
  }
}

/** What is left of the week at one centre; from Friday on, the week that comes. */
export function daysToCome(timetable: Timetable, centre: Centre, today: Day): WeekCell[] {
  const left = weekOf(today).slice(weekdayOf(today))
  const days = weekdayOf(today) >= 5 ? weekOf(addDays(today, 7)) : left
  return days
    .map(day => cellOf(timetable, { centre, day, today }))
    .filter(cell => weekdayOf(cell.day) <= 5 || cell.visits.length > 0)
}

export function cellOf(
  timetable: Timetable,
  { centre, day, today }: { centre: Centre; day: Day; today: Day },
): WeekCell {
  const here = presentOn(timetable, day).filter(occurrence => occurrence.centreId === centre.id)
  const all = here.map(occurrence => visitOf(timetable, occurrence))
  const visits = all.filter(visit => visit.face.house !== 'centre')
  const isToday = sameDay(day, today)
  return {
    day,
    label: isToday ? boardSays.todayColumn(formatDayShort(day).toLocaleLowerCase('da')) : formatDayShort(day),
    isToday,
    visits,
    staff: all.filter(visit => visit.face.house === 'centre'),
    empty: visits.some(visit => visit.face.house === 'kommune') ? null : emptyWords(timetable, centre, day),
    opening: openingLine(timetable, centre, day),
  }
}

const visitOf = (timetable: Timetable, occurrence: Occurrence): Visit => ({
  face: faceOf(timetable, occurrence),
  hours: occurrence.hours,
  words: formatHoursBare(occurrence.hours),
  roomId: occurrence.roomId,
})

function emptyWords(timetable: Timetable, centre: Centre, day: Day): string {
  const { closedDay, holiday, hours, known } = openingOf(timetable, centre.id, day)
  if (closedDay) return holiday ? emptySays.closedHoliday(holiday.name) : emptySays.closedCell
  return known && hours.length === 0 ? emptySays.closedCell : emptySays.nobody
}

function openingLine(timetable: Timetable, centre: Centre, day: Day): string | null {
  const { hours } = openingOf(timetable, centre.id, day)
  return hours.length > 0 ? openingSays.open(joined(hours.map(formatHoursBare))) : null
}

const columnOf = (timetable: Timetable, day: Day, today: Day): WeekColumn => ({
  day,
  label: sameDay(day, today) ? boardSays.todayColumn(formatDayShort(day).toLocaleLowerCase('da')) : formatDayShort(day),
  isToday: sameDay(day, today),
  holiday: timetable.openings.holidays.get(String(day))?.name ?? null,
})

/** Nobody comes at the weekend, but a centre may be open: each by its hours, or by their names when they are many. */
function weekendSentences(timetable: Timetable, centres: Centre[], weekend: Day[]): string[] {
  const open = centres.flatMap(centre => {
    const when = weekendHours(timetable, centre, weekend)
    return when === '' ? [] : [{ name: centre.name, when }]
  })
  const sentences =
    open.length > 4
      ? [boardSays.holdOpen(joined(open.map(centre => centre.name)))]
      : open.map(centre => boardSays.holdsOpen(centre.name, centre.when))
  return [boardSays.weekendNobody, ...sentences]
}

function weekendHours(timetable: Timetable, centre: Centre, weekend: Day[]): string {
  const perDay = weekend.map(day => ({
    weekday: weekdayName(weekdayOf(day)),
    words: joined(openingOf(timetable, centre.id, day).hours.map(formatHours)),
  }))
  const open = perDay.filter(day => day.words !== '')
  if (open.length === 2 && open[0]?.words === open[1]?.words) return open[0]?.words ?? ''
  return joined(open.map(day => `${day.weekday} ${day.words}`))
}

/** 2026-48, as it stands in an address. */
export const weekName = (of: Day): string => {
  const { year, week } = isoWeek(of)
  return `${year}-${String(week).padStart(2, '0')}`
}

/** The Monday of 2026-48; nothing for a week that the year lacks. */
export function mondayOfWeek(name: string): Day | null {
  const parts = /^(\d{4})-(\d{2})$/.exec(name)
  if (!parts) return null
  const monday = addDays(mondayOf(dayFrom(`${parts[1]}-01-04`)), (Number(parts[2]) - 1) * 7)
  return weekName(monday) === name ? monday : null
}
