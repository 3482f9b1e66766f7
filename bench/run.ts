import { figures as figuresPart } from './figures.ts'
import { imports } from './imports.ts'
import { looked } from './looked.ts'
import { overload } from './overload.ts'
import { board, lists, record } from './pages.ts'
import { start } from './start-up.ts'
import { openStage } from './stage.ts'
import type { Stage } from './stage.ts'
import { machineLoad, printed, tell } from './table.ts'
import type { Figure } from './table.ts'
import { timeline } from './timeline.ts'
import { weights } from './weights.ts'

/**
 * `npm run bench`: each figure of how good this has to be, beside its floor, measured in the same run on the same
 * data. `npm run bench -- PART …` measures those parts alone. Never a timed test in the suite.
 */
const parts: Record<string, (stage: Stage) => Promise<Figure[]>> = {
  start,
  board,
  lists,
  record,
  overload,
  weights,
  figures: figuresPart,
  imports,
  looked,
  // Last: it adds talks behind the back of the triggers, which the figures would count otherwise than their floor.
  timeline,
}

const asked = process.argv.slice(2)
const unknown = asked.filter(name => !Object.hasOwn(parts, name))
if (unknown.length > 0) {
  console.error(`${unknown.join(', ')} is no part. The parts: ${Object.keys(parts).join(' ')}`)
  process.exit(2)
}

const began = Date.now()
const loadBefore = machineLoad()
const stage = await openStage()
const figures: Figure[] = []
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    tell(name)
    // One part that fails must not take the figures of the others with it.
    figures.push(...(await measure(stage).catch((error: unknown) => [failed(name, error)])))
  }
} finally {
  await stage.close()
}
console.log(
  `Load of the machine before ${loadBefore}, after ${machineLoad()}; ${((Date.now() - began) / 1_000).toFixed(0)} s\n`,
)
console.log(printed(figures))
process.exit(0)

function failed(name: string, error: unknown): Figure {
  console.error(error)
  return { name, product: 'could not be measured', target: '', met: false }
}
