import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context } from 'hono'
import type { Html } from './html/html.ts'

const squeeze = promisify(gzip)

/** A public page as few bytes as the browser can take. Pages with somebody's records go out as they are. */
export async function packed(c: Context, page: Awaited<Html>): Promise<Response> {
  c.header('vary', 'accept-encoding')
  c.header('cache-control', 'no-cache')
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.html(page)
  c.header('content-encoding', 'gzip')
  c.header('content-type', 'text/html; charset=utf-8')
  return c.body(await squeeze(String(page), { level: 6 }))
}
