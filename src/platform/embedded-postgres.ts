import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chownSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { placeOfCluster } from './data-dir.ts'
import { withLock } from './locks.ts'
import { embeddedBinaries, identityFor } from './postgres-binaries.ts'
import { cleanEnvironment, holdPostmaster, isRunning, type Cluster, type Hold, type Identity } from './postmaster.ts'
import { createRoles, rolesFile, withDatabase } from './roles.ts'

export type EmbeddedOptions = {
  dataDir: string
  /** Tests give this up for speed: a crash of the machine may then lose or spoil data. */
  durable?: boolean
  /** Tests make databases from templates. */
  ownerCreatesDatabases?: boolean
  /** The folder with the `initdb` and `postgres` of another version. */
  bin?: string
  /** Gets a sentence when the database is not in DATA_DIR, and when it had to be started again. */
  tell?: (note: string) => void
}

export type Embedded = {
  ownerUrl: string
  appUrl: string
  superuserUrl: string
  /** The folder of the cluster. */
  dir: string
  /** Whether another process had started the database already. */
  attached: boolean
  /** Lets go of the database. It stops when nobody else uses it; nothing is removed. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that comes with Brobygger, or attaches to the one that already runs on this data. It ends
 * when the last process that uses it has called `stop` or has died.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  if (process.platform === 'win32') {
    throw new Error('The embedded PostgreSQL does not run on Windows: name a server with DATABASE_URL, or use WSL.')
  }
  const { dataDir, cluster: dir, note } = placeOfCluster(options.dataDir)
  if (note) options.tell?.(note)
  const lock = join(dataDir, 'postgres.lock')
  return withLock(lock, async () => {
    const identity = identityFor(dir)
    const bin = options.bin ?? embeddedBinaries(identity)
    const cluster = { dir, bin, identity, socketDir: socketDirFor(dir, identity), settings: settingsFor(options) }
    if (!existsSync(join(dir, 'PG_VERSION'))) await createCluster(cluster, options)
    const hold = await holdPostmaster(cluster)
    const logins = await loginsOf(cluster, options)
    const restart = () => withLock(lock, () => holdPostmaster(cluster))
    return { ...logins, dir, attached: hold.attached, stop: keepRunning({ dir, hold, restart, tell: options.tell }) }
  })
}

type Kept = { dir: string; hold: Hold; restart: () => Promise<Hold>; tell: EmbeddedOptions['tell'] }

/** A database that was killed comes back under the same address; gives the function that ends it all. */
function keepRunning({ dir, hold, restart, tell = () => undefined }: Kept): () => Promise<void> {
  let current = hold
  let restarting: Promise<void> | undefined
  const restartOnce = async () => {
    const lost = current
    current = await restart()
    await lost.release()
    tell('The database had stopped and was started again.')
  }
  const timer = setInterval(() => {
    if (restarting || isRunning(dir)) return
    restarting = restartOnce()
      .catch((error: unknown) => tell(String(error)))
      .finally(() => (restarting = undefined))
  }, 200)
  timer.unref()
  let stopping: Promise<void> | undefined
  const stop = async () => {
    clearInterval(timer)
    await restarting
    await current.release()
  }
  return () => (stopping ??= stop())
}

type Passwords = { superuser: string; owner: string; app: string; rolesDone?: string }

/** The path of a socket may have 107 bytes, and 103 on macOS. */
function socketDirFor(dir: string, identity: Identity | undefined): string {
  if (Buffer.byteLength(join(dir, '.s.PGSQL.5432.lock')) <= 100) return dir
  const uid = identity?.uid ?? process.getuid?.() ?? 0
  const short = `/tmp/brobygger-${createHash('sha256').update(`${uid} ${dir}`).digest('hex').slice(0, 16)}`
  if (!existsSync(short)) {
    mkdirSync(short, { mode: 0o700 })
    giveTo(identity, short)
  }
  const found = lstatSync(short)
  // Everybody may write in /tmp, so somebody else may have been there first.
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw new Error(`${short} is not a folder that only the user of the database can open.`)
  }
  return short
}

function settingsFor({ durable = true }: EmbeddedOptions): Record<string, string> {
  const fast = { fsync: 'off', full_page_writes: 'off', max_connections: '200' }
  return {
    listen_addresses: '',
    port: '5432',
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: '64MB',
    // Bounds what has to be read again after a crash.
    max_wal_size: '256MB',
    min_wal_size: '32MB',
    max_wal_senders: '0',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A message, a detail or a statement may hold words of a citizen; the application reports its own errors.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(durable ? {} : fast),
  }
}

/** The folder gets its name last, so that a start that was broken off leaves no half cluster behind. */
async function createCluster({ dir, bin, identity }: Cluster, { durable = true }: EmbeddedOptions): Promise<void> {
  const making = `${dir}.new`
  const passwords: Passwords = { superuser: newPassword(), owner: newPassword(), app: newPassword() }
  rmSync(making, { recursive: true, force: true })
  for (const folder of [making, join(making, 'cluster')]) {
    mkdirSync(folder, { mode: 0o700 })
    giveTo(identity, folder)
  }
  const passwordFile = join(making, 'password')
  writeFileSync(passwordFile, passwords.superuser, { mode: 0o600 })
  giveTo(identity, passwordFile)
  const danish = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=da-DK']
  const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const rest = ['--data-checksums', '--no-instructions', ...(durable ? [] : ['--no-sync'])]
  await promisify(execFile)(join(bin, 'initdb'), ['-D', join(making, 'cluster'), ...danish, ...access, ...rest], {
    ...identity,
    cwd: '/',
    env: cleanEnvironment(),
  })
  writePasswords(join(making, 'cluster'), passwords, identity)
  renameSync(join(making, 'cluster'), dir)
  rmSync(making, { recursive: true })
}

function newPassword(): string {
  return randomBytes(24).toString('hex')
}

const passwordsFile = (dir: string) => join(dir, 'brobygger-logins.json')

function writePasswords(dir: string, passwords: Passwords, identity: Identity | undefined): void {
  const file = passwordsFile(dir)
  writeFileSync(`${file}.new`, JSON.stringify(passwords), { mode: 0o600 })
  giveTo(identity, `${file}.new`)
  renameSync(`${file}.new`, file)
}

function giveTo(identity: Identity | undefined, path: string): void {
  if (identity) chownSync(path, identity.uid, identity.gid)
}

type Logins = Pick<Embedded, 'ownerUrl' | 'appUrl' | 'superuserUrl'>

async function loginsOf(cluster: Cluster, { ownerCreatesDatabases }: EmbeddedOptions): Promise<Logins> {
  const { dir, identity } = cluster
  const passwords = JSON.parse(readFileSync(passwordsFile(dir), 'utf8')) as Passwords
  const urlOf = (login: string, password: string, database: string) =>
    `postgresql://${login}:${password}@localhost:5432/${database}?host=${encodeURIComponent(cluster.socketDir)}`
  const superuserUrl = urlOf('postgres', passwords.superuser, 'postgres')
  const rolesDone = createHash('sha256').update(readFileSync(rolesFile)).digest('hex')
  if (passwords.rolesDone !== rolesDone) {
    await createRoles(superuserUrl, { ...passwords, ownerCreatesDatabases })
    writePasswords(dir, { ...passwords, rolesDone }, identity)
  }
  return {
    ownerUrl: urlOf('brobygger_owner', passwords.owner, 'brobygger'),
    appUrl: urlOf('brobygger_app', passwords.app, 'brobygger'),
    superuserUrl: withDatabase(superuserUrl, 'brobygger'),
  }
}
