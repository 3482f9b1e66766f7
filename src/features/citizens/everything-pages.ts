import { factsList } from '../../platform/html/lists.ts'
import { paths } from '../../paths.ts'
import type { Typed } from '../../platform/form.ts'
import { typedIn } from '../../platform/form.ts'
import { details } from '../../platform/html/blocks.ts'
import { button } from '../../platform/html/buttons.ts'
import { checkbox, radioRows } from '../../platform/html/choices.ts'
import { errorOf, form } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import type { Given } from '../routing.ts'
import { elsewherePart, givingPart } from '../access-requests/part.ts'
import type { Asked, Requested } from '../access-requests/queries.ts'
import { cardFramed } from './card-pages.ts'
import type { Card } from './card-queries.ts'
import type { Entry, Section } from './everything-rules.ts'
import type { Sheet } from './everything-sheet.ts'
import { everythingTexts as t } from './everything-texts.da.ts'
import { everythingFormats } from './codes.ts'

/** One controller's answer to the right of access, from one party's record: read together, printed or taken along. */
export function everythingPage(given: Pick<Given, 'municipality' | 'actor'>, shown: EverythingShown): Html {
  const { municipality } = given
  const { card, sheet, access, errors } = shown
  return cardFramed(given, {
    card,
    title: t.title,
    lead: sheet.lead,
    errors,
    main: html`${givingPart(municipality, access.asked, card.id)}
      <section>
        <h2>${sheet.title}</h2>
      ${sheet.about.map(line => html`<p>${line}</p>`)}
        <p><a href="${paths.looked(municipality, card.id)}">${t.looked}</a></p>
      </section>
      ${take(shown, paths.citizenEverythingFile(municipality, card.id))}
      ${elsewherePart(municipality, { card, ...access })} ${sheet.sections.map(sectionPart)}`,
  })
}

function take({ card, typed, errors }: EverythingShown, href: string): Html {
  const taking = form(
    { href, offline: false },
    html`<h2>${t.take}</h2>`,
    radioRows({
      name: 'format',
      label: t.format,
      choices: everythingFormats.map(value => ({ value, ...t.formats[value] })),
      ruled: true,
      value: typedIn(typed && { typed }, 'format') ?? 'pdf',
      error: errorOf(errors, 'format'),
    }),
    card.hasNumber && checkbox({ name: 'number', label: t.withNumber, hint: t.withNumberHint }),
    html`<p class="button-row">${button({ label: t.get, icon: 'download', variant: 'secondary' })}</p>`,
  )
  return html`<section class="not-printed">${taking}</section>`
}

function sectionPart({ title, entries }: Section): Html {
  return html`<section>
    <h2>${title}</h2>
    <ul class="rows">
      ${entries.map(entry => html`<li><div>${entryPart(entry)}</div></li>`)}
    </ul>
  </section>`
}

function entryPart({ when, title, facts, before }: Entry): Content {
  return html`<p class="row-title">${title}</p>
    ${when !== null && html`<p class="row-text">${when}</p>`} ${facts.length > 0 && factsList(facts)}
    ${
      before.length > 0 &&
      details(
        { summary: t.before, open: true },
        before.map(
          former =>
            html`<p>${t.replaced(former.when, former.by)}</p>${former.facts.length > 0 && factsList(former.facts)}`,
        ),
      )
    }`
}

/** Whom else the citizen can ask, what was asked before, and the request that this page answers. */
export interface Access {
  parties: number
  requests: readonly Requested[]
  asked: Asked | undefined
}

interface EverythingShown {
  access: Access
  card: Card
  sheet: Sheet
  typed?: Typed
  errors: readonly FieldError[]
}
