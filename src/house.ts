import { mkdirSync } from 'node:fs'
import type pg from 'pg'
import type { Config } from './config.ts'
import type { House } from './features/routing.ts'
import { openDb } from './platform/db.ts'
import { startEmbedded } from './platform/embedded-postgres.ts'
import { openKeys } from './platform/keys.ts'
import { migrate, missingMigrations } from './platform/migrate.ts'
import { connectClient } from './platform/pool.ts'

/** A house whose database is there and up to date. */
export interface OpenHouse extends House {
  /** The owner's login, when this process may use it: for migrations, jobs and the operator. */
  ownerUrl: string | undefined
  close(): Promise<void>
}

/** Opens the embedded database or the one that the settings name, migrates it when it may, and checks the logins. */
export async function openHouse(config: Config, tell: (line: string) => void): Promise<OpenHouse> {
  mkdirSync(config.dataDir, { recursive: true })
  const embedded = config.databaseUrl === undefined ? await startEmbedded({ dataDir: config.dataDir, tell }) : undefined
  const appUrl = embedded?.appUrl ?? config.databaseUrl ?? ''
  const ownerUrl = embedded?.ownerUrl ?? config.migrationDatabaseUrl
  try {
    await prepare(appUrl, ownerUrl)
  } catch (error) {
    await embedded?.stop()
    throw error
  }
  const keys = openKeys(config.keysDir)
  const db = openDb({ appUrl, ownerUrl, keys })
  return {
    db,
    keys,
    config,
    ownerUrl,
    async close() {
      await db.close()
      await embedded?.stop()
    },
  }
}

async function prepare(appUrl: string, ownerUrl: string | undefined): Promise<void> {
  const client = await connectClient(appUrl)
  try {
    const wrong = await wrongWithLogin(client)
    if (wrong.length > 0)
      throw new Error(`The application's login in DATABASE_URL must not be trusted with data:\n${wrong.join('\n')}`)
    const missing = await missingMigrations(client)
    if (missing.length === 0) return
    if (ownerUrl === undefined) {
      throw new Error(`The database lacks ${missing.length} migrations (${missing[0]} first). Run: brobygger migrate`)
    }
    await migrate(ownerUrl)
  } finally {
    await client.end()
  }
}

// A login that owns a table, passes the policies or is a superuser would make every wall a picture of a wall.
async function wrongWithLogin(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ wrong: string }>(`
    select '  - it is a superuser' as wrong from pg_roles where rolname = current_user and rolsuper
    union all select '  - it bypasses row-level security' from pg_roles where rolname = current_user and rolbypassrls
    union all select '  - it can become ' || r.rolname || ', which is above the policies' from pg_roles r
      where (r.rolsuper or r.rolbypassrls or r.rolname = 'brobygger_operator') and r.rolname <> current_user
        and not (select rolsuper from pg_roles where rolname = current_user) and pg_has_role(current_user, r.oid, 'member')
    union all select '  - it owns the table ' || c.relname from pg_class c
      where c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'member')
        and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
        and not (select rolsuper from pg_roles where rolname = current_user)`)
  return rows.map(row => row.wrong).slice(0, 10)
}
