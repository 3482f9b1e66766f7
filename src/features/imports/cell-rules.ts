// One cell in, one value or one Danish sentence out. Each rule is given text that `cleaned` has seen.

import { fileWords, helpForms, helpMask, topicBits, topics } from '../contacts/codes.ts'
import { cprRemoved } from '../citizens/cpr-rules.ts'
import { addDays, day, parseClock, parseDay } from '../../platform/time.ts'
import type { Parsed } from '../../platform/time.ts'
import { unguarded } from './csv-line.ts'
import { limits } from './limits.ts'
import { rowSays } from './texts.da.ts'

export type CellRule<T> = (text: string) => Parsed<T>

const value = <T>(of: T): Parsed<T> => ({ ok: true, value: of })
const refused = (message: string): { ok: false; message: string } => ({ ok: false, message })

const ordinary = /^[\w.,:|/()@&+æøåÆØÅéÉ -]*$/
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{NChar}]/gu

/** One line of visible text: a name that was pasted with a line break or a no-break space is still that name. */
export function cleaned(cell: string): string {
  if (ordinary.test(cell) && !cell.includes('  ')) return unguarded(cell.trim())
  const oneLine = cell.normalize('NFC').replaceAll(/\s+/gu, ' ').replaceAll(invisible, '')
  return unguarded(oneLine.replaceAll(/ {2,}/g, ' ').trim())
}

/** For comparing words of closed lists and headings: without case, and without Danish letters. */
export const folded = (text: string): string =>
  cleaned(text).toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa')

/** Names that differ in case alone are one name. */
export const nameKey = (name: string): string => name.toLowerCase()

export const optional =
  <T>(rule: CellRule<T>): CellRule<T | null> =>
  text =>
    text === '' ? value(null) : rule(text)

const textCell =
  (most: number): CellRule<string> =>
  text => {
    if (text === '') return refused(rowSays.missingText)
    if (text.includes(cprRemoved)) return refused(rowSays.cprWasHere)
    return text.length > most ? refused(rowSays.tooLong(most)) : value(text)
  }

export const nameCell = textCell(limits.nameCharacters)
export const unitCell = textCell(limits.unitCharacters)
export const keyCell = textCell(limits.keyCharacters)

export function wordCell<Code extends string>(
  words: Record<Code, string>,
  also: Record<string, NoInfer<Code>> = {},
): CellRule<Code> {
  const codes = new Map<string, Code>(Object.entries(also))
  for (const code in words) codes.set(folded(words[code]), code)
  const all = Object.values<string>(words)
  return text => {
    const code = codes.get(folded(text))
    if (code !== undefined) return value(code)
    return refused(text === '' ? rowSays.missing(all) : rowSays.notInList(all))
  }
}

const yesNo = wordCell({ yes: 'ja', no: 'nej' })
export const yesNoCell: CellRule<boolean> = text => {
  const read = yesNo(text)
  return read.ok ? value(read.value === 'yes') : read
}

/** Spreadsheets count days from here; a date that lost its format shows as such a number. */
const dayZero = day('1899-12-30')

export const dayCell: CellRule<string> = text => {
  if (/^\d{5}$/.test(text)) return value(addDays(dayZero, Number(text)).toString())
  const alone = text.replace(/ 00?[:.]00(?:[:.]00(?:[.,]0+)?)?$/, '')
  if (/ \d{1,2}[:.]\d{2}/.test(alone)) return refused(rowSays.dayAlone)
  if (/^\d{1,2}[-./ ]+\d{1,2}[-./ ]+\d{2}$/.test(alone)) return refused(rowSays.shortYear)
  const read = parseDay(alone.replaceAll(/\s*([-./])\s*/g, '$1').replace(/^(\d{4})[./](\d{1,2})[./]/, '$1-$2-'))
  return read.ok ? value(read.value.toString()) : read
}

/** A spreadsheet takes 14.30 for a number and saves 14.3, and shows a clock time with seconds that nobody typed. */
export const clockCell: CellRule<string> = text => {
  const tenths = text.replace(/^(\d{1,2})[.,](\d)$/, '$1.$20').replace(/^(\d{1,2}),(\d{2})$/, '$1.$2')
  const read = parseClock(tenths.replace(/^(\d{1,2}[.:]\d{2})[.:]00$/, '$1'))
  return read.ok ? value(read.value.toString().slice(0, 5)) : read
}

export const minutesCell: CellRule<number> = text => {
  const minutes = /^\d{1,3}(?:[.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : Infinity
  return minutes <= 600 ? value(minutes) : refused(rowSays.minutes)
}

export const birthYearCell: CellRule<number> = text =>
  /^(?:18[89]|19\d|20\d)\d$/.test(text) ? value(Number(text)) : refused(rowSays.birthYear)

const topicCodes = new Map(topics.map(topic => [folded(fileWords.topic[topic]), topicBits[topic]]))

export const topicsCell: CellRule<number> = text => {
  let mask = 0
  for (const word of parts(text, /[|,;]/)) {
    const bit = topicCodes.get(folded(word))
    if (bit === undefined) return refused(rowSays.notInLists(Object.values(fileWords.topic)))
    mask |= bit
  }
  return value(mask)
}

/** `1,3` that a spreadsheet took for a number comes as `1.3`. */
export const helpCell: CellRule<number> = text => {
  const chosen = parts(text, /[|,;.]/).map(word => helpForms.find(form => String(form) === word))
  const known = chosen.filter(form => form !== undefined)
  return known.length === chosen.length ? value(helpMask(known)) : refused(rowSays.helpForms)
}

const parts = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map(part => part.trim())
    .filter(part => part !== '')
