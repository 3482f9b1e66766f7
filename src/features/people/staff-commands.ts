import { sql } from 'kysely'
import type { Write } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import { day, today } from '../../platform/time.ts'
import type { Day, Instant } from '../../platform/time.ts'
import { offerTexts } from './offer-texts.da.ts'
import { isRecordRole } from './rules.ts'
import { lastDay, roleOf } from './staff-rules.ts'
import type { FieldMessage, MembershipWish } from './staff-rules.ts'
import { endTexts } from './texts.da.ts'

/** Writes down a new person who works; their phone and photo wait for their own yes. */
export async function addPerson(
  tx: Write,
  municipalityId: string,
  person: { name: string; trade: string },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('people')
    .values({ municipality_id: municipalityId, id, public_name: person.name, trade: person.trade })
    .execute()
  return id
}

/** A name from an old file becomes somebody who works here. */
export async function unmarkImported(tx: Write, municipalityId: string, personId: string): Promise<void> {
  await tx
    .updateTable('people')
    .set({ imported: false })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', personId)
    .execute()
}

/** Writes a role down. Who may, the database says. */
export async function insertMembership(tx: Write, given: Adding): Promise<void> {
  const { municipalityId, personId, wish } = given
  await tx
    .insertInto('memberships')
    .values({
      municipality_id: municipalityId,
      id: newId(),
      person_id: personId,
      party_id: wish.partyId ?? null,
      role: wish.role,
      effort: wish.effort ?? null,
      may_decide: wish.mayDecide,
      valid_from: wish.from.toString(),
      valid_until: wish.until?.toString() ?? null,
    })
    .execute()
}

/** Gives a membership its last day, or says why not. One that has ended is left as it is. */
export async function endMembership(tx: Write, given: Ending): Promise<FieldMessage | undefined> {
  const { municipalityId, personId, membershipId, wish, now } = given
  await lockRoles(tx, municipalityId)
  const row = await tx
    .selectFrom('memberships')
    .select(['role', 'party_id', 'valid_from', 'valid_until'])
    .where('municipality_id', '=', municipalityId)
    .where('person_id', '=', personId)
    .where('id', '=', membershipId)
    .executeTakeFirst()
  if (!row || (row.valid_until !== null && row.valid_until < today(now).toString())) throw new NotFound()
  const last = lastDay(wish, day(row.valid_from), today(now))
  if (!last.ok) return { field: 'day', message: last.message }
  if (row.valid_until !== null && last.day.toString() > row.valid_until && (await isAnothers(tx, row))) {
    return { field: 'day', message: offerTexts.lengthened }
  }
  if (roleOf(row.role) === 'administrator' && (await isLastAdministrator(tx, given))) {
    return { field: 'when', message: endTexts.lastAdministrator }
  }
  await tx
    .updateTable('memberships')
    .set({ valid_until: last.day.toString() })
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', membershipId)
    .execute()
  return undefined
}

// Whether only the manager of a private party gives this role a later last day; the database holds the same.
async function isAnothers(tx: Write, { role, party_id: partyId }: { role: string; party_id: string | null }) {
  if (!isRecordRole(roleOf(role))) return false
  const { rows } = await sql<{ anothers: boolean }>`
    select ${partyId}::uuid in (select private_parties()) and ${partyId}::uuid not in (select parties_i_lead()) as anothers`.execute(
    tx,
  )
  return rows[0]?.anothers === true
}

/** Corrects what an administrator may correct of a person: the name and the trade. */
export async function correctPerson(tx: Write, at: Person, person: { name: string; trade: string }): Promise<void> {
  await tx
    .updateTable('people')
    .set({ public_name: person.name, trade: person.trade })
    .where('municipality_id', '=', at.municipalityId)
    .where('id', '=', at.personId)
    .execute()
}

/** Two administrators who end each other's role at the same moment must not leave the house without one. */
export async function lockRoles(tx: Write, municipalityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('memberships'), hashtext(${municipalityId}))`.execute(tx)
}

/** Whether the person holds the same role in the same place on some of the days that are wished for. */
export async function overlaps(tx: Write, { municipalityId, personId, wish }: Adding): Promise<boolean> {
  const same = await tx
    .selectFrom('memberships')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('person_id', '=', personId)
    .where('role', '=', wish.role)
    .where('party_id', wish.partyId === undefined ? 'is' : '=', wish.partyId ?? null)
    .where(eb => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', wish.from.toString())]))
    .where(eb => (wish.until ? eb('valid_from', '<=', wish.until.toString()) : eb.lit(true)))
    .whereRef('valid_from', '<=', sql`coalesce(valid_until, valid_from)`)
    .limit(1)
    .executeTakeFirst()
  return same !== undefined
}

async function isLastAdministrator(tx: Write, { municipalityId, membershipId, now }: Ending): Promise<boolean> {
  const other = await tx
    .selectFrom('memberships')
    .innerJoin('accounts', join =>
      join
        .onRef('accounts.municipality_id', '=', 'memberships.municipality_id')
        .onRef('accounts.person_id', '=', 'memberships.person_id'),
    )
    .select('memberships.id')
    .where('memberships.municipality_id', '=', municipalityId)
    .where('memberships.role', '=', 'administrator')
    .where('memberships.id', '!=', membershipId)
    .where('memberships.valid_from', '<=', today(now).toString())
    .where('memberships.valid_until', 'is', null)
    .where('accounts.closed_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return other === undefined
}

interface Person {
  municipalityId: string
  personId: string
}
interface Adding extends Person {
  wish: MembershipWish
}
interface Ending extends Person {
  membershipId: string
  wish: { when: 'now' | 'day'; day: Day | undefined }
  now: Instant
}
