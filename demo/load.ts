// Brings the demo municipality in, and later up to the day.

import { sql } from 'kysely'
import { holidaysOf } from '../src/features/presence/opening-rules.ts'
import { demoPassword } from '../src/features/sign-in/rules.ts'
import type { Db, Write } from '../src/platform/db.ts'
import { hashPassword } from '../src/platform/password.ts'
import { addDays, compareDays, dayOf, instantOf } from '../src/platform/time.ts'
import type { Day, Instant } from '../src/platform/time.ts'
import { accessRows } from './access.da.ts'
import { consentRows } from './consents.da.ts'
import { historyOf } from './history.ts'
import { lookAround } from './looks.ts'
import { noteRows } from './notes.da.ts'
import { planRows } from './plans.ts'
import { changesOf } from './changes.ts'
import { citizenRow, municipalityId, talkRows, townRows } from './rows.ts'
import type { Row, TableRows } from './rows.ts'
import { withToday } from './today.ts'
import { actRows, wishColumns } from './wishes.da.ts'

/** How far ahead the agreements go. */
const daysAhead = 14

/** All or nothing, and the same again changes nothing. `last` is the last day that an earlier load has filled. */
export async function load({ db }: { db: Db }, { now, last }: { now: Instant; last: Day | undefined }): Promise<void> {
  const passwordHash = last ? '' : await hashPassword(demoPassword)
  await db.write({ municipalityId, personId: null }, 'operator.set-up', async tx => {
    await sql`select pg_advisory_xact_lock(hashtext('demo'))`.execute(tx)
    const made = await madeAt(tx)
    const first = firstDay(dayOf(made ?? now))
    if (!made) await insert(tx, townRows({ first, now, passwordHash }))
    await bringUpToDate(tx, { now, first, made: made ?? now, last: made ? last : undefined })
  })
  await lookAround(db)
}

async function madeAt(tx: Write): Promise<Instant | undefined> {
  const row = await tx
    .selectFrom('municipalities')
    .select('created_at')
    .where('id', '=', municipalityId)
    .executeTakeFirst()
  return row && instantOf(row.created_at)
}

/** Whole quarters, so that the first figure is of a full one. */
function firstDay(made: Day): Day {
  const before = made.subtract({ years: 3 })
  return before.with({ day: 1, month: before.month - ((before.month - 1) % 3) })
}

async function bringUpToDate(
  tx: Write,
  at: { now: Instant; made: Instant; first: Day; last: Day | undefined },
): Promise<void> {
  const { now, first } = at
  const today = dayOf(now)
  const end = addDays(today, daysAhead)
  const closed = await closedDays(first, end)
  const changes = await changesOf(tx, { now, closed })
  const history = historyOf({ first, last: end, closed })
  // What nobody has touched since is written anew from some weeks before the last time: what was ahead then is told now.
  const from = at.last ? addDays(at.last, -daysAhead - 30) : first
  const talks = withToday(history, { today, closed }).filter(
    talk => compareDays(talk.day, from) >= 0 && !changes.hits(talk),
  )
  await sql`delete from contacts where municipality_id = ${municipalityId} and day >= ${String(from)}
    and created_by is null and import_key is null and version = 1`.execute(tx)
  await insert(tx, changes.rows)
  await insert(tx, [['citizens', history.citizens.all.map(each => ({ ...citizenRow(each), ...wishColumns(each) }))]])
  await insert(tx, [['contacts', talkRows(talks, now)]])
  await insert(tx, actRows(history.citizens, dayOf(at.made)))
  await insert(tx, noteRows(history.citizens, dayOf(at.made)))
  await insert(tx, consentRows(history.citizens, dayOf(at.made)))
  await insert(tx, planRows(history.citizens, dayOf(at.made)))
  await insert(tx, accessRows(history.citizens, dayOf(at.made)))
}

async function closedDays(first: Day, end: Day): Promise<Set<string>> {
  const years = Array.from({ length: end.year - first.year + 1 }, (_, index) => first.year + index)
  const holidays = await holidaysOf(years, new Set(['06-05', '12-24', '12-31']))
  return new Set(holidays.filter(holiday => holiday.kept).map(holiday => String(holiday.day)))
}

async function insert(tx: Write, tables: TableRows): Promise<void> {
  for (const [table, rows] of tables) {
    for (let at = 0; at < rows.length; at += 2000) await insertRows(tx, table, rows.slice(at, at + 2000))
  }
}

async function insertRows(tx: Write, table: string, rows: Row[]): Promise<void> {
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const columns = sql.join(names.map(name => sql.ref(name)))
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)
    on conflict do nothing`.execute(tx)
}
