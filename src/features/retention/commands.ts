import { sql } from 'kysely'
import type { Db, Subject, Write } from '../../platform/db.ts'
import type { Keys } from '../../platform/keys.ts'
import { newId } from '../../platform/id.ts'
import { deleteMonth, dropWords, monthsUntil } from '../../platform/seal.ts'
import type { LogMonth } from '../../platform/seal.ts'
import type { Day } from '../../platform/time.ts'
import { endOldRequests } from '../access-requests/commands.ts'
import type { House } from '../routing.ts'
import { rowHashes } from './forgotten-queries.ts'
import type { RecordKind, RetentionAct } from './codes.ts'
import { citizenOf, only, overOn } from './due-queries.ts'
import { keptOf } from './kept-rules.ts'
import type { Kept } from './kept-rules.ts'

/** What was written about a rule; false when somebody else has written since the version that was seen. */
export async function changeRule(
  tx: Write,
  at: { municipalityId: string; controllerId: string; kind: RecordKind; version: number },
  rule: { kle: string; months: number; act: RetentionAct; checked: { on: string; by: string } | undefined },
): Promise<boolean> {
  const changed = await tx
    .updateTable('retention_rules')
    .set({ kle: rule.kle, months: rule.months, act: rule.act, version: sql<number>`version + 1` })
    .$if(rule.checked !== undefined, query =>
      query.set({ checked_on: rule.checked?.on ?? null, checked_by: rule.checked?.by ?? null }),
    )
    .where('municipality_id', '=', at.municipalityId)
    .where('controller_id', '=', at.controllerId)
    .where('record_kind', '=', at.kind)
    .where('version', '=', at.version)
    .returning('record_kind')
    .execute()
  return changed.length === 1
}

export async function changeBackupDays(tx: Write, municipalityId: string, days: number): Promise<void> {
  await tx.updateTable('municipalities').set({ backup_days: days }).where('id', '=', municipalityId).execute()
}

/** The nightly job: deletes, locks and counts what is over by the day, in every municipality. */
export async function runRetention({ db, keys }: Pick<House, 'db' | 'keys'>, on: Day): Promise<void> {
  const nowhere = { municipalityId: '00000000-0000-0000-0000-000000000000', personId: null }
  const municipalities = await db.read(nowhere, 'operator.jobs', tx =>
    tx.selectFrom('municipalities').select('id').execute(),
  )
  for (const { id } of municipalities) {
    const asker = { municipalityId: id, personId: null }
    const rules = await db.read(asker, 'operator.jobs', tx =>
      tx
        .selectFrom('retention_rules')
        .select(['municipality_id', 'controller_id', 'record_kind', 'act', 'months'])
        .where('municipality_id', '=', id)
        .$castTo<Rule & { months: number }>()
        .execute(),
    )
    for (const rule of rules)
      await (rule.record_kind === 'log' ? followLogRule(db, rule, on) : followRule({ db, keys }, rule, on))
    await endOldRequests(db, id, on)
    await db.write(asker, 'operator.jobs', tx => dropWords(tx, id))
  }
}

// Each month is a chain of its own: it goes as a whole, and the others verify as before.
async function followLogRule(db: Db, rule: Rule & { months: number }, on: Day): Promise<void> {
  const asker = { municipalityId: rule.municipality_id, personId: null }
  const over = await db.read(asker, 'operator.jobs', tx =>
    monthsUntil(tx, asker.municipalityId, String(on.subtract({ months: rule.months }))),
  )
  const ended = rule.act === 'delete' ? over : []
  for (const { segment } of ended)
    await db.write(asker, 'operator.jobs', tx => deleteMonth(tx, asker.municipalityId, segment))
  const linesOf = (months: readonly LogMonth[]) => months.reduce((sum, { lines }) => sum + lines, 0)
  await addRun(db, rule, { due: linesOf(over), done: linesOf(ended) })
}

// In bites, so that no night's work holds a table; whoever stopped in between goes on the next time.
async function followRule({ db, keys }: Pick<House, 'db' | 'keys'>, rule: Rule, on: Day): Promise<void> {
  const asker = { municipalityId: rule.municipality_id, personId: null }
  const due = await db.read(asker, 'operator.jobs', tx => countDue(tx, rule, on))
  let done = 0
  for (const kept of rule.act === 'list' ? [] : keptOf[rule.record_kind]) {
    for (let ended = bite; ended === bite; done += ended) {
      ended = await db.write(asker, 'operator.retention', async tx => {
        const about = await endRows(tx, { rule, kept, on, keys })
        return { value: about.length, about, kind: rule.act === 'delete' ? 'delete' : 'change' }
      })
    }
  }
  await addRun(db, rule, { due, done })
}

