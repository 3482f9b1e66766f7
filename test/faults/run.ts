import { spawnSync } from 'node:child_process'
import { crashRun } from './crash.ts'

/**
 * `npm run faults`: the long runs. 200 kills under writers that retry, every bad input on every route, 1,000
 * changes to a sealed log, 10,000 cases of who sees what and 500 of them by every route, 1,000 races of two
 * editors on a note, and 500 on a part of a plan and on a step each.
 */
const seed = Number(process.argv[2] ?? Number.NaN) || undefined
const crash = await crashRun(200, seed)
console.log(
  `killed ${crash.kills} times (seed ${crash.seed}): ${crash.acknowledged} posts acknowledged in ${crash.tries} tries`,
)
console.log(
  `lost ${crash.lost}, stored twice ${crash.twice}, without log line ${crash.withoutLog}, app died by itself ${crash.diedByItself}`,
)

const files = [
  'test/bad-input.test.ts',
  'test/faults/tamper.test.ts',
  'test/isolation/sharing.test.ts',
  'test/isolation/sharing-routes.test.ts',
  'src/features/notes/note-races.test.ts',
  'src/features/plans/plan-races.test.ts',
]
const whole = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--test', ...files], {
  stdio: 'inherit',
  env: { ...process.env, BROBYGGER_WHOLE: 'on' },
})
const failed = crash.lost + crash.twice + crash.withoutLog + crash.diedByItself + (whole.status === 0 ? 0 : 1)
console.log(failed === 0 ? 'No fault was found.' : 'Faults were found.')
process.exit(failed === 0 ? 0 : 1)
