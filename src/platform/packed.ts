import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context } from 'hono'
import type { Html } from './html/html.ts'

/** A finished page, which may be sent many times. */
export type Drawn = { bytes: Buffer<ArrayBuffer>; packed: Promise<Buffer<ArrayBuffer>> | null }

export function drawn(page: Html): Drawn {
  return { bytes: Buffer.from(String(page)), packed: null }
}

const squeeze: (bytes: Buffer) => Promise<Buffer<ArrayBuffer>> = promisify(gzip)

/** A public page as few bytes as the browser can take. Pages with somebody's records go out as they are. */
export async function sendPacked(c: Context, page: Drawn): Promise<Response> {
  c.header('vary', 'accept-encoding')
  c.header('cache-control', 'no-cache')
  c.header('content-type', 'text/html; charset=utf-8')
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(page.bytes)
  page.packed ??= squeeze(page.bytes)
  c.header('content-encoding', 'gzip')
  return c.body(await page.packed)
}
