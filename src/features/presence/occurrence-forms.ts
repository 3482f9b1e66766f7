import { z } from 'zod'
import { formDock } from '../../platform/html/blocks.ts'
import { button } from '../../platform/html/buttons.ts'
import { radioRows, selectField } from '../../platform/html/choices.ts'
import { dateField, timeField } from '../../platform/html/fields.ts'
import { errorOf, form } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { clockInput, dayInput, idInput, requiredChoice, typedIn, type Form, type Typed } from '../../platform/form.ts'
import { formatClockFull, formatDayField, type Day } from '../../platform/time.ts'
import { confirmation, roomChoices } from './hours-forms.ts'
import type { WantedOccurrence } from './hours-rules.ts'
import { dayFormSays, refusals, timeFormSays } from './hours-texts.da.ts'
import type { PresenceChange, PresenceTime } from './occurrence-rules.ts'
import type { Centre } from './opening-rules.ts'

const whats = ['keep', 'callOff', 'change'] as const

export const occurrenceForm = z.object({
  what: requiredChoice(whats, refusals.noChoice),
  day: dayInput(),
  from: clockInput(),
  until: clockInput(),
  centreId: idInput(),
  roomId: idInput(),
  ...confirmation,
})
export type OccurrenceForm = z.output<typeof occurrenceForm>

/** What is left open stays as the week says. */
export const wantedOccurrence = (value: OccurrenceForm, time: PresenceTime, plannedDay: Day): WantedOccurrence => ({
  timeId: time.id,
  personId: time.personId,
  plannedDay,
  day: value.day ?? plannedDay,
  centreId: value.centreId ?? time.centreId,
  roomId: value.roomId ?? null,
  hours: { from: value.from ?? time.hours.from, until: value.until ?? time.hours.until },
})

/** What the form shows first: the day as it stands now. */
export function typedOfDay(time: PresenceTime, plannedDay: Day, change: PresenceChange | undefined): Typed {
  const isChanged = change && !change.calledOff
  return {
    what: change ? (change.calledOff ? 'callOff' : 'change') : 'keep',
    day: formatDayField(change?.movedToDay ?? plannedDay),
    from: formatClockFull(change?.from ?? time.hours.from),
    until: formatClockFull(change?.until ?? time.hours.until),
    centreId: change?.centreId ?? time.centreId,
    roomId: (isChanged ? change.roomId : time.roomId) ?? '',
  }
}

export function occurrenceFields(shown: {
  href: string
  centres: Centre[]
  form: Pick<Form<unknown>, 'typed' | 'errors'>
}): Html {
  const field = (name: string) => ({ name, value: typedIn(shown.form, name), error: errorOf(shown.form.errors, name) })
  return form(
    { href: shown.href },
    radioRows({
      ...field('what'),
      label: dayFormSays.what,
      choices: [
        { value: 'keep', label: dayFormSays.keep, hint: dayFormSays.keepHint },
        { value: 'callOff', label: dayFormSays.callOff, hint: dayFormSays.callOffHint },
        { value: 'change', label: dayFormSays.change, hint: dayFormSays.changeHint },
      ],
    }),
    dateField({ ...field('day'), label: dayFormSays.day }),
    html`<div class="field-row">${timeField({ ...field('from'), label: timeFormSays.from, hint: timeFormSays.fromHint })}${timeField({ ...field('until'), label: timeFormSays.until, hint: timeFormSays.untilHint })}</div>`,
    selectField({
      ...field('centreId'),
      label: timeFormSays.centre,
      choices: shown.centres.map(centre => ({ value: centre.id, label: centre.name })),
    }),
    selectField({
      ...field('roomId'),
      label: timeFormSays.room,
      aside: timeFormSays.optional,
      choices: roomChoices(shown.centres),
      prompt: timeFormSays.anyRoom,
    }),
    formDock(button({ label: dayFormSays.save, wide: true })),
  )
}
