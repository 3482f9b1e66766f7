import { typedIn } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { details, linkRow } from '../../platform/html/blocks.ts'
import { button, buttonRow, linkButton } from '../../platform/html/buttons.ts'
import { selectField } from '../../platform/html/choices.ts'
import { dateField } from '../../platform/html/fields.ts'
import { errorOf, form as formTag } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { table } from '../../platform/html/lists.ts'
import { emptyState } from '../../platform/html/messages.ts'
import { formatDays } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { framed } from '../frame.ts'
import type { Given } from '../routing.ts'
import { withQuery } from './forms.ts'
import { logTabs } from './log-tabs.ts'
import { unusualKinds } from './rules.ts'
import { texts } from './texts.da.ts'
import type { Sheet, Watch } from './watch-sheets.ts'
import { watchTexts as t } from './watch-texts.da.ts'

/** Broken glass, refused tries or unusual looks: the same page over different rows. */
export function watchPage(given: At, shown: WatchShown): Html {
  const { watch, sheet, form, period } = shown
  const { title, lead } = t[watch.tab]
  const none = sheet.rows.length === 0
  const main = html`${logTabs(given.municipality, watch.tab)}
    ${watch.tab === 'unusual' && rulesPart()} ${filterPart(given, shown)}
    <p>${t.period(formatDays(period.from, period.to))}</p>
    ${none ? emptyState({ title: t.none, text: t.noneText }) : rowsTable(title, sheet)}
    ${linkRow([{ href: withQuery(watch.csv(given.municipality), form.typed), label: texts.export }])}`
  return framed(given, {
    title,
    heading: title,
    lead,
    errors: form.errors,
    main,
    menu: 'log',
    styles: ['lists', 'forms', ...(none ? ['drawings' as const] : [])],
  })
}

function rulesPart(): Html {
  return html`<section>
    <h2>${t.unusual.rulesTitle}</h2>
    <ul class="bullets">
      ${t.unusual.rules.map(rule => html`<li>${rule}</li>`)}
    </ul>
  </section>`
}

function rowsTable(caption: string, { head, rows }: Sheet): Html {
  return table({
    caption,
    captionHidden: true,
    columns: head.map(label => ({ label })),
    rows: rows.map(({ cells: [first, ...rest], href }) => [
      href ? html`<a href="${href}">${first}</a>` : first,
      ...rest,
    ]),
  })
}

function filterPart({ municipality }: At, { watch, form, lookers }: WatchShown): Html {
  const field = (name: string) => ({ name, value: typedIn(form, name), error: errorOf(form.errors, name) })
  const filtered = Object.values(form.typed).some(value => value !== '')
  const path = watch.path(municipality)
  return details(
    { summary: texts.filter, open: filtered },
    formTag(
      { href: path, method: 'get' },
      selectField({
        ...field('person'),
        label: texts.person,
        prompt: texts.anybody,
        choices: lookers.map(looker => ({ value: looker.id, label: looker.name })),
      }),
      watch.tab === 'unusual' &&
        selectField({
          ...field('kind'),
          label: t.what,
          prompt: t.anything,
          choices: unusualKinds.map(kind => ({ value: kind, label: t.unusual.kinds[kind] })),
        }),
      dateField({ ...field('from'), label: texts.from }),
      dateField({ ...field('to'), label: texts.to }),
      buttonRow(
        button({ label: texts.show, variant: 'secondary' }),
        filtered && linkButton({ href: path, label: t.usual, variant: 'plain' }),
      ),
    ),
  )
}

type At = Pick<Given, 'municipality' | 'actor'>
interface WatchShown {
  watch: Watch
  sheet: Sheet
  form: Form<unknown>
  lookers: readonly { id: string; name: string }[]
  period: { from: Day; to: Day }
}
