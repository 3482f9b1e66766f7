import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guessColumns, registrationColumns } from './columns.ts'
import { registrationReader } from './registration-rules.ts'
import type { Registration } from './registration-rules.ts'
import type { Problem } from './row-rules.ts'

const good = {
  id: 'R0001',
  dato: '13-03-2017',
  tid: '14.30',
  værested: 'Café Broen',
  indsats: 'sagsbehandling',
  enhed: 'Jobcenter',
  medarbejder: 'Anne Holm',
  borger: 'B17',
  kendt: 'ja',
  mødetype: 'aftalt',
  sted: 'værested',
  udfald: 'gennemført',
  minutter: '45',
  temaer: 'job|økonomi',
  hjælp: '1|8',
  forsørgelse: 'pension',
  køn: 'kvinde',
  fødselsår: '1968',
}

function read(change: Record<string, string>): Registration | Problem[] {
  const row = { ...good, ...change }
  const columns = guessColumns(registrationColumns, Object.keys(row))
  const result = registrationReader(columns)({ line: 7, cells: Object.values(row) })
  return result.ok ? result.value : result.problems
}

function valueOf<Key extends keyof Registration>(key: Key, change: Record<string, string>): Registration[Key] {
  const result = read(change)
  assert.ok(!Array.isArray(result), JSON.stringify(result))
  return result[key]
}

function messageOf(change: Record<string, string>): string {
  const result = read(change)
  assert.ok(Array.isArray(result) && result.length === 1, JSON.stringify(result))
  return result[0]?.message ?? ''
}

test('a clean row becomes a record', () => {
  assert.deepEqual(read({}), {
    id: 'R0001',
    day: '2017-03-13',
    time: '14:30',
    centre: 'Café Broen',
    effort: 'casework',
    unit: 'Jobcenter',
    worker: 'Anne Holm',
    citizen: 'B17',
    known: true,
    kind: 'booked',
    venue: 'centre',
    outcome: 'held',
    minutes: 45,
    topicMask: 17,
    helpMask: 129,
    income: 'pension',
    gender: 'woman',
    birthYear: 1968,
  })
})

test('what may be empty is empty, and never zero or no', () => {
  const empty = { id: '', tid: '', værested: '', enhed: '', medarbejder: '', borger: '', kendt: '', minutter: '' }
  const result = read({ ...empty, temaer: '', hjælp: '', forsørgelse: '', køn: '', fødselsår: '' })
  assert.ok(!Array.isArray(result))
  assert.deepEqual([result.topicMask, result.helpMask], [0, 0])
  assert.equal(Object.values(result).filter(value => value === null).length, 11)
})

test('a day is read in each of its forms', () => {
  for (const day of [
    '13-03-2017',
    '13.03.2017',
    '13/3-2017',
    '2017-03-13',
    '13/3/2017',
    ' 13. 3. 2017 ',
    '42807',
    '2017-03-13 00:00:00',
  ])
    assert.equal(valueOf('day', { dato: day }), '2017-03-13', day)
})

test('a day that does not exist, or is told by half, is answered with what would be right', () => {
  assert.equal(messageOf({ dato: '30-02-2017' }), '30. februar findes ikke. Skriv en anden dag.')
  assert.equal(messageOf({ dato: '29-02-2017' }), '29. februar 2017 findes ikke. Skriv en anden dag.')
  assert.equal(messageOf({ dato: '03/13/2017' }), 'Der er ingen måned 13. Skriv en måned fra 1 til 12.')
  assert.equal(messageOf({ dato: '13-03-17' }), 'Skriv årstallet med fire tal, for eksempel 13-03-2017.')
  assert.match(messageOf({ dato: '13-03-2017 14:30' }), /^Skriv kun dagen her/)
  assert.match(messageOf({ dato: 'i går' }), /^Skriv dagen som dag, måned og år/)
  assert.match(messageOf({ dato: '' }), /^Skriv en dag/)
})

test('a clock time is read in each of its forms, also as a spreadsheet leaves it', () => {
  for (const time of ['14.30', '14:30', '1430', '14.3', '14,3', '14,30', '14:30:00', '14.30.00'])
    assert.equal(valueOf('time', { tid: time }), '14:30', time)
  assert.equal(valueOf('time', { tid: '10' }), '10:00')
  assert.equal(valueOf('time', { tid: '930' }), '09:30')
  assert.match(messageOf({ tid: '24.30' }), /^Klokken går fra/)
  assert.match(messageOf({ tid: 'formiddag' }), /^Skriv klokkeslættet/)
})

test('the words of the closed lists are taken in any letter case, with spaces, and without Danish letters', () => {
  assert.equal(valueOf('outcome', { udfald: ' Gennemført ' }), 'held')
  assert.equal(valueOf('outcome', { udfald: 'GENNEMFOERT' }), 'held')
  assert.equal(valueOf('kind', { mødetype: 'Drop-in' }), 'walkIn')
  assert.equal(valueOf('kind', { mødetype: 'aabent' }), 'walkIn')
  assert.equal(valueOf('outcome', { udfald: 'åben' }), 'open')
  assert.equal(valueOf('income', { forsørgelse: 'LØN' }), 'wage')
  assert.equal(valueOf('known', { kendt: 'Nej' }), false)
})

