import { paths } from '../../paths.ts'
import { button } from '../../platform/html/buttons.ts'
import { checkRows } from '../../platform/html/choices.ts'
import type { Choice } from '../../platform/html/choices.ts'
import { form, hiddenField } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import type { CardThing } from './card-rules.ts'
import { citizenFramed } from './shown.ts'
import type { CitizenShown } from './shown.ts'
import { appointmentTexts, cardTexts as t } from './texts.da.ts'

/** What guests may read: the citizen ticks, and then it is printed. */
export function chooseCardPage(shown: CitizenShown & { things: readonly CardThing[] }): Html {
  const { municipality, asked, things } = shown
  const choose = html`${checkRows({
    name: 'says',
    label: t.choose,
    hint: t.chooseHint,
    choices: things.map(choiceOf),
    values: things.filter(thing => !thing.isGuarded).map(thing => thing.id),
  })}
    ${things.some(thing => thing.isGuarded) && html`<p class="quiet">${t.guarded}</p>`}`
  return citizenFramed(shown, {
    title: t.chooseTitle,
    lead: t.chooseLead,
    within: [{ label: appointmentTexts.title, href: paths.appointments(municipality, asked.id) }],
    open: true,
    main: form(
      { href: paths.appointmentCard(municipality, asked.id), method: 'get' },
      hiddenField('chosen', '1'),
      things.length > 0 ? choose : html`<p>${t.nothingToChoose}</p>`,
      html`<p class="button-row">${button({ label: t.print, icon: 'print' })}</p>`,
    ),
    styles: ['forms', 'lists'],
  })
}

function choiceOf({ id, words, when }: CardThing): Choice {
  return when === ''
    ? { value: id, label: t.stepThing(words), hint: t.stepHint }
    : { value: id, label: words, hint: when }
}
