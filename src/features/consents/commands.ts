import { sql } from 'kysely'
import type { Write } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import type { OwnParties } from '../citizens/queries.ts'
import type { Consent } from './queries.ts'

/** A yes as it is written down. `id` is the form's, so that the same post twice is one yes. */
export type NewConsent = Omit<Consent, 'partyName'>

/** Who writes it down, and for which parties they may. */
export interface Writer extends OwnParties {
  personId: string
}

/**
 * Writes a yes down. False: the record is closed and shares nothing, or the id stands for something else, which the
 * asker may not know.
 */
export async function giveConsent(tx: Write, by: Writer, given: NewConsent): Promise<boolean> {
  // Held until the end: who closes the record at this moment finds the yes, or is found.
  const { rows } = await sql`select from citizens where municipality_id = ${by.municipalityId}::uuid
    and owner_party_id = ${given.partyId}::uuid and id = ${given.citizenId}::uuid and closed_at is null for share`.execute(
    tx,
  )
  if (rows.length === 0) return false
  await tx
    .insertInto('consents')
    .values({
      municipality_id: by.municipalityId,
      id: given.id,
      owner_party_id: given.partyId,
      citizen_id: given.citizenId,
      receiving_party_id: given.receiverId,
      topics: given.topics,
      ground: given.ground,
      valid_from: given.from,
      valid_until: given.until,
      given_how: given.how,
      witness: given.witness,
      known_person_id: given.knownPersonId,
      recorded_by: by.personId,
    })
    .onConflict(conflict => conflict.columns(['municipality_id', 'owner_party_id', 'id']).doNothing())
    .execute()
  return await isGiven(tx, by, given)
}

/**
 * Takes one yes back and gives another in its place. False: the first was taken back meanwhile by somebody else, so
 * there is nothing to renew; the caller's transaction stores nothing.
 */
export async function replaceConsent(
  tx: Write,
  by: Writer,
  { former, given }: { former: string; given: NewConsent },
): Promise<boolean> {
  if (await isGiven(tx, by, given)) return true
  // The second of two at once waits here for the first, and then finds nothing to take back.
  const taken = await withdrawOwn(tx, by, former)
  if (taken === 0) return await isGiven(tx, by, given)
  // Neither the old nor the new must never be: what was taken back stands again.
  if (!(await giveConsent(tx, by, given))) throw new NotFound()
  return true
}

/** Takes a yes back, at once, at the party that wrote it down or at the one that received it. */
export async function withdrawConsent(tx: Write, by: Writer, consentId: string): Promise<void> {
  if ((await withdrawOwn(tx, by, consentId)) > 0) return
  await sql`select return_consent(${consentId}::uuid)`.execute(tx)
}

// The hour is set by the database.
async function withdrawOwn(tx: Write, by: Writer, consentId: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update consents set withdrawn_by = ${by.personId}::uuid, withdrawn_at = now()
    where municipality_id = ${by.municipalityId}::uuid and id = ${consentId}::uuid
      and owner_party_id in (${sql.join(by.parties)}) and withdrawn_at is null`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

async function isGiven(tx: Write, by: Writer, given: NewConsent): Promise<boolean> {
  const found = await tx
    .selectFrom('consents')
    .select('id')
    .where('municipality_id', '=', by.municipalityId)
    .where('id', '=', given.id)
    .where('owner_party_id', '=', given.partyId)
    .where('citizen_id', '=', given.citizenId)
    .executeTakeFirst()
  return found !== undefined
}
