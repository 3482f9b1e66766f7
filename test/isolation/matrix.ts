import type pg from 'pg'
import type { World } from '../world.ts'
import { may } from './model.ts'
import type { Operation, Persona, Row } from './model.ts'
import { danishDay } from './sharing-model.ts'
import type { Facts } from './sharing-model.ts'

export interface Table {
  name: string
  keys: string[]
  columns: string[]
  /** Columns that the database works out by itself. */
  generated: string[]
  rows: Row[]
}

/** Everybody who can stand at one of the doors, all in the first municipality. */
export function personas(world: World): Persona[] {
  const place = world.here
  const people = Object.entries(place.people).map(([as, guest]) => ({
    as,
    personId: guest.personId,
    partyId: guest.actor.memberships[0]?.partyId ?? null,
  }))
  const visitor = { as: 'visitor', personId: null, partyId: null }
  const at = (role: Persona['role'], purpose: string, who: typeof visitor | (typeof people)[number]): Persona => ({
    name: `${role}/${purpose}/${who.as}`,
    role,
    purpose,
    place,
    ...who,
  })
  return [
    ...[...people, visitor].map(who => at('web', 'contacts.list', who)),
    ...[...people, visitor].map(who => at('figures', 'figures.show', who)),
    ...[...people, visitor].map(who => at('import', 'import.registrations', who)),
    ...people.map(who => at('import', 'figures.show', who)),
    at('operator', 'operator.set-up', visitor),
    at('operator', 'operator.jobs', visitor),
    at('lookup', 'contacts.list', visitor),
  ]
}

/** Every table of the schema, with all its rows as the superuser sees them. */
export async function tables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Omit<Table, 'rows'>>(`
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attgenerated <> '') as generated,
      (select array_agg(a.attname::text order by a.attnum) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
        where i.indrelid = c.oid and i.indisprimary) as keys
    from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by c.relname`)
  const found: Table[] = []
  for (const table of rows)
    found.push({ ...table, rows: (await client.query<Row>(`select * from ${table.name}`)).rows })
  return found
}

/** The world as the model is told it. */
export function factsOf(all: readonly Table[], now = new Date()): Facts {
  return { today: danishDay(now), now, tables: Object.fromEntries(all.map(table => [table.name, table.rows])) }
}

/** Each thing that a persona can and should not be able to do with a table, or the reverse. */
export async function differences(
  client: pg.Client,
  { table, facts }: { table: Table; facts: Facts },
  who: Persona,
): Promise<string[]> {
  const rights = await rightsOf(client, table, `brobygger_${who.role}`)
  await client.query('savepoint persona')
  await client.query(`set local role brobygger_${who.role}`)
  await client.query(
    `select set_config('app.municipality', $1, true), set_config('app.person', $2, true), set_config('app.purpose', $3, true), set_config('app.slug', '', true)`,
    [who.place.id, who.personId ?? '', who.purpose],
  )
  const found: string[] = []
  const seen = await visibleKeys(client, table, rights)
  for (const row of table.rows) {
    const can: Record<Operation, boolean> = {
      read: seen.has(keyOf(readableKeys(table, rights), row)),
      insert: await canInsert(client, table, { row, rights }),
      update: await canChange(client, table, { row, rights, operation: 'update' }),
      delete: await canChange(client, table, { row, rights, operation: 'delete' }),
    }
    for (const operation of ['read', 'insert', 'update', 'delete'] as const) {
      const should = may(who, operation, { table: table.name, row, facts })
      if (can[operation] !== should)
        found.push(`${who.name} ${should ? 'cannot' : 'can'} ${operation} ${table.name} ${keyOf(table.keys, row)}`)
    }
  }
  await client.query('rollback to savepoint persona')
  return found
}

interface Rights {
  select: string[]
  insert: string[]
  update: string[]
  delete: boolean
}

