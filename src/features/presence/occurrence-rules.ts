// Who is expected where on a day: the fixed weekly times, with what was changed for one day,
// who is away, and which centres keep closed. Pure: rows in, occurrences out.

import {
  compareClocks,
  compareDays,
  holdsDay,
  hoursOverlap,
  isoWeek,
  sameDay,
  weekdayOf,
  type Clock,
  type Day,
  type Days,
  type Hours,
} from '../../platform/time.ts'
import { openingOn, openingsOf, type Opening, type OpeningRows, type Openings } from './opening-rules.ts'

export type House = 'kommune' | 'centre' | 'volunteer' | 'other'
export type Weeks = 'all' | 'odd' | 'even'

export type Party = { id: string; name: string; fromWords: string }
/** Of two memberships of one party the one that may decide comes first. */
export type Membership = { partyId: string; house: House; mayDecide: boolean; valid: Days }
export type Person = {
  id: string
  publicName: string
  trade: string
  workPhone: string | null
  phonePublic: boolean
  /** Whether there is a photo that its owner shows. */
  photo: boolean
  comeWith: string
  memberships: Membership[]
}
export type PresenceTime = {
  id: string
  personId: string
  partyId: string
  centreId: string
  roomId: string | null
  weekday: number
  weeks: Weeks
  hours: Hours
  valid: Days
  comeWith: string
}
export type PresenceChange = {
  presenceTimeId: string
  day: Day
  calledOff: boolean
  centreId: string | null
  roomId: string | null
  from: Clock | null
  until: Clock | null
  movedToDay: Day | null
}
/** Both days belong to the absence. Why somebody is away is nobody's business and has no field. */
export type Absence = {
  id: string
  personId: string
  fromDay: Day
  untilDay: Day
  substitutePersonId: string | null
}

export type Plan = OpeningRows & {
  people: Person[]
  parties: Party[]
  times: PresenceTime[]
  changes: PresenceChange[]
  absences: Absence[]
}

/** `on` takes place. The other four are kept because a board says who was expected and is not there. */
export type OccurrenceState = 'on' | 'away' | 'calledOff' | 'moved' | 'closed'

export type Occurrence = {
  timeId: string
  /** The day that the weekly rhythm names; differs from `day` when this one was moved. */
  plannedDay: Day
  personId: string
  partyId: string
  centreId: string
  roomId: string | null
  day: Day
  hours: Hours
  comeWith: string
  state: OccurrenceState
  movedTo: { day: Day; centreId: string; hours: Hours } | null
  substitutePersonId: string | null
  substituteFor: string | null
}

/** A plan with its rows laid out for look-up, so that a week of thirty centres costs a few microseconds a day. */
export type Timetable = {
  people: Map<string, Person>
  parties: Map<string, Party>
  timesByWeekday: Map<number, PresenceTime[]>
  times: Map<string, PresenceTime>
  changeOf: Map<string, PresenceChange>
  movedTo: Map<string, PresenceChange[]>
  absences: Map<string, Absence[]>
  openings: Openings
  days: Map<string, Occurrence[]>
}

export function timetableOf(plan: Plan): Timetable {
  return {
    people: new Map(plan.people.map(person => [person.id, person])),
    parties: new Map(plan.parties.map(party => [party.id, party])),
    timesByWeekday: Map.groupBy(plan.times, time => time.weekday),
    times: new Map(plan.times.map(time => [time.id, time])),
    changeOf: new Map(plan.changes.map(change => [`${change.presenceTimeId} ${change.day}`, change])),
    movedTo: Map.groupBy(plan.changes.filter(leavesItsDay), change => String(change.movedToDay)),
    absences: Map.groupBy(plan.absences, absence => absence.personId),
    openings: openingsOf(plan),
    days: new Map(),
  }
}

/** Everything that was ever to happen on this day, in the order of the clock. Each day is worked out once. */
export function occurrencesOn(timetable: Timetable, day: Day): Occurrence[] {
  const known = timetable.days.get(String(day))
  if (known) return known
  const regular = (timetable.timesByWeekday.get(weekdayOf(day)) ?? [])
    .filter(time => fallsOn(time, day))
    .flatMap(time => regularOccurrences(timetable, time, day))
  const movedHere = (timetable.movedTo.get(String(day)) ?? []).flatMap(change => movedOccurrence(timetable, change))
  const planned = [...regular, ...movedHere]
    .filter(occurrence => belongs(timetable, occurrence))
    .map(occurrence => settle(timetable, occurrence))
  const all = withSubstitutes(timetable, planned).toSorted(byClock)
  timetable.days.set(String(day), all)
  return all
}

export const presentOn = (timetable: Timetable, day: Day): Occurrence[] =>
  occurrencesOn(timetable, day).filter(occurrence => occurrence.state === 'on')

/** Whether the weekly rhythm names this day. After a week 53 comes a week 1: both are odd, and the calendar is right. */
export function fallsOn(time: PresenceTime, day: Day): boolean {
  if (time.weekday !== weekdayOf(day) || !holdsDay(time.valid, day)) return false
  if (time.weeks === 'all') return true
  return (isoWeek(day).week % 2 === 1) === (time.weeks === 'odd')
}

export const isAway = (timetable: Timetable, personId: string, day: Day): boolean =>
  absenceOn(timetable, personId, day) !== null

export function absenceOn(timetable: Timetable, personId: string, day: Day): Absence | null {
  const own = timetable.absences.get(personId) ?? []
  const onDay = own.filter(absence => compareDays(absence.fromDay, day) <= 0 && compareDays(day, absence.untilDay) <= 0)
  return onDay.find(absence => absence.substitutePersonId !== null) ?? onDay[0] ?? null
}

