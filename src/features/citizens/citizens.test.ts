import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { texts } from './texts.da.ts'

const world = await openWorld()
const { here, there } = world
const worker = world.as('worker')
const rows = (id: string) => world.truth('select owner_party_id, alias from citizens where id = $1', [id])

describe('citizens', () => {
  it('are found by a post, by their own party, by a part of the alias', async () => {
    const id = newId()
    assert.equal((await worker.post(paths.newCitizen(here), { id, alias: 'Viggo med hatten' })).status, 303)
    assert.deepEqual(await rows(id), [{ owner_party_id: here.parties.jobcentre, alias: 'Viggo med hatten' }])
    const found = async (name: 'worker' | 'colleague' | 'socialWorker') =>
      (await (await world.as(name).post(paths.citizens(here), { alias: 'MED HAT' })).text()).includes(id)
    assert.deepEqual(
      [await found('worker'), await found('colleague'), await found('socialWorker')],
      [true, true, false],
    )
    assert.equal((await world.as('volunteer').post(paths.citizens(here), { alias: 'Viggo' })).status, 404)
  })

  it('have a page that is not there for another party or another municipality', async () => {
    const id = newId()
    await worker.post(paths.newCitizen(here), { id, alias: 'Sonja' })
    assert.equal((await worker.get(paths.citizen(here, id))).status, 200)
    for (const name of [
      'socialWorker',
      'staff',
      'manager',
      'coordinator',
      'leader',
      'administrator',
      'officer',
    ] as const)
      assert.equal((await world.as(name).get(paths.citizen(here, id))).status, 404, name)
    assert.equal((await there.people.worker.get(paths.citizen(there, id))).status, 404)
    assert.equal((await rows(id)).length, 1, 'the refused row was there')
  })

  it('with an alias that the party already knows are made only when one says that it is another', async () => {
    await worker.post(paths.newCitizen(here), { id: newId(), alias: 'Bo' })
    const id = newId()
    const warned = await worker.post(paths.newCitizen(here), { id, alias: ' bo ' })
    assert.equal(warned.status, 422)
    assert.ok((await warned.text()).includes(texts.sameAlias))
    assert.equal((await rows(id)).length, 0)
    assert.equal((await worker.post(paths.newCitizen(here), { id, alias: 'bo', another: '1' })).status, 303)
    const elsewhere = newId()
    assert.equal(
      (await world.as('socialWorker').post(paths.newCitizen(here), { id: elsewhere, alias: 'Bo' })).status,
      303,
    )
  })

  it('are made once by the same post twice, and never with a CPR number', async () => {
    const id = newId()
    const form = { id, alias: 'Ida' }
    assert.deepEqual(
      [
        (await worker.post(paths.newCitizen(here), form)).status,
        (await worker.post(paths.newCitizen(here), form)).status,
      ],
      [303, 303],
    )
    assert.equal((await rows(id)).length, 1)
    const number = newId()
    for (const path of [paths.newCitizen(here), paths.citizens(here)])
      assert.equal((await worker.post(path, { id: number, alias: 'Ida 010203-1234' })).status, 422)
    assert.equal((await rows(number)).length, 0)
  })
})
