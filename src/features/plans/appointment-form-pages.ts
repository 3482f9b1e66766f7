import { paths } from '../../paths.ts'
import { details, formDock, note } from '../../platform/html/blocks.ts'
import { button } from '../../platform/html/buttons.ts'
import { radioChips } from '../../platform/html/choices.ts'
import { dateField, textField, timeField } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import type { Typed } from '../../platform/form.ts'
import { typedIn } from '../../platform/form.ts'
import { whenLine } from './appointment-pages.ts'
import { places } from './codes.ts'
import type { Candidate } from './people-queries.ts'
import { personField } from './plan-form-pages.ts'
import type { Appointment } from './queries.ts'
import { citizenFramed, topicChips } from './shown.ts'
import type { CitizenShown } from './shown.ts'
import { appointmentTexts as t } from './texts.da.ts'

/** An appointment elsewhere, written or changed: where and when, what to bring, who goes along. */
export function appointmentFormPage(shown: AppointmentFormShown): Html {
  const { municipality, asked, typed, errors, standsId } = shown
  const href =
    standsId === undefined
      ? paths.newAppointment(municipality, asked.id)
      : paths.editAppointment(municipality, asked.id, standsId)
  const title = standsId === undefined ? t.newTitle : t.editTitle
  return formFrame(shown, { title, href }, [
    radioChips({
      name: 'place',
      label: t.place,
      layout: 'pair',
      choices: places.map(value => ({ value, label: t.places[value] })),
      value: typedIn({ typed }, 'place'),
      error: errorOf(errors, 'place'),
    }),
    line(shown, { name: 'words', label: t.words, hint: t.wordsHint, max: 120 }),
    whenFields(shown),
    line(shown, { name: 'bring', label: t.bring, hint: t.bringHint, aside: t.aside, max: 200 }),
    personField(shown, { name: 'companionId', label: t.companion, prompt: t.companionNone }),
    details({ summary: t.more, open: seldom.some(name => hasAny(shown, name)) }, seldomFields(shown)),
    topicChips({ value: typedIn({ typed }, 'topic'), error: errorOf(errors, 'topic') }),
    note(html`<p>${t.courtTopic}</p>`),
    formDock(button({ label: t.save })),
  ])
}

/** Another day for an appointment: the old one stays, as moved. */
export function movePage(shown: AppointmentFormShown & { appointment: Appointment }): Html {
  const { municipality, asked, appointment } = shown
  return formFrame(shown, { title: t.moveTitle, href: paths.moveAppointment(municipality, asked.id, appointment.id) }, [
    html`<p><b>${appointment.words}</b>, ${whenLine(appointment).toLocaleLowerCase('da')}</p>`,
    whenFields(shown),
    line(shown, { name: 'words', label: t.moveWords, hint: t.moveWordsHint, aside: t.aside, max: 200 }),
    formDock(button({ label: t.moveSave })),
  ])
}

const seldom = ['address', 'companionWords', 'meetPlace', 'meetClock']

const hasAny = ({ typed, errors }: AppointmentFormShown, name: string): boolean =>
  (typedIn({ typed }, name) ?? '') !== '' || errors.some(error => error.field === name)

function seldomFields(shown: AppointmentFormShown): Content {
  const { typed, errors } = shown
  return html`${line(shown, { name: 'meetPlace', label: t.meetPlace, hint: t.meetPlaceHint, max: 120 })}
  ${timeField({ name: 'meetClock', label: t.meetClock, value: typedIn({ typed }, 'meetClock'), error: errorOf(errors, 'meetClock') })}
  ${line(shown, { name: 'companionWords', label: t.companionWords, hint: t.companionWordsHint, max: 80 })}
  ${line(shown, { name: 'address', label: t.address, max: 120 })}`
}

function whenFields({ typed, errors }: AppointmentFormShown): Content {
  return html`${dateField({ name: 'day', label: t.day, value: typedIn({ typed }, 'day'), error: errorOf(errors, 'day') })}
  ${timeField({ name: 'clock', label: t.clock, aside: t.clockAside, value: typedIn({ typed }, 'clock'), error: errorOf(errors, 'clock') })}`
}

function line({ typed, errors }: AppointmentFormShown, at: Line): Html {
  const { max, ...field } = at
  return textField({
    ...field,
    value: typedIn({ typed }, at.name),
    maxlength: max,
    error: errorOf(errors, at.name),
  })
}

function formFrame(
  shown: AppointmentFormShown,
  { title, href }: { title: string; href: string },
  fields: Content[],
): Html {
  const { municipality, asked, typed, errors } = shown
  return citizenFramed(shown, {
    title,
    within: [{ label: t.title, href: paths.appointments(municipality, asked.id) }],
    errors,
    main: form({ href, ping: paths.alive() }, [
      hiddenField('id', typedIn({ typed }, 'id') ?? ''),
      hiddenField('version', typedIn({ typed }, 'version') ?? ''),
      shown.before,
      fields,
    ]),
    styles: ['forms', 'lists', 'record', 'plans'],
    scripts: ['form-once'],
  })
}

interface Line {
  name: string
  label: string
  hint?: string
  aside?: string
  max: number
}

export interface AppointmentFormShown extends CitizenShown {
  candidates: readonly Candidate[]
  standsId: string | undefined
  typed: Typed
  errors: readonly FieldError[]
  before?: Html | undefined
}
