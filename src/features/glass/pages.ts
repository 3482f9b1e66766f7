import { paths } from '../../paths.ts'
import { typedIn } from '../../platform/form.ts'
import type { Typed } from '../../platform/form.ts'
import { button, linkButton } from '../../platform/html/buttons.ts'
import { radioRows } from '../../platform/html/choices.ts'
import { textArea } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { breadcrumbs, rowList } from '../../platform/html/lists.ts'
import type { Instant } from '../../platform/time.ts'
import { displayName } from '../citizens/rules.ts'
import { framed } from '../frame.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import type { OwnRecords } from '../consents/asking.ts'
import { glassBanner } from './parts.ts'
import type { OpenGlass } from './queries.ts'
import { glassTexts as t } from './texts.da.ts'
import { openPart } from '../consents/open-part.ts'

/** Asks for the reason and the ground, and says first what it means. */
export function breakPage(shown: BreakShown): Html {
  const { municipality, first, typed, errors } = shown
  const field = (name: string) => ({ name, value: typedIn({ typed }, name), error: errorOf(errors, name) })
  const main = html`<ul class="bullets">
      ${t.what.map(line => html`<li>${line}</li>`)}
    </ul>
    ${form({ href: paths.breakGlass(municipality, first.id), ping: paths.alive() }, [
      hiddenField('id', typedIn({ typed }, 'id') ?? ''),
      radioRows({
        ...field('ground'),
        label: t.ground,
        choices: (['danger', 'child', 'law'] as const).map(value => ({ value, label: t.grounds[value] })),
      }),
      textArea({
        name: 'reason',
        label: t.reason,
        hint: t.reasonHint,
        value: typedIn({ typed }, 'reason') ?? '',
        error: errorOf(errors, 'reason'),
        maxlength: 1000,
      }),
      html`<div class="equal-choice">
        ${button({ label: t.break })}
        ${linkButton({ href: paths.citizen(municipality, first.id), label: t.no, variant: 'secondary' })}
      </div>`,
    ])}`
  return framed(shown, {
    ...framing(shown, t.title),
    lead: t.lead(displayName(first)),
    main,
    errors,
    styles: ['forms', 'lists', 'doors'],
    scripts: ['form-once'],
  })
}

/** What is open, until when, and how to close it. */
export function brokenPage(shown: OwnRecords & At & { opening: OpenGlass }): Html {
  const { municipality, records, opening } = shown
  const rows = records
    .filter(record => !record.own)
    .map(record => ({
      title: displayName(record),
      text: t.fromParty(record.partyName),
      href: paths.citizen(municipality, record.id),
    }))
  const list = html`<section>
    <h2>${t.opened}</h2>
    ${rows.length > 0 ? rowList(rows) : html`<p>${t.nothing}</p>`}
  </section>`
  return framed(shown, {
    ...framing(shown, t.openTitle),
    main: openPart(shown, glassBanner(municipality, opening), list),
    styles: ['lists'],
    scripts: ['live'],
  })
}

function framing({ municipality, first }: OwnRecords & At, title: string) {
  const name = displayName(first)
  const crumbs = breadcrumbs([{ label: name, href: paths.citizen(municipality, first.id) }, { label: title }])
  return { title, heading: title, crumbs, menu: 'citizens' as const }
}

interface At {
  municipality: Municipality
  actor: Actor
  now: Instant
}
interface BreakShown extends OwnRecords, At {
  typed: Typed
  errors: readonly FieldError[]
}
