import type { Chance } from '../../demo/chance.ts'
import { newId } from '../../src/platform/id.ts'
import type { Column, Shape } from './catalog.ts'
import type { Row } from './model.ts'

/** Where a made-up row stands. */
export interface Spot {
  chance: Chance
  municipalityId: string
  party: { id: string; public: boolean }
  citizenId: string
  person(): string
  otherParty(): string
  /** A day near the moments that are asked about. */
  day: string
  later: string
  /** A row of another table about the same citizen that stands already. */
  another(table: string): Row | undefined
}

const bits = [1, 2, 4, 8, 16, 32] as const

/**
 * What a row of a table needs that cannot be read off its columns: values that its checks ask for together. `undefined`
 * for a row that cannot be here. A table whose columns say it all needs nothing.
 */
const needs: Record<string, (at: Spot) => Row | undefined> = {
  // What was given is changed by nobody.
  access_answers: ({ chance, person, citizenId }) => {
    const given = chance.is(0.5)
    const [answer, citizen_id] = given ? ['given', citizenId] : [null, null]
    return { answer, citizen_id, answered_by: given ? person() : null, answered_at: given ? longAgo : null }
  },
  access_requests: ({ party }) =>
    party.public ? { centre_id: null, address: 'Gaden 1', asked_party_ids: [party.id] } : undefined,
  appointments: ({ chance }) =>
    chance.is(0.3) ? { at_place: 'court', topic: 32 } : { at_place: 'bank', topic: topicOf(chance) },
  citizen_numbers: ({ party }) => (party.public ? {} : undefined),
  // Closed, and after its date locked.
  citizens: ({ chance }) => {
    const [closed, locked] = [chance.is(0.2), chance.is(0.5)]
    return { closed_at: closed ? longAgo : null, locked_at: closed && locked ? longAgo : null }
  },
  contacts: ({ chance }) => ({ kind: 'booked', outcome: chance.is(0.5) ? 'open' : 'held' }),
  contact_versions: ({ chance }) => ({ version: anyNumber(chance) }),
  handovers: ({ chance, another }) => {
    const [note, contact] = [another('notes')?.['id'], another('contacts')?.['id']]
    const byNote = chance.is(0.5)
    if (note === undefined || contact === undefined) return undefined
    return { note_id: byNote ? note : null, contact_id: byNote ? null : contact }
  },
  helper_shares: at => withdrawn(at),
  powers_of_attorney: at => withdrawn(at),
  notes: ({ chance }) => {
    const topic = topicOf(chance)
    return { topic, kind: chance.pick(topic === null ? ['own', 'citizens'] : ['own', 'citizens', 'shared']) }
  },
  record_versions: ({ chance }) => ({ record_kind: 'step', version: anyNumber(chance) }),
  // Some are about nobody; and what another party is to see has a topic.
  tasks: ({ chance, citizenId, party, otherParty }) => {
    const [topic, about] = [topicOf(chance), chance.is(0.8)]
    const to = about && topic === null ? party.id : otherParty()
    return { citizen_id: about ? citizenId : null, topic: about ? topic : null, party_id: to }
  },
}

function withdrawn({ chance, person }: Spot): Row {
  const is = chance.is(0.3)
  return { withdrawn_at: is ? longAgo : null, withdrawn_by: is ? person() : null }
}

const longAgo = '2026-01-01T12:00:00Z'
const anyNumber = (chance: Chance) => Math.floor(chance.next() * 1_000_000)
const topicOf = (chance: Chance) => (chance.is(0.2) ? null : chance.pick(bits))

/** A row about a citizen, made up by lot; `undefined` where the table cannot have one for this citizen. */
export function madeUp(shape: Shape, at: Spot): Row | undefined {
  const needing = needs[shape.name]
  const needed = needing ? needing(at) : {}
  if (needed === undefined) return undefined
  const row: Row = {}
  for (const column of shape.columns) {
    const value = column.name in needed ? needed[column.name] : general(shape, column, at)
    if (value === missing) return undefined
    if (value !== undefined) row[column.name] = value
  }
  return row
}

/** The sentence that says what to do about a table that cannot be filled. */
export function cannotFill(table: string, why: string): string {
  return `Say in test/isolation/fillers.ts what a row of ${table} needs: ${why}`
}

const missing = Symbol('no row that it could refer to')

function general(shape: Shape, column: Column, at: Spot): unknown {
  const { chance } = at
  const own: Record<string, unknown> = {
    municipality_id: at.municipalityId,
    owner_party_id: at.party.id,
    citizen_id: at.citizenId,
    topics: chance.is(0.1) ? 0 : chance.pick(bits) | chance.pick(bits) | (chance.is(0.3) ? chance.pick(bits) : 0),
  }
  if (column.name in own) return own[column.name]
  if (column.name === 'topic') return column.nullable ? topicOf(chance) : chance.pick(bits)
  if (!column.required) return undefined
  if (column.name === 'valid_from') return at.day
  if (column.name === 'valid_until') return at.later
  return referred(shape, column, at) ?? byType(column, chance, at)
}

function referred(shape: Shape, column: Column, at: Spot): unknown {
  for (const { columns, table, to } of shape.references) {
    const place = columns.indexOf(column.name)
    if (place === -1) continue
    if (table === 'people') return at.person()
    if (table === 'parties') return at.otherParty()
    return at.another(table)?.[to[place] ?? ''] ?? missing
  }
  return undefined
}

function byType(column: Column, chance: Chance, at: Spot): unknown {
  const [first, ...others] = column.choices
  if (first !== undefined) return chance.pick([first, ...others])
  if (column.range) return column.range[0] + Math.floor(chance.next() * (column.range[1] - column.range[0] + 1))
  const made: Record<string, () => unknown> = {
    uuid: newId,
    // Its own word, by which a page that shows too much is known.
    text: () => `Sagt af en borger: ord${newId().replaceAll('-', '').slice(-12)}`,
    bool: () => chance.is(0.5),
    date: () => at.day,
    time: () => '10:00',
    timestamptz: () => new Date().toISOString(),
    jsonb: () => ({}),
    bytea: () => `\\x${newId().replaceAll('-', '').repeat(2)}`,
  }
  const make = column.type.startsWith('_')
    ? () => []
    : (made[column.type] ?? (column.type.startsWith('int') ? () => 1 : undefined))
  if (!make) throw new Error(cannotFill(column.name, `its type is ${column.type}`))
  return make()
}
