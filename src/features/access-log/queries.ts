import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import { addDays, instantOf, startOf } from '../../platform/time.ts'
import type { Day, Instant } from '../../platform/time.ts'
import { readChanges } from './change-queries.ts'
import type { Change } from './change-queries.ts'

export interface LogLine {
  id: number
  at: Instant
  personName: string | null
  purpose: string
  kind: string
  citizens: number
  contacts: number
  accounts: number
  requests: number
  sealed: boolean
  /** What an act changed that decides who sees what; null for all else. */
  change: Change | null
}
export interface LogFilter {
  personId?: string | undefined
  purpose?: string | undefined
  kind?: string | undefined
  from?: Day | undefined
  /** The last day that is shown. */
  to?: Day | undefined
  /** Only lines before this one. */
  before?: number | undefined
}

/** A part of the log, newest first. Only an officer finds any line in it. */
export async function listLog(
  tx: Read,
  at: { municipalityId: string; filter: LogFilter; most: number },
): Promise<LogLine[]> {
  const { municipalityId, filter, most } = at
  const { personId, purpose, kind, from, to, before } = filter
  const rows = await lines(tx, municipalityId)
    .$if(personId !== undefined, query => query.where('access_log.person_id', '=', personId ?? ''))
    .$if(purpose !== undefined, query => query.where('access_log.purpose', '=', purpose ?? ''))
    .$if(kind !== undefined, query => query.where('access_log.kind', '=', kind ?? ''))
    .$if(from !== undefined, query => query.where('access_log.at', '>=', timestamp(from)))
    .$if(to !== undefined, query => query.where('access_log.at', '<', timestamp(to && addDays(to, 1))))
    .$if(before !== undefined, query => query.where('access_log.id', '<', before ?? 0))
    .orderBy('access_log.id', 'desc')
    .limit(most)
    .execute()
  return await linesOf(tx, municipalityId, rows)
}

export async function findLogLine(tx: Read, municipalityId: string, logId: number): Promise<LogLine | undefined> {
  const row = await lines(tx, municipalityId).where('access_log.id', '=', logId).executeTakeFirst()
  return row && (await linesOf(tx, municipalityId, [row]))[0]
}

export interface LogSubject {
  subject: string
  id: string
  /** The party whose record it is; the same number may stand at two. Null for an account. */
  party: string | null
}

/** Whom a line is about, by number and party; never more. What a line is about does not change, so pages count. */
export async function listSubjects(
  tx: Read,
  at: { municipalityId: string; logId: number; skip: number; most: number },
): Promise<LogSubject[]> {
  return await tx
    .selectFrom('access_log_subjects as s')
    .leftJoin('parties as y', join =>
      join.onRef('y.municipality_id', '=', 's.municipality_id').onRef('y.id', '=', 's.owner_party_id'),
    )
    .select(['s.subject', 's.subject_id as id', 'y.name as party'])
    .where('s.municipality_id', '=', at.municipalityId)
    .where('s.log_id', '=', at.logId)
    .orderBy('s.subject_id')
    .orderBy('s.owner_party_id')
    .orderBy('s.subject')
    .offset(at.skip)
    .limit(at.most)
    .execute()
}

/** Those who may stand in the log: people with an account. */
export async function listLookers(tx: Read, municipalityId: string): Promise<{ id: string; name: string }[]> {
  return await tx
    .selectFrom('people')
    .select(['id', 'public_name as name'])
    .where('municipality_id', '=', municipalityId)
    .where('imported', '=', false)
    .orderBy('public_name')
    .execute()
}

function lines(tx: Read, municipalityId: string) {
  const counted = (subject: string) => sql<number>`count(*) filter (where subject = ${sql.lit(subject)})`
  return tx
    .selectFrom('access_log')
    .leftJoin('people', join =>
      join
        .onRef('people.municipality_id', '=', 'access_log.municipality_id')
        .onRef('people.id', '=', 'access_log.person_id'),
    )
    .leftJoinLateral(
      eb =>
        eb
          .selectFrom('access_log_subjects')
          .select([
            counted('citizen').as('citizens'),
            counted('contact').as('contacts'),
            counted('account').as('accounts'),
            counted('request').as('requests'),
          ])
          .whereRef('access_log_subjects.municipality_id', '=', 'access_log.municipality_id')
          .whereRef('access_log_subjects.log_id', '=', 'access_log.id')
          .as('about'),
      join => join.onTrue(),
    )
    .select(['access_log.id', 'access_log.at', 'access_log.purpose', 'access_log.kind', 'access_log.batch'])
    .select(sql<boolean>`access_log.change is not null`.as('changed'))
    .select(['people.public_name', 'about.citizens', 'about.contacts', 'about.accounts', 'about.requests'])
    .where('access_log.municipality_id', '=', municipalityId)
}

function timestamp(day: Day | undefined) {
  return sql<Date>`${day ? startOf(day).toString() : null}::timestamptz`
}

type LineRow = Awaited<ReturnType<ReturnType<typeof lines>['executeTakeFirstOrThrow']>>

async function linesOf(tx: Read, municipalityId: string, rows: readonly LineRow[]): Promise<LogLine[]> {
  const changing = rows.filter(row => row.changed).map(row => row.id)
  const changes = await readChanges(tx, municipalityId, changing)
  return rows.map(row => lineOf(row, changes.get(row.id) ?? null))
}

function lineOf(row: LineRow, change: Change | null): LogLine {
  return {
    id: row.id,
    at: instantOf(row.at),
    personName: row.public_name,
    purpose: row.purpose,
    kind: row.kind,
    citizens: row.citizens ?? 0,
    contacts: row.contacts ?? 0,
    accounts: row.accounts ?? 0,
    requests: row.requests ?? 0,
    sealed: row.batch !== null,
    change,
  }
}
