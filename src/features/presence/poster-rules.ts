// What hangs on the fridge: one week at one centre, in the words of the board.

import {
  capitalised,
  formatDateShort,
  formatDays,
  formatHours,
  isoWeek,
  weekOf,
  weekdayName,
  weekdayOf,
  type Day,
} from '../../platform/time.ts'
import { phoneWords } from './face-rules.ts'
import type { Timetable } from './occurrence-rules.ts'
import { openingOf } from './occurrence-rules.ts'
import type { Centre } from './opening-rules.ts'
import { emptySays, joined, posterSays, roleSays } from './texts.da.ts'
import { cellOf, type Visit, type WeekCell } from './week-rules.ts'

export type PosterPerson = {
  name: string
  role: string
  initials: string
  shape: string
  house: string
  hours: string
  badge: string
}
export type PosterDay = { name: string; date: string; people: PosterPerson[]; note: string | null }
export type Poster = {
  title: string
  centre: string
  question: string
  week: string
  dates: string
  key: { square: string; squareMeans: string; round: string; roundMeans: string; authority: string }
  days: PosterDay[]
  welcome: string[]
  call: string | null
  phone: string | null
  live: string
  address: string
  url: string
}

type PosterInput = { timetable: Timetable; centre: Centre; centres: Centre[]; of: Day; url: string }

export function posterOf({ timetable, centre, centres, of, url }: PosterInput): Poster {
  const week = weekOf(of)
  const [monday = of] = week
  const sunday = week.at(-1) ?? of
  const days = week.map(onDay => posterDay({ timetable, centre, centres, of: onDay, url }))
  return {
    title: posterSays.title(centre.at, isoWeek(of).week),
    centre: centre.name,
    question: posterSays.question,
    week: posterSays.week(isoWeek(of).week),
    dates: formatDays(monday, sunday),
    key: {
      square: roleSays.square,
      squareMeans: posterSays.is(roleSays.isMayDecide),
      round: roleSays.round,
      roundMeans: posterSays.is(roleSays.isMayNotDecide),
      authority: posterSays.authority,
    },
    days: withOneWeekend(days, week),
    welcome: posterSays.welcome,
    call: centre.phone ? posterSays.call(centre.name) : null,
    phone: centre.phone && phoneWords(centre.phone),
    live: posterSays.live,
    address: url.replace(/^https?:\/\//, ''),
    url,
  }
}

function posterDay({ timetable, centre, centres, of }: PosterInput): PosterDay {
  const cell = cellOf(timetable, { centre, day: of, today: of })
  return {
    name: capitalised(weekdayName(weekdayOf(of))),
    date: formatDateShort(of),
    people: cell.visits.map(posterPerson),
    note: cell.empty === null ? null : emptyNote(cell, othersOpen({ timetable, centre, centres, of })),
  }
}

const posterPerson = (visit: Visit): PosterPerson => ({
  name: visit.face.name,
  role: visit.face.roleLine,
  initials: visit.face.initials,
  shape: visit.face.shape,
  house: visit.face.house,
  hours: visit.words,
  badge: visit.face.badge,
})

/** An empty day says so, and says who is there anyway, or else who is open. */
function emptyNote(cell: WeekCell, othersOpen: string[]): string {
  const sentences = [`${cell.empty}.`]
  if (cell.empty === emptySays.nobody && cell.visits.length === 0) {
    sentences.push(...cell.staff.map(visit => posterSays.isHere(visit.face.firstName, visit.words)))
    if (cell.staff.length === 0 && cell.opening) sentences.push(`${capitalised(cell.opening)}.`)
  }
  if (cell.empty !== emptySays.nobody) sentences.push(...othersOpen)
  return sentences.join(' ')
}

/** Two neighbours fit the sheet and the memory; more are on the page. */
function othersOpen({ timetable, centre, centres, of }: Omit<PosterInput, 'url'>): string[] {
  const open = centres.flatMap(other => {
    const hours = other.id === centre.id ? [] : openingOf(timetable, other.id, of).hours
    return hours.length === 0 ? [] : [posterSays.isOpen(other.name, joined(hours.map(formatHours)))]
  })
  return open.length > 2 ? [] : open
}

/** Saturday and Sunday share a line when they say the same and nobody comes. */
function withOneWeekend(days: PosterDay[], week: Day[]): PosterDay[] {
  const [saturday, sunday] = days.slice(5)
  const first = week[5]
  const last = week[6]
  if (!saturday || !sunday || !first || !last) return days
  if (saturday.people.length + sunday.people.length > 0 || saturday.note !== sunday.note) return days
  const dates =
    first.month === last.month
      ? `${first.day}.–${formatDateShort(last)}`
      : `${formatDateShort(first)} – ${formatDateShort(last)}`
  return [...days.slice(0, 5), { ...saturday, name: posterSays.weekend, date: dates }]
}
