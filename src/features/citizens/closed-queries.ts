import type { Read } from '../../platform/db.ts'
import { dayOf, instantOf } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { findKeptMonths } from '../retention/queries.ts'

/** That a record is closed: since when, and the first day on which its rule lets it go. */
export interface Closed {
  citizenId: string
  since: Day
  until: Day
}

/** Nothing for a record that is open. */
export async function closedOf(
  tx: Read,
  municipalityId: string,
  record: { id: string; partyId: string; closedAt: Date | null },
): Promise<Closed | undefined> {
  const { id, partyId, closedAt } = record
  if (closedAt === null) return undefined
  const { controllerId } = await tx
    .selectFrom('parties')
    .select('controller_id as controllerId')
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', partyId)
    .executeTakeFirstOrThrow()
  const months = await findKeptMonths(tx, { municipalityId, controllerId })
  const since = dayOf(instantOf(closedAt))
  return { citizenId: id, since, until: since.add({ months }) }
}

/** Whether a record is closed; nobody's is not. */
export async function isClosed(
  tx: Read,
  { municipalityId }: { municipalityId: string },
  record: { partyId: string; id: string | null },
): Promise<boolean> {
  if (record.id === null) return false
  const row = await tx
    .selectFrom('citizens')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('owner_party_id', '=', record.partyId)
    .where('id', '=', record.id)
    .where('closed_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}
