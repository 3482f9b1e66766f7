import type { Write } from '../../platform/db.ts'

/** Opens a record by alias and nothing more. The id is the page's, so that the same post twice is one record. */
export async function addCitizen(tx: Write, citizen: NewCitizen): Promise<void> {
  const { municipalityId, partyId, id, alias } = citizen
  await tx
    .insertInto('citizens')
    .values({ municipality_id: municipalityId, owner_party_id: partyId, id, alias })
    .onConflict(conflict => conflict.columns(['municipality_id', 'owner_party_id', 'id']).doNothing())
    .execute()
}

interface NewCitizen {
  municipalityId: string
  partyId: string
  id: string
  alias: string
}
