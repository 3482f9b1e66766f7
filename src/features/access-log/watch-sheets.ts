// The rows of the officer's pages as words: the same on screen and in the file.

import { paths } from '../../paths.ts'
import type { Read } from '../../platform/db.ts'
import {
  addMinutes,
  clockOf,
  dayOf,
  formatClockFull,
  formatDateYear,
  formatHours,
  sameDay,
} from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { lookedTexts } from './looked-texts.da.ts'
import { purposeWords, whenWords } from './rules.ts'
import type { UnusualKind } from './rules.ts'
import { texts } from './texts.da.ts'
import type { Opening, RefusedDay, Unusual, Watched } from './watch-queries.ts'
import { watchTexts as t } from './watch-texts.da.ts'

export interface Sheet {
  head: readonly string[]
  rows: { cells: string[]; /** Where the lines behind the row are. */ href?: string }[]
}

/** One of the pages, and how its rows are read. */
export interface Watch {
  tab: 'glass' | 'refused' | 'unusual'
  path: (at: { slug: string }) => string
  csv: (at: { slug: string }) => string
  read: (tx: Read, at: Watched & { slug: string }, kind: UnusualKind | undefined) => Promise<Sheet>
}

type At = { slug: string }

export function glassSheet(_at: At, openings: readonly Opening[]): Sheet {
  const rows = openings.map(opening => [
    whenWords(opening.openedAt),
    opening.person,
    String(opening.times),
    t.glass.until(endWords(opening), opening.closed),
    lookedTexts.grounds[opening.ground],
    opening.reason,
    opening.citizenId,
  ])
  return { head: t.glass.head, rows: rows.map(cells => ({ cells })) }
}

export function refusedSheet(at: At, days: readonly RefusedDay[]): Sheet {
  const rows = days.map(({ personId, person, day, times, purposes }) => ({
    cells: [formatDateYear(day), person ?? texts.visitor, String(times), purposes.map(purposeWords).join(', ')],
    ...(personId === null ? {} : { href: linesOf(at, { personId, day, kind: 'refused' }) }),
  }))
  return { head: t.refused.head, rows }
}

export function unusualSheet(at: At, found: readonly Unusual[]): Sheet {
  const rows = found.map(each => ({
    cells: [formatDateYear(each.day), each.person, t.unusual.kinds[each.kind], whatWords(each)],
    href: linesOf(at, each),
  }))
  return { head: t.unusual.head, rows }
}

function whatWords({ kind, citizens, hour, usual }: Unusual): string {
  if (kind !== 'many' || hour === null) return t.unusual.what[kind](citizens)
  const hours = formatHours({ from: clockOf(hour), until: clockOf(addMinutes(hour, 60)) })
  return t.unusual.many(citizens, hours, usual ?? 0)
}

/** The lines of the log behind a row, for whoever wants to see them one by one. */
function linesOf(at: At, { personId, day, kind }: { personId: string; day: Day; kind: string }): string {
  const query = { person: personId, from: String(day), to: String(day), ...(kind === 'refused' ? { kind } : {}) }
  return `${paths.log(at)}?${new URLSearchParams(query)}`
}

function endWords({ openedAt, endedAt }: Opening): string {
  const clock = formatClockFull(clockOf(endedAt))
  return sameDay(dayOf(openedAt), dayOf(endedAt)) ? clock : `${formatDateYear(dayOf(endedAt))} kl. ${clock}`
}
