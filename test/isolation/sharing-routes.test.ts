import assert from 'node:assert/strict'
import { randomBytes, randomInt } from 'node:crypto'
import { after, describe, it } from 'node:test'
import { chanceOf } from '../../demo/chance.ts'
import { hashToken } from '../../src/features/routing.ts'
import type { Route } from '../../src/features/routing.ts'
import { newId } from '../../src/platform/id.ts'
import { connectClient } from '../../src/platform/pool.ts'
import { features } from '../../src/sitemap.ts'
import { guestOf, openWorld } from '../world.ts'
import { recordShapes } from './catalog.ts'
import { filled } from './ids.ts'
import { may } from './model.ts'
import type { Persona, Row } from './model.ts'
import { makeUpPlace } from './random-world.ts'
import { danishDay, isMine } from './sharing-model.ts'
import type { Facts } from './sharing-model.ts'
import { allRows } from './trial.ts'

/**
 * The worlds of sharing.test.ts once more, by the front door: everybody asks every page about a citizen, with ids of what
 * they see and of what they do not. Each row has a word of its own, so that a page that shows too much says which.
 */
const whole = process.env['BROBYGGER_WHOLE'] === 'on'
const seed = Number(process.env['BROBYGGER_SEED'] ?? Number.NaN) || randomInt(2 ** 31)
console.log(`# sharing by every route: seed ${seed}`)
const chance = chanceOf(seed)

const world = await openWorld()
const client = await connectClient(world.superuserUrl)
after(() => client.end().catch(() => undefined))
const shapes = await recordShapes(client)

/** Which table the id in a path is of. */
const tables: Record<string, string> = {
  citizenId: 'citizens',
  accessRequestId: 'access_requests',
  consentId: 'consents',
  powerId: 'powers_of_attorney',
  helperShareId: 'helper_shares',
  noteId: 'notes',
  contactId: 'contacts',
  handoverId: 'handovers',
  planPartId: 'plan_parts',
  planPersonId: 'plan_people',
  stepId: 'steps',
  taskId: 'tasks',
  appointmentId: 'appointments',
}
const about = features
  .flatMap(feature => feature.table)
  .filter(route => /:(citizenId|contactId|taskId)/.test(route.path) && !route.path.endsWith('/live'))
const pages = about.filter(route => route.method === 'GET')
const posts = about.filter(route => route.method === 'POST')

interface Made {
  slug: string
  facts: Facts
  people: { who: Persona; guest: ReturnType<typeof guestOf> }[]
}

async function oneWorld(): Promise<Made> {
  // Triggers ask in which municipality the transaction is.
  await client.query('begin')
  const place = await makeUpPlace(client, { chance, now: new Date(), shapes, apart: true })
  await client.query('commit')
  const all = await allRows(client, shapes, [place])
  const facts = { today: danishDay(new Date()), now: new Date(), tables: all }
  const slug = String(all['municipalities']?.[0]?.['slug'])
  const people: Made['people'] = []
  for (const personId of place.people) {
    const [account, token] = [newId(), randomBytes(32).toString('base64url')]
    await client.query('insert into accounts (municipality_id, id, person_id, email) values ($1, $2, $3, $4)', [
      place.id,
      account,
      personId,
      `${account}@x.example`,
    ])
    await client.query(
      `insert into sessions (municipality_id, token_hash, account_id, stage) values ($1, $2, $3, 'open')`,
      [place.id, hashToken(token), account],
    )
    const at = { role: 'web', as: 'made up', partyId: null, place: { ...world.here, id: place.id } } as const
    people.push({
      who: { ...at, name: personId, purpose: 'contacts.list', personId },
      guest: guestOf(world.app, `brobygger=${token}`),
    })
  }
  return { slug, facts, people }
}

const sees = ({ who, facts }: Asking, table: string, row: Row) => may(who, 'read', { table, row, facts })

interface Asking {
  slug: string
  who: Persona
  facts: Facts
  guest: ReturnType<typeof guestOf>
}

// A locked record is there for some purposes and not for others.
const onRoute = (at: Asking, { spec }: Route): Asking => ({ ...at, who: { ...at.who, purpose: spec.purpose } })

