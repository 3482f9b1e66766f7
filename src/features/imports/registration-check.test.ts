import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { helpFormsOf, topicsOf } from '../contacts/codes.ts'
import { guessColumns, isHeadingOf, registrationColumns } from './columns.ts'
import { openSheet } from './open-sheet.ts'
import { readRegistrations } from './read-registrations.ts'
import type { KeyedRegistration } from './read-registrations.ts'
import { checkRegistrations } from './registration-check.ts'
import { bytesSource } from './sheet.ts'

async function opened(bytes: Uint8Array) {
  const sheet = await openSheet(bytesSource(bytes), isHeadingOf(registrationColumns))
  assert.ok(sheet.ok, sheet.ok ? '' : sheet.message)
  return { sheet: sheet.sheet, columns: guessColumns(registrationColumns, sheet.sheet.heading.cells) }
}

async function checked(text: string) {
  const { sheet, columns } = await opened(Buffer.from(text))
  return checkRegistrations(sheet, columns)
}

async function goodRows(bytes: Uint8Array): Promise<KeyedRegistration[]> {
  const { sheet, columns } = await opened(bytes)
  const rows: KeyedRegistration[] = []
  for await (const batch of readRegistrations(sheet, columns)) rows.push(...batch.good)
  return rows
}

function counts<T>(of: Iterable<T>): Map<T, number> {
  const found = new Map<T, number>()
  for (const one of of) found.set(one, (found.get(one) ?? 0) + 1)
  return found
}

const sum = (numbers: Iterable<number | null>): number => [...numbers].reduce<number>((all, one) => all + (one ?? 0), 0)

const sample = await readFile('test/fixtures/registreringer.csv')
const heading = 'id;dato;indsats;mødetype;sted;udfald;borger'

test('the sample has the counts that were made by hand', async () => {
  const rows = (await goodRows(sample)).map(({ registration }) => registration)
  assert.equal(rows.length, 60)
  assert.deepEqual(Object.fromEntries(counts(rows.map(row => row.effort))), {
    substanceUse: 17,
    casework: 26,
    contactPerson: 17,
  })
  assert.deepEqual(Object.fromEntries(counts(rows.map(row => row.kind))), { booked: 25, statutory: 21, walkIn: 14 })
  assert.deepEqual(Object.fromEntries(counts(rows.map(row => row.venue))), { home: 8, townHall: 5, centre: 47 })
  assert.deepEqual(Object.fromEntries(counts(rows.map(row => row.outcome))), {
    excused: 3,
    moved: 6,
    held: 48,
    noShow: 3,
  })
  assert.deepEqual(Object.fromEntries(counts(rows.map(row => row.unit))), {
    Jobcenter: 18,
    Rusmiddelcenter: 17,
    'SKP-team': 17,
    Socialforvaltning: 8,
  })
  assert.deepEqual(
    counts(rows.map(row => row.known)),
    new Map([
      [null, 32],
      [true, 15],
      [false, 13],
    ]),
  )
  assert.deepEqual(
    counts(rows.map(row => row.income)),
    new Map([
      [null, 25],
      ['pension', 17],
      ['labourMarketBenefit', 18],
    ]),
  )
  assert.deepEqual(
    counts(rows.map(row => row.gender)),
    new Map([
      ['woman', 20],
      ['man', 15],
      [null, 25],
    ]),
  )
  assert.deepEqual(Object.fromEntries(counts(rows.flatMap(row => topicsOf(row.topicMask)))), {
    health: 15,
    work: 12,
    mentalHealth: 14,
    substanceUse: 18,
    economyAndHousing: 11,
  })
  assert.deepEqual(Object.fromEntries(counts(rows.flatMap(row => helpFormsOf(row.helpMask)))), {
    1: 11,
    2: 9,
    3: 13,
    4: 9,
    5: 6,
    6: 8,
    7: 6,
    8: 8,
  })
  assert.equal(sum(rows.map(row => row.minutes)), 1035)
  assert.equal(sum(rows.map(row => row.birthYear)), 55_261)
  assert.equal(rows.filter(row => row.citizen === null).length, 12)
  assert.equal(new Set(rows.map(row => row.citizen)).size, 17)
})

