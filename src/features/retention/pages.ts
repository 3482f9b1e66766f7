import { paths } from '../../paths.ts'
import type { Form } from '../../platform/form.ts'
import { typedIn } from '../../platform/form.ts'
import { conflictNote, lampNote, note } from '../../platform/html/blocks.ts'
import { button } from '../../platform/html/buttons.ts'
import { checkbox, radioRows } from '../../platform/html/choices.ts'
import { numberField, textField } from '../../platform/html/fields.ts'
import { errorOf, form as formTag, hiddenField } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { breadcrumbs, rowList } from '../../platform/html/lists.ts'
import { emptyState } from '../../platform/html/messages.ts'
import { day, dayOf, formatDateYear, instantOf } from '../../platform/time.ts'
import { framed } from '../frame.ts'
import { administratorTabs } from '../people/admin-tabs.ts'
import { holds } from '../people/rules.ts'
import type { Given } from '../routing.ts'
import { actsFor } from './codes.ts'
import type { RecordKind, RetentionAct } from './codes.ts'
import type { RetentionRule } from './queries.ts'
import { texts as t } from './texts.da.ts'

/** The rules of each controller whose rules one sees to, and what the last night found. */
export function rulesPage(given: At, shown: RulesShown): Html {
  const { rules, said } = shown
  const controllers = [...Map.groupBy(rules, rule => rule.controllerId).values()]
  const official = holds(given.actor, 'administrator')
  const main =
    rules.length === 0
      ? emptyState({ title: t.noneTitle, text: t.noneText })
      : html`${official && administratorTabs(given.municipality, 'retention')} ${said !== undefined && note(html`<p role="status">${said}</p>`)}
          ${rules.some(rule => rule.checkedOn === null) && lampNote(html`<p>${t.check}</p>`)}
          ${controllers.map(each => controllerRules(given, each))}
          ${official && backups(given, shown)}`
  return framed(given, {
    title: t.title,
    heading: t.title,
    lead: t.lead,
    errors: shown.form?.errors ?? [],
    main,
    menu: official ? 'staff' : 'more',
    styles: ['forms', 'lists', 'drawings'],
    scripts: ['form-once'],
  })
}

/** One rule, to be changed. */
export function rulePage(given: At, shown: RuleShown): Html {
  const { municipality } = given
  const { rule, form, conflict } = shown
  const title = t.kind[rule.kind]
  return framed(given, {
    title,
    heading: title,
    lead: `${rule.controllerName}. ${t.from[rule.kind]}`,
    crumbs: breadcrumbs([{ label: t.title, href: paths.retention(municipality) }, { label: title }]),
    errors: form?.errors ?? [],
    main: html`${
      conflict &&
      conflictNote({
        title: t.changedTitle,
        lead: t.standsNow,
        stands: html`<p>${ruleWords(rule)}</p>`,
        yours: t.yours,
        letItStand: { href: paths.retention(municipality), label: t.letItStand },
      })
    }
    ${formTag({ href: paths.retentionRule(municipality, rule.controllerId, rule.kind), ping: paths.alive() }, ruleFields(shown))}`,
    menu: holds(given.actor, 'administrator') ? 'staff' : 'more',
    styles: ['forms', 'lists'],
    scripts: ['form-once'],
  })
}

function controllerRules({ municipality }: At, rules: readonly RetentionRule[]): Content {
  const [first] = rules
  if (!first) return undefined
  const rows = rules.map(rule => ({
    title: t.kind[rule.kind],
    text: ruleWords(rule),
    more: html`<p class="row-text">${checkedWords(rule)}. ${runWords(rule)}.</p>`,
    href: paths.retentionRule(municipality, rule.controllerId, rule.kind),
  }))
  return html`<section>
    <h2>${first.controllerName}</h2>
    <p>${first.isPublic ? t.public : t.private}</p>
    ${rowList(rows)}
  </section>`
}

function backups({ municipality }: At, { backupDays, form }: RulesShown): Html {
  return html`<section>
    <h2>${t.backups}</h2>
    ${formTag(
      { href: paths.retentionBackups(municipality) },
      numberField({
        name: 'days',
        label: t.backupsLabel,
        hint: t.backupsHint,
        value: form ? (typedIn(form, 'days') ?? '') : String(backupDays),
        error: errorOf(form?.errors ?? [], 'days'),
      }),
      html`<p class="button-row">${button({ label: t.save, variant: 'secondary' })}</p>`,
    )}
  </section>`
}

function ruleFields({ rule, form }: RuleShown): Content {
  const errors = form?.errors ?? []
  const field = (name: string, stored: string) => ({
    name,
    value: form ? (typedIn(form, name) ?? '') : stored,
    error: errorOf(errors, name),
  })
  const acts = actsFor[rule.kind].map(act => ({ value: act, label: t.act[act], hint: hintFor(rule.kind, act) }))
  return html`${hiddenField('version', String(rule.version))}
  ${numberField({ ...field('months', String(rule.months)), label: t.months })}
  ${radioRows({ ...field('act', rule.act), label: t.actLabel, choices: acts, ruled: true })}
  ${textField({ ...field('kle', rule.kle), label: t.kleLabel, hint: t.kleHint, width: 'short', autocomplete: 'off' })}
  ${checkbox({ name: 'checked', label: t.checkedNow, checked: form !== undefined && typedIn(form, 'checked') !== undefined })}
  <p class="button-row">${button({ label: t.save })}</p>`
}

function hintFor(kind: RecordKind, act: RetentionAct): string {
  return kind === 'log' && act === 'delete' ? t.logHint : t.actHint[act]
}

function ruleWords({ act, months, kle }: RetentionRule): string {
  return `${t.after(t.act[act], months)} · ${t.kle(kle)}`
}

function checkedWords({ checkedOn, checkedBy }: RetentionRule): string {
  return checkedOn === null ? t.unchecked : t.checked(formatDateYear(day(checkedOn)), checkedBy ?? '')
}

function runWords({ lastRun, act }: RetentionRule): string {
  if (!lastRun) return t.notRun.replace(/\.$/, '')
  const on = formatDateYear(dayOf(instantOf(lastRun.at)))
  return act === 'list' ? t.runList(on, lastRun.due) : t.run(on, lastRun.due, lastRun.done)
}

type At = Pick<Given, 'municipality' | 'actor'>

interface RulesShown {
  rules: readonly RetentionRule[]
  backupDays: number
  form?: Form<unknown>
  said?: string | undefined
}

interface RuleShown {
  rule: RetentionRule
  form?: Form<unknown>
  conflict?: boolean
}
