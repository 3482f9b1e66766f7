// The card for the fridge: few words, large, the important thing first; for a man with poor sight and a bad memory.

import {
  addDays,
  capitalised,
  clock,
  compareDays,
  day,
  formatClock,
  formatDateYear,
  formatDay,
  sameDay,
  today,
} from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import { formatPhone } from '../../platform/phone.ts'
import { displayName } from '../citizens/rules.ts'
import { anyTopicMask } from '../contacts/codes.ts'
import type { Agreed } from '../notes/citizen-queries.ts'
import { companionWords } from './appointment-part.ts'
import { firstName } from './path-part.ts'
import type { Appointment, Step } from './queries.ts'
import { appointmentTexts, cardTexts as t } from './texts.da.ts'

export interface CardEntry {
  /** None for a talk, which says no more than with whom. */
  id: string | null
  /** What guests may read of it, unless the citizen chooses otherwise. */
  isGuarded: boolean
  /** "I dag", or "Torsdag 26. november". */
  day: string
  isToday: boolean
  clock: string
  words: string
  address: string
  bring: string
  along: string
}

export interface Card {
  title: string
  printed: string
  /** In full and large: the next three, and all of today and the six days after. */
  next: CardEntry[]
  none: string
  laterTitle: string
  later: CardEntry[]
  bringTitle: string
  step: { title: string; words: string } | null
  /** "Ring til Omar: 12 34 56 78" */
  calls: string[]
}

/** Somebody whose work telephone the board shows too. */
export interface Callable {
  personId: string
  name: string
  phone: string
}

/** What a card can be made of. */
export interface OnCard {
  asked: { alias: string; name: string | null }
  appointments: readonly Appointment[]
  /** Talks that are agreed. */
  talks: readonly Agreed[]
  steps: readonly Step[]
  /** Whom the citizen can ring; those who go along or talk with them on the card stand on it, and whoever prints it. */
  callable: readonly Callable[]
  actor: { personId: string }
  now: Instant
}

/** Something that the card can say in words, or be silent on. */
export interface CardThing {
  id: string
  /** What it says of it; a step is told by its words alone. */
  words: string
  when: string
  isGuarded: boolean
}

/** What the citizen chooses among: each appointment that fits on the card, and the next step. */
export function cardThings(at: OnCard): CardThing[] {
  const { next: nearest, later } = cardOf(at, () => true)
  const next = nextStep(at)
  return [
    ...[...nearest, ...later].flatMap(({ id, words, day: on, clock: time, isGuarded }) =>
      id === null ? [] : [{ id, words, isGuarded, when: [on, time.toLowerCase()].filter(Boolean).join(' ') }],
    ),
    ...(next ? [{ id: next.id, words: next.words, when: '', isGuarded: isGuarded(next) }] : []),
  ]
}

/**
 * Court and police, mental health and substance use: a card hangs where guests read. Until the citizen chooses, it says
 * when, and not what.
 */
function isGuarded({ topic }: { topic: number | null }): boolean {
  return topic !== null && (topic & anyTopicMask(['court', 'mentalHealth', 'substanceUse'])) !== 0
}

/** The next appointments, what comes later in small, and the next step; in words where `says` lets it. */
export function cardOf(at: OnCard, says: (id: string) => boolean): Card {
  const { now } = at
  const here = today(now)
  const inWeek = (each: Agreement) => compareDays(day(each.day), addDays(here, 7)) < 0
  const appointments = at.appointments.map(each => (says(each.id) ? ofAppointment(each) : silent(ofAppointment(each))))
  const agreements = [...appointments, ...at.talks.map(ofTalk)].toSorted(
    (one, other) => compareDays(day(one.day), day(other.day)) || compareTexts(one.clock ?? '', other.clock ?? ''),
  )
  const isNear = (each: Agreement, place: number) => place < nextAtLeast || inWeek(each)
  const next = nextStep(at)
  return {
    title: t.title(displayName(at.asked)),
    printed: t.printed(formatDateYear(here)),
    next: agreements.filter(isNear).map(each => entryOf(each, now)),
    none: t.none,
    laterTitle: t.later,
    later: agreements
      .filter((each, place) => !isNear(each, place))
      .slice(0, 4)
      .map(each => entryOf(each, now)),
    bringTitle: t.bring,
    step: next && says(next.id) ? { title: t.next, words: next.words } : null,
    calls: callsOf(at),
  }
}

const nextAtLeast = 3
const callsAtMost = 2

function callsOf({ appointments, talks, callable, actor }: OnCard): string[] {
  const ids = [...appointments.map(each => each.companionId), ...talks.map(each => each.workerId), actor.personId]
  return [...new Set(ids)]
    .flatMap(id => callable.filter(each => each.personId === id))
    .slice(0, callsAtMost)
    .map(({ name, phone }) => t.call(firstName(name), formatPhone(phone)))
}

/** What the two kinds have in common on paper. */
interface Agreement {
  id: string | null
  isGuarded: boolean
  day: string
  clock: string | null
  words: string
  address: string
  bring: string
  along: string
}

function ofAppointment(appointment: Appointment): Agreement {
  const { who, meet } = companionWords(appointment)
  const { words, bring } = appointment
  return {
    id: appointment.id,
    isGuarded: isGuarded(appointment),
    day: appointment.day,
    clock: appointment.clock,
    words,
    address: placeLine(appointment),
    bring: bring ?? '',
    along: [who, meet].filter(Boolean).join(' '),
  }
}

/** "Retten, Storegade 1": the kind of place only where the words do not say it. */
function placeLine({ words, place, address }: Appointment): string {
  const kind = appointmentTexts.places[place]
  const isSaid = place === 'other' || words.toLocaleLowerCase('da').includes(kind.toLocaleLowerCase('da'))
  return [isSaid ? '' : kind, address].filter(Boolean).join(', ')
}

// Who goes along, and where they meet, tells nobody what it is about.
function silent(agreement: Agreement): Agreement {
  return { ...agreement, words: t.silent, address: '', bring: '' }
}

function ofTalk({ day: on, clock: at, workerName, centreName }: Agreed): Agreement {
  const words = t.talk(workerName)
  return { id: null, isGuarded: false, day: on, clock: at, words, address: centreName ?? '', bring: '', along: '' }
}

function entryOf({ day: text, clock: at, ...rest }: Agreement, now: Instant): CardEntry {
  const on = day(text)
  const here = today(now)
  const near = sameDay(on, here) ? `${t.today}, ` : sameDay(on, addDays(here, 1)) ? `${t.tomorrow}, ` : ''
  return {
    ...rest,
    day: near === '' ? capitalised(formatDay(on)) : near + formatDay(on),
    isToday: sameDay(on, here),
    clock: at === null ? '' : capitalised(formatClock(clock(at))),
  }
}

const nextStep = ({ steps }: OnCard): Step | undefined => steps.find(each => each.state === 'next')
const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
