import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Read } from '../../platform/db.ts'
import type { CitizenRecord } from '../consents/record-queries.ts'
import type { Role } from '../people/rules.ts'
import type { Owner, PartKind, Place } from './codes.ts'
import type { AppointmentState, StepState } from './state-rules.ts'
import { inPathOrder } from './path-rules.ts'

/** What every row of a plan has: whose it is, and in which version. */
export interface PlanRow {
  id: string
  partyId: string
  citizenId: string
  /** The bit of its one topic; none: it is never shared. */
  topic: number | null
  version: number
}

/** A part of the plan. */
export interface Part extends PlanRow {
  kind: PartKind
  areas: number
  words: string
  createdAt: Date
}

export interface Plan {
  /** Goals in the citizen's own words, and "I just want to be here": the oldest first. */
  wants: Part[]
  goodAt: Part[]
  help: Part[]
}

/** A small step. */
export interface Step extends PlanRow {
  words: string
  day: string | null
  whose: Owner | null
  personId: string | null
  personName: string | null
  state: StepState
  waitsFor: string | null
  restWords: string | null
  doneWords: string | null
  doneOn: string | null
}

/** An appointment elsewhere. */
export interface Appointment extends PlanRow {
  place: Place
  words: string
  address: string | null
  bring: string | null
  day: string
  clock: string | null
  companionId: string | null
  companionName: string | null
  /** The companion's roles of today, for the shape of the portrait. */
  companionRoles: Around['memberships']
  companionWords: string | null
  meetPlace: string | null
  meetClock: string | null
  state: AppointmentState
  stateWords: string | null
  movedFrom: string | null
}

/** Somebody who works with the citizen, with the roles that say what they are. */
export interface Around {
  personId: string
  name: string
  trade: string
  /** What they do, in the citizen's words; null when nobody has written it. */
  words: string | null
  memberships: readonly { role: Role; mayDecide: boolean }[]
}

/** Somebody whom the citizen named, and what they do. */
export interface PlanPerson extends PlanRow {
  personId: string
  name: string
  words: string
}

/** A plan as one party keeps it. */
export interface Keeping {
  id: string
  partyId: string
  citizenId: string
  keptBy: string
  keptByName: string
  weeks: number
  closedAt: Date | null
  version: number
}

type Records = readonly Pick<CitizenRecord, 'partyId' | 'id'>[]

/** What the citizen wants, is good at and is helped with, on these records. */
export async function planShown(tx: Read, municipalityId: string, records: Records): Promise<Plan> {
  const parts = await partsOf(tx, municipalityId, records)
  const of = (...kinds: PartKind[]) => parts.filter(part => kinds.includes(part.kind))
  return { wants: of('goal', 'justHere'), goodAt: of('goodAt'), help: of('help') }
}

/** The parts that stand today, the oldest first. */
export async function partsOf(tx: Read, municipalityId: string, records: Records): Promise<Part[]> {
  const { rows } = await sql<Part>`
    select g.id, g.owner_party_id as "partyId", g.citizen_id as "citizenId", g.topic, g.version, g.kind, g.areas, g.words,
      g.created_at as "createdAt"
    from plan_parts g where g.municipality_id = ${municipalityId}::uuid and ${ofRecords('g', records)} and g.put_away_at is null
    order by g.created_at, g.id`.execute(tx)
  return rows
}

/** The small steps in the order of their path: done, next, what waits, what has not begun, what rests. */
export async function stepsShown(tx: Read, municipalityId: string, records: Records): Promise<Step[]> {
  const { rows } = await sql<Step>`
    select s.id, s.owner_party_id as "partyId", s.citizen_id as "citizenId", s.topic, s.version, s.words, s.day, s.whose,
      s.person_id as "personId", p.public_name as "personName", s.state, s.waits_for as "waitsFor", s.rest_words as "restWords",
      s.done_words as "doneWords", s.done_on as "doneOn"
    from steps s left join people p on p.municipality_id = s.municipality_id and p.id = s.person_id
    where s.municipality_id = ${municipalityId}::uuid and ${ofRecords('s', records)} and s.put_away_at is null
    order by s.id`.execute(tx)
  return inPathOrder(rows)
}

/** The appointments that are to come, the nearest first. */
export async function nextAppointments(
  tx: Read,
  municipalityId: string,
  at: { records: Records; from: string; most: number },
): Promise<Appointment[]> {
  return await appointmentRows(tx, {
    municipalityId,
    where: sql`${ofRecords('a', at.records)} and a.state = 'planned' and a.day >= ${at.from}::date
      order by a.day, a.clock nulls first, a.id limit ${at.most}`,
  })
}

