import { sql } from 'kysely'
import type { Write } from '../../platform/db.ts'
import type { Keys } from '../../platform/keys.ts'
import { rowHashes } from '../retention/forgotten-queries.ts'
import type { Introducer } from '../contacts/codes.ts'
import type { Act, How } from './codes.ts'

/** A record of a party of the asker's own, and who writes in it. */
export interface At {
  municipalityId: string
  personId: string
  partyId: string
  id: string
}

/** Opens a record by alias and nothing more. The id is the page's, so that the same post twice is one record. */
export async function addCitizen(tx: Write, at: At, alias: string): Promise<void> {
  await tx
    .insertInto('citizens')
    .values({ municipality_id: at.municipalityId, owner_party_id: at.partyId, id: at.id, alias })
    .onConflict(conflict => conflict.columns(['municipality_id', 'owner_party_id', 'id']).doNothing())
    .execute()
  await writeAct(tx, at, { id: at.id, act: 'alias', how: 'oral' })
}

/** Writes down what the citizen did, once however often it is sent. */
export async function writeAct(tx: Write, at: At, act: { id: string; act: Act; how: How }): Promise<void> {
  await tx
    .insertInto('citizen_acts')
    .values({
      municipality_id: at.municipalityId,
      owner_party_id: at.partyId,
      citizen_id: at.id,
      recorded_by: at.personId,
      ...act,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Alias and contact wishes; false when somebody else has written since the version that was seen. */
export async function changeWishes(tx: Write, at: At & { version: number }, wishes: WishesWritten): Promise<boolean> {
  return await change(tx, at, {
    alias: wishes.alias,
    phone: wishes.phone,
    safe_times: wishes.safeTimes,
    needs: wishes.needs,
    introduced_by: wishes.introducedBy,
  })
}

/** The name that the citizen has said, or null when they take it back. */
export async function changeName(tx: Write, at: At & { version: number }, name: string | null): Promise<boolean> {
  if (!(await change(tx, at, { name }))) return false
  // Where a private centre answers, the name leaves what stood before too; the function sees to which it is.
  if (name === null) await sql`select forget_name(${at.partyId}::uuid, ${at.id}::uuid)`.execute(tx)
  return true
}

/**
 * Closes an authority's record: out of the daily work, kept until its date. What was shared with other parties and with
 * helpers from outside ends at once, and so do the ties to the records of other parties.
 */
export async function closeRecord(tx: Write, at: At): Promise<void> {
  const closed = await ownRecord(tx, at)
    .set({ closed_at: sql<Date>`now()` })
    .where('closed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!closed) return
  for (const table of ['consents', 'helper_shares'] as const) {
    await tx
      .updateTable(table)
      .set({ withdrawn_at: sql<Date>`now()`, withdrawn_by: at.personId })
      .where('municipality_id', '=', at.municipalityId)
      .where('owner_party_id', '=', at.partyId)
      .where('citizen_id', '=', at.id)
      .where('withdrawn_at', 'is', null)
      .execute()
  }
  await sql`select untie_citizen(${at.partyId}::uuid, ${at.id}::uuid)`.execute(tx)
}

/** The citizen has come back. What was shared before stays ended. */
export async function reopenRecord(tx: Write, at: At): Promise<void> {
  await ownRecord(tx, at).set({ closed_at: null, locked_at: null }).execute()
}

/** Really deletes a private centre's record; as a tally the talks stay, without person or words. False elsewhere. */
export async function forgetCitizen(
  tx: Write,
  at: At,
  { keys, asTally }: { keys: Keys; asTally: boolean },
): Promise<boolean> {
  const hashes = await rowHashes(tx, keys, at)
  const { rows } = await sql<{ done: boolean }>`
    select forget_citizen(${at.partyId}::uuid, ${at.id}::uuid, ${asTally}, ${hashes}::bytea[]) as done`.execute(tx)
  return rows[0]?.done ?? false
}

async function change(tx: Write, at: At & { version: number }, values: Changed): Promise<boolean> {
  const changed = await ownRecord(tx, at).set(values).where('version', '=', at.version).returning('id').execute()
  return changed.length === 1
}

function ownRecord(tx: Write, at: At) {
  return tx
    .updateTable('citizens')
    .where('municipality_id', '=', at.municipalityId)
    .where('owner_party_id', '=', at.partyId)
    .where('id', '=', at.id)
}

export interface WishesWritten {
  alias: string
  phone: string | null
  safeTimes: string | null
  needs: number
  introducedBy: Introducer | null
}

type Changed = Partial<{
  alias: string
  name: string | null
  phone: string | null
  safe_times: string | null
  needs: number
  introduced_by: Introducer | null
}>
