import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { typedIn } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { networkOf } from '../../platform/remote-address.ts'
import type { Actor, Role } from '../people/rules.ts'
import type { Given } from '../routing.ts'
import { presentedDevice } from './cookies.ts'
import { resumePage } from './pages.ts'
import type { Carried } from './pages.ts'
import { listDemoSignIns } from './queries.ts'
import type { DemoSignIn } from './queries.ts'
import { firstPage, safeNext } from './rules.ts'
import { takeTry } from './session-commands.ts'
import type { Counter, Try } from './session-commands.ts'
import { openWaiting } from './waiting-rules.ts'

// What the steps of signing in have in common.

/** A handler's gifts, whoever asks. */
export type Step<F = undefined> = Given<Actor | undefined, F>

/** What the form carries along from step to step. */
export function carriedIn(form: Form<unknown>): Carried {
  return { next: typedIn(form, 'next'), waiting: typedIn(form, 'waiting') }
}

/**
 * Counts a try before it is judged: on a device that the account knows under the device alone, elsewhere under
 * what is tried and under the network that it comes from.
 */
export async function countTry(c: Context, given: Step<unknown>, what: Counter & { known: boolean }): Promise<Try> {
  const device = presentedDevice(c, given.config)
  const counters: Counter[] =
    what.known && device
      ? [{ kind: 'device', text: device.toString('hex') }]
      : [
          { kind: what.kind, text: what.text },
          { kind: 'address', text: networkOf(c) },
        ]
  const tried = await takeTry(given, given.municipality.id, counters)
  if (tried.wait > 0) c.header('retry-after', String(tried.wait))
  return tried
}

/** Somebody is signed in: to what they had typed, to where they were going, or to where their day begins. */
export function arrive(
  c: Context,
  given: Step<unknown>,
  who: { accountId: string; roles: readonly Role[] } & Carried,
): Response | Promise<Response> {
  const { municipality, keys, now } = given
  const leave = safeNext(municipality, who.next) ?? firstPage(municipality, who.roles)
  const owner = { municipalityId: municipality.id, accountId: who.accountId }
  const waiting = who.waiting ? openWaiting(keys, owner, { sealed: who.waiting, now }) : undefined
  return waiting ? c.html(resumePage(given, { waiting, leave })) : c.redirect(leave, 303)
}

/** The address of a step, with where one is going. */
export function stepHref(path: string, next: string | undefined): string {
  return next ? `${path}?next=${encodeURIComponent(next)}` : path
}

/** Whether anybody can sign in here: in a demo only where demo sign-ins work. */
export function isOpen({ municipality, config }: Step<unknown>): boolean {
  return !municipality.demo || config.demoSignIns
}

export async function demoSignInsOf(given: Step<unknown>): Promise<DemoSignIn[]> {
  return given.municipality.demo && isOpen(given) ? await listDemoSignIns(given, given.municipality) : []
}

/** Back to the start, for a step whose session has ended meanwhile. */
export function startAgain(c: Context, given: Step<unknown>, next: string | undefined): Response {
  return c.redirect(stepHref(paths.signIn(given.municipality), next), 303)
}
