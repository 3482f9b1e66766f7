import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { purposes } from '../../purposes.ts'
import { whyWords } from './looked-rules.ts'

const world = await openWorld()
const { here } = world
const worker = world.as('worker')

describe('a page that was opened', () => {
  it('is told to the citizen as a look, and what was not done as nothing', async () => {
    const id = newId()
    assert.equal((await worker.post(paths.newCitizen(here), { id, alias: 'Viggo', another: '1' })).status, 303)
    for (const path of [paths.newNote, paths.citizenEverything, paths.citizenClose])
      assert.equal((await worker.get(path(here, id))).status, 200)
    const list = async () => await (await worker.get(paths.looked(here, id))).text()
    const before = await list()
    for (const act of ['Skrev en note om dig', 'Fandt alt om dig frem', 'fordi du bad om det', 'Afsluttede det'])
      assert.ok(!before.includes(act), act)
    for (const page of ['skriver en note om dig', 'finder alt om dig frem', 'afslutter'])
      assert.ok(before.includes(`Åbnede siden, hvor man ${page}`), page)
    const form = { id: newId(), kind: 'own', words: 'Drak kaffe' }
    assert.equal((await worker.post(paths.notes(here, id), form)).status, 303)
    assert.ok((await list()).includes('Skrev en note om dig'))
  })

  it('has words for every purpose whose words tell of an act', () => {
    const acts =
      /^(skrev|rettede|tog|bandt|ændrede|lukkede|lavede|afsluttede|åbnede|gav|bad|printede|hentede|lod|brød|fandt)/
    for (const [purpose, row] of Object.entries(purposes)) {
      if (row.about !== 'persons' || row.role !== 'web') continue
      const done = whyWords({ purpose, kind: 'change' })
      const opened = whyWords({ purpose, kind: 'read' })
      const isAccount = /^(accounts|sign-in)\./.test(purpose)
      if (acts.test(done) && !isAccount) assert.match(opened, /^åbnede siden, hvor man /, purpose)
    }
  })
})
