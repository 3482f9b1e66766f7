import { paths } from '../../paths.ts'
import { lockBlock, quote } from '../../platform/html/blocks.ts'
import { buttonRow, linkButton, postButton } from '../../platform/html/buttons.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { breadcrumbs, factsList, formerVersions } from '../../platform/html/lists.ts'
import { capitalised, clock, day, instantOf } from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import { displayName } from '../citizens/rules.ts'
import { framed } from '../frame.ts'
import type { Handover } from '../notes/journal-queries.ts'
import { journalTexts } from '../notes/journal-texts.da.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import { contactTexts as t } from './contact-texts.da.ts'
import { changedFacts, columnsOfContact, factsOf } from './fact-rules.ts'
import type { FormerVersion, FullContact } from './queries.ts'
import { outcomesToTell } from './record-rules.ts'
import { isLocked, momentWords, whenWords } from './sentence-rules.ts'
import { words } from './texts.da.ts'

/** One talk as it stands, and what stood before. */
export function contactPage(shown: ContactShown): Html {
  const { municipality, contact, now } = shown
  const title = contact.outcome === 'open' ? t.agreementTitle : t.title
  const locked = isLocked(contact)
  const main = html`${locked ? lockBlock({ title: t.lockedTitle, text: t.lockedText }) : tell(shown)}
    ${agendas(contact)}
    <section>${factsList(factsOf(contact, now).slice(1))} ${toCitizen(shown)}</section>
    ${!locked && acts(shown)} ${handed(shown)} ${former(shown)}`
  return framed(shown, {
    title,
    heading: title,
    lead: capitalised(whenWords(contact, now)),
    crumbs: breadcrumbs([{ label: t.back, href: paths.contacts(municipality) }, { label: title }]),
    main,
    menu: 'today',
    styles: ['lists', 'record'],
  })
}

function toCitizen({ municipality, contact }: ContactShown): Content {
  const called = displayName(contact)
  if (contact.citizenId === null || called === null) return undefined
  const href = paths.citizen(municipality, contact.citizenId)
  return html`<p><a class="row-action" href="${href}">${t.toCitizen(called)}</a></p>`
}

function acts({ municipality, contact, hasJournal }: ContactShown): Html {
  return html`${buttonRow(
    linkButton({
      href: paths.correctContact(municipality, contact.id),
      label: t.correct,
      icon: 'edit',
      variant: 'secondary',
    }),
    hasJournal &&
      contact.citizenId !== null &&
      linkButton({
        href: paths.handOverContact(municipality, contact.citizenId, contact.id),
        label: t.handOver,
        icon: 'send',
        variant: 'secondary',
      }),
  )}`
}

// The citizen's own agenda and the worker's, side by side: one sees whether they wanted the same.
function agendas({ agenda, workerAgenda }: FullContact): Content {
  if (agenda === null && workerAgenda === null) return undefined
  return html`<section class="two-columns">
    ${agenda !== null && quote(agenda, t.agenda)} ${workerAgenda !== null && quote(workerAgenda, t.workerAgenda)}
  </section>`
}

function tell({ municipality, contact, now }: ContactShown): Content {
  if (contact.outcome !== 'open') return undefined
  const at = { day: day(contact.day), clock: contact.clock === null ? null : clock(contact.clock) }
  const href = paths.tellOutcome(municipality, contact.id)
  const told = [...new Set([...outcomesToTell(at, now), 'calledOff' as const])]
  const buttons = told.map(outcome =>
    postButton({ href, label: words.outcome[outcome], variant: 'secondary', values: { outcome } }),
  )
  return html`<section>
    <h2>${t.tell}</h2>
    <div class="button-row">${buttons}</div>
  </section>`
}

// By whom and when it was given over, so that nobody does it twice unawares.
function handed({ handovers, now }: ContactShown): Content {
  return handovers.map(
    ({ at, by }) => html`<p class="quiet">${journalTexts.handed(momentWords(instantOf(at), now), by)}</p>`,
  )
}

function former({ contact, former: versions, now }: ContactShown): Content {
  const after = [columnsOfContact(contact), ...versions.map(version => version.stood)]
  const drawn = versions.map(({ stood, replacedAt, replacedBy }, place) => ({
    summary: t.replaced(momentWords(instantOf(replacedAt), now), replacedBy ?? t.someone),
    stood: factsList(changedFacts(stood, after[place] ?? {})),
  }))
  return formerVersions(t.former, drawn)
}

interface ContactShown {
  municipality: Municipality
  actor: Actor
  now: Instant
  contact: FullContact
  former: readonly FormerVersion[]
  /** Whether the party has a journal to give the talk over to. */
  hasJournal: boolean
  handovers: readonly Handover[]
}
