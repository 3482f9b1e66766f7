import { z } from 'zod'
import { formDock } from '../../platform/html/blocks.ts'
import { button } from '../../platform/html/buttons.ts'
import { radioRows } from '../../platform/html/choices.ts'
import { dateField, timeField } from '../../platform/html/fields.ts'
import { errorOf, form } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { clockInput, dayInput, requiredChoice, typedIn, type Form } from '../../platform/form.ts'
import { compareClocks, compareDays, type Day } from '../../platform/time.ts'
import { centreDaySays, refusals, timeFormSays } from './hours-texts.da.ts'
import { confirmation } from './hours-forms.ts'
import type { Refusal } from './hours-rules.ts'
import type { CentreDay } from './opening-rules.ts'

const whats = ['closed', 'open', 'usual'] as const

export const centreDayForm = z.object({
  day: dayInput(refusals.noDay),
  what: requiredChoice(whats, refusals.noChoice),
  from: clockInput(),
  until: clockInput(),
  ...confirmation,
})
export type CentreDayForm = z.output<typeof centreDayForm>

/** Other hours come in pairs, and what is past is not changed. */
export function whyNotCentreDay(value: CentreDayForm, today: Day): Refusal | null {
  const { day, from, until } = value
  if (day && compareDays(day, today) < 0) return { field: 'day', message: refusals.dayIsPast }
  if ((from === undefined) !== (until === undefined))
    return { field: from ? 'until' : 'from', message: centreDaySays.hoursTogether }
  if (from && until && compareClocks(until, from) <= 0) return { field: 'until', message: refusals.endsBeforeItBegins }
  return null
}

/** The day as it would be; nothing for one that goes back to what the week says. */
export function wantedCentreDay(value: CentreDayForm, centreId: string): CentreDay | null {
  const { day, what, from, until } = value
  if (!day || what === 'usual') return null
  const open = what === 'open'
  return { centreId, day, open, hours: open && from && until ? { from, until } : null }
}

export function centreDayFields(href: string, filled: Pick<Form<unknown>, 'typed' | 'errors'>): Html {
  const field = (name: string) => ({ name, value: typedIn(filled, name), error: errorOf(filled.errors, name) })
  return form(
    { href },
    dateField({ ...field('day'), label: centreDaySays.day }),
    radioRows({
      ...field('what'),
      label: centreDaySays.what,
      choices: whats.map(what => ({ value: what, label: centreDaySays[what] })),
    }),
    html`<div class="field-row">${timeField({ ...field('from'), label: centreDaySays.from, aside: centreDaySays.hoursAside, hint: timeFormSays.fromHint })}${timeField({ ...field('until'), label: centreDaySays.until, hint: timeFormSays.untilHint })}</div>`,
    formDock(button({ label: centreDaySays.save, wide: true })),
  )
}
