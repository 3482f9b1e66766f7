import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import { entryOf, asInstant } from './everything-rules.ts'
import type { Former, Names, Section, Told, ToldRow } from './everything-rules.ts'

/** The record of one party that is told in full. */
export interface Whose {
  municipalityId: string
  partyId: string
  id: string
}

/** Everything that the party has written about the citizen, section by section; those without rows are left out. */
export async function everythingAbout(tx: Read, whose: Whose, list: readonly Told[]): Promise<Section[]> {
  const names = await namesIn(tx, whose.municipalityId)
  const sections: Section[] = []
  for (const told of list) {
    const rows = await rowsOf(tx, whose, told)
    if (rows.length === 0) continue
    const former = await formerOf(tx, whose, told)
    const entries = rows.map(row => entryOf(told, row, { former: former.get(String(row['id'])) ?? [], names }))
    sections.push({ title: told.title, entries })
  }
  return sections
}

async function rowsOf(tx: Read, whose: Whose, told: Told): Promise<ToldRow[]> {
  const names = [...new Set([...Object.keys(told.columns), ...(told.also ?? [])])]
  const parts = names.flatMap(name => [sql.lit(name), sql.ref(`t.${name}`)])
  // A number and a plan are the citizen's only one, and have no id of their own.
  const own = told.table === 'citizen_numbers' ? sql.ref('t.citizen_id') : sql.ref('t.id')
  const { rows } = await sql<{ told: ToldRow }>`
    select jsonb_build_object('id', ${own}, ${sql.join(parts)}) as told from ${sql.table(told.table)} t
    where t.municipality_id = ${whose.municipalityId}::uuid and ${isAbout(whose, told)}
    order by ${sql.ref(`t.${told.order}`)} desc nulls last, ${own} desc`.execute(tx)
  return rows.map(row => row.told)
}

function isAbout({ partyId, id }: Whose, { table, otherSide, openedInto }: Told) {
  if (table === 'citizens') return sql`t.owner_party_id = ${partyId}::uuid and t.id = ${id}::uuid`
  if (openedInto === true)
    return sql`(t.owner_party_id, t.id) in (select g.owner_party_id, g.opening_id from glass_into_mine() g
      where g.opened_party_id = ${partyId}::uuid and g.opened_citizen_id = ${id}::uuid)`
  const here = sql`(t.owner_party_id = ${partyId}::uuid and t.citizen_id = ${id}::uuid)`
  return otherSide === true
    ? sql`(${here} or (t.other_party_id = ${partyId}::uuid and t.other_citizen_id = ${id}::uuid))`
    : here
}

async function formerOf(tx: Read, whose: Whose, { table, versions }: Told): Promise<Map<string, Former[]>> {
  const { municipalityId, partyId, id } = whose
  if (versions === undefined) return new Map()
  const { rows } = await (
    table === 'contacts'
      ? sql<FormerRow>`
      select v.contact_id as id, to_json(v.replaced_at) as at, v.replaced_by as "replacedBy", v.stood
      from contact_versions v
      where v.municipality_id = ${municipalityId}::uuid and v.owner_party_id = ${partyId}::uuid and v.contact_id in (
        select c.id from contacts c where c.municipality_id = ${municipalityId}::uuid and c.owner_party_id = ${partyId}::uuid
          and c.citizen_id = ${id}::uuid)
      order by v.version desc`
      : sql<FormerRow>`
      select v.record_id as id, to_json(v.replaced_at) as at, v.replaced_by as "replacedBy", v.stood
      from record_versions v
      where v.municipality_id = ${municipalityId}::uuid and v.owner_party_id = ${partyId}::uuid
        and v.citizen_id = ${id}::uuid and v.record_kind = ${versions}
      order by v.version desc`
  ).execute(tx)
  const found = new Map<string, Former[]>()
  for (const { id: row, at, replacedBy, stood } of rows)
    found.set(row, [...(found.get(row) ?? []), { when: asInstant(at), replacedBy, stood }])
  return found
}

// What the names of a municipality are is no secret; whose work somebody did is told with the work.
async function namesIn(tx: Read, municipalityId: string): Promise<Names> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, public_name as name from people where municipality_id = ${municipalityId}::uuid
    union all select id, name from parties where municipality_id = ${municipalityId}::uuid
    union all select id, name from centres where municipality_id = ${municipalityId}::uuid`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

interface FormerRow {
  id: string
  at: string
  replacedBy: string | null
  stood: ToldRow
}
