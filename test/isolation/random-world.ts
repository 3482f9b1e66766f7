import type pg from 'pg'
import type { Chance } from '../../demo/chance.ts'
import { newId } from '../../src/platform/id.ts'
import { insertSql } from './catalog.ts'
import type { Shape } from './catalog.ts'
import { cannotFill, madeUp } from './fillers.ts'
import type { Spot } from './fillers.ts'
import type { Row } from './model.ts'
import { danishDay } from './sharing-model.ts'

/** A municipality that nobody has thought out: who works where until when, and what its citizens have said yes to. */
export interface MadeUpPlace {
  id: string
  people: readonly string[]
  parties: readonly Party[]
  citizens: readonly Citizen[]
}

interface Party {
  id: string
  public: boolean
}

interface Citizen {
  id: string
  party: Party
}

/** Makes up a municipality and stores it; `now` is the database's. */
export async function makeUpPlace(client: pg.Client, at: Making): Promise<MadeUpPlace> {
  const id = newId()
  const { rows, place } = ground(at.chance, id)
  await client.query(`select set_config('app.municipality', $1, true)`, [id])
  for (const [table, each] of Object.entries(rows)) await store(client, table, each)
  let shared: Rows = {}
  for (const shape of at.shapes) {
    rows[shape.name] = shared[shape.name] ?? recordsOf(shape, at, { place, rows })
    await store(client, shape.name, rows[shape.name] ?? [])
    if (shape.name === 'citizens') shared = sharing(at, place, rows)
  }
  return place
}

interface Making {
  chance: Chance
  now: Date
  shapes: readonly Shape[]
  /** No glass whose hour ends just now: for who cannot ask at an exact moment. */
  apart?: boolean
}

type Rows = Record<string, Row[]>

// The municipality and its people. A person may hold a role at several places, and have held it, or hold it only later.
function ground(chance: Chance, id: string): { rows: Rows; place: MadeUpPlace } {
  const municipality_id = id
  const controllers = ['public', 'private', 'private'].map(kind => ({
    municipality_id,
    id: newId(),
    name: 'Navn',
    kind,
  }))
  const parties = times(3 + below(chance, 2), index => {
    const controller = controllers[chance.is(0.7) ? 0 : chance.is(0.75) ? 1 : 2]
    const row = { municipality_id, id: newId(), controller_id: controller?.id, name: `Part ${index}` }
    return { ...row, from_words: 'partens', kind: 'unit', public: controller?.kind === 'public' }
  })
  const people = times(6, () => newId())
  const memberships = people.flatMap(person_id =>
    times(1 + below(chance, 3), () => ({ municipality_id, id: newId(), person_id, ...heldRole(chance, parties) })),
  )
  const citizens = parties.flatMap(party => times(1 + below(chance, 2), () => ({ id: newId(), party })))
  const rows = {
    municipalities: [{ id, slug: `m${id.replaceAll('-', '')}`, name: 'Navn', breaks_glass: chance.is(0.7) }],
    controllers,
    parties: parties.map(({ public: _known, ...row }) => row),
    people: people.map(person => ({ municipality_id, id: person, public_name: 'Navn' })),
    memberships,
  }
  return { rows, place: { id, people, parties, citizens } }
}

function heldRole(chance: Chance, parties: readonly Party[]): Row {
  const role = chance.weigh([
    ['outreach_worker', 5],
    ['centre_staff', 3],
    ['centre_manager', 2],
    ['coordinator', 2],
    ['volunteer', 1],
    ['leader', 1],
    ['data_protection_officer', 1],
  ])
  const wide = ['leader', 'data_protection_officer'].includes(role)
  const valid_from = somewhere(chance, [-700, -60, -1, 0, 1])
  return {
    role,
    party_id: wide ? null : one(chance, parties).id,
    valid_from,
    valid_until: chance.is(0.5) ? null : later(valid_from, one(chance, [0, 1, 60, 700, 1500])),
  }
}

