import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Takes a lock that the kernel gives back when the process ends, however it ends. Node has no flock of its own; the
 * lock that SQLite puts on its file is one, and a reused process id cannot fool it.
 */
export function tryLock(file: string): (() => void) | undefined {
  const database = new DatabaseSync(file)
  try {
    database.exec('begin exclusive')
  } catch (error) {
    database.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return undefined
    throw new Error(`${file} cannot be locked. Does DATA_DIR belong to another user?`, { cause: error })
  }
  // A lock that nobody refers to would be collected, and given back with it.
  held.add(database)
  return () => {
    if (held.delete(database)) database.close()
  }
}

export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + 60_000
  let release = tryLock(file)
  while (!release) {
    if (Date.now() > deadline) throw new Error(`Another process has held ${file} for a minute.`)
    await sleep(20)
    release = tryLock(file)
  }
  try {
    return await work()
  } finally {
    release()
  }
}

const SQLITE_BUSY = 5

const held = new Set<DatabaseSync>()
