import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paths } from '../../paths.ts'
import { openWorld } from '../../../test/world.ts'

const world = await openWorld()
const { here, there } = world
const administrator = world.as('administrator')
const wish = {
  name: 'Herby Kommune',
  keeps: ['1_may', '24_december'],
  childConcern: 'Ring 12 34 56 78.\nHele døgnet.',
  contact: 'hjemmeside@herby.example',
}
const row = async (id: string) => (await world.truth('select * from municipalities where id = $1', [id]))[0]

describe('the settings of a municipality', () => {
  it('hold its name, its days, its own words and whether it is listed', async () => {
    assert.equal((await administrator.post(paths.settings(here), wish)).status, 303)
    const stored = await row(here.id)
    const kept = ['keeps_1_may', 'keeps_5_june', 'keeps_24_december', 'keeps_31_december'].map(day => stored?.[day])
    assert.deepEqual(kept, [true, false, true, false])
    assert.deepEqual(
      [stored?.['name'], stored?.['listed'], stored?.['child_concern_text']],
      ['Herby Kommune', false, wish.childConcern],
    )
    assert.ok(!(await (await world.visitor.get('/')).text()).includes('Herby'))
  })

  it('are shown again when refused, with all that was typed', async () => {
    const before = await row(here.id)
    const answer = await administrator.post(paths.settings(here), {
      ...wish,
      name: '',
      childConcern: 'Nye ord',
      keeps: 'never',
    })
    const page = await answer.text()
    assert.equal(answer.status, 422)
    for (const words of ['Nye ord', 'Skriv kommunens navn', 'Vælg en af mulighederne'])
      assert.ok(page.includes(words), words)
    assert.deepEqual(await row(here.id), before)
  })

  it('are nobody else’s to change, and no other municipality’s', async () => {
    const before = await row(there.id)
    for (const name of ['manager', 'leader', 'officer', 'projectLeader'] as const) {
      assert.equal((await world.as(name).post(paths.settings(here), wish)).status, 404)
    }
    assert.equal((await administrator.post(paths.settings(there), wish)).status, 401)
    assert.deepEqual(await row(there.id), before)
  })
})

describe('the page about accessibility', () => {
  it('says to everybody what was tried, what does not work, and whom to tell', async () => {
    const page = await (await world.visitor.get(paths.accessibility(here))).text()
    for (const words of ['Det har vi prøvet', 'virker ikke', wish.contact]) assert.ok(page.includes(words), words)
    assert.match(await (await world.visitor.get(paths.accessibility(there))).text(), /ikke skrevet et nummer/)
  })
})
