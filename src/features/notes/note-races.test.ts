import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { openWorld } from '../../../test/world.ts'

/** `npm run faults` runs all thousand. */
const races = process.env['BROBYGGER_WHOLE'] === 'on' ? 1_000 : 50

const world = await openWorld()
const { here } = world
const [omar, karin] = [world.as('socialWorker'), world.as('coordinator')]
const viggo = newId()
await world.truth('insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, $3, $4)', [
  here.id,
  here.parties.social,
  viggo,
  'Viggo',
])

describe('two editors of one note', () => {
  it(`never overwrite each other in silence, in ${races} races`, async () => {
    const id = newId()
    const form = (version: number, words: string) => ({ id, version: String(version), kind: 'own', topic: '', words })
    await omar.post(paths.notes(here, viggo), form(1, 'Til at begynde med'))
    const href = paths.editNote(here, viggo, id)
    for (let race = 1; race <= races; race++) {
      const said = [`Omar ${race}`, `Karin ${race}`]
      const answers = await Promise.all([
        omar.post(href, form(race, said[0] ?? '')),
        karin.post(href, form(race, said[1] ?? '')),
      ])
      assert.deepEqual(
        answers.map(answer => answer.status).toSorted((one, other) => one - other),
        [303, 409],
        `race ${race}`,
      )
      const lost = answers.findIndex(answer => answer.status === 409)
      const page = await answers[lost]?.text()
      for (const words of said) assert.ok(page?.includes(words), `race ${race}: the page of the second has both`)
    }
    const [now] = await world.truth<{ words: string; version: number }>(
      'select words, version from notes where municipality_id = $1 and id = $2',
      [here.id, id],
    )
    const kept = await world.truth<{ version: number; words: string }>(
      `select version, stood ->> 'words' as words from record_versions where municipality_id = $1 and record_id = $2 order by version`,
      [here.id, id],
    )
    assert.equal(now?.version, races + 1)
    assert.deepEqual(
      kept.map(each => each.version),
      Array.from({ length: races }, (_, index) => index + 1),
    )
    // Every race has one winner, whose words stood: none is gone, and none of a loser's came in.
    const stood = [...kept.slice(1).map(each => each.words), now?.words]
    assert.deepEqual(
      stood.map(words => words?.replace(/^(Omar|Karin) /, '')),
      Array.from({ length: races }, (_, index) => String(index + 1)),
    )
  })
})
