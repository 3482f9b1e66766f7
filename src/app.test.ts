import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../test/world.ts'
import { createApp } from './app.ts'
import { asset } from './platform/html/assets.ts'

const world = await openWorld()

describe('the house', () => {
  it('answers that it is alive, with the pid of the serving process', async () => {
    const answer = await world.visitor.get('/healthz')
    assert.deepEqual(await answer.json(), { ok: true, pid: process.pid })
  })

  it('is ready when database and migrations are', async () => {
    const answer = await world.visitor.get('/readyz')
    assert.deepEqual(await answer.json(), { ok: true, database: true, migrations: true, jobs: 'elsewhere' })
    assert.equal(answer.status, 200)
  })

  it('says of its jobs whether they start, run or have stopped, and is not ready without them', async () => {
    for (const [state, status] of [
      ['starting', 200],
      [true, 200],
      [false, 503],
    ] as const) {
      const answer = await createApp({ ...world.house, jobs: { state: () => state } }).request('/readyz')
      assert.deepEqual([answer.status, (await answer.json()).jobs], [status, state])
    }
  })

  it('answers alike for a municipality that is not there and an address that is not there', async () => {
    const [one, other] = [await world.visitor.get('/nowhere'), await world.visitor.get('/herby/nothing-here')]
    assert.equal(one.status, 404)
    assert.equal(other.status, 404)
  })

  it('lets a document load and do nothing that is not its own, and tells a sheet, script or font only what counts for it', async () => {
    const sent = async (path: string) => (await world.visitor.get(path)).headers
    for (const path of ['/herby', '/nowhere', '/healthz', asset('mark.svg')]) {
      const headers = await sent(path)
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/, path)
      assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin')
    }
    for (const name of ['base.css', 'live.js', 'plex-400.woff2'] as const) {
      const headers = await sent(asset(name))
      assert.equal(headers.get('content-security-policy'), null, name)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin')
    }
  })

  it('takes no unsafe request from another site', async () => {
    const answer = await world.as('worker').post('/herby/sign-out', {}, { 'sec-fetch-site': 'cross-site' })
    assert.equal(answer.status, 403)
  })
})
