import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnsAt, guessColumns, keysOf, presenceColumns, registrationColumns } from './columns.ts'

const guess = (headings: string[]) => guessColumns(registrationColumns, headings)
const allHeadings = keysOf(registrationColumns).map(key => registrationColumns[key].heading)

test('headings in any order, any letter case and with spaces round them are found', () => {
  const columns = guess([' UDFALD ', 'Sted', 'mødeType\u00a0', 'INDSATS', 'dato'])
  assert.deepEqual(columns.places, { outcome: 0, venue: 1, kind: 2, effort: 3, day: 4 })
  assert.deepEqual(columns.missing, [])
})

test('headings without Danish letters are found', () => {
  const { places } = guess(['vaerested', 'moedetype', 'hjaelp', 'foedselsaar', 'forsoergelse', 'koen'])
  assert.deepEqual(places, { centre: 0, kind: 1, help: 2, birthYear: 3, income: 4, gender: 5 })
})

test('a heading whose letters are taken apart is the same heading', () => {
  assert.equal(guess(['fødselsår'.normalize('NFD')]).places.birthYear, 0)
})

test('extra columns are kept out, and named', () => {
  const columns = guess(['dato', 'noter', '', 'Bo 010203-1234'])
  assert.deepEqual(columns.keptOut, [
    { place: 1, heading: 'noter' },
    { place: 2, heading: 'C' },
    { place: 3, heading: 'Bo [CPR-nummer fjernet]' },
  ])
})

test('the columns that are needed and are not there are named', () => {
  assert.deepEqual(guess(['id', 'dato', 'borger']).missing, ['effort', 'kind', 'venue', 'outcome'])
  assert.deepEqual(guess(allHeadings).missing, [])
})

test('an exact heading goes before another word for the same, and the first of two equal ones is taken', () => {
  const columns = guess(['tidspunkt', 'tid', 'dato', 'dato'])
  assert.equal(columns.places.time, 1)
  assert.equal(columns.places.day, 2)
  assert.deepEqual(
    columns.keptOut.map(({ place }) => place),
    [0, 3],
  )
})

test('whoever imports may point at other columns, and one that is not there is nobody’s', () => {
  const columns = columnsAt(registrationColumns, ['dag', 'hvem'], { day: 0, citizen: 1, worker: 1, unit: 7 })
  assert.deepEqual(columns.places, { day: 0, worker: 1 })
  assert.deepEqual(columns.missing, ['effort', 'kind', 'venue', 'outcome'])
})

test('the presence spreadsheet has its own columns', () => {
  const columns = guessColumns(presenceColumns, ['Fra', 'Til', 'Gælder fra', 'gaelder til', 'UGEDAG'])
  assert.deepEqual(columns.places, { from: 0, until: 1, firstDay: 2, lastDay: 3, weekday: 4 })
})
