import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Read } from '../../platform/db.ts'
import { addDays, day } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import type { Mine } from '../contacts/queries.ts'
import { holidaysOf } from '../presence/opening-rules.ts'
import { isUnmet, quietBefore, workdaysToAnswer } from './standing-rules.ts'

/** Something of the asker's own that stands still, with what it takes to say so and to go there. */
export interface Standing {
  why: 'unanswered' | 'refused' | 'unseen' | 'holderGone' | 'ownerless' | 'unmet'
  /** The task's or the step's id; the plan's. */
  id: string
  partyId: string
  citizenId: string | null
  alias: string | null
  words: string
  /** Who was asked, and what they said no with. */
  name: string | null
  said: string | null
  /** Since which day; of a citizen whom we have not met, the day of the last meeting, and none where there was no meeting. */
  since: string | null
  /** The day on which the plan was made. */
  opened: string | null
}

/** The days before which what nobody answered is told to whoever asked, and then to the coordinator. */
export async function quietDays(tx: Read, municipalityId: string, today: Day): Promise<{ own: Day; others: Day }> {
  const row = await tx
    .selectFrom('municipalities')
    .select(['keeps_1_may', 'keeps_5_june', 'keeps_24_december', 'keeps_31_december'])
    .where('id', '=', municipalityId)
    .executeTakeFirst()
  const keeps = new Set([
    ...(row?.keeps_1_may ? ['05-01'] : []),
    ...(row?.keeps_5_june ? ['06-05'] : []),
    ...(row?.keeps_24_december ? ['12-24'] : []),
    ...(row?.keeps_31_december ? ['12-31'] : []),
  ])
  const years = [...new Set([addDays(today, -40).year, today.year])]
  const closed = new Set((await holidaysOf(years, keeps)).filter(each => each.kept).map(each => String(each.day)))
  const isClosed = (each: Day): boolean => closed.has(String(each))
  return {
    own: quietBefore(today, workdaysToAnswer, isClosed),
    others: quietBefore(today, 2 * workdaysToAnswer, isClosed),
  }
}

/**
 * What stands still for me: what I asked somebody and heard nothing of, or heard no, or that they may see no more; what
 * somebody promised who is here no more; steps that nobody owns and citizens whom nobody has met, in the plans that I
 * keep, and in those whose keeper is gone.
 */
