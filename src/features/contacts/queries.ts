import { sql } from 'kysely'
import type { Read, Subject } from '../../platform/db.ts'
import type { Comer, Effort, Income, Introducer, Kind, Mover, Outcome, Venue } from './codes.ts'

/** Who asks, and whose records they see: said in every query, as well as left to the policies. */
export interface Mine {
  municipalityId: string
  personId: string
  parties: readonly string[]
}

/** A talk as a list or a sentence needs it. The agenda is never among it. */
export interface ContactRow {
  id: string
  partyId: string
  citizenId: string | null
  /** What a page calls the citizen is `displayName` of both. */
  alias: string | null
  name: string | null
  workerId: string
  workerName: string
  effort: Effort
  kind: Kind
  venue: Venue
  centreId: string | null
  centreName: string | null
  /** Where it was: "i Blå Port". */
  centreAt: string | null
  outcome: Outcome
  movedBy: Mover | null
  day: string
  clock: string | null
  minutes: number | null
  topics: number
  helpForms: number
}

/** A talk with everything that its own page shows. */
export interface FullContact extends ContactRow {
  partyName: string
  came: Comer | null
  introducedBy: Introducer | null
  adviceWasEnough: boolean
  nextThing: string | null
  nextDay: string | null
  nextOwnerId: string | null
  nextOwnerName: string | null
  nextDoneAt: Date | null
  agenda: string | null
  workerAgenda: string | null
  knownBefore: boolean | null
  income: Income | null
  createdAt: Date
  version: number
}

/** What stood before a correction, in the column names of the table. */
export interface FormerVersion {
  version: number
  replacedAt: Date
  replacedBy: string | null
  stood: Record<string, unknown>
}

/** A small thing that somebody promised. */
export interface Promised {
  id: string
  partyId: string
  citizenId: string | null
  /** What a page calls the citizen is `displayName` of both. */
  alias: string | null
  name: string | null
  thing: string
  day: string | null
  done: boolean
}

/** The rows of a list with the names that they show, in one statement; the ids say whose they are. */
export function contactRows(tx: Read, mine: Mine) {
  return (
    tx
      .selectFrom('contacts as c')
      // Each row looks its citizen up. In a plain join the plan that is kept for all parties reads every citizen of the
      // party for each page, because most parties have few.
      .leftJoinLateral(
        from =>
          from
            .selectFrom('citizens')
            .select(['alias', 'name'])
            .whereRef('citizens.municipality_id', '=', 'c.municipality_id')
            .whereRef('citizens.owner_party_id', '=', 'c.owner_party_id')
            .whereRef('citizens.id', '=', 'c.citizen_id')
            .limit(1)
            .as('z'),
        join => join.onTrue(),
      )
      .leftJoin('people as p', join =>
        join.onRef('p.municipality_id', '=', 'c.municipality_id').onRef('p.id', '=', 'c.worker_id'),
      )
      .leftJoin('centres as e', join =>
        join.onRef('e.municipality_id', '=', 'c.municipality_id').onRef('e.id', '=', 'c.centre_id'),
      )
      .where('c.municipality_id', '=', mine.municipalityId)
      .where('c.owner_party_id', 'in', [...mine.parties])
      .select(listed)
  )
}

export async function findContact(tx: Read, mine: Mine, contactId: string): Promise<FullContact | undefined> {
  return await contactRows(tx, mine)
    .innerJoin('parties as y', join =>
      join.onRef('y.municipality_id', '=', 'c.municipality_id').onRef('y.id', '=', 'c.owner_party_id'),
    )
    .leftJoin('people as n', join =>
      join.onRef('n.municipality_id', '=', 'c.municipality_id').onRef('n.id', '=', 'c.next_owner_id'),
    )
    .select(shownAlone)
    .where('c.id', '=', contactId)
    .$castTo<FullContact>()
    .executeTakeFirst()
}

/** What stood before, the latest first. */
export async function formerVersions(
  tx: Read,
  mine: Mine,
  contact: { id: string; partyId: string },
): Promise<FormerVersion[]> {
  return await tx
    .selectFrom('contact_versions as v')
    .leftJoin('people as p', join =>
      join.onRef('p.municipality_id', '=', 'v.municipality_id').onRef('p.id', '=', 'v.replaced_by'),
    )
    .select(['v.version', 'v.replaced_at as replacedAt', 'p.public_name as replacedBy', 'v.stood'])
    .where('v.municipality_id', '=', mine.municipalityId)
    .where('v.owner_party_id', '=', contact.partyId)
    .where('v.contact_id', '=', contact.id)
    .orderBy('v.version', 'desc')
    .$castTo<FormerVersion>()
    .execute()
}

/** My agreements of today and those of before whose outcome nobody has told. */
export async function myOpenContacts(tx: Read, mine: Mine, until: string): Promise<ContactRow[]> {
  return await contactRows(tx, mine)
    .where('c.worker_id', '=', mine.personId)
    .where('c.outcome', '=', 'open')
    .where('c.day', '<=', until)
    .orderBy('c.day')
    .orderBy('c.clock')
    .limit(60)
    .$castTo<ContactRow>()
    .execute()
}

