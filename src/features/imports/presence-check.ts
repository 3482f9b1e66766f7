// What a file of fixed times would do. There are few of them, so all are kept until they are stored.

import type { BadRow } from './bad-rows.ts'
import { nameKey } from './cell-rules.ts'
import { presenceColumns } from './columns.ts'
import type { Columns, PresenceColumn } from './columns.ts'
import { shownProblems } from './import-rules.ts'
import type { ImportCheck } from './import-rules.ts'
import { limits } from './limits.ts'
import { nameCollector } from './name-rules.ts'
import type { NamedRow } from './name-rules.ts'
import { placeOfPresence } from './presence-place-rules.ts'
import { presenceReader } from './presence-rows.ts'
import type { PresenceRow } from './presence-rows.ts'
import type { Directory } from './place-rules.ts'
import { FileRefused } from './sheet.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { fileSays, rowSays } from './texts.da.ts'

export interface PresenceCheck extends ImportCheck {
  goodRows: PresenceRow[]
  badRows: BadRow[]
}

export async function checkPresence(
  sheet: Sheet,
  columns: Columns<PresenceColumn>,
  directory: Directory,
): Promise<PresenceCheck> {
  const read = presenceReader(columns)
  const names = nameCollector()
  const good: { row: SheetRow; value: PresenceRow }[] = []
  const badRows: BadRow[] = []
  const refusedBy = authorityRule(directory)
  let rows = 0
  for await (const batch of sheet.rows())
    for (const row of batch) {
      rows++
      if (rows > limits.presenceRows) throw new FileRefused(fileSays.tooManyTimes)
      const presence = read(row)
      const bad = presence.ok ? refusedBy(row, presence.value) : { row, problems: presence.problems }
      if (bad) badRows.push(bad)
      else if (presence.ok) good.push({ row, value: presence.value })
    }
  const askedFirst = privateRule(directory, good)
  badRows.push(...good.filter(askedFirst).map(privateRow))
  badRows.sort((one, other) => one.row.line - other.row.line)
  const goodRows = good.filter(each => !askedFirst(each)).map(each => each.value)
  for (const row of goodRows) names.add(namesOf(row))
  const problems = badRows.flatMap(bad => bad.problems)
  const counts = { rows, good: goodRows.length, same: 0, changed: 0, bad: badRows.length, repeated: 0 }
  const told = { problems: problems.slice(0, shownProblems), problemCount: problems.length }
  return { ...counts, ...told, ...names.found(), goodRows, badRows }
}

/** A file gives nobody a role at a private place: not at one that is there, nor at one that comes with the file. */
function privateRule(directory: Directory, rows: readonly { value: PresenceRow }[]) {
  const coming = new Set(rows.map(each => nameKey(each.value.centre)).filter(centre => !directory.centres.has(centre)))
  return ({ value }: { value: PresenceRow }): boolean => {
    const { party, colleague } = placeOfPresence(directory, value)
    if (colleague) return false
    return party ? directory.private.has(party.id) : coming.has(nameKey(value.unit))
  }
}

const privateRow = ({ row, value }: { row: SheetRow; value: PresenceRow }): BadRow => ({
  row,
  problems: [
    { line: row.line, column: presenceColumns.unit.heading, value: value.unit, message: rowSays.privatePeople },
  ],
})

/** A right is never given by a spreadsheet to somebody who is known without it, nor by one row and taken by the next. */
function authorityRule(directory: Directory): (row: SheetRow, presence: PresenceRow) => BadRow | undefined {
  const told = new Map<string, boolean>()
  return (row, presence) => {
    const { authority } = presence
    const { party, colleague } = placeOfPresence(directory, presence)
    const worker = nameKey(`${presence.unit}\n${presence.worker}`)
    const before = told.get(worker) ?? authority
    told.set(worker, before)
    if (authority && party?.kind === 'centre') return bad(row, authority, rowSays.noAuthorityHere)
    if (colleague && !colleague.mayDecide.includes(authority))
      return bad(row, authority, rowSays.otherAuthority(!authority))
    return colleague || before === authority ? undefined : bad(row, authority, rowSays.twoAuthorities)
  }
}

function bad(row: SheetRow, authority: boolean, message: string): BadRow {
  const value = authority ? 'ja' : 'nej'
  return { row, problems: [{ line: row.line, column: presenceColumns.authority.heading, value, message }] }
}

const namesOf = ({ unit, worker, centre, room, firstDay, lastDay }: PresenceRow): NamedRow => ({
  unit,
  worker,
  centre,
  room,
  firstDay,
  lastDay: lastDay ?? firstDay,
})
