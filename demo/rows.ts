// The rows of the database: what stays as it is, and the talks as far as they are known at a moment.

import { helpMask, topicMask } from '../src/features/contacts/codes.ts'
import { addDays, clockOf, compareDays, dayOf, weekdayOf } from '../src/platform/time.ts'
import type { Day, Instant } from '../src/platform/time.ts'
import { demoId } from './chance.ts'
import type { Citizen } from './citizens.ts'
import type { Talk } from './history.ts'
import { emailOf, personKeys, personOf } from './people.da.ts'
import type { Person, PersonKey } from './people.da.ts'
import { centres, controllers, municipality, parties } from './places.da.ts'
import type { CentreKey, PartyKey } from './places.da.ts'
import { clockText, visits } from './timetable.ts'
import type { Visit } from './timetable.ts'

export type Row = Record<string, unknown>
export type TableRows = readonly (readonly [table: string, rows: Row[]])[]

export const municipalityId = demoId('municipality')
export const personIdOf: (key: PersonKey) => string = idsOf('person')
export const centreIdOf: (key: CentreKey) => string = idsOf('centre')
export const timeIdOf = ({ who, centre, weekday }: Visit): string => demoId(`time ${who} ${centre} ${weekday}`)
const here = { municipality_id: municipalityId }
export const partyIdOf: (key: PartyKey) => string = idsOf('party')
const controllerIdOf = (key: string): string => demoId(`controller ${key}`)
const roomIdOf = (centre: CentreKey, place: number): string => demoId(`room ${centre} ${place}`)

/** Places, people and weekly times, in the order in which they lean on each other. */
export function townRows(given: { first: Day; now: Instant; passwordHash: string }): TableRows {
  const { slug, name, childConcern, contact } = municipality
  const own = { id: municipalityId, slug, name, demo: true, listed: true, child_concern_text: childConcern }
  // The demo reckons its years from the day on which it was made.
  const made = { contact_text: contact, created_at: String(given.now), keeps_1_may: false }
  const kept = { keeps_5_june: true, keeps_24_december: true, keeps_31_december: true }
  return [
    ['municipalities', [{ ...own, ...made, ...kept }]],
    ['controllers', Object.entries(controllers).map(([key, row]) => ({ ...here, id: controllerIdOf(key), ...row }))],
    ['parties', partyRows()],
    ...centreRows(),
    ...peopleRows(given),
    ['presence_times', visits.map(visit => timeRow(visit, given.first))],
  ]
}

function partyRows(): Row[] {
  return keysOf(parties).map(key => {
    const { name, from, controller, kind } = parties[key]
    return {
      ...here,
      id: partyIdOf(key),
      controller_id: controllerIdOf(controller),
      name,
      from_words: from,
      kind,
      imported: false,
    }
  })
}

function centreRows(): TableRows {
  const all = keysOf(centres).map(key => ({ key, id: centreIdOf(key), ...centres[key] }))
  const at = (id: string) => ({ ...here, centre_id: id })
  return [
    [
      'centres',
      all.map(({ key, id, slug, name, preposition = 'på', address, phone, profile, rules }) => ({
        ...here,
        id,
        party_id: partyIdOf(key),
        slug,
        name,
        preposition,
        address,
        phone,
        profile,
        house_rules: rules,
      })),
    ],
    [
      'rooms',
      all.flatMap(({ key, id, rooms }) =>
        rooms.map(([name, confidential], place) => ({ ...at(id), id: roomIdOf(key, place), name, confidential })),
      ),
    ],
    [
      'centre_hours',
      all.flatMap(({ id, hours }) =>
        hours.flatMap(([weekdays, from, until]) =>
          weekdays
            .split('')
            .map(weekday => ({ ...at(id), weekday: Number(weekday), from_time: from, until_time: until })),
        ),
      ),
    ],
  ]
}

function peopleRows({ first, passwordHash }: { first: Day; passwordHash: string }): TableRows {
  const all = personKeys.map((key, place) => ({ key, place, id: personIdOf(key), person: personOf(key) }))
  return [
    ['people', all.map(personRow)],
    [
      'memberships',
      all.map(({ key, id, person }) => ({
        ...here,
        id: demoId(`membership ${key}`),
        person_id: id,
        party_id: person.party ? partyIdOf(person.party) : null,
        role: person.role,
        effort: person.effort ?? null,
        may_decide: person.mayDecide ?? false,
        valid_from: String(first),
      })),
    ],
    // Accounts sort by id, and the list of sign-ins is in their order.
    [
      'accounts',
      all.map(({ key, place, id, person }) => ({
        ...here,
        id: demoId(`account ${key}`, place),
        person_id: id,
        email: emailOf(person),
        password_hash: passwordHash,
      })),
    ],
  ]
}

