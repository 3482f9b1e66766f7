import { paths } from '../../paths.ts'
import { typedIn } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { details, linkRow } from '../../platform/html/blocks.ts'
import { button, buttonRow, linkButton } from '../../platform/html/buttons.ts'
import { selectField } from '../../platform/html/choices.ts'
import { dateField } from '../../platform/html/fields.ts'
import { errorOf, form as formTag } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { breadcrumbs, rowList, table } from '../../platform/html/lists.ts'
import { emptyState } from '../../platform/html/messages.ts'
import { framed } from '../frame.ts'
import type { Given } from '../routing.ts'
import { changeWords } from './change-rules.ts'
import { kindNames, purposeNames } from './forms.ts'
import type { LogLine, LogSubject } from './queries.ts'
import { logTabs } from './log-tabs.ts'
import { kindWordsOf, lookerOf, purposeWords, whenWords } from './rules.ts'
import { texts } from './texts.da.ts'

/** The log, newest first: who looked, when, why, at how many. */
export function logPage(given: At, shown: LogShown): Html {
  const { lines, form, older, newest } = shown
  const main = html`${logTabs(given.municipality, 'all')} ${filterPart(given, shown)}
    ${lines.length === 0 ? emptyState({ title: texts.none, text: texts.noneText }) : logTable(given, lines)}
    ${
      (older ?? newest) &&
      buttonRow(
        newest && linkButton({ href: newest, label: texts.newest, variant: 'secondary' }),
        older && linkButton({ href: older, label: texts.older, variant: 'secondary' }),
      )
    }
    ${linkRow([{ href: shown.csv, label: texts.export }])}`
  return framed(given, {
    title: texts.title,
    heading: texts.title,
    lead: texts.lead,
    errors: form.errors,
    main,
    menu: 'log',
    styles: ['lists', 'forms', ...(lines.length === 0 ? ['drawings' as const] : [])],
  })
}

/** One line of the log, with the numbers of those whom it is about. */
export function logLinePage(
  given: At,
  shown: { line: LogLine; subjects: readonly LogSubject[]; more: string | undefined },
): Html {
  const { line, subjects, more } = shown
  const facts = [
    { title: texts.columns.at, text: whenWords(line.at) },
    { title: texts.columns.who, text: lookerOf(line) },
    { title: texts.columns.why, text: purposeWords(line.purpose) },
    { title: texts.columns.kind, text: kindWordsOf(line.kind) },
    ...(line.change === null ? [] : [{ title: texts.changed, text: changeWords(line.change) }]),
    { title: texts.columns.sealed, text: sealedWords(line) },
  ]
  const rows = subjects.map(each => ({ title: each.id, text: subjectWords(each) }))
  const main = html`${rowList(facts)}
    <section>
      <h2>${texts.subjects}</h2>
      <p>${rows.length > 0 ? texts.subjectsHint : texts.noSubjects}</p>
      ${rows.length > 0 && rowList(rows)}
      ${more && buttonRow(linkButton({ href: more, label: texts.more, variant: 'secondary' }))}
    </section>`
  return framed(given, {
    title: texts.row(line.id),
    heading: texts.row(line.id),
    crumbs: breadcrumbs([{ label: texts.title, href: paths.log(given.municipality) }, { label: texts.row(line.id) }]),
    main,
    menu: 'log',
    styles: ['lists'],
  })
}

function filterPart({ municipality }: At, { form, lookers, filtered }: LogShown): Html {
  const field = (name: string) => ({ name, value: typedIn(form, name), error: errorOf(form.errors, name) })
  return details(
    { summary: texts.filter, open: filtered },
    formTag(
      { href: paths.log(municipality), method: 'get' },
      selectField({
        ...field('person'),
        label: texts.person,
        prompt: texts.anybody,
        choices: lookers.map(looker => ({ value: looker.id, label: looker.name })),
      }),
      selectField({
        ...field('purpose'),
        label: texts.purpose,
        prompt: texts.anyPurpose,
        choices: purposeNames.map(name => ({ value: name, label: purposeWords(name) })),
      }),
      selectField({
        ...field('kind'),
        label: texts.kind,
        prompt: texts.anyKind,
        choices: kindNames.map(name => ({ value: name, label: kindWordsOf(name) })),
      }),
      dateField({ ...field('from'), label: texts.from }),
      dateField({ ...field('to'), label: texts.to }),
      buttonRow(
        button({ label: texts.show, variant: 'secondary' }),
        filtered && linkButton({ href: paths.log(municipality), label: texts.showAll, variant: 'plain' }),
      ),
    ),
  )
}

function logTable({ municipality }: At, lines: readonly LogLine[]): Html {
  const { at, who, why, kind, whom, sealed } = texts.columns
  return table({
    caption: texts.caption,
    captionHidden: true,
    columns: [at, who, why, kind, whom, sealed].map(label => ({ label })),
    rows: lines.map(line => [
      html`<a href="${paths.logRow(municipality, line.id)}">${whenWords(line.at)}</a>`,
      lookerOf(line),
      purposeWords(line.purpose),
      kindWordsOf(line.kind),
      line.change === null ? texts.whom(line) : changeWords(line.change),
      sealedWords(line),
    ]),
  })
}

function sealedWords(line: LogLine): string {
  return line.sealed ? texts.sealed : texts.notSealed
}

function subjectWords({ subject, party }: LogSubject): string {
  const words = Object.entries(texts.subject).find(([name]) => name === subject)?.[1] ?? subject
  return party === null ? words : texts.at(words, party)
}

type At = Pick<Given, 'municipality' | 'actor'>
interface LogShown {
  lines: readonly LogLine[]
  form: Form<unknown>
  filtered: boolean
  lookers: readonly { id: string; name: string }[]
  older: string | undefined
  newest: string | undefined
  csv: string
}
