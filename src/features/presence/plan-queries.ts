// Everything that a board, a poster or a feed is made of, in one statement: the round trips would cost more than the rows.

import { CompiledQuery } from 'kysely'
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
import { timetableOf } from './occurrence-rules.ts'
import type {
  Absence,
  House,
  Person,
  Plan,
  PresenceChange,
  PresenceTime,
  Timetable,
  Weeks,
} from './occurrence-rules.ts'
import { movesAtMost } from './next-rules.ts'
import { holidaysOf, type Centre } from './opening-rules.ts'

export type Presence = { plan: Plan; timetable: Timetable; centres: Centre[]; arrivals: Arrival[] }
/** With a person it is theirs alone, and only the people who stand in for them. */
type Wanted = { municipalityId: string; today: Day; from: Day; until: Day; personId?: string }

/** What happens from the first day up to, and not with, the last; arrivals are those of today. */
export async function readPresence(tx: Read, wanted: Wanted): Promise<Presence> {
  const { rows } = await tx.executeQuery(presenceStatement(wanted))
  const text = rows[0]?.presence
  if (text === undefined) throw new Error('A municipality without a row cannot ask for its presence.')
  const name = [wanted.municipalityId, wanted.today, wanted.from, wanted.until, wanted.personId].join(' ')
  const known = lastRead.get(name)
  if (known?.text === text) return known.presence
  const presence = await presenceOf(text, wanted)
  if (lastRead.size >= 200) lastRead.clear()
  lastRead.set(name, { text, presence })
  return presence
}

/**
 * The database is asked each time, so that what was called off is gone on the next request. Most of the time it answers
 * the same words as before, and then the same value is given again: it is never changed, and pages can be kept by it.
 */
const lastRead = new Map<string, { text: string; presence: Presence }>()

