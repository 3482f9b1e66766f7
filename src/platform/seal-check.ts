import { sql } from 'kysely'
import { isOurs } from './checkpoint.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { Db, Read } from './db.ts'
import type { Keys } from './keys.ts'
import { firstSeal, microseconds, sealOf, sealedColumns, segmentOf, wordsMonths } from './seal.ts'
import type { LogRow } from './seal.ts'

/** What no longer is as it was sealed. */
export type Wrong =
  /** The chain has a gap here. */
  | 'gap'
  /** The batch does not follow the one before. */
  | 'chain'
  /** There are more or fewer rows than were sealed. */
  | 'rows'
  /** A row or the batch itself was changed, put in, taken out or moved. */
  | 'seal'
  /** Whom rows are about was changed. */
  | 'subjects'
  /** The words of a search were changed, or taken away before their time. */
  | 'words'
  /** Rows say that they are in a batch that is not there. */
  | 'no-batch'
  /** Subjects of rows that are not there. */
  | 'strays'
  /** Why the glass was broken was changed or taken away, or the row that says so was. */
  | 'reason'
  /** The checkpoint knows a batch that is gone. */
  | 'cut'
  /** The batch that the checkpoint knows has another seal now. */
  | 'rewritten'
  /** The checkpoint was changed, or was made with other keys. */
  | 'checkpoint'

/** Names a month and a batch, and never whom the log is about. */
export interface Finding {
  segment?: string
  batch?: number
  wrong: Wrong
}

export interface Checked {
  segments: number
  batches: number
  rows: number
  findings: Finding[]
}

export interface Check {
  municipalityId: string
  checkpoint?: Checkpoint | undefined
  /** Months that begin before this day ('2026-01-01') may be gone as a whole, though the checkpoint knows them. */
  deletedBefore?: string | undefined
}

/** Reads one municipality's sealed log anew and tells what no longer fits its seals. Runs beside writers and sealers. */
export async function checkLog(db: Db, keys: Keys, check: Check): Promise<Checked> {
  const { municipalityId, checkpoint, deletedBefore } = check
  const known = checkpoint?.segments ?? []
  return await db.read({ municipalityId, personId: null }, 'operator.jobs', async tx => {
    // Sorting a month of a large town takes longer than a page may.
    await sql`set local statement_timeout = 0`.execute(tx)
    const segments = await segmentsOf(tx, municipalityId)
    const checked: Checked = { segments: segments.length, batches: 0, rows: 0, findings: [] }
    const { findings } = checked
    if (checkpoint && !isOurs(keys, checkpoint)) findings.push({ wrong: 'checkpoint' })
    for (const segment of segments) {
      const end = known.find(each => each.segment === segment)
      const chain = { key: keys.key(municipalityId, 'log-seal'), previous: firstSeal(municipalityId, segment), last: 0 }
      let met = end === undefined
      for await (const batch of batchesOf(tx, municipalityId, segment)) {
        checked.batches++
        checked.rows += batch.rows.length
        findings.push(...wrongWith(batch, chain).map(wrong => ({ segment, batch: batch.number, wrong })))
        if (batch.number !== end?.number || !batch.sealed) continue
        met = true
        if (batch.sealed.seal.toString('hex') !== end.seal)
          findings.push({ segment, batch: batch.number, wrong: 'rewritten' })
      }
      if (!met && end) findings.push({ segment, batch: end.number, wrong: 'cut' })
    }
    const gone = known.filter(each => !segments.includes(each.segment) && each.segment >= (deletedBefore ?? ''))
    findings.push(...gone.map(({ segment, number }) => ({ segment, batch: number, wrong: 'cut' as const })))
    if (await hasStrays(tx, municipalityId)) findings.push({ wrong: 'strays' })
    findings.push(...(await wrongOpenings(tx, municipalityId)))
    return checked
  })
}

/** What is wrong with one batch; the chain goes on from the seal that stands there, so that each fault is told once. */
function wrongWith(batch: Batch, chain: { key: Buffer; previous: Buffer; last: number }): Wrong[] {
  const { number, sealed, rows } = batch
  if (!sealed) return ['no-batch']
  const wrong: Wrong[] = []
  if (number !== chain.last + 1) wrong.push('gap')
  if (!sealed.previous.equals(chain.previous)) wrong.push('chain')
  if (sealed.rows !== rows.length) wrong.push('rows')
  if (!sealOf(chain.key, { previous: sealed.previous, at: sealed.at }, rows).equals(sealed.seal)) wrong.push('seal')
  if (rows.some(row => row.subjects !== row.found)) wrong.push('subjects')
  if (rows.some(row => !row.worded)) wrong.push('words')
  chain.previous = sealed.seal
  chain.last = number
  return wrong
}

/** The months that have sealed rows or batches, the oldest first. */
async function segmentsOf(tx: Read, municipalityId: string): Promise<string[]> {
  const { rows } = await sql<{ segment: string }>`
    select segment from log_batches where municipality_id = ${municipalityId}
    union select ${segmentOf} from access_log l where municipality_id = ${municipalityId} and batch is not null
    order by segment`.execute(tx)
  return rows.map(row => row.segment)
}

