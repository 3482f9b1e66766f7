// A row of cells becomes a record or a list of what is wrong with it, whatever the format. Every cell is looked through
// for CPR numbers, also those of columns that are kept out and those that have no heading.

import { hasCpr, withoutCpr } from '../citizens/cpr-rules.ts'
import type { Parsed } from '../../platform/time.ts'
import { cleaned } from './cell-rules.ts'
import type { CellRule } from './cell-rules.ts'
import { shownHeading } from './columns.ts'
import type { Columns, ColumnSpecs } from './columns.ts'
import type { SheetRow } from './sheet.ts'
import { rowSays } from './texts.da.ts'

export type Problem = { line: number; column: string; value: string; message: string }

export type RowRead<T> = { ok: true; value: T } | { ok: false; problems: Problem[] }

/** `otherwise` stands in for a cell that is wrong, and for a column that is not there. */
export type Field<T> = { heading: string; place: number | undefined; otherwise: T; read: (cell: string) => Parsed<T> }

/** One row while it is read: `take` gives a field's value, `tell` says what is wrong between fields. */
export type RowReading = { take: <T>(field: Field<T>) => T; tell: (column: string, message: string) => void }

/** Files repeat themselves: a day, a name and a word are read once. More than this many would fill the memory. */
const rememberedCells = 20_000

export const fieldsOf =
  <Key extends string>(specs: ColumnSpecs<Key>, columns: Columns<Key>) =>
  <T>(key: Key, rule: CellRule<T>, otherwise: T): Field<T> => ({
    heading: specs[key].heading,
    place: columns.places[key],
    otherwise,
    read: remembering(cell => {
      const text = cleaned(cell)
      return holdsCpr(text) ? { ok: false, message: rowSays.cpr } : rule(text)
    }),
  })

export function rowReader<Key extends string, T>(
  columns: Columns<Key>,
  build: (row: RowReading) => T,
): (row: SheetRow) => RowRead<T> {
  const keptOut = new Map(columns.keptOut.map(column => [column.place, column.heading]))
  const refusesRow = remembering((cell: string) => holdsCpr(cleaned(cell)))
  return row => {
    const problems: Problem[] = []
    const tell = (column: string, message: string, cell = ''): void => {
      problems.push({ line: row.line, column, value: shownValue(cell), message })
    }
    const value = build({ take: takeFrom(row.cells, tell), tell })
    for (const [place, cell] of row.cells.entries())
      if ((place >= columns.width || keptOut.has(place)) && refusesRow(cell))
        tell(keptOut.get(place) ?? shownHeading('', place), rowSays.cpr, cell)
    const filled = row.cells.findLastIndex(cell => cell.trim() !== '') + 1
    if (filled > columns.width) tell(rowSays.wholeRow, rowSays.tooManyCells(filled, columns.width))
    return problems.length === 0 ? { ok: true, value } : { ok: false, problems }
  }
}

const takeFrom =
  (cells: string[], tell: (column: string, message: string, cell: string) => void) =>
  <T>(field: Field<T>): T => {
    if (field.place === undefined) return field.otherwise
    const cell = cells[field.place] ?? ''
    const read = field.read(cell)
    if (read.ok) return read.value
    tell(field.heading, read.message, cell)
    return field.otherwise
  }

/** Our own ids are long rows of digits and letters, and now and then ten of the digits look like a CPR number. */
const ownId = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

const holdsCpr = (text: string): boolean => hasCpr(text) && !ownId.test(text)

/** The cell as it may leave the house. */
export const cellWithoutCpr = (cell: string): string => (ownId.test(cell) ? cell : withoutCpr(cell))

/** What is shown of a cell in a list: one short line. */
export function shownValue(cell: string): string {
  const text = cellWithoutCpr(cleaned(cell))
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

function remembering<T>(work: (cell: string) => T): (cell: string) => T {
  const known = new Map<string, T>()
  return cell => {
    const before = known.get(cell)
    if (before !== undefined) return before
    const result = work(cell)
    if (known.size < rememberedCells) known.set(cell, result)
    return result
  }
}
