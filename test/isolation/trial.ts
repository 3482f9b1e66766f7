import type pg from 'pg'
import { chanceOf } from '../../demo/chance.ts'
import type { Chance } from '../../demo/chance.ts'
import type { Place } from '../world.ts'
import type { Shape } from './catalog.ts'
import { judge } from './judge.ts'
import type { Loosening } from './loosenings.ts'
import { differences } from './matrix.ts'
import type { Persona, Row } from './model.ts'
import { makeUpPlace } from './random-world.ts'
import type { MadeUpPlace } from './random-world.ts'
import { danishDay } from './sharing-model.ts'
import type { Facts } from './sharing-model.ts'

interface Trial {
  /** Lends the shape of a place; the ids are those of the made-up one. */
  place: Place
  /** The tables of records: every world fills them all. */
  shapes: readonly Shape[]
  seed: number
  cases: number
}

interface Outcome {
  differences: string[]
  cases: number
  seen: Record<string, [number, number]>
}

/** As many cases of world × person × moment as are asked for, or as it takes to find a difference. */
export async function trial(client: pg.Client, told: Trial): Promise<Outcome> {
  const chance = chanceOf(told.seed)
  const outcome: Outcome = { differences: [], cases: 0, seen: {} }
  while (outcome.cases < told.cases && outcome.differences.length === 0)
    await inWorld(client, { ...told, chance }, facts => oneWorld(client, { ...told, chance, ...facts }, outcome))
  return outcome
}

/** The names of those changes to the database that nobody noticed, each made alone in up to so many worlds. */
export async function unnoticed(
  client: pg.Client,
  told: Omit<Trial, 'cases'> & { worlds: number },
  changes: readonly Loosening[],
): Promise<string[]> {
  const chance = chanceOf(told.seed)
  let left = [...changes]
  for (let world = 0; world < told.worlds && left.length > 0; world++) {
    await inWorld(client, { ...told, chance }, async made => {
      const still: Loosening[] = []
      for (const change of left) {
        const noticed = await noticing(client, { ...told, ...made, chance, cases: 40 }, change)
        if (!noticed) still.push(change)
      }
      left = still
    })
  }
  return left.map(each => each.name)
}

async function noticing(client: pg.Client, told: Asked, { change, tables, writes }: Loosening): Promise<boolean> {
  const shapes = told.shapes.filter(each => tables.includes(each.name))
  const outcome: Outcome = { differences: [], cases: 0, seen: {} }
  await client.query('savepoint change')
  await client.query(change)
  await oneWorld(client, { ...told, shapes, writes: writes ? 1 : 0 }, outcome)
  await client.query('rollback to savepoint change')
  return outcome.differences.length > 0
}

interface Asked extends Trial {
  chance: Chance
  places: readonly MadeUpPlace[]
  tables: Record<string, readonly Row[]>
  now: Date
  /** In which share of the cases writing is tried too. */
  writes?: number
}

// Two municipalities, so that each has another one beside it, in a transaction that is rolled back.
async function inWorld(
  client: pg.Client,
  { chance, shapes }: Pick<Asked, 'chance' | 'shapes'>,
  work: (made: Pick<Asked, 'places' | 'tables' | 'now'>) => Promise<void>,
): Promise<void> {
  await client.query('begin')
  try {
    const { rows } = await client.query<{ now: Date }>('select now()')
    const now = rows[0]?.now ?? new Date()
    const places = [
      await makeUpPlace(client, { chance, now, shapes }),
      await makeUpPlace(client, { chance, now, shapes }),
    ]
    await work({ places, now, tables: await allRows(client, shapes, places) })
  } finally {
    await client.query('rollback')
  }
}

async function oneWorld(client: pg.Client, told: Asked, outcome: Outcome): Promise<void> {
  await client.query('set local role brobygger_web')
  for (const today of moments(told.chance, told.tables)) {
    for (const who of asking(told)) {
      if (outcome.cases >= told.cases) return
      outcome.cases++
      await oneCase(client, { ...told, who, facts: { today, now: told.now, tables: told.tables } }, outcome)
      if (outcome.differences.length > 0) return
    }
  }
}

async function oneCase(
  client: pg.Client,
  { shapes, who, facts, chance, writes = 0.2 }: Asked & { who: Persona; facts: Facts },
  outcome: Outcome,
): Promise<void> {
  const judged = await judge(client, { shapes, who }, facts)
  outcome.differences.push(...judged.differences)
  for (const [table, [yes, no]] of Object.entries(judged.seen)) {
    const sum = (outcome.seen[table] ??= [0, 0])
    sum[0] += yes
    sum[1] += no
  }
  // What may be written is tried with a row or two, and with some more where it is the thing that was changed; the walls
  // try it with every row that they have.
  if (!chance.is(writes)) return
  const shape = shapes[Math.floor(chance.next() * shapes.length)]
  const all = facts.tables[shape?.name ?? ''] ?? []
  if (!shape || all.length === 0) return
  const start = Math.floor(chance.next() * all.length)
  const table = {
    name: shape.name,
    keys: shape.keys,
    columns: shape.columns.map(each => each.name),
    generated: [],
    rows: all.slice(start, start + (writes === 1 ? 8 : 2)),
  }
  for await (const difference of differences(client, { table, facts }, who)) outcome.differences.push(difference)
}

// Today, when the glass is what it is, and days on which something begins or ends.
function moments(chance: Chance, tables: Record<string, readonly Row[]>): string[] {
  const bounds = ['consents', 'memberships'].flatMap(table =>
    (tables[table] ?? []).flatMap(row => [row['valid_from'], row['valid_until']]),
  )
  const days = bounds
    .filter(each => typeof each === 'string')
    .map(day => danishDay(new Date(`${day}T12:00:00Z`), Math.floor(chance.next() * 3) - 1))
  const chosen = [0, 1, 2, 3].flatMap(() => days[Math.floor(chance.next() * days.length)] ?? [])
  return [danishDay(new Date()), ...chosen]
}

function asking({ place, places, chance }: Asked): Persona[] {
  return places.flatMap(({ id, people }, index) =>
    people
      .filter(() => index === 0 || chance.is(0.2))
      .map(personId => ({
        name: personId,
        role: 'web' as const,
        purpose: 'contacts.list',
        as: 'made up',
        personId,
        partyId: null,
        place: { ...place, id },
      })),
  )
}

export async function allRows(
  client: pg.Client,
  shapes: readonly Shape[],
  places: readonly MadeUpPlace[],
): Promise<Record<string, Row[]>> {
  const ids = places.map(place => place.id)
  const tables: Record<string, Row[]> = {}
  for (const name of ['municipalities', 'controllers', 'parties', 'memberships', ...shapes.map(each => each.name)]) {
    const key = name === 'municipalities' ? 'id' : 'municipality_id'
    tables[name] = (await client.query<Row>(`select * from ${name} where ${key} = any ($1)`, [ids])).rows
  }
  return tables
}
