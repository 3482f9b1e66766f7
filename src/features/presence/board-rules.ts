// The board of today, centre by centre: who is here, who comes, who is away and who is there instead.

import {
  capitalised,
  compareClocks,
  formatClockBare,
  formatDay,
  formatHours,
  formatHoursBare,
  holdsClock,
  sameDay,
  type Instant,
} from '../../platform/time.ts'
import {
  arrivalsToday,
  arrivedOutsideHours,
  lampOf,
  nowOf,
  type Arrival,
  type ArrivalToday,
  type Lamp,
  type Now,
} from './arrival-rules.ts'
import { faceOf, houseOf, partyOn, publicPhone, type Face } from './face-rules.ts'
import { closedFor, holidayLine, openingWords, type Closed } from './closed-rules.ts'
import { nextVisit, whenWords } from './next-rules.ts'
import { isAway, occurrencesOn, openingOf, presentOn, type Occurrence, type Timetable } from './occurrence-rules.ts'
import type { Centre } from './opening-rules.ts'
import { awaySays, emptySays, joined, lampSays } from './texts.da.ts'

export type BoardPerson = Face & {
  lamp: Lamp
  lampWords: string
  again: string | null
  phone: string | null
  comeWith: string | null
  room: string | null
}
export type AwayBlock = { name: string; title: string; instead: string }
export type EmptyBlock = { sentence: string; next: { words: string; face: Face } | null }
export type BoardCentre = {
  centre: Centre
  opening: string | null
  openNow: boolean
  fromKommune: BoardPerson[]
  away: AwayBlock[]
  empty: EmptyBlock | null
  others: BoardPerson[]
}
export type Board = { now: Now; dayLine: string; holiday: string | null; centres: BoardCentre[]; closed: Closed | null }

type BoardInput = { timetable: Timetable; centres: Centre[]; arrivals: Arrival[]; now: Instant }
type Today = { timetable: Timetable; centres: Map<string, Centre>; arrivals: Map<string, ArrivalToday[]>; now: Now }

export function boardOf({ timetable, centres, arrivals, now }: BoardInput): Board {
  const today: Today = {
    timetable,
    centres: new Map(centres.map(centre => [centre.id, centre])),
    arrivals: Map.groupBy(arrivalsToday(arrivals, now), arrival => arrival.personId),
    now: nowOf(now),
  }
  const shown = centres.map(centre => boardCentre(today, centre))
  return {
    now: today.now,
    dayLine: `${capitalised(formatDay(today.now.day))}, kl. ${formatClockBare(today.now.clock)}`,
    holiday: holidayLine(today),
    centres: shown,
    closed: shown.some(somebodyIsOrComes) ? null : closedFor(today),
  }
}

function boardCentre(today: Today, centre: Centre): BoardCentre {
  const { timetable, now } = today
  const expected = occurrencesOn(timetable, now.day).filter(occurrence => occurrence.centreId === centre.id)
  const came = unscheduled(today, centre)
  // Whoever came back after the fixed time is here now; that the time is over says less.
  const due = scheduled(today, expected).filter(person => came.every(other => other.personId !== person.personId))
  const people = [...due, ...came].toSorted(byLampThenName)
  const fromKommune = people.filter(person => person.house === 'kommune')
  return {
    centre,
    opening: openingWords(today, centre.id),
    openNow: openingOf(timetable, centre.id, now.day).hours.some(hours => holdsClock(hours, now.clock)),
    fromKommune,
    away: awayBlocks(today, expected),
    empty: emptyBlock(today, centre, fromKommune),
    others: people.filter(person => person.house !== 'kommune'),
  }
}

const isOrComes = (person: BoardPerson): boolean => person.lamp.state === 'here' || person.lamp.state === 'coming'

const somebodyIsOrComes = (centre: BoardCentre): boolean => [...centre.fromKommune, ...centre.others].some(isOrComes)

/** One entry a person, however many hours they have at this centre today. */
function scheduled(today: Today, expected: Occurrence[]): BoardPerson[] {
  const byPerson = Map.groupBy(
    expected.filter(occurrence => occurrence.state === 'on'),
    occurrence => occurrence.personId,
  )
  return [...byPerson.values()].flatMap(own => {
    const lit = own.map(occurrence => ({
      occurrence,
      lamp: lampOf(occurrence, today.arrivals.get(occurrence.personId) ?? [], today.now.clock),
    }))
    const first = lit.toSorted((a, b) => lampRank[a.lamp.state] - lampRank[b.lamp.state])[0]
    if (!first) return []
    const later = own.filter(other => compareClocks(other.hours.from, first.occurrence.hours.until) >= 0)
    const again = later.length > 0 ? lampSays.again(joined(later.map(other => formatHoursBare(other.hours)))) : null
    return [boardPerson(today, first.occurrence, { lamp: first.lamp, again })]
  })
}

/** People who have said that they are here where the timetable does not expect them. */
function unscheduled(today: Today, centre: Centre): BoardPerson[] {
  const { timetable, now } = today
  const opening = openingOf(timetable, centre.id, now.day)
  if (opening.closedDay) return []
  return [...today.arrivals.values()].flatMap(own => {
    const last = own.at(-1)
    if (!last || last.centreId !== centre.id || isAway(timetable, last.personId, now.day)) return []
    const mine = presentOn(timetable, now.day).filter(occurrence => occurrence.personId === last.personId)
    const partyId = partyOn(timetable, last.personId, now.day)
    if (partyId === null || !arrivedOutsideHours(last, mine, now.clock)) return []
    const until = opening.hours.find(hours => compareClocks(now.clock, hours.until) < 0)?.until ?? null
    const who = {
      personId: last.personId,
      partyId,
      day: now.day,
      comeWith: '',
      roomId: null,
      centreId: centre.id,
    }
    return [boardPerson(today, who, { lamp: { state: 'here', until }, again: null })]
  })
}

