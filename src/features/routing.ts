import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { z } from 'zod'
import type { Config } from '../config.ts'
import type { Asker, Db } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import { parse } from '../platform/form.ts'
import type { Form, Typed } from '../platform/form.ts'
import { drawnForField } from '../platform/html/forms.ts'
import type { Keys } from '../platform/keys.ts'
import type { Instant } from '../platform/time.ts'
import { readNow } from '../platform/time.ts'
import type { Purpose } from '../purposes.ts'
import { holds } from './people/rules.ts'
import type { Actor, Role } from './people/rules.ts'

/** Who may use a route. Anybody else gets the answer of a page that is not there. */
export type Who = 'everybody' | 'signedIn' | readonly Role[]

/** The municipality of the address. */
export interface Municipality {
  id: string
  slug: string
  name: string
  demo: boolean
  /** Whether it has its own words on whom to ring about a child. */
  childConcern: boolean
}

/** What the house is made of; the same for every request. */
export interface House {
  db: Db
  keys: Keys
  config: Config
  /** The jobs of this process, when it runs them. */
  jobs?: { state(): 'starting' | boolean } | undefined
}

/** What a handler is given besides Hono's context. */
export interface Given<A = Actor, F = undefined> extends House {
  municipality: Municipality
  actor: A
  /** The actor, or the visitor, as the database's doors want it. */
  asker: Asker
  now: Instant
  form: F
}

export interface RouteSpec<W extends Who> {
  who: W
  /** Why the route opens the database; a refused try is logged under it. */
  purpose: Purpose
  /** `true`: the handler reads the body itself, because it is large. */
  upload?: boolean
}

export interface Route {
  method: 'GET' | 'POST'
  path: string
  spec: RouteSpec<Who>
  form: z.ZodObject | undefined
  handle: (c: Context, given: Given<Actor | undefined, unknown>) => Response | Promise<Response>
}

type ActorOf<W extends Who> = W extends 'everybody' ? Actor | undefined : Actor
type Handle<W extends Who, F> = (c: Context, given: Given<ActorOf<W>, F>) => Response | Promise<Response>

/**
 * The routes of one feature, below `/{slug}`. A route cannot be written without saying who may use it
 * and for what purpose; the isolation matrix and the bad-input run read the same table. The name of a
 * path parameter says what it is (`:contactId`, `:centreSlug`).
 */
export class Routes {
  readonly table: Route[] = []

  get<const W extends Who>(path: string, spec: RouteSpec<W>, handle: Handle<W, undefined>): this {
    return this.#add({ method: 'GET', path, spec, form: undefined }, handle)
  }

  post<const W extends Who, S extends z.ZodObject>(
    path: string,
    spec: RouteSpec<W> & { form: S },
    handle: Handle<W, Form<z.output<S>>>,
  ): this {
    return this.#add({ method: 'POST', path, spec, form: spec.form }, handle)
  }

  #add(route: Omit<Route, 'handle'>, handle: unknown): this {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `who` decides the actor's type, and is checked before the call
    this.table.push({ ...route, handle: handle as Route['handle'] })
    return this
  }
}

/** A post that cannot be taken from whoever is signed in now, so that what was typed has to wait. */
export interface Late {
  typed: Typed
  /** The account that the page was drawn for, as its form says; whoever sends it may have written anything there. */
  drawnFor: string | string[] | undefined
  /** The name of the other person who is signed in now. */
  now: string | undefined
}
/** What to answer when nobody is signed in, or somebody else than the form was drawn for. */
export type SignedOut = (c: Context, given: Given<undefined>, late: Late | undefined) => Response | Promise<Response>

/** Mounts the features' routes below `/{slug}`, each behind the one gate. */
export function mount(house: House, features: readonly Routes[], signedOut: SignedOut): Hono {
  const app = new Hono()
  for (const route of features.flatMap(feature => feature.table)) {
    const path = `/:slug${route.path === '/' ? '' : route.path}`
    app.on(route.method, path, c => answer(c, { house, route, signedOut }))
  }
  return app
}

async function answer(c: Context, at: { house: House; route: Route; signedOut: SignedOut }): Promise<Response> {
  const { house, route, signedOut } = at
  const opened = await openRequest(house, c)
  const { municipality, actor } = opened
  const asker = { municipalityId: municipality.id, personId: actor?.personId ?? null }
  const given = { ...house, municipality, asker, now: readNow() }
  // The body is read before the database is opened: a slow phone must not hold a connection.
  const { [drawnForField]: drawnFor, ...typed } = route.form && route.spec.upload !== true ? await readTyped(c) : {}
  // A form that one person left open must not go out as the next one who signs in.
  if (route.spec.who !== 'everybody' && (!actor || (drawnFor !== undefined && drawnFor !== actor.accountId))) {
    const late = { typed, drawnFor, now: actor?.personName }
    return signedOut(c, { ...given, actor: undefined, form: undefined }, route.method === 'POST' ? late : undefined)
  }
  if (Array.isArray(route.spec.who) && !holds(actor, ...route.spec.who)) {
    await house.db.refused(asker, route.spec.purpose)
    throw new NotFound()
  }
  const response = await route.handle(c, { ...given, actor, form: route.form && parse(route.form, typed) })
  if (route.spec.who !== 'everybody') response.headers.set('cache-control', 'no-store')
  return response
}

interface OpenedRow {
  municipality_id: string
  slug: string
  name: string
  demo: boolean
  child_concern: boolean
  account_id: string | null
  person_id: string | null
  person_name: string | null
  stage: 'second_factor' | 'open' | null
  memberships: Actor['memberships'] | null
}

/** The municipality of the address and who is signed in there; throws `NotFound` for no municipality. */
async function openRequest(
  { db, config }: House,
  c: Context,
): Promise<{ municipality: Municipality; actor: Actor | undefined }> {
  const slug = c.req.param('slug') ?? ''
  if (!/^[a-z0-9-]{2,40}$/.test(slug)) throw new NotFound()
  const token = getCookie(c, sessionCookie(config))
  const [row] = await db.call<OpenedRow>('open_request', [slug, token === undefined ? null : hashToken(token)])
  if (!row) throw new NotFound()
  const municipality = {
    id: row.municipality_id,
    slug: row.slug,
    name: row.name,
    demo: row.demo,
    childConcern: row.child_concern,
  }
  return { municipality, actor: row.stage === 'open' ? actorOf(row) : undefined }
}

/** The name of the session's cookie: bound to the host when the house is reached by https. */
export function sessionCookie(config: Config): string {
  return config.baseUrl.startsWith('https:') ? '__Host-brobygger' : 'brobygger'
}

/** Only the hash of a token is in the database. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

function actorOf(row: OpenedRow): Actor | undefined {
  if (row.account_id === null || row.person_id === null) return undefined
  return {
    municipalityId: row.municipality_id,
    personId: row.person_id,
    personName: row.person_name ?? '',
    accountId: row.account_id,
    memberships: row.memberships ?? [],
  }
}

async function readTyped(c: Context): Promise<Typed> {
  const body = await c.req.parseBody({ all: true })
  const texts = Object.entries(body).map(([name, value]): [string, string | string[]] => {
    const strings = [value].flat().filter(each => typeof each === 'string')
    return [name, strings.length === 1 ? (strings[0] ?? '') : strings]
  })
  return Object.fromEntries(texts)
}
