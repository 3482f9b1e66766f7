// What a file would do, found by reading all of it and keeping only counts, names and the first problems.

import { registrationColumns } from './columns.ts'
import type { Columns, RegistrationColumn } from './columns.ts'
import { nameKey } from './cell-rules.ts'
import { limits } from './limits.ts'
import { unitNameOf, workerNameOf } from './place-rules.ts'
import type { FileNames, WorkerName } from './place-rules.ts'
import { readRegistrations } from './read-registrations.ts'
import type { KeyedRegistration } from './read-registrations.ts'
import type { Registration } from './registration-rules.ts'
import { shownValue } from './row-rules.ts'
import type { Problem } from './row-rules.ts'
import { FileRefused } from './sheet.ts'
import type { Sheet } from './sheet.ts'
import type { Match } from './stored-rules.ts'
import { fileSays, rowSays } from './texts.da.ts'

export type RegistrationCheck = {
  rows: number
  /** Rows that could be taken in: new ones, and those that are stored already and say the same. */
  good: number
  same: number
  /** Rows that are stored already and say something else. */
  changed: number
  bad: number
  /** Rows that stand in the file twice, id and all. */
  repeated: number
  /** The first ones; all of them are in the file to download. */
  problems: Problem[]
  problemCount: number
  names: FileNames
  firstDay: string | null
  lastDay: string | null
}

/** What is stored under the keys of these rows; rows that are new are left out. */
export type Compare = (rows: KeyedRegistration[]) => Promise<Map<KeyedRegistration, Match>>

const shownProblems = 100

export async function checkRegistrations(
  sheet: Sheet,
  columns: Columns<RegistrationColumn>,
  ask: { compare?: Compare; onProgress?: (rows: number) => void } = {},
): Promise<RegistrationCheck> {
  const names = nameCollector()
  const counts = { rows: 0, good: 0, same: 0, changed: 0, bad: 0, repeated: 0, problemCount: 0 }
  const problems: Problem[] = []
  const tell = (found: Problem[]): void => {
    counts.problemCount += found.length
    if (problems.length < shownProblems) problems.push(...found.slice(0, shownProblems - problems.length))
  }
  for await (const batch of readRegistrations(sheet, columns)) {
    const matches = await ask.compare?.(batch.good)
    counts.rows += batch.rows
    counts.repeated += batch.repeated
    counts.bad += batch.bad.length
    for (const row of batch.bad) tell(row.problems)
    for (const keyed of batch.good) {
      names.add(keyed.registration)
      const match = matches?.get(keyed)
      if (match === 'same') counts.same++
      if (match === 'changed') counts.changed++
      if (match === 'elsewhere') counts.bad++
      else counts.good++
      if (match === 'changed' || match === 'elsewhere') tell([matchProblem(keyed, match)])
    }
    ask.onProgress?.(counts.rows)
  }
  return { ...counts, good: counts.good - counts.changed, problems, ...names.found() }
}

/** Says that the row differs and never in what: whoever imports reads no record. */
export const matchProblem = ({ row, registration }: KeyedRegistration, match: 'changed' | 'elsewhere'): Problem => ({
  line: row.line,
  column: registrationColumns.id.heading,
  value: shownValue(registration.id ?? ''),
  message: match === 'changed' ? rowSays.changed : rowSays.elsewhere,
})

function nameCollector() {
  const centres = new Map<string, string>()
  const units = new Map<string, string>()
  const workers = new Map<string, WorkerName>()
  let firstDay: string | null = null
  let lastDay: string | null = null
  return {
    add(registration: Registration): void {
      const { centre, day } = registration
      const unit = unitNameOf(registration)
      const worker = workerNameOf(registration)
      if (firstDay === null || day < firstDay) firstDay = day
      if (lastDay === null || day > lastDay) lastDay = day
      if (centre !== null) keep(centres, nameKey(centre), centre)
      keep(units, nameKey(unit), unit)
      keep(workers, nameKey(`${unit}\n${worker}`), { unit, worker })
      refuseTooMany('centre', centres.size, limits.centres)
      refuseTooMany('unit', units.size, limits.units)
      refuseTooMany('worker', workers.size, limits.workers)
    },
    found: () => ({
      names: { centres: [...centres.values()], units: [...units.values()], workers: [...workers.values()] },
      firstDay,
      lastDay,
    }),
  }
}

/** The first way of writing a name is the one that is shown. */
function keep<Value>(known: Map<string, Value>, key: string, value: Value): void {
  if (!known.has(key)) known.set(key, value)
}

/** So many names are another column by mistake, and creating them would be worse than asking. */
function refuseTooMany(column: RegistrationColumn, count: number, most: number): void {
  if (count > most) throw new FileRefused(fileSays.tooManyNames(registrationColumns[column].heading, most))
}
