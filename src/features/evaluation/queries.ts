import { sql } from 'kysely'
import { NotFound } from '../../platform/errors.ts'
import type { Read } from '../../platform/db.ts'
import type { PackedMonth } from './packed-rules.ts'
import { count } from './count-rules.ts'
import type { Counted } from './count-rules.ts'
import type { Asked } from './sum-rules.ts'
import { evaluationOf } from './evaluation-rules.ts'
import type { Evaluation, Named } from './evaluation-rules.ts'

/** The figures of a period as the format page has them: raw, or with small numbers held back. */
export async function evaluate(tx: Read, asked: AskedOf & { raw?: boolean }): Promise<Evaluation> {
  return evaluationOf({ asked, ...(await figuresOf(tx, asked)), raw: asked.raw ?? true })
}

/** The figures of a period, counted and not yet held back, and the names of what they are about. */
async function figuresOf(tx: Read, asked: AskedOf): Promise<{ named: Named; counted: Counted }> {
  return { named: await namesOf(tx, asked.municipalityId), counted: await countContacts(tx, asked) }
}

/** The figures of a period, counted and not yet held back. */
export async function countContacts(tx: Read, asked: AskedOf): Promise<Counted> {
  return count(await packedMonths(tx, asked), asked)
}

/** The municipality and its centres, in Danish order. */
export async function namesOf(tx: Read, municipalityId: string): Promise<Named> {
  const municipality = await tx
    .selectFrom('municipalities')
    .select('slug')
    .where('id', '=', municipalityId)
    .executeTakeFirst()
  if (!municipality) throw new NotFound()
  const centres = await tx
    .selectFrom('centres')
    .select(['id', 'slug', 'name'])
    .where('municipality_id', '=', municipalityId)
    .orderBy('name')
    .execute()
  return { municipality: municipality.slug, centres }
}

/** In one statement, and therefore of one moment: the months as packed, and those that changed since from the contacts. */
async function packedMonths(tx: Read, { municipalityId, from, to }: AskedOf): Promise<PackedMonth[]> {
  const first = from.with({ day: 1 }).toString()
  const { rows } = await sql<Omit<PackedMonth, 'centres'> & { centres: string }>`
    with packed as materialized (
      select m.month, m.centres, m.people, m.contacts from figure_months m
      where m.municipality_id = ${municipalityId} and m.month between ${first}::date and ${to.toString()}::date
        and m.month not in (select c.month from figure_changes c where c.municipality_id = ${municipalityId})
    ), others as (
      select g.month::date as month from generate_series(${first}::timestamp, ${to.toString()}::timestamp, interval '1 month') g(month)
      where g.month::date not in (select p.month from packed p)
    )
    select month, centres, people, contacts from packed
    union all
    select o.month, f.centres, f.people, f.contacts from others o cross join lateral packed_month(${municipalityId}, o.month) f
    where f.contacts <> ''`.execute(tx)
  return rows.map(row => ({ ...row, centres: row.centres.split(',').filter(id => id !== '') }))
}

type AskedOf = Asked & { municipalityId: string }
