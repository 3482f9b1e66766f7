// A CPR number has no place in a pseudonym, a note or a spreadsheet: it is found by its shape and never stored.
// Its check digits say nothing, since numbers without them have been given out from 2007.

export const cprRemoved = '[CPR-nummer fjernet]'

/** DDMMYY-XXXX and DDMMYYXXXX, with a space or any dash between. A longer row of digits is something else. */
const shape = /(?<!\d)(\d{2})(\d{2})(\d{2})(?:\s?[-‐‑‒–—−]\s?|\s)?(\d{4})(?!\d)/gu
/** Asked first, because a spreadsheet has millions of cells and next to none has six digits and four. */
const sixAndFour = /\d{6}\D{0,3}\d{4}/
const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export const hasCpr = (text: string): boolean =>
  text.length >= 10 && sixAndFour.test(text) && text.matchAll(shape).some(isDated)

export const withoutCpr = (text: string): string =>
  text.length < 10
    ? text
    : text.replaceAll(shape, (found, ...parts) => (isDated([found, ...parts]) ? cprRemoved : found))

/**
 * The ten digits of a number that somebody typed, or nothing when it is none: ten digits and a day that there was.
 * 29 February 1900 was not there, and 2000's was; the seventh digit tells the century (domain B3). The check digits
 * are not asked.
 */
export function cprOf(text: string): string | undefined {
  const [match] = text.trim().matchAll(shape)
  if (match?.[0] !== text.trim() || !isDated(match)) return undefined
  const digits = match.slice(1).join('')
  return digits.startsWith('290200') && digits.charAt(6) < '4' ? undefined : digits
}

/** A replacement number, given to people without a CPR number, has 60 added to its day. */
function isDated(match: ArrayLike<string>): boolean {
  const written = Number(match[1])
  const day = written > 60 ? written - 60 : written
  const longest = longestMonth[Number(match[2]) - 1]
  if (longest === undefined || day < 1 || day > longest) return false
  return match[2] !== '02' || day < 29 || Number(match[3]) % 4 === 0
}
