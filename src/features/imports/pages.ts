import { paths } from '../../paths.ts'
import { note } from '../../platform/html/blocks.ts'
import { button, buttonRow } from '../../platform/html/buttons.ts'
import { radioRows } from '../../platform/html/choices.ts'
import { fileField } from '../../platform/html/fields.ts'
import { errorOf, form } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { table } from '../../platform/html/lists.ts'
import { formatNumber } from '../../platform/html/numbers.ts'
import { formatDateTime, instantOf } from '../../platform/time.ts'
import { framed } from '../frame.ts'
import type { Given } from '../routing.ts'
import { pageTexts as t } from './page-texts.da.ts'
import type { DoneImport } from './queries.ts'

export type At = Pick<Given, 'municipality' | 'actor'>

/** Where a spreadsheet is sent from, and what was taken in before. */
export function importsPage(at: At, shown: { imports: DoneImport[]; errors: FieldError[]; stopped: boolean }): Html {
  const { imports, errors, stopped } = shown
  return framed(at, {
    title: t.title,
    heading: t.title,
    lead: t.lead,
    menu: 'imports',
    errors,
    styles: ['forms', 'lists'],
    main: html`${stopped && note(html`<p role="status">${t.stopped}</p>`)} ${uploadForm(at, errors)}
      <section>
        <h2>${t.before}</h2>
        ${imports.length > 0 ? importsTable(imports) : html`<p>${t.beforeNone}</p>`}
      </section>`,
  })
}

function uploadForm({ municipality }: At, errors: FieldError[]): Html {
  return form(
    { href: paths.importUpload(municipality), files: true, offline: false },
    radioRows({
      name: 'kind',
      label: t.kind,
      error: errorOf(errors, 'kind'),
      value: 'registrations',
      choices: [
        { value: 'registrations', label: t.kinds.registrations, hint: t.kindHints.registrations },
        { value: 'presence', label: t.kinds.presence, hint: t.kindHints.presence },
      ],
    }),
    fileField({
      name: 'file',
      label: t.file,
      hint: t.fileHint,
      error: errorOf(errors, 'file'),
      accept: '.csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    }),
    buttonRow(button({ label: t.send, icon: 'upload' })),
  )
}

function importsTable(imports: DoneImport[]): Html {
  const { when, who, what, ...counts } = t.columns
  return table({
    caption: t.before,
    captionHidden: true,
    columns: [
      { label: when },
      { label: who },
      { label: what },
      ...Object.values(counts).map(label => ({ label, number: true })),
    ],
    rows: imports.map(({ at, who: name, kind, counts: { added, changed, same, refused } }) => [
      formatDateTime(instantOf(at)),
      name ?? t.operator,
      t.kinds[kind],
      ...[added, changed, same, refused].map(formatNumber),
    ]),
  })
}
