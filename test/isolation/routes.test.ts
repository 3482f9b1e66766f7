import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import type { Role } from '../../src/features/people/rules.ts'
import type { Route } from '../../src/features/routing.ts'
import { features } from '../../src/sitemap.ts'
import { openWorld } from '../world.ts'
import type { PersonName, Place } from '../world.ts'
import { filled, idsOf } from './ids.ts'
import { fillEveryTable } from './rows.ts'

const world = await openWorld()
await fillEveryTable(world)

// Words that may be seen by their owner and by nobody else. They end so that what belongs to somebody adds no letter.
const secretOf = (place: Place, person: string) => `KANARI-${place.slug}-${person}Z`
for (const place of [world.here, world.there]) {
  for (const person of ['worker', 'socialWorker', 'staff', 'manager'] as const) {
    const owner = [place.id, place.people[person].actor.memberships[0]?.partyId]
    const word = secretOf(place, person)
    await world.truth(`update citizens set alias = $3 where municipality_id = $1 and owner_party_id = $2`, [
      ...owner,
      word,
    ])
    await world.truth(
      `update contacts set agenda = $3, worker_agenda = $3, next_thing = $3, next_owner_id = worker_id, next_day = '2026-11-22' where municipality_id = $1 and owner_party_id = $2`,
      [...owner, word],
    )
    for (const table of ['notes', 'plan_parts', 'plan_people', 'steps', 'appointments'])
      await world.truth(`update ${table} set words = $3 where municipality_id = $1 and owner_party_id = $2`, [
        ...owner,
        word,
      ])
    // What is about nobody may be handed to another party, which then reads it.
    await world.truth(
      'update tasks set words = $3, list = $3 where municipality_id = $1 and owner_party_id = $2 and citizen_id is not null',
      [...owner, word],
    )
  }
}

/** Every row of a municipality as one hash a table; the log may grow, the rest may not change. */
async function stateOf(place: Place): Promise<Record<string, string>> {
  const tables = await world.truth<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  const state: Record<string, string> = {}
  for (const { name } of tables) {
    if (name.startsWith('access_log') || name === 'sessions' || name === 'sign_in_tries') continue
    const key = name === 'municipalities' ? 'id' : 'municipality_id'
    const [row] = await world.truth<{ hash: string }>(
      `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from ${name} t where ${key} = $1`,
      [place.id],
    )
    state[name] = row?.hash ?? ''
  }
  return state
}
const before = await stateOf(world.there)

const routes = features.flatMap(feature => feature.table)
const everybody = Object.keys(world.here.people) as PersonName[]
const mine = await idsOf(world, world.here, 'worker')
const otherParty = await idsOf(world, world.here, 'socialWorker')
const otherPlace = await idsOf(world, world.there, 'worker')

/** Which persons see whose secret words: those of the owner's own party, in a role that sees records. */
const readers: Record<string, PersonName[]> = {
  [secretOf(world.here, 'worker')]: ['worker', 'colleague'],
  [secretOf(world.here, 'socialWorker')]: ['socialWorker', 'coordinator'],
  [secretOf(world.here, 'staff')]: ['staff'],
  [secretOf(world.here, 'manager')]: ['manager'],
}

const roleOf = (name: PersonName): Role | undefined => world.here.people[name].actor.memberships[0]?.role
const mayUse = (route: Route, name: PersonName) => {
  const { who } = route.spec
  const role = roleOf(name)
  return who === 'everybody' || who === 'signedIn' || (role !== undefined && who.includes(role))
}
// A stream has no end to wait for; its own test reads it.
const isStream = (route: Route) => route.path.endsWith('/live')

async function assertNoSecret(answer: Response, who: PersonName | 'visitor', asked: string): Promise<void> {
  const text = await answer.text()
  for (const word of text.match(/KANARI-[a-z]+-[a-zA-Z]+/g) ?? []) {
    const allowed = who !== 'visitor' && (readers[word] ?? []).includes(who)
    assert.ok(allowed, `${who} was shown ${word} by ${asked}`)
  }
}

function formOf(route: Route, ids: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.keys(route.form?.shape ?? {}).map(field => [field, ids[field] ?? 'x']))
}

async function ask(
  who: PersonName | 'visitor',
  route: Route,
  at: { ids: Record<string, string>; form?: Record<string, string> },
): Promise<Response> {
  const guest = who === 'visitor' ? world.visitor : world.as(who)
  const path = filled(world.here, route.path, at.ids)
  return route.method === 'GET' ? await guest.get(path) : await guest.post(path, at.form ?? formOf(route, at.ids))
}

describe('every route', () => {
  beforeEach(() => world.mend())

  for (const route of routes.filter(each => !isStream(each))) {
    const name = `${route.method} /{slug}${route.path}`

    it(`${name} lets in those it says, and is not there for anybody else`, async () => {
      for (const who of everybody) {
        if (mayUse(route, who)) continue
        const answer = await ask(who, route, { ids: mine })
        assert.equal(answer.status, 404, `${who} got ${answer.status}`)
        await assertNoSecret(answer, who, name)
      }
      const visitor = await ask('visitor', route, { ids: mine })
      if (route.spec.who !== 'everybody')
        assert.ok([303, 401].includes(visitor.status), `a visitor got ${visitor.status}`)
      await assertNoSecret(visitor, 'visitor', name)
    })

    it(`${name} shows nobody the words of another party or municipality, whatever ids are asked for`, async () => {
      for (const who of everybody.filter(each => mayUse(route, each))) {
        for (const ids of [mine, otherParty, otherPlace]) {
          const answer = await ask(who, route, { ids })
          assert.ok(answer.status < 500, `${who} got ${answer.status}`)
          await assertNoSecret(answer, who, name)
        }
      }
    })

    if (/:[a-z]+Id/.test(route.path)) {
      it(`${name} is not there with an id of another municipality, as with one that does not exist`, async () => {
        const nobody = Object.fromEntries(
          Object.keys(otherPlace).map(key => [key, '01890000-0000-7000-8000-00000000dead']),
        )
        for (const who of everybody.filter(each => mayUse(route, each))) {
          const [foreign, missing] = [
            await ask(who, route, { ids: otherPlace, form: formOf(route, mine) }),
            await ask(who, route, { ids: nobody, form: formOf(route, mine) }),
          ]
          assert.equal(foreign.status, missing.status, `${who} can tell a foreign id from a missing one`)
          assert.ok([303, 404, 422].includes(foreign.status), `${who} got ${foreign.status}`)
        }
      })
    }
  }

  it('has left the other municipality as it was, after all of the above', async () => {
    assert.deepEqual(await stateOf(world.there), before)
  })
})
