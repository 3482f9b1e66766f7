import { paths } from '../../paths.ts'
import type { Typed } from '../../platform/form.ts'
import { typedIn } from '../../platform/form.ts'
import { details, note } from '../../platform/html/blocks.ts'
import { button, buttonRow, linkButton, postButton } from '../../platform/html/buttons.ts'
import { textField } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import type { Given } from '../routing.ts'
import { cardFramed } from './card-pages.ts'
import { numberTexts as t } from './card-texts.da.ts'
import { howField } from './name-pages.ts'
import type { OwnCard } from './own-card.ts'
import type { Citizen } from './queries.ts'
import { displayName } from './rules.ts'

/** Whether there is a number, the number itself when one has asked for it, and the citizen's way to give or take it. */
export function numberPage(given: At, shown: NumberShown): Html {
  const { municipality } = given
  const { card, said, errors, typed } = shown
  return cardFramed(given, {
    card,
    closed: shown.closed,
    title: t.title,
    lead: t.lead,
    errors,
    main: html`${said !== undefined && note(html`<p role="status">${said}</p>`)} ${same(given, shown.taken)}
      <p>${t.who(card.partyName)}</p>
      ${standing(given, shown)}
      ${
        card.hasNumber
          ? details(
              { summary: t.again, open: typed !== undefined && typedIn({ typed }, 'number') !== undefined },
              entry(given, shown),
            )
          : entry(given, shown)
      }
      ${card.hasNumber && details({ summary: t.take, open: isTaking(typed) }, html`<p>${t.takeText}</p>`, taking(municipality, shown))}`,
  })
}

function standing({ municipality }: At, { card, number }: NumberShown): Content {
  if (!card.hasNumber) return html`<p>${t.none}</p>`
  const href = paths.citizenNumber(municipality, card.id)
  if (number === undefined)
    return html`<p>${t.kept}</p>
      ${postButton({ href: paths.citizenNumberShown(municipality, card.id), label: t.show, icon: 'lock', variant: 'secondary' })}`
  const shown = number === null ? t.unreadable : html`<b class="nowrap">${t.shown(number)}</b>`
  return html`${note(html`<p role="status">${shown}</p>`)} ${buttonRow(linkButton({ href, label: t.hide, variant: 'secondary' }))}`
}

function entry({ municipality }: At, { card, actId, typed, errors }: NumberShown): Html {
  const own = isTaking(typed) ? { typed: undefined, errors: [] } : { typed, errors }
  return form(
    { href: paths.citizenNumber(municipality, card.id), ping: paths.alive() },
    hiddenField('id', actId),
    textField({
      name: 'number',
      label: t.number,
      value: typedIn(own.typed && { typed: own.typed }, 'number'),
      error: errorOf(own.errors, 'number'),
      width: 'medium',
      inputmode: 'numeric',
      autocomplete: 'off',
    }),
    howField({ name: 'how', ...own }),
    html`<p class="button-row">${button({ label: t.save })}</p>`,
  )
}

function taking(municipality: At['municipality'], { card, actId, typed, errors }: NumberShown): Html {
  const own = isTaking(typed) ? { typed, errors } : { typed: undefined, errors: [] }
  return form(
    { href: paths.citizenNumberBack(municipality, card.id) },
    hiddenField('id', actId),
    howField({ name: 'howBack', ...own }),
    html`<p class="button-row">${button({ label: t.takeButton, variant: 'secondary' })}</p>`,
  )
}

// Of one's own parties alone: whether another party has the number is never asked.
function same({ municipality }: At, taken: Citizen | undefined): Content {
  if (!taken) return undefined
  const href = (taken.closed ? paths.citizenClose : paths.citizen)(municipality, taken.id)
  return note(html`<p>${t.same}. <a href="${href}">${t.sameLink(displayName(taken))}</a></p>`)
}

const isTaking = (typed: Typed | undefined) => typed !== undefined && typedIn({ typed }, 'number') === undefined

/** What is wrong with a number that the party has on another card. */
export const numberTaken = { field: 'number', message: `${t.same}.` }

type At = Pick<Given, 'municipality' | 'actor'>

interface NumberShown extends OwnCard {
  typed?: Typed | undefined
  errors: readonly FieldError[]
  said?: string | undefined
  /** The ten digits, once they were asked for; null when they cannot be read. */
  number?: string | null
  /** The card of the same party that has the number already. */
  taken?: Citizen | undefined
}
