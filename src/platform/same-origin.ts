import type { MiddlewareHandler } from 'hono'

/**
 * Unsafe requests come only from our own pages: `Sec-Fetch-Site` says so where the browser sends it,
 * `Origin` where it does not. A client that sends neither is no browser and carries no cookie of one.
 */
export function onlyFromOurPages(): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || isOurs(c.req.raw.headers, c.req.url)) return await next()
    return c.text('Siden tog ikke imod det, du sendte, og der er ikke gemt noget.', 403)
  }
}

function isOurs(headers: Headers, url: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  if (origin === null) return true
  return URL.canParse(origin) && new URL(origin).host === (headers.get('host') ?? new URL(url).host)
}
