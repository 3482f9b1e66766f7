import { z } from 'zod'
import { formDock } from '../../platform/html/blocks.ts'
import { button } from '../../platform/html/buttons.ts'
import { selectField } from '../../platform/html/choices.ts'
import { dateField } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { dayInput, idInput, typedIn, type Form, type Typed } from '../../platform/form.ts'
import { formatDayField } from '../../platform/time.ts'
import { confirmation } from './hours-forms.ts'
import { absenceFormSays, refusals } from './hours-texts.da.ts'
import type { Absence } from './occurrence-rules.ts'

export const absenceForm = z.object({
  id: idInput(),
  fromDay: dayInput(refusals.noDay),
  untilDay: dayInput(refusals.noDay),
  substitutePersonId: idInput(),
  ...confirmation,
})
export type AbsenceForm = z.output<typeof absenceForm>

export const typedOfAbsence = (absence: Absence): Typed => ({
  fromDay: formatDayField(absence.fromDay),
  untilDay: formatDayField(absence.untilDay),
  substitutePersonId: absence.substitutePersonId ?? '',
})

type Shown = {
  href: string
  id?: string
  substitutes: { id: string; name: string; trade: string }[]
  form: Pick<Form<unknown>, 'typed' | 'errors'>
}

export function absenceFields({ href, id, substitutes, form: filled }: Shown): Html {
  const field = (name: string) => ({ name, value: typedIn(filled, name), error: errorOf(filled.errors, name) })
  const choices = substitutes.map(({ id: value, name, trade }) => ({
    value,
    label: trade === '' ? name : `${name}, ${trade}`,
  }))
  return html`<p class="lead">${absenceFormSays.lead}</p>${form(
    { href },
    id && hiddenField('id', id),
    dateField({ ...field('fromDay'), label: absenceFormSays.fromDay }),
    dateField({ ...field('untilDay'), label: absenceFormSays.untilDay, aside: absenceFormSays.untilDayAside }),
    selectField({
      ...field('substitutePersonId'),
      label: absenceFormSays.substitute,
      hint: absenceFormSays.substituteHint,
      choices,
      prompt: absenceFormSays.nobody,
    }),
    formDock(button({ label: absenceFormSays.save, wide: true })),
  )}`
}
