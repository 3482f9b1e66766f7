import { paths } from '../../paths.ts'
import { details, lampNote, lockBlock, note } from '../../platform/html/blocks.ts'
import { button, linkButton } from '../../platform/html/buttons.ts'
import { textField } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import type { Typed } from '../../platform/form.ts'
import { typedIn } from '../../platform/form.ts'
import { capitalised, clock, compareDays, day, formatClock, formatDay, today } from '../../platform/time.ts'
import { standing } from '../frame-texts.da.ts'
import { aheadList } from '../notes/ahead-part.ts'
import type { Agreed } from '../notes/citizen-queries.ts'
import { appointmentRowsPart, companionWords } from './appointment-part.ts'
import { cannotSee, mayMove, tellings } from './appointment-rules.ts'
import type { Candidate } from './people-queries.ts'
import type { Appointment } from './queries.ts'
import { citizenFramed, nameOf, ownerOf, topicName, topicOfBit } from './shown.ts'
import type { CitizenShown } from './shown.ts'
import { appointmentTexts as t, planTexts } from './texts.da.ts'

/** The calendar of a citizen, of all parties as far as the citizen said yes. */
export function appointmentsPage(shown: AppointmentsShown): Html {
  const { municipality, asked, own, closed, coming, talks, before, now } = shown
  const ahead = {
    ...shown,
    citizenId: asked.id,
    name: nameOf(shown),
    appointments: coming,
    most: coming.length + talks.length,
  }
  const rows = (appointments: readonly Appointment[]) =>
    appointmentRowsPart({ municipality, citizenId: asked.id, appointments, now })
  return citizenFramed(shown, {
    title: t.title,
    heading: t.heading(nameOf(shown)),
    dock:
      own && !closed
        ? linkButton({ href: paths.newAppointment(municipality, asked.id), label: t.add, icon: 'add' })
        : undefined,
    open: true,
    main: html`<section>
          <h2>${t.coming}</h2>
          ${coming.length + talks.length === 0 ? html`<p>${t.none}</p>` : aheadList(ahead)}
        </section>
        <p class="button-row">
          ${linkButton({ href: paths.chooseCard(municipality, asked.id), label: t.print, icon: 'print', variant: 'secondary' })}
        </p>
        ${before.length > 0 && details({ summary: t.before(before.length) }, rows(before))} ${lockBlock(standing)}`,
    styles: ['lists', 'people', 'plans', 'citizen'],
  })
}

/** One appointment, and what came of it. */
export function appointmentPage(shown: AppointmentShown): Html {
  const { municipality, asked, appointment, changed, errors = [] } = shown
  const owner = ownerOf(shown, appointment.partyId)
  const name = nameOf(shown)
  return citizenFramed(shown, {
    title: appointment.words,
    lead: whenLine(appointment),
    within: [{ label: t.title, href: paths.appointments(municipality, asked.id) }],
    errors,
    open: owner !== undefined,
    main: html`${changed && lampNote(html`<p>${t.changed}</p>`)} ${facts(appointment)} ${unseen(shown)}
      ${owner ? note(html`<p>${planTexts.readOnly(owner.partyName, name)}</p>`) : ownParts(shown)}
      <p class="quiet">${appointment.topic === null ? planTexts.notShared : planTexts.shown(topicName(appointment.topic))}</p>`,
    styles: ['forms', 'lists', 'record', 'people', 'plans'],
    scripts: ['form-once'],
  })
}

/** "Torsdag 26. november kl. 13" */
export function whenLine({ day: on, clock: at }: Pick<Appointment, 'day' | 'clock'>): string {
  return capitalised(at === null ? formatDay(day(on)) : `${formatDay(day(on))} ${formatClock(clock(at))}`)
}

function facts(appointment: Appointment): Html {
  const { who, meet } = companionWords(appointment)
  const lines: [string, string | null | undefined][] = [
    [t.place, [t.places[appointment.place], appointment.address].filter(Boolean).join(', ')],
    [t.bring, appointment.bring],
    [t.companion, [who, meet].filter(Boolean).join(' ')],
    [
      t.told,
      appointment.state === 'planned'
        ? null
        : [t.state[appointment.state], appointment.stateWords].filter(Boolean).join(': '),
    ],
  ]
  const drawn = lines.map(
    ([label, words]) =>
      words &&
      html`<div>
        <dt>${label}</dt>
        <dd>${words}</dd>
      </div>`,
  )
  return html`<dl class="pairs">
    ${drawn}
  </dl>`
}

