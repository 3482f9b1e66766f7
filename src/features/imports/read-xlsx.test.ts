import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { crc32, deflateRawSync } from 'node:zlib'
import writeExcelFile from 'write-excel-file/node'
import type { SheetData } from 'write-excel-file/node'
import { isHeadingOf, registrationColumns } from './columns.ts'
import { openSheet } from './open-sheet.ts'
import { bytesSource } from './sheet.ts'
import type { SheetRow } from './sheet.ts'

const headings = ['dato', 'tid', 'minutter', 'borger', 'værested']

async function rowsOf(bytes: Uint8Array): Promise<SheetRow[] | string> {
  const opened = await openSheet(bytesSource(bytes), isHeadingOf(registrationColumns))
  if (!opened.ok) return opened.message
  const rows = [opened.sheet.heading]
  for await (const batch of opened.sheet.rows()) rows.push(...batch)
  return rows
}

async function refusalOf(bytes: Uint8Array): Promise<string> {
  const rows = await rowsOf(bytes)
  return typeof rows === 'string' ? rows : 'the file was read'
}

const written = (rows: SheetData): Promise<Buffer> => writeExcelFile(rows).toBuffer()

async function lastCells(rows: SheetData): Promise<string[] | undefined> {
  const read = await rowsOf(await written(rows))
  assert.ok(typeof read !== 'string')
  return read.at(-1)?.cells
}

test('a file by LibreOffice has the same rows as the text file that it was made from', async () => {
  const text = await rowsOf(await readFile('test/fixtures/registreringer.csv'))
  const sheet = await rowsOf(await readFile('test/fixtures/registreringer-libreoffice.xlsx'))
  assert.ok(typeof text !== 'string' && typeof sheet !== 'string')
  const daysTurned = text.map(({ line, cells }) => ({
    line,
    cells: cells.map(cell => cell.replace(/^(\d\d)-(\d\d)-(\d{4})$/, '$3-$2-$1')),
  }))
  assert.deepEqual(sheet, daysTurned)
})

test('dates, clock times and numbers of a spreadsheet come as they are shown', async () => {
  const cells = [
    { value: new Date('2017-03-13'), type: Date, format: 'dd-mm-yyyy' },
    { value: 0.604166666666667, type: Number, format: 'hh:mm' },
    45,
    'B17',
    'Café Broen',
  ]
  assert.deepEqual(await lastCells([headings, cells]), ['2017-03-13', '14:30', '45', 'B17', 'Café Broen'])
})

test('row n of the sheet is line n, and empty rows are left out', async () => {
  const rows = await rowsOf(
    await written([[], headings, [], ['13-03-2017', null, 5], [null, ' '], ['14-03-2017', 'a\nb']]),
  )
  assert.ok(typeof rows !== 'string')
  assert.deepEqual(
    rows.map(({ line }) => line),
    [2, 4, 6],
  )
})

test('a CPR number that was kept as a number has its first zero back', async () => {
  assert.equal((await lastCells([headings, ['13-03-2017', null, 5, 102031234]]))?.[3], '0102031234')
  assert.equal((await lastCells([headings, ['13-03-2017', null, 5, 992031234]]))?.[3], '992031234')
})

test('a text file that was opened with the wrong separator and saved is taken apart again', async () => {
  const rows = [['dato;tid;borger'], ['13-03-2017;14.30;Bo', ' Ib']]
  assert.deepEqual(await lastCells(rows), ['13-03-2017', '14.30', 'Bo, Ib'])
})

test('a text that begins like a formula is text', async () => {
  assert.equal((await lastCells([headings, ['13-03-2017', null, 5, '=1+1']]))?.[3], '=1+1')
})

