import { details, linkRow } from './blocks.ts'
import { html, attributes, type Content, type Html } from './html.ts'
import { formatNumber, formatPercent } from './numbers.ts'
import { texts } from './texts.da.ts'

/** A message as the heading, what is counted, the drawing, and beside it how it is counted and where the numbers are. */
export function figure(options: FigureOptions): Html {
  const { id, message, counted, drawing, howWeCount, table, tableHref, sheetHref, large, mayMislead } = options
  const links = [
    ...(tableHref ? [{ href: tableHref, label: texts.seeTable }] : []),
    ...(sheetHref ? [{ href: sheetHref, label: texts.getSheet }] : []),
  ]
  return html`<section${attributes({ class: ['figure', large && 'figure-large'], 'aria-labelledby': `${id}-title` })}>
<h2 id="${id}-title">${message}</h2>
${counted && html`<p class="lead">${counted}</p>`}
${drawing}
${mayMislead && html`<p class="not-cause">${texts.notCause}</p>`}
${howWeCount && details({ summary: texts.howWeCount, open: large }, html`<p>${howWeCount}</p>`)}
${table && details({ summary: texts.seeTable }, table)}
${links.length > 0 && linkRow(links)}
</section>`
}

/** Bars in one colour, the longest first, each with its number. What is held back is a hatched block of fixed length. */
export function barList(rows: readonly Bar[], options: { unit?: 'percent' | 'count' } = {}): Html {
  const { unit = 'count' } = options
  const longest = Math.max(...rows.map(row => row.value ?? 0), Number.MIN_VALUE)
  const sorted = [...rows].sort((one, other) => (other.value ?? -1) - (one.value ?? -1))
  return html`<dl class="bars">${sorted.map(row => bar(row, { unit, longest }))}</dl>`
}

/** A few numbers that stand large, each with what it counts. */
export function bigNumbers(entries: readonly { label: Content; value: Content }[]): Html {
  const drawn = entries.map(({ label, value }) => {
    const shown = typeof value === 'number' ? formatNumber(value) : value
    return html`<div>
      <dt>${label}</dt>
      <dd>${shown}</dd>
    </div>`
  })
  return html`<dl class="big-numbers">${drawn}</dl>`
}

function bar({ label, value, fewest = 5 }: Bar, { unit, longest }: BarScale): Html {
  if (value === null)
    return html`<div>
      <dt>${label}</dt>
      <dd class="bar-held">${hatched()}<span>${texts.heldBack(fewest)}</span></dd>
    </div>`
  const width = `${Math.max((value / longest) * 100, 0.8).toFixed(1)}%`
  const number = unit === 'percent' ? formatPercent(value) : formatNumber(value)
  const own = { class: 'bar-line', width, height: 22, 'aria-hidden': 'true', focusable: 'false' }
  return html`<div><dt>${label}</dt><dd><svg${attributes(own)}><rect width="100%" height="100%"/></svg><b>${number}</b></dd></div>`
}

function hatched(): Html {
  return html`<svg class="hatched" viewBox="0 0 32 22" width="32" height="22" aria-hidden="true" focusable="false">
    <path d="M1 1h30v20H1z" />
    <path d="m2 4 17 17M2 12l9 9M7 1l20 20M15 1l16 16M23 1l8 8" />
  </svg>`
}

type BarScale = { unit: 'percent' | 'count'; longest: number }

/** One bar. `null` is held back because fewer than `fewest` are behind it. */
export type Bar = { label: Content; value: number | null; fewest?: number }

export type FigureOptions = {
  id: string
  /** The message in whole people, such as "2 af 100". */
  message: Content
  /** What is counted, and how many are behind it. */
  counted?: Content
  drawing: Content
  howWeCount?: Content
  /** The numbers of the drawing, folded away beside it; or where they are. */
  table?: Content
  tableHref?: string
  sheetHref?: string
  /** The first figure of the page. */
  large?: boolean
  /** Whether a difference could be taken for a cause. */
  mayMislead?: boolean
}
