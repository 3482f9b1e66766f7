// Everything that a board, a poster or a feed is made of, in one statement: the round trips would cost more than the rows.

import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import {
  addDays,
  clock,
  day,
  instant,
  startOf,
  type Clock,
  type Day,
  type Days,
  type Hours,
} from '../../platform/time.ts'
import type { Arrival } from './arrival-rules.ts'
import type {
  Absence,
  House,
  Membership,
  Person,
  Plan,
  PresenceChange,
  PresenceTime,
  Weeks,
} from './occurrence-rules.ts'
import { movesAtMost } from './next-rules.ts'
import { holidaysOf, type Centre } from './opening-rules.ts'

export type Presence = { plan: Plan; centres: Centre[]; arrivals: Arrival[] }
/** With a person it is theirs alone, and only the people who stand in for them. */
type Wanted = { municipalityId: string; today: Day; from: Day; until: Day; personId?: string }

/** What happens from the first day up to, and not with, the last; arrivals are those of today. */
export async function readPresence(tx: Read, wanted: Wanted): Promise<Presence> {
  const { rows } = await presenceStatement(wanted).execute(tx)
  const [row] = rows
  if (!row) throw new Error('A municipality without a row cannot ask for its presence.')
  const years = Array.from({ length: wanted.until.year - wanted.from.year + 1 }, (_, index) => wanted.from.year + index)
  const holidays = await holidaysOf(years, new Set(row.keeps))
  return {
    plan: {
      people: row.people.map(personOf),
      parties: row.parties,
      times: row.times.map(timeOf),
      changes: row.changes.map(changeOf),
      absences: row.absences.map(absenceOf),
      centreHours: row.centre_hours.map(({ from, until, ...hours }) => ({ ...hours, hours: hoursOf({ from, until }) })),
      centreDays: row.centre_days.map(own => ({
        ...own,
        day: day(own.day),
        hours: own.from && own.until ? hoursOf({ from: own.from, until: own.until }) : null,
      })),
      holidays,
    },
    centres: row.centres.toSorted((a, b) => byName.compare(a.name, b.name)),
    arrivals: row.arrivals.map(arrivalOf),
  }
}

const byName = new Intl.Collator('da')

function presenceStatement({ municipalityId, today, from, until, personId }: Wanted) {
  const own = personId === undefined ? sql`` : sql`and person_id = ${personId}::uuid`
  const here = sql`municipality_id = ${municipalityId}::uuid`
  const [first, last] = [sql`${String(from)}::date`, sql`${String(until)}::date`]
  const days = sql.lit(movesAtMost)
  const sinceMidnight = sql`arrived_at >= ${startOf(today).toString()}::timestamptz`
  return sql<PresenceRow>`
    with times as materialized (
      select * from presence_times where ${here} ${own} and valid_from < ${last} and (valid_until is null or valid_until >= ${first})
    ), absent as materialized (
      select * from absences where ${here} ${own} and until_day >= ${first} and from_day < ${last}
    ), arrived as materialized (
      select * from arrivals where ${here} ${own} and ${sinceMidnight}
    ), shown as (
      select person_id from times union select substitute_person_id from absent union select person_id from arrived ${personId === undefined ? sql`` : sql`union select ${personId}::uuid`}
    )
    select
      (select array_remove(array[case when keeps_1_may then '05-01' end, case when keeps_5_june then '06-05' end,
          case when keeps_24_december then '12-24' end, case when keeps_31_december then '12-31' end], null)
        from municipalities where id = ${municipalityId}::uuid) as keeps,
      (select coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'name', name, 'address', address, 'phone', phone,
          'rooms', (select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name)), '[]')
            from rooms r where r.municipality_id = c.municipality_id and r.centre_id = c.id))), '[]')
        from centres c where ${here} and (closed_on is null or closed_on > ${first})) as centres,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'fromWords', from_words)), '[]')
        from parties where ${here}) as parties,
      (select coalesce(json_agg(json_build_object('id', p.id, 'publicName', public_name, 'trade', trade, 'workPhone', work_phone,
          'phonePublic', phone_public, 'photo', photo_public and exists (select from person_photos f
            where f.municipality_id = p.municipality_id and f.person_id = p.id), 'comeWith', come_with, 'memberships', (
            select coalesce(json_agg(json_build_object('partyId', m.party_id, 'mayDecide', may_decide, 'from', m.valid_from,
                'until', m.valid_until, 'house', case when m.role = 'volunteer' then 'volunteer' when y.kind = 'centre' then 'centre'
                  when k.kind = 'public' then 'kommune' else 'other' end) order by may_decide desc, m.id), '[]')
              from memberships m
              join parties y on y.municipality_id = m.municipality_id and y.id = m.party_id
              join controllers k on k.municipality_id = m.municipality_id and k.id = y.controller_id
              where m.municipality_id = p.municipality_id and m.person_id = p.id))), '[]')
        from people p where ${here} and not imported and id in (select person_id from shown)) as people,
      (select coalesce(json_agg(json_build_object('id', id, 'personId', person_id, 'partyId', party_id, 'centreId', centre_id,
          'roomId', room_id, 'weekday', weekday, 'weeks', weeks, 'from', from_time, 'until', until_time,
          'firstDay', valid_from, 'lastDay', valid_until, 'comeWith', come_with)), '[]') from times) as times,
      (select coalesce(json_agg(json_build_object('presenceTimeId', presence_time_id, 'day', day, 'calledOff', called_off,
          'centreId', centre_id, 'roomId', room_id, 'from', from_time, 'until', until_time, 'movedToDay', moved_to_day)), '[]')
        from presence_changes where ${here} ${own} and day >= ${first} - ${days} and day < ${last} + ${days}
          and (day >= ${first} and day < ${last} or moved_to_day >= ${first} and moved_to_day < ${last})) as changes,
      (select coalesce(json_agg(json_build_object('id', id, 'personId', person_id, 'fromDay', from_day, 'untilDay', until_day,
          'substitutePersonId', substitute_person_id)), '[]') from absent) as absences,
      (select coalesce(json_agg(json_build_object('id', id, 'personId', person_id, 'centreId', centre_id,
          'arrivedAt', arrived_at, 'leftAt', left_at)), '[]') from arrived) as arrivals,
      (select coalesce(json_agg(json_build_object('centreId', centre_id, 'weekday', weekday, 'from', from_time,
          'until', until_time)), '[]') from centre_hours where ${here}) as centre_hours,
      (select coalesce(json_agg(json_build_object('centreId', centre_id, 'day', day, 'open', open, 'from', from_time,
          'until', until_time)), '[]') from centre_days where ${here} and day >= ${first} and day < ${last}) as centre_days`
}

