import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { paths } from '../src/paths.ts'
import { newId } from '../src/platform/id.ts'
import { openWorld } from '../test/world.ts'
import { openHouse, phone } from './browser.ts'

const world = await openWorld()
const { here } = world
const worker = world.as('worker')
const house = await openHouse(world)
after(() => house.close())

describe('a CPR number in a browser', () => {
  it('is typed, shown and hidden by keyboard, and stays in no storage, no address and no history of the browser', async () => {
    const id = newId()
    await worker.post(paths.newCitizen(here), { id, alias: 'Viggo' })
    const context = await house.as(worker.cookie, { viewport: phone })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    await page.goto(house.url + paths.citizenNumber(here, id))
    await page.getByLabel('CPR-nummer').focus()
    await page.keyboard.type('070707-4321')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Nummeret er gemt og låst.').waitFor()
    assert.equal(await page.getByText('070707-4321').count(), 0)
    await page.getByRole('button', { name: 'Vis nummeret' }).press('Enter')
    await page.getByText('070707-4321').waitFor()
    const kept = await page.evaluate(async () =>
      JSON.stringify([
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
        location.href,
        history.state,
        await indexedDB.databases(),
        await caches.keys(),
      ]),
    )
    const held = [kept, JSON.stringify(await context.cookies()), ...asked].join('\n')
    assert.ok(asked.length > 3, 'something was asked for')
    assert.ok(!held.includes('070707') && !held.includes('4321'))
    await page.getByRole('link', { name: 'Skjul nummeret igen' }).click()
    await page.getByRole('button', { name: 'Vis nummeret' }).waitFor()
    assert.equal(await page.getByText('070707-4321').count(), 0)
    await context.close()
  })
})
