import { paths } from '../../paths.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { closedNotice, livePart } from '../../platform/html/notices.ts'
import { endOf, today } from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import { closedTexts } from './texts.da.ts'

/**
 * What a page shows of a citizen: when a yes is taken back it is fetched anew, and closes when it may be seen no more. So
 * it is at midnight, when a yes or the worker's own place can have ended.
 * The page names the script `live`. Forms stand outside, so that nothing typed is swapped away.
 */
export function openPart(
  { municipality, now }: { municipality: { slug: string }; now: Instant },
  ...content: Content[]
): Html {
  const closed = { ...closedTexts, href: paths.today(municipality), now }
  const live = { id: 'citizen', events: paths.sharingLive(municipality), until: endOf(today(now)) }
  return html`${livePart(live, html`${content}`)} ${closedNotice(closed)}`
}
