import type { Socket } from 'node:net'
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import pg from 'pg'
import { Overloaded, isPgError } from './errors.ts'
import type { DB } from './schema.generated.ts'

// Days and clock times stay the text that they are ('2026-11-24', '14:30:00'); counts are numbers.
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

/**
 * The tables of people and places are small and stay in memory. Unless told so, PostgreSQL reads one from end to end
 * for each row of a list, and for each session that it looks up, rather than go by its index.
 */
export const planning = '-c random_page_cost=1.1'

/** The pool of the doors; no statement runs longer than 30 seconds. */
export function openPool(connectionString: string, max: number): pg.Pool {
  return lastingPool({
    connectionString,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    // Queries of a connection are sent when they are made, not when the one before is answered.
    pipeline: true,
    options: `-c statement_timeout=30s -c idle_in_transaction_session_timeout=60s -c timezone=UTC ${planning}`,
  })
}

/**
 * A pool that survives the database going away. The process falls over an error that nobody hears, so every pool and
 * client is made here: it is heard from the first moment until the last connection is closed.
 */
export function lastingPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(options)
  // A connection that dies while idle is replaced at the next use.
  pool.on('error', () => undefined)
  // One that dies while it is lent out fails the query that waits for it; nobody else needs to hear of it.
  pool.on('connect', client => client.on('error', () => undefined))
  return pool
}

/** One connection for oneself. When it dies, the next query says so. */
export async function connectClient(connectionString: string): Promise<pg.Client> {
  const client = lastingClient(connectionString)
  await client.connect()
  return client
}

function lastingClient(connectionString: string): pg.Client {
  const client = new pg.Client({ connectionString })
  client.on('error', () => undefined)
  return client
}

/**
 * A connection of the pool. After a crash the server answers 57P03 for a moment, and a restart refuses
 * the socket for one: both are waited out for two seconds. A full pool is `Overloaded`.
 */
export async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await pool.connect()
    } catch (error) {
      if (error instanceof Error && error.message.includes('timeout exceeded'))
        throw new Overloaded('no connection is free')
      if (attempt >= 20 || !isPgError(error, '57P03', '57P01', 'ECONNREFUSED', 'ENOENT', 'ECONNRESET')) throw error
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
}

/** What is asked of a connection until the running step is over goes out in one write: each wakes the server once. */
export function inOnePacket(client: pg.PoolClient): void {
  // The types of pg leave out the connection, which is documented.
  const { stream } = (client as pg.PoolClient & { connection: { stream: Socket } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

const builders = new WeakMap<pg.PoolClient, Kysely<DB>>()
/** Kysely over one connection; the transaction around it is ours. */
export function kyselyOn(client: pg.PoolClient): Kysely<DB> {
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
    streamQuery() {
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

/** Hears NOTIFY on a channel, again after the database has been away, until the returned function is called. */
export async function listenOn(url: string, channel: string, heard: (payload: string) => void) {
  const state: { client: pg.Client | undefined; ended: boolean } = { client: undefined, ended: false }
  async function start(): Promise<void> {
    const fresh = lastingClient(url)
    fresh.on('notification', message => heard(message.payload ?? ''))
    // The database may go away and come back; whoever listens hears again within half a second.
    fresh.on('end', () => void again(fresh))
    try {
      await fresh.connect()
      await fresh.query(`listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      await fresh.end()
      throw error
    }
    if (state.ended) await fresh.end()
    else state.client = fresh
  }
  async function again(from: pg.Client): Promise<void> {
    if (state.ended || state.client !== from) return
    state.client = undefined
    while (!state.ended && state.client === undefined) {
      await new Promise(resolve => setTimeout(resolve, 500))
      await start().catch(() => undefined)
    }
  }
  await start()
  return async () => {
    state.ended = true
    await state.client?.end()
  }
}