test('what LibreOffice saved from the sample, as text and as a spreadsheet, gives the same records', async () => {
  const said = async (bytes: Uint8Array) =>
    (await goodRows(bytes)).map(({ key, registration }) => ({ key, registration }))
  const rows = await said(sample)
  for (const name of ['csv', 'xlsx'])
    assert.deepEqual(await said(await readFile(`test/fixtures/registreringer-libreoffice.${name}`)), rows, name)
})

test('centres, units and workers of the file are listed once each, however they are spelt', async () => {
  const { names } = await checked(
    'dato;indsats;mødetype;sted;udfald;værested;enhed;medarbejder\n' +
      '1-2-2017;skp;åbent;gade;afbud;Café Broen;Jobcenter;Anne\n' +
      '1-2-2017;skp;åbent;gade;afbud;CAFÉ BROEN;jobcenter;ANNE\n' +
      '1-2-2017;skp;åbent;gade;afbud;;Ydelseskontor;Anne\n' +
      '1-2-2017;skp;åbent;gade;afbud;;;\n',
  )
  assert.deepEqual(names.centres, ['Café Broen'])
  assert.deepEqual(names.units, ['Jobcenter', 'Ydelseskontor', 'Støtte og kontakt uden enhed'])
  assert.deepEqual(names.workers, [
    { unit: 'Jobcenter', worker: 'Anne' },
    { unit: 'Ydelseskontor', worker: 'Anne' },
    { unit: 'Støtte og kontakt uden enhed', worker: 'Uden navn' },
  ])
})

test('the first hundred problems are kept, and all of them are counted', async () => {
  const check = await checked(`${heading}\n${'R1;30-02-2017;x;åbent;gade;afbud;\n'.repeat(80)}`)
  assert.deepEqual([check.rows, check.good, check.bad, check.problemCount], [80, 0, 80, 160])
  assert.equal(check.problems.length, 100)
  assert.deepEqual(check.problems[1], {
    line: 2,
    column: 'indsats',
    value: 'x',
    message: 'Skriv sagsbehandling, misbrug, skp, sundhed eller job.',
  })
})

test('the same id twice is one contact when the rows agree, and a bad row when they do not', async () => {
  const row = 'R1;13-03-2017;skp;åbent;gade;gennemført;B1'
  const check = await checked(`${heading}\n${row}\n${row}\n${row.replace('B1', 'B2')}\n`)
  assert.deepEqual([check.good, check.repeated, check.bad], [1, 1, 1])
  assert.deepEqual(check.problems, [
    {
      line: 4,
      column: 'id',
      value: 'R1',
      message: 'Linje 2 har samme id og et andet indhold. Giv hver række sit eget id.',
    },
  ])
})

test('rows without an id get a key from what they say and from their count among equal rows', async () => {
  const row = ';13-03-2017;skp;åbent;gade;gennemført;B1'
  const first = (await goodRows(Buffer.from(`${heading}\n${row}\n${row.replace('B1', 'B2')}\n${row}\n`))).map(
    ({ key }) => key,
  )
  assert.equal(new Set(first).size, 3)
  assert.equal(first[2], first[0]?.replace(/-1$/, '-2'))
  const otherwise = 'borger,udfald,sted,mødetype,indsats,dato\nB1,Gennemført,GADE,drop-in,skp,2017-03-13\n'
  assert.equal((await goodRows(Buffer.from(otherwise)))[0]?.key, first[0])
})

test('a key that was derived is no CPR number, however often one is made', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => `;13-03-2017;skp;åbent;gade;gennemført;B${index}`)
  for (const { key } of await goodRows(Buffer.from([heading, ...rows].join('\n')))) assert.match(key, /^r-[a-p]{32}-1$/)
})

test('so many names that the column must be another one are refused', async () => {
  const rows = Array.from({ length: 1001 }, (_, index) => `13-03-2017;skp;åbent;gade;gennemført;hus ${index}`)
  const text = ['dato;indsats;mødetype;sted;udfald;værested', ...rows].join('\n')
  await assert.rejects(checked(text), { says: /^Der står mere end 1\.000 forskellige navne i kolonnen værested/ })
})
