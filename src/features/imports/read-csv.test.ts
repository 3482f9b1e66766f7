import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isHeadingOf, registrationColumns } from './columns.ts'
import { openSheet } from './open-sheet.ts'
import { bytesSource, FileRefused } from './sheet.ts'
import type { Sheet, SheetRow } from './sheet.ts'

const headings = 'dato;indsats;mødetype;sted;udfald;værested'
const row = '13-03-2017;skp;åbent;værested;gennemført;Café Broen'
const cells = row.split(';')
const isHeading = isHeadingOf(registrationColumns)

async function opened(bytes: Uint8Array): Promise<SheetRow[] | string> {
  const sheet = await openSheet(bytesSource(bytes), isHeading)
  if (!sheet.ok) return sheet.message
  try {
    return [sheet.sheet.heading, ...(await allRows(sheet.sheet))]
  } catch (error) {
    if (error instanceof FileRefused) return error.says
    throw error
  }
}

async function allRows(sheet: Sheet): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const batch of sheet.rows()) rows.push(...batch)
  return rows
}

const ofText = (text: string) => opened(Buffer.from(text))

async function refusalOf(text: string): Promise<string> {
  const rows = await ofText(text)
  return typeof rows === 'string' ? rows : 'the file was read'
}

async function linesOf(text: string): Promise<number[]> {
  const rows = await ofText(text)
  assert.ok(typeof rows !== 'string')
  return rows.map(({ line }) => line)
}

async function lastCells(bytes: Uint8Array): Promise<string[] | undefined> {
  const rows = await opened(bytes)
  assert.ok(typeof rows !== 'string')
  return rows.at(-1)?.cells
}

const inWindows = (text: string): Buffer => Buffer.from(text, 'latin1')

test('a semicolon, a comma or a tab stands between fields', async () => {
  for (const separator of [';', ',', '\t']) {
    const text = `${headings}\n${row}\n`.replaceAll(';', separator)
    assert.deepEqual(await lastCells(Buffer.from(text)), cells, separator)
  }
})

test('a semicolon file whose names hold commas is still a semicolon file', async () => {
  const text = `dato;indsats;"enhed, afdeling, hus";mødetype;sted\n13-03-2017;skp;"a, b, c";åbent;gade\n`
  assert.equal((await lastCells(Buffer.from(text)))?.length, 5)
})

test('UTF-8 with and without a mark, Windows-1252 and UTF-16 are read alike', async () => {
  const text = `${headings}\r\n${row}\r\n`
  assert.deepEqual(await lastCells(Buffer.from(text)), cells)
  assert.deepEqual(await lastCells(Buffer.from(`\uFEFF${text}`)), cells)
  assert.deepEqual(await lastCells(inWindows(text)), cells)
  assert.deepEqual(await lastCells(Buffer.from(`\uFEFF${text}`, 'utf16le')), cells)
  assert.deepEqual(await lastCells(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()), cells)
})

test('a Windows file is known by a letter that stands far down in it', async () => {
  const plain = 'dato;indsats;sted;udfald\n' + '13-03-2017;skp;hjem;afbud\n'.repeat(8000)
  assert.equal((await lastCells(inWindows(`${plain}14-03-2017;skp;værested;afbud\n`)))?.[2], 'værested')
})

test('a file that was encoded twice is read as it was meant', async () => {
  const twice = Buffer.from(new TextDecoder('windows-1252').decode(Buffer.from(`${headings}\n${row}\n`)))
  assert.deepEqual(await lastCells(twice), cells)
})

test('empty lines and lines of separators alone are left out, and counted', async () => {
  assert.deepEqual(await linesOf(`\n;;;\n${headings}\n\n${row}\n;;;;;\n \n${row}\n\n`), [3, 5, 8])
})

test('a row has the number of the line where it begins, whatever breaks stand within its quotation marks', async () => {
  const broken = '13-03-2017;skp;åbent;værested;gennemført;"Café\nBroen\r\nved åen"'
  assert.deepEqual(await linesOf(`${headings}\r\n${broken}\r\n${row}\r\n${broken}\n${row}`), [1, 2, 5, 6, 9])
})

test('line ends of three kinds may stand in one file', async () => {
  assert.deepEqual(await linesOf(`${headings}\r${row}\n${row}\r\n${row}`), [1, 2, 3, 4])
})

test('spaces round a quoted field do no harm', async () => {
  assert.deepEqual(await lastCells(Buffer.from('dato; indsats;sted\n1;  "a;b" ;"c"\n')), ['1', '"a;b" ', 'c'])
})

test('the first line of some spreadsheets, that names the separator, is no row', async () => {
  assert.deepEqual(await linesOf(`sep=;\r\n${headings}\r\n${row}\r\n`), [2, 3])
})

test('a file that is no spreadsheet is refused with one sentence', async () => {
  const noSheet = 'Filen er ikke et regneark, som vi kan læse. Gem den som .csv eller .xlsx, og prøv igen.'
  assert.equal(await opened(Buffer.from('%PDF-1.7\n\0\0\0\u0001 stream')), noSheet)
  assert.equal(await opened(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])), noSheet)
  assert.equal(await ofText('Kære kollega\n\nHermed referatet.\n'), noSheet)
  assert.match(await refusalOf(''), /^Filen er tom/)
  assert.match(await refusalOf('\n\n;;\n'), /^Filen er tom/)
})

test('a quotation mark that nobody closed is refused, and the line is named', async () => {
  assert.equal(
    await ofText(`${headings}\n${row}\n13-03-2017;"skp;åbent\n${row}\n`),
    'Rækken, der begynder i linje 3, har et anførselstegn ("), som aldrig bliver lukket. Ret det, og prøv igen.',
  )
  const endless = `${headings}\n"${`${row}\n`.repeat(30_000)}`
  assert.match(await refusalOf(endless), /^Rækken, der begynder i linje 2, bliver ved og ved/)
})

test('a file of more than a million rows is refused', async () => {
  const rows = Buffer.from('1;2\n'.repeat(1000))
  async function* open() {
    yield Buffer.from('dato;sted\n')
    for (let thousand = 0; thousand <= 1000; thousand++) yield rows
  }
  const sheet = await openSheet({ size: 4_000_000, open }, isHeading)
  assert.ok(sheet.ok)
  await assert.rejects(allRows(sheet.sheet), {
    says: 'Filen har mere end 1.000.000 rækker. Del den i flere filer.',
  })
})

test('a file of more than 100 MiB is refused before it is read', async () => {
  const open = () => assert.fail('the file was opened')
  const sheet = await openSheet({ size: 100 * 1024 * 1024 + 1, open }, isHeading)
  assert.deepEqual(sheet, { ok: false, message: 'Filen fylder mere end 100 MiB. Del den i flere filer.' })
})

test('wherever the bytes are cut, the rows are the same', async () => {
  const bytes = Buffer.from(`\uFEFF${headings}\r\n${row}\r\n13-03-2017;skp;åbent;gade;afbud;"Æ\r\nØ"\r\n`)
  const whole = await opened(bytes)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), async steps => {
      async function* open() {
        for (let at = 0, turn = 0; at < bytes.length; turn++) {
          const step = steps[turn % steps.length] ?? 1
          yield bytes.subarray(at, at + step)
          at += step
        }
      }
      const sheet = await openSheet({ size: bytes.length, open }, isHeading)
      assert.ok(sheet.ok)
      assert.deepEqual([sheet.sheet.heading, ...(await allRows(sheet.sheet))], whole)
    }),
    { numRuns: 60 },
  )
})
