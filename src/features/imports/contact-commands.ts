import { sql } from 'kysely'
import type { Subject, Write } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { BadRow } from './bad-rows.ts'
import { ImportRefused } from './import-rules.ts'
import { placeOf } from './place-rules.ts'
import type { KeyedRegistration } from './read-registrations.ts'
import { refusedMatches } from './registration-check.ts'
import type { Meeting } from './stored-rules.ts'
import { barredRows, citizenKey, findCitizens, knownRows, personKey } from './stored-queries.ts'
import type { Ground, KnownRow } from './stored-queries.ts'

export interface Writing {
  ground: Ground
  personId: string | null
  update: boolean
}

export interface Written {
  added: number
  changed: number
  same: number
  refused: BadRow[]
  about: Subject[]
}

/** Adds the rows that are new and, where it was asked for, changes those that differ. */
export async function writeContacts(tx: Write, writing: Writing, rows: KeyedRegistration[]): Promise<Written> {
  if (rows.length === 0) return { added: 0, changed: 0, same: 0, refused: [], about: [] }
  const { ground, update } = writing
  const barred = await barredRows(tx, ground, rows)
  const open = rows.filter(row => !barred.has(row))
  const known = await knownRows(tx, ground, open)
  const matched = (match: KnownRow['match']) => open.filter(row => known.get(row)?.match === match)
  const fresh = open.filter(row => !known.has(row))
  const differing = update ? matched('changed') : []
  const added = await contactsOf(tx, writing, { rows: fresh, known })
  const changed = await contactsOf(tx, writing, { rows: differing, known })
  if (added.length > 0) await insertContacts(tx, writing, added)
  for (const group of groupsOf(changed)) await updateContacts(tx, writing, group)
  const matches = new Map<KeyedRegistration, Meeting>([
    ...barred,
    ...[...known].map(([row, { match }]) => [row, match] as const),
  ])
  const refused = refusedMatches(matches, update)
  const about = [...added, ...changed].map(subjectOf)
  return { added: added.length, changed: changed.length, same: matched('same').length, refused, about }
}

/** A citizen or a worker that the row means already stays; the others are found by name, or made. */
async function contactsOf(
  tx: Write,
  { ground }: Writing,
  { rows, known }: { rows: KeyedRegistration[]; known: Map<KeyedRegistration, KnownRow> },
): Promise<ContactRow[]> {
  const placed = rows.map(row => {
    const { party, centreId, workerIds } = placeOf(ground.directory, row.registration)
    const stands = known.get(row)
    const workerId = workerIds.find(id => id === stands?.stored.workerId) ?? workerIds[0]
    if (!party || centreId === undefined || workerId === undefined) throw new ImportRefused('names')
    const citizen = stands?.sameCitizen === true ? null : row.registration.citizen
    return { row, stands, partyId: party.id, centreId, workerId, citizen }
  })
  await findCitizens(tx, ground, placed)
  await addCitizens(tx, ground, placed)
  return placed.map(({ row, stands, citizen, ...at }) => {
    const named = citizen === null ? undefined : ground.citizens.get(citizenKey(at.partyId, citizen))
    const citizenId = named ?? (stands?.sameCitizen === true ? stands.stored.citizenId : null)
    return contactOf(row, { ...at, id: stands?.stored.id ?? newId(), citizenId })
  })
}

type Placed = { partyId: string; centreId: string | null; workerId: string; citizenId: string | null }

