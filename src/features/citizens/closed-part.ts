import { paths } from '../../paths.ts'
import { note } from '../../platform/html/blocks.ts'
import { html } from '../../platform/html/html.ts'
import type { Content } from '../../platform/html/html.ts'
import { formatDateYear, formatMonth } from '../../platform/time.ts'
import { closeTexts as t } from './card-texts.da.ts'
import type { Closed } from './closed-queries.ts'

/** Stands on each page about a citizen whose record is closed: that it is, how long it is kept, and the way to open it. */
export function closedPart(at: { slug: string }, closed: Closed | undefined): Content {
  if (!closed) return undefined
  return note(
    html`<p><b>${t.closed(formatDateYear(closed.since))}</b> ${t.kept(formatMonth(closed.until))}</p>
      <p>
        ${t.nothingNew}
        <a class="row-action" href="${paths.citizenClose(at, closed.citizenId)}">${t.toReopen}</a>
      </p>`,
  )
}
