import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Read } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import { dayOf, instantAt, startOf } from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import type { CitizenRecord } from '../consents/record-queries.ts'

/** One thing that has happened with a citizen. */
export interface Happening {
  what: 'contact' | 'note' | 'step' | 'task' | 'appointment' | 'yes' | 'takenBack'
  id: string
  partyId: string
  /** Microseconds since 1970: a `Date` would lose what the order needs. */
  at: number
  /** The kind or ground of the record, and what came of it; their codes are those of `what`. */
  kind: string | null
  state: string | null
  movedBy: string | null
  minutes: number | null
  /** Bits. */
  topics: number
  /** The first words of a note, a step, a task or an appointment. */
  words: string | null
  /** What the citizen said of it. */
  said: string | null
  personName: string | null
  place: string | null
  venue: string | null
  receiverName: string | null
}

/** Where a page begins: after the thing of this moment and id. */
export interface Since {
  at: number
  id: string
}

/**
 * What has happened on these records, newest first, in one statement whatever the number of rows. Each kind of record
 * is read along its own index and no further than the page is long.
 */
export async function happeningsOf(
  tx: Read,
  municipalityId: string,
  at: { records: readonly CitizenRecord[]; since: Since; length: number },
): Promise<{ rows: Happening[]; older: Since | undefined }> {
  const { records, since, length } = at
  const branch = branchesFrom(municipalityId, since, length + 1)
  const { rows } = await sql<Happening>`
    select t.what, t.id, t.party as "partyId", (extract(epoch from t.at) * 1000000)::bigint as at, t.kind, t.state,
      t.moved_by as "movedBy", t.minutes, t.topics, t.words, t.said, p.public_name as "personName", e.name as place, t.venue,
      y.name as "receiverName"
    from (
      select h.* from ${asRows(records)}
      cross join lateral (
        ${sql.join([branch.contacts, branch.notes, branch.steps, branch.tasks, branch.appointments, branch.undone, branch.yeses, branch.takenBack], sql` union all `)}
      ) h order by h.at desc, h.id desc limit ${sql.lit(length + 1)}
    ) t
    left join people p on p.municipality_id = ${municipalityId}::uuid and p.id = t.person
    left join centres e on e.municipality_id = ${municipalityId}::uuid and e.id = t.centre
    left join parties y on y.municipality_id = ${municipalityId}::uuid and y.id = t.receiver
    order by t.at desc, t.id desc`.execute(tx)
  const shown = rows.slice(0, length)
  const last = shown.at(-1)
  return { rows: shown, older: rows.length > length && last ? { at: last.at, id: last.id } : undefined }
}

/**
 * The records as rows of `z`. Not as an array: PostgreSQL does not know how long a parameter is, would take a plan for
 * all lengths to be dear, and plan anew each time.
 */
export function asRows(records: readonly Pick<CitizenRecord, 'partyId' | 'id'>[]): RawBuilder<unknown> {
  const rows = records.map(({ partyId, id }) => sql`(${partyId}::uuid, ${id}::uuid)`)
  return sql`(values ${sql.join(rows)}) as z(party, citizen)`
}

/** Before everything that has happened by now. */
export function sinceNow(now: Instant): Since {
  return { at: now.epochMilliseconds * 1_000, id: lastId }
}

/** "1795333333123456_<id>", as it stands in the address of the next page. */
export function sinceText({ at, id }: Since): string {
  return `${at}_${id}`
}

/** The place of an address; what is none is a page that is not there. */
export function sinceOf(text: string | undefined): Since | undefined {
  if (text === undefined) return undefined
  const [at = '', id = ''] = text.split('_')
  if (!/^\d{13,16}$/.test(at) || !isId(id)) throw new NotFound()
  return { at: Number(at), id }
}

type Branches = Record<
  'contacts' | 'notes' | 'steps' | 'tasks' | 'appointments' | 'undone' | 'yeses' | 'takenBack',
  RawBuilder<unknown>
>

// Every branch gives the same columns in the same order; the first names them.
function branchesFrom(municipalityId: string, since: Since, most: number): Branches {
  const of = sql`municipality_id = ${municipalityId}::uuid and owner_party_id = z.party and citizen_id = z.citizen`
  const moment = sql`timestamptz 'epoch' + ${since.at}::float8 * interval '1 microsecond'`
  const before = (column: string) => sql`(${sql.ref(column)}, id) < (${moment}, ${since.id}::uuid)
    order by ${sql.ref(column)} desc, id desc limit ${sql.lit(most)}`
  const on = dayOfSince(since)
  // What has a day and no time stands at its beginning, so that it is there as soon as it is written.
  const beforeDay = (column: string) => sql`(${sql.ref(column)}, id) < (${on.day}::date, ${on.id}::uuid)
    order by ${sql.ref(column)} desc, id desc limit ${sql.lit(most)}`
  const morning = (column: string) => sql`timezone('Europe/Copenhagen', ${sql.ref(column)}::timestamp)`
  const rest = sql`null::text, null::text, null::smallint`
  return {
    contacts: sql`(select 'contact' as what, id, owner_party_id as party, at, kind, outcome as state, moved_by, minutes, topics,
        null::text as words, null::text as said, worker_id as person, centre_id as centre, venue, null::uuid as receiver
      from contacts where ${of} and ${before('at')})`,
    notes: sql`(select 'note', id, owner_party_id, written_at, kind, ${rest}, coalesce(topic, 0::smallint),
        left(words, 400), null, written_by, null::uuid, null, null::uuid from notes where ${of} and ${before('written_at')})`,
    steps: sql`(select 'step', id, owner_party_id, ${morning('done_on')}, whose, ${rest}, coalesce(topic, 0::smallint),
        words, done_words, person_id, null::uuid, null, null::uuid from steps where ${of} and state = 'done' and ${beforeDay('done_on')})`,
    tasks: sql`(select 'task', id, owner_party_id, done_at, null::text, ${rest}, coalesce(topic, 0::smallint),
        words, null, person_id, null::uuid, null, null::uuid from tasks where ${of} and done_at is not null and ${before('done_at')})`,
    appointments: sql`(select 'appointment', id, owner_party_id, ${morning('day')}, at_place, state, null::text, null::smallint,
        coalesce(topic, 0::smallint), words, state_words, companion_id, null::uuid, null, null::uuid
      from appointments where ${of} and state in ('held', 'missed') and ${beforeDay('day')})`,
    undone: sql`(select 'appointment', id, owner_party_id, state_at, at_place, state, null::text, null::smallint,
        coalesce(topic, 0::smallint), words, state_words, companion_id, null::uuid, null, null::uuid
      from appointments where ${of} and state in ('calledOff', 'moved') and ${before('state_at')})`,
    yeses: sql`(select 'yes', id, owner_party_id, recorded_at, ground, ${rest}, topics, null, null, recorded_by, null::uuid, null,
        receiving_party_id from consents where ${of} and ${before('recorded_at')})`,
    takenBack: sql`(select 'takenBack', id, owner_party_id, withdrawn_at, ground, ${rest}, topics, null, null, withdrawn_by, null::uuid,
        null, receiving_party_id from consents where ${of} and withdrawn_at is not null and ${before('withdrawn_at')})`,
  }
}

// A moment among things that stand at the beginning of their day: all of that day, or those after its id.
function dayOfSince({ at, id }: Since): { day: string; id: string } {
  const day = dayOf(instantAt(Math.floor(at / 1_000)))
  const isBeginning = startOf(day).epochMilliseconds * 1_000 === at
  return { day: String(day), id: isBeginning ? id : lastId }
}

const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
