import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { tryLock } from './locks.ts'
import { canReach, identityFor, isRoot, sharedHome } from './postgres-binaries.ts'

/** What a second start on the same data is told about the first. */
export type Claim = { url: string }

export type DataPlace = {
  /** DATA_DIR without symbolic links. */
  dataDir: string
  /** The folder of the database cluster. */
  cluster: string
  /** A sentence for the terminal, when the database is not where one would look for it. */
  note: string | undefined
}

/** Lets one application at a time serve from DATA_DIR, and tells the second who the first is. */
export function claimDataDir(dataDir: string, claim: Claim): { release(): void } {
  const dir = openDataDir(dataDir)
  const described = join(dir, 'running.json')
  const unlock = tryLock(join(dir, 'running.lock'))
  if (!unlock) throw new Error(`Brobygger already runs on this data (${readClaim(described)}).`)
  writeFileSync(described, JSON.stringify({ pid: process.pid, url: claim.url }))
  return {
    release() {
      rmSync(described, { force: true })
      unlock()
    },
  }
}

/**
 * The cluster lies in DATA_DIR. When Brobygger runs as root and the user of the database cannot reach DATA_DIR, it
 * lies in a folder of its own, and a file in DATA_DIR says so to every later command, whatever becomes of the rights.
 */
export function placeOfCluster(path: string): DataPlace {
  const dataDir = openDataDir(path)
  const near = join(dataDir, 'postgres')
  const pointer = join(dataDir, 'postgres-is-elsewhere')
  if (existsSync(pointer)) return elsewhere(dataDir, readFileSync(pointer, 'utf8').trim())
  if (!isRoot || canReach(dataDir, identityFor(near))) return { dataDir, cluster: near, note: undefined }
  if (existsSync(near)) {
    throw new Error(`The database in ${near} cannot be reached by its own user: open the way to it, or move DATA_DIR.`)
  }
  const far = join(sharedHome, createHash('sha256').update(dataDir).digest('hex').slice(0, 16))
  mkdirSync(sharedHome, { recursive: true })
  chmodSync(sharedHome, 0o711)
  // DATA_DIR is new, so what lies there belonged to one that was deleted, keys and all.
  if (existsSync(far)) renameSync(far, `${far}.before-${Date.now()}`)
  mkdirSync(far, { mode: 0o711 })
  writeFileSync(pointer, `${far}\n`)
  return elsewhere(dataDir, far)
}

function elsewhere(dataDir: string, far: string): DataPlace {
  if (!existsSync(far)) throw new Error(`${join(dataDir, 'postgres-is-elsewhere')} names ${far}, which is not there.`)
  const note = `The database runs as the user nobody, who cannot reach ${dataDir}: it is kept in ${far}`
  return { dataDir, cluster: join(far, 'postgres'), note }
}

/** Root leaves the folder open to pass through, because the database below it runs as another user. */
function openDataDir(path: string): string {
  if (!existsSync(path)) {
    mkdirSync(path, { recursive: true })
    chmodSync(path, isRoot ? 0o711 : 0o700)
  }
  return realpathSync(path)
}

function readClaim(file: string): string {
  try {
    const { pid, url } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; url: string }
    return `pid ${pid}, ${url}`
  } catch {
    return 'it is just starting'
  }
}