async function presenceOf(text: string, { from, until }: Wanted): Promise<Presence> {
  const row = readRow(text)
  const years = Array.from({ length: until.year - from.year + 1 }, (_, index) => from.year + index)
  const holidays = await holidaysOf(years, new Set(row.keeps))
  const plan = {
    people: peopleOf(row),
    parties: row.parties.map(({ id, name, fromWords }) => ({ id, name, fromWords })),
    times: row.times.map(timeOf),
    changes: row.changes.map(changeOf),
    absences: row.absences.map(absenceOf),
    centreHours: row.centreHours.map(({ from: opens, until: shuts, ...hours }) => ({
      ...hours,
      hours: hoursOf({ from: opens, until: shuts }),
    })),
    centreDays: row.centreDays.map(own => ({
      ...own,
      day: day(own.day),
      hours: own.from && own.until ? hoursOf({ from: own.from, until: own.until }) : null,
    })),
    holidays,
  }
  const rooms = Map.groupBy(row.rooms, room => room.centreId)
  const centres = row.centres
    .map(centre => ({ ...centre, rooms: (rooms.get(centre.id) ?? []).map(({ id, name }) => ({ id, name })) }))
    .toSorted((a, b) => byName.compare(a.name, b.name))
  return { plan, timetable: timetableOf(plan), centres, arrivals: row.arrivals.map(arrivalOf) }
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the statement below says what the text holds
const readRow = (text: string): PresenceRow => JSON.parse(text) as PresenceRow

const byName = new Intl.Collator('da')

function presenceStatement({
  municipalityId,
  today,
  from,
  until,
  personId,
}: Wanted): CompiledQuery<{ presence: string }> {
  const values = [municipalityId, String(from), String(until), startOf(today).toString()]
  return personId === undefined ? CompiledQuery.raw(ofAll, values) : CompiledQuery.raw(ofOne, [...values, personId])
}

const chosen = (own: string): string => `
    with times as materialized (
      select * from presence_times where municipality_id = $1 ${own} and valid_from < $3::date and (valid_until is null or valid_until >= $2::date)
    ), absent as materialized (
      select * from absences where municipality_id = $1 ${own} and until_day >= $2::date and from_day < $3::date
    ), arrived as materialized (
      select * from arrivals where municipality_id = $1 ${own} and arrived_at >= $4::timestamptz
    ), shown as (
      select person_id from times union select substitute_person_id from absent union select person_id from arrived ${own && 'union select $5'}
    )`

const gathered = (own: string): string => `
    select json_build_object(
      'keeps', (select array_remove(array[case when keeps_1_may then '05-01' end, case when keeps_5_june then '06-05' end,
          case when keeps_24_december then '12-24' end, case when keeps_31_december then '12-31' end], null)
        from municipalities where id = $1),
      'centres', (select coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'name', name, 'at', preposition || ' ' || name, 'address', address, 'phone', phone)), '[]')
        from centres where municipality_id = $1 and (closed_on is null or closed_on > $2::date)),
      'rooms', (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'centreId', centre_id)), '[]') from rooms where municipality_id = $1),
      'parties', (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'fromWords', from_words, 'kind', kind,
          'controllerId', controller_id)), '[]') from parties where municipality_id = $1),
      'controllers', (select coalesce(json_agg(json_build_object('id', id, 'kind', kind)), '[]') from controllers where municipality_id = $1),
      'people', (select coalesce(json_agg(json_build_object('id', id, 'publicName', public_name, 'trade', trade, 'workPhone', work_phone,
          'phonePublic', phone_public, 'photoPublic', photo_public, 'comeWith', come_with)), '[]')
        from people where municipality_id = $1 and not imported and id in (select person_id from shown)),
      'photos', (select coalesce(json_agg(person_id), '[]') from person_photos where municipality_id = $1),
      'memberships', (select coalesce(json_agg(json_build_object('personId', person_id, 'partyId', party_id, 'mayDecide', may_decide,
          'role', role, 'from', valid_from, 'until', valid_until)), '[]')
        from memberships where municipality_id = $1 and party_id is not null and person_id in (select person_id from shown)),
      'times', (select coalesce(json_agg(json_build_object('id', id, 'personId', person_id, 'partyId', party_id, 'centreId', centre_id,
          'roomId', room_id, 'weekday', weekday, 'weeks', weeks, 'from', from_time, 'until', until_time,
          'firstDay', valid_from, 'lastDay', valid_until, 'comeWith', come_with)), '[]') from times),
      'changes', (select coalesce(json_agg(json_build_object('presenceTimeId', presence_time_id, 'day', day, 'calledOff', called_off,
          'centreId', centre_id, 'roomId', room_id, 'from', from_time, 'until', until_time, 'movedToDay', moved_to_day)), '[]')
        from presence_changes where municipality_id = $1 ${own} and day >= $2::date - ${movesAtMost} and day < $3::date + ${movesAtMost}
          and (day >= $2::date and day < $3::date or moved_to_day >= $2::date and moved_to_day < $3::date)),
      'absences', (select coalesce(json_agg(json_build_object('id', id, 'personId', person_id, 'fromDay', from_day, 'untilDay', until_day,
          'substitutePersonId', substitute_person_id)), '[]') from absent),
      'arrivals', (select coalesce(json_agg(json_build_object('id', id, 'personId', person_id, 'centreId', centre_id,
          'arrivedAt', arrived_at, 'leftAt', left_at)), '[]') from arrived),
      'centreHours', (select coalesce(json_agg(json_build_object('centreId', centre_id, 'weekday', weekday, 'from', from_time,
          'until', until_time)), '[]') from centre_hours where municipality_id = $1),
      'centreDays', (select coalesce(json_agg(json_build_object('centreId', centre_id, 'day', day, 'open', open, 'from', from_time,
          'until', until_time)), '[]') from centre_days where municipality_id = $1 and day >= $2::date and day < $3::date))::text as presence`

const statement = (own: string): string => chosen(own) + gathered(own)

/** Written once: to put it together for each visitor would cost more than the database takes to answer. */
const [ofAll, ofOne] = [statement(''), statement('and person_id = $5')]

const hoursOf = ({ from, until }: HoursRow): Hours => ({ from: clock(from), until: clock(until) })

/** The last day of a row belongs to it; a range here ends before its last. */
const daysOf = (first: string, last: string | null): Days => ({
  from: day(first),
  until: last === null ? null : addDays(day(last), 1),
})

const clockOrNone = (text: string | null): Clock | null => (text === null ? null : clock(text))

function peopleOf(row: PresenceRow): Person[] {
  const parties = new Map(row.parties.map(party => [party.id, party]))
  const ofMunicipality = new Set(
    row.controllers.filter(controller => controller.kind === 'public').map(controller => controller.id),
  )
  const photos = new Set(row.photos)
  const memberships = Map.groupBy(row.memberships, membership => membership.personId)
  const houseOf = ({ role, partyId }: MembershipRow): House => {
    if (role === 'volunteer') return 'volunteer'
    const party = parties.get(partyId)
    if (party?.kind === 'centre') return 'centre'
    return party && ofMunicipality.has(party.controllerId) ? 'kommune' : 'other'
  }
  return row.people.map(({ photoPublic, ...person }) => ({
    ...person,
    photo: photoPublic && photos.has(person.id),
    memberships: (memberships.get(person.id) ?? [])
      .toSorted((a, b) => Number(b.mayDecide) - Number(a.mayDecide))
      .map(own => ({
        partyId: own.partyId,
        mayDecide: own.mayDecide,
        house: houseOf(own),
        valid: daysOf(own.from, own.until),
      })),
  }))
}

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
type MembershipRow = {
  personId: string
  partyId: string
  mayDecide: boolean
  role: string
  from: string
  until: string | null
}
type PersonRow = Omit<Person, 'memberships' | 'photo'> & { photoPublic: boolean }
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
  centres: Omit<Centre, 'rooms'>[]
  rooms: { id: string; name: string; centreId: string }[]
  parties: { id: string; name: string; fromWords: string; kind: 'unit' | 'centre'; controllerId: string }[]
  controllers: { id: string; kind: 'public' | 'private' }[]
  people: PersonRow[]
  photos: string[]
  memberships: MembershipRow[]
  times: TimeRow[]
  changes: ChangeRow[]
  absences: AbsenceRow[]
  arrivals: ArrivalRow[]
  centreHours: ({ centreId: string; weekday: number } & HoursRow)[]
  centreDays: { centreId: string; day: string; open: boolean; from: string | null; until: string | null }[]
}
