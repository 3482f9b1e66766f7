import type { MiddlewareHandler } from 'hono'

/** Hands a page on as the text that it becomes: what the `html` tag gives is not one yet. */
export function wholePages(): MiddlewareHandler {
  return async (c, next) => {
    const send = c.html
    c.html = (page: unknown, ...rest: []) => send(String(page), ...rest)
    await next()
  }
}
