import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import { isId } from '../../platform/id.ts'
import type { Keys } from '../../platform/keys.ts'
import { placeOf } from './place-rules.ts'
import type { Directory } from './place-rules.ts'
import type { KeyedRegistration } from './read-registrations.ts'
import type { Registration } from './registration-rules.ts'
import type { Compare } from './registration-check.ts'
import { rowHash } from '../retention/forgotten-rules.ts'
import { matchOf } from './stored-rules.ts'
import type { Match, Meeting, StoredContact } from './stored-rules.ts'

/** What rows are held against. `citizens` grows while a file is read: the id of each pseudonym within each party. */
export interface Ground {
  municipalityId: string
  keys: Keys
  directory: Directory
  citizens: Map<string, string>
  /** Whether anything that a file could bring was ever deleted here; else no row is hashed to ask. */
  forgets: boolean
}

export interface KnownRow {
  stored: StoredContact
  match: Match
  sameCitizen: boolean
}

export const comparing =
  (tx: Read, ground: Ground): Compare =>
  async rows => {
    const barred = await barredRows(tx, ground, rows)
    const known = await knownRows(
      tx,
      ground,
      rows.filter(row => !barred.has(row)),
    )
    return new Map<KeyedRegistration, Meeting>([
      ...barred,
      ...[...known].map(([row, { match }]) => [row, match] as const),
    ])
  }

/** The rows that are not for this file to bring: of a private party that has people of its own, or deleted there. */
export async function barredRows(
  tx: Read,
  { municipalityId, keys, directory, forgets }: Ground,
  rows: KeyedRegistration[],
): Promise<Map<KeyedRegistration, 'closed' | 'forgotten'>> {
  const hashes = new Map<string, KeyedRegistration>()
  const barred = new Map<KeyedRegistration, 'closed' | 'forgotten'>()
  for (const row of rows) {
    const { party } = placeOf(directory, row.registration)
    if (party && directory.closed.has(party.id)) barred.set(row, 'closed')
    else if (party && forgets)
      hashes.set(rowHash(keys, { municipalityId, partyId: party.id }, row.key).toString('hex'), row)
  }
  if (hashes.size === 0) return barred
  const forgotten = await tx
    .selectFrom('forgotten_rows')
    .select('row_hash')
    .where('municipality_id', '=', municipalityId)
    .where(sql<boolean>`owner_party_id = any(${[...directory.parties.values()].map(party => party.id)}::uuid[])`)
    .where(sql<boolean>`row_hash = any(${[...hashes.keys()].map(hash => Buffer.from(hash, 'hex'))}::bytea[])`)
    .execute()
  for (const found of forgotten) {
    const row = hashes.get(found.row_hash.toString('hex'))
    if (row) barred.set(row, 'forgotten')
  }
  return barred
}

/** The rows whose key is stored, with what is stored and whether they say the same. */
export async function knownRows(
  tx: Read,
  ground: Ground,
  rows: KeyedRegistration[],
): Promise<Map<KeyedRegistration, KnownRow>> {
  if (rows.length === 0) return new Map()
  const stored = await storedByKey(
    tx,
    ground,
    rows.map(row => row.key),
  )
  const found = rows.flatMap(row => {
    const contact = stored.get(row.key)
    return contact ? [{ row, stored: contact, place: placeOf(ground.directory, row.registration) }] : []
  })
  await findCitizens(
    tx,
    ground,
    found.map(each => ({ partyId: each.stored.partyId, citizen: each.row.registration.citizen })),
  )
  const same = await sameCitizens(tx, ground, found)
  return new Map(
    found.map(({ row, stored: contact, place }) => {
      const sameCitizen = same.has(contact.id)
      const match = matchOf(contact, { registration: row.registration, place, sameCitizen })
      return [row, { stored: contact, match, sameCitizen }]
    }),
  )
}

