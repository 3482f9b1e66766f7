import type { MiddlewareHandler } from 'hono'

/**
 * Hands a finished page on as plain text. What the `html` tag gives is an object, which the server takes for a
 * stream: it reads it in pieces and writes each by itself, which costs as much as drawing the page.
 */
export function wholePages(): MiddlewareHandler {
  return async (c, next) => {
    const send = c.html
    c.html = (page: unknown, ...rest: []) => send(String(page), ...rest)
    await next()
  }
}
