import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { migrate } from '../src/platform/migrate.ts'
import { pgDumpFor } from './dump.ts'
import { availableVersions, startTestPostgres } from './postgres.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const typesFile = `${root}src/platform/schema.generated.ts`
const schemaFile = `${root}schema.sql`

/**
 * The two files that follow from the migrations: the types, and the dump of a fresh PostgreSQL 15.
 * With `write` they are made anew; without, the sentences that say what differs are returned.
 */
export async function schemaFiles(write: boolean): Promise<string[]> {
  const version = availableVersions().includes('15') ? '15' : 'embedded'
  const postgres = await startTestPostgres(version)
  try {
    await migrate(postgres.ownerUrl)
    const made = [{ file: typesFile, text: generatedTypes(postgres.ownerUrl) }]
    const program = version === '15' ? pgDumpFor(15) : undefined
    if (program !== undefined) made.push({ file: schemaFile, text: dumped(program, postgres.ownerUrl) })
    else console.log('schema.sql was not compared: there is no pg_dump 15 here to ask.')
    if (write) for (const each of made) writeFileSync(each.file, each.text)
    return made
      .filter(each => readFileSync(each.file, 'utf8') !== each.text)
      .map(each => `${each.file} differs from the migrations: npm run schema`)
  } finally {
    await postgres.stop()
  }
}

function generatedTypes(url: string): string {
  const tool = `${root}node_modules/kysely-codegen/dist/cli/bin.js`
  const mapping = JSON.stringify({ date: 'string', time: 'string', int8: 'number' })
  const options = [
    '--dialect',
    'postgres',
    '--default-schema',
    'public',
    '--include-pattern',
    'public.*',
    '--type-mapping',
    mapping,
  ]
  const text = execFileSync(process.execPath, [tool, '--url', url, ...options, '--print'], {
    encoding: 'utf8',
    cwd: '/',
  })
  return text.slice(text.indexOf('/**'))
}

function dumped(program: string, url: string): string {
  const text = execFileSync(program, ['--schema-only', '--schema', 'public', url], { encoding: 'utf8' })
  // The patch release and the random key of a dump say nothing of the schema.
  return text.replaceAll(/^(-- Dumped .*|\\(un)?restrict .*)\n/gm, '')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await schemaFiles(true)
