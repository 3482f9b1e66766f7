import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { efforts, genders, incomes, kinds, outcomes, venues } from '../contacts/codes.ts'
import { hasCpr } from '../citizens/cpr-rules.ts'
import { cleaned } from './cell-rules.ts'
import { guessColumns, isHeadingOf, registrationColumns } from './columns.ts'
import { guarded, unguarded } from './csv-line.ts'
import { openSheet } from './open-sheet.ts'
import { registrationsAsCsv, registrationsAsXlsx } from './registration-export.ts'
import { registrationReader } from './registration-rules.ts'
import type { Registration } from './registration-rules.ts'
import { bytesSource } from './sheet.ts'

/** Anything that the import would have kept: visible text of one line, without CPR numbers. */
const storedText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom("'", '=', '+', '-', '@', '"', ';', ',', ' ', '\t', 'x', '|', '＝'),
      maxLength: 8,
    }),
  )
  .map(cleaned)
  .filter(text => text !== '' && text.length <= 80 && !hasCpr(text) && cleaned(guarded(text)) === text)

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })

const registration: fc.Arbitrary<Registration> = fc.record(
  {
    id: storedText,
    day: fc
      .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
      .map(date => date.toISOString().slice(0, 10)),
    time: maybe(fc.integer({ min: 0, max: 1439 }).map(minute => new Date(minute * 60_000).toISOString().slice(11, 16))),
    centre: maybe(storedText),
    effort: fc.constantFrom(...efforts),
    unit: maybe(storedText),
    worker: maybe(storedText),
    citizen: maybe(storedText),
    known: maybe(fc.boolean()),
    kind: fc.constantFrom(...kinds),
    venue: fc.constantFrom(...venues),
    outcome: fc.constantFrom(...outcomes),
    minutes: maybe(fc.integer({ min: 0, max: 600 })),
    topicMask: fc.integer({ min: 0, max: 31 }),
    helpMask: fc.integer({ min: 0, max: 255 }),
    income: maybe(fc.constantFrom(...incomes)),
    gender: maybe(fc.constantFrom(...genders)),
    birthYear: maybe(fc.integer({ min: 1880, max: 1900 })),
  },
  { noNullPrototype: true },
)

async function* oneBatch(registrations: Registration[]) {
  yield registrations
}

async function csvOf(registrations: Registration[]): Promise<string> {
  let text = ''
  for await (const part of registrationsAsCsv(oneBatch(registrations))) text += part
  return text
}

async function readBack(bytes: Uint8Array): Promise<Registration[]> {
  const opened = await openSheet(bytesSource(bytes), isHeadingOf(registrationColumns))
  assert.ok(opened.ok, opened.ok ? '' : opened.message)
  const read = registrationReader(guessColumns(registrationColumns, opened.sheet.heading.cells))
  const registrations: Registration[] = []
  for await (const rows of opened.sheet.rows())
    for (const row of rows) {
      const result = read(row)
      assert.ok(result.ok, JSON.stringify(result))
      registrations.push(result.value)
    }
  return registrations
}

test('any record that is exported as text and imported again is the same record', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(registration, { maxLength: 20 }), async registrations => {
      assert.deepEqual(await readBack(Buffer.from(await csvOf(registrations))), registrations)
    }),
    { numRuns: 200 },
  )
})

test('any record that is exported as a spreadsheet and imported again is the same record', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(registration, { minLength: 100, maxLength: 100 }), async registrations => {
      assert.deepEqual(await readBack(await registrationsAsXlsx(registrations)), registrations)
    }),
    { numRuns: 6, endOnFailure: true },
  )
})

test('no cell of an export begins like a formula', async () => {
  await fc.assert(
    fc.asyncProperty(registration, async one => {
      const cells = parse(await csvOf([one]), { delimiter: ';', bom: true }).flat()
      for (const cell of cells) assert.doesNotMatch(cell, /^[=+\-@]/)
    }),
  )
})

test('what keeps a cell from being run is taken away again, and nothing else is', () => {
  assert.equal(guarded('=1+1'), "'=1+1")
  assert.equal(unguarded("'=1+1"), '=1+1')
  for (const text of ["'s-Hertogenbosch", "'", "''", 'a=b']) assert.equal(guarded(text), text)
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", '=', '-', 'x') }), text => unguarded(guarded(text)) === text),
  )
})
