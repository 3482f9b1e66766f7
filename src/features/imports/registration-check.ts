// What a file would do, found by reading all of it and keeping only counts, names and the first problems.

import { registrationColumns } from './columns.ts'
import type { Columns, RegistrationColumn } from './columns.ts'
import { nameKey } from './cell-rules.ts'
import { limits } from './limits.ts'
import { readRegistrations } from './read-registrations.ts'
import type { Registration } from './registration-rules.ts'
import type { Problem } from './row-rules.ts'
import { FileRefused } from './sheet.ts'
import type { Sheet } from './sheet.ts'
import { fileSays } from './texts.da.ts'

export type WorkerName = { unit: string | null; worker: string }

export type RegistrationCheck = {
  rows: number
  good: number
  bad: number
  repeated: number
  /** The first ones; all of them are in the file to download. */
  problems: Problem[]
  problemCount: number
  centres: string[]
  /** Null stands for the rows that name no unit. */
  units: (string | null)[]
  workers: WorkerName[]
  firstDay: string | null
  lastDay: string | null
}

const shownProblems = 100

export async function checkRegistrations(
  sheet: Sheet,
  columns: Columns<RegistrationColumn>,
  onProgress: (rows: number) => void = () => undefined,
): Promise<RegistrationCheck> {
  const names = nameCollector()
  const check = { rows: 0, good: 0, bad: 0, repeated: 0, problemCount: 0 }
  const problems: Problem[] = []
  for await (const batch of readRegistrations(sheet, columns)) {
    check.rows += batch.rows
    check.good += batch.good.length
    check.bad += batch.bad.length
    check.repeated += batch.repeated
    for (const { registration } of batch.good) names.add(registration)
    for (const row of batch.bad) {
      check.problemCount += row.problems.length
      if (problems.length < shownProblems) problems.push(...row.problems.slice(0, shownProblems - problems.length))
    }
    onProgress(check.rows)
  }
  return { ...check, problems, ...names.found() }
}

function nameCollector() {
  const centres = new Map<string, string>()
  const units = new Map<string | null, string | null>()
  const workers = new Map<string, WorkerName>()
  let firstDay: string | null = null
  let lastDay: string | null = null
  return {
    add({ centre, unit, worker, day }: Registration): void {
      if (firstDay === null || day < firstDay) firstDay = day
      if (lastDay === null || day > lastDay) lastDay = day
      if (centre !== null) keep(centres, nameKey(centre), centre)
      keep(units, unit === null ? null : nameKey(unit), unit)
      if (worker !== null) keep(workers, nameKey(JSON.stringify([unit, worker])), { unit, worker })
      refuseTooMany('centre', centres.size, limits.centres)
      refuseTooMany('unit', units.size, limits.units)
      refuseTooMany('worker', workers.size, limits.workers)
    },
    found: () => ({
      centres: [...centres.values()],
      units: [...units.values()],
      workers: [...workers.values()],
      firstDay,
      lastDay,
    }),
  }
}

/** The first way of writing a name is the one that is shown. */
function keep<Key, Value>(known: Map<Key, Value>, key: Key, value: Value): void {
  if (!known.has(key)) known.set(key, value)
}

/** So many names are another column by mistake, and creating them would be worse than asking. */
function refuseTooMany(column: RegistrationColumn, count: number, most: number): void {
  if (count > most) throw new FileRefused(fileSays.tooManyNames(registrationColumns[column].heading, most))
}
