import { paths } from '../../paths.ts'
import { iconFact } from '../../platform/html/blocks.ts'
import { buttonRow, linkButton } from '../../platform/html/buttons.ts'
import { bridge } from '../../platform/html/drawings.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import {
  addMinutes,
  capitalised,
  clockOf,
  compareInstants,
  day,
  dayOf,
  formatClock,
  instantOf,
} from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import { displayName } from '../citizens/rules.ts'
import { framed } from '../frame.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import { contactTexts as t } from './contact-texts.da.ts'
import type { FullContact } from './queries.ts'
import { contactSentence, dayWords } from './sentence-rules.ts'

/** Says what was saved, as one sentence, and where to go from there. */
export function savedPage(shown: SavedShown): Html {
  const { municipality, contact, now } = shown
  const main = html`<div class="message saved">
    ${bridge()}
    <h1>${t.saved}</h1>
    <p class="message-text">${contactSentence(contact, now)}</p>
    <ul class="facts">
      ${facts(shown).map(fact => html`<li>${fact}</li>`)}
    </ul>
    ${buttonRow(
      linkButton({ href: paths.today(municipality), label: t.backToToday }),
      linkButton({ href: paths.recordContact(municipality), label: t.another, icon: 'add', variant: 'secondary' }),
    )}
    ${whoseSide(shown)}
    <p class="saved-more"><a href="${paths.correctContact(municipality, contact.id)}">${t.correctIt}</a></p>
    ${freely(contact, now)}
  </div>`
  return framed(shown, { title: t.saved, main, menu: 'today', styles: ['drawings', 'record'] })
}

function whoseSide({ municipality, contact }: SavedShown): Content {
  const called = displayName(contact)
  if (contact.citizenId === null || called === null) return undefined
  return html`<p class="saved-more"><a href="${paths.citizen(municipality, contact.citizenId)}">${t.toSide(called)}</a></p>`
}

function facts({ contact, actor, now }: SavedShown): Html[] {
  const { partyName, nextThing, nextDay, nextOwnerId, nextOwnerName } = contact
  const called = displayName(contact)
  const name = called === null ? iconFact('hidden', t.noName) : iconFact('lock', t.nameKept(called, partyName))
  const agenda = contact.agenda === null ? [] : [iconFact('chat', t.agendaKept)]
  if (nextThing === null) return [name, ...agenda]
  const where = nextOwnerId === actor.personId ? t.nextIsYours : t.nextIsOthers(nextOwnerName ?? t.someone)
  const when: Content = nextDay === null ? '' : html`<b>${capitalised(dayWords(day(nextDay), now))}:</b> `
  const ended = /[.!?]$/.test(nextThing) ? nextThing : `${nextThing}.`
  return [name, ...agenda, iconFact('calendar', html`${when}${ended} ${where}`)]
}

function freely(contact: FullContact, now: Instant): Content {
  const until = addMinutes(instantOf(contact.createdAt), 24 * 60)
  if (compareInstants(until, now) < 0) return undefined
  return html`<p class="quiet saved-more">
    ${t.freeUntil(`${dayWords(dayOf(until), now)} ${formatClock(clockOf(until))}`)}
  </p>`
}

interface SavedShown {
  municipality: Municipality
  actor: Actor
  now: Instant
  contact: FullContact
}
