import type { Kysely } from 'kysely'
import type pg from 'pg'
import { purposes } from '../purposes.ts'
import type { LoggedPurpose, PlainPurpose, Purpose } from '../purposes.ts'
import { NotFound, isDatabaseAway } from './errors.ts'
import { isId } from './id.ts'
import type { Keys } from './keys.ts'
import { connect, inOnePacket, kyselyOn, listenOn, openPool } from './pool.ts'
import type { DB } from './schema.generated.ts'

declare const mode: unique symbol
/** A transaction that a query may use. */
export type Read = Kysely<DB> & { readonly [mode]: 'read' | 'write' }
/** A transaction that a command may use; a `Read` is not accepted in its place. */
export type Write = Kysely<DB> & { readonly [mode]: 'write' }

/** Who asks. `personId` is null for a visitor of the board, and for the operator. */
export interface Asker {
  municipalityId: string
  personId: string | null
}

/** Whom a transaction showed or changed; an anonymous contact and a request for access are named by their own id. */
export interface Subject {
  subject: 'citizen' | 'contact' | 'account' | 'request'
  id: string
  /** The party that owns the record; null for an account. */
  partyId: string | null
}

/** What stands in the log for the party of an account. */
const noParty = '00000000-0000-0000-0000-000000000000'

export type LogKind = 'read' | 'add' | 'change' | 'search' | 'extract' | 'delete'

/** The value of a transaction that the log tells of, and whom it was about: nobody on an empty page, or in the log itself. */
export interface Told<T> {
  value: T
  about: readonly Subject[]
  /** What the log calls it; `read` for a read and `change` for a write when left out. */
  kind?: LogKind
  /** The words of a search. They are encrypted in the log and kept nowhere else. */
  words?: string
}

export interface ReadDoor {
  <T>(asker: Asker, purpose: LoggedPurpose, work: (tx: Read) => Promise<Told<T>>): Promise<T>
  <T>(asker: Asker, purpose: PlainPurpose, work: (tx: Read) => Promise<T>): Promise<T>
}
export interface WriteDoor {
  <T>(asker: Asker, purpose: LoggedPurpose, work: (tx: Write) => Promise<Told<T>>): Promise<T>
  <T>(asker: Asker, purpose: PlainPurpose, work: (tx: Write) => Promise<T>): Promise<T>
}

export interface Db {
  /** Opens a transaction for looking. Throwing `NotFound` inside logs a refused try. */
  read: ReadDoor
  /** Opens a transaction for changing; commits when the work is done, stores nothing when it throws. */
  write: WriteDoor
  /** Logs a try that was refused before any record was asked for. */
  refused(asker: Asker, purpose: Purpose): Promise<void>
  /** Calls one of the named functions that look before there is an actor. */
  call<Row>(name: string, args: readonly unknown[]): Promise<Row[]>
  /** Hears NOTIFY on a channel until the returned function is called. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

export interface DbOptions {
  /** The login that owns nothing. */
  appUrl: string
  /** The owner's login, for the operator's commands and the jobs; without it they are refused. */
  ownerUrl?: string | undefined
  keys: Keys
  poolSize?: number
}

/** The only doors to the database. */
export function openDb(options: DbOptions): Db {
  const pools: Pools = {
    app: openPool(options.appUrl, options.poolSize ?? 10),
    owner: options.ownerUrl === undefined ? undefined : openPool(options.ownerUrl, 3),
    keys: options.keys,
  }
  return {
    read: door(pools, false) as ReadDoor,
    write: door(pools, true) as WriteDoor,
    refused: (asker, purpose) => logRefused(pools, { asker, purpose }),
    async call<Row>(name: string, args: readonly unknown[]) {
      const client = await connect(pools.app)
      try {
        const text = `select * from ${name}(${args.map((_, index) => `$${index + 1}`).join(', ')})`
        return (await client.query({ name: `call ${name}`, text, values: [...args] })).rows as Row[]
      } finally {
        client.release()
      }
    },
    listen: (channel, heard) => listenOn(options.appUrl, channel, heard),
    async close() {
      await Promise.all([pools.app.end(), pools.owner?.end()])
    },
  }
}

