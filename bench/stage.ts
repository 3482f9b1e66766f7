import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { packEverywhere } from '../src/features/evaluation/commands.ts'
import type { House } from '../src/features/routing.ts'
import { openDb } from '../src/platform/db.ts'
import { startEmbedded } from '../src/platform/embedded-postgres.ts'
import { openKeys } from '../src/platform/keys.ts'
import { migrate } from '../src/platform/migrate.ts'
import { readNow, today } from '../src/platform/time.ts'
import { fill } from './data.ts'
import type { Town } from './data.ts'
import { startApp, startFloor, startLoader } from './processes.ts'
import type { Floor, Loader, Served } from './processes.ts'
import { tell } from './table.ts'

/** Everything that a part of the bench needs: one database as the product sets it up, and who speaks to it. */
export interface Stage {
  folder: string
  superuserUrl: string
  /** The postmaster. */
  databasePid: number
  /** The environment of a process of the product on this database. */
  env: Record<string, string>
  town: Town
  served: Served
  floor: Floor
  loader: Loader
  /** The same product in this process, for what is looked at and not measured. */
  app: Hono
  house: House
  close(): Promise<void>
}

/** The pool of the product has ten connections; the floor gets as many. */
const poolSize = 10

export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'brobygger-bench-'))
  // The user of the database, nobody when this runs as root, has to pass through.
  chmodSync(folder, 0o711)
  const closing: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
  const close = async () => {
    for (const each of closing.splice(0).toReversed()) await each()
  }
  try {
    return { ...(await built(folder, closing)), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** `closing` gets what has to be undone, in the order in which it was done. */
async function built(folder: string, closing: (() => unknown)[]): Promise<Omit<Stage, 'close'>> {
  const database = await startEmbedded({ dataDir: join(folder, 'database') })
  closing.push(() => database.stop())
  await migrate(database.ownerUrl)
  tell('filling 98 municipalities')
  const town = await fill(database.superuserUrl)
  const env = {
    DATABASE_URL: database.appUrl,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    DATA_DIR: join(folder, 'app'),
    KEYS_DIR: join(folder, 'keys'),
  }
  mkdirSync(env.DATA_DIR)
  const config = readConfig({ ...env, DEMO: 'off' })
  const keys = openKeys(config.keysDir)
  const db = openDb({ appUrl: database.appUrl, ownerUrl: database.ownerUrl, keys, poolSize: 2 })
  closing.push(() => db.close())
  const house: House = { db, keys, config }
  await packEverywhere(db, today(readNow()))
  const served = await startApp(env)
  closing.push(() => served.stop())
  const floor = await startFloor({ databaseUrl: database.superuserUrl, municipalityId: town.id, poolSize })
  closing.push(() => floor.stop())
  const loader = startLoader()
  closing.push(() => loader.stop())
  return {
    folder,
    superuserUrl: database.superuserUrl,
    databasePid: Number(readFileSync(join(database.dir, 'postmaster.pid'), 'utf8').split('\n')[0]),
    env,
    town,
    served,
    floor,
    loader,
    app: createApp(house),
    house,
  }
}
