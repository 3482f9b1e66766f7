import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { checkLog } from '../../platform/seal-check.ts'
import { sealLog } from '../../platform/seal.ts'
import { addDays, day, readNow, today } from '../../platform/time.ts'
import { runRetention } from './commands.ts'
import { texts } from './texts.da.ts'

const world = await openWorld()
const { here, there, house } = world
const { db, keys } = house
const administrator = world.as('administrator')
const months = ['2021-08-31T20:00Z', '2021-09-30T23:30Z', '2021-10-01T00:30Z']

for (const { id } of [here, there]) {
  for (const at of months) {
    await world.truth(
      `with l as (insert into access_log (municipality_id, at, purpose, kind, words, words_digest, subjects_digest)
         values ($1, $2, 'citizens.search', 'search', 'x'::bytea, sha256('x'::bytea), digest_of(array[$1]::uuid[], '{citizen}', array[$1]::uuid[])) returning id)
       insert into access_log_subjects select $1, id, $1, 'citizen', $1 from l`,
      [id, at],
    )
  }
  await sealLog(db, keys, id)
}
const left = async (of = here) =>
  (
    await world.truth<{ at: string }>(
      `select to_char(at at time zone 'UTC', 'YYYY-MM') as at from access_log where municipality_id = $1 and purpose = 'citizens.search' order by at`,
      [of.id],
    )
  ).map(row => row.at)
const wrong = async (at = here) => (await checkLog(db, keys, { municipalityId: at.id })).findings
const count = async (table: string) =>
  (await world.truth(`select 1 from ${table} where municipality_id = $1`, [here.id])).length
const words = async () =>
  await world.truth('select 1 from access_log where words is not null and purpose = $1', ['citizens.search'])

describe('the log', () => {
  it('has a rule of its own, one for the municipality, that somebody there is to check', async () => {
    const page = await (await administrator.get(paths.retention(here))).text()
    assert.equal(page.split(texts.kind.log).length, 2)
    const rule = paths.retentionRule(here, here.controllers.public, 'log')
    const form = { kle: '85.02.02', act: 'delete', version: '1' }
    assert.equal((await administrator.post(rule, { ...form, months: '5' })).status, 422)
    assert.equal((await administrator.post(rule, { ...form, months: '60', checked: '1' })).status, 303)
    assert.equal((await administrator.get(paths.retentionRule(here, here.controllers.private, 'log'))).status, 404)
  })

  it('loses the words of searches after three months, and is as it was sealed', async () => {
    assert.equal((await words()).length, 6)
    await runRetention(world.house, day('2021-12-01'))
    assert.deepEqual(await words(), [])
    assert.deepEqual(await wrong(), [])
    assert.equal((await left()).length, 3)
  })

  it('tells when the words of a search were taken away before', async () => {
    const { asker } = there.people.worker
    await db.read(asker, 'citizens.search', async () => ({ value: 0, about: [], kind: 'search', words: 'Viggo' }))
    await sealLog(db, keys, there.id)
    await runRetention(world.house, day('2021-12-01'))
    assert.equal((await words()).length, 1, 'nobody takes them before their time')
    assert.deepEqual(await wrong(there), [])
    await world.truth('update access_log set words = null where municipality_id = $1', [there.id])
    assert.deepEqual(
      (await wrong(there)).map(each => each.wrong),
      ['words'],
    )
    await assert.rejects(
      world.truth(`update access_log set words = 'y' where municipality_id = $1`, [there.id]),
      /sealed row/,
    )
  })

  it('goes month by month when a whole month is over, and the rest verifies', async () => {
    await runRetention(world.house, day('2026-09-30'))
    assert.deepEqual(await left(), ['2021-09', '2021-10'])
    await runRetention(world.house, day('2026-10-01'))
    assert.deepEqual(await left(), ['2021-10'])
    await sealLog(db, keys, here.id)
    assert.deepEqual(await wrong(), [])
    assert.deepEqual(
      await world.truth(`select 1 from log_batches where segment < '2021-10-01' and municipality_id = $1`, [here.id]),
      [],
    )
    assert.equal(
      (
        await world.truth(`select 1 from access_log_subjects s where municipality_id = $1 and subject_id = $1`, [
          here.id,
        ])
      ).length,
      1,
    )
    const [run] = await world.truth<{ due: number; done: number }>(
      `select due, done from retention_runs where municipality_id = $1 and record_kind = 'log' order by ran_at desc limit 1`,
      [here.id],
    )
    assert.deepEqual(run, { due: 1, done: 1 })
    const told = await (await world.as('officer').get(paths.log(here))).text()
    assert.ok(told.includes('Loggen for september 2021 er slettet: 1 linje<'), told)
  })

  it('stands where the municipality has chosen that somebody decides, and is counted', async () => {
    await world.truth(`update retention_rules set act = 'list' where municipality_id = $1 and record_kind = 'log'`, [
      here.id,
    ])
    await runRetention(world.house, addDays(day('2026-11-01'), 3))
    assert.deepEqual([await left(), await left(there)], [['2021-10'], [String(today(readNow())).slice(0, 7)]])
    const before = await count('log_batches')
    assert.ok(before > 0)
  })

  it('is told of to whoever is deleted at a private centre', async () => {
    const manager = world.as('manager')
    const close = async (id: string) => await (await manager.get(paths.citizenClose(here, id))).text()
    const id = newId()
    assert.equal((await manager.post(paths.newCitizen(here), { id, alias: 'Viggo', another: '1' })).status, 303)
    assert.match(await close(id), /står i kommunens log uden dit navn, til kommunen sletter det/)
    await world.truth(`update retention_rules set act = 'delete' where municipality_id = $1 and record_kind = 'log'`, [
      here.id,
    ])
    assert.match(await close(id), /står i kommunens log uden dit navn, til der er gået 60 måneder/)
  })
})
