import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { openWorld } from '../../../test/world.ts'
import type { Place } from '../../../test/world.ts'

const world = await openWorld()
const { here, there } = world
const officer = world.as('officer')

async function lines(place: Place, count: number): Promise<void> {
  await world.truth(
    `with l as (insert into access_log (municipality_id, person_id, purpose, kind, at)
       select $1, $2, 'citizens.show', 'read', timestamptz '2026-03-10T10:00Z' + i * interval '1 hour' from generate_series(1, $3) i returning id)
     insert into access_log_subjects select $1, id, gen_random_uuid(), 'citizen', $4 from l`,
    [place.id, place.people.worker.personId, count, place.parties.jobcentre],
  )
}
await lines(here, 40)
await lines(there, 3)
const days = { from: '1-3-2026', to: '31-3-2026' }
const drawn = async (draw: string) =>
  await world.truth<{ log_id: number; result: string | null; remark: string | null; checked_by: string | null }>(
    'select log_id, result, remark, checked_by from log_checks where municipality_id = $1 and draw_id = $2 order by log_id',
    [here.id, draw],
  )

describe('spot checks', () => {
  it('are drawn by lot from the days that were asked for, once however often the form is sent', async () => {
    const [one, two] = [newId(), newId()]
    assert.equal((await officer.post(paths.logChecks(here), { draw: one, count: '7', ...days })).status, 303)
    const first = await drawn(one)
    assert.equal(first.length, 7)
    await Promise.all([1, 2, 3].map(() => officer.post(paths.logChecks(here), { draw: one, count: '7', ...days })))
    assert.deepEqual(await drawn(one), first)
    await officer.post(paths.logChecks(here), { draw: two, count: '7', ...days })
    assert.notDeepEqual(
      (await drawn(two)).map(row => row.log_id),
      first.map(row => row.log_id),
    )
    const own = await world.truth<{ id: number }>('select id from access_log where municipality_id = $1', [here.id])
    const ids = new Set(own.map(row => row.id))
    assert.ok([...first, ...(await drawn(two))].every(row => ids.has(row.log_id)))
  })

  it('keep what was found, with who and when, and it does not change afterwards', async () => {
    const draw = newId()
    await officer.post(paths.logChecks(here), { draw, count: '2', ...days })
    const [row] = await drawn(draw)
    const path = paths.logCheck(here, draw, row?.log_id ?? 0)
    assert.equal((await officer.post(path, { result: 'asked', remark: 'Hun skulle til mødet samme dag' })).status, 303)
    await officer.post(path, { result: 'fine', remark: 'Noget andet' })
    const [told, waiting] = await drawn(draw)
    assert.deepEqual(
      [told?.result, told?.remark, told?.checked_by],
      ['asked', 'Hun skulle til mødet samme dag', officer.personId],
    )
    assert.equal(waiting?.result, null)
    const page = await (await officer.get(path)).text()
    for (const words of ['Jeg har spurgt', 'Hun skulle til mødet', 'Dan Prøve', 'Så en borger'])
      assert.ok(page.includes(words), words)
    const list = await (await officer.get(paths.logChecks(here))).text()
    assert.ok(list.includes('Jeg har spurgt') && list.includes('Mangler dit svar'))
    assert.match(
      await (await officer.get(paths.logChecksCsv(here))).text(),
      /Mette Prøve;Så en borger;2026-03-01;2026-03-31;.*;Dan Prøve;Jeg har spurgt;Hun skulle/,
    )
  })

  it('outlive the line that they are about', async () => {
    const draw = newId()
    await officer.post(paths.logChecks(here), { draw, count: '1', ...days })
    const [row] = await drawn(draw)
    await world.truth('delete from access_log where municipality_id = $1 and id = $2', [here.id, row?.log_id])
    assert.match(await (await officer.get(paths.logCheck(here, draw, row?.log_id ?? 0))).text(), /Linjen er slettet/)
  })

  it('are shown again when refused, with all that was typed', async () => {
    for (const wrong of [
      { count: '0' },
      { count: '51' },
      { from: '30-2-2026' },
      { to: '1-1-2020', from: '2-1-2020' },
      { draw: 'x' },
      { from: '1-1-2019', to: '2-1-2019' },
    ]) {
      const form: Record<string, string> = { draw: newId(), count: '5', ...days, ...wrong }
      const answer = await officer.post(paths.logChecks(here), form)
      assert.equal(answer.status, 422, JSON.stringify(wrong))
      assert.ok((await answer.text()).includes(`value="${form['count']}"`))
    }
    const draw = newId()
    await officer.post(paths.logChecks(here), { draw, count: '1', ...days })
    const [row] = await drawn(draw)
    const answer = await officer.post(paths.logCheck(here, draw, row?.log_id ?? 0), {
      result: 'guilty',
      remark: 'Mine ord',
    })
    assert.equal(answer.status, 422)
    assert.ok((await answer.text()).includes('Mine ord'))
  })

  it('are nobody else’s, and no other municipality’s, though they are there', async () => {
    const draw = newId()
    await world.truth(
      `insert into log_checks (municipality_id, draw_id, log_id, first_day, last_day, drawn_by)
       select $1, $2, id, '2026-03-01', '2026-03-31', $3 from access_log where municipality_id = $1 limit 1`,
      [there.id, draw, there.people.officer.personId],
    )
    const [row] = await world.truth<{ log_id: number }>(
      'select log_id from log_checks where municipality_id = $1 and draw_id = $2',
      [there.id, draw],
    )
    assert.equal((await officer.get(paths.logCheck(here, draw, row?.log_id ?? 0))).status, 404)
    assert.equal((await officer.get(paths.logCheck(here, newId(), row?.log_id ?? 0))).status, 404)
    for (const name of ['administrator', 'worker', 'leader'] as const) {
      assert.equal((await world.as(name).post(paths.logChecks(here), { draw, count: '5' })).status, 404)
      const seen = await world.house.db.read(world.as(name).asker, 'log.show', async tx => ({
        value: await tx.selectFrom('log_checks').select('log_id').execute(),
        about: [],
      }))
      assert.deepEqual(seen, [])
    }
    assert.ok((await world.truth('select 1 from log_checks where municipality_id = $1', [here.id])).length > 0)
  })
})
