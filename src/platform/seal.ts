import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Read, Write } from './db.ts'
import { sqlState } from './errors.ts'
import type { Keys } from './keys.ts'

const most = 2_000
/** For how long the words of a search are kept, for spot checks; after that the seal holds their digest alone. */
export const wordsMonths = 3
/** No municipality: the jobs ask which of them have something to seal. */
const everywhere = { municipalityId: '00000000-0000-0000-0000-000000000000', personId: null }

/**
 * Seals what is new in the access log, every half second, until stopped. A batch's seal is a keyed
 * hash over its rows and the seal before it; each month is a chain of its own, so that an old month
 * can be deleted and the rest still verifies.
 */
export function startSealing(db: Db, keys: Keys): { alive(): boolean; stop(): Promise<void> } {
  let ended = false
  let lastDone = Date.now()
  let timer: NodeJS.Timeout
  let work = Promise.resolve()
  const again = (): void => {
    timer = setTimeout(() => {
      work = sealEverywhere(db, keys)
        .then(() => void (lastDone = Date.now()))
        .catch((error: unknown) => console.error(JSON.stringify({ seal: 'failed', code: sqlState(error) })))
        .then(() => (ended ? undefined : again()))
    }, 500)
  }
  again()
  return {
    alive: () => !ended && Date.now() - lastDone < 10_000,
    async stop() {
      ended = true
      clearTimeout(timer)
      await work
    },
  }
}

async function sealEverywhere(db: Db, keys: Keys): Promise<void> {
  const { rows } = await db.read(everywhere, 'operator.jobs', tx =>
    sql<{ id: string }>`select unsealed_municipalities() as id`.execute(tx),
  )
  for (const { id } of rows) await sealLog(db, keys, id)
}

/** Seals what one municipality's log holds unsealed; returns how many rows. Runs beside writers and other sealers. */
export async function sealLog(db: Db, keys: Keys, municipalityId: string): Promise<number> {
  let total = 0
  for (;;) {
    const sealed = await db.write({ municipalityId, personId: null }, 'operator.jobs', tx =>
      sealBatch(tx, keys, municipalityId),
    )
    total += sealed
    if (sealed < most) return total
  }
}

async function sealBatch(tx: Write, keys: Keys, municipalityId: string): Promise<number> {
  // One sealer at a time; another process skips its turn.
  const lock = await sql<{
    got: boolean
  }>`select pg_try_advisory_xact_lock(hashtext('seal'), hashtext(${municipalityId})) as got`.execute(tx)
  if (lock.rows[0]?.got !== true) return 0
  const { rows } = await sql<LogRow & { segment: string }>`
    select ${sealedColumns}, ${segmentOf} as segment
    from access_log l where l.municipality_id = ${municipalityId} and l.batch is null order by l.id limit ${most}`.execute(
    tx,
  )
  for (const segment of new Set(rows.map(row => row.segment))) {
    await sealSegment(tx, { keys, municipalityId, segment, rows: rows.filter(row => row.segment === segment) })
  }
  return rows.length
}

async function sealSegment(tx: Write, given: Segment): Promise<void> {
  const { keys, municipalityId, segment, rows } = given
  const last = await tx
    .selectFrom('log_batches')
    .select(['number', 'seal'])
    .where('municipality_id', '=', municipalityId)
    .where('segment', '=', segment)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const previous = last?.seal ?? firstSeal(municipalityId, segment)
  const number = (last?.number ?? 0) + 1
  const sealedAt = new Date()
  const at = `${sealedAt.toISOString().slice(0, -1)}000`
  const seal = sealOf(keys.key(municipalityId, 'log-seal'), { previous, at }, rows)
  await tx
    .insertInto('log_batches')
    .values({
      municipality_id: municipalityId,
      segment,
      number,
      rows: rows.length,
      previous,
      seal,
      sealed_at: sealedAt,
    })
    .execute()
  const ids = rows.map(row => row.id)
  await sql`update access_log set batch = ${number} where municipality_id = ${municipalityId} and id = any(${ids}::bigint[]) and batch is null`.execute(
    tx,
  )
}

/** What stands before the first seal of a chain: whose it is and which month. */
export function firstSeal(municipalityId: string, segment: string): Buffer {
  return Buffer.from(`${municipalityId} ${segment}`)
}

/** The keyed hash over the seal before, the time of sealing and every field of every row, in order. */
export function sealOf(key: Buffer, batch: { previous: Buffer; at: string }, rows: readonly LogRow[]): Buffer {
  const hash = createHmac('sha256', key).update(batch.previous).update(batch.at)
  for (const row of rows) {
    hash.update(
      JSON.stringify([row.id, row.at, row.person_id, row.purpose, row.kind, row.words, row.subjects, row.change]),
    )
  }
  return hash.digest()
}

/** A row of the log as its seal reads it, from `access_log l`. Its subjects stand for themselves by their digest. */
export const sealedColumns = sql.raw(
  `l.id, ${microseconds('l.at')} as at, l.person_id, l.purpose, l.kind,
   encode(l.words_digest, 'hex') as words, encode(l.subjects_digest, 'hex') as subjects, l.change::text as change`,
)
/** The month to which a row of `access_log l` belongs. */
export const segmentOf = sql.raw(`date_trunc('month', l.at at time zone 'UTC')::date`)

/** A time as the seals have it: '2026-11-22T05:55:00.123456', in UTC. */
export function microseconds(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`
}

export interface LogRow {
  id: number
  at: string
  person_id: string | null
  purpose: string
  kind: string
  words: string | null
  subjects: string | null
  /** As the database writes it. */
  change: string | null
}

interface Segment {
  keys: Keys
  municipalityId: string
  segment: string
  rows: LogRow[]
}

/** Takes the words of searches away that are older than a spot check may want them; returns how many. */
export async function dropWords(tx: Write, municipalityId: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update access_log set words = null where municipality_id = ${municipalityId} and words is not null
      and at < now() - interval '${sql.raw(String(wordsMonths))} months'`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** The months of the sealed log that ended on or before a day ('2026-01-01'), and how many lines each has. */
export async function monthsUntil(tx: Read, municipalityId: string, day: string): Promise<LogMonth[]> {
  const { rows } = await sql<LogMonth>`
    select segment, sum(rows) as lines from log_batches
    where municipality_id = ${municipalityId} and segment + interval '1 month' <= ${day}::date group by segment order by segment`.execute(
    tx,
  )
  return rows
}

/** Deletes a month of the log as a whole: lines, whom they are about, and seals. The other months verify as before. */
export async function deleteMonth(tx: Write, municipalityId: string, segment: string): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(tx)
  await sql`delete from access_log where municipality_id = ${municipalityId}
    and at >= ${segment}::timestamp at time zone 'UTC' and at < (${segment}::date + interval '1 month') at time zone 'UTC'`.execute(
    tx,
  )
  await tx
    .deleteFrom('log_batches')
    .where('municipality_id', '=', municipalityId)
    .where('segment', '=', segment)
    .execute()
}

export interface LogMonth {
  segment: string
  lines: number
}