// What the citizens have said and tied, and which glass was broken. Who is closed is shared with nobody: closing takes
// back every yes and unties, in the same transaction.
function sharing(making: Making, place: MadeUpPlace, rows: Rows): Rows {
  const { chance, now } = making
  const { id: municipality_id, people } = place
  const works = (person: string, party: Party, asked: (held: Row) => boolean = () => true) =>
    rows['memberships']?.some(row => row['person_id'] === person && row['party_id'] === party.id && asked(row))
  const closed = (rows['citizens'] ?? []).filter(row => (row['closed_at'] ?? null) !== null).map(row => row['id'])
  const citizens = place.citizens.filter(citizen => !closed.includes(citizen.id))
  const about = ({ id, party }: Citizen) => ({ municipality_id, owner_party_id: party.id, citizen_id: id })
  const consents = citizens.flatMap(citizen => {
    // Often to the parties of one and the same person, who must not add up what was said to two of them.
    const others = place.parties.filter(party => party !== citizen.party)
    const several = people.filter(person => others.filter(party => works(person, party, seesToday)).length > 1)
    const friend = one(chance, several.length > 0 ? several : people)
    const [first, second, ...more] = others.filter(party => works(friend, party, seesToday))
    if (first && second && chance.is(0.4))
      return halves(chance, people, [first, second]).map(half => ({ id: newId(), ...about(citizen), ...half }))
    const to = first && second ? [first, second, ...more] : others
    return times(below(chance, 5), () => ({ id: newId(), ...about(citizen), ...yes(chance, people, to) }))
  })
  const pairs = citizens.flatMap((each, index) => citizens.slice(index + 1).map(other => ({ each, other })))
  const citizen_links = pairs
    .filter(({ each, other }) => each.party !== other.party && chance.is(0.5))
    .map(({ each, other }) => link(chance, { now, by: one(chance, people), ...turned(chance, each, other) }))
    .map((row): Row => ({ municipality_id, ...row }))
  // Mostly from where one works today into what is tied, and once: what stands open hides what does not.
  const ends = new Set(citizen_links.flatMap(({ citizen_id, other_citizen_id }) => [citizen_id, other_citizen_id]))
  const glass_openings = people.flatMap(person_id => {
    const known = citizens.filter(citizen => works(person_id, citizen.party) || chance.is(0.1))
    const likely = known.filter(({ id, party }) => works(person_id, party, seesToday) && ends.has(id))
    const from = [chance.is(0.8) ? likely : [], known, citizens].find(each => each.length > 0)
    if (!from) return []
    const opened = () => ({ id: newId(), person_id, ...about(one(chance, from)), ...opening(making) })
    return times(chance.is(0.2) ? 2 : 1, opened)
  })
  return { consents, citizen_links, glass_openings }
}

// A role that sees records, in force.
function seesToday({ role, valid_from, valid_until }: Row): boolean {
  const today = danishDay(new Date())
  const inForce = String(valid_from) <= today && (valid_until === null || today <= String(valid_until))
  return inForce && role !== 'volunteer'
}

/** A yes about some topics to one party and about the rest to another: together they are everything, and no one yes. */
function halves(chance: Chance, people: readonly string[], to: readonly [Party, Party]): Row[] {
  const topics = 1 + below(chance, 62)
  return to.map((party, index) => ({
    ...yes(chance, people, [party]),
    receiving_party_id: party.id,
    topics: index === 0 ? topics : 63 & ~topics,
    ground: 'disclose',
    valid_from: somewhere(chance, [-30]),
    valid_until: somewhere(chance, [300]),
    withdrawn_at: null,
    withdrawn_by: null,
  }))
}

function yes(chance: Chance, people: readonly string[], to: readonly Party[]): Row {
  const ground = chance.weigh([
    ['disclose', 5],
    ['obtain', 4],
    ['sms', 1],
    ['story', 1],
  ])
  const shares = ['obtain', 'disclose'].includes(ground)
  const valid_from = somewhere(chance, [-300, -30, -1, 0, 1])
  const withdrawn = chance.is(0.2)
  const by = one(chance, people)
  return {
    receiving_party_id: shares ? one(chance, to).id : null,
    topics: shares ? 1 + below(chance, 63) : 0,
    ground,
    valid_from,
    valid_until: later(valid_from, one(chance, [0, 1, 29, 30, 300, 1000])),
    given_how: 'oral',
    recorded_by: by,
    withdrawn_at: withdrawn ? new Date().toISOString() : null,
    withdrawn_by: withdrawn ? by : null,
  }
}

