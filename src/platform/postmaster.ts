import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import {
  constants,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The user that PostgreSQL runs as, when it is not the one that runs Brobygger. */
export type Identity = { uid: number; gid: number }

export type Cluster = {
  dir: string
  socketDir: string
  /** The folder of `initdb` and `postgres`. */
  bin: string
  identity: Identity | undefined
  settings: Record<string, string>
}

/** One user of a running postmaster. The last one that lets go, or dies, stops it. */
export type Hold = { attached: boolean; release(): Promise<void> }

/** Attaches to the postmaster of the cluster, or starts it; returns when it takes connections. */
export async function holdPostmaster(cluster: Cluster): Promise<Hold> {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    const running = await settledPostmaster(cluster, deadline)
    const pid = running ?? (await startPostmaster(cluster, deadline))
    const { fifo, isNew } = openFifo(cluster)
    // A watcher that was there may have seen its last user go just before this one came.
    await sleep(isNew ? 0 : 20)
    if (isHeld(fifo) && postmasterStatus(cluster.dir)?.status === 'ready') {
      return { attached: running !== undefined, release: () => release(cluster, { fifo, pid }, running === undefined) }
    }
    closeSync(fifo)
  }
  throw new Error(`PostgreSQL in ${cluster.dir} did not become ready within a minute; see ${logFile(cluster.dir)}.`)
}

export function isRunning(dir: string): boolean {
  return postmasterStatus(dir) !== undefined
}

export function cleanEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LANG: 'C', LC_ALL: 'C', TZ: 'UTC' }
}

function logFile(dir: string): string {
  return join(dir, 'server.log')
}

type Status = { pid: number; status: string }

/** What postmaster.pid says, as long as the process that it names is alive and really is this postmaster. */
function postmasterStatus(dir: string): Status | undefined {
  try {
    const lines = readFileSync(join(dir, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    if (!Number.isInteger(pid) || pid <= 1 || !commandOf(pid).includes(dir)) return undefined
    return { pid, status: (lines[7] ?? 'starting').trim() }
  } catch {
    return undefined
  }
}

/** A process id is soon given to another process, above all in a container, so the id alone proves nothing. */
function commandOf(pid: number): string {
  if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
}

/** Waits until a running postmaster is ready, or one that stops is gone. */
async function settledPostmaster({ dir }: Cluster, deadline: number): Promise<number | undefined> {
  while (Date.now() < deadline) {
    const found = postmasterStatus(dir)
    if (!found) return undefined
    if (found.status === 'ready') return found.pid
    await sleep(10)
  }
  throw new Error(`PostgreSQL in ${dir} runs, and did not become ready within a minute; see ${logFile(dir)}.`)
}

async function startPostmaster(cluster: Cluster, deadline: number): Promise<number> {
  const { dir } = cluster
  forgetStrangers(cluster)
  let lastWords = ''
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    const child = spawnPostmaster(cluster)
    while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
      const found = postmasterStatus(dir)
      if (child.pid !== undefined && found?.pid === child.pid && found.status === 'ready') return child.pid
      await sleep(5)
    }
    lastWords = tail(logFile(dir))
    // After a postmaster was killed, its last children need a moment to notice.
    await sleep(300)
  }
  throw new Error(`PostgreSQL in ${dir} does not start:\n${lastWords}`)
}

/**
 * PostgreSQL refuses to start while any process, even a dead one that nobody has buried, has the id that a crash left
 * in its lock files. postmaster.pid itself stays, because it leads PostgreSQL to children of the crashed one.
 */
function forgetStrangers({ dir, socketDir }: Cluster): void {
  const pidFile = join(dir, 'postmaster.pid')
  const lines = readLines(pidFile)
  if (lines && !isPostgres(lines[0])) writeFileSync(pidFile, [noProcess, ...lines.slice(1)].join('\n'))
  const socketLock = join(socketDir, '.s.PGSQL.5432.lock')
  const socketLines = readLines(socketLock)
  if (socketLines && !isPostgres(socketLines[0])) rmSync(socketLock)
}

// Greater than any id that a system gives.
const noProcess = '2147483647'

function isPostgres(pid = ''): boolean {
  try {
    return commandOf(Number(pid)).includes('postgres')
  } catch {
    return false
  }
}

function readLines(file: string): string[] | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : undefined
}

function spawnPostmaster({ dir, bin, socketDir, identity, settings }: Cluster): ChildProcess {
  const log = freshLog(dir)
  const given = { ...settings, unix_socket_directories: socketDir }
  const options = Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(join(bin, 'postgres'), ['-D', dir, ...options], {
    ...identity,
    cwd: '/',
    env: cleanEnvironment(),
    // A session of its own: Ctrl-C is for the application, which stops the database when it is done.
    detached: true,
    stdio: ['ignore', log, log],
  })
  child.on('error', () => undefined)
  child.unref()
  closeSync(log)
  return child
}

function freshLog(dir: string): number {
  try {
    renameSync(logFile(dir), `${logFile(dir)}.1`)
  } catch {
    // The first start has none.
  }
  return openSync(logFile(dir), 'a', 0o600)
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-10).join('\n')
}

/**
 * Every user of the postmaster holds the writing end of a named pipe, and a small shell reads it. When the last user
 * is gone, killed ones included, the kernel ends the pipe and the shell stops the postmaster.
 */
function openFifo(cluster: Cluster): { fifo: number; isNew: boolean } {
  const path = join(cluster.dir, 'users.fifo')
  try {
    return { fifo: openSync(path, constants.O_WRONLY | constants.O_NONBLOCK), isNew: false }
  } catch (error) {
    if (!isCode(error, 'ENXIO') && !isCode(error, 'ENOENT')) throw error
    if (isCode(error, 'ENOENT')) execFileSync('mkfifo', ['-m', '600', path], { ...cluster.identity, cwd: '/' })
  }
  // Opening either end alone would wait for the other.
  const opener = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  const fifo = openSync(path, constants.O_WRONLY)
  const reader = openSync(path, constants.O_RDONLY)
  closeSync(opener)
  spawnWatcher(cluster, reader)
  closeSync(reader)
  return { fifo, isNew: true }
}

// The postmaster may be another than at first, when one has crashed; its id may belong to a stranger by then.
const watch = `
cat >/dev/null
read -r pid < "$1/postmaster.pid" || exit
if [ -e /proc/self/cmdline ]; then grep -qF -- "$1" "/proc/$pid/cmdline"; else ps -o args= -p "$pid" | grep -qF -- "$1"; fi &&
kill -INT "$pid"
`

function spawnWatcher({ dir, identity }: Cluster, reader: number): void {
  const watcher = spawn('/bin/sh', ['-c', watch, 'brobygger-watch', dir], {
    ...identity,
    cwd: '/',
    env: cleanEnvironment(),
    detached: true,
    stdio: [reader, 'ignore', 'ignore'],
  })
  watcher.on('error', () => undefined)
  watcher.unref()
}

function isHeld(fifo: number): boolean {
  try {
    writeSync(fifo, '.')
    return true
  } catch (error) {
    if (isCode(error, 'EPIPE')) return false
    throw error
  }
}

/** Others may still use the database; only when it stops is there something to wait for. */
async function release({ dir }: Cluster, { fifo, pid }: { fifo: number; pid: number }, waits: boolean): Promise<void> {
  closeSync(fifo)
  const start = Date.now()
  for (let found = postmasterStatus(dir); found?.pid === pid; found = postmasterStatus(dir)) {
    const waited = Date.now() - start
    if (waited > 30_000 || (found.status === 'ready' && waited > (waits ? 500 : 100))) return
    await sleep(10)
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
