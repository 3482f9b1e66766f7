import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../../test/world.ts'
import { sealLog, sealOf } from './seal.ts'
import { checkLog } from './seal-check.ts'
import type { LogRow } from './seal.ts'

const world = await openWorld()
const { db, keys } = world.house
const { here, there } = world
const look = () =>
  db.read(world.as('worker').asker, 'contacts.list', async () => ({
    value: undefined,
    // One number may stand at two parties, and for a talk and a citizen alike.
    about: [
      { subject: 'citizen', id: here.id, partyId: here.parties.jobcentre },
      { subject: 'contact', id: here.id, partyId: here.parties.social },
      { subject: 'account', id: here.id, partyId: null },
      { subject: 'contact', id: here.id, partyId: here.parties.jobcentre },
      { subject: 'contact', id: here.id, partyId: here.parties.jobcentre },
    ],
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
    `select l.id, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, l.person_id, l.purpose, l.kind, encode(l.words_digest, 'hex') as words,
       (select encode(digest_of(array_agg(s.subject_id order by s.subject_id, s.owner_party_id, s.subject),
           array_agg(s.subject order by s.subject_id, s.owner_party_id, s.subject),
           array_agg(s.owner_party_id order by s.subject_id, s.owner_party_id, s.subject)), 'hex')
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

  it('holds each whom a line is about, once, and is found as it was sealed', async () => {
    const counts = await world.truth(
      `select count(*)::int as lines from access_log_subjects where municipality_id = $1 group by log_id`,
      [here.id],
    )
    assert.deepEqual(counts, [{ lines: 4 }, { lines: 4 }, { lines: 4 }])
    assert.deepEqual((await checkLog(db, keys, { municipalityId: here.id })).findings, [])
  })

  it('seals each municipality apart', async () => {
    assert.deepEqual(await world.truth('select * from log_batches where municipality_id = $1', [there.id]), [])
  })
})