test('what is not a spreadsheet, or is an older or another kind, is refused with one sentence', async () => {
  assert.match(await refusalOf(Buffer.from('d0cf11e0a1b11ae1'.repeat(64), 'hex')), /^Filen er et ældre Excel-ark/)
  assert.match(await refusalOf(zipOf({ 'word/document.xml': '<a/>' })), /^Filen er ikke et regneark/)
  assert.match(await refusalOf(zipOf({ mimetype: 'x', 'content.xml': '<a/>' })), /^Filen er et OpenDocument-ark/)
  assert.match(await refusalOf((await written([headings])).subarray(0, 900)), /^Filen er gået i stykker/)
  assert.match(await refusalOf(zipOf({ 'xl/workbook.xml': '<a><b' })), /^Filen er gået i stykker/)
})

test('a zip bomb is refused by what its directory says', async () => {
  const bomb = zipOf({ 'xl/workbook.xml': '<a/>', 'xl/worksheets/sheet1.xml': Buffer.alloc(101 * 1024 * 1024) })
  assert.ok(bomb.length < 200_000)
  assert.equal(await rowsOf(bomb), 'Filen fylder mere end 100 MiB, når den er pakket ud. Del den i flere filer.')
})

test('a zip bomb whose directory lies is refused by what it really holds', async () => {
  const lie = { claimed: 4 }
  const bomb = zipOf({ 'xl/workbook.xml': '<a/>', 'xl/worksheets/sheet1.xml': Buffer.alloc(101 * 1024 * 1024) }, lie)
  assert.equal(await rowsOf(bomb), 'Filen fylder mere end 100 MiB, når den er pakket ud. Del den i flere filer.')
})

test('a zip that hides an entry from its directory is refused', async () => {
  const hidden = zipOf({ 'xl/hidden.xml': randomText(200_000) })
  const honest = zipOf({ 'xl/workbook.xml': '<a/>' })
  const directoryAt = honest.readUInt32LE(honest.length - 6)
  const joined = Buffer.concat([honest.subarray(0, directoryAt), hidden, honest.subarray(directoryAt)])
  joined.writeUInt32LE(directoryAt + hidden.length, joined.length - 6)
  assert.match(await refusalOf(joined), /^Filen er gået i stykker/)
})

test('a sheet that claims a cell in its farthest corner is refused, and the program lives on', async () => {
  const sheet = await written([headings, ['13-03-2017']])
  const parts = await unzipped(sheet)
  parts['xl/worksheets/sheet1.xml'] = String(parts['xl/worksheets/sheet1.xml']).replaceAll('"A2"', '"XFD1048576"')
  assert.match(await refusalOf(zipOf(parts)), /^Filen (er for tung|har mere end)/)
})

test('a sheet of more than 100,000 rows is refused', async () => {
  const rows = Array.from({ length: 100_001 }, () => ['13-03-2017'])
  assert.equal(
    await rowsOf(await written([headings, ...rows])),
    'Filen har mere end 100.000 rækker. Gem den som .csv, eller del den i flere filer.',
  )
})

type Parts = Record<string, string | Buffer>

/** A zip archive written by hand, so that its directory can say something else than its entries. */
function zipOf(parts: Parts, lie?: { claimed: number }): Buffer {
  const entries: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(bytes), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(lie?.claimed ?? bytes.length, 18)
    head.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), packed])
    const offset = Buffer.alloc(14)
    offset.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\0'), head, offset, Buffer.from(name))
    entries.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...entries, listed, Buffer.from('PK\u0005\u0006'), end])
}

async function unzipped(zip: Buffer): Promise<Parts> {
  const { inflateRawSync } = await import('node:zlib')
  const { packedBytes, zipEntries } = await import('./zip-directory.ts')
  const parts: Parts = {}
  for (const entry of zipEntries(zip) ?? []) {
    const packed = packedBytes(zip, entry)
    parts[entry.name] = entry.method === 0 ? Buffer.from(packed) : inflateRawSync(packed)
  }
  return parts
}

const randomText = (length: number): string =>
  Array.from({ length: length / 8 }, () => Math.random().toString(36).slice(2, 10).padEnd(8, 'x')).join('')
