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
  steps: readonly Step[]
  now: Instant
}): Card {
  const { appointments, steps, now } = at
  const here = today(now)
  const inWeek = (each: Appointment) => compareDays(day(each.day), addDays(here, 7)) < 0
  const next = steps.find(each => each.state === 'next')
  return {
    title: t.title(displayName(at.asked)),
    printed: t.printed(formatDateYear(here)),
    week: appointments.filter(inWeek).map(each => entryOf(each, now)),
    none: t.none,
    laterTitle: t.later,
    later: appointments
      .filter(each => !inWeek(each))
      .slice(0, 4)
      .map(each => entryOf(each, now)),
    bringTitle: t.bring,
    step: next ? { title: t.next, words: next.words } : null,
  }
}

function entryOf(appointment: Appointment, now: Instant): CardEntry {
  const on = day(appointment.day)
  const here = today(now)
  const near = sameDay(on, here) ? `${t.today}, ` : sameDay(on, addDays(here, 1)) ? `${t.tomorrow}, ` : ''
  const { who, meet } = companionWords(appointment)
  return {
    day: near === '' ? capitalised(formatDay(on)) : near + formatDay(on),
    isToday: sameDay(on, here),
    clock: appointment.clock === null ? '' : capitalised(formatClock(clock(appointment.clock))),
    words: appointment.words,
    address: appointment.address ?? '',
    bring: appointment.bring ?? '',
    along: [who, meet].filter(Boolean).join(' '),
  }
}
