import { paths } from '../src/paths.ts'
import type { Stage } from './stage.ts'
import type { Figure } from './table.ts'

/** More connections than the pool, and more than the house takes at once: an answer or a clear "come again". */
export async function overload(stage: Stage): Promise<Figure[]> {
  const { loader, served, town } = stage
  const asked = { method: 'GET' as const, path: paths.contacts(town), headers: { cookie: town.jobcentre.cookie } }
  const figures: Figure[] = []
  for (const connections of [64, 256, 512]) {
    const loaded = await loader.run({ ...asked, port: served.port, connections, seconds: 8 })
    const wrong = Object.keys(loaded.statuses).filter(status => status !== '200' && status !== '503')
    const answers = Object.entries(loaded.statuses).map(([status, count]) => `${count} of ${status}`)
    figures.push({
      name: `overload, ${connections} connections`,
      product: `${answers.join(', ')}; ${loaded.timeouts} time-outs, ${loaded.broken} broken; slowest ${(loaded.most / 1_000).toFixed(1)} s`,
      target: 'no time-out, 200 or 503 with Retry-After',
      met: wrong.length === 0 && loaded.timeouts === 0 && loaded.broken === 0 && loaded.withoutRetryAfter === 0,
    })
  }
  return figures
}
