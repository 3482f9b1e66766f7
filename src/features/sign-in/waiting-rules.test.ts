import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { newId } from '../../platform/id.ts'
import { openKeys } from '../../platform/keys.ts'
import { addMinutes, instant } from '../../platform/time.ts'
import { openWaiting, sealWaiting } from './waiting-rules.ts'

const dir = mkdtempSync(join(tmpdir(), 'brobygger-keys-'))
after(() => rmSync(dir, { recursive: true }))
const keys = openKeys(dir)
const now = instant('2026-11-24T10:00:00Z')
const owner = { municipalityId: newId(), accountId: newId() }
const waiting = { path: '/herby/notes', typed: { words: 'æøå', topics: ['a', 'b'] } }
const sealed = sealWaiting(keys, owner, { ...waiting, now }) ?? ''

describe('what waits', () => {
  it('opens for its owner within twelve hours', () => {
    const { path, typed } = openWaiting(keys, owner, { sealed, now: addMinutes(now, 12 * 60) }) ?? {}
    assert.deepEqual({ path, typed }, waiting)
    assert.equal(openWaiting(keys, owner, { sealed, now: addMinutes(now, 12 * 60 + 1) }), undefined)
  })

  it('opens for no other account, no other municipality and no other text', () => {
    assert.equal(openWaiting(keys, { ...owner, accountId: newId() }, { sealed, now }), undefined)
    assert.equal(openWaiting(keys, { ...owner, municipalityId: newId() }, { sealed, now }), undefined)
    for (const other of ['', 'x', 'ÆØÅ', sealed.slice(1), sealed.repeat(2)]) {
      assert.equal(openWaiting(keys, owner, { sealed: other, now }), undefined)
    }
  })

  it('is no more than a form can carry', () => {
    assert.equal(sealWaiting(keys, owner, { path: '/x', typed: { words: 'x'.repeat(700_000) }, now }), undefined)
  })
})
