import { sql } from 'kysely'
import type { Write } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { slugOf } from '../centres/centre-rules.ts'
import { addController } from '../centres/party-commands.ts'
import type { Effort } from '../contacts/codes.ts'
import { nameKey } from './cell-rules.ts'
import { ImportRefused } from './import-rules.ts'
import { roomKey, workerKey } from './place-rules.ts'
import type { Directory, FileNames, Party, RoomName, WorkerName } from './place-rules.ts'
import { placeNames } from './texts.da.ts'

/** Makes the places that a file brought, and puts them in the directory. */
export async function addPlaces(tx: Write, at: At, names: FileNames): Promise<void> {
  for (const centre of names.centres) await addImportedCentre(tx, at, centre)
  await addUnits(tx, at, names.units)
  await addRooms(tx, at, names.rooms)
}

/** A centre is private until somebody says otherwise: that is the stricter of the two. */
async function addImportedCentre(tx: Write, { municipalityId, directory }: At, name: string): Promise<void> {
  const partyName = directory.parties.has(nameKey(name)) ? placeNames.centreBeside(name) : name
  const controllerId = await addController(tx, municipalityId, name)
  const party = { municipality_id: municipalityId, id: newId(), controller_id: controllerId, name: partyName }
  await tx
    .insertInto('parties')
    .values({ ...party, from_words: name, kind: 'centre', imported: true })
    .execute()
  const slug = await freeSlug(tx, municipalityId, slugOf(name) ?? placeNames.centreSlug)
  const centre = { municipality_id: municipalityId, id: newId(), party_id: party.id, slug, name }
  await tx.insertInto('centres').values(centre).execute()
  directory.centres.set(nameKey(name), centre.id)
  directory.parties.set(nameKey(partyName), { id: party.id, kind: 'centre' })
}

async function freeSlug(tx: Write, municipalityId: string, wished: string): Promise<string> {
  const taken = new Set(
    (await tx.selectFrom('centres').select('slug').where('municipality_id', '=', municipalityId).execute()).map(
      row => row.slug,
    ),
  )
  let slug = wished
  for (let count = 2; taken.has(slug); count++) slug = `${wished.slice(0, 50)}-${count}`
  return slug
}

/** A unit belongs to the municipality. One that has just come as a centre is there already. */
async function addUnits(tx: Write, { municipalityId, directory }: At, names: string[]): Promise<void> {
  const missing = names.filter(name => !directory.parties.has(nameKey(name)))
  if (missing.length === 0) return
  const { id: controllerId } = await tx
    .selectFrom('controllers')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('kind', '=', 'public')
    .executeTakeFirstOrThrow()
  const own = { municipality_id: municipalityId, controller_id: controllerId, kind: 'unit', imported: true }
  const rows = missing.map(name => ({ ...own, id: newId(), name, from_words: name }))
  await tx.insertInto('parties').values(rows).execute()
  for (const { id, name } of rows) directory.parties.set(nameKey(name), { id, kind: 'unit' })
}

async function addRooms(tx: Write, { municipalityId, directory }: At, names: RoomName[]): Promise<void> {
  for (const { centre, room } of names) {
    const centreId = directory.centres.get(nameKey(centre))
    if (centreId === undefined) throw new ImportRefused('names')
    const id = newId()
    await tx
      .insertInto('rooms')
      .values({ municipality_id: municipalityId, id, centre_id: centreId, name: room })
      .execute()
    directory.rooms.set(roomKey(centreId, room), id)
  }
}

/** A worker of old records is a name within a unit: no sign-in, not on the board, and a membership that holds on no day. */
export async function addImportedWorkers(
  tx: Write,
  { municipalityId, directory }: At,
  names: WorkerName[],
): Promise<void> {
  const noDay = { valid_from: sql<string>`danish_today()`, valid_until: sql<string>`danish_today() - 1` }
  const own = { municipality_id: municipalityId }
  const rows = names.map(({ unit, worker }) => ({ id: newId(), worker, party: partyNamed(directory, unit) }))
  for (let at = 0; at < rows.length; at += 500) {
    const some = rows.slice(at, at + 500)
    await tx
      .insertInto('people')
      .values(some.map(({ id, worker }) => ({ ...own, id, public_name: worker, imported: true })))
      .execute()
    await tx
      .insertInto('memberships')
      .values(
        some.map(({ id, party }) => ({
          ...own,
          ...noDay,
          id: newId(),
          person_id: id,
          party_id: party.id,
          role: roleIn(party),
        })),
      )
      .execute()
  }
  for (const { id, worker, party } of rows) directory.workers.set(workerKey(party.id, worker), [id])
}

/** Somebody who keeps fixed hours is a person of the board. That the telephone is shown takes that person's own yes. */
export async function addColleague(
  tx: Write,
  { municipalityId, directory }: At,
  colleague: NewColleague,
): Promise<void> {
  const { unit, worker, effort, authority, phone, firstDay } = colleague
  const party = partyNamed(directory, unit)
  const id = newId()
  const person = { public_name: worker, trade: placeNames.trade[effort], work_phone: phone }
  await tx
    .insertInto('people')
    .values({ municipality_id: municipalityId, id, ...person })
    .execute()
  const membership = { person_id: id, party_id: party.id, role: roleIn(party), effort, may_decide: authority }
  await tx
    .insertInto('memberships')
    .values({ municipality_id: municipalityId, id: newId(), ...membership, valid_from: firstDay })
    .execute()
  directory.colleagues.set(workerKey(party.id, worker), { id, mayDecide: [authority] })
}

function partyNamed(directory: Directory, name: string): Party {
  const party = directory.parties.get(nameKey(name))
  if (!party) throw new ImportRefused('names')
  return party
}

const roleIn = (party: Party): string => (party.kind === 'centre' ? 'centre_staff' : 'outreach_worker')

interface NewColleague {
  unit: string
  worker: string
  effort: Effort
  authority: boolean
  phone: string | null
  firstDay: string
}

interface At {
  municipalityId: string
  directory: Directory
}
