import type { Write } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'

/** A new municipality with the controller that answers for all of its own. */
export async function addMunicipality(
  tx: Write,
  municipality: { id: string; slug: string; name: string },
): Promise<void> {
  await tx.insertInto('municipalities').values(municipality).execute()
  await tx
    .insertInto('controllers')
    .values({ municipality_id: municipality.id, id: newId(), name: municipality.name, kind: 'public' })
    .execute()
}
