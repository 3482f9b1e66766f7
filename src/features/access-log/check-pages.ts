import { paths } from '../../paths.ts'
import { typedIn } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { linkRow } from '../../platform/html/blocks.ts'
import { button, buttonRow, linkButton } from '../../platform/html/buttons.ts'
import { radioRows } from '../../platform/html/choices.ts'
import { dateField, numberField, textField } from '../../platform/html/fields.ts'
import { errorOf, form as formTag, hiddenField } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { breadcrumbs, rowList, table } from '../../platform/html/lists.ts'
import { emptyState } from '../../platform/html/messages.ts'
import { formatDays } from '../../platform/time.ts'
import { framed } from '../frame.ts'
import type { Given } from '../routing.ts'
import type { Check } from './check-queries.ts'
import { checkTexts as t } from './check-texts.da.ts'
import { checkResults } from './forms.ts'
import { logTabs } from './log-tabs.ts'
import { lookerOf, purposeWords, whenWords } from './rules.ts'
import { texts } from './texts.da.ts'

/** The spot checks, and the form that draws new ones. */
export function checksPage(given: At, shown: ChecksShown): Html {
  const { municipality } = given
  const { checks, form, older, newest } = shown
  const none = checks.length === 0
  const main = html`${logTabs(municipality, 'checks')}
    ${none ? emptyState({ title: t.none, text: t.noneText }) : checksTable(given, checks)}
    ${
      (older ?? newest) &&
      buttonRow(
        newest && linkButton({ href: newest, label: t.newest, variant: 'secondary' }),
        older && linkButton({ href: older, label: t.older, variant: 'secondary' }),
      )
    }
    ${drawPart(given, shown)} ${!none && linkRow([{ href: paths.logChecksCsv(municipality), label: t.export }])}`
  return framed(given, {
    title: t.title,
    heading: t.title,
    lead: t.lead,
    errors: form?.errors ?? [],
    main,
    menu: 'log',
    styles: ['lists', 'forms', ...(none ? ['drawings' as const] : [])],
    scripts: ['form-once'],
  })
}

/** One line that was drawn, and what the officer found. */
export function checkPage(given: At, { check, form }: { check: Check; form: Form<unknown> | undefined }): Html {
  const { municipality } = given
  const facts = [
    ...(check.at ? [{ title: t.facts.at, text: whenWords(check.at) }] : []),
    { title: t.facts.who, text: whoOf(check) },
    { title: t.facts.why, text: whyOf(check) },
    { title: t.facts.period, text: formatDays(check.first, check.last) },
  ]
  const main = html`${rowList(facts)}
    ${check.at && linkRow([{ href: paths.logRow(municipality, check.logId), label: t.seeLine }])}
    <section>
      ${check.result === null ? answerForm(given, check, form) : answered(check)}
    </section>`
  return framed(given, {
    title: t.check(check.logId),
    heading: t.check(check.logId),
    crumbs: breadcrumbs([{ label: t.title, href: paths.logChecks(municipality) }, { label: t.check(check.logId) }]),
    errors: form?.errors ?? [],
    main,
    menu: 'log',
    styles: ['lists', 'forms'],
    scripts: ['form-once'],
  })
}

function checksTable({ municipality }: At, checks: readonly Check[]): Html {
  return table({
    caption: t.caption,
    captionHidden: true,
    columns: t.head.map(label => ({ label })),
    rows: checks.map(check => [
      html`<a href="${paths.logCheck(municipality, check.drawId, check.logId)}">${texts.row(check.logId)}</a>`,
      check.at ? whenWords(check.at) : t.gone,
      whoOf(check),
      whyOf(check),
      check.result === null ? t.open : html`<b>${t.results[check.result]}</b>`,
    ]),
  })
}

function drawPart({ municipality }: At, { form, fresh }: ChecksShown): Html {
  const field = (name: string) => ({ name, value: typedIn(form, name), error: errorOf(form?.errors ?? [], name) })
  return html`<section>
    <h2>${t.drawTitle}</h2>
    <p>${t.days}</p>
    ${formTag(
      { href: paths.logChecks(municipality) },
      hiddenField('draw', typedIn(form, 'draw') || fresh),
      numberField({ ...field('count'), label: t.count, value: typedIn(form, 'count') ?? '10' }),
      dateField({ ...field('from'), label: texts.from }),
      dateField({ ...field('to'), label: texts.to }),
      buttonRow(button({ label: t.draw })),
    )}
  </section>`
}

function answerForm({ municipality }: At, { drawId, logId }: Check, form: Form<unknown> | undefined): Html {
  const field = (name: string) => ({ name, value: typedIn(form, name), error: errorOf(form?.errors ?? [], name) })
  return formTag(
    { href: paths.logCheck(municipality, drawId, logId) },
    radioRows({
      ...field('result'),
      label: t.result,
      choices: checkResults.map(result => ({ value: result, label: t.results[result] })),
    }),
    textField({ ...field('remark'), label: t.remark, hint: t.remarkHint, maxlength: 300, autocomplete: 'off' }),
    buttonRow(button({ label: t.save })),
  )
}

function answered({ result, remark, checkedAt, checkedBy }: Check): Html {
  const told = checkedAt && checkedBy ? t.checkedBy(checkedBy, whenWords(checkedAt)) : ''
  return html`<h2>${t.checked}</h2>
    ${rowList([{ title: result ? t.results[result] : '', text: told, more: remark && html`<p class="own-words">${remark}</p>` }])}`
}

const whoOf = ({ personName, purpose }: Check): string =>
  purpose === null ? t.gone : lookerOf({ personName, purpose })
const whyOf = ({ purpose }: Check): string => (purpose === null ? '' : purposeWords(purpose))
type At = Pick<Given, 'municipality' | 'actor'>
interface ChecksShown {
  checks: readonly Check[]
  form: Form<unknown> | undefined
  /** The id of the draw that one may make now. */
  fresh: string
  older: string | undefined
  newest: string | undefined
}
