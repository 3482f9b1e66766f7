import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import type { Mine } from '../contacts/queries.ts'

/** That something was given over to the journal: by whom, when, in which version, for which time. */
export interface Handover {
  id: string
  partyId: string
  citizenId: string
  noteId: string | null
  contactId: string | null
  version: number
  number: number
  at: Date
  by: string
}

/** A note or a talk: what can be given over. */
export type Source = { noteId: string } | { contactId: string }

/** The times that a note or a talk was given over, the latest first. */
export async function handoversOf(tx: Read, mine: Mine, source: Source & { partyId: string }): Promise<Handover[]> {
  const rows = handovers(tx, mine).where('h.owner_party_id', '=', source.partyId).orderBy('h.number', 'desc')
  const asked =
    'noteId' in source ? rows.where('h.note_id', '=', source.noteId) : rows.where('h.contact_id', '=', source.contactId)
  return await asked.execute()
}

export async function findHandover(tx: Read, mine: Mine, handoverId: string): Promise<Handover | undefined> {
  return await handovers(tx, mine).where('h.id', '=', handoverId).executeTakeFirst()
}

/** Whether a party's controller is public: a private centre has no journal. */
export async function hasJournal(tx: Read, mine: Mine, partyId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select ${partyId}::uuid in (select parties_with_journal()) as has`.execute(tx)
  return rows[0]?.has === true && mine.parties.includes(partyId)
}

function handovers(tx: Read, mine: Mine) {
  return tx
    .selectFrom('handovers as h')
    .innerJoin('people as p', join =>
      join.onRef('p.municipality_id', '=', 'h.municipality_id').onRef('p.id', '=', 'h.handed_over_by'),
    )
    .select(['h.id', 'h.owner_party_id as partyId', 'h.citizen_id as citizenId', 'h.note_id as noteId'])
    .select(['h.contact_id as contactId', 'h.version', 'h.number', 'h.handed_over_at as at', 'p.public_name as by'])
    .where('h.municipality_id', '=', mine.municipalityId)
    .where('h.owner_party_id', 'in', [...mine.parties])
}
