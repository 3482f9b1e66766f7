import { sql } from 'kysely'
import type { Write } from '../../platform/db.ts'
import { addDays, startOf } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import type { CheckResult } from './check-queries.ts'

/** Draws lines about citizens by lot; gives how many there are in the draw. The same draw twice is one. */
export async function drawChecks(tx: Write, draw: Draw): Promise<number> {
  const { municipalityId, drawId, personId, count, from, to } = draw
  await sql`select pg_advisory_xact_lock(hashtext('log-draw'), hashtext(${drawId}))`.execute(tx)
  const drawn = tx
    .selectFrom('log_checks')
    .select('log_id')
    .where('municipality_id', '=', municipalityId)
    .where('draw_id', '=', drawId)
  const before = await drawn.execute()
  if (before.length > 0) return before.length
  await sql`
    insert into log_checks (municipality_id, draw_id, log_id, first_day, last_day, drawn_by)
    select l.municipality_id, ${drawId}, l.id, ${String(from)}, ${String(to)}, ${personId} from access_log l
    where l.municipality_id = ${municipalityId} and l.person_id is not null and l.kind <> 'refused'
      and l.at >= ${startOf(from).toString()}::timestamptz and l.at < ${startOf(addDays(to, 1)).toString()}::timestamptz
      and exists (select from access_log_subjects s where s.municipality_id = l.municipality_id and s.log_id = l.id and s.subject = 'citizen')
    order by random() limit ${count}`.execute(tx)
  return (await drawn.execute()).length
}

/** Keeps what was found; false when somebody has said so already, or there is no such check. */
export async function tellCheck(
  tx: Write,
  told: {
    municipalityId: string
    drawId: string
    logId: number
    personId: string
    result: CheckResult
    remark: string
  },
): Promise<boolean> {
  const { municipalityId, drawId, logId, personId, result, remark } = told
  const { numUpdatedRows } = await tx
    .updateTable('log_checks')
    .set({ result, remark: remark || null, checked_by: personId })
    .where('municipality_id', '=', municipalityId)
    .where('draw_id', '=', drawId)
    .where('log_id', '=', logId)
    .where('checked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export interface Draw {
  municipalityId: string
  drawId: string
  personId: string
  count: number
  from: Day
  to: Day
}