test('a word that is not in its list is answered with the list', () => {
  assert.equal(messageOf({ mødetype: 'planlagt' }), 'Skriv åbent, aftalt eller lovpligtigt.')
  assert.equal(messageOf({ indsats: '' }), 'Feltet er tomt. Skriv sagsbehandling, misbrug, skp, sundhed eller job.')
  assert.equal(messageOf({ kendt: 'måske' }), 'Skriv ja eller nej.')
})

test('minutes are whole, from 0 to 600, and a decimal comma is taken when nothing stands behind it', () => {
  assert.equal(valueOf('minutes', { minutter: '0' }), 0)
  assert.equal(valueOf('minutes', { minutter: '600' }), 600)
  assert.equal(valueOf('minutes', { minutter: '45,0' }), 45)
  for (const minutes of ['601', '-1', '12,5', 'en time', '1e2'])
    assert.equal(messageOf({ minutter: minutes }), 'Skriv hele minutter fra 0 til 600.', minutes)
})

test('several topics and forms of help stand between bars or commas', () => {
  assert.equal(valueOf('topicMask', { temaer: 'psykisk, HELBRED|rusmidler' }), 2 | 4 | 8)
  assert.equal(valueOf('helpMask', { hjælp: '1,2 | 3' }), 7)
  assert.equal(valueOf('helpMask', { hjælp: '1.3' }), 5)
  assert.equal(
    messageOf({ temaer: 'job|ret' }),
    'Skriv et eller flere af ordene job, psykisk, helbred, rusmidler og økonomi med | imellem.',
  )
  assert.match(messageOf({ hjælp: '9' }), /^Skriv tal fra 1 til 8/)
})

test('a birth year has four digits and lies before the contact', () => {
  assert.match(messageOf({ fødselsår: '68' }), /^Skriv årstallet med fire tal/)
  assert.match(messageOf({ fødselsår: '2018' }), /^Fødselsåret ligger efter/)
})

test('names are one line without spaces round them', () => {
  assert.equal(valueOf('centre', { værested: '  Café \r\n Broen\u00a0' }), 'Café Broen')
  assert.equal(valueOf('worker', { medarbejder: 'Anne\u0000 Holm\u200b' }), 'Anne Holm')
  assert.match(messageOf({ borger: 'x'.repeat(81) }), /^Skriv højst 80 tegn/)
})

test('a cell that begins like a formula is text', () => {
  for (const text of ['=1+1', '+45', '-', '@Bo']) assert.equal(valueOf('worker', { medarbejder: text }), text)
})

test('a CPR number in any cell refuses the row and is shown nowhere', () => {
  for (const cpr of ['010203-1234', '0102031234', '610203-1234'])
    for (const column of Object.keys({ ...good, noter: '' })) {
      const result = read({ [column]: `ring ${cpr} nu` })
      assert.ok(Array.isArray(result), column)
      assert.equal(result[0]?.column, column)
      assert.match(result[0].message, /^Her står et CPR-nummer/)
      assert.equal(result[0].value, 'ring [CPR-nummer fjernet] nu')
      assert.doesNotMatch(JSON.stringify(result), /\d{6}-?\d{4}/)
    }
})

test('a CPR number with an invisible letter in it is one all the same', () => {
  assert.match(messageOf({ borger: '0102\u200b03-1234' }), /^Her står et CPR-nummer/)
})

test('the words that a CPR number was replaced by are no pseudonym', () => {
  assert.match(messageOf({ borger: '[CPR-nummer fjernet]' }), /^Her stod et CPR-nummer/)
})

test('an id of our own is no CPR number, whatever digits it has', () => {
  const id = '019ac1d0-7a3b-7c00-8000-a0102031234b'
  assert.equal(valueOf('id', { id }), id)
})

test('a row of more fields than headings is refused, and one whose last fields are empty is not', () => {
  const columns = guessColumns(registrationColumns, Object.keys(good))
  const reader = registrationReader(columns)
  assert.equal(reader({ line: 2, cells: [...Object.values(good), '', ' '] }).ok, true)
  assert.equal(reader({ line: 2, cells: Object.values(good).slice(0, 12) }).ok, true)
  const result = reader({ line: 2, cells: [...Object.values(good), 'mere'] })
  assert.ok(!result.ok)
  assert.match(result.problems[0]?.message ?? '', /^Rækken har 19 felter, og der er 18 overskrifter/)
})

test('all that is wrong with a row is told at once', () => {
  const result = read({ dato: '30-02-2017', mødetype: 'x', minutter: 'y' })
  assert.ok(Array.isArray(result))
  assert.deepEqual(
    result.map(({ line, column, value }) => [line, column, value]),
    [
      [7, 'dato', '30-02-2017'],
      [7, 'mødetype', 'x'],
      [7, 'minutter', 'y'],
    ],
  )
})