// The overloads of the doors say what comes out for which purpose; inside they are alike.
function door(pools: Pools, writes: boolean): unknown {
  return (asker: Asker, purpose: Purpose, work: Work) => transaction(pools, { asker, purpose, writes }, work)
}

async function transaction(pools: Pools, at: Entry & { writes: boolean }, work: Work): Promise<unknown> {
  const { role, about } = purposes[at.purpose]
  const pool = role === 'operator' ? pools.owner : pools.app
  if (!pool) throw new Error(`${at.purpose} needs the owner's login: set MIGRATION_DATABASE_URL`)
  const client = await connect(pool)
  let failed: Error | undefined
  // Sent in one packet with what the work asks first, and not waited for before it: one round trip less. Where it
  // fails, the transaction refuses everything that was sent behind it, and a login without a role may do nothing.
  inOnePacket(client)
  const entered = client.query(entering(at))
  entered.catch(() => undefined)
  try {
    const outcome = await work(kyselyOn(client) as never)
    await entered
    if (about === 'nobody') {
      await client.query('commit')
      return outcome
    }
    const told = toldOf(outcome, at.purpose)
    await client.query(`${logging(pools.keys, at, told)}; commit`)
    return told.value
  } catch (error) {
    const cause: unknown = await entered.then(
      () => error,
      (first: unknown) => first,
    )
    failed = cause instanceof Error ? cause : new Error(String(cause))
    await client.query('rollback').catch(() => undefined)
    throw cause
  } finally {
    client.release(isDatabaseAway(failed))
    if (failed instanceof NotFound && about !== 'nobody') await logRefused(pools, at)
  }
}

async function logRefused(pools: Pools, at: Entry): Promise<void> {
  const pool = purposes[at.purpose].role === 'operator' ? pools.owner : pools.app
  await pool?.query(`${entering(at)}; select log_access('refused', '{}', '{}', '{}', null); commit`)
}

// One statement, so that leaving costs one round trip. Everything in it is a UUID, a word of ours or hex.
function logging(keys: Keys, { asker, writes }: Entry & { writes: boolean }, told: Told<unknown>): string {
  const at = { municipalityId: asker.municipalityId, use: 'search-words', boundTo: 'access_log.words' } as const
  const words = told.words === undefined ? 'null' : `'\\x${keys.encrypt(at, told.words).toString('hex')}'::bytea`
  const about = inOrder(told.about)
  const subjects = about.map(each => each.subject).join(',')
  const ids = about.map(each => uuid(each.id)).join(',')
  const parties = about.map(each => uuid(each.partyId ?? noParty)).join(',')
  const kind = told.kind ?? (writes ? 'change' : 'read')
  return `select log_access('${kind}', '{${subjects}}', '{${ids}}', '{${parties}}', ${words})`
}

/** Tells subjects apart. A client chose the id: it may stand at two parties, and for a talk and a citizen alike. */
export function subjectKey({ id, partyId, subject }: Subject): string {
  return `${id} ${partyId ?? noParty} ${subject}`
}

// Each subject once, in the order of their keys: the log's digest of them is made in the order in which they come.
function inOrder(about: readonly Subject[]): Subject[] {
  const once = new Map(about.map(each => [subjectKey(each), each]))
  return [...once].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, subject]) => subject)
}

function entering({ asker, purpose }: Entry): string {
  const person = asker.personId === null ? '' : uuid(asker.personId)
  return (
    `begin; set local role brobygger_${purposes[purpose].role}; ` +
    `set local app.municipality = '${uuid(asker.municipalityId)}'; ` +
    `set local app.person = '${person}'; set local app.purpose = '${purpose}'`
  )
}

// These go into SQL as text, in one round trip; nothing but a UUID may pass.
function uuid(text: string): string {
  if (!isId(text)) throw new Error('not an id')
  return text
}

type Work = (tx: never) => Promise<unknown>

function toldOf(outcome: unknown, purpose: Purpose): Told<unknown> {
  if (typeof outcome === 'object' && outcome !== null && 'about' in outcome) return outcome as Told<unknown>
  throw new Error(`${purpose} is in the log and named nobody`)
}

interface Pools {
  app: pg.Pool
  owner: pg.Pool | undefined
  keys: Keys
}

interface Entry {
  asker: Asker
  purpose: Purpose
}
