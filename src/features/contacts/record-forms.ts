// What the page of a talk is drawn from. Everything in its fields is text as if it had been typed, whether it was
// guessed, stored or refused, so that there is one way to fill the form in.

import { clock, clockOf, day, formatClockFull, formatDayField, today } from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import type { Typed } from '../../platform/form.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import type { Html } from '../../platform/html/html.ts'
import { newId } from '../../platform/id.ts'
import type { Citizen } from '../citizens/queries.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import { helpFormsOf, topicsOf } from './codes.ts'
import { minuteChips } from './forms.ts'
import type { Guess } from './guess-rules.ts'
import type { FullContact } from './queries.ts'

export type Mode = 'record' | 'agree' | 'correct'

/** What can be chosen on the page. */
export interface Places {
  centres: readonly { id: string; name: string }[]
  parties: readonly { id: string; name: string }[]
  colleagues: readonly { id: string; name: string; partyId: string }[]
}

export interface Shown extends Places {
  municipality: Municipality
  actor: Actor
  now: Instant
  mode: Mode
  href: string
  backHref: string
  typed: Typed
  errors: readonly FieldError[]
  /** Those who were found by an alias; undefined when nobody has searched. */
  found?: readonly Citizen[] | undefined
  /** Whether where and when were filled in from the worker's day. */
  guessed: boolean
  /** What stands above the form, such as what somebody else changed meanwhile. */
  before?: Html | undefined
}

/** A form that nobody has touched, filled in with what can be guessed. */
export function typedOfGuess(
  guess: Guess,
  at: { now: Instant; mode: 'record' | 'agree'; citizen?: Citizen | undefined },
): Typed {
  const { citizen, mode } = at
  const ahead = mode === 'agree'
  return {
    id: newId(),
    newCitizenId: newId(),
    who: citizen ? 'known' : 'anonymous',
    ...(citizen ? { citizen: citizen.id, alias: citizen.alias } : {}),
    party: citizen?.partyId ?? guess.partyId ?? '',
    effort: guess.effort ?? '',
    kind: ahead ? 'booked' : 'walkIn',
    venue: guess.centreId === null ? '' : 'centre',
    centre: guess.centreId ?? '',
    outcome: ahead ? 'open' : 'held',
    day: ahead ? '' : formatDayField(today(at.now)),
    clock: ahead ? '' : formatClockFull(clockOf(at.now)),
  }
}

/** A stored talk as one would have typed it. */
export function typedOfContact(contact: FullContact): Typed {
  const { minutes, nextDay } = contact
  const chip = minuteChips.find(each => each === String(minutes))
  return {
    id: contact.id,
    version: String(contact.version),
    newCitizenId: newId(),
    who: contact.citizenId === null ? 'anonymous' : 'known',
    citizen: contact.citizenId ?? '',
    alias: contact.alias ?? '',
    party: contact.partyId,
    effort: contact.effort,
    kind: contact.kind,
    venue: contact.venue,
    centre: contact.centreId ?? '',
    outcome: contact.outcome,
    movedBy: contact.movedBy ?? '',
    day: formatDayField(day(contact.day)),
    clock: contact.clock === null ? '' : formatClockFull(clock(contact.clock)),
    minutes: minutes === null ? '' : (chip ?? 'more'),
    moreMinutes: minutes === null || chip !== undefined ? '' : String(minutes),
    topics: topicsOf(contact.topics),
    help: helpFormsOf(contact.helpForms).map(String),
    advice: contact.adviceWasEnough ? '1' : '',
    nextThing: contact.nextThing ?? '',
    nextWhen: nextDay === null ? '' : 'pick',
    nextDay: nextDay === null ? '' : formatDayField(day(nextDay)),
    nextOwner: contact.nextOwnerId ?? '',
    agenda: contact.agenda ?? '',
    workerAgenda: contact.workerAgenda ?? '',
    came: contact.came ?? '',
    introducedBy: contact.introducedBy ?? '',
    known: contact.knownBefore === null ? '' : contact.knownBefore ? 'yes' : 'no',
    income: contact.income ?? '',
  }
}

/** The choices of one question, in the order in which they lie on the page. */
export function chosenFrom<const C extends string>(
  labels: Record<C, string>,
  codes: readonly C[],
): { value: C; label: string }[] {
  return codes.map(value => ({ value, label: labels[value] }))
}
