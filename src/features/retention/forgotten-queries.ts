import type { Read } from '../../platform/db.ts'
import type { Keys } from '../../platform/keys.ts'
import { rowHash } from './forgotten-rules.ts'

/** The hashes of what a file can call a citizen's talks, or one talk: its own key, and the id under which it goes out. */
export async function rowHashes(
  tx: Read,
  keys: Keys,
  at: { municipalityId: string; partyId: string; id: string; by?: 'citizen_id' | 'id' },
): Promise<Buffer[]> {
  const rows = await tx
    .selectFrom('contacts')
    .select(['import_key', 'id'])
    .where('municipality_id', '=', at.municipalityId)
    .where('owner_party_id', '=', at.partyId)
    .where(at.by ?? 'citizen_id', '=', at.id)
    .execute()
  return rows
    .flatMap(row => [row.id, ...(row.import_key === null ? [] : [row.import_key])])
    .map(key => rowHash(keys, at, key))
}
