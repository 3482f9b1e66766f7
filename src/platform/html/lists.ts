import { html, attributes, type Content, type Html } from './html.ts'
import { details, iconTile } from './blocks.ts'
import { icon, type IconName } from './icons.ts'
import { texts } from './texts.da.ts'

/** Rows between hairlines. With `href` the whole row is the link. */
export function rowList(rows: readonly Row[]): Html {
  return html`<ul class="rows">
    ${rows.map(row)}
  </ul>`
}

/** Pairs of words under each other. */
export function factsList(facts: readonly { label: Content; value: Content }[]): Html {
  return html`<dl class="pairs">
    ${facts.map(
      ({ label, value }) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`
}

/** What has happened, one thing under the other: when, what, and a line. With `href` the whole row is the link. */
export function eventList(events: readonly Event[]): Html {
  return html`<ol class="rows events">
    ${events.map(
      ({ icon: name, when, title, text, href }) =>
        html`<li class="has-start">
          <span class="row-start">${iconTile(name)}</span>
          <div>
            <p class="row-text">${when}</p>
            <p class="row-title">${href ? html`<a class="row-link" href="${href}">${title}</a>` : title}</p>
            ${text && html`<p class="event-text">${text}</p>`}
          </div>
        </li>`,
    )}
  </ol>`
}

/** A day as a tile, for the start of a row. */
export function dateTile(day: Content, month: Content): Html {
  return html`<span class="date-tile"><b>${day}</b> <span>${month}</span></span>`
}

/** A table with its labels, which becomes one block a row on a phone. The first column heads its row. */
export function table(options: TableOptions): Html {
  const { caption, captionHidden, columns, rows } = options
  // Where every column but the first holds numbers, the table says so once instead of every cell.
  const [, ...others] = columns
  const isNumbers = others.every(({ number }) => number)
  const classOf = ({ number }: Column) => number && !isNumbers && 'number'
  const titles = columns.map(
    column => html`<th${attributes({ scope: 'col', class: classOf(column) })}>${column.label}</th>`,
  )
  const cellOf = (cell: Content, place: number): Html => {
    const column = columns[place]
    if (place === 0 || !column) return html`<th scope="row">${cell}</th>`
    return html`<td${attributes({ class: classOf(column), 'data-title': column.label })}>${cell}</td>`
  }
  const lines = rows.map(cells => html`<tr>${cells.map(cellOf)}</tr>`)
  return html`<table${attributes({ class: ['table', isNumbers && 'table-numbers'] })}>
<caption${attributes({ class: captionHidden && 'sr-only' })}>${caption}</caption>
<thead><tr>${titles}</tr></thead>
<tbody>${lines}</tbody>
</table>`
}

/** Where one is, from the outside in. The last has no address. */
export function breadcrumbs(items: readonly { label: Content; href?: string }[]): Html {
  const drawn = items.map(({ label, href }, place) => {
    const arrow = place > 0 && icon('next')
    if (href)
      return html`<li class="breadcrumbs__list-item">
        ${arrow}<a class="breadcrumbs__link" href="${href}">${label}</a>
      </li>`
    return html`<li class="breadcrumbs__list-item" aria-current="page">${arrow}${label}</li>`
  })
  return html`<nav class="breadcrumbs" aria-label="${texts.breadcrumbs}">
    <ol class="breadcrumbs__list">
      ${drawn}
    </ol>
  </nav>`
}

/** Back and forth in a long list. Nothing when it fits on one page. */
export function pager(options: { page: number; last: number; href: (page: number) => string }): Html | undefined {
  const { page, last, href } = options
  if (last <= 1) return undefined
  return html`<nav class="pagination" aria-label="${texts.pages}">
    ${page > 1 && html`<a class="button button-secondary" rel="prev" href="${href(page - 1)}">${icon('previous')}<span>${texts.previous}</span></a>`}
    <span class="nowrap">${texts.pageOf(page, last)}</span>
    ${page < last && html`<a class="button button-secondary" rel="next" href="${href(page + 1)}"><span>${texts.next}</span>${icon('next')}</a>`}
  </nav>`
}

/** Two or three views of the same thing, of which one is shown. */
export function segments(items: readonly { label: Content; href: string; current?: boolean }[], label: string): Html {
  const drawn = items.map(({ label: words, href, current }) => {
    return html`<li><a${attributes({ href, 'aria-current': current && ('page' as const) })}>${words}</a></li>`
  })
  return html`<nav${attributes({ class: 'segments', 'aria-label': label })}><ul>${drawn}</ul></nav>`
}

/** The pages of one subject, side by side; the one that is shown is underlined. */
export function tabs(items: readonly { label: Content; href: string; current: boolean }[], label: string): Html {
  const drawn = items.map(({ label: words, href, current }) => {
    return html`<li><a${attributes({ href, 'aria-current': current && ('page' as const) })}>${words}</a></li>`
  })
  return html`<nav class="tabs" aria-label="${label}">
    <ul class="links">
      ${drawn}
    </ul>
  </nav>`
}

/** Links down the page to its parts, each with what is there in small. */
export function jumpList(items: readonly { label: Content; href: string; end?: Content }[], label: string): Html {
  const drawn = items.map(
    ({ label: words, href, end }) =>
      html`<li>
        <a href="${href}"><b>${words}</b>${end}</a>
      </li>`,
  )
  return html`<nav${attributes({ class: 'jump-list', 'aria-label': label })}><ul>${drawn}</ul></nav>`
}

function row({ start, title, text, href, end, more }: Row): Html {
  const named = href ? html`<a class="row-link" href="${href}">${title}</a>` : title
  return html`<li${attributes({ class: start ? 'has-start' : undefined })}>
${start && html`<div class="row-start">${start}</div>`}
<div><p class="row-title">${named}</p>${text && html`<p class="row-text">${text}</p>`}${more}</div>
${end ? html`<div class="row-end">${end}</div>` : href && html`<div class="row-end">${icon('next')}</div>`}
</li>`
}

export type Row = {
  /** A time, a date tile, a portrait or an icon tile. */
  start?: Content
  title: Content
  text?: Content
  href?: string | undefined
  /** What stands to the right, above the link: a button, for one. An arrow where there is only a link. */
  end?: Content
  more?: Content
}

export type Event = { icon: IconName; when: Content; title: Content; text?: Content; href?: string | undefined }

export type Column = { label: string; number?: boolean }

export type TableOptions = {
  caption: Content
  captionHidden?: boolean
  columns: readonly Column[]
  rows: readonly (readonly Content[])[]
}

/** What stood before each correction, folded under a line that says when and by whom; nothing where nothing did. */
export function formerVersions(title: Content, versions: readonly { summary: Content; stood: Content }[]): Content {
  if (versions.length === 0) return undefined
  const items = versions.map(({ summary, stood }) => html`<li>${details({ summary }, stood)}</li>`)
  return html`<section>
    <h2>${title}</h2>
    <ul class="versions">
      ${items}
    </ul>
  </section>`
}