export const openingOf = (timetable: Timetable, centreId: string, day: Day): Opening =>
  openingOn(timetable.openings, centreId, day)

export const membershipOn = (person: Person | undefined, partyId: string, day: Day): Membership | undefined =>
  person?.memberships.find(membership => membership.partyId === partyId && holdsDay(membership.valid, day))

const leavesItsDay = (change: PresenceChange): boolean =>
  !change.calledOff && change.movedToDay !== null && !sameDay(change.movedToDay, change.day)

/** Two when it is moved: what was to be stays behind, so that the board can say where it went. */
function regularOccurrences(timetable: Timetable, time: PresenceTime, day: Day): Occurrence[] {
  const change = timetable.changeOf.get(`${time.id} ${day}`)
  const plain = occurrenceOf(time, day)
  if (!change) return [plain]
  if (change.calledOff) return [{ ...plain, state: 'calledOff' }]
  const changed = changedBy(plain, change)
  const toDay = change.movedToDay ?? day
  if (sameDay(toDay, day) && changed.centreId === plain.centreId) return [changed]
  const leftBehind: Occurrence = {
    ...plain,
    state: 'moved',
    movedTo: { day: toDay, centreId: changed.centreId, hours: changed.hours },
  }
  return sameDay(toDay, day) ? [leftBehind, changed] : [leftBehind]
}

/** Nothing when the weekly time no longer names the day that it was moved from: an old change moves nobody. */
function movedOccurrence(timetable: Timetable, change: PresenceChange): Occurrence[] {
  const time = timetable.times.get(change.presenceTimeId)
  if (!time || change.movedToDay === null || !fallsOn(time, change.day)) return []
  return [{ ...changedBy(occurrenceOf(time, change.day), change), day: change.movedToDay }]
}

function changedBy(occurrence: Occurrence, change: PresenceChange): Occurrence {
  const elsewhere = change.centreId !== null && change.centreId !== occurrence.centreId
  return {
    ...occurrence,
    centreId: change.centreId ?? occurrence.centreId,
    roomId: change.roomId ?? (elsewhere ? null : occurrence.roomId),
    hours: { from: change.from ?? occurrence.hours.from, until: change.until ?? occurrence.hours.until },
  }
}

const occurrenceOf = (time: PresenceTime, day: Day): Occurrence => ({
  timeId: time.id,
  plannedDay: day,
  personId: time.personId,
  partyId: time.partyId,
  centreId: time.centreId,
  roomId: time.roomId,
  day,
  hours: time.hours,
  comeWith: time.comeWith,
  state: 'on',
  movedTo: null,
  substitutePersonId: null,
  substituteFor: null,
})

/** Whoever has left the party comes no more in its name, whatever the timetable still says. */
const belongs = (timetable: Timetable, occurrence: Occurrence): boolean =>
  membershipOn(timetable.people.get(occurrence.personId), occurrence.partyId, occurrence.day) !== undefined

function settle(timetable: Timetable, occurrence: Occurrence): Occurrence {
  if (occurrence.state !== 'on') return occurrence
  if (openingOf(timetable, occurrence.centreId, occurrence.day).closedDay) return { ...occurrence, state: 'closed' }
  const absence = absenceOn(timetable, occurrence.personId, occurrence.day)
  if (!absence) return occurrence
  return { ...occurrence, state: 'away', substitutePersonId: ableSubstitute(timetable, absence, occurrence.day) }
}

function ableSubstitute(timetable: Timetable, absence: Absence, day: Day): string | null {
  const id = absence.substitutePersonId
  if (id === null || isAway(timetable, id, day)) return null
  return timetable.people.get(id)?.memberships.some(membership => holdsDay(membership.valid, day)) ? id : null
}

/** A substitute who is not there already comes in the hours of the one who is away, unless due elsewhere. */
function withSubstitutes(timetable: Timetable, planned: Occurrence[]): Occurrence[] {
  const standIns: Occurrence[] = []
  const settled = planned.map(occurrence => {
    const substituteId = occurrence.substitutePersonId
    if (substituteId === null) return occurrence
    const busy = [...planned, ...standIns].filter(
      other => other.state === 'on' && other.personId === substituteId && hoursOverlap(other.hours, occurrence.hours),
    )
    if (busy.some(other => other.centreId !== occurrence.centreId)) return { ...occurrence, substitutePersonId: null }
    if (busy.length === 0) standIns.push(standIn(timetable, occurrence, substituteId))
    return occurrence
  })
  return [...settled, ...standIns]
}

function standIn(timetable: Timetable, away: Occurrence, substituteId: string): Occurrence {
  const person = timetable.people.get(substituteId)
  const sameParty = membershipOn(person, away.partyId, away.day)
  const party = sameParty ?? person?.memberships.find(membership => holdsDay(membership.valid, away.day))
  return {
    ...away,
    personId: substituteId,
    partyId: party?.partyId ?? away.partyId,
    comeWith: '',
    state: 'on',
    substitutePersonId: null,
    substituteFor: away.personId,
  }
}

const byClock = (a: Occurrence, b: Occurrence): number =>
  compareClocks(a.hours.from, b.hours.from) || compareClocks(a.hours.until, b.hours.until) || compareText(a, b)

const compareText = (a: Occurrence, b: Occurrence): number =>
  `${a.personId} ${a.timeId}` < `${b.personId} ${b.timeId}` ? -1 : 1
