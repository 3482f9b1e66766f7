// Any file in, rows out: what it is, is seen from its bytes and never from its name.

import { limits } from './limits.ts'
import { xlsxAsCsv } from './read-xlsx.ts'
import { bytesSource, FileRefused } from './sheet.ts'
import type { FileSource, Sheet, SheetRow } from './sheet.ts'
import { fileSays } from './texts.da.ts'

export type OpenedSheet = { ok: true; sheet: Sheet } | { ok: false; message: string }

const zip = [0x50, 0x4b, 0x03, 0x04]
const emptyZip = [0x50, 0x4b, 0x05, 0x06]
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0]

/** A text file stays where it is; a spreadsheet file is read once and kept as text. */
export async function textSource(source: FileSource): Promise<FileSource> {
  if (source.size > limits.bytes) throw new FileRefused(fileSays.tooLarge)
  const start = await firstBytes(source)
  if (begins(start, oldOffice)) throw new FileRefused(fileSays.oldExcel)
  if (begins(start, emptyZip)) throw new FileRefused(fileSays.noSheet)
  if (!begins(start, zip)) return source
  return bytesSource(await xlsxAsCsv(await allBytes(source)))
}

export async function openSheet(source: FileSource, isHeading: (text: string) => boolean): Promise<OpenedSheet> {
  try {
    const text = await textSource(source)
    // Reading text takes two packages, for which no other page has to wait.
    const { csvRows, csvShape } = await import('./read-csv.ts')
    const shape = await csvShape(text, isHeading)
    const heading = await headingOf(csvRows(text, shape))
    return { ok: true, sheet: { heading, rows: () => withoutHeading(csvRows(text, shape), heading) } }
  } catch (error) {
    if (error instanceof FileRefused) return { ok: false, message: error.says }
    throw error
  }
}

async function headingOf(rows: AsyncIterable<SheetRow[]>): Promise<SheetRow> {
  for await (const batch of rows) {
    const first = batch[0]
    if (first && first.cells.length > 1) return first
    if (first) throw new FileRefused(fileSays.noSheet)
  }
  throw new FileRefused(fileSays.empty)
}

async function* withoutHeading(rows: AsyncIterable<SheetRow[]>, heading: SheetRow): AsyncGenerator<SheetRow[]> {
  let count = -1
  for await (const batch of rows) {
    count += batch.length
    if (count > limits.csvRows) throw new FileRefused(fileSays.tooManyRows)
    yield batch[0]?.line === heading.line ? batch.slice(1) : batch
  }
}

const begins = (bytes: Uint8Array, mark: number[]): boolean => mark.every((byte, index) => bytes[index] === byte)

async function firstBytes(source: FileSource): Promise<Uint8Array> {
  for await (const chunk of source.open()) return chunk
  throw new FileRefused(fileSays.empty)
}

async function allBytes(source: FileSource): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of source.open()) chunks.push(chunk)
  return Buffer.concat(chunks)
}
