import type { Content, Html } from './html.ts'
import { html, raw, attributes } from './html.ts'

/**
 * Who may see what, as doors: open and lit, or closed and grey, each with its word. A table where there is room; on a
 * phone one block a row, where each door says what it is about. The words are there for those who see no doors.
 */
export function doorTable(options: DoorTable): Html {
  const { caption, who, topics, until, rows } = options
  return html`<table class="door-table">
    <caption class="sr-only">
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${who}</th>
        ${topics.map(topic => html`<th class="door-head" scope="col">${topic}</th>`)}
        <th scope="col">${until}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(row => doorRow(topics, row))}
    </tbody>
  </table>`
}

/** What an open and a closed door mean. */
export function doorKey(open: Content, closed: Content): Html {
  return html`<ul class="door-key">
    <li>${openDoor}<span>${open}</span></li>
    <li>${closedDoor}<span>${closed}</span></li>
  </ul>`
}

function doorRow(topics: readonly Content[], { who, doors, end }: DoorRow): Html {
  const cells = doors.map(
    ({ open, said }, place) =>
      html`<td class="door-cell">
        <span${attributes({ class: ['door', open && 'door-open'] })}>${open ? openDoor : closedDoor}
          <span class="door-topic">${topics[place]}<span class="sr-only">: </span></span>
          <span class="door-said">${said}</span></span
        >
      </td>`,
  )
  return html`<tr>
    <th scope="row" class="door-who">${who}</th>
    ${cells}
    <td class="door-end">${end}</td>
  </tr>`
}

const frame = 'class="door-drawing" viewBox="0 0 32 40" width="32" height="40" aria-hidden="true" focusable="false"'

const openDoor = raw(
  `<svg ${frame}><path class="door-light" d="M7 3h19v34H7z"/><path class="door-frame door-lit" d="M7 37V3h19v34M2 38h28"/><path class="door-leaf" d="m7 3 11 4v33L7 37z"/><circle class="door-knob door-lamp" cx="15" cy="23" r="1.5"/></svg>`,
)

const closedDoor = raw(
  `<svg ${frame}><path class="door-frame" d="M7 37V3h19v34M2 38h28"/><circle class="door-knob" cx="21" cy="21" r="1.5"/></svg>`,
)

export interface DoorRow {
  who: Content
  /** In the order of the topics; `said` is the word for what may be seen. */
  doors: readonly { open: boolean; said: Content }[]
  /** Until when, and how to take it back. */
  end: Content
}

export interface DoorTable {
  caption: Content
  who: Content
  topics: readonly Content[]
  until: Content
  rows: readonly DoorRow[]
}
