import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { features } from '../../src/sitemap.ts'
import { openWorld } from '../world.ts'
import { filled, idsOf } from './ids.ts'
import { fillEveryTable } from './rows.ts'

/**
 * A title stands in the history of a browser, among its tabs and in a file's properties, also of a telephone that several
 * share: no page or paper about a citizen has a name of theirs or a word of theirs in it.
 */
const world = await openWorld()
await fillEveryTable(world)
const { here } = world
const worker = world.as('worker')
const ids = await idsOf(world, here, 'worker')
const secret = 'Hemmelord'
const words = {
  citizens: ['alias', 'name'],
  contacts: ['agenda'],
  notes: ['words'],
  plan_parts: ['words'],
  plan_people: ['words'],
  steps: ['words'],
  tasks: ['words'],
  appointments: ['words'],
  helper_shares: ['helper_name'],
}
for (const [table, columns] of Object.entries(words))
  await world.truth(
    `update ${table} set ${columns.map(column => `${column} = '${secret}'`).join(', ')}
     where municipality_id = $1 and ${table === 'citizens' ? 'id' : 'citizen_id'} = $2`,
    [here.id, ids['citizenId']],
  )

const routes = features
  .flatMap(feature => feature.table)
  .filter(
    route => route.method === 'GET' && /:(citizenId|contactId|taskId)/.test(route.path) && !/live|csv/.test(route.path),
  )

describe('the title', () => {
  let told = 0
  for (const { path } of routes)
    it(`of ${path} has no word of the citizen's`, async () => {
      const answer = await worker.get(filled(here, path, ids))
      const body = Buffer.from(await answer.arrayBuffer())
      if (answer.status !== 200) return
      const isPaper = answer.headers.get('content-type') === 'application/pdf'
      const page = body.toString(isPaper ? 'latin1' : 'utf8')
      const title = (isPaper ? /<dc:title>.*?<\/dc:title>/s : /<title>.*?<\/title>/s).exec(page)?.[0]
      assert.ok(title !== undefined && !title.includes(secret), title)
      if (page.includes(secret)) told += 1
    })

  it('was looked for on pages that have such words', () => {
    assert.ok(told > 25, String(told))
  })
})
