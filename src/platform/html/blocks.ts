import { html, attributes, type Content, type Html } from './html.ts'
import { icon, type IconName } from './icons.ts'

/** What is seldom needed, folded away. */
export function details(options: { summary: Content; open?: boolean; id?: string }, ...content: Content[]): Html {
  const { summary, open, id } = options
  return html`<details${attributes({ class: 'details', open, id })}><summary class="details-summary">${summary}</summary>
<div class="details-text">${content}</div></details>`
}

/** A quiet pale block. */
export function note(...content: Content[]): Html {
  return html`<div class="note">${content}</div>`
}

/** A block on amber ground: what one may always do, or what the page has guessed. */
export function lampNote(...content: Content[]): Html {
  return html`<div class="note note-lamp">${content}</div>`
}

/** A pale block with a lock in the place where hidden things would stand. */
export function lockBlock(options: { title: Content; text?: Content }): Html {
  const { title, text } = options
  return html`<div class="note lock">
    ${icon('lock')}
    <div>
      <p><b>${title}</b></p>
      ${text && html`<p>${text}</p>`}
    </div>
  </div>`
}

/** A part with an amber bar at its side: it stands still, or a citizen said it. */
export function marked(...content: Content[]): Html {
  return html`<div class="marked">${content}</div>`
}

/** Somebody's own words, large. */
export function quote(words: Content, whose?: Content): Html {
  return html`<figure class="marked">
    <blockquote class="quote">${words}</blockquote>
    ${whose && html`<figcaption class="lead">${whose}</figcaption>`}
  </figure>`
}

/** A few links side by side. */
export function linkRow(links: readonly { href: string; label: Content }[]): Html {
  const items = links.map(({ href, label }) => html`<li><a href="${href}">${label}</a></li>`)
  return html`<ul class="links">
    ${items}
  </ul>`
}

/** An icon in a round tile, for the start of a row. */
export function iconTile(name: IconName): Html {
  return html`<span class="icon-tile">${icon(name)}</span>`
}

/** A fact with its icon, for a page that says what was done. */
export function iconFact(name: IconName, text: Content): Html {
  return html`${icon(name)}<span>${text}</span>`
}

/** The dark strip that says where one is right now, with what can be done about it. */
export function presenceStrip(options: {
  lit: boolean
  title: Content
  lines?: readonly Content[]
  actions?: Content
}): Html {
  const { lit, title, lines = [], actions } = options
  return html`<div class="strip dark">
    <div class="strip-sign${lit && ' strip-lit'}">
      <h2>${title}</h2>
      ${lines.map(line => html`<p>${line}</p>`)}
    </div>
    ${actions && html`<div class="button-row">${actions}</div>`}
  </div>`
}

/** The button that ends a form: by the thumb on phones, in its place on desktop. */
export function formDock(...content: Content[]): Html {
  return html`<div class="form-dock">${content}</div>`
}

/** What stands now, above what one has typed oneself: nothing is overwritten in silence, and the reader decides. */
export function conflictNote(options: {
  title: Content
  /** What leads over to what stands now. */
  lead: Content
  stands: Content
  yours: Content
  letItStand: { href: string; label: Content }
}): Html {
  const { title, lead, stands, yours, letItStand } = options
  return note(
    html`<h2>${title}</h2>
      <p>${lead}</p>
      ${stands}
      <p>${yours} <a href="${letItStand.href}">${letItStand.label}</a></p>`,
  )
}
