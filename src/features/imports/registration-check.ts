// What a file would do, found by reading all of it and keeping only counts, names and the first problems.

import type { BadRow } from './bad-rows.ts'
import { registrationColumns } from './columns.ts'
import type { Columns, RegistrationColumn } from './columns.ts'
import { shownProblems } from './import-rules.ts'
import type { ImportCheck } from './import-rules.ts'
import { nameCollector } from './name-rules.ts'
import type { NamedRow } from './name-rules.ts'
import { unitNameOf, workerNameOf } from './place-rules.ts'
import { readRegistrations } from './read-registrations.ts'
import type { KeyedRegistration } from './read-registrations.ts'
import type { Registration } from './registration-rules.ts'
import { shownValue } from './row-rules.ts'
import type { Problem } from './row-rules.ts'
import type { Sheet } from './sheet.ts'
import type { Meeting } from './stored-rules.ts'
import { rowSays } from './texts.da.ts'

/** What is stored under the keys of these rows; rows that are new are left out. */
export type Compare = (rows: KeyedRegistration[]) => Promise<Map<KeyedRegistration, Meeting>>

export type CheckOptions = {
  compare?: Compare
  /** Rows that are stored and say something else are to be put right, and so are not wrong. */
  update?: boolean
  onProgress?: ((rows: number) => void) | undefined
  onRefused?: ((rows: BadRow[]) => Promise<void>) | undefined
}

export async function checkRegistrations(
  sheet: Sheet,
  columns: Columns<RegistrationColumn>,
  options: CheckOptions = {},
): Promise<ImportCheck> {
  const names = nameCollector()
  const counts = { rows: 0, good: 0, same: 0, changed: 0, bad: 0, repeated: 0, problemCount: 0 }
  const problems: Problem[] = []
  for await (const batch of readRegistrations(sheet, columns)) {
    const matches = (await options.compare?.(batch.good)) ?? new Map<KeyedRegistration, Meeting>()
    const refused = [...batch.bad, ...refusedMatches(matches, options.update ?? false)].sort(byLine)
    for (const keyed of batch.good) if (!isBarred(matches.get(keyed))) names.add(namesOf(keyed.registration))
    for (const match of matches.values()) if (match === 'same' || match === 'changed') counts[match]++
    counts.rows += batch.rows
    counts.repeated += batch.repeated
    counts.bad += refused.length
    counts.good += batch.rows - refused.length - batch.repeated
    const found = refused.flatMap(row => row.problems)
    counts.problemCount += found.length
    problems.push(...found.slice(0, shownProblems - problems.length))
    if (refused.length > 0) await options.onRefused?.(refused)
    options.onProgress?.(counts.rows)
  }
  return { ...counts, problems, ...names.found() }
}

/** The rows that cannot be taken in because of what is stored. */
export function refusedMatches(matches: Map<KeyedRegistration, Meeting>, update: boolean): BadRow[] {
  return [...matches].flatMap(([keyed, match]) =>
    match === 'same' || (match === 'changed' && update)
      ? []
      : [{ row: keyed.row, problems: [matchProblem(keyed, match)] }],
  )
}

const isBarred = (match: Meeting | undefined): boolean => match === 'closed' || match === 'forgotten'

/** Says that the row differs and never in what: whoever imports reads no record. */
function matchProblem({ row, registration }: KeyedRegistration, match: Exclude<Meeting, 'same'>): Problem {
  const column = match === 'closed' ? registrationColumns.unit.heading : registrationColumns.id.heading
  const value = match === 'closed' ? unitNameOf(registration) : (registration.id ?? '')
  return { line: row.line, column, value: shownValue(value), message: rowSays[match] }
}

export const byLine = (a: BadRow, b: BadRow): number => a.row.line - b.row.line

function namesOf(registration: Registration): NamedRow {
  const { centre, day } = registration
  return { unit: unitNameOf(registration), worker: workerNameOf(registration), centre, firstDay: day, lastDay: day }
}
