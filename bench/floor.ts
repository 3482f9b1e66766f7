import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import pg from 'pg'
import { newId } from '../src/platform/id.ts'
import { planning, lastingPool } from '../src/platform/pool.ts'

// The floor: bare node:http and pg. It runs the statements that a page of the product ran for its data, as a login
// that no policy binds, and answers the same bytes. Nothing is opened, checked, logged or drawn.

/** What the floor does for one address. */
export interface FloorRoute {
  method: 'GET' | 'POST'
  path: string
  statements: Statement[]
  /** A value that is a new id each time: the id of the contact that is recorded. */
  fresh?: string
  status: number
  headers: Record<string, string>
  body: Uint8Array
}

export interface Statement {
  text: string
  values: unknown[]
}

export interface FloorSetting {
  databaseUrl: string
  /** For the triggers, which work in the municipality of the transaction. */
  municipalityId: string
  poolSize: number
}

// Days stay text, as in the product: making dates of them would slow the floor down.
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)

const routes = new Map<string, FloorRoute>()
const names = new Map<string, string>()
let pool: pg.Pool | undefined

process.on('message', (message: FloorSetting | FloorRoute) => {
  if ('databaseUrl' in message) return open(message)
  routes.set(`${message.method} ${message.path}`, message)
  process.send?.('known')
})
process.on('disconnect', () => process.exit())

function open({ databaseUrl, municipalityId, poolSize }: FloorSetting): void {
  pool = lastingPool({
    connectionString: databaseUrl,
    max: poolSize,
    options: `-c app.municipality=${municipalityId} -c timezone=UTC ${planning}`,
  })
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.(typeof address === 'object' ? address?.port : undefined)
  })
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const route = routes.get(`${request.method} ${request.url}`)
  if (!route) {
    response.writeHead(404).end()
    return
  }
  // The body has to be read, as the product does, before the next request comes on the same connection.
  for await (const _ of request);
  const id = route.fresh === undefined ? undefined : newId()
  for (const { text, values } of route.statements) {
    await pool?.query({
      name: nameOf(text),
      text,
      values: id === undefined ? values : values.map(value => (value === route.fresh ? id : value)),
    })
  }
  response.writeHead(route.status, { ...route.headers, 'content-length': route.body.length })
  response.end(route.body)
}

function nameOf(text: string): string {
  const known = names.get(text) ?? `f${names.size}`
  names.set(text, known)
  return known
}
