import { paths } from '../../paths.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { dateTile, rowList } from '../../platform/html/lists.ts'
import type { Row } from '../../platform/html/lists.ts'
import { compareDays, day, formatMonthShort } from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import type { CitizenRecord } from '../consents/record-queries.ts'
import { appointmentRow, appointmentWhen } from '../plans/appointment-part.ts'
import type { Appointment } from '../plans/queries.ts'
import type { Municipality } from '../routing.ts'
import type { Agreed } from './citizen-queries.ts'
import { aheadTexts as t } from './citizen-texts.da.ts'
import { timelineTexts } from './timeline-texts.da.ts'

/** What is agreed with the citizen, appointments elsewhere and talks, the nearest first. */
export function aheadList(shown: Ahead): Html {
  const rows = [
    ...shown.appointments.map(each => ({ on: each.day, clock: each.clock, row: appointmentRow(shown, each) })),
    ...shown.talks.map(each => ({ on: each.day, clock: each.clock, row: talkRow(shown, each) })),
  ]
  const nearest = rows.toSorted(
    (one, other) => compareDays(day(one.on), day(other.on)) || (one.clock ?? '').localeCompare(other.clock ?? ''),
  )
  return html`<div class="appointments">${rowList(nearest.slice(0, shown.most).map(each => each.row))}</div>`
}

function talkRow(shown: Ahead, talk: Agreed): Row {
  const own = shown.records.find(each => each.partyId === talk.partyId)?.own === true
  return {
    start: dateTile(day(talk.day).day, formatMonthShort(day(talk.day))),
    title: t.talk(talk.centreName ?? venueOf(talk)),
    text: appointmentWhen(talk, shown.now),
    href: own ? paths.contact(shown.municipality, talk.id) : undefined,
    end: html`<span></span>`,
    more: html`<p class="row-text">${t.with(talk.workerName)}</p>
      ${agendas(shown, talk)}`,
  }
}

/** The citizen's own agenda and the worker's, side by side. */
function agendas({ name }: Ahead, { agenda, workerAgenda }: Agreed): Content {
  const wants = [
    { who: t.citizenWants(name), what: agenda },
    { who: t.workerWants, what: workerAgenda },
  ].filter(each => each.what !== null)
  if (wants.length === 0) return undefined
  const pairs = wants.map(
    ({ who, what }) =>
      html`<div>
        <dt>${who}</dt>
        <dd>${what}</dd>
      </div>`,
  )
  return html`<dl class="agendas">
    ${pairs}
  </dl>`
}

function venueOf({ venue }: Agreed): string {
  return Object.entries(timelineTexts.venue).find(([key]) => key === venue)?.[1] ?? ''
}

export interface Ahead {
  municipality: Municipality
  now: Instant
  /** The record that the page's address names. */
  citizenId: string
  records: readonly CitizenRecord[]
  /** What the page calls the citizen. */
  name: string
  appointments: readonly Appointment[]
  talks: readonly Agreed[]
  /** How many rows are drawn. */
  most: number
}
