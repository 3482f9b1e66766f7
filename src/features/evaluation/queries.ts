import { sql } from 'kysely'
import { NotFound } from '../../platform/errors.ts'
import type { Read } from '../../platform/db.ts'
import { addDays } from '../../platform/time.ts'
import { count } from './count-rules.ts'
import type { Counted } from './count-rules.ts'
import type { Asked, Packed } from './sum-rules.ts'
import { idsOf, summedMonths } from './summed-rules.ts'
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

/**
 * In one statement, and therefore of one moment: the sums of the first months where they are known and nothing has
 * changed since, then the months as packed, and those that changed from the contacts.
 */
export async function packedMonths(tx: Read, asked: AskedOf): Promise<Packed> {
  const { municipalityId, to } = asked
  const first = asked.from.with({ day: 1 }).toString()
  // The sums are of whole months and of everybody.
  const whole = asked.from.day === 1 && asked.centreId === undefined && asked.effort === undefined
  const { rows } = await sql<Row>`
    with changed as materialized (
      select distinct c.month from figure_changes c where c.municipality_id = ${municipalityId}
    ), summed as materialized (
      select s.until_month, s.centres, s.people, s.sums from figure_sums s
      where s.municipality_id = ${municipalityId} and ${whole} and s.first_month = ${first}::date
        and s.until_month <= ${addDays(to, 1).toString()}::date
        and not exists (select from changed c where c.month >= s.first_month and c.month < s.until_month)
    ), since as (
      select coalesce((select s.until_month from summed s), ${first}::date) as month
    ), packed as materialized (
      select m.month, m.centres, m.people, m.contacts from figure_months m
      where m.municipality_id = ${municipalityId} and m.month >= (select s.month from since s) and m.month <= ${to.toString()}::date
        and m.month not in (select c.month from changed c)
    ), others as (
      select g.month::date as month from generate_series((select s.month from since s)::timestamp, ${to.toString()}::timestamp, interval '1 month') g(month)
      where g.month::date not in (select p.month from packed p)
    )
    select null as month, centres, people, sums as contacts from summed
    union all
    select month, centres, people, contacts from packed
    union all
    select o.month, f.centres, f.people, f.contacts from others o cross join lateral packed_month(${municipalityId}, o.month) f
    where f.contacts <> ''`.execute(tx)
  const summed = rows.find(row => row.month === null)
  return {
    packed: rows.flatMap(({ month, ...row }) =>
      month === null ? [] : [{ ...row, month, centres: idsOf(row.centres) }],
    ),
    summed: summed && summedMonths({ ...summed, sums: summed.contacts }),
  }
}

interface Row {
  /** Null for the months that are summed already. */
  month: string | null
  centres: string
  people: string
  contacts: string
}
type AskedOf = Asked & { municipalityId: string }