/** Puts the citizens of these pseudonyms, as far as they are there, on the ground's list. */
export async function findCitizens(tx: Read, ground: Ground, wanted: Pseudonym[]): Promise<void> {
  // What was found before can be found again; a file of a million rows may name more people than one wants to remember.
  if (ground.citizens.size > rememberedCitizens) ground.citizens.clear()
  const missing = wanted.filter(
    each => each.citizen !== null && !ground.citizens.has(citizenKey(each.partyId, each.citizen)),
  )
  if (missing.length === 0) return
  const names = new Map(missing.map(({ citizen }) => [personKey(ground, citizen ?? '').toString('hex'), citizen ?? '']))
  const rows = await tx
    .selectFrom('citizens')
    .select(['id', 'owner_party_id', 'person_key'])
    .where('municipality_id', '=', ground.municipalityId)
    .where(sql<boolean>`owner_party_id = any(${[...new Set(missing.map(each => each.partyId))]}::uuid[])`)
    .where(sql<boolean>`person_key = any(${[...names.keys()].map(key => Buffer.from(key, 'hex'))}::bytea[])`)
    .execute()
  for (const row of rows) {
    const name = names.get(row.person_key?.toString('hex') ?? '')
    if (name !== undefined) ground.citizens.set(citizenKey(row.owner_party_id, name), row.id)
  }
}

const rememberedCitizens = 50_000

export const citizenKey = (partyId: string, pseudonym: string): string => `${partyId} ${pseudonym}`

/** One person of the municipality's files, whichever party met them. */
export const personKey = ({ keys, municipalityId }: Ground, pseudonym: string): Buffer =>
  keys.hash(municipalityId, 'person-key', pseudonym)

async function storedByKey(
  tx: Read,
  { municipalityId, directory }: Ground,
  keys: string[],
): Promise<Map<string, StoredContact>> {
  const brought = await contacts(tx, municipalityId)
    .where(sql<boolean>`import_key = any(${keys}::text[])`)
    .execute()
  const own = keys.filter(isId)
  if (own.length === 0) return new Map(brought.map(row => [row.key, row]))
  const parties = [...directory.parties.values()].map(party => party.id)
  const recorded = await contacts(tx, municipalityId)
    .where(sql<boolean>`owner_party_id = any(${parties}::uuid[]) and id = any(${own}::uuid[])`)
    .where('import_key', 'is', null)
    .execute()
  return new Map([...brought, ...recorded].map(row => [row.key, row]))
}

/** The contacts whose citizen is the one that the row names: by pseudonym, by id, or by what their party calls them. */
async function sameCitizens(
  tx: Read,
  ground: Ground,
  found: { row: KeyedRegistration; stored: StoredContact }[],
): Promise<Set<string>> {
  const isSame = ({ row, stored }: { row: { registration: Registration }; stored: StoredContact }): boolean => {
    const { citizen } = row.registration
    if (citizen === null || stored.citizenId === null) return citizen === stored.citizenId
    return stored.citizenId === citizen || stored.citizenId === ground.citizens.get(citizenKey(stored.partyId, citizen))
  }
  const same = new Set(found.filter(isSame).map(each => each.stored.id))
  const unsure = found.filter(
    each => !same.has(each.stored.id) && each.stored.citizenId !== null && each.row.registration.citizen !== null,
  )
  if (unsure.length === 0) return same
  const parties = unsure.map(each => each.stored.partyId)
  const citizens = unsure.map(each => each.stored.citizenId)
  const names = unsure.map(each => each.row.registration.citizen)
  const { rows } = await sql<{ id: string }>`
    select id from citizens_called(${parties}::uuid[], ${citizens}::uuid[], ${names}::text[]) as called(id)`.execute(tx)
  const called = new Set(rows.map(row => row.id))
  for (const { stored } of unsure) if (called.has(stored.citizenId ?? '')) same.add(stored.id)
  return same
}

function contacts(tx: Read, municipalityId: string) {
  return tx
    .selectFrom('contacts')
    .select([
      'id',
      'owner_party_id as partyId',
      'citizen_id as citizenId',
      'worker_id as workerId',
      'centre_id as centreId',
    ])
    .select(['effort', 'kind', 'venue', 'outcome', 'day', 'clock', 'minutes', 'topics', 'income', 'gender'])
    .select(['help_forms as helpForms', 'known_before as knownBefore', 'birth_year as birthYear'])
    .select(sql<string>`coalesce(import_key, id::text)`.as('key'))
    .where('municipality_id', '=', municipalityId)
}

interface Pseudonym {
  partyId: string
  citizen: string | null
}
