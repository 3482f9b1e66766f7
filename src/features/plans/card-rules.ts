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
import { displayName } from '../citizens/rules.ts'
import type { Agreed } from '../notes/citizen-queries.ts'
import { companionWords } from './appointment-part.ts'
import type { Appointment, Step } from './queries.ts'
import { cardTexts as t } from './texts.da.ts'

export interface CardEntry {
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
  /** Today and the six days after. */
  week: CardEntry[]
  none: string
  laterTitle: string
  later: CardEntry[]
  bringTitle: string
  step: { title: string; words: string } | null
}

/** Today's and this week's appointments, what comes later in small, and the next step. */
export function cardOf(at: {
  asked: { alias: string; name: string | null }
  appointments: readonly Appointment[]
  /** Talks that are agreed. */
  talks: readonly Agreed[]
  steps: readonly Step[]
  now: Instant
}): Card {
  const { steps, now } = at
  const here = today(now)
  const inWeek = (each: Agreement) => compareDays(day(each.day), addDays(here, 7)) < 0
  const agreements = [...at.appointments.map(ofAppointment), ...at.talks.map(ofTalk)].toSorted(
    (one, other) => compareDays(day(one.day), day(other.day)) || compareTexts(one.clock ?? '', other.clock ?? ''),
  )
  const next = steps.find(each => each.state === 'next')
  return {
    title: t.title(displayName(at.asked)),
    printed: t.printed(formatDateYear(here)),
    week: agreements.filter(inWeek).map(each => entryOf(each, now)),
    none: t.none,
    laterTitle: t.later,
    later: agreements
      .filter(each => !inWeek(each))
      .slice(0, 4)
      .map(each => entryOf(each, now)),
    bringTitle: t.bring,
    step: next ? { title: t.next, words: next.words } : null,
  }
}

/** What the two kinds have in common on paper. */
interface Agreement {
  day: string
  clock: string | null
  words: string
  address: string
  bring: string
  along: string
}

function ofAppointment(appointment: Appointment): Agreement {
  const { who, meet } = companionWords(appointment)
  const { words, address, bring } = appointment
  return {
    day: appointment.day,
    clock: appointment.clock,
    words,
    address: address ?? '',
    bring: bring ?? '',
    along: [who, meet].filter(Boolean).join(' '),
  }
}

function ofTalk({ day: on, clock: at, workerName, centreName }: Agreed): Agreement {
  return { day: on, clock: at, words: t.talk(workerName), address: centreName ?? '', bring: '', along: '' }
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

const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
