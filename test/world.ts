import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { Hono } from 'hono'
import type pg from 'pg'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { hashToken } from '../src/features/routing.ts'
import type { House } from '../src/features/routing.ts'
import type { Actor, Effort, Role } from '../src/features/people/rules.ts'
import { openDb } from '../src/platform/db.ts'
import { isId, newId } from '../src/platform/id.ts'
import { openKeys } from '../src/platform/keys.ts'
import { ownDatabase } from './database.ts'
import { lastingPool } from '../src/platform/pool.ts'

/** Somebody of the test's world, signed in, who comes in by the front door. */
export interface Guest {
  /** Their request; the answer of the real app on a real PostgreSQL. */
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, form?: Record<string, string | string[]>, headers?: Record<string, string>): Promise<Response>
  personId: string
  accountId: string
  cookie: string
  /** As the doors of the database want it, for tests of queries and commands. */
  asker: { municipalityId: string; personId: string }
  actor: Actor
}

export interface Place {
  id: string
  slug: string
  name: string
  controllers: { public: string; private: string }
  /** jobcentre and social belong to the municipality; harbour is its centre, cafe a private one. */
  parties: Record<PartyName, string>
  centres: Record<'harbour' | 'cafe', { id: string; slug: string; roomId: string }>
  people: Record<PersonName, Guest>
}

type PartyName = 'jobcentre' | 'social' | 'harbour' | 'cafe'
export type PersonName =
  | 'worker' // outreach worker of the job centre, may decide
  | 'colleague' // outreach worker of the job centre
  | 'socialWorker' // outreach worker of the social services
  | 'staff' // of the municipal centre
  | 'manager' // of the private centre
  | 'volunteer' // in the private centre
  | 'coordinator' // of the social services
  | 'projectLeader'
  | 'leader'
  | 'administrator'
  | 'officer' // data protection officer

const persons: Record<
  PersonName,
  { name: string; role: Role; party?: PartyName; effort?: Effort; mayDecide?: boolean }
> = {
  worker: { name: 'Mette Prøve', role: 'outreach_worker', party: 'jobcentre', effort: 'casework', mayDecide: true },
  colleague: { name: 'Bo Prøve', role: 'outreach_worker', party: 'jobcentre', effort: 'employment' },
  socialWorker: { name: 'Omar Prøve', role: 'outreach_worker', party: 'social', effort: 'contactPerson' },
  staff: { name: 'Jonas Prøve', role: 'centre_staff', party: 'harbour' },
  manager: { name: 'Signe Prøve', role: 'centre_manager', party: 'cafe' },
  volunteer: { name: 'Lis Prøve', role: 'volunteer', party: 'cafe' },
  coordinator: { name: 'Karin Prøve', role: 'coordinator', party: 'social' },
  projectLeader: { name: 'Ib Prøve', role: 'project_leader' },
  leader: { name: 'Grete Prøve', role: 'leader' },
  administrator: { name: 'Asta Prøve', role: 'administrator' },
  officer: { name: 'Dan Prøve', role: 'data_protection_officer' },
}

export interface World {
  app: Hono
  house: House
  /** Two municipalities of the same shape; most tests live in the first. */
  here: Place
  there: Place
  /** Somebody of the first municipality. */
  as(name: PersonName): Guest
  /** A visitor who is not signed in. */
  visitor: Pick<Guest, 'get' | 'post'>
  /** Signs everybody in again and gives back the roles that a test took from them. */
  mend(): Promise<void>
  /** The superuser's eyes: proof that a refused row was there. Never used by the product. */
  truth<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>
  appUrl: string
  ownerUrl: string
  superuserUrl: string
  close(): Promise<void>
}

/** A fresh database from the migrated template with two municipalities in it, and the real app before it. */
export async function openWorld(): Promise<World> {
  const database = await ownDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'brobygger-world-'))
  const config = readConfig({ DATA_DIR: dataDir, DEMO: 'off' })
  const keys = openKeys(config.keysDir)
  const db = openDb({ appUrl: database.appUrl, ownerUrl: database.ownerUrl, keys, poolSize: 5 })
  const house: House = { db, keys, config }
  const app = createApp(house)
  const truth = lastingPool({ connectionString: database.superuserUrl, max: 2 })
  const here = await furnish(truth, app, { slug: 'herby', name: 'Herby' })
  const there = await furnish(truth, app, { slug: 'derby', name: 'Derby' })
  const mend = mender(truth)
  const world: World = {
    app,
    house,
    here,
    there,
    as: name => here.people[name],
    mend,
    visitor: guestOf(app, ''),
    async truth<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) {
      // Triggers work in the municipality of the transaction; by convention it is the first value.
      const client = await truth.connect()
      try {
        await client.query(`select set_config('app.municipality', $1, false)`, [isId(values[0]) ? values[0] : ''])
        return (await client.query<Row>(sql, values)).rows
      } finally {
        client.release()
      }
    },
    appUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    superuserUrl: database.superuserUrl,
    async close() {
      await db.close()
      await truth.end()
      rmSync(dataDir, { recursive: true, force: true })
      await database.drop()
    },
  }
  after(() => world.close())
  return world
}

// A test that tries every door ends sessions and rights on its way; the next one begins as the first did.
function mender(truth: pg.Pool): () => Promise<void> {
  const json = (rows: unknown) => JSON.stringify(rows)
  let stood: Standing | undefined
  return async () => {
    stood ??= await standing(truth)

    await truth.query('delete from sessions')
    await truth.query('delete from memberships')
    await truth.query(
      `update accounts a set closed_at = null, email = s.email, totp_secret = null, totp_confirmed_at = null
       from json_populate_recordset(null::accounts, $1) s where s.municipality_id = a.municipality_id and s.id = a.id`,
      [json(stood?.accounts)],
    )
    await truth.query('insert into memberships select * from json_populate_recordset(null::memberships, $1)', [
      json(stood?.memberships),
    ])
    await truth.query(
      `insert into sessions (municipality_id, token_hash, account_id, stage, started_at)
       select municipality_id, token_hash, account_id, stage, now() from json_populate_recordset(null::sessions, $1)`,
      [json(stood?.sessions)],
    )
  }
}

