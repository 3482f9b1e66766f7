import type { Read, Write } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { nameKey } from './cell-rules.ts'
import type { Columns, PresenceColumn } from './columns.ts'
import type { BadRow } from './bad-rows.ts'
import { addColleague, addPlaces } from './directory-commands.ts'
import { readDirectory } from './directory-queries.ts'
import { addImport, oneImportAtATime } from './import-commands.ts'
import { ImportRefused } from './import-rules.ts'
import type { ImportChoice, ImportCounts, ImportPreview } from './import-rules.ts'
import { countNames, unknownNames } from './place-rules.ts'
import type { Directory } from './place-rules.ts'
import { checkPresence } from './presence-check.ts'
import { placeOfPresence, timeKey } from './presence-place-rules.ts'
import type { StoredTime } from './presence-place-rules.ts'
import type { PresenceRow } from './presence-rows.ts'
import type { Sheet } from './sheet.ts'

/** One file of fixed times, on its way in. */
export interface PresenceFile {
  municipalityId: string
  personId: string | null
  sheet: Sheet
  columns: Columns<PresenceColumn>
  onRefused?: (rows: BadRow[]) => Promise<void>
}

/** Reads all of a file and says what it would do. Stores nothing. */
export async function previewPresence(tx: Read, file: PresenceFile): Promise<ImportPreview> {
  const directory = await readDirectory(tx, file.municipalityId)
  const { goodRows, badRows, ...check } = await checkPresence(file.sheet, file.columns, directory)
  if (badRows.length > 0) await file.onRefused?.(badRows)
  const known = await storedTimes(tx, file.municipalityId)
  const same = goodRows.filter(row => known.has(keyOf(directory, row) ?? '')).length
  return { ...check, same, unknown: unknownNames(directory, check.names, directory.colleagues) }
}

/** Takes the fixed times of a file in, all or nothing. One that is there already stays as it is. */
export async function importPresence(tx: Write, file: PresenceFile, choice: ImportChoice): Promise<ImportCounts> {
  const { municipalityId } = file
  await oneImportAtATime(tx, municipalityId)
  const directory = await readDirectory(tx, municipalityId)
  const check = await checkPresence(file.sheet, file.columns, directory)
  if (check.bad > 0) await file.onRefused?.(check.badRows)
  if (check.bad > 0 && !choice.acceptGoodRows) throw new ImportRefused('rows')
  const unknown = unknownNames(directory, check.names, directory.colleagues)
  if (!choice.createMissing && countNames(unknown) > 0) throw new ImportRefused('names')
  await addPlaces(tx, { municipalityId, directory }, unknown)
  for (const row of check.goodRows)
    if (!placeOfPresence(directory, row).colleague)
      await addColleague(tx, { municipalityId, directory }, firstOf(row, check.goodRows))
  const known = await storedTimes(tx, municipalityId)
  const times = new Map(check.goodRows.map(row => timeOf(directory, row)).map(time => [timeKey(time), time]))
  const added = [...times].filter(([key]) => !known.has(key)).map(([, time]) => time)
  await addTimes(tx, municipalityId, added)
  const counts = {
    read: check.rows,
    added: added.length,
    changed: 0,
    same: check.good - added.length,
    refused: check.bad,
  }
  await addImport(tx, { municipalityId, personId: file.personId, kind: 'presence', counts })
  return counts
}

/** Somebody new is here from the first day that the file knows them. */
function firstOf(row: PresenceRow, rows: PresenceRow[]): PresenceRow {
  const own = rows.filter(
    other => nameKey(other.worker) === nameKey(row.worker) && nameKey(other.unit) === nameKey(row.unit),
  )
  const firstDay = own.reduce((first, other) => (other.firstDay < first ? other.firstDay : first), row.firstDay)
  return {
    ...row,
    firstDay,
    authority: own.some(other => other.authority),
    phone: own.find(other => other.phone !== null)?.phone ?? null,
  }
}

function timeOf(directory: Directory, row: PresenceRow): StoredTime {
  const { party, colleague, centreId, roomId } = placeOfPresence(directory, row)
  if (!party || !colleague || centreId === undefined || roomId === undefined) throw new ImportRefused('names')
  return {
    person_id: colleague.id,
    party_id: party.id,
    centre_id: centreId,
    room_id: roomId,
    weekday: row.weekday,
    weeks: row.weeks,
    from_time: row.from,
    until_time: row.until,
    valid_from: row.firstDay,
    valid_until: row.lastDay,
  }
}

function keyOf(directory: Directory, row: PresenceRow): string | undefined {
  const { party, colleague, centreId, roomId } = placeOfPresence(directory, row)
  return party && colleague && centreId !== undefined && roomId !== undefined
    ? timeKey(timeOf(directory, row))
    : undefined
}

async function storedTimes(tx: Read, municipalityId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('presence_times')
    .select(['person_id', 'party_id', 'centre_id', 'room_id', 'weekday', 'weeks'])
    .select(['from_time', 'until_time', 'valid_from', 'valid_until'])
    .where('municipality_id', '=', municipalityId)
    .execute()
  return new Set(rows.map(timeKey))
}

async function addTimes(tx: Write, municipalityId: string, times: StoredTime[]): Promise<void> {
  for (let at = 0; at < times.length; at += 500) {
    const rows = times.slice(at, at + 500).map(time => ({ municipality_id: municipalityId, id: newId(), ...time }))
    await tx.insertInto('presence_times').values(rows).execute()
  }
}
