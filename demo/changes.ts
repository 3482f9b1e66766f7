// What is otherwise this week and next: somebody is away, one time is moved, one is called off, and some are here now.

import { sql } from 'kysely'
import type { Write } from '../src/platform/db.ts'
import {
  addDays,
  addMinutes,
  atTime,
  clock,
  clockOf,
  dayOf,
  mondayOf,
  startOf,
  weekdayOf,
} from '../src/platform/time.ts'
import type { Day, Instant } from '../src/platform/time.ts'
import { demoId } from './chance.ts'
import type { Talk } from './history.ts'
import type { PersonKey } from './people.da.ts'
import { centreIdOf, municipalityId, personIdOf, timeIdOf } from './rows.ts'
import type { Row, TableRows } from './rows.ts'
import { clockText, visits, visitsOn } from './timetable.ts'

/** The rows that are missing, and whether a talk would be with somebody who is not there. */
export interface Changes {
  rows: TableRows
  hits(talk: Talk): boolean
}

export async function changesOf(tx: Write, at: { now: Instant; closed: ReadonlySet<string> }): Promise<Changes> {
  const today = dayOf(at.now)
  const workday = nextWorkday(today, at.closed)
  const known = await knownChanges(tx)
  const sameWeek = (row: { from_day: string; until_day: string }): boolean =>
    row.from_day <= String(addDays(mondayOf(workday), 6)) && row.until_day >= String(mondayOf(workday))
  const absences = known.absences.some(sameWeek) ? [] : [absenceOn(workday)]
  const moved = known.changes.some(change => change.day >= String(today))
    ? []
    : otherwise(addDays(mondayOf(workday), 7), at.closed)
  const away = [...known.absences, ...absences]
  const gone = new Set([...known.changes, ...moved].map(change => `${change.person_id} ${change.day}`))
  const isAway = (who: PersonKey, day: Day): boolean =>
    away.some(row => row.person_id === personIdOf(who) && row.from_day <= String(day) && String(day) <= row.until_day)
  const touched = new Set([...away, ...known.changes, ...moved].map(row => row.person_id))
  const hits = ({ who, day, venue }: Pick<Talk, 'who' | 'day' | 'venue'>): boolean =>
    touched.has(personIdOf(who)) &&
    (isAway(who, day) || (venue === 'centre' && gone.has(`${personIdOf(who)} ${String(day)}`)))
  await leaveYesterday(tx, today)
  const isWorkday = today.equals(workday)
  const arrivals = isWorkday ? arrivalsAt(at.now).filter(({ who }) => !hits({ who, day: today, venue: 'centre' })) : []
  return {
    rows: [
      ['absences', absences],
      ['presence_changes', moved],
      ['arrivals', arrivals.map(arrival => arrival.row)],
    ],
    hits,
  }
}

async function knownChanges(tx: Write): Promise<{ absences: Absence[]; changes: Change[] }> {
  const absences = await tx
    .selectFrom('absences')
    .select(['person_id', 'from_day', 'until_day'])
    .where('municipality_id', '=', municipalityId)
    .execute()
  const changes = await tx
    .selectFrom('presence_changes')
    .select(['person_id', 'day'])
    .where('municipality_id', '=', municipalityId)
    .execute()
  return { absences, changes }
}

function nextWorkday(day: Day, closed: ReadonlySet<string>): Day {
  return weekdayOf(day) > 5 || closed.has(String(day)) ? nextWorkday(addDays(day, 1), closed) : day
}

/** On a Monday it is Bent, on every other day Karin, who is expected somewhere from Tuesday to Friday. */
function absenceOn(day: Day): Absence & Row {
  const [who, instead] = weekdayOf(day) === 1 ? (['bent', 'hanne'] as const) : (['karin', 'omar'] as const)
  return {
    municipality_id: municipalityId,
    id: demoId(`absence ${String(day)}`),
    person_id: personIdOf(who),
    from_day: String(day),
    until_day: String(day),
    substitute_person_id: personIdOf(instead),
  }
}

/** In the week of that Monday Aisha comes on Friday instead of Thursday, and Hanne does not come. */
function otherwise(monday: Day, closed: ReadonlySet<string>): (Change & Row)[] {
  const [thursday, friday] = [addDays(monday, 3), addDays(monday, 4)]
  if ([thursday, friday].some(day => closed.has(String(day)))) return []
  return [
    { ...changeOf('aisha', thursday), called_off: false, moved_to_day: String(friday) },
    { ...changeOf('hanne', friday), called_off: true, moved_to_day: null },
  ]
}

function changeOf(who: PersonKey, day: Day): Change & Row {
  const visit = visits.find(each => each.who === who && each.weekday === weekdayOf(day))
  if (!visit) throw new Error(`${who} is nowhere on weekday ${weekdayOf(day)}`)
  return {
    municipality_id: municipalityId,
    person_id: personIdOf(who),
    presence_time_id: timeIdOf(visit),
    day: String(day),
  }
}

/** Who forgot to say that they left went home in the evening. */
async function leaveYesterday(tx: Write, today: Day): Promise<void> {
  await sql`update arrivals set left_at = arrived_at + interval '3 hours' where municipality_id = ${municipalityId}
    and left_at is null and arrived_at < ${startOf(today).toString()}::timestamptz - interval '3 hours'`.execute(tx)
}

/** Everybody whose time it is has tapped "I am here", some minutes late. */
function arrivalsAt(now: Instant): { who: PersonKey; row: Row }[] {
  const today = dayOf(now)
  const wall = clockOf(now)
  const minutes = wall.hour * 60 + wall.minute
  return visitsOn(today).flatMap(({ who, centre, from, until }, place) => {
    const began = atTime(today, clock(clockText(from)))
    if (!began || minutes < from + 10 || minutes >= until) return []
    const id = demoId(`arrival ${String(today)} ${who} ${centre}`)
    const row = { municipality_id: municipalityId, id, person_id: personIdOf(who), centre_id: centreIdOf(centre) }
    return [{ who, row: { ...row, arrived_at: String(addMinutes(began, place % 8)) } }]
  })
}

interface Absence {
  person_id: string
  from_day: string
  until_day: string
}

interface Change {
  person_id: string
  day: string
}
