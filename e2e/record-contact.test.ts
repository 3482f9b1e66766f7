import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { paths } from '../src/paths.ts'
import { newId } from '../src/platform/id.ts'
import { openWorld } from '../test/world.ts'
import { axeFindings, openHouse, phone } from './browser.ts'

const world = await openWorld()
const { here } = world
const worker = world.as('worker')
const house = await openHouse(world)
after(() => house.close())

// The worker has said where she is, and a few talks are there, so that the figures show numbers.
await world.truth(
  `insert into arrivals (municipality_id, id, person_id, centre_id, arrived_at) values ($1, $2, $3, $4, now() - interval '1 minute')`,
  [here.id, newId(), worker.personId, here.centres.harbour.id],
)
await world.truth(
  `insert into contacts (municipality_id, owner_party_id, id, worker_id, effort, kind, venue, centre_id, outcome, day, created_by)
    select $1, $2, gen_random_uuid(), $3, 'casework', 'walkIn', 'centre', $4, 'held', danish_today(), $3 from generate_series(1, 6)`,
  [here.id, here.parties.jobcentre, worker.personId, here.centres.harbour.id],
)

const recorded = () => world.truth<Record<string, unknown>>('select * from contacts order by created_at desc, id desc')
const counted = async () => {
  const answer = await world.as('leader').get(paths.figuresJson(here))
  return ((await answer.json()) as { contacts: unknown }).contacts
}

async function onPhone<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const context = await house.as(worker.cookie, { viewport: phone })
  const page = await context.newPage()
  try {
    return await work(page)
  } finally {
    await context.close()
  }
}

