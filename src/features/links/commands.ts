import { sql } from 'kysely'
import type { Write } from '../../platform/db.ts'
import type { Writer } from '../consents/commands.ts'
import type { CitizenRecord } from '../consents/record-queries.ts'

/** One party's record of somebody. */
export type RecordKey = Pick<CitizenRecord, 'partyId' | 'id'>

/** Ties two records of one person, because the citizen said that they are; tied twice is tied once. */
export async function tieRecords(
  tx: Write,
  by: Writer,
  tie: { id: string; own: RecordKey; other: RecordKey },
): Promise<void> {
  const { id, own, other } = tie
  if (await isTied(tx, by, tie)) return
  await sql`insert into citizen_links (municipality_id, id, owner_party_id, citizen_id, other_party_id, other_citizen_id, made_by)
    values (${by.municipalityId}::uuid, ${id}::uuid, ${own.partyId}::uuid, ${own.id}::uuid, ${other.partyId}::uuid,
      ${other.id}::uuid, ${by.personId}::uuid)
    on conflict do nothing`.execute(tx)
}

/** Unties a record from all others. Nothing tells whether it was tied. */
export async function untieRecord(tx: Write, own: RecordKey): Promise<void> {
  await sql`select untie_citizen(${own.partyId}::uuid, ${own.id}::uuid)`.execute(tx)
}

// The other party may have tied them already, the other way round.
async function isTied(tx: Write, by: Writer, { own, other }: { own: RecordKey; other: RecordKey }): Promise<boolean> {
  const { rows } = await sql<{ tied: boolean }>`
    select exists (select from citizen_links l where l.municipality_id = ${by.municipalityId}::uuid and l.ended_at is null
      and ((l.owner_party_id, l.citizen_id, l.other_party_id, l.other_citizen_id)
          = (${own.partyId}::uuid, ${own.id}::uuid, ${other.partyId}::uuid, ${other.id}::uuid)
        or (l.owner_party_id, l.citizen_id, l.other_party_id, l.other_citizen_id)
          = (${other.partyId}::uuid, ${other.id}::uuid, ${own.partyId}::uuid, ${own.id}::uuid))) as tied`.execute(tx)
  return rows[0]?.tied ?? false
}
