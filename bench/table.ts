import { loadavg } from 'node:os'

/** One figure: what the product does beside the floor, and whether that is good enough. */
export interface Figure {
  name: string
  product: string
  floor?: string
  /** Product to floor: the median of the rounds, with the least and the most. */
  ratio?: string
  target: string
  met: boolean
}

/** Three numbers that tell how sure a figure is. */
export interface Spread {
  median: number
  least: number
  most: number
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  return { median: quantile(sorted, 0.5), least: sorted[0] ?? Number.NaN, most: sorted.at(-1) ?? Number.NaN }
}

/** The value below which a share of the sorted values lies. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function spreadText({ median, least, most }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`
}

/** Says one line at once, so that somebody who waits sees that it goes on. */
export function tell(line: string): void {
  console.error(`${new Date().toISOString().slice(11, 19)}  ${line}`)
}

/** How busy the machine is: the figures are ratios because others may use it at the same time. */
export function machineLoad(): string {
  return loadavg()
    .map(each => each.toFixed(2))
    .join(' ')
}

/** The plain table, and last a line of what was not met. */
export function printed(figures: readonly Figure[]): string {
  const heads = ['figure', 'product', 'floor', 'ratio', 'target', '']
  const rows = figures.map(each => [
    each.name,
    each.product,
    each.floor ?? '',
    each.ratio ?? '',
    each.target,
    each.met ? 'met' : 'NOT MET',
  ])
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map(row => row[column]?.length ?? 0)))
  const lines = [heads, widths.map(width => '-'.repeat(width)), ...rows].map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const missed = figures.filter(each => !each.met).map(each => each.name)
  return [...lines, '', missed.length === 0 ? 'All targets are met.' : `Not met: ${missed.join('; ')}`].join('\n')
}