export async function myStanding(tx: Read, mine: Mine, at: { today: Day; before: Day }): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    with others as materialized (
      select p.id from people p where p.municipality_id = ${mine.municipalityId}::uuid
        and not exists (${isMember('p.id', sql.join(mine.parties))})
    ), kept as (
      select k.* from plans k where ${inMine('k', mine)} and k.closed_at is null and k.kept_by = ${mine.personId}::uuid
      union all
      select k.* from others join plans k on ${inMine('k', mine)} and k.closed_at is null and k.kept_by = others.id
    )
    ${tasksStanding(mine, at.before)}
    union all
    select 'ownerless', s.id, s.owner_party_id, s.citizen_id, null, s.words, p.public_name, null, ${danishDay('s.whose_at')}, null
      from kept k join steps s on s.municipality_id = ${mine.municipalityId}::uuid and s.owner_party_id = k.owner_party_id and s.citizen_id = k.citizen_id
      left join people p on p.municipality_id = s.municipality_id and p.id = s.person_id
      where s.state in ('open', 'next', 'waiting') and s.put_away_at is null
        and (s.whose is null or (s.person_id is not null and not exists (${isMember('s.person_id')})))
    union all
    select 'unmet', k.id, k.owner_party_id, k.citizen_id, null, k.weeks::text, null, null, greatest(
        (select c.day from contacts c where c.municipality_id = ${mine.municipalityId}::uuid and c.owner_party_id = k.owner_party_id
          and c.citizen_id = k.citizen_id and c.outcome = 'held' order by c.at desc limit 1),
        (select max(a.day) from appointments a where a.municipality_id = ${mine.municipalityId}::uuid and a.owner_party_id = k.owner_party_id
          and a.citizen_id = k.citizen_id and a.state = 'held' and a.companion_id is not null)), ${danishDay('k.opened_at')}
      from kept k`.execute(tx)
  const still = rows.filter(
    row => row.why !== 'unmet' || isUnmet({ weeks: Number(row.words), ...daysOf(row) }, at.today),
  )
  return await withAliases(tx, mine, still)
}

// A promise is lost when whoever has it sees it no more: the yes was taken back, or they are here no more. Each way is
// read along an index of its own.
function tasksStanding(mine: Mine, before: Day) {
  const covered = sql`select from consents c where c.municipality_id = t.municipality_id and c.owner_party_id = t.owner_party_id
    and c.citizen_id = t.citizen_id and c.receiving_party_id = t.party_id and c.ground in ('obtain', 'disclose')
    and c.withdrawn_at is null and c.valid_from <= danish_today() and c.valid_until >= danish_today()
    having bit_or(c.topics) & t.topic = t.topic`
  return sql`select t.why, t.id, t.owner_party_id as "partyId", t.citizen_id as "citizenId", null::text as alias, t.words,
      p.public_name as name, t.refused_words as said, ${danishDay('t.given_at')} as since, null::date as opened
    from (
      select t.*, case when t.refused_at is null then 'unanswered' else 'refused' end as why, t.person_id as who from tasks t
        where ${inMine('t', mine)} and t.done_at is null and t.held_by = ${mine.personId}::uuid and t.accepted_at is null
          and (t.refused_at is not null or ${danishDay('t.given_at')} < ${String(before)}::date)
      union all
      select t.*, 'unseen', t.person_id from tasks t
        where ${inMine('t', mine)} and t.done_at is null and t.given_by = ${mine.personId}::uuid and t.accepted_at is not null
          and t.party_id <> t.owner_party_id and t.citizen_id is not null and not exists (${covered})
      union all
      select t.*, 'holderGone', t.held_by from others join tasks t on ${inMine('t', mine)} and t.done_at is null and t.held_by = others.id
        where not exists (${isMember('t.held_by', sql`t.party_id`)})
    ) t join people p on p.municipality_id = t.municipality_id and p.id = t.who`
}

const daysOf = ({ since, opened }: Standing) => ({
  lastMet: since === null ? undefined : day(since),
  opened: opened === null ? undefined : day(opened),
})

function inMine(table: string, mine: Mine) {
  return sql`${sql.ref(`${table}.municipality_id`)} = ${mine.municipalityId}::uuid
    and ${sql.ref(`${table}.owner_party_id`)} in (${sql.join(mine.parties)})`
}

async function withAliases(tx: Read, mine: Mine, rows: Standing[]): Promise<Standing[]> {
  const ids = [...new Set(rows.flatMap(row => (row.citizenId === null ? [] : [row.citizenId])))]
  if (ids.length === 0) return rows
  const citizens = await tx
    .selectFrom('citizens')
    .select(['owner_party_id as partyId', 'id', 'alias'])
    .where('municipality_id', '=', mine.municipalityId)
    .where('owner_party_id', 'in', [...mine.parties])
    .where('id', 'in', ids)
    .where('closed_at', 'is', null)
    .execute()
  // A record that is closed is left in peace, and one that is locked is not there.
  return rows.flatMap(row => {
    if (row.citizenId === null) return [row]
    const known = citizens.find(each => each.id === row.citizenId && each.partyId === row.partyId)
    return known ? [{ ...row, alias: known.alias }] : []
  })
}

/** That a person holds something today; in one of these parties, when some are said. */
function isMember(person: string, parties?: RawBuilder<unknown>) {
  return sql`select from memberships m where m.municipality_id = ${sql.ref(person.replace(/\..*/, '.municipality_id'))}
    and m.person_id = ${sql.ref(person)} ${parties === undefined ? sql`` : sql`and m.party_id in (${parties})`}
    and m.valid_from <= danish_today() and (m.valid_until is null or m.valid_until >= danish_today())`
}

function danishDay(column: string) {
  return sql`(${sql.ref(column)} at time zone 'Europe/Copenhagen')::date`
}
