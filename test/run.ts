import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { makeTemplate } from './database.ts'
import { findChromium } from './chromium.ts'
import { availableVersions, startTestPostgres } from './postgres.ts'
import type { PostgresVersion } from './postgres.ts'

/**
 * `npm test`: everything on the embedded PostgreSQL, and what speaks to the database once more on
 * PostgreSQL 15 where its binaries are found. One cluster a version; each file has a database of its own.
 * `npm test -- PART …` runs the files whose path has one of the parts.
 */
// These start processes or clusters of their own, whatever version the run is on.
const runOnce = [
  'test/launcher.test.ts',
  'test/faults/crash.test.ts',
  'test/faults/stopped.test.ts',
  'test/house-rules.test.ts',
  'src/platform/embedded-postgres.test.ts',
]
const parts = process.argv.slice(2)
const every = globSync('{src,test,e2e,bench,demo}/**/*.test.ts').toSorted()
const files = every.filter(file => parts.length === 0 || parts.some(part => file.includes(part)))
const onBoth = files.filter(file => !file.startsWith('e2e/') && !runOnce.includes(file))
const totals = { passed: 0, failed: 0 }

process.env['CHROMIUM'] = await findChromium()
for (const version of availableVersions()) await runOn(version, version === 'embedded' ? files : onBoth)
if (!availableVersions().includes('15')) console.log('PostgreSQL 15 was not found here: nothing ran on it.')
console.log(`${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1)

async function runOn(version: PostgresVersion, chosen: string[]): Promise<void> {
  const cluster = await startTestPostgres(version)
  try {
    await makeTemplate(cluster)
    process.env['BROBYGGER_TEST_CLUSTER'] = JSON.stringify(cluster)
    console.log(`\n# ${chosen.length} files on PostgreSQL ${version}`)
    await new Promise<void>((resolve, reject) => {
      const stream = run({
        files: chosen,
        concurrency: availableParallelism(),
        timeout: 300_000,
        // A file whose tests are done ends, whatever it left open; and none holds up the run for ever.
        execArgv: ['--test-force-exit'],
        signal: AbortSignal.timeout(20 * 60_000),
      })
      // A describe block is no test of its own: what counts is what it holds.
      stream.on('test:pass', event => count(event.details.type, 'passed'))
      stream.on('test:fail', event => count(event.details.type, 'failed'))
      stream.compose(spec).pipe(process.stdout, { end: false })
      stream.on('end', resolve)
      stream.on('error', reject)
    })
  } finally {
    await cluster.stop()
  }
}

function count(type: string | undefined, outcome: 'passed' | 'failed'): void {
  if (type !== 'suite') totals[outcome]++
}