function link(chance: Chance, { now, by, each, other }: { now: Date; by: string; each: Citizen; other: Citizen }): Row {
  const ended = chance.is(0.3)
  return {
    id: newId(),
    owner_party_id: each.party.id,
    citizen_id: each.id,
    other_party_id: other.party.id,
    other_citizen_id: other.id,
    made_at: minutes(now, one(chance, [-5000, -70, -20])),
    made_by: by,
    ended_at: ended ? minutes(now, one(chance, [-65, -65, -15, -1])) : null,
    ended_by: ended ? by : null,
  }
}

// The very moment, and one second to each side of it, among the rest.
function opening({ chance, now, apart = false }: Making): Row {
  const until = chance.weigh([
    [-60, 2],
    [apart ? -2 : -1 / 60, 1],
    [apart ? -1 : 0, 1],
    [apart ? 25 : 1 / 60, 3],
    [30, 6],
  ])
  return {
    reason: 'Der er fare for borgerens liv',
    ground: one(chance, ['danger', 'child', 'law']),
    opened_at: minutes(now, until - 59),
    until: minutes(now, until),
    closed_at: chance.is(0.3) ? minutes(now, until - one(chance, [50, 45])) : null,
  }
}

// Some of each for every citizen, where the table can have them.
function recordsOf(shape: Shape, at: Making, { place, rows }: { place: MadeUpPlace; rows: Rows }): Row[] {
  return place.citizens.flatMap(citizen =>
    times(shape.name === 'citizens' ? 1 : 3, () => {
      const row = madeUp(shape, spotOf(at, { place, rows, citizen }))
      return row === undefined ? [] : [shape.name === 'citizens' ? { ...row, id: citizen.id } : row]
    }).flat(),
  )
}

function spotOf(
  { chance }: Making,
  { place, rows, citizen }: { place: MadeUpPlace; rows: Rows; citizen: Citizen },
): Spot {
  const day = somewhere(chance, [-300, -1, 0, 1])
  return {
    chance,
    municipalityId: place.id,
    party: citizen.party,
    citizenId: citizen.id,
    person: () => one(chance, place.people),
    otherParty: () => one(chance, place.parties).id,
    day,
    later: later(day, 200),
    another(table) {
      const those = (rows[table] ?? []).filter(
        row => row['owner_party_id'] === citizen.party.id && (row['citizen_id'] ?? row['id']) === citizen.id,
      )
      return those.length === 0 ? undefined : one(chance, those)
    },
  }
}

async function store(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))]
  if (columns.length === 0) return
  try {
    await client.query(insertSql(table, columns), [JSON.stringify(rows)])
  } catch (error) {
    throw new Error(cannotFill(table, error instanceof Error ? error.message : String(error)), { cause: error })
  }
}

function turned(chance: Chance, one: Citizen, other: Citizen): { each: Citizen; other: Citizen } {
  return chance.is(0.5) ? { each: one, other } : { each: other, other: one }
}

function somewhere(chance: Chance, days: readonly number[]): string {
  return danishDay(new Date(), one(chance, days))
}

function later(day: string, days: number): string {
  return danishDay(new Date(`${day}T12:00:00Z`), days)
}

function minutes(now: Date, plus: number): string {
  return new Date(now.getTime() + plus * 60_000).toISOString()
}

function below(chance: Chance, many: number): number {
  return Math.floor(chance.next() * many)
}

function one<T>(chance: Chance, list: readonly T[]): T {
  const found = list[below(chance, list.length)]
  if (found === undefined) throw new Error('an empty list to choose from')
  return found
}

function times<T>(many: number, make: (index: number) => T): T[] {
  return Array.from({ length: many }, (_, index) => make(index))
}
