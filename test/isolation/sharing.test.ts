import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { connectClient } from '../../src/platform/pool.ts'
import { openWorld } from '../world.ts'
import { recordShapes } from './catalog.ts'
import { loosenings } from './loosenings.ts'
import { trial, unnoticed } from './trial.ts'

/**
 * Worlds that nobody has thought out, each asked by everybody in it at several moments, table by table, and held to the
 * model. 2,000 cases of world × person × moment in `npm test`, chosen by a seed that is printed; 10,000 in
 * `npm run faults`. BROBYGGER_SEED repeats a run. PostgreSQL 15 plans the body of a function anew at every call, at
 * three times the cost (24 ms a case beside 7), whatever the planner is told: limits and kinds of joins change nothing. It
 * says a quarter of them again.
 */
const whole = process.env['BROBYGGER_WHOLE'] === 'on'
const seed = Number(process.env['BROBYGGER_SEED'] ?? Number.NaN) || randomInt(2 ** 31)
console.log(`# sharing: seed ${seed}`)

const world = await openWorld()
const client = await connectClient(world.superuserUrl)
after(() => client.end().catch(() => undefined))

// The day is the test's to choose; the function keeps its place in everything that asks it.
await client.query(`create or replace function danish_today() returns date language sql stable
  return coalesce(nullif(current_setting('test.today', true), '')::date, (now() at time zone 'Europe/Copenhagen')::date)`)
// A request for access brings its answers along; here they are made up by lot, as every row is.
await client.query('alter table access_requests disable trigger ask_each_party')
await client.query('set jit = off; set plan_cache_mode = force_generic_plan')
const shapes = await recordShapes(client)
const { rows } = await client.query<{ old: boolean }>(
  `select current_setting('server_version_num')::int < 180000 as old`,
)
const cases = whole ? 10_000 : rows[0]?.old ? 500 : 2_000
const told = { place: world.here, shapes, seed }

const loosened = await loosenings(
  client,
  shapes.map(each => each.name),
)

describe('what is shared', () => {
  it(`is what the model says, for everybody at every moment in every table (seed ${seed})`, async () => {
    const started = performance.now()
    const { differences, cases: asked, seen } = await trial(client, { ...told, cases })
    assert.deepEqual(differences.slice(0, 20), [])
    const seconds = Math.round((performance.now() - started) / 100) / 10
    console.log(`# sharing: ${asked} cases in ${shapes.length} tables, ${seconds} s`)
    for (const { name } of shapes) {
      const [yes, no] = seen[name] ?? [0, 0]
      assert.ok(yes > 0 && no > 0, `${name}: ${yes} rows were seen and ${no} were not, so nothing was tried`)
    }
  })
})

// That the trial can fail: each change is made alone in one world after another until somebody notices. The rarest take a
// dozen worlds, whatever the seed; three hundred are no luck.
describe('the trial', () => {
  let missed: string[] = []
  before(async () => {
    missed = await unnoticed(client, { ...told, worlds: 300 }, loosened)
  })

  for (const { name } of loosened) {
    it(`finds out ${name}`, () => {
      assert.ok(!missed.includes(name), 'nobody noticed')
    })
  }
})
