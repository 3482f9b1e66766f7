import { paths } from '../../paths.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { dateTile, rowList } from '../../platform/html/lists.ts'
import type { Row } from '../../platform/html/lists.ts'
import { portrait } from '../../platform/html/people.ts'
import {
  capitalised,
  clock,
  day,
  formatClock,
  formatMonthShort,
  sameDay,
  today,
  weekdayName,
} from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import { faceOfCard } from '../people/card-rules.ts'
import { firstName } from './path-part.ts'
import { meetWords } from './appointment-rules.ts'
import type { Appointment } from './queries.ts'
import { appointmentTexts as t } from './texts.da.ts'

/** Appointments as rows with their day as a tile, what to bring, and who goes along. */
export function appointmentRowsPart(shown: AppointmentsShown): Html {
  const rows = shown.appointments.map(appointment => appointmentRow(shown, appointment))
  return html`<div class="appointments">${rowList(rows)}</div>`
}

/** One of them, for a list that has other things between. */
export function appointmentRow(shown: Omit<AppointmentsShown, 'appointments'>, appointment: Appointment): Row {
  return {
    start: dateTile(day(appointment.day).day, formatMonthShort(day(appointment.day))),
    title: appointment.words,
    text: appointmentWhen(appointment, shown.now),
    href: paths.appointment(shown.municipality, shown.citizenId, appointment.id),
    end: html`<span></span>`,
    more: further(appointment),
  }
}

/** "I dag kl. 13", "Torsdag kl. 13.30", "Tirsdag" */
export function appointmentWhen({ day: on, clock: at }: Pick<Appointment, 'day' | 'clock'>, now: Instant): string {
  const name = sameDay(day(on), today(now)) ? cardDay.today : weekdayName(day(on).dayOfWeek)
  return capitalised(at === null ? name : `${name} ${formatClock(clock(at))}`)
}

/** Who goes along, where and when to meet: "Omar går med. I mødes kl. 12.30: Fyrskuret." */
export function companionWords(appointment: Appointment): { who: string | undefined; meet: string | undefined } {
  const { companionName, companionWords: outside } = appointment
  const name = companionName === null ? outside : firstName(companionName)
  const meets = meetWords(appointment)
  return {
    who: name === null ? undefined : t.goesAlong(capitalised(name)),
    meet: meets && `${meets}.`,
  }
}

const cardDay = { today: 'i dag' }

function further(appointment: Appointment): Content {
  const { bring, companionName, companionRoles, state, stateWords } = appointment
  const { who, meet } = companionWords(appointment)
  return html`${bring !== null && html`<p class="row-text">${t.bringWords(bring)}</p>`}
  ${
    (who !== undefined || meet !== undefined) &&
    html`<p class="goes-along">
      ${companionName !== null && portrait({ ...faceOfCard(companionName, { memberships: companionRoles }), size: 30 })}<span
        ><b>${who}</b> ${meet}</span
      >
    </p>`
  }
  ${state !== 'planned' && html`<p class="row-text">${t.state[state]}${stateWords !== null && html`: ${stateWords}`}</p>`}`
}

export interface AppointmentsShown {
  municipality: { slug: string }
  /** The record that the page's address names. */
  citizenId: string
  appointments: readonly Appointment[]
  now: Instant
}
