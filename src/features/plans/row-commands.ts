// What every row of a plan has in common when it is written: an id that the page chose, and a version that it saw.

import { sql } from 'kysely'
import type { Write } from '../../platform/db.ts'
import { NotFound, isPgError } from '../../platform/errors.ts'

export type PlanTable = 'plans' | 'plan_parts' | 'plan_people' | 'steps' | 'tasks' | 'appointments'
export type Columns = Readonly<Record<string, string | number | null>>

/** Where a row lies: one party's, by its id. */
export interface RowKey {
  municipalityId: string
  partyId: string
  id: string
}

/**
 * Adds a row. The same post twice is one row (`again`); `taken`: the id already stands for something else, which is
 * neither overwritten nor dropped in silence. `settled` are columns that the database may have changed on the way.
 */
export async function addRow(
  tx: Write,
  table: PlanTable,
  { key, columns, settled = [] }: { key: RowKey; columns: Columns; settled?: readonly string[] },
): Promise<'added' | 'again' | 'taken'> {
  const row = { municipality_id: key.municipalityId, owner_party_id: key.partyId, id: key.id, ...columns }
  const names = sql.join(Object.keys(row).map(name => sql.ref(name)))
  const added = await known(
    sql<{ id: string }>`insert into ${sql.table(table)} (${names}) values (${sql.join(Object.values(row))})
      on conflict (municipality_id, owner_party_id, id) do nothing returning id`.execute(tx),
  )
  if (added.rows.length > 0) return 'added'
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)} where ${isRow(key)}`.execute(tx)
  const [stands] = rows
  const same = Object.entries(columns).every(([name, value]) => settled.includes(name) || stands?.[name] === value)
  return stands && same ? 'again' : 'taken'
}

/** Changes a row that is still the version that was shown; false when somebody was there first. */
export async function changeRow(
  tx: Write,
  table: PlanTable,
  { key, version, columns }: { key: RowKey; version: number; columns: Columns },
): Promise<boolean> {
  const set = sql.join(Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`))
  const changed = await known(
    sql<{
      id: string
    }>`update ${sql.table(table)} set ${set} where ${isRow(key)} and version = ${version} returning id`.execute(tx),
  )
  return changed.rows.length > 0
}

/** Puts a row away or takes it out again; the clock is the database's own. */
export async function putAwayRow(
  tx: Write,
  table: 'plan_parts' | 'plan_people' | 'steps',
  { key, version, away }: { key: RowKey; version: number; away: boolean },
): Promise<boolean> {
  const at = away ? sql`now()` : sql`null`
  const { rows } = await sql<{ id: string }>`update ${sql.table(table)} set put_away_at = ${at}
    where ${isRow(key)} and version = ${version} returning id`.execute(tx)
  return rows.length > 0
}

/** Which of one's own rows this is. */
export function isRow({ municipalityId, partyId, id }: RowKey) {
  return sql`municipality_id = ${municipalityId}::uuid and owner_party_id = ${partyId}::uuid and id = ${id}::uuid`
}

/** An id of a citizen, a person or another row that is not there, or is another municipality's. */
async function known<T>(statement: Promise<T>): Promise<T> {
  try {
    return await statement
  } catch (error) {
    throw isPgError(error, '23503') ? new NotFound() : error
  }
}
