// Text files, as they come: any of three separators, UTF-8 or what Windows wrote, with lines counted as an editor counts.

import { finished } from 'node:stream/promises'
import { analyse } from 'chardet'
import { CsvError, parse } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import { limits } from './limits.ts'
import { decodeTwice, looksDecodedTwice } from './twice-encoded.ts'
import { FileRefused } from './sheet.ts'
import type { FileSource, SheetRow } from './sheet.ts'
import { fileSays } from './texts.da.ts'

export type Separator = ';' | ',' | '\t'
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
export type CsvShape = { encoding: Encoding; twice: boolean; separator: Separator; namesSeparator: boolean }

const separators: readonly Separator[] = [';', ',', '\t']
const headBytes = 64 * 1024

/** How the file is written, found from all of its bytes: the first letter that is not ASCII may stand near the end. */
export async function csvShape(source: FileSource, isHeading: (text: string) => boolean): Promise<CsvShape> {
  const { encoding, head } = await encodingOf(source)
  const start = new TextDecoder(encoding).decode(head, { stream: true })
  const twice = looksDecodedTwice(
    start
      .trimStart()
      .split(/[\r\n]/, 1)
      .join(''),
  )
  const text = twice ? decodeTwice(start) : start
  const named = /^sep=([;,\t])\r?\n/i.exec(text)
  const separator = separators.find(one => one === named?.[1]) ?? likeliestSeparator(text, isHeading)
  return { encoding, twice, separator, namesSeparator: named !== null }
}

export async function* csvRows(source: FileSource, shape: CsvShape): AsyncGenerator<SheetRow[]> {
  const collector = rowCollector(shape)
  const parser = parse({ ...parserOptions(shape.separator), on_record: collector.add })
  const end = finished(parser.resume())
  end.catch(() => undefined)
  try {
    for await (const text of decoded(source, shape)) {
      parser.write(text)
      if (parser.errored) throw parser.errored
      yield collector.taken()
    }
    parser.end()
    await end
  } catch (error) {
    throw error instanceof CsvError ? refusalFor(error, collector.line()) : error
  } finally {
    parser.destroy()
  }
  yield collector.taken()
}

/** Rows are taken from the parser as they are found, so that the line of a row that breaks it is known. */
function rowCollector(shape: CsvShape) {
  let line = 1
  let rows: SheetRow[] = []
  return {
    add: (cells: string[]): null => {
      if (cells.length > limits.columns) throw new FileRefused(fileSays.tooManyColumns)
      if (!cells.every(isBlank) && !(line === 1 && shape.namesSeparator)) rows.push({ line, cells })
      line += linesOf(cells)
      return null
    },
    line: () => line,
    taken: () => {
      const taken = rows
      rows = []
      return taken
    },
  }
}

async function encodingOf(source: FileSource): Promise<{ encoding: Encoding; head: Uint8Array }> {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let head: Uint8Array = new Uint8Array()
  let encoding: Encoding = 'utf-8'
  for await (const chunk of source.open()) {
    if (head.length < headBytes) head = Buffer.concat([head, chunk])
    if (hasWideMark(head)) encoding = head[0] === 0xff ? 'utf-16le' : 'utf-16be'
    else if (chunk.includes(0)) throw new FileRefused(fileSays.noSheet)
    if (encoding === 'utf-8' && !decodes(strict, chunk)) encoding = olderEncoding(chunk)
  }
  if (head.length === 0) throw new FileRefused(fileSays.empty)
  if (encoding === 'utf-8' && !decodes(strict)) encoding = 'windows-1252'
  return { encoding, head }
}

const hasWideMark = (chunk: Uint8Array): boolean =>
  (chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff)

function decodes(strict: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    strict.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}

/** Danish offices have two: what Windows wrote, and Unicode. Any other guess is a short file that fooled the statistics. */
const olderEncoding = (chunk: Uint8Array): Encoding =>
  analyse(chunk).some(guess => guess.name === 'UTF-16LE' && guess.confidence > 90) ? 'utf-16le' : 'windows-1252'

/** The one that gives most known headings, then most columns. */
function likeliestSeparator(text: string, isHeading: (text: string) => boolean): Separator {
  const firstLines = text.replace(/^(?:[;,\t ]*\r?\n)+/, '')
  const scored = separators.map(separator => {
    const cells = firstRecord(firstLines, separator)
    return { separator, score: cells.filter(isHeading).length * limits.columns + cells.length }
  })
  return scored.toSorted((a, b) => b.score - a.score)[0]?.separator ?? ';'
}

function firstRecord(text: string, separator: Separator): string[] {
  try {
    return parseAtOnce(text, { ...parserOptions(separator), to: 1 })[0] ?? []
  } catch {
    return []
  }
}

const parserOptions = (separator: Separator) => ({
  delimiter: separator,
  record_delimiter: ['\r\n', '\n', '\r'],
  ltrim: true,
  relax_quotes: true,
  relax_column_count: true,
  max_record_size: limits.rowCharacters,
})

async function* decoded(source: FileSource, shape: CsvShape): AsyncGenerator<string> {
  const decoder = new TextDecoder(shape.encoding)
  const mended = shape.twice ? decodeTwice : (text: string) => text
  let rest = ''
  for await (const chunk of source.open()) {
    const text = rest + decoder.decode(chunk, { stream: true })
    // A letter that was encoded twice is several characters, and none of them is a line break.
    const end = shape.twice ? text.lastIndexOf('\n') + 1 : text.length
    rest = text.slice(end)
    yield mended(text.slice(0, end))
  }
  yield mended(rest + decoder.decode())
}

/** The parser counts a line break of two characters within quotation marks as two lines; an editor counts one. */
function linesOf(cells: string[]): number {
  let lines = 1
  for (const cell of cells) if (cell.includes('\n') || cell.includes('\r')) lines += breaksIn(cell)
  return lines
}

const breaksIn = (cell: string): number => cell.match(/\r\n|\n|\r/g)?.length ?? 0

const isBlank = (cell: string): boolean => cell === '' || cell.trim() === ''

const refusalFor = (error: CsvError, line: number): FileRefused =>
  new FileRefused(error.code === 'CSV_QUOTE_NOT_CLOSED' ? fileSays.openQuote(line) : fileSays.tooLongRow(line))
