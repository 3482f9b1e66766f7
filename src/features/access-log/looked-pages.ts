import { paths } from '../../paths.ts'
import { details, lockBlock } from '../../platform/html/blocks.ts'
import { buttonRow, linkButton } from '../../platform/html/buttons.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { rowList } from '../../platform/html/lists.ts'
import { emptyState } from '../../platform/html/messages.ts'
import {
  capitalised,
  clockOf,
  compareDays,
  formatClock,
  formatClockFull,
  formatDay,
  formatMonth,
} from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { framed } from '../frame.ts'
import type { Given } from '../routing.ts'
import type { LookedMonth, LookedRecord } from './looked-queries.ts'
import { byDay, whoWords, whyWords } from './looked-rules.ts'
import type { LookGroup } from './looked-rules.ts'
import { lookedTexts as t } from './looked-texts.da.ts'

/** What the citizen reads at the worker's side: one month open, the others folded to a line each. */
export function lookedPage(given: At, shown: LookedShown): Html {
  const { municipality } = given
  const { record, months } = shown
  const own = (record.locked ? paths.citizenEverything : paths.citizen)(municipality, record.citizenId)
  const last = months.at(-1)
  const main = html`${last && html`<p class="lead">${t.since(formatMonth(last.month))}</p>`}
    ${buttonRow(
      linkButton({
        href: paths.lookedPdf(municipality, record.citizenId),
        label: t.print,
        icon: 'print',
        variant: 'secondary',
      }),
      linkButton({ href: paths.lookedCsv(municipality, record.citizenId), label: t.file, variant: 'plain' }),
    )}
    ${months.length === 0 ? emptyState({ title: t.none, text: t.noneText }) : monthParts(shown)}
    ${explained(shown)}`
  return framed(given, {
    title: t.title,
    heading: t.title,
    lead: t.lead(record.name, record.fromWords),
    beside: { name: record.name, href: own },
    main,
    styles: ['lists', ...(months.length === 0 ? (['drawings'] as const) : [])],
  })
}

function monthParts(shown: LookedShown): Html {
  const { months, month } = shown
  const folded = (part: readonly LookedMonth[], heading: string): Content =>
    part.length > 0 &&
    html`<section>
      <h2>${heading}</h2>
      ${rowList(part.map(each => ({ title: capitalised(formatMonth(each.month)), text: t.times(each.times), href: shown.monthHref(each.month) })))}
    </section>`
  const newer = months.filter(each => compareDays(each.month, month) > 0)
  const older = months.filter(each => compareDays(each.month, month) < 0)
  return html`${folded(newer, t.newerMonths)}
    <section>
      <h2>${capitalised(formatMonth(month))}</h2>
      ${byDay(shown.groups).map(dayPart)} ${further(shown)}
    </section>
    ${folded(older, t.olderMonths)}`
}

function dayPart({ day, groups }: { day: Day; groups: LookGroup[] }): Html {
  const rows = groups.map(group => ({
    start: formatClockFull(clockOf(group.last)),
    title: whoWords(group.look),
    text: t.did(whyWords(group.look), group.times > 1 && moreTimes(group)),
    more: group.look.ground && lockBlock({ title: t.glassTitle, text: t.glassText(t.grounds[group.look.ground]) }),
  }))
  return html`<h3>${capitalised(formatDay(day))}</h3>
    ${rowList(rows)}`
}

function moreTimes({ times, first }: LookGroup): string {
  return t.severalTimes(t.times(times), formatClock(clockOf(first)))
}

function further({ older, newest }: LookedShown): Content {
  if (older === undefined && newest === undefined) return undefined
  return buttonRow(
    older !== undefined && linkButton({ href: older, label: t.older, variant: 'secondary', rel: 'next' }),
    newest !== undefined && linkButton({ href: newest, label: t.newest, variant: 'plain' }),
  )
}

function explained({ record }: LookedShown): Html {
  const lines = t.aboutLines({ names: record.names, onPaper: false })
  return details(
    { summary: t.about },
    html`<ul class="bullets">
        ${lines.map(line => html`<li>${line}</li>`)}
      </ul>
      <p>${t.wrong(record.controller)}</p>`,
  )
}

type At = Pick<Given, 'municipality' | 'actor'>

interface LookedShown {
  record: LookedRecord
  months: readonly LookedMonth[]
  /** The first day of the month that is open. */
  month: Day
  groups: readonly LookGroup[]
  monthHref: (month: Day) => string
  older: string | undefined
  newest: string | undefined
}
