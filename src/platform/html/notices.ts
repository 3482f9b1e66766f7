import { button } from './buttons.ts'
import { html, attributes, type Content, type Html } from './html.ts'
import type { Instant } from '../time.ts'
import { texts } from './texts.da.ts'

/** When a page signs out by itself, and where one stays signed in. */
export type IdleOptions = {
  /** Seconds without a request until the session ends. */
  seconds: number
  /** Seconds before the end at which the page says so; two minutes unless told otherwise. */
  warnSeconds?: number
  /** Where a post keeps the session alive. It answers 2xx when it did. */
  renewHref: string
  signInHref: string
}

/** The place where `form-once` says that there is no net, and where one sends when it is back. */
export function offlineNotice(): Html {
  return html`<div role="status" data-offline>
    <div class="live-notice" data-part="away" hidden><p>${texts.offline.away}</p></div>
    <div class="live-notice" data-part="back" hidden>
      <p>${texts.offline.back}</p>
      ${button({ label: texts.offline.send, icon: 'send', type: 'button', variant: 'secondary', action: 'send' })}
    </div>
  </div>`
}

/** The place where `idle` says that one is about to be signed out. */
export function idleNotice({ seconds, warnSeconds = 120, renewHref, signInHref }: IdleOptions): Html {
  const own = { 'data-idle': String(seconds), 'data-warn': String(warnSeconds), 'data-renew': renewHref }
  return html`<div role="status" ${attributes(own)}>
    <div class="live-notice" data-part="soon" hidden>
      <p>${texts.idle.soon}</p>
      ${button({ label: texts.idle.stay, type: 'button', variant: 'secondary', action: 'stay' })}
    </div>
    <div class="live-notice" data-part="ended" hidden>
      <p>${texts.idle.ended}</p>
      <p><a href="${signInHref}" target="_blank" rel="noopener">${texts.idle.signIn}</a></p>
    </div>
  </div>`
}

/**
 * A part of the page that `live` fetches anew whenever the address `events` sends something, and at the instant `until`,
 * when what it shows ends by the clock; then a `closedNotice` stands beside it.
 */
export function livePart(options: { id: string; events: string; until?: Instant }, content: Html): Html {
  const { id, events, until } = options
  const own = { id, 'data-live': events, 'data-until': until && String(until.epochMilliseconds) }
  return html`<div${attributes(own)}>${content}</div>`
}

/** What stands in the place of a page whose live parts may be seen no more. Not shown until then. It says when it was drawn. */
export function closedNotice(options: {
  title: Content
  text: Content
  href: string
  label: Content
  now: Instant
}): Html {
  const { title, text, href, label, now } = options
  return html`<template data-closed data-now="${String(now.epochMilliseconds)}">
    <div class="container content">
      <div class="message">
        <p data-title><b>${title}</b></p>
        <p class="message-text" role="status">${text}</p>
        <p class="button-row"><a class="button button-secondary" href="${href}">${label}</a></p>
      </div>
    </div>
  </template>`
}
