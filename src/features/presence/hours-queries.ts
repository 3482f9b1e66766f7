import { sql } from 'kysely'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import type { Read } from '../../platform/db.ts'
import { addDays, clock, day, type Day } from '../../platform/time.ts'
import type { Agreement } from './agreement-rules.ts'
import type { Person } from './occurrence-rules.ts'
import { readPresence, type Presence } from './plan-queries.ts'

export type OwnHours = Presence & { person: Person }
type Whose = { municipalityId: string; personId: string; today: Day }

/** The hours of one person, for whoever may change them; nobody else learns whether there is such a person. */
export async function readHours(tx: Read, whose: Whose, ahead = 400): Promise<OwnHours> {
  await assertManaged(tx, whose.personId)
  const presence = await readPresence(tx, {
    ...whose,
    from: addDays(whose.today, -7),
    until: addDays(whose.today, ahead),
  })
  const person = presence.plan.people.find(one => one.id === whose.personId)
  if (!person) throw new NotFound()
  return { ...presence, person }
}

/** The same set as the policies use, so that a page offers what the database allows. */
async function assertManaged(tx: Read, personId: string): Promise<void> {
  if (!isId(personId)) throw new NotFound()
  const { rows } = await sql<{
    managed: boolean
  }>`select exists (select from people_i_manage() m where m = ${personId}::uuid) as managed`.execute(tx)
  if (!rows[0]?.managed) throw new NotFound()
}

/** Everybody whose hours the asker may change and who belongs to a party today, the asker apart. */
export async function managedPeople(tx: Read, whose: Whose): Promise<{ id: string; name: string; trade: string }[]> {
  const rows = await tx
    .selectFrom('people as p')
    .select(['p.id', 'p.public_name', 'p.trade'])
    .where('p.municipality_id', '=', whose.municipalityId)
    .where('p.imported', '=', false)
    .where('p.id', '!=', whose.personId)
    .where('p.id', 'in', sql<string>`(select people_i_manage())`)
    .where('p.id', 'in', partyMembers(tx, whose))
    .orderBy('p.public_name')
    .execute()
  return rows.map(row => ({ id: row.id, name: row.public_name, trade: row.trade }))
}

/** Whoever works or volunteers here may stand in for another. */
export async function possibleSubstitutes(
  tx: Read,
  whose: Whose,
): Promise<{ id: string; name: string; trade: string }[]> {
  const rows = await tx
    .selectFrom('people as p')
    .select(['p.id', 'p.public_name', 'p.trade'])
    .where('p.municipality_id', '=', whose.municipalityId)
    .where('p.imported', '=', false)
    .where('p.id', '!=', whose.personId)
    .where('p.id', 'in', partyMembers(tx, whose))
    .orderBy('p.public_name')
    .execute()
  return rows.map(row => ({ id: row.id, name: row.public_name, trade: row.trade }))
}

const partyMembers = (tx: Read, { municipalityId, today }: Whose) =>
  tx
    .selectFrom('memberships as m')
    .select('m.person_id')
    .where('m.municipality_id', '=', municipalityId)
    .where('m.party_id', 'is not', null)
    .where('m.valid_from', '<=', String(today))
    .where(eb => eb.or([eb('m.valid_until', 'is', null), eb('m.valid_until', '>=', String(today))]))

/** Absences of everybody, so that nobody is promised as a substitute who is away too. */
export async function absencesAhead(tx: Read, { municipalityId, today }: Whose) {
  const rows = await tx
    .selectFrom('absences')
    .select(['id', 'person_id', 'from_day', 'until_day', 'substitute_person_id'])
    .where('municipality_id', '=', municipalityId)
    .where('until_day', '>=', String(today))
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    fromDay: day(row.from_day),
    untilDay: day(row.until_day),
    substitutePersonId: row.substitute_person_id,
  }))
}

/** Open meetings that were agreed, by their times alone. */
export async function agreementsAhead(tx: Read, { personId, today }: Whose): Promise<Agreement[]> {
  const { rows } = await sql<{ day: string; clock: string | null }>`
    select day, clock from agreements_of(${personId}::uuid, ${String(today)}::date, ${String(addDays(today, 400))}::date)`.execute(
    tx,
  )
  return rows.map(row => ({ day: day(row.day), clock: row.clock === null ? null : clock(row.clock) }))
}
