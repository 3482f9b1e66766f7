import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { startEmbedded } from '../../src/platform/embedded-postgres.ts'
import { newId } from '../../src/platform/id.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { chooser } from '../hostile.ts'
import { furnish } from '../world.ts'
import type { Place } from '../world.ts'
import { lastingPool } from '../../src/platform/pool.ts'

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

export interface CrashResult {
  kills: number
  acknowledged: number
  tries: number
  lost: number
  twice: number
  withoutLog: number
  /** How often the app ended without having been told to. */
  diedByItself: number
}

/**
 * Kills the app or the database with -9, at random, under writers that repeat a post until it is
 * acknowledged; then counts what was lost, stored twice or stored without a log line.
 */
export async function crashRun(kills: number, seed?: number): Promise<CrashResult & { seed: number }> {
  const choose = chooser(seed)
  const dataDir = mkdtempSync(join(tmpdir(), 'brobygger-crash-'))
  chmodSync(dataDir, 0o711)
  const place = await prepare(dataDir)
  const app = new App(dataDir, await freePort())
  await app.start()
  const sent = { acknowledged: [] as Post[], tries: 0, over: false }
  const writers = Array.from({ length: 4 }, (_, index) => write(app, { place, sent, withName: index % 2 === 1 }))
  const killing = async () => {
    for (let kill = 0; kill < kills && !sent.over; kill++) {
      await sleep(choose.some([300, 500, 800, 1_200], 1)[0] ?? 300)
      if (choose.some(['app', 'database'], 1)[0] === 'app') await app.killAndRestart()
      else killDatabase(dataDir)
    }
    sent.over = true
  }
  // Whoever fails ends the others too: a writer without an app would try for ever.
  const orEndAll = async (error: unknown) => {
    sent.over = true
    throw error
  }
  const ended = await Promise.allSettled([killing(), ...writers].map(async work => await work.catch(orEndAll)))
  await app.stop()
  const failed = ended.find(end => end.status === 'rejected')
  if (failed) throw failed.reason
  const counted = await count(dataDir, place, sent.acknowledged)
  rmSync(dataDir, { recursive: true, force: true })
  return {
    kills,
    acknowledged: sent.acknowledged.length,
    tries: sent.tries,
    ...counted,
    diedByItself: app.diedByItself,
    seed: choose.seed,
  }
}

interface Post {
  contactId: string
  citizenId: string | null
}

interface Sent {
  acknowledged: Post[]
  tries: number
  over: boolean
}

async function prepare(dataDir: string): Promise<Place> {
  const embedded = await startEmbedded({ dataDir })
  await migrate(embedded.ownerUrl)
  const truth = lastingPool({ connectionString: embedded.superuserUrl, max: 2 })
  const place = await furnish(truth, new Hono(), { slug: 'herby', name: 'Herby' })
  await truth.end()
  await embedded.stop()
  return place
}

class App {
  #child: ChildProcess | undefined
  #told = false
  #ready = false
  diedByItself = 0
  readonly url: string
  readonly #env: NodeJS.ProcessEnv

  constructor(dataDir: string, port: number) {
    this.url = `http://127.0.0.1:${port}`
    this.#env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), DEMO: 'off', BROBYGGER_TEST_CLUSTER: '' }
  }

