import { formatNumber, formatPercent } from '../../platform/html/numbers.ts'
import { isShown } from './suppression.ts'
import type { Held, HeldRate } from './suppression.ts'
import { texts } from './texts.da.ts'

/** A count as it is written on a page. */
export function heldWords(count: Held): string {
  return isShown(count) ? formatNumber(count) : texts.held
}

/** The same within a sentence. */
export function heldInside(count: Held): string {
  return isShown(count) ? formatNumber(count) : texts.sheet.held
}

/** A rate as it is written on a page: 1,5 %. */
export function rateWords(rate: HeldRate): string {
  if (rate === null) return texts.noShow.none
  return isShown(rate) ? formatPercent(rate * 100) : texts.held
}
