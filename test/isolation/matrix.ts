import pg from 'pg'
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
export async function* differences(
  client: pg.Client,
  { table, facts }: { table: Table; facts: Facts },
  who: Persona,
): AsyncGenerator<string> {
  const rights = await rightsOf(client, table, `brobygger_${who.role}`)
  await client.query('savepoint persona')
  await client.query(`set local role brobygger_${who.role}`)
  await client.query(
    `select set_config('app.municipality', $1, true), set_config('app.person', $2, true), set_config('app.purpose', $3, true), set_config('app.slug', '', true)`,
    [who.place.id, who.personId ?? '', who.purpose],
  )
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
        yield `${who.name} ${should ? 'cannot' : 'can'} ${operation} ${table.name} ${keyOf(table.keys, row)}`
    }
  }
  await client.query('rollback to savepoint persona')
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
  const list = columns.join(', ')
  const from = `json_populate_record(null::${table.name}, ${literal(JSON.stringify(plain(row)))})`
  const sql = `insert into ${table.name} (${list}) overriding system value select ${list} from ${from}`
  return (await tried(client, sql)) !== 'refused'
}

// Where a change of nothing would be refused for what it says, and not for whose row it is.
const changes: Record<string, [column: string, to: string]> = {
  role_offers: ['answered_by', 'current_person()'],
  consents: ['withdrawn_by', 'current_person()'],
  powers_of_attorney: ['withdrawn_by', 'current_person()'],
  helper_shares: ['withdrawn_by', 'current_person()'],
  glass_openings: ['closed_at', 'now()'],
  log_checks: ['checked_by', 'current_person()'],
  access_answers: ['answered_by', 'current_person()'],
}

async function canChange(
  client: pg.Client,
  table: Table,
  { row, rights, operation }: { row: Row; rights: Rights; operation: 'update' | 'delete' },
): Promise<boolean> {
  if (operation === 'update' ? rights.update.length === 0 : !rights.delete) return false
  // A Date holds milliseconds and the database microseconds: such a key would find nothing.
  const keys = table.keys.filter(key => !(row[key] instanceof Date))
  const values = plain(row)
  const where = keys.map(key => `${key} = ${literal(String(values[key]))}`).join(' and ')
  const outcome = await tried(
    client,
    operation === 'update'
      ? `update ${table.name} set ${changeOf(table, rights)} where ${where}`
      : `delete from ${table.name} where ${where}`,
  )
  return outcome !== 'refused' && outcome !== 0
}

function changeOf(table: Table, rights: Rights): string {
  const [column, to] = changes[table.name] ?? []
  const [any] = rights.update
  return column !== undefined && rights.update.includes(column) ? `${column} = ${to}` : `${any} = ${any}`
}

// In one round trip when it is let through; there are hundreds of thousands of tries.
async function tried(client: pg.Client, sql: string): Promise<number | 'refused' | 'stopped'> {
  try {
    const results: unknown = await client.query(`savepoint tried; ${sql}; rollback to savepoint tried`)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- several statements have a list of results, which the types of pg do not know
    return (results as pg.QueryResult[])[1]?.rowCount ?? 0
  } catch (error) {
    await client.query('rollback to savepoint tried')
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    // What is handed over without the citizen's yes is refused by a trigger, that comes before the policies.
    if (code === '42501' || (error instanceof pg.DatabaseError && error.constraint === 'tasks_by_consent'))
      return 'refused'
    // 23: a constraint; P0001: a trigger of ours. Both come after the policies.
    if (typeof code === 'string' && (code.startsWith('23') || code === 'P0001')) return 'stopped'
    throw error
  }
}

function plain(row: Row): Row {
  const bytes = (value: unknown) => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value)
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, bytes(value)]))
}

const literal = (text: string) => pg.escapeLiteral(text)
