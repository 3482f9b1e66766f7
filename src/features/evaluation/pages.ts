import { paths } from '../../paths.ts'
import { linkRow } from '../../platform/html/blocks.ts'
import { button, buttonRow, linkButton } from '../../platform/html/buttons.ts'
import { selectField } from '../../platform/html/choices.ts'
import { dateField } from '../../platform/html/fields.ts'
import { bigNumbers, figure } from '../../platform/html/figures.ts'
import { errorOf, form } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { emptyState } from '../../platform/html/messages.ts'
import { typedIn } from '../../platform/form.ts'
import { formatDayField } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { efforts } from '../contacts/codes.ts'
import { words } from '../contacts/texts.da.ts'
import { framed } from '../frame.ts'
import { holds } from '../people/rules.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import { helpFigure, incomeFigure, monthsFigure, noShowFigure, topicsFigure } from './figure-pages.ts'
import { periodChoices } from './period-rules.ts'
import { heldInside, heldWords } from './held-words.ts'
import { centreTable, effortTable } from './table-pages.ts'
import { texts } from './texts.da.ts'
import type { View } from './view-rules.ts'

export interface Shown extends View {
  municipality: Municipality
  actor: Actor
  today: Day
}

/** The figures of a municipality: what was chosen, the message, the numbers, and every one of them in a table. */
export function figuresPage(shown: Shown): Html {
  const { period, centre, effort } = shown
  return framed(shown, {
    title: texts.title,
    heading: texts.heading(shown.municipality.name),
    lead: html`<span class="figures-chosen"
      >${texts.shown(period.label, centre?.name ?? texts.allCentres, effort ? words.effort[effort] : texts.allEfforts)}
      <a href="#choose">${texts.change}</a></span
    >`,
    menu: 'figures',
    errors: shown.form.errors,
    styles: ['forms', 'lists', 'charts', 'figures', ...(shown.isEmpty ? ['drawings' as const] : [])],
    main: html`${chooser(shown)}${shown.isEmpty ? nothing(shown) : everything(shown)}`,
  })
}

/** The address of the figures with the same choice, as a spreadsheet for one. */
function withChoice(href: string, { period, centre, effort }: View): string {
  const own = { from: period.from.toString(), to: period.to.toString() }
  const days = period.name === 'own' ? own : { period: period.name }
  const query = { ...days, ...(centre ? { centre: centre.slug } : {}), ...(effort ? { effort } : {}) }
  return `${href}?${new URLSearchParams(query).toString()}`
}

function chooser(shown: Shown): Html {
  const { municipality, form: given, named, period, today } = shown
  const { errors } = given
  const typed = (name: string): string => typedIn(given, name) ?? ''
  const all = { value: '', label: texts.form.all }
  const own = period.name === 'own' || errors.some(({ field }) => field === 'from' || field === 'to')
  const days = html`<div class="figures-fields">
    ${dateField({ name: 'from', label: texts.form.from, value: typed('from') || formatDayField(period.from), error: errorOf(errors, 'from') })}
    ${dateField({ name: 'to', label: texts.form.to, value: typed('to') || formatDayField(period.to), error: errorOf(errors, 'to') })}
  </div>`
  return html`<div id="choose" class="figures-choose${errors.length > 0 && ' is-open'}">
    ${form(
      { href: paths.figures(municipality), method: 'get' },
      html`<div class="figures-fields">
          ${selectField({ name: 'period', label: texts.form.period, choices: periodChoices(today), value: own ? 'own' : period.name, error: errorOf(errors, 'period') })}
          ${selectField({ name: 'centre', label: texts.form.centre, choices: [all, ...named.centres.map(({ slug, name }) => ({ value: slug, label: name }))], value: typed('centre'), error: errorOf(errors, 'centre') })}
          ${selectField({ name: 'effort', label: texts.form.effort, choices: [all, ...efforts.map(value => ({ value, label: words.effort[value] }))], value: typed('effort'), error: errorOf(errors, 'effort') })}
        </div>
        ${own && days}${buttonRow(button({ label: texts.form.show, variant: 'secondary' }))}`,
    )}
  </div>`
}

function everything(shown: Shown): Html {
  const sheetHref = withChoice(paths.figuresCsv(shown.municipality), shown)
  return html`${noShowFigure(shown, sheetHref)} ${totals(shown)}
    <div class="figures-pair">${topicsFigure(shown)}${helpFigure(shown)}</div>
    <div class="figures-pair">${incomeFigure(shown)}${centres(shown)}</div>
    ${effortRows(shown)} ${monthsFigure(shown)}
    <div class="figures-end">
      <p>${texts.heldNote}</p>
      ${linkRow([
        { href: sheetHref, label: texts.downloads },
        { href: withChoice(paths.figuresJson(shown.municipality), shown), label: texts.json },
      ])}
    </div>`
}

function totals({ evaluation: all }: Shown): Html {
  const rest = texts.totals.rest(
    heldInside(all.anonymousContacts),
    heldInside(all.citizensKnownBefore),
    heldInside(all.citizensNotAsked),
  )
  return figure({
    id: 'totals',
    message: texts.totals.title,
    drawing: html`${bigNumbers([
      { value: heldWords(all.contacts), label: texts.totals.contacts },
      { value: heldWords(all.citizens), label: texts.totals.citizens },
      { value: heldWords(all.citizensNotKnownBefore), label: texts.totals.notKnown },
    ])}
      <p class="lead">${rest}</p>`,
    howWeCount: texts.totals.how,
  })
}

function centres(shown: Shown): Html {
  const { title, counted, how } = texts.centres
  return figure({ id: 'centres', message: title, counted, drawing: centreTable(shown), howWeCount: how })
}

function effortRows(shown: Shown): Html {
  const { title, counted, how } = texts.efforts
  return figure({ id: 'efforts', message: title, counted, drawing: effortTable(shown), howWeCount: how })
}

function nothing({ municipality, actor, centre, effort, period }: Shown): Html {
  const chosen = centre !== undefined || effort !== undefined || period.name !== 'three-years'
  if (chosen) {
    const actions = linkButton({ href: paths.figures(municipality), label: texts.empty.all, variant: 'secondary' })
    return emptyState({ title: texts.empty.filteredTitle, text: texts.empty.filteredText, actions })
  }
  const record =
    holds(actor, 'outreach_worker') &&
    linkButton({ href: paths.recordContact(municipality), label: texts.empty.record })
  const bring =
    holds(actor, 'administrator') && linkButton({ href: paths.imports(municipality), label: texts.empty.import })
  return emptyState({ title: texts.empty.title, text: texts.empty.text, actions: record || bring })
}
