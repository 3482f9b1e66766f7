import { sql } from 'kysely'
import type { Write } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { slugOf } from '../centres/centre-rules.ts'
import { addController } from '../centres/party-commands.ts'
import { nameKey } from './cell-rules.ts'
import { workerKey } from './place-rules.ts'
import type { Directory, FileNames, Party, WorkerName } from './place-rules.ts'
import { placeNames } from './texts.da.ts'

/** Makes places and names that a file brought, and puts them in the directory. */
export async function addNames(
  tx: Write,
  at: { municipalityId: string; directory: Directory },
  names: FileNames,
): Promise<void> {
  for (const centre of names.centres) await addImportedCentre(tx, at, centre)
  await addUnits(tx, at, names.units)
  await addWorkers(tx, at, names.workers)
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

/** A worker of old records is a name within a unit: no sign-in, not on the board, and a membership that holds on no day. */
async function addWorkers(tx: Write, { municipalityId, directory }: At, names: WorkerName[]): Promise<void> {
  const rows = names.flatMap(({ unit, worker }) => {
    const party = directory.parties.get(nameKey(unit))
    return party && !directory.workers.has(workerKey(party.id, worker)) ? [{ id: newId(), worker, party }] : []
  })
  for (let at = 0; at < rows.length; at += 500) await addWorkerRows(tx, municipalityId, rows.slice(at, at + 500))
  for (const { id, worker, party } of rows) directory.workers.set(workerKey(party.id, worker), [id])
}

async function addWorkerRows(
  tx: Write,
  municipalityId: string,
  rows: { id: string; worker: string; party: Party }[],
): Promise<void> {
  await tx
    .insertInto('people')
    .values(
      rows.map(({ id, worker }) => ({ municipality_id: municipalityId, id, public_name: worker, imported: true })),
    )
    .execute()
  const noDay = { valid_from: sql<string>`danish_today()`, valid_until: sql<string>`danish_today() - 1` }
  await tx
    .insertInto('memberships')
    .values(
      rows.map(({ id, party }) => ({
        municipality_id: municipalityId,
        id: newId(),
        person_id: id,
        party_id: party.id,
        role: party.kind === 'centre' ? 'centre_staff' : 'outreach_worker',
        ...noDay,
      })),
    )
    .execute()
}

interface At {
  municipalityId: string
  directory: Directory
}
