import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import type { OwnParties } from '../citizens/queries.ts'
import type { CitizenRecord } from '../consents/record-queries.ts'
import type { NoteKind } from './codes.ts'

/** A note as its own page shows it. */
export interface Note {
  id: string
  partyId: string
  citizenId: string
  kind: NoteKind
  /** The bit of its one topic. */
  topic: number | null
  words: string
  writtenBy: string
  writtenAt: Date
  version: number
}

/** What stood in a note before it was changed. */
export interface FormerNote {
  version: number
  replacedAt: Date
  replacedBy: string | null
  kind: NoteKind
  topic: number | null
  words: string
}

/** A party that sees something of an own record today, and which topics (bits) the citizen has said yes to. */
export interface Receiver {
  partyId: string
  partyName: string
  topics: number
}

/** A note on one of these records, when the asker sees it. */
export async function findNote(
  tx: Read,
  municipalityId: string,
  at: { records: readonly CitizenRecord[]; noteId: string },
): Promise<Note | undefined> {
  const note = await tx
    .selectFrom('notes as n')
    .innerJoin('people as p', join =>
      join.onRef('p.municipality_id', '=', 'n.municipality_id').onRef('p.id', '=', 'n.written_by'),
    )
    .select(['n.id', 'n.owner_party_id as partyId', 'n.citizen_id as citizenId', 'n.kind', 'n.topic', 'n.words'])
    .select(['p.public_name as writtenBy', 'n.written_at as writtenAt', 'n.version'])
    .where('n.municipality_id', '=', municipalityId)
    .where(
      'n.owner_party_id',
      'in',
      at.records.map(record => record.partyId),
    )
    .where('n.id', '=', at.noteId)
    .$castTo<Note>()
    .executeTakeFirst()
  return at.records.some(record => record.partyId === note?.partyId && record.id === note.citizenId) ? note : undefined
}

/** What stood before, the latest first; the own party's alone. */
export async function formerNotes(tx: Read, municipalityId: string, note: Note): Promise<FormerNote[]> {
  const { rows } = await sql<FormerNote>`
    select v.version, v.replaced_at as "replacedAt", p.public_name as "replacedBy", v.stood ->> 'kind' as kind,
      (v.stood ->> 'topic')::smallint as topic, v.stood ->> 'words' as words
    from record_versions v left join people p on p.municipality_id = v.municipality_id and p.id = v.replaced_by
    where v.municipality_id = ${municipalityId}::uuid and v.owner_party_id = ${note.partyId}::uuid
      and v.record_kind = 'note' and v.record_id = ${note.id}::uuid
    order by v.version desc`.execute(tx)
  return rows
}

/** Whom the citizen has said yes to, for what an own record holds; yeses to one party add up. */
export async function receiversOf(
  tx: Read,
  mine: OwnParties,
  record: { id: string; partyId: string },
): Promise<Receiver[]> {
  const { rows } = await sql<Receiver>`
    select y.id as "partyId", y.name as "partyName", bit_or(c.topics)::integer as topics
    from consents c join parties y on y.municipality_id = c.municipality_id and y.id = c.receiving_party_id
    where c.municipality_id = ${mine.municipalityId}::uuid and c.owner_party_id = ${record.partyId}::uuid
      and c.owner_party_id in (${sql.join(mine.parties)}) and c.citizen_id = ${record.id}::uuid
      and c.ground in ('obtain', 'disclose') and c.withdrawn_at is null
      and c.valid_from <= danish_today() and c.valid_until >= danish_today()
    group by y.id, y.name order by y.name`.execute(tx)
  return rows
}