const hoursOf = ({ from, until }: HoursRow): Hours => ({ from: clock(from), until: clock(until) })

/** The last day of a row belongs to it; a range here ends before its last. */
const daysOf = (first: string, last: string | null): Days => ({
  from: day(first),
  until: last === null ? null : addDays(day(last), 1),
})

const clockOrNone = (text: string | null): Clock | null => (text === null ? null : clock(text))

const personOf = (row: PersonRow): Person => ({ ...row, memberships: row.memberships.map(membershipOf) })

const membershipOf = ({ from, until, ...row }: MembershipRow): Membership => ({ ...row, valid: daysOf(from, until) })

const timeOf = ({ from, until, firstDay, lastDay, ...row }: TimeRow): PresenceTime => ({
  ...row,
  hours: hoursOf({ from, until }),
  valid: daysOf(firstDay, lastDay),
})

const changeOf = (row: ChangeRow): PresenceChange => ({
  ...row,
  day: day(row.day),
  from: clockOrNone(row.from),
  until: clockOrNone(row.until),
  movedToDay: row.movedToDay === null ? null : day(row.movedToDay),
})

const absenceOf = (row: AbsenceRow): Absence => ({ ...row, fromDay: day(row.fromDay), untilDay: day(row.untilDay) })

const arrivalOf = (row: ArrivalRow): Arrival => ({
  ...row,
  arrivedAt: instant(row.arrivedAt),
  leftAt: row.leftAt === null ? null : instant(row.leftAt),
})

type HoursRow = { from: string; until: string }
type MembershipRow = { partyId: string; mayDecide: boolean; house: House; from: string; until: string | null }
type PersonRow = Omit<Person, 'memberships'> & { memberships: MembershipRow[] }
type TimeRow = Omit<PresenceTime, 'hours' | 'valid'> &
  HoursRow & { firstDay: string; lastDay: string | null; weeks: Weeks }
type ChangeRow = Omit<PresenceChange, 'day' | 'from' | 'until' | 'movedToDay'> & {
  day: string
  from: string | null
  until: string | null
  movedToDay: string | null
}
type AbsenceRow = Omit<Absence, 'fromDay' | 'untilDay'> & { fromDay: string; untilDay: string }
type ArrivalRow = Omit<Arrival, 'arrivedAt' | 'leftAt'> & { arrivedAt: string; leftAt: string | null }
type PresenceRow = {
  keeps: string[]
  centres: Centre[]
  parties: { id: string; name: string; fromWords: string }[]
  people: PersonRow[]
  times: TimeRow[]
  changes: ChangeRow[]
  absences: AbsenceRow[]
  arrivals: ArrivalRow[]
  centre_hours: ({ centreId: string; weekday: number } & HoursRow)[]
  centre_days: { centreId: string; day: string; open: boolean; from: string | null; until: string | null }[]
}
