import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Write } from './db.ts'
import { sqlState } from './errors.ts'
import type { Keys } from './keys.ts'

const most = 2_000
/** No municipality: the jobs ask for the list of them all. */
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
  const all = await db.read(everywhere, 'operator.jobs', tx => tx.selectFrom('municipalities').select('id').execute())
  for (const { id } of all) await sealLog(db, keys, id)
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
  const { rows } = await sql<LogRow>`
    select l.id, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, date_trunc('month', l.at at time zone 'UTC')::date as segment,
      l.person_id, l.purpose, l.kind, encode(l.words, 'hex') as words,
      coalesce((select string_agg(concat_ws(':', s.subject, s.subject_id, s.owner_party_id), ',' order by s.subject_id)
        from access_log_subjects s where s.municipality_id = l.municipality_id and s.log_id = l.id), '') as subjects
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
  const previous = last?.seal ?? Buffer.from(`${municipalityId} ${segment}`)
  const number = (last?.number ?? 0) + 1
  await tx
    .insertInto('log_batches')
    .values({
      municipality_id: municipalityId,
      segment,
      number,
      rows: rows.length,
      previous,
      seal: sealOf(keys.key(municipalityId, 'log-seal'), previous, rows),
    })
    .execute()
  const ids = rows.map(row => row.id)
  await sql`update access_log set batch = ${number} where municipality_id = ${municipalityId} and id = any(${ids}::bigint[]) and batch is null`.execute(
    tx,
  )
}

/** The keyed hash over the seal before and every field of every row, in order. */
export function sealOf(key: Buffer, previous: Buffer, rows: readonly LogRow[]): Buffer {
  const hash = createHmac('sha256', key).update(previous)
  for (const row of rows) {
    hash.update(JSON.stringify([row.id, row.at, row.person_id, row.purpose, row.kind, row.words, row.subjects]))
  }
  return hash.digest()
}

export interface LogRow {
  id: number
  at: string
  segment: string
  person_id: string | null
  purpose: string
  kind: string
  words: string | null
  subjects: string
}

interface Segment {
  keys: Keys
  municipalityId: string
  segment: string
  rows: LogRow[]
}
