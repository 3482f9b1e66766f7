import { sql } from 'kysely'
import type { Write } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import { day, today } from '../../platform/time.ts'
import type { Day, Instant } from '../../platform/time.ts'
import { partyChoices } from './staff-queries.ts'
import { lastDay, roleOf, wrongWith } from './staff-rules.ts'
import type { FieldMessage, MembershipWish } from './staff-rules.ts'
import { endTexts, membershipTexts } from './texts.da.ts'

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

/** Adds a role to a person, or says what is wrong with it; nothing is stored then. */
export async function addMembership(tx: Write, given: Adding): Promise<FieldMessage | undefined> {
  const { municipalityId, personId, wish, now } = given
  const party = (await partyChoices(tx, municipalityId)).find(each => each.id === wish.partyId)
  if (wish.partyId !== undefined && !party) throw new NotFound()
  const wrong = wrongWith(wish, party, today(now))
  if (wrong) return wrong
  await lockRoles(tx, municipalityId)
  if (await overlaps(tx, given)) return { field: 'role', message: membershipTexts.twice }
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
  return undefined
}

/** Gives a membership its last day, or says why not. One that has ended is left as it is. */
export async function endMembership(tx: Write, given: Ending): Promise<FieldMessage | undefined> {
  const { municipalityId, personId, membershipId, wish, now } = given
  await lockRoles(tx, municipalityId)
  const row = await tx
    .selectFrom('memberships')
    .select(['role', 'valid_from', 'valid_until'])
    .where('municipality_id', '=', municipalityId)
    .where('person_id', '=', personId)
    .where('id', '=', membershipId)
    .executeTakeFirst()
  if (!row || (row.valid_until !== null && row.valid_until < today(now).toString())) throw new NotFound()
  const last = lastDay(wish, day(row.valid_from), today(now))
  if (!last.ok) return { field: 'day', message: last.message }
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

/** Corrects what an administrator may correct of a person: the name and the trade. */
export async function correctPerson(tx: Write, at: Person, person: { name: string; trade: string }): Promise<void> {
  await tx
    .updateTable('people')
    .set({ public_name: person.name, trade: person.trade })
    .where('municipality_id', '=', at.municipalityId)
    .where('id', '=', at.personId)
    .execute()
}

// Two administrators who end each other's role at the same moment must not leave the house without one.
async function lockRoles(tx: Write, municipalityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('memberships'), hashtext(${municipalityId}))`.execute(tx)
}

async function overlaps(tx: Write, { municipalityId, personId, wish }: Adding): Promise<boolean> {
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
  now: Instant
}
interface Ending extends Person {
  membershipId: string
  wish: { when: 'now' | 'day'; day: Day | undefined }
  now: Instant
}
