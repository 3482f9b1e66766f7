import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import type { Keys } from '../../platform/keys.ts'
import { rowHash } from './forgotten-rules.ts'

/** The hashes of what a file calls a citizen's talks, or one talk: its own key, or the id under which it went out. */
export async function rowHashes(
  tx: Read,
  keys: Keys,
  at: { municipalityId: string; partyId: string; id: string; by?: 'citizen_id' | 'id' },
): Promise<Buffer[]> {
  const rows = await tx
    .selectFrom('contacts')
    .select(sql<string>`coalesce(import_key, id::text)`.as('key'))
    .where('municipality_id', '=', at.municipalityId)
    .where('owner_party_id', '=', at.partyId)
    .where(at.by ?? 'citizen_id', '=', at.id)
    .execute()
  return rows.map(row => rowHash(keys, at, row.key))
}
