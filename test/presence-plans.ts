// Plans of presence for tests: the three centres of the pictures, and any plan that could be.

import fc from 'fast-check'
import type {
  Absence,
  House,
  Membership,
  Party,
  Person,
  Plan,
  PresenceChange,
  PresenceTime,
} from '../src/features/presence/occurrence-rules.ts'
import type { Centre, CentreDay, CentreHours } from '../src/features/presence/opening-rules.ts'
import { addDays, clock, day, type Day, type Hours } from '../src/platform/time.ts'

export const tuesday = day('2026-11-24')
const houses: Record<string, House> = { fyr: 'centre', gryden: 'centre', frivillig: 'volunteer' }
const always = { from: day('2020-01-01'), until: null }

const parties: Party[] = [
  { id: 'job', name: 'Jobcentret', fromWords: 'jobcentret' },
  { id: 'social', name: 'Socialforvaltningen', fromWords: 'socialforvaltningen' },
  { id: 'skp', name: 'SKP-teamet', fromWords: 'kommunen' },
  { id: 'fyr', name: 'Fyrskuret', fromWords: 'på Fyrskuret' },
  { id: 'gryden', name: 'Gryden', fromWords: 'af Gryden' },
  { id: 'frivillig', name: 'Frivillige', fromWords: 'i Blå Port' },
]

export const centres: Centre[] = [
  {
    id: 'F',
    slug: 'fyrskuret',
    name: 'Fyrskuret',
    at: 'på Fyrskuret',
    address: 'Havnegade 12',
    phone: '12 34 50 20',
    rooms: [{ id: 'lille', name: 'Det lille kontor' }],
  },
  {
    id: 'B',
    slug: 'blaa-port',
    name: 'Blå Port',
    at: 'i Blå Port',
    address: 'Møllevej 4',
    phone: '12 34 50 21',
    rooms: [],
  },
  { id: 'G', slug: 'gryden', name: 'Gryden', at: 'på Gryden', address: 'Skolegade 9', phone: null, rooms: [] },
]

type PersonRow = [
  id: string,
  name: string,
  trade: string,
  partyId: string,
  mayDecide: boolean,
  phone: string | null,
  comeWith: string,
]
const peopleRows: PersonRow[] = [
  ['ML', 'Mette Lund', 'Sagsbehandler', 'job', true, '12 34 50 11', 'job, penge fra kommunen, breve'],
  [
    'OY',
    'Omar Yildiz',
    'Støtte- og kontaktperson',
    'skp',
    false,
    '12 34 50 14',
    'at få nogen med til læge, bank eller møde',
  ],
  ['KH', 'Karin Holm', 'Rådgiver om alkohol og stoffer', 'skp', false, null, ''],
  ['JF', 'Jonas Friis', 'Medarbejder', 'fyr', false, null, ''],
  ['AR', 'Aisha Rahman', 'Sygeplejerske', 'skp', false, '12 34 50 18', 'sår, smerter, medicin, tænder'],
  ['LB', 'Lis Bak', 'Frivillig', 'frivillig', false, null, 'at læse og skrive breve'],
  ['BK', 'Bent Krag', 'Sagsbehandler', 'social', true, null, ''],
  ['HT', 'Hanne Toft', 'Sagsbehandler', 'social', true, null, ''],
  ['SN', 'Signe Nør', 'Leder', 'gryden', false, null, ''],
]

const people: Person[] = peopleRows.map(([id, publicName, trade, partyId, mayDecide, workPhone, comeWith]) => ({
  id,
  publicName,
  trade,
  workPhone,
  phonePublic: workPhone !== null,
  photo: false,
  comeWith,
  memberships: [{ partyId, house: houses[partyId] ?? 'kommune', mayDecide, valid: always }],
}))

const timeRows = [
  'F 1 BK 09-12',
  'F 2 ML 09-14',
  'F 2 OY 09-13',
  'F 2 KH 10-15',
  'F 4 KH 10-15',
  'F 4 OY 09-13',
  'F 5 HT 09-12',
  'F 1 JF 09-16',
  'F 2 JF 09-16',
  'F 3 JF 09-16',
  'F 4 JF 09-16',
  'F 5 JF 09-16',
  'B 2 AR 13-15',
  'B 2 LB 10-12',
  'B 3 ML 10-14',
  'B 3 KH 12-16',
  'B 4 AR 13-15',
  'G 1 OY 10-13',
  'G 4 BK 10-14',
  'G 5 KH 10-13',
  'G 2 SN 09-15',
]

const hoursOf = (text: string): Hours => {
  const [from = '', until = ''] = text.split('-')
  return { from: clock(`${from}:00`), until: clock(`${until}:00`) }
}

const times: PresenceTime[] = timeRows.map(row => {
  const [centreId = '', weekday = '', personId = '', hours = ''] = row.split(' ')
  const partyId = people.find(person => person.id === personId)?.memberships[0]?.partyId ?? ''
  return {
    id: `${centreId}${weekday}${personId}`,
    personId,
    partyId,
    centreId,
    roomId: null,
    weekday: Number(weekday),
    weeks: 'all',
    hours: hoursOf(hours),
    valid: always,
    comeWith: '',
  }
})

