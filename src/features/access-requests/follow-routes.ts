import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { table } from '../../platform/html/lists.ts'
import { emptyState } from '../../platform/html/messages.ts'
import { compareDays, day, formatDateYear, today } from '../../platform/time.ts'
import { logTabs } from '../access-log/log-tabs.ts'
import { framed } from '../frame.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { followedRequests } from './queries.ts'
import type { Followed } from './queries.ts'
import { followTexts as t } from './texts.da.ts'

/** The officer sees that every party answers in time. */
export const followRoutes = new Routes().get(
  '/log/access-requests',
  { who: ['data_protection_officer'], purpose: 'access-requests.follow' },
  async (c, given) => {
    const requests = await given.db.read(given.asker, 'access-requests.follow', tx =>
      followedRequests(tx, given.municipality.id),
    )
    return c.html(followPage(given, requests))
  },
)

function followPage(given: Given, requests: readonly Followed[]): Html {
  const none = requests.length === 0
  return framed(given, {
    title: t.title,
    heading: t.title,
    lead: t.lead,
    main: html`${logTabs(given.municipality, 'access')}
    ${none ? emptyState({ title: t.none, text: t.noneText }) : followTable(given, requests)}`,
    menu: 'log',
    styles: ['lists', ...(none ? (['drawings'] as const) : [])],
  })
}

function followTable({ now }: Given, requests: readonly Followed[]): Html {
  return table({
    caption: t.caption,
    captionHidden: true,
    columns: t.columns.map(label => ({ label })),
    rows: requests.map(({ askedOn, dueOn, asked, waiting }) => {
      const due = formatDateYear(day(dueOn))
      const late = waiting.length > 0 && compareDays(day(dueOn), today(now)) < 0
      return [
        formatDateYear(day(askedOn)),
        late ? html`<b>${t.late(due)}</b>` : due,
        t.of(asked - waiting.length, asked),
        waiting.length === 0 ? t.all : waiting.join(', '),
      ]
    }),
  })
}
