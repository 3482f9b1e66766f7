import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDatabaseAway, isPgError, sqlState } from '../src/platform/errors.ts'
import { migrate } from '../src/platform/migrate.ts'
import { startTestPostgres } from './postgres.ts'
import type { TestPostgres } from './postgres.ts'
import { connectClient } from '../src/platform/pool.ts'

/** The test's own database, copied from a template that is migrated once a cluster. */
export async function ownDatabase(): Promise<{
  ownerUrl: string
  appUrl: string
  superuserUrl: string
  drop(): Promise<void>
}> {
  const cluster = clusterOfRun() ?? (await clusterOfProcess())
  const name = `test_${randomBytes(6).toString('hex')}`
  await asOwner(cluster, `create database ${name} template ${templateName}`)
  return {
    ownerUrl: renamed(cluster.ownerUrl, name),
    appUrl: renamed(cluster.appUrl, name),
    superuserUrl: renamed(cluster.superuserUrl, name),
    async drop() {
      try {
        await persist(() => asOwner({ ownerUrl: cluster.superuserUrl }, `drop database if exists ${name} with (force)`))
      } finally {
        await ownCluster?.stop()
        ownCluster = undefined
      }
    },
  }
}

/** Migrates the cluster's database, from which all others are copied; the runner does it once for all test files. */
export async function makeTemplate(cluster: Urls): Promise<void> {
  await migrate(cluster.ownerUrl)
}

const templateName = 'brobygger'
let ownCluster: TestPostgres | undefined

// `npm test` starts one cluster for all files and says where it is; a file run alone starts its own.
function clusterOfRun(): Urls | undefined {
  const said = process.env['BROBYGGER_TEST_CLUSTER']
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by test/run.ts
  return said === undefined ? undefined : (JSON.parse(said) as Urls)
}

async function clusterOfProcess(): Promise<Urls> {
  if (ownCluster) return ownCluster
  ownCluster = await startTestPostgres('embedded')
  await makeTemplate(ownCluster)
  return ownCluster
}

/**
 * Once more when the connection was lost on the way, or when somebody took longer to leave than PostgreSQL waits for. A
 * test that has passed does not fail for that; a server that stays away is a fault, and is told.
 */
async function persist(work: () => Promise<void>, triesLeft = 4): Promise<void> {
  try {
    await work()
  } catch (error) {
    const passes = isDatabaseAway(error) || isPgError(error, objectInUse)
    if (!passes || triesLeft === 0) throw error
    console.log(`# cleaning up once more after ${sqlState(error) ?? 'a lost connection'}`)
    await sleep(500)
    await persist(work, triesLeft - 1)
  }
}
const objectInUse = '55006'

async function asOwner(cluster: Pick<Urls, 'ownerUrl'>, sql: string): Promise<void> {
  // Nobody may be connected to the template while it is copied.
  const client = await connectClient(renamed(cluster.ownerUrl, 'postgres'))
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function renamed(url: string, database: string): string {
  const parsed = new URL(url)
  parsed.pathname = `/${database}`
  return parsed.toString()
}

interface Urls {
  ownerUrl: string
  appUrl: string
  superuserUrl: string
}