const openRows = ['F 1-5 09-16', 'B 1-5 09-20', 'B 6-7 10-16', 'G 1-5 09-15']
const centreHours: CentreHours[] = openRows.flatMap(row => {
  const [centreId = '', weekdays = '', hours = ''] = row.split(' ')
  const [first = 0, last = 0] = weekdays.split('-').map(Number)
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    centreId,
    weekday: first + index,
    hours: hoursOf(hours),
  }))
})

/** The plan of the pictures: Karin is away on this Tuesday and Omar is there instead. */
export const haderby: Plan = {
  people,
  parties,
  times,
  changes: [],
  absences: [{ id: 'a1', personId: 'KH', fromDay: tuesday, untilDay: addDays(tuesday, 0), substitutePersonId: 'OY' }],
  centreHours,
  centreDays: [],
  holidays: [],
}

export const changeOf = (presenceTimeId: string, onDay: Day, change: Partial<PresenceChange>): PresenceChange => ({
  presenceTimeId,
  day: onDay,
  calledOff: false,
  centreId: null,
  roomId: null,
  from: null,
  until: null,
  movedToDay: null,
  ...change,
})

const personId = fc.constantFrom('ML', 'OY', 'KH', 'JF', 'AR', 'LB')
const centreId = fc.constantFrom('F', 'B', 'G')
const someDay = fc.integer({ min: -10, max: 20 }).map(count => addDays(tuesday, count))
const someHours = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 3 }))
  .map(([from, length]): Hours => ({
    from: clock('00:00').add({ hours: from }),
    until: clock('00:00').add({ hours: from + length }),
  }))
const someValidity = fc.tuple(someDay, fc.option(fc.integer({ min: 1, max: 30 }))).map(([from, length]) => ({
  from: addDays(from, -7),
  until: length === null ? null : addDays(from, length),
}))
const mostlyNone = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 })

const someTime: fc.Arbitrary<Omit<PresenceTime, 'id' | 'partyId'>> = fc.record({
  personId,
  centreId,
  roomId: fc.constant(null),
  weekday: fc.integer({ min: 1, max: 7 }),
  weeks: fc.constantFrom('all', 'odd', 'even'),
  hours: someHours,
  valid: someValidity,
  comeWith: fc.constant(''),
})

const someChange = fc.record({
  time: fc.nat(),
  week: fc.integer({ min: -1, max: 2 }),
  calledOff: fc.boolean(),
  centreId: mostlyNone(centreId),
  hours: mostlyNone(someHours),
  movedToDay: mostlyNone(someDay),
})

const someAbsence: fc.Arbitrary<Omit<Absence, 'id'>> = fc
  .record({
    personId,
    fromDay: someDay,
    length: fc.integer({ min: 0, max: 6 }),
    substitutePersonId: mostlyNone(personId),
  })
  .map(({ length, ...absence }) => ({ ...absence, untilDay: addDays(absence.fromDay, length) }))

const someCentreDay: fc.Arbitrary<CentreDay> = fc.record({
  centreId,
  day: someDay,
  open: fc.boolean(),
  hours: mostlyNone(someHours),
})

const partyOf = (id: string): string => people.find(person => person.id === id)?.memberships[0]?.partyId ?? ''

const membershipsOf = (person: Person, left: Record<string, Day | null>): Membership[] =>
  person.memberships.map(membership => ({
    ...membership,
    valid: { from: always.from, until: left[person.id] ?? null },
  }))

/** Any plan around the Tuesday of the pictures, however unwise. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    times: fc.array(someTime, { maxLength: 14 }),
    changes: fc.array(someChange, { maxLength: 8 }),
    absences: fc.array(someAbsence, { maxLength: 5 }),
    centreDays: fc.array(someCentreDay, { maxLength: 5 }),
    holiday: mostlyNone(someDay),
    left: fc.dictionary(personId, mostlyNone(someDay), { maxKeys: 2 }),
  })
  .map(drawn => {
    const drawnTimes = drawn.times.map((time, index) => ({ ...time, id: `t${index}`, partyId: partyOf(time.personId) }))
    const changes = drawn.changes.flatMap(({ time, week, hours, ...change }) => {
      const chosen = drawnTimes[time % Math.max(1, drawnTimes.length)]
      if (!chosen) return []
      const onDay = addDays(tuesday, chosen.weekday - 2 + 7 * week)
      return [changeOf(chosen.id, onDay, { ...change, from: hours?.from ?? null, until: hours?.until ?? null })]
    })
    return {
      people: people.map(person => ({ ...person, memberships: membershipsOf(person, drawn.left) })),
      parties,
      times: drawnTimes,
      changes: [...new Map(changes.map(change => [`${change.presenceTimeId} ${change.day}`, change])).values()],
      absences: drawn.absences.map((absence, index) => ({ ...absence, id: `a${index}` })),
      centreHours,
      centreDays: drawn.centreDays,
      holidays: drawn.holiday ? [{ day: drawn.holiday, name: 'en helligdag', kept: true }] : [],
    }
  })

export const aDay: fc.Arbitrary<Day> = someDay