interface Standing {
  memberships: unknown
  sessions: unknown
  accounts: unknown
}

async function standing(truth: pg.Pool): Promise<Standing | undefined> {
  const { rows } = await truth.query<Standing>(
    `select (select json_agg(m) from memberships m) as memberships, (select json_agg(s) from sessions s) as sessions,
      (select json_agg(a) from accounts a) as accounts`,
  )
  return rows[0]
}

/** A municipality with its parties, centres and people, each of them signed in. */
export async function furnish(truth: pg.Pool, app: Hono, named: { slug: string; name: string }): Promise<Place> {
  const id = newId()
  const controllers = { public: newId(), private: newId() }
  const parties = { jobcentre: newId(), social: newId(), harbour: newId(), cafe: newId() }
  const put = (sql: string, values: unknown[]) => truth.query(sql, values)
  await put('insert into municipalities (id, slug, name, child_concern_text) values ($1, $2, $3, $4)', [
    id,
    named.slug,
    named.name,
    'Ring til os.',
  ])
  await put(`insert into controllers values ($1, $2, $3, 'public'), ($1, $4, 'Foreningen Caféen', 'private')`, [
    id,
    controllers.public,
    named.name,
    controllers.private,
  ])
  await put(
    `insert into parties (municipality_id, id, controller_id, name, from_words, kind) values
      ($1, $2, $6, 'Jobcenter', 'jobcentret', 'unit'), ($1, $3, $6, 'Socialforvaltning', 'socialforvaltningen', 'unit'),
      ($1, $4, $6, 'Havnen', 'Havnen', 'centre'), ($1, $5, $7, 'Caféen', 'Caféen', 'centre')`,
    [id, parties.jobcentre, parties.social, parties.harbour, parties.cafe, controllers.public, controllers.private],
  )
  const centres = {
    harbour: { id: newId(), slug: 'havnen', roomId: newId() },
    cafe: { id: newId(), slug: 'cafeen', roomId: newId() },
  }
  for (const [name, centre] of Object.entries(centres)) {
    const party = name === 'harbour' ? parties.harbour : parties.cafe
    await put(
      `insert into centres (municipality_id, id, party_id, slug, name, address) values ($1, $2, $3, $4, $5, 'Gaden 1')`,
      [id, centre.id, party, centre.slug, name === 'harbour' ? 'Havnen' : 'Caféen'],
    )
    await put(`insert into rooms values ($1, $2, $3, 'Det lille kontor', true)`, [id, centre.roomId, centre.id])
    await put(`insert into centre_hours select $1, $2, d, '09:00', '16:00' from generate_series(1, 5) d`, [
      id,
      centre.id,
    ])
  }
  const people = await Promise.all(
    Object.entries(persons).map(
      async ([key, person]) => [key, await move(truth, app, { id, slug: named.slug, parties, person, key })] as const,
    ),
  )
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of `persons`
  return { id, ...named, controllers, parties, centres, people: Object.fromEntries(people) as Place['people'] }
}

async function move(truth: pg.Pool, app: Hono, into: Moving): Promise<Guest> {
  const { id, person, parties, key } = into
  const [personId, accountId, token] = [newId(), newId(), randomBytes(32).toString('base64url')]
  const partyId = person.party === undefined ? null : parties[person.party]
  await truth.query('insert into people (municipality_id, id, public_name, trade) values ($1, $2, $3, $4)', [
    id,
    personId,
    person.name,
    'Medarbejder',
  ])
  await truth.query(
    `insert into memberships (municipality_id, id, person_id, party_id, role, effort, may_decide, valid_from) values ($1, $2, $3, $4, $5, $6, $7, '2020-01-01')`,
    [id, newId(), personId, partyId, person.role, person.effort ?? null, person.mayDecide ?? false],
  )
  await truth.query('insert into accounts (municipality_id, id, person_id, email) values ($1, $2, $3, $4)', [
    id,
    accountId,
    personId,
    `${key.toLowerCase()}@${into.slug}.example`,
  ])
  await truth.query(
    `insert into sessions (municipality_id, token_hash, account_id, stage) values ($1, $2, $3, 'open')`,
    [id, hashToken(token), accountId],
  )
  const membership = { role: person.role, partyId, effort: person.effort ?? null, mayDecide: person.mayDecide ?? false }
  const actor = { municipalityId: id, personId, personName: person.name, accountId, memberships: [membership] }
  const cookie = `brobygger=${token}`
  return { ...guestOf(app, cookie), personId, accountId, cookie, asker: { municipalityId: id, personId }, actor }
}

/** Somebody who comes in by the front door with this cookie. */
export function guestOf(app: Hono, cookie: string): Pick<Guest, 'get' | 'post'> {
  return {
    get: async (path, headers = {}) => await app.request(path, { headers: { cookie, ...headers } }),
    async post(path, form = {}, headers = {}) {
      const body = new URLSearchParams(
        Object.entries(form).flatMap(([name, value]) => [value].flat().map(each => [name, each])),
      )
      return await app.request(path, {
        method: 'POST',
        body,
        headers: { cookie, 'sec-fetch-site': 'same-origin', ...headers },
      })
    },
  }
}

interface Moving {
  id: string
  slug: string
  parties: Record<PartyName, string>
  person: (typeof persons)[PersonName]
  key: string
}
