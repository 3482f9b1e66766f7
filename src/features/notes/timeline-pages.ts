import { paths } from '../../paths.ts'
import { lockBlock } from '../../platform/html/blocks.ts'
import { linkButton } from '../../platform/html/buttons.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { breadcrumbs, eventList } from '../../platform/html/lists.ts'
import { emptyState } from '../../platform/html/messages.ts'
import { closedPart } from '../citizens/closed-part.ts'
import type { Closed } from '../citizens/closed-queries.ts'
import { glassBanner } from '../glass/parts.ts'
import type { OpenGlass } from '../glass/queries.ts'
import { openPart } from '../consents/open-part.ts'
import { framed } from '../frame.ts'
import { standing } from '../frame-texts.da.ts'
import type { Actor } from '../people/rules.ts'
import { citizenTexts as t } from './citizen-texts.da.ts'
import type { Happening, Since } from './timeline-queries.ts'
import { sinceText } from './timeline-queries.ts'
import type { Teller } from './timeline-rules.ts'
import { toldInTurn } from './timeline-rules.ts'
import { timelineTexts } from './timeline-texts.da.ts'

/** All that has happened with a citizen, fifty at a time. */
export function timelinePage(shown: TimelineShown): Html {
  const { municipality, citizenId, called, rows } = shown
  return framed(shown, {
    title: timelineTexts.title,
    heading: timelineTexts.title,
    lead: called,
    crumbs: breadcrumbs([
      { label: t.citizens, href: paths.citizens(municipality) },
      { label: called, href: paths.citizen(municipality, citizenId) },
      { label: timelineTexts.title },
    ]),
    main: openPart(shown, [
      closedPart(municipality, shown.closed),
      glassBanner(municipality, shown.glass),
      html`${rows.length === 0 ? html`<p>${t.nothingOlder}</p>` : happenings(shown, rows)} ${further(shown)} ${lockBlock(standing)}`,
    ]),
    scripts: ['live'],
    menu: 'citizens',
    styles: ['lists'],
  })
}

/** What happened, newest first; or the bridge, where nothing has. */
export function happenings(teller: Teller, rows: readonly Happening[]): Html {
  if (rows.length === 0) return emptyState({ title: t.nothingYet, text: t.nothingYetText })
  return eventList(toldInTurn(teller, rows))
}

function further({ municipality, citizenId, older, newest }: TimelineShown): Content {
  if (!older && newest) return undefined
  return html`<p class="button-row">
    ${older && linkButton({ href: paths.timeline(municipality, citizenId, sinceText(older)), label: t.older, variant: 'secondary', rel: 'next' })}
    ${!newest && html`<a href="${paths.timeline(municipality, citizenId)}">${t.newest}</a>`}
  </p>`
}

export interface TimelineShown extends Teller {
  actor: Actor
  citizenId: string
  /** What the citizen is called. */
  called: string
  rows: readonly Happening[]
  glass: OpenGlass | undefined
  closed: Closed | undefined
  older: Since | undefined
  /** Whether this is the first page. */
  newest: boolean
}
