import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { openWorld } from '../world.ts'
import { differences, factsOf, personas, tables } from './matrix.ts'
import type { Table } from './matrix.ts'
import { fillNotes } from './note-rows.ts'
import { fillPlans } from './plan-rows.ts'
import { fillPowers } from './power-rows.ts'
import { fillEveryTable } from './rows.ts'
import { fillSharing } from './sharing-rows.ts'
import { connectClient } from '../../src/platform/pool.ts'

const world = await openWorld()
await fillEveryTable(world)
await fillSharing(world)
await fillPowers(world)
await fillNotes(world)
await fillPlans(world)
const client = await connectClient(world.superuserUrl)
after(() => client.end().catch(() => undefined))
const everyTable = await tables(client)
const facts = factsOf(everyTable)
const everybody = personas(world)

/** What differs from the model, in a transaction that is rolled back; `change` comes first, and then one `like` this is enough. */
async function differing(
  table: Table,
  roles: readonly string[],
  { change, like = '' }: { change?: string; like?: string } = {},
): Promise<string[]> {
  await client.query('begin')
  try {
    if (change !== undefined) await client.query(change)
    const found: string[] = []
    for await (const difference of differencesOf(table, roles)) {
      found.push(difference)
      if (change !== undefined && difference.includes(like)) break
    }
    return found
  } finally {
    await client.query('rollback')
  }
}

async function* differencesOf(table: Table, roles: readonly string[]): AsyncGenerator<string> {
  for (const who of everybody.filter(each => roles.includes(each.role)))
    yield* differences(client, { table, facts }, who)
}

const everyRole = ['web', 'figures', 'import', 'operator', 'lookup']

describe('the walls of the database', () => {
  it('has rows of both municipalities in every table, so that a refused row was there', () => {
    for (const table of everyTable) {
      const places = new Set(
        table.rows.map(row => (table.name === 'municipalities' ? row['id'] : row['municipality_id'])),
      )
      assert.ok(
        places.has(world.here.id) && places.has(world.there.id),
        `${table.name} has no row in both municipalities`,
      )
    }
  })

  it('forces policies on every table, and begins every key with the municipality', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not (relrowsecurity and relforcerowsecurity)`,
    )
    assert.deepEqual(rows, [])
    for (const table of everyTable)
      assert.equal(table.keys[0], table.name === 'municipalities' ? 'id' : 'municipality_id', table.name)
  })

  for (const table of everyTable) {
    it(`gives everybody of ${table.name} what the model says, and nothing else`, async () => {
      assert.deepEqual(await differing(table, everyRole), [])
    })

    it(`is found out when row security of ${table.name} is switched off`, async () => {
      const found = await differing(table, everyRole, {
        change: `alter table ${table.name} disable row level security`,
      })
      assert.notEqual(found.length, 0)
    })
  }
})

const { rows: policies } = await client.query<Policy>(`
  select tablename as table, policyname as name, qual is not null as using, cmd in ('ALL', 'INSERT', 'UPDATE') as checks,
    cmd = 'INSERT' as inserts, substring(roles[1]::text from 'brobygger_(.*)') as role from pg_policies where schemaname = 'public'`)

describe('each policy', () => {
  for (const policy of policies) {
    const table = everyTable.find(each => each.name === policy.table)
    if (!table) continue

    it(`is found out when "${policy.name}" of ${policy.table} for ${policy.role} is widened to true`, async () => {
      const using = policy.inserts ? '' : ' using (true)'
      const check = policy.checks ? ' with check (true)' : ''
      const found = await differing(table, [policy.role], {
        change: `alter policy ${policy.name} on ${policy.table}${using}${check}`,
      })
      assert.notEqual(found.length, 0)
    })

    it(`is missed by somebody when "${policy.name}" of ${policy.table} for ${policy.role} is dropped`, async () => {
      const found = await differing(table, [policy.role], {
        change: `drop policy ${policy.name} on ${policy.table}`,
        like: ' cannot ',
      })
      assert.ok(
        found.some(line => line.includes(' cannot ')),
        'nobody missed it',
      )
    })
  }
})

interface Policy {
  table: string
  name: string
  using: boolean
  checks: boolean
  inserts: boolean
  role: string
}
