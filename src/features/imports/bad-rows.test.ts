import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemList, rowsToMend } from './bad-rows.ts'
import type { BadRow, BadRowFile } from './bad-rows.ts'
import { guessColumns, isHeadingOf, registrationColumns } from './columns.ts'
import { openSheet } from './open-sheet.ts'
import { readRegistrations } from './read-registrations.ts'
import { bytesSource } from './sheet.ts'

const heading = 'dato;indsats;mødetype;sted;udfald;borger;noter'
const good = '13-03-2017;skp;åbent;gade;gennemført;B1;'
const text = [
  heading,
  good,
  '30-02-2017;skp;åbent;gade;gennemført;"=1+1";"to\nlinjer; her"',
  '13-03-2017;skp;åbent;gade;gennemført;010203-1234;set 0102031234 i dag',
].join('\n')

async function opened(csv: string) {
  const result = await openSheet(bytesSource(Buffer.from(csv)), isHeadingOf(registrationColumns))
  assert.ok(result.ok)
  const { sheet } = result
  const columns = guessColumns(registrationColumns, sheet.heading.cells)
  return { heading: sheet.heading, columns, batches: readRegistrations(sheet, columns) }
}

async function written(file: BadRowFile, batches: AsyncIterable<{ bad: BadRow[] }>): Promise<string> {
  let all = file.heading
  for await (const { bad } of batches) all += file.linesOf(bad)
  return all
}

async function badRowsOf(csv: string): Promise<string> {
  const file = await opened(csv)
  return written(rowsToMend(file.heading), file.batches)
}

test('the bad rows come back with what is wrong to the left, ready to be mended', async () => {
  const lines = (await badRowsOf(text)).split('\r\n')
  assert.equal(lines[0], '\uFEFFlinje;det skal rettes;dato;indsats;mødetype;sted;udfald;borger;noter')
  assert.equal(
    lines[1],
    `3;dato: 30. februar findes ikke. Skriv en anden dag.;30-02-2017;skp;åbent;gade;gennemført;'=1+1;"to\nlinjer; her"`,
  )
  assert.equal(lines.length, 4)
})

test('a CPR number is gone from the bad rows and from the list of problems, kept-out columns too', async () => {
  const file = await opened(text)
  for (const lines of [await badRowsOf(text), await written(problemList, file.batches)]) {
    assert.doesNotMatch(lines, /010203/)
    assert.match(lines, /set \[CPR-nummer fjernet\] i dag/)
  }
})

test('rows that were mended in that file are taken, and its two columns are kept out', async () => {
  const mended = (await badRowsOf(text)).replace(';30-02-2017;', ';28-02-2017;')
  const file = await opened(mended)
  assert.deepEqual(
    file.columns.keptOut.map(column => column.heading),
    ['linje', 'det skal rettes', 'noter'],
  )
  const good = []
  for await (const batch of file.batches) good.push(...batch.good)
  assert.deepEqual(
    good.map(({ registration }) => [registration.day, registration.citizen]),
    [['2017-02-28', '=1+1']],
  )
})

test('bad rows that are still bad come back in the same shape', async () => {
  const once = await badRowsOf(text)
  const twice = await badRowsOf(once)
  assert.equal(twice.split('\r\n')[0], once.split('\r\n')[0])
  assert.match(twice, /Her stod et CPR-nummer/)
})

test('every problem stands in the list with line, column, value and what would be right', async () => {
  const file = await opened(text)
  const lines = (await written(problemList, file.batches)).split('\r\n')
  assert.equal(lines[0], '\uFEFFlinje;kolonne;værdi;det skal rettes')
  assert.equal(lines[1], '3;dato;30-02-2017;30. februar findes ikke. Skriv en anden dag.')
})
