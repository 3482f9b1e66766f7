import { paths } from '../../paths.ts'
import { lampNote } from '../../platform/html/blocks.ts'
import { buttonRow, postButton } from '../../platform/html/buttons.ts'
import { html, attributes } from '../../platform/html/html.ts'
import type { Content } from '../../platform/html/html.ts'
import { clockOf, dayOf, formatClock, formatDay, formatDateTime, instant, instantOf } from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import type { GlassTold, OpenGlass } from './queries.ts'
import { glassTexts as t } from './texts.da.ts'

/** Stands on each page that shows something behind broken glass; when the hour is over the page looks anew, and closes. */
export function glassBanner(at: { slug: string }, opening: OpenGlass | undefined): Content {
  if (!opening) return undefined
  const until = instant(opening.until)
  const own = { class: 'note note-lamp', 'data-until': String(until.epochMilliseconds) }
  const href = paths.closeGlass(at, opening.citizenId)
  const close = postButton({ href, label: t.close, variant: 'secondary', size: 'small' })
  return html`<div${attributes(own)}>
<p role="status"><b>${t.openUntil(formatClock(clockOf(until)))}</b> ${t.openText}</p>
${buttonRow(close)}
</div>`
}

/** For the owning party: who looked into a record of theirs, and when. */
export function glassToldPart(told: readonly GlassTold[]): Content {
  if (told.length === 0) return undefined
  return lampNote(
    told.map(each => html`<p>${t.told(each.personName, each.partyName, formatDateTime(instantOf(each.openedAt)))}</p>`),
  )
}

/** When it happened, as a mail says it. */
export function glassWhen(now: Instant): string {
  return `${formatDay(dayOf(now))} ${formatClock(clockOf(now))}`
}