function personRow({ id, person }: { id: string; person: Person }): Row {
  return {
    ...here,
    id,
    public_name: person.name,
    trade: person.trade,
    work_phone: person.phone ?? null,
    phone_public: person.phonePublic ?? false,
    photo_public: false,
    come_with: person.comeWith ?? '',
    imported: false,
  }
}

function timeRow(visit: Visit, first: Day): Row {
  const { who, centre, weekday, weeks, from, until, room } = visit
  return {
    ...here,
    id: timeIdOf(visit),
    person_id: personIdOf(who),
    party_id: partyIdOf(personOf(who).party ?? 'social'),
    centre_id: centreIdOf(centre),
    room_id: room === null ? null : roomIdOf(centre, room),
    weekday,
    weeks,
    from_time: clockText(from),
    until_time: clockText(until),
    valid_from: String(first),
    come_with: '',
  }
}

export const citizenRow = ({ id, party, alias, since }: Citizen): Row => ({
  ...here,
  owner_party_id: partyIdOf(party),
  id,
  alias,
  created_at: String(since),
})

/** The talks as they are known at a moment: an agreement ahead has no outcome, and who will just come in is not known. */
export function talkRows(talks: readonly Talk[], now: Instant): Row[] {
  const [today, wall] = [dayOf(now), clockOf(now)]
  const at = {
    today,
    lateFrom: addDays(today, -2),
    minutes: wall.hour * 60 + wall.minute - 20,
    now: now.epochMilliseconds,
  }
  return talks.map(talk => talkRow(talk, at)).filter(row => row !== undefined)
}

function talkRow(talk: Talk, at: At): Row | undefined {
  const order = compareDays(talk.day, at.today)
  const ahead = order > 0 || (order === 0 && talk.clock > at.minutes)
  if (ahead && talk.kind === 'walkIn') return undefined
  const isLate = talk.toldLate && talk.kind !== 'walkIn' && compareDays(talk.day, at.lateFrom) >= 0
  const isOpen = ahead || isLate || talk.untold === true
  const written = Date.UTC(talk.day.year, talk.day.month - 1, talk.day.day, 0, talk.clock) - (isOpen ? aWeek : 0)
  return {
    ...here,
    owner_party_id: partyIdOf(talk.party),
    id: talk.id,
    citizen_id: talk.citizen?.id ?? null,
    worker_id: personIdOf(talk.who),
    effort: talk.effort,
    kind: talk.kind,
    venue: talk.venue,
    centre_id: talk.centre && centreIdOf(talk.centre),
    day: String(talk.day),
    clock: clockText(talk.clock),
    agenda: talk.citizen ? talk.agenda : null,
    known_before: talk.citizen?.known ?? null,
    income: talk.citizen?.income ?? null,
    created_at: new Date(Math.min(written, at.now)).toISOString(),
    ...(isOpen ? openColumns : toldColumns(talk, at.today)),
  }
}

const openColumns = { outcome: 'open', topics: 0, help_forms: 0, advice_was_enough: false }

function toldColumns({ next, ...talk }: Talk, today: Day): Row {
  const due = next && workdayOf(addDays(talk.day, next.inDays), today)
  const isDone = due && !talk.undone && compareDays(due, today) < 0
  return {
    outcome: talk.outcome,
    moved_by: talk.movedBy,
    minutes: talk.minutes,
    topics: topicMask(talk.topics),
    help_forms: helpMask(talk.help),
    came: talk.came,
    introduced_by: talk.introducedBy,
    advice_was_enough: talk.adviceWasEnough,
    next_thing: next && next.thing,
    next_day: due && String(due),
    next_owner_id: next && personIdOf(talk.who),
    next_done_at: isDone ? `${String(due)}T12:00:00Z` : null,
  }
}

/** Nothing is promised for a weekend, unless it is the weekend in which somebody looks. */
const workdayOf = (due: Day, today: Day): Day =>
  due.equals(today) || weekdayOf(due) <= 5 ? due : addDays(due, 8 - weekdayOf(due))

interface At {
  today: Day
  /** From here on an outcome may be told late. */
  lateFrom: Day
  /** Of the day, and so late that what began by then is told. */
  minutes: number
  now: number
}

/** Ids are reckoned once: each is asked for some thousand times. */
function idsOf(kind: string): (key: string) => string {
  const known = new Map<string, string>()
  return key => {
    const id = known.get(key) ?? demoId(`${kind} ${key}`)
    known.set(key, id)
    return id
  }
}

const aWeek = 7 * 24 * 3600 * 1000

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a record are its keys
export const keysOf = <K extends string>(record: Record<K, unknown>): K[] => Object.keys(record) as K[]
