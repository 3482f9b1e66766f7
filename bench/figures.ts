import { packEverywhere } from '../src/features/evaluation/commands.ts'
import { paths } from '../src/paths.ts'
import { readNow, today } from '../src/platform/time.ts'
import type { Compared } from './compare.ts'
import { fillMany } from './data.ts'
import type { Town } from './data.ts'
import { besideFloor, get } from './pages.ts'
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

async function asked(stage: Stage, town: Town, contacts: string): Promise<Figure[]> {
  const headers = { cookie: town.leader.cookie }
  // Without a period it is three years.
  const page = await besideFloor(stage, get(paths.figures(town), headers), { connections: 1 })
  const json = await besideFloor(stage, get(paths.figuresJson(town), headers), { connections: 1 })
  return [
    ...times(`figures page, 3 years of ${contacts}`, page),
    ...times(`figures JSON, 3 years of ${contacts}`, json),
  ]
}

function times(name: string, { p50, processor }: Compared): Figure[] {
  const time = {
    product: `${spreadText(p50.product, 1)} ms, of processor ${processor.product.median.toFixed(0)} ms`,
    floor: `${spreadText(p50.floor, 1)} ms, of processor ${processor.floor.median.toFixed(0)} ms`,
  }
  return [
    { name, ...time, ratio: spreadText(p50.ratio, 2), target: '≤ 1.5', met: p50.ratio.median <= 1.5 },
    { name: `${name}, flat`, product: time.product, target: '≤ 100 ms', met: p50.product.median <= 100 },
  ]
}