async function addRun(db: Db, rule: Rule, { due, done }: { due: number; done: number }): Promise<void> {
  const asker = { municipalityId: rule.municipality_id, personId: null }
  await db.write(asker, 'operator.jobs', tx =>
    tx
      .insertInto('retention_runs')
      .values({
        municipality_id: rule.municipality_id,
        id: newId(),
        controller_id: rule.controller_id,
        record_kind: rule.record_kind,
        act: rule.act,
        due,
        done,
      })
      .execute(),
  )
}

async function countDue(tx: Parameters<Parameters<Db['read']>[2]>[0], rule: Rule, on: Day): Promise<number> {
  let due = 0
  for (const kept of keptOf[rule.record_kind]) {
    const { rows } = await sql<{ due: number }>`select count(*) as due from ${overdue({ rule, kept, on })}`.execute(tx)
    due += rows[0]?.due ?? 0
  }
  return due
}

async function endRows(tx: Write, at: Ending & { keys: Keys }): Promise<Subject[]> {
  const { rule, kept } = at
  const { rows } = await sql<{ partyId: string; id: string; citizenId: string }>`
    select t.owner_party_id as "partyId", t.id, ${citizenOf(kept)} as "citizenId" from ${overdue(at)} limit ${bite}`.execute(
    tx,
  )
  for (const row of rows) await endRow(tx, at, row)
  if (kept.versions !== undefined && rows.length > 0) {
    await tx
      .deleteFrom('record_versions')
      .where('municipality_id', '=', rule.municipality_id)
      .where('record_kind', '=', kept.versions)
      .where(
        sql<boolean>`(owner_party_id, record_id) in (${sql.join(rows.map(row => sql`(${row.partyId}::uuid, ${row.id}::uuid)`))})`,
      )
      .execute()
  }
  return rows.map(row => ({ subject: 'citizen', id: row.citizenId, partyId: row.partyId }))
}

// A talk becomes a tally: the figures keep it, without person and words; that it went on to a journal went with them.
async function endRow(
  tx: Write,
  { rule, kept, keys }: Ending & { keys: Keys },
  row: { partyId: string; id: string },
): Promise<void> {
  const at = [rule.municipality_id, row.partyId, row.id] as const
  if (kept.table === 'citizens' && rule.act === 'lock') {
    await sql`update citizens set locked_at = now() where (municipality_id, owner_party_id, id) = (${sql.join(at)})`.execute(
      tx,
    )
  } else if (kept.table === 'citizens') {
    const hashes = await rowHashes(tx, keys, { municipalityId: rule.municipality_id, ...row })
    await sql`select forget(${row.partyId}::uuid, ${row.id}::uuid, true, ${hashes}::bytea[])`.execute(tx)
  } else if (kept.table === 'contacts') {
    const hashes = await rowHashes(tx, keys, { municipalityId: rule.municipality_id, ...row, by: 'id' })
    await sql`select make_tallies(${row.partyId}::uuid, array[${row.id}::uuid], ${hashes}::bytea[])`.execute(tx)
    await sql`delete from handovers where (municipality_id, owner_party_id, contact_id) = (${sql.join(at)})`.execute(tx)
  } else {
    await sql`delete from ${sql.table(kept.table)} where (municipality_id, owner_party_id, id) = (${sql.join(at)})`.execute(
      tx,
    )
  }
}

// The rows `t` of one controller's parties whose time by the rule is over.
function overdue({ rule, kept, on }: Ending) {
  const unlocked = rule.act === 'lock' ? sql`and t.locked_at is null` : sql``
  return sql`${sql.table(kept.table)} t
    join parties y on y.municipality_id = t.municipality_id and y.id = t.owner_party_id
    join retention_rules r on r.municipality_id = y.municipality_id and r.controller_id = y.controller_id
    where t.municipality_id = ${rule.municipality_id}::uuid and r.controller_id = ${rule.controller_id}::uuid
      and r.record_kind = ${rule.record_kind} and ${only(kept)} and ${overOn(kept)} <= ${String(on)}::date ${unlocked}`
}

const bite = 200

interface Rule {
  municipality_id: string
  controller_id: string
  record_kind: RecordKind
  act: RetentionAct
}

interface Ending {
  rule: Rule
  kept: Kept
  on: Day
}
