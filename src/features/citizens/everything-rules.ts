import { clock, day, dayOf, formatClock, formatDateTime, formatDateYear, instant } from '../../platform/time.ts'
import { anyTopicsOf } from '../contacts/codes.ts'
import type { AnyTopic } from '../contacts/codes.ts'

// How a feature says what its tables hold about a citizen: one description a table, from which page, paper and file
// are made. A test sees to it that every table about citizens is among them.

/** The names of people, parties and centres, by id. */
export type Names = ReadonlyMap<string, string>

/** A column that is told, and how: the value comes as JSON has it. Without a value it is left out. */
export interface Column {
  label: string
  read: (value: unknown, names: Names) => string
  /** Said by the row's title already; told by itself only where it was another before. */
  titled?: true
  /** Told of these rows alone. */
  where?: (row: ToldRow) => boolean
}

export interface Told {
  table: string
  /** The heading of the section, said to the citizen. */
  title: string
  /** What `keep_version()` calls the rows, where what stood before is kept. */
  versions?: string
  /** By which column the rows are told, the latest first. */
  order: string
  /** What the row is, in a few words; the columns that it reads stand in `also`. */
  called: (row: ToldRow, names: Names) => string
  when: (row: ToldRow) => string | null
  columns: Readonly<Record<string, Column>>
  also?: readonly string[]
  /** Told at the other side of a link too. */
  otherSide?: boolean
}

export type ToldRow = Readonly<Record<string, unknown>>

/** A part of everything that a party knows about a citizen. */
export interface Section {
  title: string
  entries: Entry[]
}
export interface Entry {
  when: string | null
  title: string
  facts: Fact[]
  /** What stood before each correction, the latest first: only what was another. */
  before: { when: string; by: string | null; facts: Fact[] }[]
}
export interface Fact {
  label: string
  value: string
}

/** One row with what stood in it before, as words. `former` comes with the latest first. */
export function entryOf(told: Told, row: ToldRow, at: { former: readonly Former[]; names: Names }): Entry {
  const { former, names } = at
  const after = [row, ...former.map(version => version.stood)]
  return {
    when: told.when(row),
    title: told.called(row, names),
    facts: factsOf(told, row, names),
    before: former.flatMap((version, place) => {
      const facts = changedFacts(told, { stood: version.stood, next: after[place] ?? {} }, names)
      const by = version.replacedBy === null ? null : (names.get(version.replacedBy) ?? null)
      return facts.length === 0 ? [] : [{ when: version.when, by, facts }]
    }),
  }
}

export interface Former {
  when: string
  replacedBy: string | null
  stood: ToldRow
}

function factsOf(told: Told, row: ToldRow, names: Names): Fact[] {
  return Object.entries(told.columns).flatMap(([column, { label, read, titled, where }]) => {
    const value = row[column] ?? null
    if (titled || where?.(row) === false) return []
    const said = value === null ? '' : read(value, names)
    return said === '' ? [] : [{ label, value: said }]
  })
}

function changedFacts(told: Told, { stood, next }: { stood: ToldRow; next: ToldRow }, names: Names): Fact[] {
  return Object.entries(told.columns).flatMap(([column, { label, read }]) => {
    const value = stood[column] ?? null
    if (JSON.stringify(value) === JSON.stringify(next[column] ?? null)) return []
    return [{ label, value: (value === null ? '' : read(value, names)) || '–' }]
  })
}

export const asText = (value: unknown): string => String(value)
export const asDay = (value: unknown): string => formatDateYear(day(String(value)))
export const asClock = (value: unknown): string => formatClock(clock(String(value)))
export const asDayOf = (value: unknown): string => formatDateYear(dayOf(instant(String(value))))
export const asInstant = (value: unknown): string => formatDateTime(instant(String(value)))
export const asName = (value: unknown, names: Names): string => names.get(String(value)) ?? ''
export const asOneOf =
  (words: Readonly<Record<string, string>>) =>
  (value: unknown): string =>
    words[String(value)] ?? String(value)
/** The topics of a mask, or the one topic of a bit. */
export const asTopics =
  (words: Readonly<Record<AnyTopic, string>>) =>
  (value: unknown): string =>
    anyTopicsOf(Number(value))
      .map(topic => words[topic])
      .join(', ')

/** The day of a `date` or an instant column of the row; null without one. */
export const onDay = (column: string) => (row: ToldRow) => {
  const value = row[column]
  if (typeof value !== 'string') return null
  return value.includes('T') ? asDayOf(value) : asDay(value)
}
