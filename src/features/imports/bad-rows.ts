// What was wrong, as two files: a list of every problem, and the bad rows themselves to mend and send again.

import { hasCpr } from '../citizens/cpr-rules.ts'
import { cleaned, folded } from './cell-rules.ts'
import { shownHeading } from './columns.ts'
import { csvLine, guarded, unguarded } from './csv-line.ts'
import { byteOrderMark } from './registration-export.ts'
import { cellWithoutCpr } from './row-rules.ts'
import type { Problem } from './row-rules.ts'
import type { SheetRow } from './sheet.ts'
import { badRowHeadings } from './texts.da.ts'

export type BadRow = { row: SheetRow; problems: Problem[] }

/** A text file that grows as bad rows are met. */
export type BadRowFile = { heading: string; linesOf: (rows: BadRow[]) => string }

export const problemList: BadRowFile = {
  heading:
    byteOrderMark + csvLine([badRowHeadings.line, badRowHeadings.column, badRowHeadings.value, badRowHeadings.message]),
  linesOf: rows =>
    rows
      .flatMap(row => row.problems)
      .map(problemLine)
      .join(''),
}

/** What is wrong stands to the left of the row's own cells, in two columns that the import keeps out. */
export function rowsToMend(heading: SheetRow): BadRowFile {
  const notes = [badRowHeadings.line, badRowHeadings.message]
  const own = new Set(notes.map(folded))
  const kept = heading.cells.map(cell => !own.has(folded(cell)))
  const keptOf = <T>(cells: T[]): T[] => cells.filter((_, place) => kept[place] ?? true)
  return {
    heading: byteOrderMark + csvLine([...notes, ...keptOf(heading.cells.map(shownHeading)).map(guarded)]),
    linesOf: rows =>
      rows.map(({ row, problems }) => csvLine([...notesOf(row, problems), ...keptOf(row.cells).map(leaving)])).join(''),
  }
}

const problemLine = ({ line, column, value, message }: Problem): string =>
  csvLine([String(line), guarded(column), guarded(value), message])

const notesOf = (row: SheetRow, problems: Problem[]): string[] => [
  String(row.line),
  problems.map(({ column, message }) => `${column}: ${message}`).join(' '),
]

/** The cell as it stood, line breaks and all, unless there was a CPR number in it. */
function leaving(cell: string): string {
  const text = cleaned(cell)
  return guarded(hasCpr(text) ? cellWithoutCpr(text) : unguarded(cell.trim()))
}
