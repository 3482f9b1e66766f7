import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { NotFound, Overloaded, RecordClosed, isDatabaseAway, isPgError } from './platform/errors.ts'
import { errorPage, notFoundPage, overloadedPage, refusedPage } from './platform/html/messages.ts'
import { newId } from './platform/id.ts'
import { paths } from './paths.ts'

/** What is missing and what you may not know: the same page, the same status. */
export function notFoundAnswer(c: Context): Response | Promise<Response> {
  return c.html(notFoundPage({ home: homeOf(c) }), 404)
}

/** The one place where a surprise becomes an answer; the log line holds no word that anybody typed. */
export function errorAnswer(error: Error, c: Context): Response | Promise<Response> {
  if (error instanceof NotFound) return notFoundAnswer(c)
  if (error instanceof RecordClosed)
    return c.redirect(paths.citizenClose({ slug: c.req.param('slug') ?? '' }, error.recordId), 303)
  if (error instanceof Overloaded || isDatabaseAway(error)) {
    c.header('retry-after', '2')
    return c.html(overloadedPage({ home: homeOf(c) }), 503)
  }
  if (error instanceof HTTPException && error.status < 500)
    return c.html(refusedPage({ home: homeOf(c) }), error.status)
  // A body that is no form, or a text that the database cannot hold, is the sender's mistake.
  if (error instanceof TypeError && /form|body/i.test(error.message))
    return c.html(refusedPage({ home: homeOf(c) }), 400)
  if (isPgError(error, '22021', '22P02', '22003', '22007', '22008', '22001'))
    return c.html(refusedPage({ home: homeOf(c) }), 400)
  const number = newId().slice(-8)
  console.error(JSON.stringify({ number, route: `${c.req.method} ${routeOf(c)}`, ...described(error) }))
  return c.html(errorPage({ home: homeOf(c), number }), 500)
}

// The message of an error may quote what somebody wrote; its kind and its place may not.
function described(error: Error): object {
  const place = (error.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .slice(0, 6)
    .map(line => line.trim())
  const facts = Object.entries(error).filter(([name]) => ['code', 'constraint', 'table', 'routine'].includes(name))
  return { error: error.name, ...Object.fromEntries(facts), place }
}

function routeOf(c: Context): string {
  return c.req.path
    .split('/')
    .map(part => (/^[a-z-]{1,20}$/.test(part) || part === '' ? part : '…'))
    .join('/')
}

function homeOf(c: Context): string {
  const [, slug = ''] = c.req.path.split('/')
  return /^[a-z0-9-]{2,40}$/.test(slug) ? paths.board({ slug }) : paths.home()
}
