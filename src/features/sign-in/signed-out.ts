import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { isId } from '../../platform/id.ts'
import type { Late, SignedOut } from '../routing.ts'
import { lastSession } from './cookies.ts'
import { signInPage } from './pages.ts'
import type { Carried } from './pages.ts'
import { findSessionOwner } from './queries.ts'
import { demoSignInsOf, stepHref } from './steps.ts'
import type { Step } from './steps.ts'
import { texts } from './texts.da.ts'
import { sealWaiting } from './waiting-rules.ts'

/**
 * Nobody is signed in, or somebody else. A page is come back to; what a post brought waits, sealed, in the page that
 * asks to sign in: for the account that its form was drawn for or whose session has ended, else for nobody.
 */
export const signedOut: SignedOut = async (c, given, late) => {
  const { pathname, search } = new URL(c.req.url)
  if (late === undefined) return c.redirect(stepHref(paths.signIn(given.municipality), pathname + search), 303)
  const { typed, now: other } = late
  // A file is not kept, so nothing of its form is.
  const accountId = pathname.endsWith('/upload') ? undefined : await ownerOf(c, given, late)
  const owner = accountId === undefined ? undefined : { municipalityId: given.municipality.id, accountId }
  const waiting = owner && sealWaiting(given.keys, owner, { path: pathname + search, typed, now: given.now })
  return await signInAgain(c, given, { waiting, other })
}

/** The sign-in page as the answer to a post that came too late, or when somebody else was signed in. */
export async function signInAgain(
  c: Context,
  given: Step<unknown>,
  { other, ...carried }: Carried & { other?: string | undefined },
): Promise<Response> {
  c.header('cache-control', 'no-store')
  const words = other === undefined ? texts : texts.otherSignedIn(other)
  const said = carried.waiting ? words.waiting : words.notWaiting
  return c.html(
    signInPage(given, { ...carried, said, demo: await demoSignInsOf(given) }),
    other === undefined ? 401 : 409,
  )
}

async function ownerOf(c: Context, given: Step, { drawnFor }: Late): Promise<string | undefined> {
  if (drawnFor !== undefined) return isId(drawnFor) ? drawnFor : undefined
  const token = lastSession(c, given.config)
  if (token === undefined) return undefined
  return await findSessionOwner(given, { municipalityId: given.municipality.id, token })
}
