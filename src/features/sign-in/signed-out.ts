import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import type { SignedOut } from '../routing.ts'
import { lastSession } from './cookies.ts'
import { signInPage } from './pages.ts'
import type { Carried } from './pages.ts'
import { findSessionOwner } from './queries.ts'
import { demoSignInsOf, stepHref } from './steps.ts'
import type { Step } from './steps.ts'
import { texts } from './texts.da.ts'
import { sealWaiting } from './waiting-rules.ts'

/**
 * Nobody is signed in. A page is come back to; what a post brought waits, sealed, in the page that asks to sign
 * in, for the account whose session has ended, and for nobody where no session is known.
 */
export const signedOut: SignedOut = async (c, given, typed) => {
  const { pathname, search } = new URL(c.req.url)
  if (typed === undefined) return c.redirect(stepHref(paths.signIn(given.municipality), pathname + search), 303)
  // A file is not kept, so nothing of its form is.
  const accountId = pathname.endsWith('/upload') ? undefined : await ownerOf(c, given)
  const owner = accountId === undefined ? undefined : { municipalityId: given.municipality.id, accountId }
  const waiting = owner && sealWaiting(given.keys, owner, { path: pathname + search, typed, now: given.now })
  return await signInAgain(c, given, { waiting })
}

/** The sign-in page as the answer to a post that came too late. */
export async function signInAgain(c: Context, given: Step<unknown>, carried: Carried): Promise<Response> {
  c.header('cache-control', 'no-store')
  const said = carried.waiting ? texts.waiting : texts.notWaiting
  return c.html(signInPage(given, { ...carried, said, demo: await demoSignInsOf(given) }), 401)
}

async function ownerOf(c: Context, given: Step): Promise<string | undefined> {
  const token = lastSession(c, given.config)
  if (token === undefined) return undefined
  return await findSessionOwner(given, { municipalityId: given.municipality.id, token })
}
