import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findings } from '../../../test/pages.ts'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { addDays, formatDayField, readNow, today, weekdayOf } from '../../platform/time.ts'

const world = await openWorld()
const { here, there } = world
const day = today(readNow())
const soon = addDays(day, 5)
const cafe = paths.centreDays(here, 'cafeen')
const days = () =>
  world.truth<{ open: boolean; from_time: string | null }>(
    'select open, from_time from centre_days where municipality_id = $1',
    [here.id],
  )

describe('a centre’s own days', () => {
  it('are changed by its manager and an administrator, and by nobody else, to whom they are not there', async () => {
    for (const name of ['worker', 'staff', 'volunteer', 'coordinator', 'leader', 'officer'] as const) {
      assert.equal((await world.as(name).get(cafe)).status, 404, name)
      assert.equal((await world.as(name).post(cafe, { day: formatDayField(soon), what: 'closed' })).status, 404, name)
    }
    assert.equal((await world.as('manager').get(paths.centreDays(here, 'havnen'))).status, 404)
    assert.equal((await there.people.manager.post(cafe, { day: formatDayField(soon), what: 'closed' })).status, 401)
    assert.equal((await days()).length, 0)
    assert.equal((await world.as('manager').post(cafe, { day: formatDayField(soon), what: 'closed' })).status, 303)
    assert.deepEqual(await days(), [{ open: false, from_time: null }])
    assert.equal(
      (
        await world
          .as('administrator')
          .post(paths.centreDays(here, 'havnen'), { day: formatDayField(soon), what: 'open', from: '10', until: '12' })
      ).status,
      303,
    )
    assert.equal((await world.as('manager').post(cafe, { day: formatDayField(soon), what: 'usual' })).status, 303)
    assert.deepEqual(await days(), [{ open: true, from_time: '10:00:00' }])
    await world.truth('delete from centre_days')
  })

  it('that are wrong are refused with a sentence', async () => {
    const refused = async (form: Record<string, string>, sentence: RegExp) => {
      const answer = await world.as('manager').post(cafe, form)
      assert.equal(answer.status, 422)
      assert.match(await answer.text(), sentence)
    }
    await refused({ day: formatDayField(addDays(day, -1)), what: 'closed' }, /Dagen er gået/)
    await refused({ day: formatDayField(soon), what: 'open', from: '10' }, /Skriv både start og slut/)
    await refused({ day: formatDayField(soon), what: 'open', from: '12', until: '10' }, /Sluttidspunktet/)
    await refused({ day: '', what: '' }, /Vælg, hvad der skal ske/)
    assert.equal((await days()).length, 0)
  })

  it('tell who was to come, and an administrator which meetings are hit, before they are saved', async () => {
    const { worker } = here.people
    await world.truth(
      `insert into presence_times (municipality_id, id, person_id, party_id, centre_id, weekday, from_time, until_time, valid_from) values ($1, $2, $3, $4, $5, $6, '09:00', '12:00', '2020-01-01')`,
      [here.id, newId(), worker.personId, here.parties.jobcentre, here.centres.cafe.id, weekdayOf(soon)],
    )
    await world.truth(
      `insert into contacts (municipality_id, owner_party_id, id, worker_id, effort, kind, venue, centre_id, outcome, day, clock, created_by)
       values ($1, $2, $3, $4, 'casework', 'statutory', 'centre', $5, 'open', $6, '10:30', $4)`,
      [here.id, here.parties.jobcentre, newId(), worker.personId, here.centres.cafe.id, String(soon)],
    )
    // A holiday that is kept has nobody to tell.
    await world.truth(`insert into centre_days values ($1, $2, $3, true)`, [
      here.id,
      here.centres.cafe.id,
      String(soon),
    ])
    const form = { day: formatDayField(soon), what: 'closed' }
    const managers = await (await world.as('manager').post(cafe, form)).text()
    assert.match(managers, /Mette Prøve, kl\. 9–12/)
    assert.doesNotMatch(managers, /10\.30/)
    const administrators = await (await world.as('administrator').post(cafe, form)).text()
    assert.match(administrators, /kl\. 10\.30/)
    assert.deepEqual(await findings(administrators), [])
    assert.deepEqual(
      (await days()).map(own => own.open),
      [true],
    )
    assert.equal((await world.as('manager').post(cafe, { ...form, confirmed: '1' })).status, 303)
    assert.deepEqual(
      (await days()).map(own => own.open),
      [false],
    )
    const page = await world.as('manager').get(cafe)
    assert.deepEqual(await findings(await page.text()), [])
    assert.match(
      await (await world.as('manager').get(paths.centre(here, 'cafeen'))).text(),
      /Åbn eller luk enkelte dage/,
    )
  })
})
