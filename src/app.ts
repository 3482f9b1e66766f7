import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from './security-headers.ts'
import { errorAnswer, notFoundAnswer } from './answers.ts'
import { mount } from './features/routing.ts'
import type { House, Routes } from './features/routing.ts'
import { signedOut } from './features/sign-in/signed-out.ts'
import { features } from './sitemap.ts'
import { health } from './health.ts'
import { inFlightLimit } from './platform/overload.ts'
import { assetsApp } from './platform/html/assets.ts'
import { wholePages } from './platform/html/whole.ts'
import { front } from './features/municipalities/front.ts'
import { onlyFromOurPages } from './platform/same-origin.ts'

/** The whole house as one web application; `features` lists what stands below `/{slug}`. */
export function createApp(house: House, routes: readonly Routes[] = features): Hono {
  const app = new Hono()
  app.use(inFlightLimit(300))
  app.use(secureHeaders(house.config))
  app.use(wholePages())
  app.use(onlyFromOurPages())
  app.route('/assets', assetsApp)
  app.route('/', health(house))
  app.get('/', c => front(c, house))
  app.use('/:slug/*', sizeLimit)
  app.route('/', mount(house, routes, signedOut))
  app.notFound(c => notFoundAnswer(c))
  app.onError((error, c) => errorAnswer(error, c))
  return app
}

// Spreadsheets are the only large things that come in; their own routes count the bytes.
const small = bodyLimit({ maxSize: 1024 * 1024, onError: c => c.text('For stort', 413) })
// A GET has no body, and asking whether it has one costs as much as all that Hono does with it.
const sizeLimit: typeof small = (c, next) =>
  c.req.method === 'GET' || c.req.path.endsWith('/upload') ? next() : small(c, next)
