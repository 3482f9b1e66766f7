import { CompiledQuery, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { DatabaseConnection, Driver, QueryResult } from 'kysely'
import pg from 'pg'
import { purposes } from '../purposes.ts'
import type { PersonsPurpose, PlainPurpose, Purpose } from '../purposes.ts'
import { NotFound, Overloaded, isPgError } from './errors.ts'
import { isId } from './id.ts'
import type { Keys } from './keys.ts'
import type { DB } from './schema.generated.ts'

// Days and clock times stay the text that they are ('2026-11-24', '14:30:00'); counts are numbers.
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

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

/** Whom a transaction showed or changed; an anonymous contact is named by its own id. */
export interface Subject {
  subject: 'citizen' | 'contact' | 'account'
  id: string
  /** The party that owns the record; null for an account. */
  partyId: string | null
}

export type LogKind = 'read' | 'add' | 'change' | 'search' | 'extract' | 'delete'

/** The value of a transaction about persons, and whom it was about. An empty list is an empty page. */
export interface Told<T> {
  value: T
  about: readonly Subject[]
  /** What the log calls it; `read` for a read and `change` for a write when left out. */
  kind?: LogKind
  /** The words of a search. They are encrypted in the log and kept nowhere else. */
  words?: string
}

export interface ReadDoor {
  <T>(asker: Asker, purpose: PersonsPurpose, work: (tx: Read) => Promise<Told<T>>): Promise<T>
  <T>(asker: Asker, purpose: PlainPurpose, work: (tx: Read) => Promise<T>): Promise<T>
}
export interface WriteDoor {
  <T>(asker: Asker, purpose: PersonsPurpose, work: (tx: Write) => Promise<Told<T>>): Promise<T>
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
  const app = openPool(options.appUrl, options.poolSize ?? 10)
  const owner = options.ownerUrl === undefined ? undefined : openPool(options.ownerUrl, 3)

  async function run(asker: Asker, purpose: Purpose, work: Work, writes: boolean): Promise<unknown> {
    const { role, about } = purposes[purpose]
    const pool = role === 'operator' ? owner : app
    if (!pool) throw new Error(`${purpose} needs the owner's login: set MIGRATION_DATABASE_URL`)
    const client = await connect(pool)
    let failed: Error | undefined
    try {
      await client.query(entering(asker, purpose))
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a brand only this file can give
      const outcome = await work(kyselyOn(client) as never)
      const leaving = about === 'persons' ? logging(toldOf(outcome, purpose), asker, writes) : ''
      await client.query(`${leaving}commit`)
      return about === 'persons' ? toldOf(outcome, purpose).value : outcome
    } catch (error) {
      failed = error instanceof Error ? error : new Error(String(error))
      await client.query('rollback').catch(() => undefined)
      throw error
    } finally {
      client.release(isBroken(failed))
      if (failed instanceof NotFound && about === 'persons') await refused(asker, purpose)
    }
  }

  function logging(told: Told<unknown>, asker: Asker, writes: boolean): string {
    const words =
      told.words === undefined
        ? 'null'
        : `'\\x${options.keys
            .encrypt({ municipalityId: asker.municipalityId, use: 'search-words', boundTo: 'access_log.words' }, told.words)
            .toString('hex')}'::bytea`
    const subjects = told.about.map(each => each.subject).join(',')
    const ids = told.about.map(each => uuid(each.id)).join(',')
    const parties = told.about.map(each => (each.partyId === null ? 'null' : uuid(each.partyId))).join(',')
    const kind = told.kind ?? (writes ? 'change' : 'read')
    return `select log_access('${kind}', '{${subjects}}', '{${ids}}', '{${parties}}', ${words}); `
  }

  async function refused(asker: Asker, purpose: Purpose): Promise<void> {
    const pool = purposes[purpose].role === 'operator' ? owner : app
    if (!pool) return
    await pool.query(`${entering(asker, purpose)}; select log_access('refused', '{}', '{}', '{}', null); commit`)
  }

  return {
    // oxlint-disable typescript/no-unsafe-type-assertion -- the overloads say what comes out for which purpose
    read: ((asker: Asker, purpose: Purpose, work: Work) => run(asker, purpose, work, false)) as ReadDoor,
    write: ((asker: Asker, purpose: Purpose, work: Work) => run(asker, purpose, work, true)) as WriteDoor,
    // oxlint-enable typescript/no-unsafe-type-assertion
    refused,
    async call<Row>(name: string, args: readonly unknown[]) {
      const client = await connect(app)
      try {
        const text = `select * from ${name}(${args.map((_, index) => `$${index + 1}`).join(', ')})`
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller names the function's row
        return (await client.query({ name: `call ${name}`, text, values: [...args] })).rows as Row[]
      } finally {
        client.release()
      }
    },
    listen: (channel, heard) => listenOn(options.appUrl, channel, heard),
    async close() {
      await Promise.all([app.end(), owner?.end()])
    },
  }
}

function entering(asker: Asker, purpose: Purpose): string {
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
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the doors' types ask for it
  if (typeof outcome === 'object' && outcome !== null && 'about' in outcome) return outcome as Told<unknown>
  throw new Error(`${purpose} is about persons and named nobody`)
}

function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    options: '-c statement_timeout=30s -c idle_in_transaction_session_timeout=60s -c timezone=UTC',
  })
  // A connection that dies while idle is replaced at the next use.
  pool.on('error', () => undefined)
  return pool
}

