import { html } from 'hono/html'
import { paths } from '../../paths.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { closedNotice, livePart } from '../../platform/html/notices.ts'
import { closedTexts } from './texts.da.ts'

/**
 * What a page shows of a citizen: when a yes is taken back it is fetched anew, and closes when it may be seen no more.
 * The page names the script `live`. Forms stand outside, so that nothing typed is swapped away.
 */
export function openPart(at: { slug: string }, ...content: Content[]): Html {
  const closed = { ...closedTexts, href: paths.today(at) }
  return html`${livePart({ id: 'citizen', events: paths.sharingLive(at) }, html`${content}`)} ${closedNotice(closed)}`
}
