import { readConfig } from '../config.ts'
import { startEmbedded } from '../platform/embedded-postgres.ts'
import { migrate } from '../platform/migrate.ts'
import type { Command } from './command.ts'

export const migrateCommand: Command = {
  usage: `brobygger migrate

Brings the database up to date with the owner's login: MIGRATION_DATABASE_URL, or the embedded database's own.`,
  async run() {
    const config = readConfig(process.env)
    const embedded = config.databaseUrl === undefined ? await startEmbedded({ dataDir: config.dataDir }) : undefined
    const ownerUrl = embedded?.ownerUrl ?? config.migrationDatabaseUrl
    try {
      if (ownerUrl === undefined) throw new Error("migrate needs the owner's login: set MIGRATION_DATABASE_URL")
      const done = await migrate(ownerUrl)
      console.log(done.length === 0 ? 'The database was up to date.' : `Done: ${done.join(', ')}`)
      return 0
    } finally {
      await embedded?.stop()
    }
  },
}
