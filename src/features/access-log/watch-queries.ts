// What the officer is shown beside the lines themselves: each by person and day, never by name of a citizen.

import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import { day, instantOf, startOf, addDays } from '../../platform/time.ts'
import type { Day, Instant } from '../../platform/time.ts'
import type { GlassGround } from '../glass/queries.ts'
import { showsMany, unusualRules } from './rules.ts'
import type { UnusualKind } from './rules.ts'

export interface Watched {
  municipalityId: string
  /** The first and the last day that count. */
  from: Day
  to: Day
  personId?: string | undefined
}

export interface Opening {
  person: string
  openedAt: Instant
  /** When it was closed, or ended by itself. */
  endedAt: Instant
  closed: boolean
  ground: GlassGround
  reason: string
  citizenId: string
}

/** Broken glass, the newest first: who, when and why, and nothing of any record. */
export async function listOpenings(tx: Read, at: Watched): Promise<Opening[]> {
  const rows = await tx
    .selectFrom('glass_openings as g')
    .innerJoin('people as p', join =>
      join.onRef('p.municipality_id', '=', 'g.municipality_id').onRef('p.id', '=', 'g.person_id'),
    )
    .select(['p.public_name', 'g.opened_at', 'g.until', 'g.closed_at', 'g.reason', 'g.citizen_id'])
    .select(sql<GlassGround>`g.ground`.as('ground'))
    .where('g.municipality_id', '=', at.municipalityId)
    .where('g.opened_at', '>=', moment(startOf(at.from)))
    .where('g.opened_at', '<', moment(startOf(addDays(at.to, 1))))
    .$if(at.personId !== undefined, query => query.where('g.person_id', '=', at.personId ?? ''))
    .orderBy('g.opened_at', 'desc')
    .execute()
  return rows.map(row => ({
    person: row.public_name,
    openedAt: instantOf(row.opened_at),
    endedAt: instantOf(row.closed_at ?? row.until),
    closed: row.closed_at !== null,
    ground: row.ground,
    reason: row.reason,
    citizenId: row.citizen_id,
  }))
}

export interface RefusedDay {
  personId: string | null
  person: string | null
  day: Day
  times: number
  purposes: string[]
}

/** Tries that were refused, by person and day, the newest first. */
export async function listRefused(tx: Read, at: Watched): Promise<RefusedDay[]> {
  const { rows } = await sql<Omit<RefusedDay, 'day'> & { day: string }>`
    select l.person_id as "personId", p.public_name as person, ${dayOfLine} as day, count(*) as times,
      array_agg(distinct l.purpose order by l.purpose) as purposes
    from access_log l left join people p on p.municipality_id = l.municipality_id and p.id = l.person_id
    where l.kind = 'refused' and ${within(at)}
    group by 1, 2, 3 order by 3 desc, 4 desc, 2`.execute(tx)
  return rows.map(row => ({ ...row, day: day(row.day) }))
}

/** Looks that somebody may be asked about. */
export interface Unusual {
  kind: UnusualKind
  personId: string
  person: string
  day: Day
  citizens: number
  /** The hour in which it was so many, and the most of the days before. */
  hour: Instant | null
  usual: number | null
}

export async function listUnusual(tx: Read, at: Watched, kinds: readonly UnusualKind[]): Promise<Unusual[]> {
  const asked = { many: listMany, night: listNight, quiet: listQuiet }
  const found: Unusual[] = []
  for (const kind of kinds) found.push(...(await asked[kind](tx, at)))
  return found.toSorted((a, b) => String(b.day).localeCompare(String(a.day)) || a.person.localeCompare(b.person, 'da'))
}

async function listMany(tx: Read, at: Watched): Promise<Unusual[]> {
  const { atLeast, times, days } = unusualRules.many
  const { rows } = await sql<UnusualRow>`
    with hours as (
      select l.person_id, date_trunc('hour', l.at) as hour, count(distinct (s.owner_party_id, s.subject_id)) as citizens
      from access_log l join access_log_subjects s on s.municipality_id = l.municipality_id and s.log_id = l.id and s.subject = 'citizen'
      where l.person_id is not null and l.kind <> 'refused' and l.purpose <> all (${showsMany})
        and ${within({ ...at, from: addDays(at.from, -days - 1) })}
      group by 1, 2
    ), compared as (
      select *, coalesce(max(citizens) over (partition by person_id order by hour
        range between make_interval(days => ${days + 1}) preceding and interval '24 hours' preceding), 0) as usual from hours
    )
    select distinct on (c.person_id, (c.hour at time zone 'Europe/Copenhagen')::date) c.person_id as "personId", p.public_name as person,
      (c.hour at time zone 'Europe/Copenhagen')::date as day, c.citizens, c.hour, c.usual
    from compared c join people p on p.municipality_id = ${at.municipalityId} and p.id = c.person_id
    where c.hour >= ${moment(startOf(at.from))} and c.citizens >= ${atLeast} and c.citizens > ${times} * c.usual
    order by 1, 3, c.citizens desc`.execute(tx)
  return rows.map(row => unusualOf('many', row))
}

async function listNight(tx: Read, at: Watched): Promise<Unusual[]> {
  const { from, until } = unusualRules.night
  const { rows } = await sql<UnusualRow>`
    select l.person_id as "personId", p.public_name as person, ${dayOfLine} as day, count(distinct (s.owner_party_id, s.subject_id)) as citizens
    from access_log l join access_log_subjects s on s.municipality_id = l.municipality_id and s.log_id = l.id and s.subject = 'citizen'
    join people p on p.municipality_id = l.municipality_id and p.id = l.person_id
    where l.kind <> 'refused' and ${within(at)}
      and (extract(hour from l.at at time zone 'Europe/Copenhagen') >= ${from}
        or extract(hour from l.at at time zone 'Europe/Copenhagen') < ${until})
    group by 1, 2, 3`.execute(tx)
  return rows.map(row => unusualOf('night', row))
}

async function listQuiet(tx: Read, at: Watched): Promise<Unusual[]> {
  const { days, ahead } = unusualRules.quiet
  const [first, until] = [startOf(at.from), startOf(addDays(at.to, 1))]
  const { rows } = await sql<UnusualRow>`
    select q.person_id as "personId", p.public_name as person, q.day, q.citizens
    from quiet_looks(${first.toString()}, ${until.toString()}, ${showsMany}, ${days}, ${ahead}) q
    join people p on p.municipality_id = ${at.municipalityId} and p.id = q.person_id
    where ${at.personId ?? null}::uuid is null or q.person_id = ${at.personId ?? null}::uuid`.execute(tx)
  return rows.map(row => unusualOf('quiet', row))
}

interface UnusualRow {
  personId: string
  person: string
  day: string
  citizens: number
  hour?: Date
  usual?: number
}

function unusualOf(kind: UnusualKind, row: UnusualRow): Unusual {
  const { hour, usual } = row
  return { ...row, kind, day: day(row.day), hour: hour ? instantOf(hour) : null, usual: usual ?? null }
}

const moment = (at: Instant) => sql<Date>`${at.toString()}::timestamptz`

const dayOfLine = sql`(l.at at time zone 'Europe/Copenhagen')::date`

function within({ municipalityId, from, to, personId }: Watched) {
  return sql<boolean>`l.municipality_id = ${municipalityId}
    and l.at >= ${moment(startOf(from))} and l.at < ${moment(startOf(addDays(to, 1)))}
    and (${personId ?? null}::uuid is null or l.person_id = ${personId ?? null}::uuid)`
}
