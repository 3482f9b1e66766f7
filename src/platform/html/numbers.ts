import { texts } from './texts.da.ts'

/** A number as Danes write it: 4.812 and 1,5. At most one decimal. */
export function formatNumber(value: number): string {
  danish ??= new Intl.NumberFormat('da-DK', { maximumFractionDigits: 1, useGrouping: true })
  return danish.format(value)
}

/** A share of a hundred, which never breaks over a line: 84 %. */
export function formatPercent(value: number): string {
  return texts.percent(formatNumber(value))
}

// Made at its first use: it takes longer than all the files of pages take to load.
let danish: Intl.NumberFormat | undefined
