import type pg from 'pg'
import type { Shape } from './catalog.ts'
import { may } from './model.ts'
import type { Persona, Row } from './model.ts'
import type { Facts } from './sharing-model.ts'

/** What one person sees at one moment, beside what the model says: a sentence for each difference. */
export interface Judged {
  differences: string[]
  /** How many rows of each table were seen, and how many were there and not seen. */
  seen: Record<string, [number, number]>
}

/** Asks every table as this person, in a transaction that has taken the role of pages. */
export async function judge(
  client: pg.Client,
  { shapes, who }: { shapes: readonly Shape[]; who: Persona },
  facts: Facts,
): Promise<Judged> {
  const visible = await visibleTo(client, { shapes, who }, facts.today)
  const judged: Judged = { differences: [], seen: {} }
  for (const shape of shapes) {
    const left = visible[shape.name] ?? new Set()
    const counts: [number, number] = [0, 0]
    for (const row of facts.tables[shape.name] ?? []) {
      const key = JSON.stringify(shape.keys.map(each => row[each]))
      const [can, should] = [left.delete(key), may(who, 'read', { table: shape.name, row, facts })]
      counts[can ? 0 : 1]++
      if (can !== should) judged.differences.push(told({ who, facts, shape, row }, can))
    }
    for (const key of left) judged.differences.push(`${who.name} reads ${shape.name} ${key} of another place`)
    judged.seen[shape.name] = counts
  }
  return judged
}

async function visibleTo(
  client: pg.Client,
  { shapes, who }: { shapes: readonly Shape[]; who: Persona },
  today: string,
): Promise<Record<string, Set<string>>> {
  await enter(client, who, today)
  const asked = shapes.filter(shape => shape.readable.length === shape.keys.length)
  const parts = asked.map(
    ({ name, keys }) =>
      `(select coalesce(json_agg(json_build_array(${keys.join(', ')})), '[]') from ${name}) as ${name}`,
  )
  const { rows } = await client.query<Record<string, unknown[][]>>({
    name: `judge ${asked.length} ${asked[0]?.name ?? ''}`.slice(0, 63),
    text: `select ${parts.join(', ')}`,
  })
  const found = Object.entries(rows[0] ?? {})
  return Object.fromEntries(found.map(([name, keys]) => [name, new Set(keys.map(key => JSON.stringify(key)))]))
}

/** Says who asks and on which day, for the rest of the transaction. */
async function enter(client: pg.Client, who: Persona, today: string): Promise<void> {
  await client.query({
    name: 'judge enter',
    text: `select set_config('app.municipality', $1, true), set_config('app.person', $2, true), set_config('app.purpose', $3, true), set_config('test.today', $4, true)`,
    values: [who.place.id, who.personId ?? '', who.purpose, today],
  })
}

function told(
  { who, facts, shape, row }: { who: Persona; facts: Facts; shape: Shape; row: Row },
  can: boolean,
): string {
  return `${who.name} ${can ? 'reads' : 'does not read'} ${shape.name} on ${facts.today}: ${JSON.stringify(row)}`
}
