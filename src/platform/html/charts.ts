import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { html, attributes, type Html } from './html.ts'
import { formatNumber, formatPercent } from './numbers.ts'

/**
 * Lines over time: at most four, each with its own colour, marker and label at its end. Drawn twice, for a wide and for a
 * narrow page, of which the sheet shows one. `label` is what is read aloud; the table stands beside it.
 */
export function lineChart(options: LineChartOptions): Html {
  return html`<div class="chart">${draw(options, wide)}${draw(options, narrow)}</div>`
}

/** One line. `null` is a period that is held back or has nothing: the line breaks there. */
export type Series = {
  name: string
  values: readonly (number | null)[]
  tone: 'kommune' | 'centre' | 'other' | 'plain'
  marker: 'square' | 'round' | 'dashed'
}

export type LineChartOptions = {
  label: string
  unit?: 'percent' | 'count'
  series: readonly Series[]
  /** The words under the axis, each at the place of a value. */
  ticks: readonly { at: number; label: string }[]
  /** A dotted line to measure against, with its words on it, and shorter words for a narrow page. */
  reference?: { value: number; label: string; short?: string }
}

const wide: Frame = { kind: 'wide', width: 1160, height: 380, left: 52, top: 20, bottom: 36, text: 8.9 }
const narrow: Frame = { kind: 'narrow', width: 350, height: 310, left: 44, top: 20, bottom: 36, text: 8.4 }
const lineGap = 22

function draw(options: LineChartOptions, frame: Frame): Html {
  const plot = planPlot(options, frame)
  const own = { class: `chart-${frame.kind}`, viewBox: `0 0 ${frame.width} ${frame.height}` }
  return html`<svg${attributes({ ...own, role: 'img', 'aria-label': options.label, focusable: 'false' })}>
${grid(plot)}${periods(plot)}${reference(plot)}
${options.series.map(series => seriesLine(series, plot))}
${endLabels(plot)}
</svg>`
}

function planPlot(options: LineChartOptions, frame: Frame): Plot {
  const values = options.series.flatMap(({ values }) => values.filter(value => value !== null))
  const longest = Math.max(...options.series.map(series => endLabel(series, options).length), 0)
  const right = frame.width - Math.min(longest * frame.text + 18, frame.width * 0.42)
  const last = Math.max(...options.series.map(({ values }) => values.length - 1), 1)
  const highest = Math.max(...values, options.reference?.value ?? 0, 1)
  const y = scaleLinear([0, highest], [frame.height - frame.bottom, frame.top]).nice(4)
  return { options, frame, right, x: scaleLinear([0, last], [frame.left, right]), y }
}

function grid({ options, frame, right, y }: Plot): Html[] {
  const ticks = y.ticks(4)
  return ticks.map((tick, place) => {
    const height = round(y(tick))
    const own = { class: tick === 0 ? 'zero-line' : 'grid-line', d: `M${frame.left} ${height}H${round(right)}` }
    const text = place === ticks.length - 1 ? format(tick, options) : formatNumber(tick)
    const at = { class: 'axis-text axis-value', x: frame.left - 8, y: height + 6 }
    return html`<path${attributes(own)}/><text${attributes(at)}>${text}</text>`
  })
}

function periods({ options, frame, x }: Plot): Html[] {
  const y = frame.height - frame.bottom + 26
  return options.ticks.map(
    ({ at, label }) => html`<text class="axis-text" x="${round(x(at))}" y="${y}">${label}</text>`,
  )
}

function reference(plot: Plot): Html | undefined {
  const { options, frame, right, y } = plot
  if (!options.reference) return undefined
  const { value, label, short = label } = options.reference
  const words = frame.kind === 'wide' ? label : short
  const height = round(y(value))
  const below = y(0) - height > 24 && isCrossed(plot, height, frame.left + 6 + words.length * frame.text)
  return html`<path class="reference-line" d="M${frame.left} ${height}H${round(right)}" />
    <text class="reference-text" x="${frame.left + 6}" y="${below ? height + 19 : height - 7}">${words}</text>`
}

/** Whether a line runs through the place just above `height`, as far as `end`, where words would stand. */
function isCrossed({ options, x, y }: Plot, height: number, end: number): boolean {
  const runsThrough = (value: number | null, place: number) =>
    value !== null && x(place) <= end && y(value) < height + 4 && y(value) > height - 26
  return options.series.some(({ values }) => values.some(runsThrough))
}

/** The markers are strokes of no length, whose ends the sheet draws round or square: one path is much shorter than many shapes. */
function seriesLine({ values, tone, marker }: Series, { x, y }: Plot): Html {
  const path = line<number | null>()
    .defined(value => value !== null)
    .x((_, place) => Math.round(x(place)))
    .y(value => round(y(value ?? 0)))
  const points = values.map((value, place) => (value === null ? '' : `M${Math.round(x(place))} ${round(y(value))}h0`))
  const markers = marker !== 'dashed' && html`<path class="markers" d="${points.join('')}"/>`
  return html`<g class="line line-${tone} line-${marker}"><path d="${path([...values]) ?? ''}"/>${markers}</g>`
}

/** Labels at the ends of the lines, pushed apart where two lines end close to each other. */
function endLabels(plot: Plot): Html[] {
  const { options, right, y } = plot
  const ends = options.series
    .map(series => ({ series, top: y(lastOf(series.values) ?? 0) }))
    .sort((one, other) => one.top - other.top)
  for (const [place, end] of ends.entries()) {
    const above = ends[place - 1]
    if (above) end.top = Math.max(end.top, above.top + lineGap)
  }
  const floor = plot.frame.height - plot.frame.bottom
  for (const [place, end] of ends.toReversed().entries()) end.top = Math.min(end.top, floor - place * lineGap)
  return ends.map(({ series, top }) => {
    const own = { class: `end-label end-${series.tone}`, x: round(right) + 12, y: round(top) + 6 }
    return html`<text${attributes(own)}>${endLabel(series, options)}</text>`
  })
}

function endLabel({ name, values }: Series, options: LineChartOptions): string {
  const last = lastOf(values)
  return last === undefined ? name : `${name} ${format(Math.round(last), options)}`
}

function lastOf(values: readonly (number | null)[]): number | undefined {
  return values.findLast(value => value !== null) ?? undefined
}

function format(value: number, { unit = 'percent' }: LineChartOptions): string {
  return unit === 'percent' ? formatPercent(value) : formatNumber(value)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

type Frame = {
  kind: 'wide' | 'narrow'
  width: number
  height: number
  left: number
  top: number
  bottom: number
  /** The usual width of a letter. */
  text: number
}

type Scale = ReturnType<typeof scaleLinear<number, number>>
type Plot = { options: LineChartOptions; frame: Frame; right: number; x: Scale; y: Scale }
