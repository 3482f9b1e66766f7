import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../../test/world.ts'
import { sealLog, sealOf } from './seal.ts'
import type { LogRow } from './seal.ts'

const world = await openWorld()
const { db, keys } = world.house
const { here, there } = world
const look = () =>
  db.read(world.as('worker').asker, 'contacts.list', async () => ({
    value: undefined,
    about: [{ subject: 'contact', id: here.id, partyId: here.parties.jobcentre }],
  }))

async function batches(): Promise<{ number: number; rows: number; previous: Buffer; at: string; seal: Buffer }[]> {
  return await world.truth(
    `select number, rows, previous, to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, seal
     from log_batches where municipality_id = $1 order by number`,
    [here.id],
  )
}

async function rowsOf(batch: number): Promise<LogRow[]> {
  return await world.truth(
    `select l.id, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, l.person_id, l.purpose, l.kind, encode(l.words, 'hex') as words,
       (select encode(digest_of(array_agg(s.subject_id order by s.subject_id), array_agg(s.subject order by s.subject_id),
           array_agg(s.owner_party_id order by s.subject_id)), 'hex')
         from access_log_subjects s where s.municipality_id = l.municipality_id and s.log_id = l.id) as subjects
     from access_log l where l.municipality_id = $1 and l.batch = $2 order by l.id`,
    [here.id, batch],
  )
}

describe('the seal of the access log', () => {
  it('puts what is new into batches, each chained to the one before', async () => {
    await look()
    await look()
    assert.equal(await sealLog(db, keys, here.id), 2)
    await look()
    assert.equal(await sealLog(db, keys, here.id), 1)
    const [first, second] = await batches()
    assert.equal(first?.rows, 2)
    assert.deepEqual(second?.previous, first?.seal)
    assert.equal(await sealLog(db, keys, here.id), 0)
  })

  it('is the keyed hash of its rows, so that one that was changed no longer fits', async () => {
    const [first] = await batches()
    assert.ok(first)
    const rows = await rowsOf(1)
    const key = keys.key(here.id, 'log-seal')
    assert.deepEqual(sealOf(key, first, rows), first.seal)
    const [row] = rows
    assert.ok(row)
    assert.notDeepEqual(sealOf(key, first, [{ ...row, kind: 'change' }, ...rows.slice(1)]), first.seal)
    assert.notDeepEqual(sealOf(key, first, [{ ...row, subjects: null }, ...rows.slice(1)]), first.seal)
    assert.notDeepEqual(sealOf(key, first, rows.toReversed()), first.seal)
    assert.notDeepEqual(sealOf(keys.key(there.id, 'log-seal'), first, rows), first.seal)
  })

  it('cannot be taken off again: a sealed row does not change', async () => {
    await assert.rejects(
      world.truth(`update access_log set purpose = 'x' where municipality_id = $1 and batch = 1`, [here.id]),
      /sealed row/,
    )
  })

  it('seals each municipality apart', async () => {
    assert.deepEqual(await world.truth('select * from log_batches where municipality_id = $1', [there.id]), [])
  })
})
