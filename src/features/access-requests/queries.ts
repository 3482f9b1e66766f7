import { sql } from 'kysely'
import type { Read, Subject } from '../../platform/db.ts'
import type { AccessAnswer } from './codes.ts'

/** A request for access, as a party that is to answer it is told: never where the citizen asked, nor who heard it. */
export interface Asked {
  /** The id of this party's own answer. */
  id: string
  partyId: string
  partyName: string
  name: string
  birthDate: string | null
  phone: string | null
  /** "på Fyrskuret": where the citizen fetches it; else it goes to the address. */
  at: string | null
  address: string | null
  askedOn: string
  dueOn: string
  answer: AccessAnswer | null
  answeredBy: string | null
  answeredAt: Date | null
}

/** What the asker's parties are asked: one of them, those without an answer, or all. What is to be answered comes first. */
export async function askedOfUs(
  tx: Read,
  municipalityId: string,
  which: { id: string } | 'unanswered' | 'all',
): Promise<Asked[]> {
  const only =
    which === 'all' ? sql`` : which === 'unanswered' ? sql`where a.answer is null` : sql`where a.id = ${which.id}::uuid`
  const { rows } = await sql<Asked>`
    select a.id, a.party_id as "partyId", y.name as "partyName", a.name, a.birth_date as "birthDate", a.phone,
      c.preposition || ' ' || c.name as at, a.address, a.asked_on as "askedOn", a.due_on as "dueOn", a.answer,
      p.public_name as "answeredBy", a.answered_at as "answeredAt"
    from access_asked_of_me() a
    join parties y on y.municipality_id = ${municipalityId}::uuid and y.id = a.party_id
    left join centres c on c.municipality_id = y.municipality_id and c.id = a.centre_id
    left join people p on p.municipality_id = y.municipality_id and p.id = a.answered_by
    ${only}
    order by a.answer is not null, case when a.answer is null then a.due_on end, a.due_on desc, y.name, a.id limit 200`.execute(
    tx,
  )
  return rows
}

/** A request for access that a citizen made from a record of one's own party. */
export interface Requested {
  id: string
  askedOn: string
  dueOn: string
  /** How many have not answered; 0 until the last day is over. */
  late: number
}

/** The record of one's own party from which a citizen asks. */
export interface AskingRecord {
  municipalityId: string
  partyId: string
  citizenId: string
}

/** What was asked from a record, the latest first. */
export async function requestsFrom(tx: Read, record: AskingRecord): Promise<Requested[]> {
  const { rows } = await sql<Requested>`
    select r.id, r.asked_on as "askedOn", r.due_on as "dueOn", access_late(r.owner_party_id, r.id) as late
    from access_requests r where ${isFrom(record)} order by r.asked_on desc, r.id desc`.execute(tx)
  return rows
}

/** All that the citizen asked for, and of whom. */
export interface Request extends Requested {
  name: string
  birthDate: string | null
  phone: string | null
  at: string | null
  address: string | null
  recordedBy: string
  asked: string[]
}

export async function findRequest(tx: Read, record: AskingRecord, requestId: string): Promise<Request | undefined> {
  const { rows } = await sql<Request>`
    select r.id, r.asked_on as "askedOn", r.due_on as "dueOn", access_late(r.owner_party_id, r.id) as late, r.name,
      r.birth_date as "birthDate", r.phone, c.preposition || ' ' || c.name as at, r.address, p.public_name as "recordedBy",
      array(select y.name from parties y where y.municipality_id = r.municipality_id and y.id = any (r.asked_party_ids)
        order by y.name) as asked
    from access_requests r
    join people p on p.municipality_id = r.municipality_id and p.id = r.recorded_by
    left join centres c on c.municipality_id = r.municipality_id and c.id = r.centre_id
    where ${isFrom(record)} and r.id = ${requestId}::uuid`.execute(tx)
  return rows[0]
}

/** Somebody or somewhere that can be chosen. */
export interface Named {
  id: string
  name: string
}

/** All that a controller answers for: each of them can be asked. */
export async function partiesOf(tx: Read, at: { municipalityId: string; controllerId: string }): Promise<Named[]> {
  return await tx
    .selectFrom('parties')
    .select(['id', 'name'])
    .where('municipality_id', '=', at.municipalityId)
    .where('controller_id', '=', at.controllerId)
    .orderBy('name')
    .execute()
}

/** Centres at which an answer can be fetched: "på Fyrskuret". */
export async function centresToFetchAt(tx: Read, municipalityId: string): Promise<Named[]> {
  return await tx
    .selectFrom('centres')
    .select(['id', sql<string>`preposition || ' ' || name`.as('name')])
    .where('municipality_id', '=', municipalityId)
    .where(sql<boolean>`closed_on is null or closed_on > danish_today()`)
    .orderBy('centres.name')
    .execute()
}

/** A request as the officer follows it: never whom it is about, nor where it was asked. */
export interface Followed {
  askedOn: string
  dueOn: string
  asked: number
  /** The names of those who have not answered. */
  waiting: string[]
}

/** What somebody still has to answer comes first, the oldest first; then what all have answered. */
export async function followedRequests(tx: Read, municipalityId: string): Promise<Followed[]> {
  const { rows } = await sql<Followed>`
    select f.asked_on as "askedOn", f.due_on as "dueOn", f.asked,
      array(select y.name from parties y where y.municipality_id = ${municipalityId}::uuid and y.id = any (f.waiting) order by y.name) as waiting
    from access_followed() f
    order by f.waiting = '{}', case when f.waiting <> '{}' then f.due_on end, f.due_on desc, f.asked limit 500`.execute(
    tx,
  )
  return rows
}

/** A request has no record to be named by where it is asked: it stands in the log by the answer's own id. */
export function subjectOfAsked({ id, partyId }: Pick<Asked, 'id' | 'partyId'>): Subject {
  return { subject: 'request', id, partyId }
}

function isFrom({ municipalityId, partyId, citizenId }: AskingRecord) {
  return sql`r.municipality_id = ${municipalityId}::uuid and r.owner_party_id = ${partyId}::uuid and r.citizen_id = ${citizenId}::uuid`
}
