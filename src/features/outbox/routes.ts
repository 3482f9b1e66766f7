import { marked } from '../../platform/html/blocks.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { table } from '../../platform/html/lists.ts'
import { emptyState } from '../../platform/html/messages.ts'
import { capitalised, formatDateTime } from '../../platform/time.ts'
import { framed } from '../frame.ts'
import { administratorTabs } from '../people/admin-tabs.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { countMessages, listMessages } from './queries.ts'
import type { Message } from './queries.ts'
import { texts } from './texts.da.ts'

const most = 100

/** Without a mail server an administrator reads here what would be sent; with one, only whether it was. */
export const outboxRoutes = new Routes().get(
  '/outbox',
  { who: ['administrator'], purpose: 'outbox.show' },
  async (c, given) => {
    const { municipality, asker } = given
    if (given.config.smtpUrl === undefined) {
      const messages = await given.db.read(asker, 'outbox.show', tx => listMessages(tx, municipality.id, most))
      return c.html(outboxPage(given, { lead: texts.lead, main: messageList(messages), empty: messages.length === 0 }))
    }
    const counts = await given.db.read(asker, 'outbox.show', tx => countMessages(tx, municipality.id))
    const { recipient, waiting, sent } = texts.columns
    const main = table({
      caption: texts.caption,
      columns: [{ label: recipient }, { label: waiting, number: true }, { label: sent, number: true }],
      rows: counts.map(row => [row.recipient, row.waiting, row.sent]),
    })
    return c.html(outboxPage(given, { lead: texts.leadSent, main, empty: counts.length === 0 }))
  },
)

function outboxPage(given: Given, shown: { lead: string; main: Html; empty: boolean }): Html {
  const { lead, main, empty } = shown
  return framed(given, {
    title: texts.title,
    heading: texts.title,
    lead,
    main: html`${administratorTabs(given.municipality, 'outbox')}${empty ? emptyState({ title: texts.none, text: texts.noneText }) : main}`,
    menu: 'staff',
    styles: ['lists', ...(empty ? ['drawings' as const] : [])],
  })
}

function messageList(messages: readonly Message[]): Html {
  return html`${marked(html`<p>${texts.warning}</p>`)}
  ${messages.map(
    message =>
      html`<section>
        <h2>${message.subject}</h2>
        <p class="lead">${texts.to(message.recipient)}. ${capitalised(formatDateTime(message.at))}.</p>
        <p class="own-words">${linked(message.body)}</p>
      </section>`,
  )}`
}

// A link of ours is a link here too, so that whoever reads it need not copy it by hand.
function linked(body: string) {
  return body
    .split(/(https?:\/\/[^\s]+)/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : part))
}