type Who = Pick<Occurrence, 'personId' | 'partyId' | 'day' | 'comeWith' | 'roomId' | 'centreId'>

function boardPerson(today: Today, who: Who, shown: { lamp: Lamp; again: string | null }): BoardPerson {
  const person = today.timetable.people.get(who.personId)
  const rooms = today.centres.get(who.centreId)?.rooms ?? []
  const what = who.comeWith || person?.comeWith || ''
  return {
    ...faceOf(today.timetable, who),
    ...shown,
    lampWords: lampWords(shown.lamp, today.centres),
    phone: publicPhone(today.timetable, who.personId),
    comeWith: what === '' ? null : lampSays.comeWith(what),
    room: rooms.find(room => room.id === who.roomId)?.name ?? null,
  }
}

function lampWords(lamp: Lamp, centres: Map<string, Centre>): string {
  if (lamp.state === 'here') return lamp.until ? lampSays.hereUntil(formatClockBare(lamp.until)) : lampSays.here
  if (lamp.state === 'coming') return lampSays.coming(formatHoursBare(lamp.hours))
  if (lamp.state === 'over') return lampSays.over(formatHoursBare(lamp.hours))
  if (lamp.state === 'left') return lampSays.left
  return lampSays.elsewhere(centres.get(lamp.centreId)?.name ?? '')
}

const lampRank = { here: 0, coming: 1, elsewhere: 2, left: 3, over: 4 } satisfies Record<Lamp['state'], number>

const byLampThenName = (a: BoardPerson, b: BoardPerson): number =>
  lampRank[a.lamp.state] - lampRank[b.lamp.state] ||
  Number(b.mayDecide) - Number(a.mayDecide) ||
  a.name.localeCompare(b.name, 'da')

/** A person is away from a centre once, and not at all when they are there in other hours. */
function awayBlocks(today: Today, expected: Occurrence[]): AwayBlock[] {
  const there = new Set(expected.filter(occurrence => occurrence.state === 'on').map(occurrence => occurrence.personId))
  const missing = expected.filter(
    occurrence => ['away', 'calledOff', 'moved'].includes(occurrence.state) && !there.has(occurrence.personId),
  )
  return [...Map.groupBy(missing, occurrence => occurrence.personId).values()].flatMap(own => {
    const first = own[0]
    return first ? [awayBlock(today, first)] : []
  })
}

function awayBlock(today: Today, occurrence: Occurrence): AwayBlock {
  const face = faceOf(today.timetable, occurrence)
  const substitute = occurrence.substitutePersonId && today.timetable.people.get(occurrence.substitutePersonId)
  const sentences = [
    substitute ? awaySays.substitute(substitute.publicName.split(' ')[0] ?? '') : '',
    elsewhereSentence(today, occurrence, face.firstName),
    backSentence(today, occurrence, face.firstName),
  ]
  const title = occurrence.state === 'moved' ? awaySays.movedTitle(face.name) : awaySays.title(face.name)
  return { name: face.name, title, instead: sentences.filter(Boolean).join(' ') }
}

/** Moved within the day to another centre: then that is where to go. */
function elsewhereSentence({ centres, timetable }: Today, occurrence: Occurrence, firstName: string): string {
  const { movedTo, day } = occurrence
  if (!movedTo || !sameDay(movedTo.day, day) || movedTo.centreId === occurrence.centreId) return ''
  const there = presentOn(timetable, day).some(
    other => other.timeId === occurrence.timeId && other.centreId === movedTo.centreId,
  )
  const name = centres.get(movedTo.centreId)?.name
  return there && name ? awaySays.elsewhere(firstName, `${name}, ${formatHours(movedTo.hours)}`) : ''
}

function backSentence(today: Today, occurrence: Occurrence, firstName: string): string {
  const { day, centreId } = occurrence
  const next = nextVisit(
    today.timetable,
    day,
    other => other.personId === occurrence.personId && other.centreId === centreId,
  )
  return next ? awaySays.back(firstName, whenWords(next, day)) : ''
}

function emptyBlock(today: Today, centre: Centre, fromKommune: BoardPerson[]): EmptyBlock | null {
  const { timetable, now } = today
  if (fromKommune.some(isOrComes)) return null
  const opening = openingOf(timetable, centre.id, now.day)
  const next = nextVisit(
    timetable,
    now.day,
    other => other.centreId === centre.id && houseOf(timetable, other) === 'kommune',
  )
  return {
    sentence: emptySentence(opening, fromKommune.length > 0),
    next: next && { words: whenWords(next, now.day), face: faceOf(timetable, next.occurrence) },
  }
}

function emptySentence(opening: ReturnType<typeof openingOf>, somebodyWas: boolean): string {
  if (opening.closedDay) return opening.holiday ? emptySays.holidayClosed(opening.holiday.name) : emptySays.closed
  return somebodyWas ? emptySays.noMoreToday : emptySays.nobodyToday
}
