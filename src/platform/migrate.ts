import { readFileSync, readdirSync } from 'node:fs'
import { CompiledQuery, Kysely, Migrator, PostgresDialect } from 'kysely'
import type { Migration } from 'kysely'
import type pg from 'pg'
import { lastingPool } from './pool.ts'

const folder = new URL('../../migrations/', import.meta.url)

/** The names of all migrations, in order. */
export function migrationNames(): string[] {
  return readdirSync(folder)
    .filter(name => /^\d{4}_[a-z_]+\.sql$/.test(name))
    .map(name => name.slice(0, -4))
    .toSorted()
}

/** Brings the database of the owner's login up to date, the job tables too. Returns what was new. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const pool = lastingPool({ connectionString: ownerUrl, max: 1 })
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => Object.fromEntries(migrationNames().map(name => [name, fromFile(name)])) },
      migrationTableSchema: 'migration',
    })
    const { error, results } = await migrator.migrateToLatest()
    if (error !== undefined) throw error
    const fresh = (results ?? []).filter(result => result.status === 'Success').map(result => result.migrationName)
    await migrateJobs(pool)
    return fresh
  } finally {
    await db.destroy()
  }
}

/** Migrations that the database lacks, asked with any login that may read the list. */
export async function missingMigrations(client: pg.Pool | pg.Client): Promise<string[]> {
  const known = await client
    .query<{ name: string }>('select name from migrations_done()')
    .then(result => result.rows.map(row => row.name))
    .catch((): string[] => [])
  return migrationNames().filter(name => !known.includes(name))
}

function fromFile(name: string): Migration {
  return {
    async up(db) {
      await db.executeQuery(CompiledQuery.raw(readFileSync(new URL(`${name}.sql`, folder), 'utf8')))
    },
  }
}

async function migrateJobs(pool: pg.Pool): Promise<void> {
  // A start with nothing to migrate must not wait for it.
  const { makeWorkerUtils } = await import('graphile-worker')
  const utils = await makeWorkerUtils({ pgPool: pool })
  try {
    await utils.migrate()
  } finally {
    await utils.release()
  }
}
