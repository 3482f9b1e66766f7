import { paths } from '../../paths.ts'
import { typedIn } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { details, formDock, linkRow } from '../../platform/html/blocks.ts'
import { button, buttonRow, postButton } from '../../platform/html/buttons.ts'
import { checkbox, radioRows, selectField } from '../../platform/html/choices.ts'
import { errorOf, form as formTag } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { breadcrumbs, rowList, table } from '../../platform/html/lists.ts'
import { day, formatDateYear } from '../../platform/time.ts'
import { framed } from '../frame.ts'
import { shownHeading } from './columns.ts'
import { columnField } from './forms.ts'
import type { ImportPreview } from './import-rules.ts'
import { pageTexts as t } from './page-texts.da.ts'
import type { At } from './pages.ts'
import { countNames } from './place-rules.ts'
import type { FileNames } from './place-rules.ts'
import { columnKeys, columnsOf, newRows, specsOf } from './preview-rules.ts'
import type { Problem } from './row-rules.ts'
import type { Waiting } from './waiting-rules.ts'

/** What a file would do: its columns, the names that are new, the rows that are wrong, and what is to be decided. */
export function previewPage(at: At, waiting: Waiting, form: Form<unknown> | undefined): Html {
  const { preview } = waiting
  const errors = [...(form?.errors ?? [])]
  const { municipality } = at
  const main = html`${preview && facts(waiting, preview)} ${columnsPart(at, waiting, errors)}
    ${preview && problemsPart(at, waiting, preview)}
    ${preview && decisionPart(at, { waiting, preview, form, errors })}`
  return framed(at, {
    title: t.previewTitle,
    heading: headingOf(waiting),
    lead: html`${t.fileName(waiting.fileName)} · ${t.kinds[waiting.kind]}`,
    aside: postButton({ href: paths.importDiscard(municipality, waiting.id), label: t.discard, variant: 'plain' }),
    crumbs: breadcrumbs([{ label: t.title, href: paths.imports(municipality) }, { label: t.previewTitle }]),
    menu: 'imports',
    errors,
    styles: ['forms', 'lists'],
    main,
  })
}

function headingOf({ preview, kind }: Waiting): string {
  if (!preview) return t.needsColumns
  const count = newRows(preview)
  if (count > 0) return t.ready[kind](count)
  return preview.bad > 0 ? t.toMend(preview.bad) : t.nothingNew
}

function facts(waiting: Waiting, preview: ImportPreview): Html {
  const { rows, same, repeated, changed, bad, firstDay, lastDay } = preview
  const keptOut = columnsOf(waiting).keptOut.map(column => column.heading)
  const lines = [
    t.facts.read(rows),
    ...(firstDay !== null && lastDay !== null ? [t.facts.days(dateOf(firstDay), dateOf(lastDay))] : []),
    ...(same > 0 ? [t.facts.same(same)] : []),
    ...(repeated > 0 ? [t.facts.repeated(repeated)] : []),
    ...(bad - changed > 0 ? [t.facts.bad(bad - changed)] : []),
    ...(changed > 0 ? [t.facts.changed(changed)] : []),
    ...(keptOut.length > 0 ? [t.facts.keptOut(keptOut.join(', '))] : []),
  ]
  return html`<ul class="bullets">
    ${lines.map(line => html`<li>${line}</li>`)}
  </ul>`
}

const dateOf = (iso: string): string => formatDateYear(day(iso))

function columnsPart(at: At, waiting: Waiting, errors: FieldError[]): Html {
  const columns = columnsOf(waiting)
  const specs = specsOf(waiting)
  const choices = waiting.headings.map((heading, place) => ({
    value: String(place),
    label: shownHeading(heading, place),
  }))
  const fields = columnKeys(waiting).map(key => {
    const { heading = key, needed = false } = specs[key] ?? {}
    const missing = columns.missing.includes(key)
    return selectField({
      name: columnField(key),
      label: heading,
      ...(needed ? { aside: t.needed } : {}),
      error: errorOf(errors, columnField(key)) ?? (missing ? t.pickColumn(heading) : undefined),
      choices: [{ value: '', label: t.noColumn }, ...choices],
      value: String(columns.places[key] ?? ''),
    })
  })
  const form = formTag(
    { href: paths.importColumns(at.municipality, waiting.id), offline: false },
    html`<p>${t.columnsHint}</p>`,
    html`<div class="filters">${fields}</div>`,
    buttonRow(button({ label: t.useColumns, variant: 'secondary' })),
  )
  return html`<section>
    <h2>${t.columnsTitle}</h2>
    ${details({ summary: t.columnsSummary, open: columns.missing.length > 0 }, form)}
  </section>`
}

