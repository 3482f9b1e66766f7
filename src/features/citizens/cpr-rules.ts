// A CPR number has no place in a pseudonym, a note or a spreadsheet: it is found by its shape and never stored.
// Its check digits say nothing, since numbers without them have been given out from 2007.

export const cprRemoved = '[CPR-nummer fjernet]'

const dash = '-‐‑‒–—−'
/**
 * DDMMYY-XXXX with any dash, slash, dot or space between, or with none; the day's parts may be set apart too, all by the
 * same mark. A longer row of digits is something else, and so is an id of ours, which stands first so that it is passed by.
 */
const shape = new RegExp(
  String.raw`[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])|` +
    String.raw`(?<!\d)(?<day>\d{2})(?<inner>[${dash} ./]?)(?<month>\d{2})\k<inner>(?<year>\d{2})` +
    String.raw`(?<between>\s{0,2}[${dash}/._:]\s{0,2}|\s{1,2}|)(?<last>\d{4})(?!\d)`,
  'giu',
)
/** Asked first, because a spreadsheet has millions of cells and next to none has ten digits so near each other. */
const tenDigits = /(?:\d\D{0,5}){9}\d/
const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export const hasCpr = (text: string): boolean => {
  const plain = folded(text)
  return tenDigits.test(plain) && plain.matchAll(shape).some(isCpr)
}

/** What holds none stays as it was typed; else the digits of the rest are plain ones. */
export const withoutCpr = (text: string): string =>
  hasCpr(text)
    ? [...folded(text).matchAll(shape)]
        .filter(isCpr)
        .reduceRight(
          (rest, { index, 0: found }) => rest.slice(0, index) + cprRemoved + rest.slice(index + found.length),
          folded(text),
        )
    : text

/**
 * The ten digits of a number that somebody typed, or nothing when it is none: ten digits and a day that there was.
 * 29 February 1900 was not there, and 2000's was; the seventh digit tells the century (domain B3). The check digits
 * are not asked.
 */
export function cprOf(text: string): string | undefined {
  const plain = folded(text).trim()
  const [match] = plain.matchAll(shape)
  if (match?.[0] !== plain || !isCpr(match)) return undefined
  const digits = plain.replaceAll(/\D/g, '')
  return digits.startsWith('290200') && digits.charAt(6) < '4' ? undefined : digits
}

/** Wide digits and other ways of writing one, and what is between them and cannot be seen. */
function folded(text: string): string {
  if (!/[^ -~]/.test(text)) return text
  return text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/g, digit => String(digit.charCodeAt(0) % 16))
}

/**
 * Whether what has the shape is a number: a day that there was; not a telephone number with its country, and not a date
 * with marks of its own before a clock time or a year.
 */
function isCpr({ groups, input, index }: RegExpExecArray): boolean {
  const { day, month, year, inner = '', between = '', last = '' } = groups ?? {}
  if (day === undefined || month === undefined || year === undefined || !isDay(day, month, year)) return false
  const spaced = between.trim() === ''
  if (spaced && input.charAt(index - 1) === '+') return false
  if (between === '' && inner !== '') return false
  return !(spaced && inner.trim() !== '' && /^(?:[01]\d[0-5]\d|2[0-3][0-5]\d|20\d\d)$/.test(last))
}

/** A replacement number, given to people without a CPR number, has 60 added to its day. */
function isDay(written: string, month: string, year: string): boolean {
  const day = Number(written) > 60 ? Number(written) - 60 : Number(written)
  const longest = longestMonth[Number(month) - 1]
  if (longest === undefined || day < 1 || day > longest) return false
  return month !== '02' || day < 29 || Number(year) % 4 === 0
}
