import type { Config } from '../../config.ts'
import type { Read, Write } from '../../platform/db.ts'
import { isPgError } from '../../platform/errors.ts'
import { fieldKeys, holdFieldKeys } from '../../platform/field-keys.ts'
import type { FieldKeys } from '../../platform/field-keys.ts'
import type { At } from './commands.ts'
import type { OwnParties } from './queries.ts'

const field = 'citizen_numbers.sealed'
const placeOf = ({ partyId, id }: { partyId: string; id: string }) => ({ field, row: `${partyId} ${id}` })

/** The keys that numbers of a municipality are sealed with. */
export function numberKeys({ keysDir }: Pick<Config, 'keysDir'>, municipalityId: string): FieldKeys {
  return fieldKeys(keysDir, municipalityId)
}

/**
 * Writes a citizen's CPR number down, ten digits, in place of an earlier one. Whoever of the party has it already is
 * given back, and nothing is stored; of other parties nothing is asked.
 */
export async function writeNumber(tx: Write, at: At & { keys: FieldKeys }, digits: string): Promise<Written> {
  await holdFieldKeys(tx, at.municipalityId)
  const other = (await findByNumber(tx, { ...at, parties: [at.partyId] }, digits)).find(found => found !== at.id)
  if (other !== undefined) return { takenBy: other }
  const version = at.keys.current()
  await takeNumberBack(tx, at)
  await tx
    .insertInto('citizen_numbers')
    .values({
      municipality_id: at.municipalityId,
      owner_party_id: at.partyId,
      citizen_id: at.id,
      sealed: at.keys.seal({ ...placeOf(at), version }, digits),
      blind: at.keys.blind({ field, partyId: at.partyId, version }, digits),
      key_version: version,
    })
    .execute()
  return { takenBy: undefined }
}

/** Whose card has the number already; nobody's when it was stored. */
export interface Written {
  takenBy: string | undefined
}

/** Whether two wrote the same number down at the same moment: the second asks again. */
export const isNumberTaken = (error: unknown): boolean => isPgError(error, '23505')

export async function takeNumberBack(tx: Write, at: At): Promise<void> {
  await tx
    .deleteFrom('citizen_numbers')
    .where('municipality_id', '=', at.municipalityId)
    .where('owner_party_id', '=', at.partyId)
    .where('citizen_id', '=', at.id)
    .execute()
}

/** The records of one's own parties that hold the number, under whichever key it was hashed. */
export async function findByNumber(
  tx: Read,
  mine: OwnParties & { keys: FieldKeys },
  digits: string,
): Promise<string[]> {
  const blinds = mine.parties.flatMap(partyId =>
    mine.keys.versions().map(version => mine.keys.blind({ field, partyId, version }, digits)),
  )
  const rows = await tx
    .selectFrom('citizen_numbers')
    .select('citizen_id')
    .where('municipality_id', '=', mine.municipalityId)
    .where('owner_party_id', 'in', [...mine.parties])
    .where('blind', 'in', blinds)
    .execute()
  return rows.map(row => row.citizen_id)
}

/** The ten digits; undefined when there are none, or when their key is gone. */
export async function readNumber(
  tx: Read,
  at: Omit<At, 'personId'> & { keys: FieldKeys },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('citizen_numbers')
    .select(['sealed', 'key_version as version'])
    .where('municipality_id', '=', at.municipalityId)
    .where('owner_party_id', '=', at.partyId)
    .where('citizen_id', '=', at.id)
    .executeTakeFirst()
  return row && at.keys.open({ ...placeOf(at), version: row.version }, row.sealed)
}

/** Seals the next numbers that an earlier key sealed with the newest one, in the order of their ids. */
export async function resealNumbers(
  tx: Write,
  at: { municipalityId: string; keys: FieldKeys; after: string },
): Promise<Resealed> {
  const version = at.keys.current()
  const rows = await tx
    .selectFrom('citizen_numbers')
    .select(['owner_party_id as partyId', 'citizen_id as id', 'sealed', 'key_version as version'])
    .where('municipality_id', '=', at.municipalityId)
    .where('key_version', '<', version)
    .where('citizen_id', '>', at.after)
    .orderBy('citizen_id')
    .limit(200)
    .forUpdate()
    .execute()
  let resealed = 0
  for (const row of rows) {
    const digits = at.keys.open({ ...placeOf(row), version: row.version }, row.sealed)
    if (digits === undefined) continue
    await tx
      .updateTable('citizen_numbers')
      .set({
        sealed: at.keys.seal({ ...placeOf(row), version }, digits),
        blind: at.keys.blind({ field, partyId: row.partyId, version }, digits),
        key_version: version,
      })
      .where('municipality_id', '=', at.municipalityId)
      .where('owner_party_id', '=', row.partyId)
      .where('citizen_id', '=', row.id)
      .execute()
    resealed += 1
  }
  return { resealed, unreadable: rows.length - resealed, last: rows.at(-1)?.id }
}

/**
 * Whether a change of key was stopped before it was done: then something that an earlier key sealed can be read, or
 * nothing is left that one sealed. What nobody can read keeps its key, and holds up no other change.
 */
export async function isStoppedHalfWay(tx: Read, at: { municipalityId: string; keys: FieldKeys }): Promise<boolean> {
  const version = at.keys.current()
  if (at.keys.versions().length === 1) return false
  const older = await tx
    .selectFrom('citizen_numbers')
    .select(['owner_party_id as partyId', 'citizen_id as id', 'sealed', 'key_version as version'])
    .where('municipality_id', '=', at.municipalityId)
    .where('key_version', '<', version)
    .execute()
  return (
    older.length === 0 ||
    older.some(row => at.keys.open({ ...placeOf(row), version: row.version }, row.sealed) !== undefined)
  )
}

/** The versions of the key that numbers are sealed with. */
export async function keyVersionsInUse(tx: Read, municipalityId: string): Promise<number[]> {
  const rows = await tx
    .selectFrom('citizen_numbers')
    .select('key_version')
    .distinct()
    .where('municipality_id', '=', municipalityId)
    .execute()
  return rows.map(row => row.key_version)
}

interface Resealed {
  resealed: number
  /** Those whose own key is not in KEYS_DIR, or that were changed; they are left as they are. */
  unreadable: number
  /** Where to go on from; undefined when there are no more. */
  last: string | undefined
}
