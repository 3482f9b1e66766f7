import type { Load, Loaded } from './load.ts'
import type { Loader } from './processes.ts'
import { spreadOf } from './table.ts'
import type { Spread } from './table.ts'

export interface Compared {
  /** Answers a second. */
  product: Spread
  floor: Spread
  ratio: Spread
  /** Milliseconds at the median and at the slow end. */
  p50: { product: Spread; floor: Spread; ratio: Spread }
  p99: { product: Spread; floor: Spread; ratio: Spread }
}

type Sent = Omit<Load, 'port' | 'connections' | 'seconds'>

/**
 * The product and the floor, or the product with two different loads, in turns: A B A B, so that whatever else the
 * machine does hits both. Each turn's own ratio counts, and the median of them.
 */
export async function compare(loader: Loader, given: Comparison): Promise<Compared> {
  const { a, b, rounds = 3, seconds = 3, connections = 8 } = given
  for (const each of [a, b]) await loader.run({ ...each, connections, seconds: 1 })
  const turns: [Loaded, Loaded][] = []
  for (let round = 0; round < rounds; round++) {
    turns.push([
      sound(await loader.run({ ...a, connections, seconds })),
      sound(await loader.run({ ...b, connections, seconds })),
    ])
  }
  const of = (value: (loaded: Loaded) => number) => ({
    product: spreadOf(turns.map(([product]) => value(product))),
    floor: spreadOf(turns.map(([, floor]) => value(floor))),
    ratio: spreadOf(turns.map(([product, floor]) => value(product) / value(floor))),
  })
  return { ...of(loaded => loaded.perSecond), p50: of(loaded => loaded.p50), p99: of(loaded => loaded.p99) }
}

function sound(loaded: Loaded): Loaded {
  const wrong = Object.keys(loaded.statuses).filter(status => !['200', '303'].includes(status))
  if (wrong.length > 0 || loaded.timeouts > 0 || loaded.broken > 0) {
    throw new Error(`a round was not answered as it should be: ${JSON.stringify(loaded)}`)
  }
  return loaded
}

export interface Comparison {
  a: Sent & { port: number }
  b: Sent & { port: number }
  rounds?: number
  seconds?: number
  connections?: number
}