/** The batches of a month in order, each with its rows, and those that only rows speak of. */
async function* batchesOf(tx: Read, municipalityId: string, segment: string): AsyncGenerator<Batch> {
  // One statement is one moment: a batch that is sealed meanwhile is seen whole or not at all.
  await declareLines(tx, municipalityId, segment)
  let batch: Batch | undefined
  for (;;) {
    const { rows: lines } = await sql<Line>`fetch 2000 from sealed_lines`.execute(tx)
    for (const line of lines) {
      if (batch && batch.number !== line.batch) yield batch
      if (batch?.number !== line.batch) batch = { number: line.batch, sealed: sealedIn(line), rows: [] }
      const { id } = line
      if (id !== null) batch.rows.push({ ...line, id })
    }
    if (lines.length === 0) break
  }
  if (batch) yield batch
  await sql`close sealed_lines`.execute(tx)
}

/** The order in which the subjects of a line stand in its digest. */
const inOrder = sql.raw('subject_id, owner_party_id, subject')

/** Whether the words of a line are those that were sealed, or gone in time. */
const worded = sql.raw(`case when l.words is not null then sha256(l.words) is not distinct from l.words_digest
  else l.words_digest is null or l.at < now() - interval '${wordsMonths} months' end`)

async function declareLines(tx: Read, municipalityId: string, segment: string): Promise<void> {
  const here = sql.lit(municipalityId)
  const from = sql`${sql.lit(segment)}::timestamp at time zone 'UTC'`
  const until = sql`(${sql.lit(segment)}::date + interval '1 month') at time zone 'UTC'`
  await sql`declare sealed_lines no scroll cursor for
    select coalesce(b.number, l.of_batch) as batch, b.rows as count, b.previous, b.seal, ${sql.raw(microseconds('b.sealed_at'))} as sealed_at, l.*
    from (select * from log_batches where municipality_id = ${here} and segment = ${sql.lit(segment)}::date) b
    full join (
      select l.batch as of_batch, ${sealedColumns}, ${worded} as worded, encode(digest_of(s.ids, s.subjects, s.parties), 'hex') as found
      from access_log l, lateral (
        select array_agg(subject_id order by ${inOrder}) as ids, array_agg(subject order by ${inOrder}) as subjects,
          array_agg(owner_party_id order by ${inOrder}) as parties
        from access_log_subjects where municipality_id = l.municipality_id and log_id = l.id) s
      where l.municipality_id = ${here} and l.at >= ${from} and l.at < ${until} and l.batch is not null
    ) l on l.of_batch = b.number
    order by 1, l.id`.execute(tx)
}

function sealedIn({ count, previous, seal, sealed_at: at }: Line): Batch['sealed'] {
  if (count === null || previous === null || seal === null || at === null) return undefined
  return { rows: count, previous, seal, at }
}

async function hasStrays(tx: Read, municipalityId: string): Promise<boolean> {
  const { rows } = await sql`
    select from access_log_subjects s where s.municipality_id = ${municipalityId}
      and not exists (select from access_log l where l.municipality_id = ${municipalityId} and l.id = s.log_id) limit 1`.execute(
    tx,
  )
  return rows.length > 0
}

/**
 * Openings behind broken glass that are not as a line says. One that is gone is so because its record is, which a line
 * says too.
 */
async function wrongOpenings(tx: Read, municipalityId: string): Promise<Finding[]> {
  const { rows } = await sql<{ segment: string; batch: number }>`
    select ${segmentOf} as segment, l.batch from access_log l
    left join glass_openings g on g.municipality_id = l.municipality_id
      and g.owner_party_id = (l.change ->> 'party')::uuid and g.id = (l.change ->> 'opening')::uuid
    where l.municipality_id = ${municipalityId} and l.batch is not null and l.change ->> 'what' = 'glass'
      and case when g.id is not null then digest_of_opening(g) <> l.change ->> 'digest' else exists (
        select from citizens z where z.municipality_id = l.municipality_id
          and z.owner_party_id = (l.change ->> 'party')::uuid and z.id = (l.change ->> 'citizen')::uuid)
      or not exists (
        select from access_log_subjects s join access_log d on d.municipality_id = s.municipality_id and d.id = s.log_id
        where s.municipality_id = l.municipality_id and s.subject_id = (l.change ->> 'citizen')::uuid
          and s.owner_party_id = (l.change ->> 'party')::uuid and d.kind = 'delete' and d.id > l.id) end
    order by l.id`.execute(tx)
  return rows.map(row => ({ ...row, wrong: 'reason' }))
}

interface Batch {
  number: number
  /** What stands in `log_batches`; nothing when only rows speak of the batch. */
  sealed: { rows: number; previous: Buffer; seal: Buffer; at: string } | undefined
  rows: (LogRow & { found: string | null; worded: boolean | null })[]
}

type Line = Omit<LogRow, 'id'> & {
  batch: number
  count: number | null
  previous: Buffer | null
  seal: Buffer | null
  sealed_at: string | null
  id: number | null
  found: string | null
  worded: boolean | null
}
