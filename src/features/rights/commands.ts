import { sql } from 'kysely'
import type { Write } from '../../platform/db.ts'

/** Stores how a controller and its officer are reached; an empty text is none. */
export async function sayContact(
  tx: Write,
  at: { municipalityId: string; controllerId: string },
  said: { contact: string; officer: string },
): Promise<void> {
  await sql`insert into controller_contacts (municipality_id, controller_id, contact, officer)
    values (${at.municipalityId}::uuid, ${at.controllerId}::uuid, ${said.contact}, ${said.officer})
    on conflict (municipality_id, controller_id) do update set contact = excluded.contact, officer = excluded.officer`.execute(
    tx,
  )
}