  /** A start that meets a database that was killed just then may fail; whoever watches over the app starts it again. */
  async start(tries = 5): Promise<void> {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cli, 'start'], {
      env: this.#env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    this.#child = child
    this.#told = false
    this.#ready = false
    child.once('exit', () => (this.diedByItself += this.#told || !this.#ready ? 0 : 1))
    for (let waited = 0; waited < 30_000; waited += 50) {
      if (child.exitCode !== null || child.signalCode !== null) {
        if (tries === 0) throw new Error(`the app ended with ${child.exitCode ?? child.signalCode}`)
        return await this.start(tries - 1)
      }
      if ((await fetch(`${this.url}/healthz`).catch(() => undefined))?.ok) {
        this.#ready = true
        return
      }
      await sleep(50)
    }
    throw new Error('the app did not become ready in 30 seconds')
  }

  async killAndRestart(): Promise<void> {
    await this.stop('SIGKILL')
    await this.start()
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise(resolve => child.once('exit', resolve))
    this.#told = true
    child.kill(signal)
    await gone
  }
}

function killDatabase(dataDir: string): void {
  const pid = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It was being started again just now.
  }
}

async function write(
  app: App,
  { place, sent, withName }: { place: Place; sent: Sent; withName: boolean },
): Promise<void> {
  while (!sent.over) {
    const post = { contactId: newId(), citizenId: withName ? newId() : null }
    const body = formOf(place, post)
    while (!sent.over) {
      sent.tries++
      if (await acknowledged(app, { place, body })) {
        sent.acknowledged.push(post)
        break
      }
      await sleep(30)
    }
  }
}

async function acknowledged(app: App, { place, body }: { place: Place; body: URLSearchParams }): Promise<boolean> {
  try {
    const answer = await fetch(`${app.url}/herby/contacts`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { cookie: place.people.worker.cookie, 'sec-fetch-site': 'same-origin' },
      signal: AbortSignal.timeout(10_000),
    })
    const text = await answer.text()
    if (answer.status === 303) return true
    if (answer.status < 500) throw new Error(`the post was refused with ${answer.status}: ${text.slice(0, 2_000)}`)
    return false
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('the post was refused')) throw error
    return false
  }
}

function formOf(place: Place, post: Post): URLSearchParams {
  return new URLSearchParams({
    id: post.contactId,
    who: post.citizenId === null ? 'anonymous' : 'known',
    ...(post.citizenId === null
      ? {}
      : {
          citizen: 'new',
          newCitizenId: post.citizenId,
          alias: aliasOf(post.citizenId),
          searched: aliasOf(post.citizenId),
        }),
    party: place.parties.jobcentre,
    effort: 'casework',
    kind: 'walkIn',
    venue: 'centre',
    centre: place.centres.harbour.id,
    outcome: 'held',
    day: '20-11-2026',
    clock: '10.00',
    minutes: '15',
    topics: 'work',
    help: '1',
  })
}

// In letters alone: among thousands of ids some hold ten digits that read as a CPR number, and an alias with one is refused.
function aliasOf(citizenId: string): string {
  return `Viggo ${citizenId.replaceAll(/\d/g, digit => 'ghijklmnop'[Number(digit)] ?? '')}`
}

async function count(
  dataDir: string,
  place: Place,
  posts: Post[],
): Promise<Pick<CrashResult, 'lost' | 'twice' | 'withoutLog'>> {
  const embedded = await startEmbedded({ dataDir })
  const truth = lastingPool({ connectionString: embedded.superuserUrl, max: 1 })
  // Without figures about the tables the counting of tens of thousands took five minutes.
  await truth.query('analyze')
  const ids = posts.map(post => post.contactId)
  const citizens = posts.flatMap(post => post.citizenId ?? [])
  const one = async (sql: string, values: unknown[]) =>
    (await truth.query<{ count: number }>(sql, values)).rows[0]?.count ?? 0
  const stored = await one(
    'select count(distinct id) as count from contacts where municipality_id = $1 and id = any($2)',
    [place.id, ids],
  )
  const rows = await one('select count(*) as count from contacts where municipality_id = $1 and id = any($2)', [
    place.id,
    ids,
  ])
  const people = await one(
    'select count(distinct id) as count from citizens where municipality_id = $1 and id = any($2)',
    [place.id, citizens],
  )
  const sameAlias = await one(
    'select count(*) - count(distinct alias) as count from citizens where municipality_id = $1',
    [place.id],
  )
  const logged = await one(
    `select count(distinct s.subject_id) as count from access_log_subjects s join access_log l on l.municipality_id = s.municipality_id and l.id = s.log_id
     where s.municipality_id = $1 and s.subject_id = any($2) and l.kind = 'add' and l.purpose = 'contacts.record'`,
    [place.id, posts.map(post => post.citizenId ?? post.contactId)],
  )
  await truth.end()
  await embedded.stop()
  return {
    lost: ids.length - stored + (citizens.length - people),
    twice: rows - stored + sameAlias,
    withoutLog: posts.length - logged,
  }
}

async function freePort(): Promise<number> {
  return await new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

async function sleep(ms: number): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, ms))
}