/** Everybody who works with the citizen on what is seen of these records, each once. */
export async function peopleAround(tx: Read, municipalityId: string, records: Records): Promise<Around[]> {
  const { rows } = await sql<Around>`
    with around as (
      select n.person_id, n.words, 0 as place, n.id from plan_people n
        where n.municipality_id = ${municipalityId}::uuid and ${ofRecords('n', records)} and n.put_away_at is null
      union all select s.person_id, null, 1, null from steps s
        where s.municipality_id = ${municipalityId}::uuid and ${ofRecords('s', records)} and s.state <> 'done' and s.put_away_at is null
      union all select a.companion_id, null, 1, null from appointments a
        where a.municipality_id = ${municipalityId}::uuid and ${ofRecords('a', records)} and a.state = 'planned' and a.day >= danish_today()
      -- Who was handed a promise and sees it no more is not with the citizen in it.
      union all select t.held_by, null, 1, null from tasks t
        where t.municipality_id = ${municipalityId}::uuid and ${ofRecords('t', records)} and t.done_at is null
          and not (t.party_id <> t.owner_party_id and t.held_by = t.person_id and t.owner_party_id in (select my_record_parties())
            and not may_hand_to(t.owner_party_id, t.citizen_id, t.topic, t.party_id))
      union all select k.kept_by, null, 2, null from plans k
        where k.municipality_id = ${municipalityId}::uuid and ${ofRecords('k', records)} and k.closed_at is null
    ), one as (
      select distinct on (person_id) person_id, words, place, id from around where person_id is not null order by person_id, place, id
    )
    select p.id as "personId", p.public_name as name, p.trade, one.words,
      ${rolesToday} as memberships
    from one join people p on p.municipality_id = ${municipalityId}::uuid and p.id = one.person_id
    order by one.place, one.id, p.public_name`.execute(tx)
  return rows
}

/** Those whom somebody wrote down beside the citizen. */
export async function planPeopleOf(tx: Read, municipalityId: string, records: Records): Promise<PlanPerson[]> {
  const { rows } = await sql<PlanPerson>`
    select n.id, n.owner_party_id as "partyId", n.citizen_id as "citizenId", n.topic, n.version, n.person_id as "personId",
      p.public_name as name, n.words
    from plan_people n join people p on p.municipality_id = n.municipality_id and p.id = n.person_id
    where n.municipality_id = ${municipalityId}::uuid and ${ofRecords('n', records)} and n.put_away_at is null order by n.id`.execute(
    tx,
  )
  return rows
}

/** How each of one's own parties keeps the plan; other parties' keeping is theirs alone. */
export async function keepingOf(tx: Read, municipalityId: string, records: Records): Promise<Keeping[]> {
  const { rows } = await sql<Keeping>`
    select k.id, k.owner_party_id as "partyId", k.citizen_id as "citizenId", k.kept_by as "keptBy",
      p.public_name as "keptByName", k.weeks, k.closed_at as "closedAt", k.version
    from plans k join people p on p.municipality_id = k.municipality_id and p.id = k.kept_by
    where k.municipality_id = ${municipalityId}::uuid and ${ofRecords('k', records)} order by k.id`.execute(tx)
  return rows
}

/** Appointments with the companion's name. `where` narrows, orders and limits rows of `a`. */
export async function appointmentRows(
  tx: Read,
  { municipalityId, where }: { municipalityId: string; where: RawBuilder<unknown> },
): Promise<Appointment[]> {
  const { rows } = await sql<Appointment>`
    select a.id, a.owner_party_id as "partyId", a.citizen_id as "citizenId", a.topic, a.version, a.at_place as place, a.words,
      a.address, a.bring, a.day, a.clock, a.companion_id as "companionId", p.public_name as "companionName",
      ${rolesToday} as "companionRoles", a.companion_words as "companionWords", a.meet_place as "meetPlace", a.meet_clock as "meetClock", a.state,
      a.state_words as "stateWords", a.moved_from as "movedFrom"
    from appointments a left join people p on p.municipality_id = a.municipality_id and p.id = a.companion_id
    where a.municipality_id = ${municipalityId}::uuid and ${where}`.execute(tx)
  return rows
}

const rolesToday = sql`coalesce((select json_agg(json_build_object('role', m.role, 'mayDecide', m.may_decide)) from memberships m
  where m.municipality_id = p.municipality_id and m.person_id = p.id and m.valid_from <= danish_today()
    and (m.valid_until is null or m.valid_until >= danish_today())), '[]'::json)`

/** Said in every query, as well as left to the policies: rows of these records and no others. */
export function ofRecords(table: string, records: Records): RawBuilder<unknown> {
  if (records.length === 0) return sql`false`
  const pairs = records.map(({ partyId, id }) => sql`(${partyId}::uuid, ${id}::uuid)`)
  return sql`(${sql.ref(`${table}.owner_party_id`)}, ${sql.ref(`${table}.citizen_id`)}) in (${sql.join(pairs)})`
}