/** Somebody of another party goes along and sees nothing here: the citizen may be asked. */
function unseen({ municipality, asked, appointment, companion, ...shown }: AppointmentShown): Content {
  if (!companion || !cannotSee(appointment.topic, companion)) return undefined
  const name = nameOf({ asked, ...shown })
  return lampNote(
    html`<p>${t.mayNotSee(companion.name, companion.partyName, name)}</p>
      <p><a href="${paths.askConsent(municipality, asked.id, { receiver: companion.partyId, topic: topicOfBit(appointment.topic) })}">${t.askForYes}</a></p>`,
  )
}

/** The second of two taps: what is called off, and why if somebody says it. */
export function callOffPage(shown: AppointmentShown): Html {
  const { municipality, asked, appointment } = shown
  const href = paths.appointment(municipality, asked.id, appointment.id)
  return citizenFramed(shown, {
    title: t.callOffTitle,
    within: [{ label: t.title, href: paths.appointments(municipality, asked.id) }],
    main: html`<section><p><b>${appointment.words}</b>, ${whenLine(appointment).toLocaleLowerCase('da')}</p></section>
      ${form({ href: paths.appointmentState(municipality, asked.id, appointment.id), ping: paths.alive() }, [
        hiddenField('version', String(appointment.version)),
        hiddenField('state', 'calledOff'),
        textField({ name: 'words', label: t.moveWords, hint: t.moveWordsHint, aside: t.aside, maxlength: 200 }),
        html`<p class="button-row">
          ${button({ label: t.callOff })} ${linkButton({ href, label: t.keepIt, variant: 'secondary' })}
        </p>`,
      ])}`,
    styles: ['forms', 'record', 'plans'],
    scripts: ['form-once'],
  })
}

// What is to be told of a day that has come, and what can be done about any: nothing is called off by one tap.
function ownParts(shown: AppointmentShown): Content {
  const { municipality, asked, appointment, closed, now } = shown
  const all = tellings(appointment, today(now))
  const to = all.filter(state => state !== 'calledOff')
  const isPast = compareDays(day(appointment.day), today(now)) < 0
  return html`${to.length > 0 && telling(shown, to)}
    <p class="button-row">
      ${mayMove(appointment) && !closed && linkButton({ href: paths.moveAppointment(municipality, asked.id, appointment.id), label: t.move, icon: 'calendar', variant: 'secondary' })}
      ${all.includes('calledOff') && linkButton({ href: paths.callOffAppointment(municipality, asked.id, appointment.id), label: isPast ? t.wasCalledOff : t.callOff, variant: 'secondary' })}
      ${linkButton({ href: paths.editAppointment(municipality, asked.id, appointment.id), label: t.edit, icon: 'edit', variant: 'secondary' })}
    </p>`
}

function telling(shown: AppointmentShown, to: readonly Telling[]): Html {
  const { municipality, asked, appointment, typed = {}, errors = [] } = shown
  const state = form({ href: paths.appointmentState(municipality, asked.id, appointment.id), ping: paths.alive() }, [
    hiddenField('version', String(appointment.version)),
    appointment.state === 'planned' &&
      textField({
        name: 'words',
        label: t.stateWords,
        aside: t.aside,
        value: typedIn({ typed }, 'words'),
        maxlength: 200,
        error: errorOf(errors, 'words'),
      }),
    html`<p class="button-row">
        ${to.map(each => button({ label: t.to[each], name: 'state', value: each, variant: each === 'held' ? 'primary' : 'secondary' }))}
      </p>`,
  ])
  if (appointment.state === 'calledOff') return lampNote(html`<p><b>${t.isCalledOff}</b></p>`, state)
  return html`<section>${appointment.state === 'planned' && html`<h2>${t.told}</h2>`} ${state}</section>`
}

type Telling = ReturnType<typeof tellings>[number]

export interface AppointmentsShown extends CitizenShown {
  own: CitizenShown['asked'] | undefined
  coming: readonly Appointment[]
  /** Talks that are agreed: to the citizen they are appointments like the others. */
  talks: readonly Agreed[]
  before: readonly Appointment[]
}

export interface AppointmentShown extends CitizenShown {
  appointment: Appointment
  /** The companion as one whom the citizen's yes lets see it or not; none where nobody who works here goes along. */
  companion: Candidate | undefined
  typed?: Typed
  errors?: readonly FieldError[]
  changed?: boolean
}
