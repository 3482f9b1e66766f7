import type { Read } from '../../platform/db.ts'
import { clock, day } from '../../platform/time.ts'
import type { Day, Hours } from '../../platform/time.ts'
import { prepositions } from './texts.da.ts'
import type { Preposition } from './texts.da.ts'

export interface Controller {
  id: string
  name: string
  kind: 'public' | 'private'
}
export interface Place {
  id: string
  slug: string
  name: string
  preposition: Preposition
  partyId: string
  controller: Controller
  closedOn: Day | null
  confidentialRoom: boolean
}
export interface Unit {
  id: string
  name: string
  fromWords: string
  kind: 'unit' | 'centre'
}
export interface Room {
  id: string
  name: string
  confidential: boolean
}
export interface Centre extends Omit<Place, 'confidentialRoom'> {
  address: string
  phone: string | null
  profile: string
  houseRules: string
  /** Monday first. */
  hours: Hours[][]
  rooms: Room[]
}

/** The centres with their owners, by name. */
export async function listPlaces(tx: Read, municipalityId: string): Promise<Place[]> {
  const rows = await centresIn(tx, municipalityId)
    .select(eb =>
      eb
        .exists(
          eb
            .selectFrom('rooms')
            .select('rooms.id')
            .whereRef('rooms.municipality_id', '=', 'centres.municipality_id')
            .whereRef('rooms.centre_id', '=', 'centres.id')
            .where('rooms.confidential', '=', true),
        )
        .as('confidential_room'),
    )
    .orderBy('centres.name')
    .execute()
  return rows.map(row => ({ ...placeOf(row), confidentialRoom: Boolean(row.confidential_room) }))
}

/** The units of a municipality, by name. A centre is a party too, and stands with the centres. */
export async function listUnits(tx: Read, municipalityId: string): Promise<Unit[]> {
  const rows = await partiesIn(tx, municipalityId).where('kind', '=', 'unit').orderBy('name').execute()
  return rows.map(unitOf)
}

export async function findParty(tx: Read, municipalityId: string, partyId: string): Promise<Unit | undefined> {
  const row = await partiesIn(tx, municipalityId).where('id', '=', partyId).executeTakeFirst()
  return row && unitOf(row)
}

/** Who answers for data: the municipality first, then the private owners by name. */
export async function listControllers(tx: Read, municipalityId: string): Promise<Controller[]> {
  const rows = await tx
    .selectFrom('controllers')
    .select(['id', 'name', 'kind'])
    .where('municipality_id', '=', municipalityId)
    .orderBy('kind', 'desc')
    .orderBy('name')
    .execute()
  return rows.map(row => ({ id: row.id, name: row.name, kind: kindOf(row.kind) }))
}

/** One centre with its hours and rooms. */
export async function findCentre(tx: Read, municipalityId: string, centreId: string): Promise<Centre | undefined> {
  const row = await centresIn(tx, municipalityId)
    .select(['centres.address', 'centres.phone', 'centres.profile', 'centres.house_rules'])
    .where('centres.id', '=', centreId)
    .executeTakeFirst()
  if (!row) return undefined
  const { address, phone, profile, house_rules: houseRules } = row
  const [hours, rooms] = [await hoursOf(tx, municipalityId, centreId), await roomsOf(tx, municipalityId, centreId)]
  return { ...placeOf(row), address, phone, profile, houseRules, hours, rooms }
}

async function hoursOf(tx: Read, municipalityId: string, centreId: string): Promise<Hours[][]> {
  const rows = await tx
    .selectFrom('centre_hours')
    .select(['weekday', 'from_time', 'until_time'])
    .where('municipality_id', '=', municipalityId)
    .where('centre_id', '=', centreId)
    .orderBy('weekday')
    .orderBy('from_time')
    .execute()
  return [1, 2, 3, 4, 5, 6, 7].map(weekday =>
    rows
      .filter(row => row.weekday === weekday)
      .map(row => ({ from: clock(row.from_time), until: clock(row.until_time) })),
  )
}

async function roomsOf(tx: Read, municipalityId: string, centreId: string): Promise<Room[]> {
  return await tx
    .selectFrom('rooms')
    .select(['id', 'name', 'confidential'])
    .where('municipality_id', '=', municipalityId)
    .where('centre_id', '=', centreId)
    .orderBy('name')
    .execute()
}

function centresIn(tx: Read, municipalityId: string) {
  return tx
    .selectFrom('centres')
    .innerJoin('parties', join =>
      join
        .onRef('parties.municipality_id', '=', 'centres.municipality_id')
        .onRef('parties.id', '=', 'centres.party_id'),
    )
    .innerJoin('controllers', join =>
      join
        .onRef('controllers.municipality_id', '=', 'parties.municipality_id')
        .onRef('controllers.id', '=', 'parties.controller_id'),
    )
    .select([
      'centres.id',
      'centres.slug',
      'centres.name',
      'centres.preposition',
      'centres.party_id',
      'centres.closed_on',
    ])
    .select(['controllers.id as controller_id', 'controllers.name as controller_name', 'controllers.kind'])
    .where('centres.municipality_id', '=', municipalityId)
}

function partiesIn(tx: Read, municipalityId: string) {
  return tx
    .selectFrom('parties')
    .select(['id', 'name', 'from_words', 'kind'])
    .where('municipality_id', '=', municipalityId)
}

type CentreRow = Awaited<ReturnType<ReturnType<typeof centresIn>['executeTakeFirstOrThrow']>>

function placeOf(row: CentreRow) {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    preposition: prepositions.find(each => each === row.preposition) ?? prepositions[0],
    partyId: row.party_id,
    controller: { id: row.controller_id, name: row.controller_name, kind: kindOf(row.kind) },
    closedOn: row.closed_on === null ? null : day(row.closed_on),
  }
}

function unitOf(row: { id: string; name: string; from_words: string; kind: string }): Unit {
  return { id: row.id, name: row.name, fromWords: row.from_words, kind: row.kind === 'unit' ? 'unit' : 'centre' }
}

function kindOf(kind: string): 'public' | 'private' {
  return kind === 'public' ? 'public' : 'private'
}
