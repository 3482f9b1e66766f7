// What stands of requests for access on the pages of others: everything about a citizen, and Today.

import { paths } from '../../paths.ts'
import { lampNote, marked } from '../../platform/html/blocks.ts'
import { button, linkButton } from '../../platform/html/buttons.ts'
import { form, hiddenField } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content } from '../../platform/html/html.ts'
import { rowList } from '../../platform/html/lists.ts'
import type { Row } from '../../platform/html/lists.ts'
import { day, formatDate, formatDateYear, today } from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import type { Asked, Requested } from './queries.ts'
import { isLate } from './rules.ts'
import { accessTodayTexts, answerTexts, askTexts as t, givenTexts } from './texts.da.ts'

/** The way from one party's answer to the whole controller's, and what was asked before. Nothing where nobody else can be asked. */
export function elsewherePart(at: { slug: string }, shown: ElsewhereShown): Content {
  const { card, parties, requests } = shown
  if (!card.isPublic || parties < 2) return undefined
  const rows = requests.map(({ id, askedOn, dueOn, late }) => ({
    title: t.row(formatDateYear(day(askedOn))),
    text: late > 0 ? t.late(late) : t.due(formatDateYear(day(dueOn))),
    href: paths.accessRequest(at, card.id, id),
  }))
  return html`<section class="not-printed">
    <h2>${t.elsewhere}</h2>
    <p>${t.elsewhereText(card.controllerName, parties)}</p>
    ${rows.length > 0 && rowList(rows)}
    <p class="button-row">
      ${linkButton({ href: paths.newAccessRequest(at, card.id), label: t.open, variant: 'secondary' })}
    </p>
  </section>`
}

/** Over everything about a citizen, when a request led there: how the answer is given, and the button when it is done. */
export function givingPart(at: { slug: string }, asked: Asked | undefined, citizenId: string): Content {
  if (asked === undefined) return undefined
  const g = givenTexts
  return html`<div class="not-printed">
    ${lampNote(
      html`<h2>${g.title}</h2>
        <p>${g.asks(asked.name)} ${g.sure}</p>
        <p>${howFetched(asked)}.</p>
        <ul class="bullets">
          ${g.steps.map(step => html`<li>${step}</li>`)}
        </ul>
        ${form(
          { href: paths.asked(at, asked.id) },
          hiddenField('answer', 'given'),
          hiddenField('citizen', citizenId),
          html`<p class="button-row">${button({ label: g.button })}</p>`,
        )}
        <p><a href="${paths.asked(at, asked.id)}">${g.back}</a></p>`,
    )}
  </div>`
}

/** How the answer reaches the citizen. */
export function howFetched({ at, address }: Pick<Asked, 'at' | 'address'>): string {
  return at === null ? answerTexts.letter(address ?? '') : answerTexts.fetch(at)
}

/** What one's parties have to answer, on Today: everybody of the party sees it until somebody has answered. */
export function accessTodayPart(at: Seen, asked: readonly Asked[]): Content {
  if (asked.length === 0) return undefined
  return html`<section>
    ${marked(
      html`<h2>${accessTodayTexts.title}</h2>
        ${rowList(askedRows(at, asked))}
        <p><a class="row-action" href="${paths.askedForAccess(at.municipality)}">${answerTexts.all}</a></p>`,
    )}
  </section>`
}

/** One row a request: whom it is about, and by when or what was answered. */
export function askedRows({ municipality, now }: Seen, asked: readonly Asked[]): Row[] {
  return asked.map(each => ({
    title: each.name,
    text: rowWords(each, now),
    href: paths.asked(municipality, each.id),
  }))
}

function rowWords(asked: Asked, now: Instant): string {
  const due = formatDate(day(asked.dueOn))
  if (asked.answer !== null) return `${asked.partyName}: ${answerTexts.said[asked.answer]}`
  return isLate(asked, today(now)) ? answerTexts.rowLate(asked.partyName, due) : answerTexts.row(asked.partyName, due)
}

interface Seen {
  municipality: { slug: string }
  now: Instant
}

interface ElsewhereShown {
  card: { id: string; isPublic: boolean; controllerName: string }
  /** How many parties the controller answers for. */
  parties: number
  requests: readonly Requested[]
}
