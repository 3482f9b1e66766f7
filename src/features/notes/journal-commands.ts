import type { Write } from '../../platform/db.ts'
import type { Mine } from '../contacts/queries.ts'
import type { Source } from './journal-queries.ts'

export interface HandingOver {
  id: string
  partyId: string
  citizenId: string
  source: Source
  version: number
  /** Which time it is: one more than those that the page showed. */
  number: number
}

/** Marks that it is given over. The same post twice is once; false when another was before, so that nobody does it unawares. */
export async function markHandedOver(tx: Write, mine: Mine, handing: HandingOver): Promise<boolean> {
  const { id, partyId, citizenId, source, version, number } = handing
  const noteId = 'noteId' in source ? source.noteId : null
  const contactId = 'contactId' in source ? source.contactId : null
  await tx
    .insertInto('handovers')
    .values({
      municipality_id: mine.municipalityId,
      owner_party_id: partyId,
      id,
      citizen_id: citizenId,
      note_id: noteId,
      contact_id: contactId,
      version,
      number,
      handed_over_by: mine.personId,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const own = await tx
    .selectFrom('handovers')
    .select(['note_id', 'contact_id', 'number'])
    .where('municipality_id', '=', mine.municipalityId)
    .where('owner_party_id', '=', partyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return own?.note_id === noteId && own.contact_id === contactId && own.number === number
}