function problemsPart(at: At, waiting: Waiting, { problems, problemCount }: ImportPreview): Content {
  if (problemCount === 0) return undefined
  const { municipality } = at
  const rest = problems.slice(problemsAtFirst)
  return html`<section>
    <h2>${t.problemsTitle}</h2>
    <p>${t.problemsLead(problems.length, problemCount)}</p>
    ${linkRow([
      { href: paths.importProblems(municipality, waiting.id), label: t.allProblems },
      { href: paths.importBadRows(municipality, waiting.id), label: t.badRows },
    ])}
    ${problemTable(problems.slice(0, problemsAtFirst))}
    ${rest.length > 0 && details({ summary: t.moreProblems(rest.length) }, problemTable(rest))}
  </section>`
}

/** The rest is folded, so that what is to be decided is not far away. */
const problemsAtFirst = 10

const problemTable = (problems: Problem[]): Html =>
  table({
    caption: t.problemsTitle,
    captionHidden: true,
    columns: [{ label: t.where }, { label: t.column }, { label: t.value }, { label: t.message }],
    rows: problems.map(({ line, column, value, message }) => [
      t.line(line),
      column,
      value === '' ? t.nothing : value,
      message,
    ]),
  })

interface Decision {
  waiting: Waiting
  preview: ImportPreview
  form: Form<unknown> | undefined
  errors: FieldError[]
}

function decisionPart(at: At, { waiting, preview, form, errors }: Decision): Html {
  const { bad, changed, unknown } = preview
  const isTicked = (name: string): boolean => typedIn(form, name) !== undefined
  const names = html`<section>
    ${namesPart(waiting, unknown)}
    ${checkbox({ name: 'create', label: t.create, checked: isTicked('create'), error: errorOf(errors, 'create') })}
  </section>`
  const update = { name: 'update', label: t.update(changed), hint: t.updateHint, checked: isTicked('update') }
  const rows = { name: 'rows', label: t.rows, error: errorOf(errors, 'rows'), value: typedIn(form, 'rows') }
  const choices = [
    { value: 'stop', label: t.rowsChoices.stop, hint: t.rowsChoices.stopHint },
    { value: 'good', label: t.rowsChoices.good, hint: t.rowsChoices.goodHint },
  ]
  const decision = html`<section>
    <h2>${t.decideTitle}</h2>
    ${changed > 0 && checkbox(update)} ${bad > 0 && radioRows({ ...rows, choices })}
  </section>`
  const href = paths.importRun(at.municipality, waiting.id)
  const asked = [countNames(unknown) > 0 && names, (changed > 0 || bad > 0) && decision]
  return formTag({ href, offline: false }, ...asked, formDock(button({ label: t.run })))
}

const shownNames = 50

function namesPart({ kind }: Waiting, { centres, units, workers, rooms }: FileNames): Html {
  const lists = [
    { title: t.centres, hint: t.centresHint, names: centres },
    { title: t.units, hint: t.unitsHint, names: units },
    { title: t.workers, hint: t.workersHint[kind], names: workers.map(({ unit, worker }) => `${worker} (${unit})`) },
    { title: t.rooms, hint: t.roomsHint, names: rooms.map(({ centre, room }) => `${room} (${centre})`) },
  ]
  const rows = lists
    .filter(({ names }) => names.length > 0)
    .map(({ title, hint, names }) => ({ title, text: hint, more: nameList(names) }))
  return html`<h2>${t.namesTitle}</h2>
    <p>${t.namesLead}</p>
    ${rowList(rows)}`
}

const nameList = (names: string[]): Html =>
  html`<ul class="bullets">
    ${names.slice(0, shownNames).map(name => html`<li>${name}</li>`)}
    ${names.length > shownNames && html`<li>${t.more(names.length - shownNames)}</li>`}
  </ul>`
