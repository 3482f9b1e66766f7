// A person as the public may see one: name, role in plain words, where from, and whether they decide anything.

import type { Day } from '../../platform/time.ts'
import { membershipOn, type House, type Occurrence, type Timetable } from './occurrence-rules.ts'
import { roleSays } from './texts.da.ts'

/** Square is authority, round is not; dashed is round for volunteers and helpers from outside. */
export type Shape = 'square' | 'round' | 'dashed'

export type Face = {
  personId: string
  name: string
  firstName: string
  initials: string
  photo: boolean
  house: House
  shape: Shape
  mayDecide: boolean
  badge: string
  role: string
  roleLine: string
}

export function faceOf(timetable: Timetable, who: Pick<Occurrence, 'personId' | 'partyId' | 'day'>): Face {
  const person = timetable.people.get(who.personId)
  const party = timetable.parties.get(who.partyId)
  const membership = membershipOn(person, who.partyId, who.day)
  const mayDecide = membership?.mayDecide ?? false
  const house = membership?.house ?? 'other'
  const name = person?.publicName ?? ''
  const role = person?.trade ?? ''
  return {
    personId: who.personId,
    name,
    firstName: name.split(' ')[0] ?? name,
    initials: initialsOf(name),
    photo: person?.photo ?? false,
    house,
    shape: shapeOf(house, mayDecide),
    mayDecide,
    badge: mayDecide ? roleSays.mayDecide : roleSays.mayNotDecide,
    role,
    roleLine: roleSays.line(role, party?.fromWords ?? ''),
  }
}

function shapeOf(house: House, mayDecide: boolean): Shape {
  if (mayDecide) return 'square'
  return house === 'volunteer' || house === 'other' ? 'dashed' : 'round'
}

export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words.at(0), words.at(-1)] : words
  return ends
    .map(word => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase('da')
}

/** The telephone of a person is on the board by their own yes and in no other case. */
export function publicPhone(timetable: Timetable, personId: string): string | null {
  const person = timetable.people.get(personId)
  return person?.phonePublic ? person.workPhone : null
}

/** 12 34 50 11: pairs, as one says them. A number from abroad keeps its country and goes in pairs after it. */
export function phoneWords(phone: string): string {
  const [, country = '', rest = phone] = /^(\+45|\+\d{1,2}(?=\d{8,}$))?(.*)$/.exec(phone) ?? []
  const pairs =
    rest
      .replaceAll(/\D/g, '')
      .match(/\d{1,2}/g)
      ?.join(' ') ?? rest
  return country === '' || country === '+45' ? pairs : `${country} ${pairs}`
}

/** The first membership that holds on the day: for somebody who is here without a fixed time. */
export function partyOn(timetable: Timetable, personId: string, day: Day): string | null {
  const person = timetable.people.get(personId)
  return person?.memberships.find(own => membershipOn(person, own.partyId, day))?.partyId ?? null
}

export const houseOf = (timetable: Timetable, who: Pick<Occurrence, 'personId' | 'partyId' | 'day'>): House =>
  membershipOn(timetable.people.get(who.personId), who.partyId, who.day)?.house ?? 'other'
