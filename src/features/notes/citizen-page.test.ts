import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bits, planGround } from '../../../test/plans.ts'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'

const world = await openWorld()
const { here } = world
const { citizen, yes, takeBack } = planGround(world)
const omar = world.as('socialWorker')
const mette = world.as('worker')
const text = async (answer: Promise<Response>) => await (await answer).text()
const known = async (id: string, columns: { name?: string; phone?: string; safe_times?: string }) => {
  for (const [column, value] of Object.entries(columns))
    await world.truth(`update citizens set ${column} = $3 where municipality_id = $1 and id = $2`, [here.id, id, value])
}

describe('a citizen’s page', () => {
  it('calls the citizen by the name that they use, and says the full name once under it', async () => {
    const kaj = await citizen('Kaj')
    await known(kaj, { name: 'Kaj Bertelsen' })
    const pages = [paths.citizen, paths.citizenTasks, paths.plan, paths.appointments].map(path =>
      text(omar.get(path(here, kaj))),
    )
    for (const page of await Promise.all(pages)) {
      assert.match(page, /<h1>[^<]*Kaj/)
      assert.doesNotMatch(page, /<h[1-3]>[^<]*Bertelsen/)
      assert.doesNotMatch(page, /<title>[^<]*Bertelsen/)
    }
    assert.match(await text(omar.get(paths.citizen(here, kaj))), /<p class="lead">Kaj Bertelsen/)
    assert.match(await text(omar.get(paths.citizenCard(here, kaj))), /Kaj Bertelsen\./)
    const list = await text(omar.post(paths.citizens(here), { alias: 'bertelsen' }))
    assert.match(list, />Kaj<[\s\S]*Kaj Bertelsen/, 'found by the name too')
  })

  it('has the number to ring beside the wish, for the own party and whoever reads by a yes', async () => {
    const kaj = await citizen('Kaj')
    await known(kaj, { phone: '12345678', safe_times: 'efter kl. 12' })
    const consent = await yes(kaj, 'jobcentre', bits.work)
    for (const who of [omar, mette])
      assert.match(await text(who.get(paths.citizen(here, kaj))), /efter kl\. 12 · <a href="tel:12345678">12\u00a034/)
    await takeBack(consent)
    assert.equal((await mette.get(paths.citizen(here, kaj))).status, 404)
  })

  it('says to a reader what it shows, and does not claim that it is all', async () => {
    const kaj = await citizen('Kaj')
    await yes(kaj, 'jobcentre', bits.work)
    await yes(kaj, 'harbour', bits.health)
    const own = await text(omar.get(paths.citizen(here, kaj)))
    assert.ok(own.includes('To steder må se noget om mig.'))
    const read = await text(mette.get(paths.citizen(here, kaj)))
    assert.ok(read.includes('Jobcenter må se noget om mig. Der kan være mere, end du kan se her.'))
    assert.ok(!read.includes('Ét sted må se'))
    assert.ok((await text(omar.get(paths.powers(here, kaj)))).includes('Du har ikke givet nogen fuldmagt'))
    const powers = await text(mette.get(paths.powers(here, kaj)))
    assert.ok(powers.includes('Der kan være mere, end du kan se her.'))
    assert.ok(!powers.includes('Du har ikke givet nogen fuldmagt'))
  })
})
