import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import { day, instantOf } from '../../platform/time.ts'
import type { Day, Instant } from '../../platform/time.ts'

/** How far the log is sealed. */
export interface Sealing {
  /** The newest line that is sealed, and when the last seal was set. */
  sealedUntil: Instant | null
  lastSeal: Instant | null
  /** Lines that wait for a seal, and the oldest of them. */
  waiting: number
  waitingSince: Instant | null
  /** Each month's chain, newest first, and the last link of it: what a checkpoint of this moment would say. */
  months: { month: Day; batches: number; lines: number; seal: string }[]
}

export async function readSealing(tx: Read, municipalityId: string): Promise<Sealing> {
  const { rows } = await sql<SealingRow>`
    select
      (select l.at from access_log l where l.municipality_id = ${municipalityId} and l.batch is not null order by l.at desc limit 1) as "sealedUntil",
      (select max(b.sealed_at) from log_batches b where b.municipality_id = ${municipalityId}) as "lastSeal",
      (select count(*) from access_log l where l.municipality_id = ${municipalityId} and l.batch is null) as waiting,
      (select min(l.at) from access_log l where l.municipality_id = ${municipalityId} and l.batch is null) as "waitingSince"`.execute(
    tx,
  )
  const months = await sql<{ segment: string; batches: number; lines: number; seal: string }>`
    select b.segment, count(*) as batches, sum(b.rows) as lines, encode((array_agg(b.seal order by b.number desc))[1], 'hex') as seal
    from log_batches b where b.municipality_id = ${municipalityId} group by b.segment order by b.segment desc`.execute(
    tx,
  )
  const [row] = rows
  return {
    sealedUntil: row?.sealedUntil ? instantOf(row.sealedUntil) : null,
    lastSeal: row?.lastSeal ? instantOf(row.lastSeal) : null,
    waiting: row?.waiting ?? 0,
    waitingSince: row?.waitingSince ? instantOf(row.waitingSince) : null,
    months: months.rows.map(({ segment, ...month }) => ({ ...month, month: day(segment) })),
  }
}

interface SealingRow {
  sealedUntil: Date | null
  lastSeal: Date | null
  waiting: number
  waitingSince: Date | null
}
