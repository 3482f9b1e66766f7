import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import { day, instantOf } from '../../platform/time.ts'
import type { Day, Instant } from '../../platform/time.ts'
import type { checkResults } from './forms.ts'

export type CheckResult = (typeof checkResults)[number]

/** A line that was drawn. What the line says is gone when it was deleted by its date. */
export interface Check {
  drawId: string
  logId: number
  first: Day
  last: Day
  drawnAt: Instant
  drawnBy: string
  result: CheckResult | null
  remark: string | null
  checkedAt: Instant | null
  checkedBy: string | null
  at: Instant | null
  personName: string | null
  purpose: string | null
}

/** Spot checks, the last drawn first; only an officer finds any. */
export async function listChecks(
  tx: Read,
  at: { municipalityId: string; skip: number; most: number },
): Promise<Check[]> {
  const rows = await checks(tx, at.municipalityId)
    .orderBy('k.drawn_at', 'desc')
    .orderBy('k.draw_id')
    .orderBy('k.log_id', 'desc')
    .offset(at.skip)
    .limit(at.most)
    .execute()
  return rows.map(checkOf)
}

export async function findCheck(
  tx: Read,
  at: { municipalityId: string; drawId: string; logId: number },
): Promise<Check | undefined> {
  const row = await checks(tx, at.municipalityId)
    .where('k.draw_id', '=', at.drawId)
    .where('k.log_id', '=', at.logId)
    .executeTakeFirst()
  return row && checkOf(row)
}

function checks(tx: Read, municipalityId: string) {
  return tx
    .selectFrom('log_checks as k')
    .innerJoin('people as d', join =>
      join.onRef('d.municipality_id', '=', 'k.municipality_id').onRef('d.id', '=', 'k.drawn_by'),
    )
    .leftJoin('people as c', join =>
      join.onRef('c.municipality_id', '=', 'k.municipality_id').onRef('c.id', '=', 'k.checked_by'),
    )
    .leftJoin('access_log as l', join =>
      join.onRef('l.municipality_id', '=', 'k.municipality_id').onRef('l.id', '=', 'k.log_id'),
    )
    .leftJoin('people as p', join =>
      join.onRef('p.municipality_id', '=', 'l.municipality_id').onRef('p.id', '=', 'l.person_id'),
    )
    .select(['k.draw_id', 'k.log_id', 'k.first_day', 'k.last_day', 'k.drawn_at', 'k.remark', 'k.checked_at'])
    .select(sql<CheckResult | null>`k.result`.as('result'))
    .select(['d.public_name as drawn_by', 'c.public_name as checked_by', 'p.public_name as person_name'])
    .select(['l.at', 'l.purpose'])
    .where('k.municipality_id', '=', municipalityId)
}

type CheckRow = Awaited<ReturnType<ReturnType<typeof checks>['executeTakeFirstOrThrow']>>

function checkOf(row: CheckRow): Check {
  return {
    drawId: row.draw_id,
    logId: row.log_id,
    first: day(row.first_day),
    last: day(row.last_day),
    drawnAt: instantOf(row.drawn_at),
    drawnBy: row.drawn_by,
    result: row.result,
    remark: row.remark,
    checkedAt: row.checked_at && instantOf(row.checked_at),
    checkedBy: row.checked_by,
    at: row.at && instantOf(row.at),
    personName: row.person_name,
    purpose: row.purpose,
  }
}