/** A path with ids of one record, and whether the person sees all that it names. */
function addressed(at: Asking, route: Route, citizen: Row): { path: string; seen: boolean } | undefined {
  const ids: Record<string, string> = {}
  let seen = true
  for (const [, name = ''] of route.path.matchAll(/:([a-zA-Z]+)/g)) {
    const table = tables[name]
    if (table === undefined) throw new Error(`Say in test/isolation/sharing-routes.test.ts of which table :${name} is`)
    const those = (at.facts.tables[table] ?? []).filter(
      row => row['owner_party_id'] === citizen['owner_party_id'] && (row['citizen_id'] ?? row['id']) === citizen['id'],
    )
    const row = those[Math.floor(chance.next() * those.length)]
    if (!row) return undefined
    seen &&= sees(at, table, row)
    ids[name] = String(row['id'])
  }
  return { path: filled(at, route.path, ids), seen }
}

// Words are `ord` and twelve hexadecimal digits, one for each row.
function assertOnlySeen(at: Asking, text: string, asked: string): void {
  const shown = new Set(text.match(/ord[0-9a-f]{12}/g))
  words += shown.size
  if (shown.size === 0) return
  for (const [table, rows] of Object.entries(at.facts.tables)) {
    for (const row of rows) {
      const word = JSON.stringify(row)
        .match(/ord[0-9a-f]{12}/g)
        ?.find(each => shown.has(each))
      if (word === undefined) continue
      assert.ok(sees(at, table, row), `${at.who.name} was shown ${word} of ${table} by ${asked}`)
    }
  }
}

/**
 * Whether a page is there for whoever sees all that its address names; nothing is said of those that ask for more, as
 * writing does. Two pages answer 404 about a row that the table shows to the same person, and mean to:
 * - A talk has its pages in its own party alone. Who sees another party's reads it on the timeline, without a way there.
 * - A task about a citizen whose record is locked is out of the daily work, with the plan and the board; the table
 *   shows it to its own party, as it does the old talks, which stay in that party's list.
 */
const always = () => true
const inOwnParty = (at: Asking, citizen: Row) => isMine(at.who, citizen['owner_party_id'], at.facts)
const inDailyWork = (at: Asking, citizen: Row) => sees(at, 'citizens', citizen)
const isThere: Record<string, (at: Asking, citizen: Row) => boolean> = {
  '/citizens/:citizenId': always,
  '/citizens/:citizenId/timeline': always,
  '/citizens/:citizenId/plan': always,
  '/citizens/:citizenId/consents': always,
  '/citizens/:citizenId/powers': always,
  '/citizens/:citizenId/tasks': always,
  '/citizens/:citizenId/appointments': always,
  '/citizens/:citizenId/notes/:noteId': always,
  '/citizens/:citizenId/steps/:stepId': always,
  '/citizens/:citizenId/appointments/:appointmentId': always,
  '/contacts/:contactId': inOwnParty,
  '/contacts/:contactId/saved': inOwnParty,
  '/contacts/:contactId/correct': inOwnParty,
  '/tasks/:taskId': inDailyWork,
  '/tasks/:taskId/edit': (at, citizen) => inOwnParty(at, citizen) && inDailyWork(at, citizen),
}

/** How often each page was asked with what is seen and was there, and with what is not seen. */
const tally = { there: new Map<string, number>(), missing: new Map<string, number>() }
let words = 0
const nobody = '01890000-0000-7000-8000-00000000dead'

async function oneCase(at: Asking): Promise<void> {
  const citizens = at.facts.tables['citizens'] ?? []
  const pick = (rows: Row[]) => rows[Math.floor(chance.next() * rows.length)]
  const known = citizens.filter(row => sees(at, 'citizens', row))
  const chosen = [pick(known), pick(citizens.filter(row => !known.includes(row)))].filter(row => row !== undefined)
  for (const citizen of chosen) {
    for (const route of pages) {
      const forThis = onRoute(at, route)
      const asked = addressed(forThis, route, citizen)
      if (!asked || (route.path.endsWith('.pdf') && !chance.is(0.1))) continue
      await onePage(forThis, route, { ...asked, citizen })
    }
    if (!known.includes(citizen)) await onePost(at, citizen)
  }
}

