import { html } from 'hono/html'
import { paths } from '../../paths.ts'
import { lampNote } from '../../platform/html/blocks.ts'
import { postButton } from '../../platform/html/buttons.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { clockOf, dayOf, formatClock, formatDay, formatDateTime, instant, instantOf } from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import type { GlassTold, OpenGlass } from './glass-queries.ts'
import { glassTexts as t } from './glass-texts.da.ts'

/** Stands on each page that shows something behind broken glass, with the way to close it at once. */
export function glassBanner(at: { slug: string }, opening: OpenGlass | undefined): Content {
  if (!opening) return undefined
  const until = formatClock(clockOf(instant(opening.until)))
  return lampNote(
    html`<p role="status"><b>${t.openUntil(until)}</b> ${t.openText}</p>
      ${postButton({ href: paths.closeGlass(at, opening.citizenId), label: t.close, variant: 'secondary', size: 'small' })}`,
  )
}

/** One line for the owning party: who looked into a record of theirs, and when. */
export function glassLine(told: GlassTold): Html {
  return html`<p>${t.told(told.personName, told.partyName, formatDateTime(instantOf(told.openedAt)))}</p>`
}

/** When it happened, as a mail says it. */
export function glassWhen(now: Instant): string {
  return `${formatDay(dayOf(now))} ${formatClock(clockOf(now))}`
}
