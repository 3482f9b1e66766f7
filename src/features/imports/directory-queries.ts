import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import { nameKey } from './cell-rules.ts'
import { workerKey } from './place-rules.ts'
import type { Directory } from './place-rules.ts'

/** Every name of a municipality that a file can use. */
export async function readDirectory(tx: Read, municipalityId: string): Promise<Directory> {
  const parties = await tx
    .selectFrom('parties')
    .select(['id', 'name', 'kind'])
    .where('municipality_id', '=', municipalityId)
    .execute()
  const centres = await tx
    .selectFrom('centres')
    .select(['id', 'name'])
    .where('municipality_id', '=', municipalityId)
    .execute()
  const directory: Directory = {
    parties: new Map(
      parties.map(({ id, name, kind }) => [nameKey(name), { id, kind: kind === 'centre' ? 'centre' : 'unit' }]),
    ),
    centres: new Map(centres.map(({ id, name }) => [nameKey(name), id])),
    workers: new Map(),
  }
  for (const worker of await workersOf(tx, municipalityId)) {
    const key = workerKey(worker.partyId, worker.name)
    directory.workers.set(key, [...(directory.workers.get(key) ?? []), worker.id])
  }
  return directory
}

/** Whoever has, or ever had, a role in a party by this name; the ones with a place on the board first, then the eldest. */
async function workersOf(tx: Read, municipalityId: string): Promise<{ id: string; name: string; partyId: string }[]> {
  return await tx
    .selectFrom('memberships as m')
    .innerJoin('people as p', join =>
      join.onRef('p.municipality_id', '=', 'm.municipality_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select(['p.id', 'p.public_name as name', 'p.imported', sql<string>`m.party_id`.as('partyId')])
    .distinct()
    .where('m.municipality_id', '=', municipalityId)
    .where('m.party_id', 'is not', null)
    .orderBy('p.imported')
    .orderBy('p.id')
    .execute()
}
