import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { memoryOf, startApp, startFloor } from './processes.ts'
import type { Stage } from './stage.ts'
import { spreadOf, spreadText } from './table.ts'
import type { Figure } from './table.ts'

/** From the start of the process until it is ready, with the database running. The floor is its bare process. */
export async function start(stage: Stage): Promise<Figure[]> {
  const took: number[] = []
  const floorTook: number[] = []
  const processor: number[] = []
  let memory = 0
  const env = { ...stage.env, DATA_DIR: join(stage.folder, 'second-app') }
  mkdirSync(env.DATA_DIR, { recursive: true })
  const setting = { databaseUrl: stage.superuserUrl, municipalityId: stage.town.id, poolSize: 1 }
  for (let round = 0; round < 7; round++) {
    const app = await startApp(env)
    took.push(app.readyAfter)
    processor.push(app.processor)
    memory = memoryOf(app.pid)
    await app.stop()
    const floor = await startFloor(setting)
    floorTook.push(floor.readyAfter)
    await floor.stop()
  }
  const [product, floor] = [spreadOf(took), spreadOf(floorTook)]
  return [
    {
      name: 'start to ready',
      product: `${spreadText(product, 0)} ms, of processor ${spreadText(spreadOf(processor), 0)} ms`,
      floor: `${spreadText(floor, 0)} ms`,
      ratio: spreadText(spreadOf(took.map((each, index) => each / (floorTook[index] ?? Number.NaN))), 2),
      target: '≤ 500 ms',
      met: product.median <= 500,
    },
    { name: 'memory after the start', product: `${memory.toFixed(0)} MiB`, target: '≤ 200 MiB', met: memory <= 200 },
  ]
}
