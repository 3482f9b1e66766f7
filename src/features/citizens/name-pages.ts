import { paths } from '../../paths.ts'
import type { Typed } from '../../platform/form.ts'
import { typedIn } from '../../platform/form.ts'
import { conflictNote, details, note } from '../../platform/html/blocks.ts'
import { button } from '../../platform/html/buttons.ts'
import { radioChips } from '../../platform/html/choices.ts'
import { textField } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import type { Given } from '../routing.ts'
import { cardFramed } from './card-pages.ts'
import { cardTexts, nameTexts as t } from './card-texts.da.ts'
import { hows } from './codes.ts'
import type { OwnCard } from './own-card.ts'
import { actTexts } from './texts.da.ts'

/** The citizen says their name, or takes it back. */
export function namePage(given: At, shown: NameShown): Html {
  const { card, typed, errors, said, conflict } = shown
  const isSaying = typed === undefined || typedIn({ typed }, 'name') !== undefined
  const refused = { typed, errors }
  const untouched = { typed: undefined, errors: [] }
  return cardFramed(given, {
    card,
    closed: shown.closed,
    title: t.title,
    lead: t.lead,
    errors,
    main: html`${said !== undefined && note(html`<p role="status">${said}</p>`)}
    ${conflict === true && standing(given, shown)} ${saying(given, shown, isSaying ? refused : untouched)}
    ${card.name !== null && taking(given, shown, isSaying ? undefined : refused)}`,
  })
}

function standing({ municipality }: At, { card }: NameShown): Html {
  return conflictNote({
    title: cardTexts.changedTitle,
    lead: cardTexts.standsNow,
    stands: html`<p><b>${card.name ?? cardTexts.nameNone}</b></p>`,
    yours: cardTexts.yours,
    letItStand: { href: paths.citizenName(municipality, card.id), label: cardTexts.letItStand },
  })
}

function saying({ municipality }: At, shown: NameShown, { typed, errors }: Refused): Html {
  const { card } = shown
  return form(
    { href: paths.citizenName(municipality, card.id), ping: paths.alive() },
    carried(shown),
    textField({
      name: 'name',
      label: t.name,
      value: typed ? (typedIn({ typed }, 'name') ?? '') : (card.name ?? ''),
      error: errorOf(errors, 'name'),
      maxlength: 120,
      autocomplete: 'off',
    }),
    howField({ name: 'how', typed, errors }),
    html`<p class="button-row">${button({ label: t.save })}</p>`,
  )
}

function taking({ municipality }: At, shown: NameShown, refused: Refused | undefined): Html {
  const { card } = shown
  const { typed, errors = [] } = refused ?? {}
  return details(
    { summary: t.take, open: refused !== undefined },
    html`<p>${t.takeText[card.isPublic ? 'public' : 'private']}</p>`,
    form(
      { href: paths.citizenNameBack(municipality, card.id) },
      carried(shown),
      howField({ name: 'howBack', typed, errors }),
      html`<p class="button-row">${button({ label: t.takeButton, variant: 'secondary' })}</p>`,
    ),
  )
}

const carried = ({ actId, card }: NameShown) => [hiddenField('id', actId), hiddenField('version', String(card.version))]

/** Said or written: how the citizen let it be known. */
export function howField(at: {
  name: 'how' | 'howBack'
  typed: Typed | undefined
  errors: readonly FieldError[]
}): Content {
  const { name, typed, errors } = at
  return radioChips({
    name,
    label: actTexts.howAsk,
    layout: 'pair',
    choices: hows.map(how => ({ value: how, label: actTexts.how[how] })),
    value: typedIn(typed && { typed }, name),
    error: errorOf(errors, name),
  })
}

type At = Pick<Given, 'municipality' | 'actor'>

interface Refused {
  typed: Typed | undefined
  errors: readonly FieldError[]
}

interface NameShown extends OwnCard {
  typed?: Typed | undefined
  errors: readonly FieldError[]
  said?: string | undefined
  conflict?: boolean
}
