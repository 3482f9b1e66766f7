import { paths } from '../../paths.ts'
import type { Typed } from '../../platform/form.ts'
import { typedAll, typedIn } from '../../platform/form.ts'
import { conflictNote, note } from '../../platform/html/blocks.ts'
import { button } from '../../platform/html/buttons.ts'
import { checkRows, selectField } from '../../platform/html/choices.ts'
import { telephoneField, textField } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { breadcrumbs, rowList } from '../../platform/html/lists.ts'
import { portrait } from '../../platform/html/people.ts'
import { formatPhone } from '../../platform/phone.ts'
import { dayOf, formatDateYear, instantOf } from '../../platform/time.ts'
import { introducers } from '../contacts/codes.ts'
import { words } from '../contacts/texts.da.ts'
import { framed } from '../frame.ts'
import type { Given } from '../routing.ts'
import type { Card } from './card-queries.ts'
import { cardTexts as t } from './card-texts.da.ts'
import { closedPart } from './closed-part.ts'
import type { Closed } from './closed-queries.ts'
import { needs, needsOf } from './codes.ts'
import type { OwnCard } from './own-card.ts'
import { displayName } from './rules.ts'
import { actTexts, wishTexts } from './texts.da.ts'

/** How the citizen wants to be met, what they have said and taken back, and the way to the rest. */
export function cardPage(given: At, shown: CardShown): Html {
  const { municipality } = given
  const { card, said, errors } = shown
  return cardFramed(given, {
    card,
    closed: shown.closed,
    title: t.title,
    lead: t.lead(card.partyName),
    errors,
    main: html`${said !== undefined && note(html`<p role="status">${said}</p>`)}
    ${shown.conflict === true && conflict(given, card)}
    ${form(
      { href: paths.citizenCard(municipality, card.id), ping: paths.alive() },
      fields(shown),
      hiddenField('version', String(card.version)),
      html`<p class="button-row">${button({ label: t.save })}</p>`,
    )}
    <section>
      <h2>${t.sms}</h2>
      <p>${card.sms ? t.smsYes : t.smsNo}</p>
      <p><a class="row-action" href="${paths.consents(municipality, card.id)}">${t.consents}</a></p>
    </section>
    ${more(given, card)} ${steps(shown)}`,
  })
}

/** A page of one's own about a citizen: their name over it, and the way back to their page. */
export function cardFramed(
  given: At,
  options: {
    card: Card
    /** Said over the page; left out where the page itself is about it. */
    closed?: Closed | undefined
    title: string
    lead: string
    main: Content
    errors?: readonly FieldError[]
  },
): Html {
  const { municipality } = given
  const { card, closed, title, lead, main, errors = [] } = options
  const called = displayName(card)
  const whose = card.name === null ? lead : `${card.name}. ${lead}`
  return framed(given, {
    title,
    heading: title,
    lead: whose,
    face: portrait({ shape: 'silhouette' }),
    crumbs: breadcrumbs([
      { label: t.back, href: paths.citizens(municipality) },
      // A locked record has no page of its own.
      { label: called, ...(card.lockedAt === null && { href: paths.citizen(municipality, card.id) }) },
      { label: title },
    ]),
    errors,
    main: html`${closedPart(municipality, closed)} ${main}`,
    menu: 'citizens',
    styles: ['forms', 'lists', 'people', 'record'],
    scripts: ['form-once'],
  })
}

