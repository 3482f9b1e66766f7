import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fieldKeys } from './field-keys.ts'

const dir = mkdtempSync(join(tmpdir(), 'brobygger-field-keys-'))
after(() => rmSync(dir, { recursive: true }))
const [here, there] = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002']
const at = { field: 'citizen_numbers.sealed', row: 'party citizen', version: 1 }

test('a sealed text opens in its own place under its own key, and nowhere else', () => {
  const keys = fieldKeys(dir, here)
  assert.deepEqual(keys.versions(), [1])
  const sealed = keys.seal(at, '0101801234')
  assert.equal(keys.open(at, sealed), '0101801234')
  assert.notDeepEqual(keys.seal(at, '0101801234'), sealed, 'the same text twice does not look alike')
  keys.makeNext()
  fieldKeys(dir, there).versions()
  for (const other of [
    { ...at, field: 'citizens.name' },
    { ...at, row: 'other citizen' },
    { ...at, version: 2 },
    { ...at, version: 9 },
  ])
    assert.equal(keys.open(other, sealed), undefined, JSON.stringify(other))
  assert.equal(fieldKeys(dir, there).open(at, sealed), undefined)
  assert.equal(keys.open(at, sealed.subarray(0, 20)), undefined)
})

test('a text is found by a hash that another party, key or municipality does not share', () => {
  const keys = fieldKeys(dir, here)
  const place = { field: at.field, partyId: 'one', version: 1 }
  const hash = keys.blind(place, '0101801234')
  assert.deepEqual(keys.blind(place, '0101801234'), hash)
  assert.notDeepEqual(keys.blind({ ...place, partyId: 'two' }, '0101801234'), hash)
  assert.notDeepEqual(keys.blind({ ...place, version: 2 }, '0101801234'), hash)
  assert.notDeepEqual(fieldKeys(dir, there).blind(place, '0101801234'), hash)
})

test('a key is a whole file of its owner alone; one that is thrown away is gone, and a broken one is told of', () => {
  const keys = fieldKeys(dir, here)
  assert.deepEqual(keys.versions(), [1, 2])
  assert.equal(keys.current(), 2)
  for (const name of readdirSync(dir)) {
    assert.match(name, /\.fields-\d\.key$/)
    assert.deepEqual([statSync(join(dir, name)).size, statSync(join(dir, name)).mode & 0o777], [32, 0o600])
  }
  keys.remove(1)
  assert.deepEqual(keys.versions(), [2])
  writeFileSync(join(dir, `${here}.fields-3.key`), 'short')
  assert.throws(() => keys.seal({ ...at, version: 3 }, 'x'), /is no key/)
})
