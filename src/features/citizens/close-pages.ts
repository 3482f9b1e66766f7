import { paths } from '../../paths.ts'
import type { Typed } from '../../platform/form.ts'
import { typedIn } from '../../platform/form.ts'
import { lampNote, note, quote } from '../../platform/html/blocks.ts'
import { button } from '../../platform/html/buttons.ts'
import { radioRows } from '../../platform/html/choices.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { formatDateYear, formatMonth } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import type { Given } from '../routing.ts'
import { cardFramed } from './card-pages.ts'
import { closeTexts as t } from './card-texts.da.ts'
import { howField } from './name-pages.ts'
import type { OwnCard } from './own-card.ts'

/** How a record ends: an authority's is closed and kept, a private centre's deleted; and what to tell the citizen. */
export function closePage(given: At, shown: CloseShown): Html {
  const { card, errors } = shown
  const zone = card.isPublic ? 'public' : 'private'
  if (card.closedAt !== null) return closedPage(given, shown)
  const keptUntil = t.until(formatMonth(shown.keptUntil))
  const telling = card.isPublic ? t.telling.public(keptUntil) : t.telling.private(shown.backupDays, shown.logMonths)
  return cardFramed(given, {
    card,
    title: t.title[zone],
    lead: t.lead[zone],
    errors,
    main: html`<section>
        <h2>${t.tell}</h2>
        ${quote(telling)}
      </section>
      ${card.isPublic && happens()}
      <section>
        ${!card.isPublic && lampNote(html`<p>${t.cannotUndo}</p>`)} ${ending(given, shown)}
      </section>`,
  })
}

function ending({ municipality }: At, { card, actId, typed, errors }: CloseShown): Html {
  const choices = (['tally', 'delete'] as const).map(value => ({ value, ...t.endings[value] }))
  const asked = card.isPublic
    ? hiddenField('ending', 'close')
    : radioRows({
        name: 'ending',
        label: t.ending,
        choices,
        ruled: true,
        value: typedIn(typed && { typed }, 'ending'),
        error: errorOf(errors, 'ending'),
      })
  return form(
    { href: paths.citizenClose(municipality, card.id) },
    hiddenField('id', actId),
    asked,
    howField({ name: 'how', typed, errors }),
    html`<p class="button-row">${button({ label: t.button[card.isPublic ? 'public' : 'private'] })}</p>`,
  )
}

function happens(): Html {
  return html`<section>
    <h2>${t.whatHappens}</h2>
    <ul class="bullets">
      ${t.happens.map(line => html`<li>${line}</li>`)}
    </ul>
  </section>`
}

function closedPage(given: At, { card, closed, actId, typed, errors }: CloseShown): Html {
  const { municipality } = given
  const when = closed ? `${t.closed(formatDateYear(closed.since))} ${t.kept(formatMonth(closed.until))}` : ''
  const locked: Content = card.lockedAt !== null && note(html`<p>${t.locked}</p>`)
  return cardFramed(given, {
    card,
    title: t.closedTitle,
    lead: when,
    errors,
    main: html`${locked}
      <section>
        <h2>${t.reopen}</h2>
        <p>${t.reopenText}</p>
        ${form(
          { href: paths.citizenReopen(municipality, card.id) },
          hiddenField('id', actId),
          howField({ name: 'how', typed, errors }),
          html`<p class="button-row">${button({ label: t.reopenButton })}</p>`,
        )}
      </section>
      <p><a class="row-action" href="${paths.citizenEverything(municipality, card.id)}">${t.everything}</a></p>`,
  })
}

type At = Pick<Given, 'municipality' | 'actor'>

interface CloseShown extends OwnCard {
  typed?: Typed | undefined
  errors: readonly FieldError[]
  /** The first day on which the controller's rule lets a record go that is closed today. */
  keptUntil: Day
  backupDays: number
  logMonths: number | null
}
