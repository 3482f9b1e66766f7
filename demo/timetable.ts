// Who is at which centre when, every week.

import { isoWeek, weekdayOf } from '../src/platform/time.ts'
import type { Day } from '../src/platform/time.ts'
import type { PersonKey } from './people.da.ts'
import type { CentreKey } from './places.da.ts'

/** A fixed weekly time; clock times in minutes since midnight. `room` is the place of the room in its centre. */
export interface Visit {
  who: PersonKey
  centre: CentreKey
  weekday: number
  from: number
  until: number
  weeks: 'all' | 'odd' | 'even'
  room: number | null
}

export const visitsOn = (day: Day): Visit[] => {
  const odd = isoWeek(day).week % 2 === 1
  return (byWeekday.get(weekdayOf(day)) ?? []).filter(visit => visit.weeks === 'all' || (visit.weeks === 'odd') === odd)
}

/** 9.30 as minutes is 570, and `09:30` as the database has it. */
export const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** On Tuesdays and Wednesdays Gryden has nobody from the municipality, and Fyrskuret on Wednesdays of even weeks neither. */
const weekly: readonly [who: PersonKey, centre: CentreKey, when: string, also?: Also][] = [
  ['bent', 'fyrskuret', '1 9-12', { room: 0 }],
  ['nadia', 'fyrskuret', '1 13-15'],
  ['mette', 'fyrskuret', '2 9-14', { room: 0 }],
  ['omar', 'fyrskuret', '24 9-13'],
  ['karin', 'fyrskuret', '24 10-15'],
  ['hanne', 'fyrskuret', '5 9-12', { room: 0 }],
  ['poul', 'fyrskuret', '3 10-12', { weeks: 'odd' }],
  ['poul', 'blaaPort', '3 10-12', { weeks: 'even' }],
  ['mette', 'blaaPort', '3 10-14', { room: 0 }],
  ['karin', 'blaaPort', '3 12-16'],
  ['aisha', 'blaaPort', '24 13-15', { room: 0 }],
  ['nadia', 'blaaPort', '4 9.5-12'],
  ['omar', 'gryden', '1 10-13'],
  ['bent', 'gryden', '4 10-14', { room: 0 }],
  ['karin', 'gryden', '5 10-13', { room: 0 }],
  ['jonas', 'fyrskuret', '12345 9-16'],
  ['ruth', 'blaaPort', '135 10-16'],
  ['signe', 'gryden', '12345 9-15'],
  ['lis', 'blaaPort', '2 10-12'],
  ['lis', 'blaaPort', '4 14-16'],
  ['kaj', 'blaaPort', '67 11-15'],
]

export const visits: readonly Visit[] = weekly.flatMap(([who, centre, when, also]) => {
  const [weekdays = '', hours = ''] = when.split(' ')
  const [from = 0, until = 0] = hours.split('-').map(hour => Number(hour) * 60)
  const every = { who, centre, from, until, weeks: also?.weeks ?? 'all', room: also?.room ?? null }
  return weekdays.split('').map(weekday => ({ ...every, weekday: Number(weekday) }))
})

const byWeekday = Map.groupBy(visits, visit => visit.weekday)

type Also = Partial<Pick<Visit, 'weeks' | 'room'>>
