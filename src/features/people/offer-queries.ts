import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import { day, instantOf } from '../../platform/time.ts'
import type { Day, Instant } from '../../platform/time.ts'
import type { Effort, Role } from './rules.ts'
import { effortOf, roleOf } from './staff-rules.ts'

/** A role at a private party that its own manager is asked about. */
export interface RoleOffer {
  id: string
  personId: string
  personName: string
  partyId: string
  partyName: string
  role: Role
  effort: Effort | null
  from: Day
  until: Day | null
  offeredBy: string
  offeredAt: Instant
  /** Null while nobody has answered. */
  accepted: boolean | null
}

/** Somebody who sees a party's records, today or later. */
export interface RoleHolder {
  id: string
  personId: string
  name: string
  role: Role
  from: Day
  until: Day | null
}

/** What these parties are asked about and have not answered, the eldest first. */
export async function openOffers(tx: Read, municipalityId: string, parties: readonly string[]): Promise<RoleOffer[]> {
  if (parties.length === 0) return []
  const rows = await offersIn(tx, municipalityId)
    .where('o.party_id', 'in', [...parties])
    .where('o.answered_at', 'is', null)
    .execute()
  return rows.map(offerOf)
}

/** What parties were asked about a person, answered or not. */
export async function offersOf(tx: Read, municipalityId: string, personId: string): Promise<RoleOffer[]> {
  const rows = await offersIn(tx, municipalityId).where('o.person_id', '=', personId).execute()
  return rows.map(offerOf)
}

/** Who sees a party's records, today or later, by name. */
export async function roleHolders(tx: Read, municipalityId: string, partyId: string): Promise<RoleHolder[]> {
  const rows = await tx
    .selectFrom('memberships as m')
    .innerJoin('people as p', join =>
      join.onRef('p.municipality_id', '=', 'm.municipality_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select(['m.id', 'm.person_id', 'p.public_name', 'm.role', 'm.valid_from', 'm.valid_until'])
    .where('m.municipality_id', '=', municipalityId)
    .where('m.party_id', '=', partyId)
    .where(sql<boolean>`sees_records(m.role)`)
    .where(sql<boolean>`(m.valid_until is null or (m.valid_until >= danish_today() and m.valid_until >= m.valid_from))`)
    .orderBy('p.public_name')
    .orderBy('m.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    name: row.public_name,
    role: roleOf(row.role),
    from: day(row.valid_from),
    until: row.valid_until === null ? null : day(row.valid_until),
  }))
}

/** Who can say yes at a private party: nobody yet, so that the first manager is let in; nobody any more; or somebody. */
export async function whoAnswers(
  tx: Read,
  municipalityId: string,
  partyId: string,
): Promise<'nobodyYet' | 'nobody' | 'manager'> {
  const { rows } = await sql<{ unled: boolean; led: boolean }>`
    select ${partyId}::uuid in (select unled_parties()) as unled,
      exists (select from memberships m where m.municipality_id = ${municipalityId}::uuid and m.party_id = ${partyId}::uuid
        and m.role = 'centre_manager' and m.valid_from <= danish_today()
        and (m.valid_until is null or m.valid_until >= danish_today())) as led`.execute(tx)
  const [found] = rows
  if (found?.unled === true) return 'nobodyYet'
  return found?.led === true ? 'manager' : 'nobody'
}

function offersIn(tx: Read, municipalityId: string) {
  return tx
    .selectFrom('role_offers as o')
    .innerJoin('people as p', join =>
      join.onRef('p.municipality_id', '=', 'o.municipality_id').onRef('p.id', '=', 'o.person_id'),
    )
    .innerJoin('people as a', join =>
      join.onRef('a.municipality_id', '=', 'o.municipality_id').onRef('a.id', '=', 'o.offered_by'),
    )
    .innerJoin('parties as y', join =>
      join.onRef('y.municipality_id', '=', 'o.municipality_id').onRef('y.id', '=', 'o.party_id'),
    )
    .select(['o.id', 'o.person_id', 'p.public_name as person_name', 'o.party_id', 'y.name as party_name', 'o.role'])
    .select(['o.effort', 'o.valid_from', 'o.valid_until', 'a.public_name as offered_by', 'o.offered_at', 'o.accepted'])
    .where('o.municipality_id', '=', municipalityId)
    .orderBy('o.offered_at')
    .orderBy('o.id')
}

type OfferRow = Awaited<ReturnType<ReturnType<typeof offersIn>['executeTakeFirstOrThrow']>>

function offerOf(row: OfferRow): RoleOffer {
  return {
    id: row.id,
    personId: row.person_id,
    personName: row.person_name,
    partyId: row.party_id,
    partyName: row.party_name,
    role: roleOf(row.role),
    effort: effortOf(row.effort),
    from: day(row.valid_from),
    until: row.valid_until === null ? null : day(row.valid_until),
    offeredBy: row.offered_by,
    offeredAt: instantOf(row.offered_at),
    accepted: row.accepted,
  }
}
