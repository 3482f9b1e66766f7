import { sql } from 'kysely'
import type { Db, Write } from '../../platform/db.ts'
import { addDays } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { centresOf } from './count-rules.ts'
import { defaultPeriod } from './period-rules.ts'
import { packedMonths } from './queries.ts'
import { sum } from './sum-rules.ts'
import { written } from './summed-rules.ts'

/** No municipality: the jobs ask for the list of them all. */
const everywhere = { municipalityId: '00000000-0000-0000-0000-000000000000', personId: null }

/** Packs what changed since the last time, in every municipality, so that the next page of figures is quick. */
export async function packEverywhere(db: Db, today: Day): Promise<void> {
  const all = await db.read(everywhere, 'operator.jobs', tx => tx.selectFrom('municipalities').select('id').execute())
  for (const { id } of all) {
    await db.write({ municipalityId: id, personId: null }, 'operator.jobs', tx => packMonths(tx, id, today))
  }
}

/**
 * Packs the months of one municipality that changed; returns how many. A change that is not committed yet is not
 * seen, its mark neither, so the mark stays and the month is read from the contacts until the next time.
 */
export async function packMonths(tx: Write, municipalityId: string, today: Day): Promise<number> {
  // One packer at a time; another process skips its turn.
  const lock = await sql<{
    got: boolean
  }>`select pg_try_advisory_xact_lock(hashtext('figures'), hashtext(${municipalityId})) as got`.execute(tx)
  if (lock.rows[0]?.got !== true) return 0
  // One statement sees one moment: the contacts that it packs are those whose marks it takes away.
  const packed = await sql<{ month: string }>`
    with seen as (
      delete from figure_changes where municipality_id = ${municipalityId} returning month
    ), changed as (
      select distinct month from seen
    )
    insert into figure_months (municipality_id, month, centres, people, contacts)
      select ${municipalityId}::uuid, c.month, f.centres, f.people, f.contacts
      from changed c cross join lateral packed_month(${municipalityId}, c.month) f
    on conflict (municipality_id, month) do update
      set centres = excluded.centres, people = excluded.people, contacts = excluded.contacts, packed_at = now()
    returning month`.execute(tx)
  const months = packed.rows.map(row => row.month)
  await sumMonths(tx, { municipalityId, months, today })
  return months.length
}

/** Sums the months before the present one, when one of `months` is among them or another month has begun. */
async function sumMonths(tx: Write, at: { municipalityId: string; months: string[]; today: Day }): Promise<void> {
  const { municipalityId, months, today } = at
  const { from } = defaultPeriod(today)
  const until = today.with({ day: 1 })
  const span = { first_month: from.toString(), until_month: until.toString() }
  const known = await tx
    .selectFrom('figure_sums')
    .select('municipality_id')
    .where('municipality_id', '=', municipalityId)
    .where('first_month', '=', span.first_month)
    .where('until_month', '=', span.until_month)
    .executeTakeFirst()
  if (known && !months.some(month => month >= span.first_month && month < span.until_month)) return
  const asked = { municipalityId, from, to: addDays(until, -1) }
  await tx.deleteFrom('figure_sums').where('municipality_id', '=', municipalityId).execute()
  const packed = await packedMonths(tx, asked)
  const centres = centresOf(packed)
  const row = { ...span, ...written(sum(packed, centres, asked)), centres: centres.join(',') }
  await tx
    .insertInto('figure_sums')
    .values({ municipality_id: municipalityId, ...row })
    .execute()
}
