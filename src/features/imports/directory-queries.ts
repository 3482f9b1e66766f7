import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Read } from '../../platform/db.ts'
import { nameKey } from './cell-rules.ts'
import { roomKey, workerKey } from './place-rules.ts'
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
  const rooms = await tx
    .selectFrom('rooms')
    .select(['id', 'centre_id', 'name'])
    .where('municipality_id', '=', municipalityId)
    .execute()
  const directory: Directory = {
    parties: new Map(
      parties.map(({ id, name, kind }) => [nameKey(name), { id, kind: kind === 'centre' ? 'centre' : 'unit' }]),
    ),
    centres: new Map(centres.map(({ id, name }) => [nameKey(name), id])),
    rooms: new Map(rooms.map(room => [roomKey(room.centre_id, room.name), room.id])),
    workers: new Map(),
    colleagues: new Map(),
    private: await idsOf(tx, sql`private_parties()`),
    closed: await idsOf(tx, sql`closed_to_files()`),
  }
  for (const worker of await workersOf(tx, municipalityId)) noteWorker(directory, worker)
  return directory
}

async function idsOf(tx: Read, parties: RawBuilder<unknown>): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from ${parties} as found(id)`.execute(tx)
  return new Set(rows.map(row => row.id))
}

function noteWorker(directory: Directory, worker: WorkerRow): void {
  const key = workerKey(worker.partyId, worker.name)
  const ids = directory.workers.get(key) ?? []
  if (!ids.includes(worker.id)) directory.workers.set(key, [...ids, worker.id])
  if (worker.imported || worker.role === 'volunteer') return
  const known = directory.colleagues.get(key)
  if (!known) directory.colleagues.set(key, { id: worker.id, mayDecide: [worker.mayDecide] })
  else if (known.id === worker.id) known.mayDecide.push(worker.mayDecide)
}

/** Whoever has, or ever had, a role in a party by this name; the ones with a place on the board first, then the eldest. */
async function workersOf(tx: Read, municipalityId: string): Promise<WorkerRow[]> {
  return await tx
    .selectFrom('memberships as m')
    .innerJoin('people as p', join =>
      join.onRef('p.municipality_id', '=', 'm.municipality_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select([
      'p.id',
      'p.public_name as name',
      'p.imported',
      'm.role',
      'm.may_decide as mayDecide',
      sql<string>`m.party_id`.as('partyId'),
    ])
    .where('m.municipality_id', '=', municipalityId)
    .where('m.party_id', 'is not', null)
    .orderBy('p.imported')
    .orderBy('p.id')
    .execute()
}

interface WorkerRow {
  id: string
  name: string
  partyId: string
  imported: boolean
  role: string
  mayDecide: boolean
}