// After a crash the server answers 57P03 for a moment; a restart refuses the socket for one.
async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await pool.connect()
    } catch (error) {
      if (error instanceof Error && error.message.includes('timeout exceeded')) throw new Overloaded('no connection is free')
      if (attempt >= 20 || !isPgError(error, '57P03', '57P01', 'ECONNREFUSED', 'ENOENT', 'ECONNRESET')) throw error
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
}

function isBroken(error: Error | undefined): boolean {
  return error !== undefined && (!('code' in error) ? error.message.includes('onnection') : isPgError(error, '57P01', '57P02', '57P03', '25P03', 'ECONNRESET', 'EPIPE'))
}

const builders = new WeakMap<pg.PoolClient, Kysely<DB>>()
function kyselyOn(client: pg.PoolClient): Kysely<DB> {
  const known = builders.get(client)
  if (known) return known
  const builder = new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driverOn(client),
      createIntrospector: db => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  builders.set(client, builder)
  return builder
}

function driverOn(client: pg.PoolClient): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const result = await client.query({ ...named(query.sql), values: [...query.parameters] })
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Kysely's types say what the row is
      return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
    },
    async *streamQuery() {
      throw new Error('streaming is not used here')
    },
  }
  const nothing = async () => undefined
  return {
    init: nothing,
    acquireConnection: async () => connection,
    beginTransaction: nothing,
    commitTransaction: nothing,
    rollbackTransaction: nothing,
    releaseConnection: nothing,
    destroy: nothing,
  }
}

// A named statement is parsed and planned once a connection: 2.3 times as fast. The list is bounded,
// because a query with a varying number of values has a varying text.
const names = new Map<string, string>()
function named(text: string): { text: string; name?: string } {
  let name = names.get(text)
  if (name === undefined && names.size < 1_000) names.set(text, (name = `q${names.size}`))
  return name === undefined ? { text } : { text, name }
}

async function listenOn(url: string, channel: string, heard: (payload: string) => void) {
  let client: pg.Client | undefined
  let ended = false
  async function start(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url })
    fresh.on('notification', message => heard(message.payload ?? ''))
    // The database may go away and come back; whoever listens hears again within half a second.
    fresh.on('error', () => void again(fresh))
    fresh.on('end', () => void again(fresh))
    await fresh.connect()
    await fresh.query(`listen ${pg.escapeIdentifier(channel)}`)
    client = fresh
  }
  async function again(from: pg.Client): Promise<void> {
    if (ended || client !== from) return
    client = undefined
    while (!ended && client === undefined) {
      await new Promise(resolve => setTimeout(resolve, 500))
      await start().catch(() => undefined)
    }
  }
  await start()
  return async () => {
    ended = true
    await client?.end()
  }
}
