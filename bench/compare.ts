import type { Load, Loaded } from './load.ts'
import { processorOf, processorOfFamily } from './processes.ts'
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
  /** Milliseconds of processor for one answer, PostgreSQL's and the server's: what others on the machine do not change. */
  processor: { product: Spread; floor: Spread; ratio: Spread }
}

/** A request, and the server that it goes to. */
type Aimed = Omit<Load, 'connections' | 'seconds' | 'patience'> & { pid: number }
type Turn = Loaded & { processor: number }

/**
 * The product and the floor, or the product with two different loads, in turns: A B A B, so that whatever else the
 * machine does hits both. Each turn's own ratio counts, and the median of them.
 */
export async function compare(loader: Loader, given: Comparison): Promise<Compared> {
  const { a, b, rounds = 3, seconds = 3, databasePid, ...how } = given
  const many = { connections: 8, ...how }
  for (const each of [a, b]) await loader.run({ ...each, ...many, seconds: 1 })
  const turns: [Turn, Turn][] = []
  const turn = async (of: Aimed): Promise<Turn> => {
    const used = () => processorOf(of.pid) + processorOfFamily(databasePid)
    const before = used()
    const loaded = sound(await loader.run({ ...of, ...many, seconds }))
    return { ...loaded, processor: (used() - before) / (loaded.perSecond * loaded.seconds) }
  }
  for (let round = 0; round < rounds; round++) {
    turns.push([await turn(a), await turn(b)])
  }
  const of = (value: (turn: Turn) => number) => ({
    product: spreadOf(turns.map(([product]) => value(product))),
    floor: spreadOf(turns.map(([, floor]) => value(floor))),
    ratio: spreadOf(turns.map(([product, floor]) => value(product) / value(floor))),
  })
  return {
    ...of(turn => turn.perSecond),
    p50: of(turn => turn.p50),
    p99: of(turn => turn.p99),
    processor: of(turn => turn.processor),
  }
}

function sound(loaded: Loaded): Loaded {
  const wrong = Object.keys(loaded.statuses).filter(status => !['200', '303'].includes(status))
  if (wrong.length > 0 || loaded.timeouts > 0 || loaded.broken > 0) {
    throw new Error(`a round was not answered as it should be: ${JSON.stringify(loaded)}`)
  }
  return loaded
}

export interface Comparison {
  a: Aimed
  b: Aimed
  databasePid: number
  rounds?: number
  seconds?: number
  connections?: number
  patience?: number
}