async function rightsOf(client: pg.Client, table: Table, role: string): Promise<Rights> {
  const { rows } = await client.query<Rights>(
    `select array(select c from unnest($3::text[]) c where has_column_privilege($1, $2, c, 'select')) as select,
       array(select c from unnest($3::text[]) c where has_column_privilege($1, $2, c, 'insert')) as insert,
       array(select c from unnest($3::text[]) c where has_column_privilege($1, $2, c, 'update')) as update,
       has_table_privilege($1, $2, 'delete') as delete`,
    [role, table.name, table.columns],
  )
  const [rights] = rows
  if (!rights) throw new Error('no rights')
  return rights
}

function keyOf(keys: string[], row: Row): string {
  return JSON.stringify(keys.map(key => row[key]))
}

// The figures may not read a party's id; a contact's own is enough to know it by.
function readableKeys(table: Table, rights: Rights): string[] {
  return table.keys.filter(key => rights.select.includes(key))
}

async function visibleKeys(client: pg.Client, table: Table, rights: Rights): Promise<Set<string>> {
  if (rights.select.length === 0) return new Set()
  const keys = readableKeys(table, rights)
  if (!keys.some(key => key !== 'municipality_id') && table.keys.length > 1)
    throw new Error(`${table.name}: no key can be read`)
  const { rows } = await client.query<Row>(`select ${keys.join(', ')} from ${table.name}`)
  return new Set(rows.map(row => keyOf(keys, row)))
}

// A copy of a row that is there: a policy refuses it before any constraint looks at it, so every other
// error means that the policy let it through.
async function canInsert(
  client: pg.Client,
  table: Table,
  { row, rights }: { row: Row; rights: Rights },
): Promise<boolean> {
  if (rights.insert.length === 0) return false
  const columns = rights.insert.filter(column => !table.generated.includes(column))
  const places = columns.map((_, index) => `$${index + 1}`).join(', ')
  const sql = `insert into ${table.name} (${columns.join(', ')}) overriding system value values (${places})`
  const values = columns.map(column => asValue(row[column]))
  return (await tried(client, sql, values)) !== 'refused'
}

// Where a change of nothing would be refused for what it says, and not for whose row it is.
const changes: Record<string, string> = {
  consents: 'withdrawn_by = current_person()',
  powers_of_attorney: 'withdrawn_by = current_person()',
  glass_openings: 'closed_at = now()',
  log_checks: 'checked_by = current_person()',
}

async function canChange(
  client: pg.Client,
  table: Table,
  { row, rights, operation }: { row: Row; rights: Rights; operation: 'update' | 'delete' },
): Promise<boolean> {
  const [column] = rights.update
  if (operation === 'update' ? column === undefined : !rights.delete) return false
  // A Date holds milliseconds and the database microseconds: such a key would find nothing.
  const keys = table.keys.filter(key => !(row[key] instanceof Date))
  const where = keys.map((key, index) => `${key} = $${index + 1}`).join(' and ')
  const sql =
    operation === 'update'
      ? `update ${table.name} set ${changes[table.name] ?? `${column} = ${column}`} where ${where}`
      : `delete from ${table.name} where ${where}`
  const outcome = await tried(
    client,
    sql,
    keys.map(key => row[key]),
  )
  return outcome !== 'refused' && outcome !== 0
}

async function tried(client: pg.Client, sql: string, values: unknown[]): Promise<number | 'refused' | 'stopped'> {
  await client.query('savepoint tried')
  try {
    return (await client.query(sql, values)).rowCount ?? 0
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === '42501') return 'refused'
    // 23: a constraint; P0001: a trigger of ours. Both come after the policies.
    if (typeof code === 'string' && (code.startsWith('23') || code === 'P0001')) return 'stopped'
    throw error
  } finally {
    await client.query('rollback to savepoint tried')
  }
}

function asValue(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !(value instanceof Date) && !Buffer.isBuffer(value)
    ? JSON.stringify(value)
    : value
}