/** One record for each party that met the person, called by the pseudonym, with the key that only figures and imports read. */
async function addCitizens(
  tx: Write,
  ground: Ground,
  met: { partyId: string; citizen: string | null }[],
): Promise<void> {
  const added: { owner_party_id: string; id: string; alias: string; person_key: string }[] = []
  for (const { partyId, citizen } of met) {
    if (citizen === null || ground.citizens.has(citizenKey(partyId, citizen))) continue
    const id = newId()
    ground.citizens.set(citizenKey(partyId, citizen), id)
    added.push({ owner_party_id: partyId, id, alias: citizen, person_key: personKey(ground, citizen).toString('hex') })
  }
  if (added.length === 0) return
  await sql`insert into citizens (municipality_id, owner_party_id, id, alias, person_key)
    select ${ground.municipalityId}::uuid, r.owner_party_id, r.id, r.alias, decode(r.person_key, 'hex')
    from json_to_recordset(${JSON.stringify(added)}::json) as r(owner_party_id uuid, id uuid, alias text, person_key text)`.execute(
    tx,
  )
}

type ContactRow = ReturnType<typeof contactOf>

function contactOf({ key, registration: row }: KeyedRegistration, at: Placed & { id: string }) {
  return {
    owner_party_id: at.partyId,
    id: at.id,
    citizen_id: at.citizenId,
    worker_id: at.workerId,
    centre_id: at.centreId,
    effort: row.effort,
    kind: row.kind,
    venue: row.venue,
    outcome: row.outcome,
    day: row.day,
    clock: row.time,
    minutes: row.minutes,
    topics: row.topicMask,
    help_forms: row.helpMask,
    known_before: row.known,
    income: row.income,
    gender: row.gender,
    birth_year: row.birthYear,
    import_key: key,
  }
}

const subjectOf = ({ id, citizen_id: citizenId, owner_party_id: partyId }: ContactRow): Subject =>
  citizenId === null ? { subject: 'contact', id, partyId } : { subject: 'citizen', id: citizenId, partyId }

const columns = sql.raw(`citizen_id, worker_id, centre_id, effort, kind, venue, outcome, day, clock, minutes, topics,
  help_forms, known_before, income, gender, birth_year, import_key`)

const recordset = (rows: ContactRow[]) => sql`json_to_recordset(${JSON.stringify(rows)}::json) as r(
  owner_party_id uuid, id uuid, citizen_id uuid, worker_id uuid, centre_id uuid, effort text, kind text, venue text,
  outcome text, day date, clock time, minutes smallint, topics smallint, help_forms smallint, known_before boolean,
  income text, gender text, birth_year smallint, import_key text)`

async function insertContacts(tx: Write, { ground, personId }: Writing, rows: ContactRow[]): Promise<void> {
  await sql`insert into contacts (municipality_id, created_by, owner_party_id, id, ${columns})
    select ${ground.municipalityId}::uuid, ${personId}::uuid, owner_party_id, id, ${columns} from ${recordset(rows)}`.execute(
    tx,
  )
}

/**
 * Who moved a meeting and what a citizen wanted go when the row says that nothing was moved, or names nobody any more.
 * An import may not read either, so the rows come in groups that need the same.
 */
const groupsOf = (rows: ContactRow[]): ContactRow[][] => [
  ...Map.groupBy(rows, row => `${row.outcome === 'moved'} ${row.citizen_id === null}`).values(),
]

async function updateContacts(tx: Write, { ground }: Writing, rows: ContactRow[]): Promise<void> {
  const unmoved = rows[0]?.outcome === 'moved' ? sql`` : sql`, moved_by = null`
  const unnamed = rows[0]?.citizen_id === null ? sql`, agenda = null` : sql``
  await sql`update contacts c set citizen_id = r.citizen_id, worker_id = r.worker_id, centre_id = r.centre_id,
      effort = r.effort, kind = r.kind, venue = r.venue, outcome = r.outcome, day = r.day, clock = r.clock,
      minutes = r.minutes, topics = (c.topics & 32) | r.topics, help_forms = r.help_forms, known_before = r.known_before,
      income = r.income, gender = r.gender, birth_year = r.birth_year, import_key = r.import_key ${unmoved} ${unnamed}
    from ${recordset(rows)}
    where c.municipality_id = ${ground.municipalityId}::uuid and c.owner_party_id = r.owner_party_id and c.id = r.id`.execute(
    tx,
  )
}
