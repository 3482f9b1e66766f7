import { html, raw } from 'hono/html'
import type { Content, Html } from './html.ts'

/** A door with its word under it: open and lit, or closed and grey. `said` is read aloud, such as "må se". */
function door(options: { open: boolean; label: Content; said: Content }): Html {
  const { open, label, said } = options
  return html`<span class="door${open && ' door-open'}"
    >${open ? openDoor : closedDoor}<span>${label}<span class="sr-only">: ${said}</span></span></span
  >`
}

/** A door in a table, where its column says what it is about: the word under it is what may be seen. */
export function doorCell(options: { open: boolean; said: Content }): Html {
  const { open, said } = options
  return html`<span class="door${open && ' door-open'}">${open ? openDoor : closedDoor}<span>${said}</span></span>`
}

/** Doors in a fixed order, three beside each other on a phone. */
export function doorRow(doors: readonly { open: boolean; label: Content; said: Content }[]): Html {
  return html`<ul class="doors">
    ${doors.map(one => html`<li>${door(one)}</li>`)}
  </ul>`
}

const frame = 'class="door-drawing" viewBox="0 0 32 40" width="32" height="40" aria-hidden="true" focusable="false"'

const openDoor = raw(
  `<svg ${frame}><path class="door-light" d="M7 3h19v34H7z"/><path class="door-frame" d="M7 37V3h19v34M2 38h28"/><path class="door-leaf" d="m7 3 11 4v33L7 37z"/><circle class="door-knob" cx="15" cy="23" r="1.5"/></svg>`,
)

const closedDoor = raw(
  `<svg ${frame}><path class="door-frame" d="M7 37V3h19v34M2 38h28"/><circle class="door-knob" cx="21" cy="21" r="1.5"/></svg>`,
)