/** What I have promised and not done, the nearest day first. */
export async function myPromises(tx: Read, mine: Mine): Promise<Promised[]> {
  return await promises(tx, mine)
    .where('c.next_done_at', 'is', null)
    .orderBy('c.next_day', order => order.asc().nullsLast())
    .orderBy('c.id')
    .limit(30)
    .execute()
}

/** What I have just ticked, so that the tick can be taken away. */
export async function myDonePromise(tx: Read, mine: Mine, contactId: string): Promise<Promised[]> {
  return await promises(tx, mine).where('c.id', '=', contactId).where('c.next_done_at', 'is not', null).execute()
}

/** How many talks I had on a day, by place. Counts of my own, so nobody is named. */
export async function myTalksOn(tx: Read, mine: Mine, day: string): Promise<{ at: string | null; talks: number }[]> {
  return await tx
    .selectFrom('contacts as c')
    .leftJoin('centres as e', join =>
      join.onRef('e.municipality_id', '=', 'c.municipality_id').onRef('e.id', '=', 'c.centre_id'),
    )
    .select([sql<string | null>`e.preposition || ' ' || e.name`.as('at'), sql<number>`count(*)`.as('talks')])
    .where('c.municipality_id', '=', mine.municipalityId)
    .where('c.owner_party_id', 'in', [...mine.parties])
    .where('c.worker_id', '=', mine.personId)
    .where('c.day', '=', day)
    .where('c.outcome', '<>', 'open')
    .groupBy(['e.preposition', 'e.name'])
    .execute()
}

/** Colleagues who can follow up: those who see the same records today, by name. */
export async function colleagues(tx: Read, mine: Mine): Promise<{ id: string; name: string; partyId: string }[]> {
  return await tx
    .selectFrom('memberships as m')
    .innerJoin('people as p', join =>
      join.onRef('p.municipality_id', '=', 'm.municipality_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select(['p.id', 'p.public_name as name', sql<string>`m.party_id`.as('partyId')])
    .distinct()
    .where('m.municipality_id', '=', mine.municipalityId)
    .where('m.party_id', 'in', [...mine.parties])
    .where('m.role', 'in', ['outreach_worker', 'centre_staff', 'centre_manager', 'coordinator'])
    .where(sql<boolean>`m.valid_from <= danish_today() and (m.valid_until is null or m.valid_until >= danish_today())`)
    .orderBy('p.public_name')
    .execute()
}

/**
 * Parties where something has stood still; never what, or how much: the municipality's for its coordinators, a private
 * one for whoever leads it. What nobody answered counts from before the day that is given.
 */
export async function partiesStandingStill(tx: Read, mine: Mine, unansweredBefore: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('parties')
    .select('name')
    .where('municipality_id', '=', mine.municipalityId)
    .where(
      sql<boolean>`id in (select parties_standing_still(${unansweredBefore}::date) union select parties_late_with_access())`,
    )
    .orderBy('name')
    .execute()
  return rows.map(row => row.name)
}

/** Whom a row is about: the citizen, or the anonymous contact by its own id. */
export function subjectOf(row: { id: string; partyId: string; citizenId: string | null }): Subject {
  return row.citizenId === null
    ? { subject: 'contact', id: row.id, partyId: row.partyId }
    : { subject: 'citizen', id: row.citizenId, partyId: row.partyId }
}

function promises(tx: Read, mine: Mine) {
  return tx
    .selectFrom('contacts as c')
    .leftJoin('citizens as z', join =>
      join
        .onRef('z.municipality_id', '=', 'c.municipality_id')
        .onRef('z.owner_party_id', '=', 'c.owner_party_id')
        .onRef('z.id', '=', 'c.citizen_id'),
    )
    .select([
      'c.id',
      'c.owner_party_id as partyId',
      'c.citizen_id as citizenId',
      'z.alias',
      'z.name',
      'c.next_day as day',
    ])
    .select([sql<string>`c.next_thing`.as('thing'), sql<boolean>`c.next_done_at is not null`.as('done')])
    .where('c.municipality_id', '=', mine.municipalityId)
    .where('c.owner_party_id', 'in', [...mine.parties])
    .where('c.next_owner_id', '=', mine.personId)
    .where('c.next_thing', 'is not', null)
}

const listed = [
  'c.id',
  'c.owner_party_id as partyId',
  'c.citizen_id as citizenId',
  'z.alias',
  'z.name',
  'c.worker_id as workerId',
  'p.public_name as workerName',
  'c.effort',
  'c.kind',
  'c.venue',
  'c.centre_id as centreId',
  'e.name as centreName',
  sql<string | null>`e.preposition || ' ' || e.name`.as('centreAt'),
  'c.outcome',
  'c.moved_by as movedBy',
  'c.day',
  'c.clock',
  'c.minutes',
  'c.topics',
  'c.help_forms as helpForms',
] as const

const shownAlone = [
  'y.name as partyName',
  'c.came',
  'c.introduced_by as introducedBy',
  'c.advice_was_enough as adviceWasEnough',
  'c.next_thing as nextThing',
  'c.next_day as nextDay',
  'c.next_owner_id as nextOwnerId',
  'n.public_name as nextOwnerName',
  'c.next_done_at as nextDoneAt',
  'c.agenda',
  'c.worker_agenda as workerAgenda',
  'c.known_before as knownBefore',
  'c.income',
  'c.created_at as createdAt',
  'c.version',
] as const
