import { silhouette } from './drawings.ts'
import { html, attributes, type Content, type Html } from './html.ts'
import { icon } from './icons.ts'

/** The outline of a portrait. `silhouette` is drawn and has no initials. */
export type Shape = 'square' | 'round' | 'dashed' | 'silhouette'

/** The house colour. */
export type Tone = 'kommune' | 'centre' | 'other'

/** A person as initials or a photo in a shape. Decoration: the name stands beside it. */
export function portrait(options: PortraitOptions): Html {
  const { initials = '', shape, tone = 'kommune', size = 60, photo } = options
  if (shape === 'silhouette') return silhouette()
  const own = { class: ['portrait', `portrait-${shape}`, `tone-${tone}`, size !== 60 && `portrait-${size}`] }
  if (photo)
    return html`<img${attributes({ ...own, src: photo, alt: '', width: size, height: size, loading: 'lazy' })}>`
  return html`<span${attributes({ ...own, 'aria-hidden': 'true' })}>${initials}</span>`
}

/** The words that tell what a person is: filled, sharp and with a pediment, or an outlined pill. */
export function badge(options: { kind: 'filled' | 'outlined'; tone?: Tone; text: Content }): Html {
  const { kind, tone = 'kommune', text } = options
  const own = { class: ['badge', kind === 'filled' && 'badge-filled', `tone-${tone}`] }
  return html`<span${attributes(own)}>${kind === 'filled' && icon('pediment')}<span>${text}</span></span>`
}

/** Whether somebody is here: a lit lamp or a hollow ring, always with its words. */
export function lamp(options: { lit: boolean; text: Content }): Html {
  return html`<p class="lamp${options.lit && ' lamp-lit'}"><span>${options.text}</span></p>`
}

/** A person in full: portrait, name, role, badge, presence, a few words, and how to reach them. */
export function person(options: PersonOptions): Html {
  const { face, name, role, badge: words, presence, more, actions, level } = options
  const heading = level ? html`<h3 class="person-name">${name}</h3>` : html`<p class="person-name">${name}</p>`
  return html`<div class="person">
    ${face}
    <div class="person-body">
      ${heading} ${role && html`<p class="person-role">${role}</p>`}${words && html`<p>${words}</p>`}${presence}
      ${more && html`<p class="person-more">${more}</p>`} ${actions && html`<div class="button-row">${actions}</div>`}
    </div>
  </div>`
}

/** What the shapes mean, for every page that shows people. */
export function shapeKey(entries: readonly { shape: Shape; tone?: Tone; text: Content }[]): Html {
  const items = entries.map(
    ({ shape, tone, text }) => html`<li>${portrait({ shape, tone, size: 20 })}<span>${text}</span></li>`,
  )
  return html`<ul class="shape-key">
    ${items}
  </ul>`
}

export type PortraitOptions = {
  initials?: string
  shape: Shape
  tone?: Tone | undefined
  size?: 60 | 44 | 30 | 20
  /** The address of a photo, cut to the same shape with the same ring. */
  photo?: string | undefined
}

export type PersonOptions = {
  face: Content
  name: Content
  role?: Content
  badge?: Content
  presence?: Content
  more?: Content
  actions?: Content
  /** Makes the name a heading of the third level. */
  level?: 3
}
