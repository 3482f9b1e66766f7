import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import { recordKinds } from './codes.ts'
import type { RecordKind, RetentionAct } from './codes.ts'

/** How long one kind of record is kept where one controller answers, and what the last run found. */
export interface RetentionRule {
  controllerId: string
  controllerName: string
  isPublic: boolean
  kind: RecordKind
  kle: string
  months: number
  act: RetentionAct
  checkedOn: string | null
  checkedBy: string | null
  version: number
  lastRun: { at: Date; due: number; done: number } | null
}

/** The rules that the asker sees to: an administrator every controller's, a private centre's manager the centre's own. */
export async function managedRules(tx: Read, municipalityId: string): Promise<RetentionRule[]> {
  const rows = await tx
    .selectFrom('retention_rules as r')
    .innerJoin('controllers as k', join =>
      join.onRef('k.municipality_id', '=', 'r.municipality_id').onRef('k.id', '=', 'r.controller_id'),
    )
    .leftJoin('people as p', join =>
      join.onRef('p.municipality_id', '=', 'r.municipality_id').onRef('p.id', '=', 'r.checked_by'),
    )
    .leftJoinLateral(
      from =>
        from
          .selectFrom('retention_runs')
          .select(['ran_at', 'due', 'done'])
          .whereRef('retention_runs.municipality_id', '=', 'r.municipality_id')
          .whereRef('retention_runs.controller_id', '=', 'r.controller_id')
          .whereRef('retention_runs.record_kind', '=', 'r.record_kind')
          .orderBy('ran_at', 'desc')
          .limit(1)
          .as('l'),
      join => join.onTrue(),
    )
    .select(shown)
    .select(sql<boolean>`k.kind = 'public'`.as('isPublic'))
    .where('r.municipality_id', '=', municipalityId)
    .where(sql<boolean>`r.controller_id in (select my_managed_controllers())`)
    .orderBy(sql`k.kind = 'public'`, 'desc')
    .orderBy('k.name')
    .$castTo<Omit<RetentionRule, 'lastRun'> & { ranAt: Date | null; due: number; done: number }>()
    .execute()
  return rows
    .map(({ ranAt, due, done, ...rule }) => ({ ...rule, lastRun: ranAt && { at: ranAt, due, done } }))
    .toSorted((one, other) => recordKinds.indexOf(one.kind) - recordKinds.indexOf(other.kind))
}

/** How many months a closed record is kept where this controller answers. */
export async function findKeptMonths(tx: Read, at: { municipalityId: string; controllerId: string }): Promise<number> {
  const row = await tx
    .selectFrom('retention_rules')
    .select('months')
    .where('municipality_id', '=', at.municipalityId)
    .where('controller_id', '=', at.controllerId)
    .where('record_kind', '=', 'citizen')
    .executeTakeFirstOrThrow()
  return row.months
}

/** After how many months the log is deleted, one for all of a municipality; null where it is not by itself. */
export async function findLogMonths(tx: Read, municipalityId: string): Promise<number | null> {
  const row = await tx
    .selectFrom('retention_rules')
    .select(['months', 'act'])
    .where('municipality_id', '=', municipalityId)
    .where('record_kind', '=', 'log')
    .executeTakeFirstOrThrow()
  return row.act === 'delete' ? row.months : null
}

/** After how many days a copy in a backup is gone, as the municipality says. */
export async function findBackupDays(tx: Read, municipalityId: string): Promise<number> {
  const row = await tx
    .selectFrom('municipalities')
    .select('backup_days')
    .where('id', '=', municipalityId)
    .executeTakeFirstOrThrow()
  return row.backup_days
}

const shown = [
  'r.controller_id as controllerId',
  'k.name as controllerName',
  'r.record_kind as kind',
  'r.kle',
  'r.months',
  'r.act',
  'r.checked_on as checkedOn',
  'p.public_name as checkedBy',
  'r.version',
  'l.ran_at as ranAt',
  'l.due',
  'l.done',
] as const
