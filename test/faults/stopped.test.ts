import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '../../src/config.ts'
import { startJobs } from '../../src/jobs.ts'
import { openDb } from '../../src/platform/db.ts'
import type { Db } from '../../src/platform/db.ts'
import { startEmbedded } from '../../src/platform/embedded-postgres.ts'
import { isDatabaseAway } from '../../src/platform/errors.ts'
import { openKeys } from '../../src/platform/keys.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { connectClient } from '../../src/platform/pool.ts'

// Node ends a process over an error event that nobody hears; the runner of the tests fails the test that it fell into.
const dataDir = mkdtempSync(join(tmpdir(), 'brobygger-stopped-'))
chmodSync(dataDir, 0o711)
const config = readConfig({ DATA_DIR: dataDir, DEMO: 'off' })
const keys = openKeys(config.keysDir)
const postgres = await startEmbedded({ dataDir, durable: false })
await migrate(postgres.ownerUrl)
after(async () => {
  await postgres.stop()
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

const open = () => openDb({ appUrl: postgres.appUrl, ownerUrl: postgres.ownerUrl, keys, poolSize: 5 })
const asker = { municipalityId: '01890000-0000-7000-8000-000000000001', personId: null }
const ask = async (db: Db) => await db.call('migrations_done', [])

const postmaster = () => readFileSync(join(postgres.dir, 'postmaster.pid'), 'utf8').split('\n')[0] ?? ''
let stopped = ''

/** What an administrator of the server does: every connection is told 57P01 and closed. It is started again at once. */
function stopPostgres(): void {
  stopped = postmaster()
  process.kill(Number(stopped), 'SIGINT')
}

/** Until another server answers: the one that was told to stop may answer a moment longer. */
async function untilItIsBack(db: Db): Promise<void> {
  const isBack = async () => postmaster() !== stopped && (await ask(db)).length > 0
  const deadline = Date.now() + 20_000
  while (!(await isBack().catch(() => false))) {
    assert.ok(Date.now() < deadline, 'the database did not come back')
    await sleep(50)
  }
}

async function untilAJobIsDone(): Promise<void> {
  const owner = await connectClient(postgres.ownerUrl)
  await owner.query(`select graphile_worker.add_job('heartbeat')`)
  const left = 'select 1 from graphile_worker._private_jobs'
  const deadline = Date.now() + 20_000
  while ((await owner.query(left)).rows.length > 0) {
    assert.ok(Date.now() < deadline, 'the queue did not go on')
    await sleep(100)
  }
  await owner.end()
}

describe('a database that is stopped', () => {
  it('fails what waits for it and nothing else; who listens hears again, and the queue goes on', async () => {
    const db = open()
    const jobs = startJobs({ db, keys, config }, postgres.ownerUrl)
    await jobs.started
    const heard: string[] = []
    const unlisten = await db.listen('stopped', payload => void heard.push(payload))
    // Some that lie idle, one that is lent and asks nothing just now, one that waits for an answer.
    await Promise.all([1, 2, 3].map(async () => await ask(db)))
    const gate = Promise.withResolvers<void>()
    const lent = db.read(asker, 'board.show', async () => await gate.promise)
    const waiting = db.call('pg_sleep', [20])
    const ended = Promise.allSettled([lent, waiting])
    await sleep(50)
    stopPostgres()
    await untilItIsBack(db)
    gate.resolve()
    for (const end of await ended) assert.ok(end.status === 'rejected' && isDatabaseAway(end.reason))
    for (let waited = 0; heard.length === 0 && waited < 5_000; waited += 100) {
      await db.call('pg_notify', ['stopped', 'again'])
      await sleep(100)
    }
    assert.equal(heard[0], 'again')
    assert.equal(jobs.state(), true)
    await untilAJobIsDone()
    await jobs.stop()
    await unlisten()
    await db.close()
  })

  it('while the house ends, its queue and its listeners, is no news', async () => {
    for (const pause of [0, 1, 2, 4, 8, 12, 20, 40]) {
      const db = open()
      const jobs = startJobs({ db, keys, config }, postgres.ownerUrl)
      await jobs.started
      const unlisten = await db.listen('stopped', () => undefined)
      // Until the queue has asked for the first time, and its connections lie idle.
      await sleep(150)
      const ending = jobs.stop().then(async () => await Promise.all([db.close(), unlisten()]))
      await sleep(pause)
      stopPostgres()
      await ending
      const next = open()
      await untilItIsBack(next)
      await next.close()
    }
  })

  it('under migrations fails them, and they do next time', async () => {
    const db = open()
    for (const pause of [0, 5, 10, 20, 40]) {
      const migrating = Promise.allSettled([migrate(postgres.ownerUrl)])
      await sleep(pause)
      stopPostgres()
      const [end] = await migrating
      assert.ok(end?.status === 'fulfilled' || isDatabaseAway(end?.reason), String(end))
      await untilItIsBack(db)
    }
    assert.deepEqual(await migrate(postgres.ownerUrl), [])
    await db.close()
  })

  it('with the app that was told to stop does not bring it down on its way', async () => {
    for (const pause of [-30, 0, 15, 60]) {
      const child = spawn(process.execPath, ['bin/brobygger.js', 'start'], {
        env: { ...process.env, DATA_DIR: dataDir, PORT: '0', DEMO: 'off' },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const said = text(child.stderr)
      for await (const line of child.stdout) if (String(line).includes('is ready')) break
      // The queue begins a moment after the door is open.
      await sleep(400)
      if (pause < 0) stopPostgres()
      await sleep(Math.abs(pause))
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      if (pause >= 0) await sleep(pause).then(stopPostgres)
      assert.deepEqual(await gone, [0, null], await said)
      assert.doesNotMatch(await said, /Unhandled|Uncaught/)
      const db = open()
      await untilItIsBack(db)
      await db.close()
    }
  })
})
