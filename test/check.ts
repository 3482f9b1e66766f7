import { spawnSync } from 'node:child_process'
import { schemaFiles } from './schema-files.ts'

/** `npm run check`: format, lint with types, types, dead code, and the files that follow from the migrations. */
const steps: [string, string[]][] = [
  ['format', ['node_modules/.bin/oxfmt', '--check', '.']],
  ['lint', ['node_modules/.bin/oxlint', '--type-aware', '--deny-warnings']],
  ['types', ['node_modules/.bin/tsc', '--noEmit', '-p', '.']],
  ['dead code', ['node_modules/.bin/knip']],
]

let failed = 0
for (const [name, [tool = '', ...args]] of steps) {
  console.log(`# ${name}`)
  if (spawnSync(process.execPath, [tool, ...args], { stdio: 'inherit' }).status !== 0) failed++
}
console.log('# schema')
for (const sentence of await schemaFiles(false)) {
  failed++
  console.error(sentence)
}
console.log(failed === 0 ? 'All checks passed.' : `${failed} checks failed.`)
process.exit(failed === 0 ? 0 : 1)