function fields({ card, typed, errors }: CardShown): Content {
  const stored = {
    alias: card.alias,
    phone: card.phone === null ? '' : formatPhone(card.phone),
    safeTimes: card.safeTimes ?? '',
  }
  const field = (name: keyof typeof stored) => ({
    name,
    value: typed ? (typedIn({ typed }, name) ?? '') : stored[name],
    error: errorOf(errors, name),
  })
  return html`${textField({ ...field('alias'), label: t.alias, maxlength: 80, autocomplete: 'off' })}
  ${checkRows({
    name: 'needs',
    label: t.needs,
    choices: needs.map(need => ({ value: need, label: wishTexts.need[need] })),
    values: typed ? typedAll({ typed }, 'needs') : needsOf(card.needs),
    error: errorOf(errors, 'needs'),
  })}
  ${telephoneField({ ...field('phone'), label: t.phone, hint: t.phoneHint, autocomplete: 'off' })}
  ${textField({ ...field('safeTimes'), label: t.safeTimes, hint: t.safeTimesHint, maxlength: 80, autocomplete: 'off' })}
  ${selectField({
    name: 'introducedBy',
    label: t.introducedBy,
    choices: introducers.map(each => ({ value: each, label: words.introducer[each] })),
    prompt: t.notAsked,
    value: typed ? typedIn({ typed }, 'introducedBy') : (card.introducedBy ?? undefined),
    error: errorOf(errors, 'introducedBy'),
  })}`
}

function conflict({ municipality }: At, card: Card): Html {
  const pair = (label: string, value: string | null) =>
    html`<div>
      <dt>${label}</dt>
      <dd>${value === null || value === '' ? t.none : value}</dd>
    </div>`
  return conflictNote({
    title: t.changedTitle,
    lead: t.standsNow,
    stands: html`<dl class="pairs">
      ${pair(t.alias, card.alias)}
      ${pair(
        t.needs,
        needsOf(card.needs)
          .map(need => wishTexts.need[need])
          .join(', '),
      )}
      ${pair(t.phone, card.phone && formatPhone(card.phone))} ${pair(t.safeTimes, card.safeTimes)}
      ${pair(t.introducedBy, card.introducedBy && words.introducer[card.introducedBy])}
    </dl>`,
    yours: t.yours,
    letItStand: { href: paths.citizenCard(municipality, card.id), label: t.letItStand },
  })
}

function more({ municipality }: At, card: Card): Html {
  const zone = card.isPublic ? 'public' : 'private'
  const rows = [
    { title: t.nameRow, text: card.name ?? t.nameNone, href: paths.citizenName(municipality, card.id) },
    ...(card.isPublic
      ? [
          {
            title: t.numberRow,
            text: card.hasNumber ? t.numberKept : t.numberNone,
            href: paths.citizenNumber(municipality, card.id),
          },
        ]
      : []),
    { title: t.everythingRow, text: t.everythingHint, href: paths.citizenEverything(municipality, card.id) },
    card.closedAt === null
      ? { title: t.closeRow[zone], text: t.closeHint[zone], href: paths.citizenClose(municipality, card.id) }
      : { title: t.reopenRow, text: t.reopenHint, href: paths.citizenClose(municipality, card.id) },
  ]
  return html`<section>
    <h2>${t.more}</h2>
    ${rowList(rows)}
  </section>`
}

function steps({ acts }: CardShown): Html {
  const rows = acts.map(({ act, how, actedAt, recordedBy }) => ({
    title: actTexts.act[act],
    // Nobody asks for an alias: that one is used is no word of the citizen's.
    text:
      act === 'alias'
        ? actTexts.usedFrom(dayWords(actedAt), recordedBy)
        : t.writtenDownBy(actTexts.how[how], dayWords(actedAt), recordedBy),
  }))
  return html`<section>
    <h2>${t.steps}</h2>
    ${rows.length === 0 ? html`<p>${t.stepsNone}</p>` : rowList(rows)}
  </section>`
}

/** "2. marts 2026" */
function dayWords(at: Date): string {
  return formatDateYear(dayOf(instantOf(at)))
}

type At = Pick<Given, 'municipality' | 'actor'>

export interface CardShown extends OwnCard {
  /** What was typed, when it was refused. */
  typed?: Typed | undefined
  errors: readonly FieldError[]
  said?: string | undefined
  /** Somebody else has written since; what stands now is `card`. */
  conflict?: boolean
}
