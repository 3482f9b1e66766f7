import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, describe, it } from 'node:test'
import { HtmlValidate } from 'html-validate'
import type { ConfigData } from 'html-validate'
import { paths } from '../src/paths.ts'
import { features } from '../src/sitemap.ts'
import { filled, idsOf } from '../test/isolation/ids.ts'
import { fillEveryTable } from '../test/isolation/rows.ts'
import { openWorld } from '../test/world.ts'
import type { PersonName } from '../test/world.ts'
import { axeFindings, openHouse, scrollsSideways } from './browser.ts'

const world = await openWorld()
await fillEveryTable(world)
const house = await openHouse(world)
after(() => house.close())
const validator = new HtmlValidate(
  JSON.parse(readFileSync(new URL('../.htmlvalidate.json', import.meta.url), 'utf8')) as ConfigData,
)

/** Every page that a GET shows, with somebody who may see it. */
const pages = await Promise.all(
  features
    .flatMap(feature => feature.table)
    .filter(route => route.method === 'GET')
    .map(async route => {
      const { who } = route.spec
      const names = Object.keys(world.here.people) as PersonName[]
      const somebody =
        who === 'signedIn'
          ? 'worker'
          : names.find(name => world.as(name).actor.memberships.some(held => who.includes(held.role)))
      const owner = somebody === 'manager' || somebody === 'socialWorker' ? somebody : 'worker'
      const ids = await idsOf(world, world.here, owner)
      return { path: filled(world.here, route.path, ids), as: who === 'everybody' ? undefined : somebody }
    }),
)

const isPage = (type: string | null) => type?.startsWith('text/html') === true

describe('every page', () => {
  for (const { path, as } of pages) {
    if (path.endsWith('/live')) continue
    const name = path.replaceAll(/[0-9a-f-]{36}/g, '…')

    it(`${name} is valid HTML`, async () => {
      const guest = as === undefined ? world.visitor : world.as(as)
      const answer = await guest.get(path)
      if (!isPage(answer.headers.get('content-type'))) return
      assert.ok(answer.status === 200 || answer.status === 404, `it answers ${answer.status}`)
      const report = await validator.validateString(await answer.text())
      const found = report.results.flatMap(result =>
        result.messages.map(message => `${message.line}:${message.column} ${message.ruleId} ${message.message}`),
      )
      assert.deepEqual(found, [])
    })

    it(`${name} has no axe finding, and no sideways scrolling at 320 px or at 200 %`, async () => {
      const guest = as === undefined ? undefined : world.as(as)
      const first = await (guest ?? world.visitor).get(path)
      if (!isPage(first.headers.get('content-type'))) return
      const context = await house.as(guest?.cookie)
      const page = await context.newPage()
      try {
        await page.goto(`${house.url}${path}`)
        assert.deepEqual(await axeFindings(page), [], 'at 1280 px')
        // 200 % of a window of 1280 px is a page of 640.
        for (const width of [640, 390, 320]) {
          await page.setViewportSize({ width, height: 800 })
          assert.equal(await scrollsSideways(page), false, `sideways scrolling at ${width} px`)
        }
        assert.deepEqual(await axeFindings(page), [], 'at 320 px')
      } finally {
        await context.close()
      }
    })
  }

  it('shows the board with scripts off, with everybody who is on it', async () => {
    const context = await house.as(undefined, { javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
    const page = await context.newPage()
    await page.goto(`${house.url}${paths.board(world.here)}`)
    assert.match((await page.textContent('h1')) ?? '', /Hvem kan du møde/)
    for (const centre of ['Havnen', 'Caféen']) assert.ok(await page.getByText(centre).first().isVisible())
    await context.close()
  })

  it('shows the page that is not there without findings', async () => {
    const context = await house.as(undefined)
    const page = await context.newPage()
    await page.goto(`${house.url}/herby/nothing-here`)
    assert.deepEqual(await axeFindings(page), [])
    await context.close()
  })
})