async function onePage(
  at: Asking,
  route: Route,
  { path, seen, citizen }: { path: string; seen: boolean; citizen: Row },
): Promise<void> {
  const answer = await at.guest.get(path)
  const text = await answer.text()
  const name = `GET ${path}`
  assert.ok([200, 303, 404, 409, 422].includes(answer.status), `${answer.status} for ${name}`)
  assertOnlySeen(at, text, name)
  if (seen) {
    const wanted = isThere[route.path]?.(at, citizen) ?? answer.status !== 404
    assert.equal(answer.status !== 404, wanted, `${at.who.name} got ${answer.status} for ${name}`)
    if (wanted) tally.there.set(route.path, (tally.there.get(route.path) ?? 0) + 1)
    return
  }
  tally.missing.set(route.path, (tally.missing.get(route.path) ?? 0) + 1)
  assert.equal(answer.status, 404, `${at.who.name} got ${answer.status} for ${name}`)
}

// What is not seen answers to a post as what does not exist.
async function onePost(everywhere: Asking, citizen: Row): Promise<void> {
  const route = posts[Math.floor(chance.next() * posts.length)]
  if (!route) return
  const at = onRoute(everywhere, route)
  const asked = addressed(at, route, citizen)
  if (!asked || asked.seen) return
  const form = Object.fromEntries(Object.keys(route.form?.shape ?? {}).map(field => [field, newId()]))
  const missing = asked.path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, nobody)
  const [there, gone] = [await at.guest.post(asked.path, form), await at.guest.post(missing, form)]
  assert.equal(there.status, gone.status, `${at.who.name} can tell POST ${asked.path} from one that is missing`)
  assertOnlySeen(at, await there.text(), `POST ${asked.path}`)
}

/** Asks for the page of every citizen who took a yes back and whom the person does not see. */
async function askTakenBack(at: Asking, route: Route): Promise<void> {
  const { consents = [], citizens = [] } = at.facts.tables
  const takenBack = new Set(consents.filter(row => row['withdrawn_at'] !== null).map(row => row['citizen_id']))
  for (const citizen of citizens.filter(row => takenBack.has(row['id']) && !sees(at, 'citizens', row))) {
    const asked = addressed(at, route, citizen)
    if (asked) await onePage(at, route, { ...asked, citizen })
  }
}

describe('what is shared, by every route', () => {
  it(`shows everybody what the model says and is not there for anybody else (seed ${seed})`, async () => {
    const cases = whole ? 500 : 50
    const started = performance.now()
    for (let asked = 0; asked < cases;) {
      const { people, ...made } = await oneWorld()
      for (const person of people.slice(0, cases - asked)) {
        await oneCase({ ...made, ...person })
        asked++
      }
    }
    const seconds = Math.round((performance.now() - started) / 100) / 10
    const sum = (counts: Map<string, number>) => [...counts.values()].reduce((all, each) => all + each, 0)
    console.log(
      `# sharing by every route: ${cases} cases, ${pages.length} pages, ${sum(tally.there)} there, ${sum(tally.missing)} refused, ${seconds} s`,
    )
    for (const route of pages.filter(each => !each.path.endsWith('.pdf'))) {
      assert.ok(tally.missing.has(route.path), `${route.path} was asked by nobody who does not see it`)
      assert.ok(tally.there.has(route.path), `${route.path} was there for nobody`)
    }
    assert.ok(words > cases, `only ${words} words of citizens were shown, so nothing was tried`)
  })

  it('is found out when a yes that was taken back lets somebody in', async () => {
    const { rows } = await client.query<{ text: string }>(
      `select replace(pg_get_functiondef('consents_to_me()'::regprocedure), '(c.withdrawn_at IS NULL)', 'true') as text`,
    )
    await client.query(rows[0]?.text ?? '')
    const route = pages.find(each => each.path === '/citizens/:citizenId')
    assert.ok(route)
    await assert.rejects(async () => {
      for (let made = 0; made < 60; made++) {
        const { people, ...place } = await oneWorld()
        for (const person of people) await askTakenBack(onRoute({ ...place, ...person }, route), route)
      }
    }, assert.AssertionError)
  })
})
