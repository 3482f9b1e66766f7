import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import type { Introducer } from '../contacts/codes.ts'
import type { Act, How } from './codes.ts'
import type { OwnParties } from './queries.ts'

/** A citizen's record as the party that owns it sees it. Whether there is a number; never the number. */
export interface Card {
  id: string
  partyId: string
  partyName: string
  alias: string
  name: string | null
  phone: string | null
  safeTimes: string | null
  needs: number
  introducedBy: Introducer | null
  closedAt: Date | null
  lockedAt: Date | null
  createdAt: Date
  version: number
  /** Who answers for the record under the law; CPR numbers exist with a public one alone. */
  controllerId: string
  controllerName: string
  isPublic: boolean
  hasNumber: boolean
  /** Said yes to SMS, to this party. */
  sms: boolean
}

/** One step up or down, as the citizen's own act. */
export interface CitizenAct {
  act: Act
  how: How
  actedAt: Date
  recordedBy: string
}

/** The whole card of a citizen of one's own parties; of a locked one only where the purpose opens it. Zone 1 and 3. */
export async function findCard(tx: Read, mine: OwnParties, citizenId: string): Promise<Card | undefined> {
  return await tx
    .selectFrom('citizens as z')
    .innerJoin('parties as y', join =>
      join.onRef('y.municipality_id', '=', 'z.municipality_id').onRef('y.id', '=', 'z.owner_party_id'),
    )
    .innerJoin('controllers as k', join =>
      join.onRef('k.municipality_id', '=', 'y.municipality_id').onRef('k.id', '=', 'y.controller_id'),
    )
    .leftJoin('citizen_numbers as n', join =>
      join
        .onRef('n.municipality_id', '=', 'z.municipality_id')
        .onRef('n.owner_party_id', '=', 'z.owner_party_id')
        .onRef('n.citizen_id', '=', 'z.id'),
    )
    .select(shownOnCard)
    .select([sql<boolean>`k.kind = 'public'`.as('isPublic'), sql<boolean>`n.citizen_id is not null`.as('hasNumber')])
    .select(smsYes.as('sms'))
    .where('z.municipality_id', '=', mine.municipalityId)
    .where('z.owner_party_id', 'in', [...mine.parties])
    .where('z.id', '=', citizenId)
    .$castTo<Card>()
    .executeTakeFirst()
}

/** How a citizen wants to be met, of any record that the asker sees; `sms` is told to the owning party alone. */
export async function findWishes(
  tx: Read,
  mine: OwnParties,
  record: { partyId: string; id: string },
): Promise<Wishes | undefined> {
  const row = await tx
    .selectFrom('citizens as z')
    .select(['z.phone', 'z.safe_times as safeTimes', 'z.needs'])
    .select(smsYes.as('sms'))
    .where('z.municipality_id', '=', mine.municipalityId)
    .where('z.owner_party_id', '=', record.partyId)
    .where('z.id', '=', record.id)
    .executeTakeFirst()
  return row && { ...row, sms: mine.parties.includes(record.partyId) ? row.sms : undefined }
}

export interface Wishes {
  phone: string | null
  safeTimes: string | null
  needs: number
  sms: boolean | undefined
}

/** The citizen's own acts, the latest first. */
export async function actsOf(
  tx: Read,
  mine: OwnParties,
  record: { partyId: string; id: string },
): Promise<CitizenAct[]> {
  return await tx
    .selectFrom('citizen_acts as a')
    .innerJoin('people as p', join =>
      join.onRef('p.municipality_id', '=', 'a.municipality_id').onRef('p.id', '=', 'a.recorded_by'),
    )
    .select(['a.act', 'a.how', 'a.acted_at as actedAt', 'p.public_name as recordedBy'])
    .where('a.municipality_id', '=', mine.municipalityId)
    .where('a.owner_party_id', '=', record.partyId)
    .where('a.citizen_id', '=', record.id)
    .orderBy('a.acted_at', 'desc')
    .orderBy('a.id', 'desc')
    .$castTo<CitizenAct>()
    .execute()
}

const smsYes = sql<boolean>`exists (select from consents s where s.municipality_id = z.municipality_id
  and s.owner_party_id = z.owner_party_id and s.citizen_id = z.id and s.ground = 'sms' and s.withdrawn_at is null
  and s.valid_from <= danish_today() and s.valid_until >= danish_today())`

const shownOnCard = [
  'z.id',
  'z.owner_party_id as partyId',
  'y.name as partyName',
  'z.alias',
  'z.name',
  'z.phone',
  'z.safe_times as safeTimes',
  'z.needs',
  'z.introduced_by as introducedBy',
  'z.closed_at as closedAt',
  'z.locked_at as lockedAt',
  'z.created_at as createdAt',
  'z.version',
  'k.id as controllerId',
  'k.name as controllerName',
] as const
