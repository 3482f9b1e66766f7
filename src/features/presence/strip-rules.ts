// What the worker's own day begins with: where one is or is due, and what the board says about it.

import { capitalised, compareClocks, formatHours, type Instant } from '../../platform/time.ts'
import { arrivalsToday, lampOf, nowOf, type Arrival, type ArrivalToday, type Now } from './arrival-rules.ts'
import { boardOf } from './board-rules.ts'
import { nextVisit, whenWords } from './next-rules.ts'
import { isAway, occurrencesOn, type Occurrence, type Timetable } from './occurrence-rules.ts'
import type { Centre } from './opening-rules.ts'
import { stripSays } from './hours-texts.da.ts'

export type Strip = {
  lit: boolean
  title: string
  lines: string[]
  /** Where "Jeg er her" says that one is; null where one must choose first, or may not. */
  arriveAt: string | null
  /** Whether the tap was made: then the button carries a tick. */
  arrived: boolean
  mayLeave: boolean
  away: boolean
  /** Where the worker is now or next today, for what can be guessed about a contact. */
  centreId: string | null
  roomId: string | null
}

export type OwnDay = { timetable: Timetable; centres: Centre[]; arrivals: Arrival[]; personId: string; now: Instant }
type Here = OwnDay & { at: Now; own: ArrivalToday[]; open: ArrivalToday | undefined }

export function stripOf(day: OwnDay): Strip {
  const at = nowOf(day.now)
  const own = arrivalsToday(day.arrivals, day.now).filter(arrival => arrival.personId === day.personId)
  const here: Here = { ...day, at, own, open: own.findLast(arrival => arrival.left === null) }
  if (isAway(day.timetable, day.personId, at.day))
    return { ...nothing, away: true, title: stripSays.away, lines: [stripSays.awayText] }
  const mine = occurrencesOn(day.timetable, at.day).filter(occurrence => occurrence.personId === day.personId)
  const due = mine.filter(one => one.state === 'on' && compareClocks(at.clock, one.hours.until) < 0)
  const current = due.find(one => one.centreId === here.open?.centreId) ?? (here.open ? undefined : due[0])
  if (current) return stripAt(here, current)
  if (here.open) return stripElsewhere(here, here.open.centreId)
  return stripWithout(here, mine)
}

const nothing: Strip = {
  lit: false,
  title: '',
  lines: [],
  arriveAt: null,
  arrived: false,
  mayLeave: false,
  away: false,
  centreId: null,
  roomId: null,
}

function stripAt(here: Here, current: Occurrence): Strip {
  const centre = here.centres.find(one => one.id === current.centreId)
  const name = centre?.name ?? ''
  const lamp = lampOf(current, here.own, here.at.clock)
  const titles = { here: stripSays.here(centre?.at ?? ''), left: stripSays.left(name) }
  const room = centre?.rooms.find(one => one.id === current.roomId)?.name ?? null
  return {
    ...nothing,
    lit: lamp.state === 'here',
    title: lamp.state === 'here' || lamp.state === 'left' ? titles[lamp.state] : stripSays.today(name),
    lines: [capitalised(stripSays.hours(formatHours(current.hours), room)), ...boardLine(here)],
    arriveAt: current.centreId,
    arrived: here.open?.centreId === current.centreId,
    mayLeave: lamp.state === 'here',
    centreId: current.centreId,
    roomId: current.roomId,
  }
}

function stripElsewhere(here: Here, centreId: string): Strip {
  const at = here.centres.find(one => one.id === centreId)?.at ?? ''
  return {
    ...nothing,
    lit: true,
    title: stripSays.here(at),
    lines: boardLine(here),
    arriveAt: centreId,
    arrived: true,
    mayLeave: true,
    centreId,
  }
}

function stripWithout(here: Here, mine: Occurrence[]): Strip {
  const next = nextVisit(here.timetable, here.at.day, one => one.personId === here.personId)
  const where = next && here.centres.find(one => one.id === next.occurrence.centreId)?.name
  const closed = mine.find(one => one.state === 'closed')
  const closedAt = closed && here.centres.find(one => one.id === closed.centreId)?.name
  return {
    ...nothing,
    title: closedAt ? stripSays.closed(closedAt) : stripSays.nothing,
    lines: next && where ? [stripSays.next(whenWords(next, here.at.day), where)] : [],
  }
}

/** Word for word what the citizens read. */
function boardLine({ timetable, centres, arrivals, personId, now }: Here): string[] {
  const people = boardOf({ timetable, centres, arrivals, now }).centres.flatMap(centre => [
    ...centre.fromKommune,
    ...centre.others,
  ])
  const mine = people.filter(person => person.personId === personId)
  const lit = mine.find(person => person.lamp.state === 'here') ?? mine[0]
  return lit ? [stripSays.boardShows(lit.lampWords)] : []
}
