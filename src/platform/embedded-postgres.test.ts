import assert from 'node:assert/strict'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { claimDataDir } from './data-dir.ts'
import { startEmbedded, type Embedded } from './embedded-postgres.ts'
import { connectClient } from './pool.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'brobygger-test-'))
chmodSync(dataDir, 0o711)
const started: ChildProcess[] = []

after(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

test('names sort as Danes expect, with æ, ø and å last', async () => {
  await using database = await open()
  const sql = `select string_agg(w, ' ' order by w) as sorted from unnest('{å,ø,zebra,æ,Åse,abe}'::text[]) as w`
  assert.deepEqual(await rows(database.appUrl, sql), [{ sorted: 'abe zebra æ ø å Åse' }])
})

test('neither login can pass by the policies, and that of the application owns nothing', async () => {
  await using database = await open()
  const sql = `select rolname as login, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as can,
      rolinherit as inherits, exists (select from pg_shdepend where deptype = 'o' and refobjid = oid) as owns
    from pg_roles where rolcanlogin and rolname like 'brobygger%' order by 1`
  assert.deepEqual(await rows(database.appUrl, sql), [
    { login: 'brobygger_app', can: false, inherits: false, owns: false },
    { login: 'brobygger_owner', can: false, inherits: true, owns: true },
  ])
  await assert.rejects(rows(database.appUrl, 'set role brobygger_owner'), { code: '42501' })
  await assert.rejects(rows(database.appUrl, 'set role brobygger_lookup'), { code: '42501' })
  await assert.rejects(rows(database.appUrl, 'create table mine (a int)'), { code: '42501' })
})

test('the owner hands a function over to the role that policies ask, and can replace it', async () => {
  await using database = await open()
  const define = 'create or replace function one() returns int language sql as'
  await rows(database.ownerUrl, `${define} 'select 1'; alter function one() owner to brobygger_lookup`)
  await rows(database.ownerUrl, `${define} 'select 2'`)
  assert.deepEqual(await rows(database.ownerUrl, 'select one()'), [{ one: 2 }])
})

test('there is no way in by the network or without a password', async () => {
  await using database = await open()
  assert.deepEqual(await rows(database.superuserUrl, 'show listen_addresses'), [{ listen_addresses: '' }])
  const stranger = new URL(database.superuserUrl)
  stranger.password = 'guessed'
  await assert.rejects(rows(stranger.href, 'select 1'), { code: '28P01' })
})

test('a second process attaches, and the database stays until the last one is done', async () => {
  const first = await open()
  await using second = await open()
  assert.deepEqual([first.attached, second.attached], [false, true])
  await first.stop()
  assert.deepEqual(await rows(second.appUrl, 'select 1 as one'), [{ one: 1 }])
})

test('the database ends within two seconds after its only user was killed', async () => {
  const holder = await startHolder()
  const pid = postmasterPid()
  holder.kill('SIGKILL')
  await until(() => !isAlive(pid), 2000)
})

test('after the database was killed it is there again, with every acknowledged row', async () => {
  await using database = await open()
  await rows(database.ownerUrl, 'create table kept (n int); insert into kept select generate_series(1, 1000)')
  process.kill(postmasterPid(), 'SIGKILL')
  await until(() => rows(database.ownerUrl, 'select 1').then(Boolean, () => false), 5000)
  assert.deepEqual(await rows(database.ownerUrl, 'select count(*)::int as n from kept'), [{ n: 1000 }])
})

test('after everything was killed at once a new start finds every acknowledged row', async () => {
  const holder = await startHolder()
  const pid = postmasterPid()
  holder.kill('SIGKILL')
  process.kill(pid, 'SIGKILL')
  await using database = await open()
  assert.equal(database.attached, false)
  assert.deepEqual(await rows(database.ownerUrl, 'select count(*)::int as n from kept'), [{ n: 1000 }])
})

test('DATA_DIR is claimed by one application at a time, and a killed one leaves no claim', async () => {
  const holder = await startHolder()
  const refusal = `Brobygger already runs on this data (pid ${holder.pid}, http://127.0.0.1:3000).`
  assert.throws(() => claimDataDir(dataDir, { url: 'http://127.0.0.1:3001' }), { message: refusal })
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  claimDataDir(dataDir, { url: 'http://127.0.0.1:3001' }).release()
})

test('a DATA_DIR whose path is too long for a socket works all the same', async () => {
  const deep = join(dataDir, 'a-folder-with-a-long-name'.repeat(5))
  await using database = await disposable(startEmbedded({ dataDir: deep, durable: false }))
  assert.deepEqual(await rows(database.ownerUrl, 'select 1 as one'), [{ one: 1 }])
  const socketDir = new URL(database.ownerUrl).searchParams.get('host') ?? ''
  assert.equal(statSync(socketDir).mode & 0o777, 0o700)
  await database.stop()
  rmSync(socketDir, { recursive: true })
})

function open(): Promise<Embedded & AsyncDisposable> {
  return disposable(startEmbedded({ dataDir, durable: false }))
}

async function disposable(starting: Promise<Embedded>): Promise<Embedded & AsyncDisposable> {
  const embedded = await starting
  return { ...embedded, [Symbol.asyncDispose]: embedded.stop }
}

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = await connectClient(url)
  try {
    const answer = await client.query<Record<string, unknown>>(sql)
    return answer.rows
  } finally {
    await client.end()
  }
}

/** Another process that serves from the same data. */
async function startHolder(): Promise<ChildProcess> {
  const program = `
    import { claimDataDir } from '${import.meta.resolve('./data-dir.ts')}'
    import { startEmbedded } from '${import.meta.resolve('./embedded-postgres.ts')}'
    const dataDir = ${JSON.stringify(dataDir)}
    claimDataDir(dataDir, { url: 'http://127.0.0.1:3000' })
    await startEmbedded({ dataDir, durable: false })
    setInterval(() => undefined, 1000)
    console.log('ready')`
  const holder = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  started.push(holder)
  await once(holder.stdout, 'data')
  return holder
}

function postmasterPid(): number {
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
}

function isAlive(pid: number): boolean {
  // A dead process that nobody has buried yet has an id, and no command.
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.trim() !== '' && !stdout.startsWith('Z')
}

async function until(condition: () => boolean | Promise<boolean>, patience: number): Promise<void> {
  const deadline = Date.now() + patience
  while (!(await condition())) {
    assert.ok(Date.now() < deadline, `not within ${patience} ms`)
    await sleep(20)
  }
}
