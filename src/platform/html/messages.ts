import { buttonRow, linkButton } from './buttons.ts'
import { bridge, brokenBridge } from './drawings.ts'
import { html } from './html.ts'
import type { Content, Html } from './html.ts'
import { page, type PageOptions } from './page.ts'
import { texts } from './texts.da.ts'

/** The page for what is not there, and for what one may not know is there: alike to the last byte. */
export function notFoundPage(options: MessageOptions = {}): Html {
  return messagePage(texts.notFound, options)
}

/** The page for an error of our own. The number is all that it tells. */
export function errorPage(options: MessageOptions & { number?: string } = {}): Html {
  const { number } = options
  const more = number && html`<p class="message-text">${texts.failed.number}<b>${number}</b></p>`
  return messagePage(texts.failed, { ...options, more })
}

/** The page for a request that was not taken, for one of another site. */
export function refusedPage(options: MessageOptions & { title?: string; text?: string } = {}): Html {
  const { title = texts.refused.title, text = texts.refused.text } = options
  return messagePage({ title, text }, options)
}

/** The page for when there are too many at once. */
export function overloadedPage(options: MessageOptions & { again?: string } = {}): Html {
  const { again } = options
  const action = again ? { href: again, label: texts.tryAgain } : undefined
  return messagePage(texts.overloaded, { action, ...options })
}

/** An empty list: the whole bridge, a word that it is fine, and the one next thing. */
export function emptyState(options: EmptyOptions): Html {
  const { title, text, level = 2, actions } = options
  const heading = level === 1 ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`
  return html`<div class="message">
    ${bridge()}${heading} ${text && html`<p class="message-text">${text}</p>`} ${actions && buttonRow(actions)}
  </div>`
}

/** A page that says what was just done: as one sentence, the facts that follow from it, and where to go. */
export function donePage(options: DonePageOptions): Html {
  const { text, facts = [], actions, ...rest } = options
  const list =
    facts.length > 0 &&
    html`<ul class="facts">
      ${facts.map(fact => html`<li>${fact}</li>`)}
    </ul>`
  const main = html`<div class="message">
    ${bridge()}
    <h1>${options.title}</h1>
    <p class="message-text">${text}</p>
    ${list}${actions && buttonRow(actions)}
  </div>`
  return page({ ...rest, main, styles: ['drawings', ...(options.styles ?? [])] })
}

function messagePage(said: { title: string; text: string }, options: MessageOptions): Html {
  const { action = { href: '/', label: texts.frontPage }, more, ...rest } = options
  const main = html`<div class="message">
    ${brokenBridge()}
    <h1>${said.title}</h1>
    <p class="message-text">${said.text}</p>
    ${more}${buttonRow(linkButton(action))}
  </div>`
  return page({ audience: 'citizen', ...rest, title: said.title, main, styles: ['drawings'] })
}

export type MessageOptions = Omit<Partial<PageOptions>, 'title' | 'main' | 'styles'> & {
  /** The one thing to do; the front page unless told otherwise. */
  action?: { href: string; label: Content } | undefined
  /** What stands between the text and the action, such as a telephone number. */
  more?: Content
}

export type EmptyOptions = { title: Content; text?: Content; level?: 1 | 2; actions?: Content }

export type DonePageOptions = Omit<PageOptions, 'main' | 'heading' | 'lead'> & {
  text: Content
  facts?: readonly Content[]
  actions?: Content
}
