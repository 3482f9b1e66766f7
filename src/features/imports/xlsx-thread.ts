// The thread that opens a spreadsheet file. Nothing in it is trusted: not its sizes, not its number of rows.

import { Readable } from 'node:stream'
import { parentPort, workerData } from 'node:worker_threads'
import { createInflateRaw } from 'node:zlib'
import { InvalidInputError, InvalidSpreadsheetError, readSheet } from 'read-excel-file/node'
import type { CellValue } from 'read-excel-file/node'
import { hasCpr } from '../citizens/cpr-rules.ts'
import { csvLine } from './csv-line.ts'
import { limits } from './limits.ts'
import type { XlsxAnswer } from './read-xlsx.ts'
import { FileRefused } from './sheet.ts'
import { fileSays } from './texts.da.ts'
import { packedBytes, zipEntries } from './zip-directory.ts'

type Cell = CellValue | null

const day = 24 * 60 * 60 * 1000
/** Spreadsheets keep a clock time as the part of a day, on one of the days before their calendar begins. */
const firstDay = Date.UTC(1900, 0, 1)

async function convert(bytes: Uint8Array): Promise<Uint8Array> {
  await inflateWithin(bytes, limits.bytes)
  const rows = await readSheet(Readable.from([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)]), 1, {
    trim: false,
  })
  const heading = rows.find(row => row.some(cell => cell !== null))
  if (!heading) throw new FileRefused(fileSays.empty)
  if (heading.length > limits.columns) throw new FileRefused(fileSays.tooManyColumns)
  if (rows.length > limits.xlsxRows * 2 || filledRows(rows) > limits.xlsxRows + 1)
    throw new FileRefused(fileSays.tooManySheetRows)
  return textOfRows(rows, isOneColumn(heading))
}

/** The directory may lie about sizes, so all of it is unpacked once and thrown away before it is read. */
async function inflateWithin(bytes: Uint8Array, most: number): Promise<void> {
  let left = most
  for (const entry of zipEntries(bytes) ?? []) {
    const packed = packedBytes(bytes, entry)
    const unpacked = entry.method === 0 ? [packed] : Readable.from([packed]).pipe(createInflateRaw())
    for await (const chunk of unpacked) {
      left -= chunk.length
      if (left < 0) throw new FileRefused(fileSays.tooLargeUnpacked)
    }
  }
}

const filledRows = (rows: Cell[][]): number => rows.filter(row => row.some(cell => cell !== null)).length

/** A text file that was opened with the wrong separator and saved: every row stands in its first cell, separators and all. */
const isOneColumn = (heading: Cell[]): boolean =>
  heading.slice(1).every(cell => cell === null) && /[;\t].*[;\t]/.test(textOf(heading[0]))

function textOfRows(rows: Cell[][], oneColumn: boolean): Uint8Array {
  const parts: Buffer[] = []
  let size = 0
  for (let index = 0; index < rows.length; index += 1000) {
    const lines = rows.slice(index, index + 1000).map(row => (oneColumn ? rawLine(row) : csvLine(row.map(textOf))))
    const part = Buffer.from(lines.join(''))
    size += part.length
    if (size > limits.bytes) throw new FileRefused(fileSays.tooLargeUnpacked)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** A comma within the row had cut it up. */
const rawLine = (row: Cell[]): string =>
  `${row
    .slice(0, row.findLastIndex(cell => cell !== null) + 1)
    .map(textOf)
    .join(',')}\r\n`

/** A line break within a cell would move the lines of all that follows. */
function textOf(cell: Cell | undefined): string {
  if (typeof cell === 'string') return cell.replaceAll(/\s*[\r\n]+\s*/g, ' ')
  if (typeof cell === 'number') return textOfNumber(cell)
  if (cell instanceof Date) return textOfDate(cell)
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nej'
  return ''
}

/** A CPR number that was kept as a number has lost the zero that it began with. */
function textOfNumber(number: number): string {
  const text = String(number)
  return /^\d{9}$/.test(text) && hasCpr(`0${text}`) ? `0${text}` : text
}

function textOfDate(date: Date): string {
  const minute = new Date(Math.round(date.getTime() / 60_000) * 60_000)
  if (Number.isNaN(minute.getTime())) return ''
  const [dayPart = '', clockPart = ''] = minute.toISOString().slice(0, 16).split('T')
  if (minute.getTime() < firstDay) return clockPart
  return minute.getTime() % day === 0 ? dayPart : `${dayPart} ${clockPart}`
}

function refusalFor(error: unknown): string {
  if (error instanceof FileRefused) return error.says
  if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError) return fileSays.broken
  return error instanceof RangeError ? fileSays.tooHeavy : fileSays.broken
}

const answer = (value: XlsxAnswer): void => parentPort?.postMessage(value)

try {
  const bytes: unknown = workerData
  if (!(bytes instanceof Uint8Array)) throw new TypeError('the thread was given no bytes')
  answer({ text: await convert(bytes) })
} catch (error) {
  answer({ refused: refusalFor(error) })
}
