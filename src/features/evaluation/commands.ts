import { sql } from 'kysely'
import type { Db, Write } from '../../platform/db.ts'

/** No municipality: the jobs ask for the list of them all. */
const everywhere = { municipalityId: '00000000-0000-0000-0000-000000000000', personId: null }

/** Packs what changed since the last time, in every municipality, so that the next page of figures is quick. */
export async function packEverywhere(db: Db): Promise<void> {
  const all = await db.read(everywhere, 'operator.jobs', tx => tx.selectFrom('municipalities').select('id').execute())
  for (const { id } of all) {
    await db.write({ municipalityId: id, personId: null }, 'operator.jobs', tx => packMonths(tx, id))
  }
}

/**
 * Packs the months of one municipality that changed; returns how many. A change that is not committed yet is not
 * seen, its mark neither, so the mark stays and the month is read from the contacts until the next time.
 */
export async function packMonths(tx: Write, municipalityId: string): Promise<number> {
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
  return packed.rows.length
}
