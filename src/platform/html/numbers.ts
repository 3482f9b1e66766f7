import { texts } from './texts.da.ts'

/** A number as Danes write it: 4.812 and 1,5. At most one decimal. */
export function formatNumber(value: number): string {
  return danish.format(value)
}

/** A share of a hundred, which never breaks over a line: 84 %. */
export function formatPercent(value: number): string {
  return texts.percent(formatNumber(value))
}

const danish = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 1, useGrouping: true })
