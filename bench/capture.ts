import pg from 'pg'
import type { Hono } from 'hono'
import type { FloorRoute, Statement } from './floor.ts'

/** A request as the load sends it. */
export interface Asked {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  /** `{id}` is the id of the contact. */
  body?: string
}

/**
 * What the product sends to the database for the data of one request, and what it answers: so that the floor does the
 * same and nothing is forgotten in its favour or against it. What opens, protects and logs the request is left out.
 */
export async function captured(app: Hono, asked: Asked, id?: string): Promise<FloorRoute> {
  const statements: Statement[] = []
  // oxlint-disable-next-line typescript/unbound-method -- it is called with its own `this` below
  const query = pg.Client.prototype.query
  const spy = function (this: pg.Client, ...args: Parameters<typeof query>) {
    const [said] = args as unknown as [unknown]
    if (isStatement(said) && isData(said.text)) statements.push({ text: said.text, values: [...said.values] })
    return query.apply(this, args)
  }
  pg.Client.prototype.query = spy as typeof query
  try {
    const { method, path, headers, body } = asked
    const answer = await app.request(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: body.replaceAll('{id}', id ?? '') }),
    })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    if (answer.status >= 400) throw new Error(`${method} ${path} answers ${answer.status}`)
    const kept = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'content-length'))
    const fresh = id === undefined ? {} : { fresh: id }
    return { method, path, statements, status: answer.status, headers: kept, body: bytes, ...fresh }
  } finally {
    pg.Client.prototype.query = query
  }
}

function isData(text: string): boolean {
  return !/^\s*(begin|commit|rollback|set)\b|open_request|log_access/.test(text)
}

function isStatement(said: unknown): said is Statement {
  return typeof said === 'object' && said !== null && 'text' in said && 'values' in said
}
