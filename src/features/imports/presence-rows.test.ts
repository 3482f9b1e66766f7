import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guessColumns, presenceColumns } from './columns.ts'
import { presenceReader } from './presence-rows.ts'

const good = {
  medarbejder: 'Mette Lund',
  rolle: 'sagsbehandling',
  enhed: 'Jobcenter',
  myndighed: 'ja',
  telefon: '+45 12 34 56 78',
  værested: 'Fyrskuret',
  lokale: 'Stuen',
  ugedag: 'Torsdag',
  uger: 'ulige',
  fra: '10.00',
  til: '14.30',
  'gælder fra': '01-09-2026',
  'gælder til': '',
}

function read(change: Record<string, string>) {
  const row = { ...good, ...change }
  return presenceReader(guessColumns(presenceColumns, Object.keys(row)))({ line: 2, cells: Object.values(row) })
}

function messagesOf(change: Record<string, string>): string[] {
  const result = read(change)
  return result.ok ? [] : result.problems.map(({ message }) => message)
}

test('a row of the presence spreadsheet is a fixed weekly time', () => {
  assert.deepEqual(read({}), {
    ok: true,
    value: {
      worker: 'Mette Lund',
      effort: 'casework',
      unit: 'Jobcenter',
      authority: true,
      phone: '12345678',
      centre: 'Fyrskuret',
      room: 'Stuen',
      weekday: 4,
      weeks: 'odd',
      from: '10:00',
      until: '14:30',
      firstDay: '2026-09-01',
      lastDay: null,
    },
  })
})

test('a time is every week when nothing else is said', () => {
  const result = read({ uger: '' })
  assert.ok(result.ok)
  assert.equal(result.value.weeks, 'all')
})

test('whether somebody decides in a citizen’s case must be told', () => {
  assert.deepEqual(messagesOf({ myndighed: '' }), ['Feltet er tomt. Skriv ja eller nej.'])
})

test('a time that ends before it begins, and days likewise, are refused', () => {
  assert.deepEqual(messagesOf({ til: '10.00' }), ['Tiden slutter, før den begynder. Ret fra eller til.'])
  assert.deepEqual(messagesOf({ 'gælder til': '31-08-2026' }), ['Den sidste dag ligger før den første. Ret en af dem.'])
})

test('a weekday, a telephone number and a CPR number are looked at', () => {
  assert.match(messagesOf({ ugedag: 'tors' }).join(''), /^Skriv mandag, tirsdag, .* eller søndag\.$/)
  assert.match(messagesOf({ telefon: 'spørg' }).join(''), /^Skriv et telefonnummer/)
  assert.match(messagesOf({ telefon: '010203-1234' }).join(''), /^Her står et CPR-nummer/)
})