describe('recording a talk', () => {
  it('takes at most 12 taps on a phone, and is in the figures on the next page view', async () => {
    const before = await counted()
    const taps = await onPhone(async page => {
      let count = 0
      const tap = async (what: Locator) => {
        count++
        await what.click()
      }
      await page.goto(house.url + paths.today(here))
      await tap(page.getByRole('link', { name: 'Registrér en samtale' }))
      await page.getByRole('heading', { name: 'Registrér en samtale' }).waitFor()
      assert.ok(await page.getByText('Gættet ud fra din dag.').isVisible())
      await tap(page.getByRole('radio', { name: '30', exact: true }))
      await tap(page.getByRole('checkbox', { name: 'Penge og bolig' }))
      await tap(page.getByRole('checkbox', { name: 'Råd om muligheder' }))
      await tap(page.getByRole('button', { name: 'Gem' }))
      await page.getByRole('heading', { name: 'Gemt' }).waitFor()
      assert.ok(await page.getByText('En samtale uden navn på Havnen, 30 minutter, om penge og bolig.').isVisible())
      return count
    })
    console.log(`an ordinary anonymous talk took ${taps} taps`)
    assert.ok(taps <= 12)
    assert.equal(await counted(), Number(before) + 1)
  })

  it('has targets of 48 px, 8 px apart, that the dock does not hide', async () => {
    await onPhone(async page => {
      await page.goto(house.url + paths.recordContact(here))
      const small = await page.evaluate(
        () =>
          [...document.querySelectorAll('.chip, .record button:not(.sr-only), .record summary, .record a')]
            .map(each => each.getBoundingClientRect())
            .filter(box => box.width > 0 && (box.height < 48 || box.width < 44)).length,
      )
      assert.equal(small, 0)
      await page.getByRole('checkbox', { name: 'Klare sig selv' }).focus()
      const hidden = await page.evaluate(() => {
        const focused = document.activeElement?.getBoundingClientRect()
        const dock = document.querySelector('.form-dock')?.getBoundingClientRect()
        return focused && dock ? focused.bottom > dock.top : true
      })
      assert.equal(hidden, false)
    })
  })

  it('shows how a meeting can come to nothing for those that were agreed, and only then', async () => {
    await onPhone(async page => {
      await page.goto(house.url + paths.recordContact(here))
      const noShow = page.getByRole('radio', { name: 'Kom ikke' })
      assert.equal(await noShow.isVisible(), false)
      await page.getByRole('radio', { name: 'Aftalt' }).check()
      assert.ok(await noShow.isVisible())
      assert.equal(await page.getByText('Hvem ville flytte?').isVisible(), false)
      await page.getByRole('radio', { name: 'Flyttet' }).check()
      assert.ok(await page.getByText('Hvem ville flytte?').isVisible())
      assert.equal(await page.getByText('Hvor længe?').isVisible(), false)
      await page.getByRole('button', { name: 'Gem' }).click()
      await page.getByRole('alert').waitFor()
      assert.ok((await page.getByRole('alert').textContent())?.includes('Vælg, hvem der ville flytte.'))
      assert.deepEqual(await axeFindings(page), [])
      await page.getByRole('radio', { name: 'Borgeren' }).check()
      await page.getByRole('button', { name: 'Gem' }).click()
      await page.getByText('Den blev flyttet. Det var borgerens ønske.').waitFor()
    })
  })

  it('goes by keyboard alone, and Enter in a field saves', async () => {
    await onPhone(async page => {
      await page.goto(house.url + paths.today(here))
      await tabTo(page, 'Registrér en samtale')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Registrér en samtale' }).waitFor()
      await tabTo(page, '5')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      await tabTo(page, 'Helbred')
      await page.keyboard.press('Space')
      await tabTo(page, 'Gik med til møde')
      await page.keyboard.press('Space')
      await tabTo(page, 'Næste lille ting')
      await page.keyboard.type('Ring til lægen')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Gemt' }).waitFor()
    })
    const [row] = await recorded()
    assert.deepEqual(
      [row?.['minutes'], row?.['topics'], row?.['help_forms'], row?.['next_thing']],
      [30, 4, 16, 'Ring til lægen'],
    )
  })

  it('finds a citizen by alias with what was typed still there', async () => {
    const viggo = newId()
    await world.truth('insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, $3, $4)', [
      here.id,
      here.parties.jobcentre,
      viggo,
      'Viggo',
    ])
    await onPhone(async page => {
      await page.goto(house.url + paths.recordContact(here))
      await page.getByRole('radio', { name: '45' }).check()
      await page.getByRole('radio', { name: 'Med kaldenavn' }).check()
      await page.getByRole('textbox', { name: 'Kaldenavn' }).fill('vig')
      await page.getByRole('button', { name: 'Find' }).click()
      await page.getByRole('radio', { name: 'Viggo' }).check()
      assert.equal(page.url().includes('vig'), false, 'no word of a search stands in an address')
      assert.ok(await page.getByRole('radio', { name: '45' }).isChecked())
      assert.deepEqual(await axeFindings(page), [])
      await page.getByRole('button', { name: 'Gem' }).click()
      await page.getByText('En samtale med Viggo på Havnen, 45 minutter.').waitFor()
    })
  })

  it('asks before a slip of the thumb throws it away', async () => {
    await onPhone(async page => {
      await page.goto(house.url + paths.recordContact(here))
      await page.getByLabel('Næste lille ting').fill('Find nøglen')
      const asked = page.waitForEvent('dialog')
      void page.getByRole('link', { name: 'I dag' }).click({ noWaitAfter: true })
      const dialog = await asked
      assert.equal(dialog.type(), 'beforeunload')
      await dialog.dismiss()
      assert.equal(await page.getByLabel('Næste lille ting').inputValue(), 'Find nøglen')
    })
  })

  it('without a net keeps what was typed in the page alone, and sends it on a tap when there is one', async () => {
    const before = (await recorded()).length
    await onPhone(async page => {
      await page.goto(house.url + paths.recordContact(here))
      await page.getByRole('radio', { name: '15', exact: true }).check()
      await page.getByLabel('Næste lille ting').fill('Find nøglen')
      await page.context().setOffline(true)
      await page.getByRole('button', { name: 'Gem' }).click()
      await page.getByText('Der er ikke noget net lige nu.').waitFor()
      assert.equal(await page.getByLabel('Næste lille ting').inputValue(), 'Find nøglen')
      const kept = await page.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        (await indexedDB.databases()).length,
      ])
      assert.deepEqual(kept, [0, 0, 0], 'nothing is written to the telephone')
      await page.context().setOffline(false)
      await page.getByRole('button', { name: 'Send nu' }).click()
      await page.getByRole('heading', { name: 'Gemt' }).waitFor()
    })
    assert.equal((await recorded()).length, before + 1)
  })

  it('works with scripts off', async () => {
    const context = await house.as(worker.cookie, { viewport: phone, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(house.url + paths.recordContact(here))
    await page.getByRole('radio', { name: '60' }).check()
    await page.getByRole('button', { name: 'Gem' }).click()
    await page.getByText('60 minutter').waitFor()
    await context.close()
  })
})

/** Presses Tab until the focus is on the thing with this label. */
async function tabTo(page: Page, label: string): Promise<void> {
  for (let presses = 0; presses < 90; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
      return (labels[0] ?? element)?.textContent?.trim() ?? ''
    })
    if (focused.startsWith(label)) return
  }
  assert.fail(`Tab never came to ${label}`)
}
