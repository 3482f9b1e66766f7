import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/platform/embedded-postgres.ts'

export type PostgresVersion = 'embedded' | '15'

export type TestPostgres = { ownerUrl: string; appUrl: string; superuserUrl: string; stop(): Promise<void> }

const debian15 = '/usr/lib/postgresql/15/bin'

/** The versions that this machine can test on. */
export function availableVersions(): PostgresVersion[] {
  return existsSync(join(debian15, 'initdb')) ? ['embedded', '15'] : ['embedded']
}

/** A cluster of its own in a folder that is deleted on `stop`. Its owner may create databases. */
export async function startTestPostgres(version: PostgresVersion): Promise<TestPostgres> {
  const dataDir = mkdtempSync(join(tmpdir(), 'brobygger-test-'))
  // The user of the database, nobody when the tests run as root, has to pass through.
  chmodSync(dataDir, 0o711)
  // A server that fell over under the tests comes back, and is told of.
  const tell = (note: string) => console.log(`# PostgreSQL ${version}: ${note}`)
  const options = { dataDir, durable: false, ownerCreatesDatabases: true, tell }
  const cluster = await startEmbedded(version === '15' ? { ...options, bin: debian15 } : options)
  const { ownerUrl, appUrl, superuserUrl } = cluster
  return {
    ownerUrl,
    appUrl,
    superuserUrl,
    async stop() {
      await cluster.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
