import { packEverywhere } from '../src/features/evaluation/commands.ts'
import { paths } from '../src/paths.ts'
import { readNow, today } from '../src/platform/time.ts'
import type { Compared } from './compare.ts'
import { fillMany } from './data.ts'
import type { Town } from './data.ts'
import { besideFloor, get } from './pages.ts'
import { plainFigures } from './plain-figures.ts'
import type { Stage } from './stage.ts'
import { spreadText, tell } from './table.ts'
import type { Figure } from './table.ts'

const million = 1_000_000

/** The figures of three years, with 200,000 contacts and with a million: one request at a time, because one person asks. */
export async function figures(stage: Stage): Promise<Figure[]> {
  const big = await asked(stage, stage.town, '200,000')
  tell(`filling a municipality of ${million} contacts`)
  const town = await fillMany(stage.superuserUrl, million)
  await packEverywhere(stage.house.db, today(readNow()))
  return [...big, ...(await asked(stage, town, '1,000,000'))]
}

/**
 * Each beside two floors. The first counts the same figures by plain SQL over the contacts. The second only fetches the
 * rows that the product keeps ready and counts nothing: what is above it is the counting, the page and the wall.
 */
async function asked(stage: Stage, town: Town, contacts: string): Promise<Figure[]> {
  const headers = { cookie: town.leader.cookie }
  const plain = await plainFigures(stage, town.id)
  const found: Figure[] = []
  // Without a period it is three years.
  for (const [what, path] of [
    ['page', paths.figures(town)],
    ['JSON', paths.figuresJson(town)],
  ] as const) {
    const name = `figures ${what}, 3 years of ${contacts}`
    const asking = get(path, headers)
    const counted = await besideFloor(stage, asking, { connections: 1, statements: [plain], patience: 60_000 })
    const fetched = await besideFloor(stage, asking, { connections: 1 })
    found.push(...times(name, counted), {
      ...line(`${name}, beside fetching alone`, fetched),
      target: 'none',
      met: true,
    })
  }
  return found
}

function times(name: string, compared: Compared): Figure[] {
  const { p50 } = compared
  return [
    { ...line(name, compared), target: '≤ 1.5', met: p50.ratio.median <= 1.5 },
    {
      name: `${name}, flat`,
      product: line(name, compared).product,
      target: '≤ 100 ms',
      met: p50.product.median <= 100,
    },
  ]
}

function line(name: string, { p50, processor }: Compared): Omit<Figure, 'target' | 'met'> {
  return {
    name,
    product: `${spreadText(p50.product, 1)} ms, of processor ${processor.product.median.toFixed(0)} ms`,
    floor: `${spreadText(p50.floor, 1)} ms, of processor ${processor.floor.median.toFixed(0)} ms`,
    ratio: spreadText(p50.ratio, 2),
  }
}
