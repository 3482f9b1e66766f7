import { paths } from '../../paths.ts'
import { conflictNote, note } from '../../platform/html/blocks.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import type { Instant } from '../../platform/time.ts'
import type { Municipality } from '../routing.ts'
import { factsList } from '../../platform/html/lists.ts'
import { contactTexts as t } from './contact-texts.da.ts'
import { factsOf } from './fact-rules.ts'
import type { FullContact } from './queries.ts'
import { recordTexts } from './texts.da.ts'

/** The outcome is told; the rest of the talk can be told too. */
export function toldBlock(): Html {
  return note(html`<p>${recordTexts.tellMore}</p>`)
}

/** What stands now, above what one has typed oneself: the reader decides which of the two it is. */
export function conflictBlock(at: {
  municipality: Municipality
  now: Instant
  contact: FullContact
  why: 'taken' | 'changed'
}): Html {
  const { municipality, now, contact, why } = at
  return conflictNote({
    title: why === 'taken' ? t.takenTitle : t.changedTitle,
    lead: t.standsNow,
    stands: html`${factsList(factsOf(contact, now))}
    ${contact.agenda !== null && html`<p><b>${t.agenda}:</b> ${contact.agenda}</p>`}
    ${contact.workerAgenda !== null && html`<p><b>${t.workerAgenda}:</b> ${contact.workerAgenda}</p>`}`,
    yours: t.yours,
    letItStand: { href: paths.contact(municipality, contact.id), label: t.letItStand },
  })
}
