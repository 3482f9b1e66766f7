import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { openWorld } from '../test/world.ts'
import { axeFindings, openHouse } from './browser.ts'
import { meetsSomebodyNew, openHaderby } from './haderby.ts'

// A citizen who says no to everything: no name, no yes, no number. She gets the same help, and nobody asks again.
const world = await openWorld()
const house = await openHouse(world)
after(() => house.close())
const haderby = await openHaderby(world, house)
const mette = await haderby.at('Mette Lund')
const counted = async () => {
  const [row] = await world.truth<{ contacts: number; citizens: number }>(
    `select (select count(*)::int from contacts where municipality_id = $1) as contacts,
       (select count(*)::int from citizens where municipality_id = $1) as citizens`,
    [haderby.municipalityId],
  )
  return row
}
let address = ''

describe('somebody who says no to everything', () => {
  it('is helped without a name, and nothing of her is kept', async () => {
    const before = await counted()
    await mette.press('Registrér en samtale')
    await mette.choose('Værestedet', 'Hvor?')
    await mette.pick('Hvilket værested?', 'Fyrskuret')
    await mette.choose('15', 'Hvor længe?')
    await mette.choose('Penge og bolig', 'Hvad talte I om?')
    await mette.choose('Råd om muligheder', 'Hvad hjalp du med?')
    await mette.choose('Rådet var nok.')
    await mette.press('Gem')
    await mette.reads('Intet navn er gemt.')
    const now = await counted()
    assert.equal(now?.contacts, (before?.contacts ?? 0) + 1)
    assert.equal(now?.citizens, before?.citizens)
  })

  it('may be called what she likes, so that she need not begin again, and no more is asked', async () => {
    await mette.page.goto(`${house.url}/haderby/contacts/new`)
    await mette.choose('Ude', 'Hvor?')
    await meetsSomebodyNew(mette, 'Den blå hue')
    await mette.choose('30', 'Hvor længe?')
    await mette.choose('Penge og bolig', 'Hvad talte I om?')
    await mette.choose('Skema eller papir', 'Hvad hjalp du med?')
    await mette.press('Gem')
    await mette.reads('Gemt', 'Den blå hue')
    await mette.press('Borgere')
    await mette.press('Den blå hue')
    address = mette.page.url()
    await mette.reads('Ingen andre må se noget om mig. Det er helt i orden.')
  })

  it('says no where a yes could be given, which is as large and as good', async () => {
    await mette.press('Se hvem og hvad')
    await mette.reads('Du må gerne sige nej.', 'Du får den samme hjælp.', 'Alle døre er lukket')
    assert.deepEqual(await axeFindings(mette.page), [])
    await mette.press('Giv et nyt ja')
    await mette.press('Nej tak')
    const [row] = await world.truth<{ yeses: number }>(
      `select count(*)::int as yeses from consents c join citizens z on z.municipality_id = c.municipality_id and z.id = c.citizen_id
       where c.municipality_id = $1 and z.alias = 'Den blå hue'`,
      [haderby.municipalityId],
    )
    assert.equal(row?.yeses, 0)
  })

  it('gets the same help: a plan in her own words, a step that is done, somebody who goes along', async () => {
    await mette.page.goto(address)
    await mette.press('Skriv, hvad Den blå hue vil')
    await mette.write('Med borgerens egne ord', 'Jeg vil have varme i lejligheden.')
    await mette.press('Gem')
    await mette.press('Nyt skridt')
    await mette.write('Hvad er skridtet?', 'Vi ringer til varmeværket')
    await mette.choose('Vores sammen', 'Hvis skridt er det?')
    await mette.pick('Hvem?', 'Mette Lund')
    await mette.press('Gem skridtet')
    await mette.page.goto(address)
    await mette.press('Vi ringer til varmeværket')
    await mette.write('Hvad siger Den blå hue om det?', 'Der er varme på')
    await mette.press('Gjort')
    await mette.page.goto(address)
    await mette.reads('”Jeg vil have varme i lejligheden.”', 'Vi ringer til varmeværket', 'Gjort', '”Der er varme på”')
    await mette.press('Skriv en note')
    await mette.write('Noten', 'Ring helst fra en telefon, hun kender.')
    await mette.press('Gem noten')
    await mette.reads('Kun I i Jobcenter.', 'Spørg Den blå hue først.')
  })

  it('is known to nobody else: not by name, not by address, not by a number', async () => {
    for (const name of ['Omar Yildiz', 'Bent Krag', 'Jonas Friis', 'Hanne Toft']) {
      const other = await haderby.at(name)
      assert.equal((await other.page.goto(address))?.status(), 404, name)
      await other.page.goto(`${house.url}/haderby/citizens`)
      await other.write('Kaldenavn', 'Den blå hue')
      await other.press('Find')
      await other.reads('Dit hold kender ingen')
    }
  })
})
