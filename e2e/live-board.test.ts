import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { createApp } from '../src/app.ts'
import { paths } from '../src/paths.ts'
import { openDb } from '../src/platform/db.ts'
import { newId } from '../src/platform/id.ts'
import { readNow, today } from '../src/platform/time.ts'
import { openWorld } from '../test/world.ts'
import { openHouse, phone } from './browser.ts'

const world = await openWorld()
const { here } = world
const { worker, colleague } = here.people
const house = await openHouse(world)
after(() => house.close())

// A second application with its own connections, as a second process has.
const otherDb = openDb({ appUrl: world.appUrl, keys: world.house.keys, poolSize: 2 })
const otherApp = createApp({ ...world.house, db: otherDb })
after(() => otherDb.close())

const day = today(readNow())
await world.truth(
  `insert into centre_days select $1, $2, d::date, true from generate_series($3::date, $3::date + 40, interval '1 day') d`,
  [here.id, here.centres.harbour.id, String(day)],
)
// Somebody is there all day, each day, so that the board is open at whatever hour this runs.
await world.truth(
  `insert into presence_times (municipality_id, id, person_id, party_id, centre_id, weekday, from_time, until_time, valid_from)
   select $1, gen_random_uuid(), $2, $3, $4, weekday, '00:00', '23:59', '2020-01-01' from generate_series(1, 7) weekday`,
  [here.id, colleague.personId, here.parties.jobcentre, here.centres.harbour.id],
)

describe('an open board', () => {
  it('follows a change that was made through another process within two seconds, and keeps a fold-out open', async () => {
    const context = await house.as(undefined, { viewport: phone })
    const page = await context.newPage()
    await page.goto(`${house.url}${paths.board(here)}`, { waitUntil: 'networkidle' }).catch(() => undefined)
    await page.locator('#havnen summary').click()
    assert.equal(await page.getByText('Mette Prøve').count(), 0)
    // The stream is open once the browser has been told how soon to come back.
    await page.waitForTimeout(500)
    const started = performance.now()
    const answer = await otherApp.request(paths.arrive(here), {
      method: 'POST',
      body: new URLSearchParams({ centreId: here.centres.harbour.id }),
      headers: { cookie: worker.cookie, 'sec-fetch-site': 'same-origin' },
    })
    assert.equal(answer.status, 303)
    await page.locator('#havnen .person-name', { hasText: 'Mette Prøve' }).waitFor({ timeout: 2_000 })
    assert.ok(performance.now() - started < 2_000)
    assert.ok(await page.locator('#havnen details[open]').isVisible())
    await context.close()
  })

  it('becomes the closed one by itself when the last one is called off', async () => {
    const context = await house.as(undefined, { viewport: phone })
    const page = await context.newPage()
    await page.goto(`${house.url}${paths.board(here)}`)
    await page.waitForTimeout(500)
    await world.truth(`delete from arrivals`)
    await world.truth(`delete from centre_hours`)
    await world.truth(`insert into absences values ($1, $2, $3, $4, $4, null)`, [
      here.id,
      newId(),
      colleague.personId,
      String(day),
    ])
    await page.getByRole('heading', { name: /Der er lukket/ }).waitFor({ timeout: 3_000 })
    assert.ok(await page.getByText('Bo Prøve').first().isVisible())
    await context.close()
  })
})
