import { html } from 'hono/html'
import { paths } from '../../paths.ts'
import { lockBlock } from '../../platform/html/blocks.ts'
import { linkButton } from '../../platform/html/buttons.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { breadcrumbs } from '../../platform/html/lists.ts'
import { emptyState } from '../../platform/html/messages.ts'
import { portrait } from '../../platform/html/people.ts'
import type { Instant } from '../../platform/time.ts'
import type { Citizen } from '../citizens/queries.ts'
import { displayName } from '../citizens/rules.ts'
import { framed } from '../frame.ts'
import { standing } from '../frame-texts.da.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import { contactList, contactRow } from './list-pages.ts'
import { cursorText } from './list-queries.ts'
import type { Cursor } from './list-queries.ts'
import { citizenTexts as t, listTexts } from './list-texts.da.ts'
import type { ContactRow } from './queries.ts'
import { rowWords } from './sentence-rules.ts'

/** A citizen and what has happened, the latest first. */
export function citizenPage(shown: CitizenShown): Html {
  const { municipality, citizen } = shown
  return framed(shown, {
    title: displayName(citizen),
    heading: displayName(citizen),
    lead: t.knownBy(citizen.partyName),
    face: portrait({ shape: 'silhouette' }),
    crumbs: breadcrumbs([{ label: t.citizens, href: paths.citizens(municipality) }, { label: displayName(citizen) }]),
    dock: linkButton({ href: paths.recordWith(municipality, citizen.id), label: listTexts.record, icon: 'add' }),
    main: html`<p><a class="row-action" href="${paths.agreementWith(municipality, citizen.id)}">${t.makeAgreement}</a></p>
      <section>
        <h2>${t.happened}</h2>
        ${timeline(shown)} ${further(shown)}
      </section>
      ${lockBlock(standing)}`,
    menu: 'citizens',
    styles: ['lists', 'people', 'record', ...(shown.rows.length === 0 ? (['drawings'] as const) : [])],
  })
}

function timeline(shown: CitizenShown): Html {
  const { rows, now } = shown
  if (rows.length === 0) return emptyState({ title: t.nothingYet, text: t.nothingYetText })
  return contactList(
    rows.map(row => ({
      ...contactRow(shown, row),
      title: rowWords(row, now),
      text: listTexts.withWorker(row.workerName),
    })),
  )
}

function further({ municipality, citizen, older, newest }: CitizenShown): Content {
  if (!older && newest === undefined) return undefined
  const next = older && `${paths.citizen(municipality, citizen.id)}?after=${cursorText(older)}`
  return html`<p class="button-row">
    ${next && linkButton({ href: next, label: listTexts.older, variant: 'secondary', rel: 'next' })}
    ${newest && html`<a href="${newest}">${listTexts.newest}</a>`}
  </p>`
}

interface CitizenShown {
  municipality: Municipality
  actor: Actor
  now: Instant
  citizen: Citizen
  rows: readonly ContactRow[]
  older: Cursor | undefined
  newest: string | undefined
}
