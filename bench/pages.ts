import { paths } from '../src/paths.ts'
import { newId } from '../src/platform/id.ts'
import { captured } from './capture.ts'
import type { Asked } from './capture.ts'
import { compare } from './compare.ts'
import type { Compared, Comparison } from './compare.ts'
import { memoryOf } from './processes.ts'
import type { Statement } from './floor.ts'
import type { Stage } from './stage.ts'
import { spreadText } from './table.ts'
import type { Figure } from './table.ts'

/** The public board, as a browser asks for it. */
export async function board(stage: Stage): Promise<Figure[]> {
  const asked = get(paths.board(stage.town), { 'accept-encoding': 'gzip, deflate, br' })
  const compared = await besideFloor(stage, asked)
  return [perSecond('public board', compared, 0.5)]
}

/** A worker's own list, the whole list of a big party, and that of a party of 30. */
export async function lists(stage: Stage): Promise<Figure[]> {
  const { town, served, loader, databasePid } = stage
  const own = get(paths.contacts(town), { cookie: town.jobcentre.cookie })
  const party = get(paths.contactsOf(town, { whose: 'ours' }), { cookie: town.jobcentre.cookie })
  const small = get(paths.contactsOf(town, { whose: 'ours' }), { cookie: town.small.cookie })
  const ownCompared = await besideFloor(stage, own)
  const partyCompared = await besideFloor(stage, party)
  const { port, pid } = served
  const smallCompared = await compare(loader, { a: { ...small, port, pid }, b: { ...party, port, pid }, databasePid })
  const memory = memoryOf(served.pid)
  return [
    perSecond('own list, 50 of 200,000', ownCompared, 0.4),
    slowEnd('own list, p99', ownCompared, 2.5),
    perSecond("party's list, 51 log rows", partyCompared, 0.35),
    slowEnd("party's list, p99", partyCompared, 2.5),
    // The floor of this line is the product itself with the list of the big party.
    { ...perSecond('party of 30 beside the big one', smallCompared, 0.9), target: 'as fast' },
    { name: 'memory after the lists', product: `${memory.toFixed(0)} MiB`, target: '≤ 200 MiB', met: memory <= 200 },
  ]
}

/** Recording an anonymous contact. The floor does the same insert, alone. */
export async function record(stage: Stage): Promise<Figure[]> {
  const { town } = stage
  const { cookie, id: partyId } = town.jobcentre
  const form = {
    who: 'anonymous',
    party: partyId,
    effort: 'casework',
    kind: 'walkIn',
    venue: 'centre',
    centre: town.centreIds[0] ?? '',
    outcome: 'held',
    day: yesterday(),
    clock: '10.00',
    minutes: '15',
    topics: 'work',
    help: '1',
  }
  const asked: Asked = {
    method: 'POST',
    path: paths.contacts(town),
    headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    body: `id={id}&${new URLSearchParams(form)}`,
  }
  const compared = await besideFloor(stage, asked, { id: newId() })
  return [perSecond('record a contact', compared, 0.4), slowEnd('record a contact, p99', compared, 3)]
}

export function get(path: string, headers: Record<string, string>): Asked {
  return { method: 'GET', path, headers }
}

/** Teaches the floor the request and lets both answer it in turns. `statements` are the floor's own for the same data. */
export async function besideFloor(
  stage: Stage,
  asked: Asked,
  {
    id,
    statements,
    ...how
  }: { id?: string; statements?: Statement[] } & Pick<Comparison, 'connections' | 'patience'> = {},
): Promise<Compared> {
  const { app, databasePid, floor, served, loader } = stage
  const route = await captured(app, asked, id)
  await floor.learn({ ...route, statements: statements ?? route.statements })
  const [a, b] = [served, floor].map(({ port, pid }) => ({ ...asked, port, pid }))
  if (!a || !b) throw new Error('two servers are compared')
  return await compare(loader, { a, b, databasePid, ...how })
}

export function perSecond(name: string, { product, floor, ratio, processor }: Compared, least: number): Figure {
  return {
    name,
    product: `${spreadText(product, 0)} /s, ${processor.product.median.toFixed(1)} ms each`,
    floor: `${spreadText(floor, 0)} /s, ${processor.floor.median.toFixed(1)} ms each`,
    ratio: `${spreadText(ratio, 2)}, of processor ${(1 / processor.ratio.median).toFixed(2)}`,
    target: `≥ ${least}`,
    met: ratio.median >= least,
  }
}

export function slowEnd(name: string, { p99 }: Compared, most: number): Figure {
  return {
    name,
    product: `${spreadText(p99.product, 1)} ms`,
    floor: `${spreadText(p99.floor, 1)} ms`,
    ratio: spreadText(p99.ratio, 2),
    target: `≤ ${most}`,
    met: p99.ratio.median <= most,
  }
}

function yesterday(): string {
  const [year, month, day] = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10).split('-')
  return `${day}-${month}-${year}`
}
