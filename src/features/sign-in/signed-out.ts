import { paths } from '../../paths.ts'
import type { SignedOut } from '../routing.ts'

/** Nobody is signed in: go and sign in, and come back to where one was going. */
export const signedOut: SignedOut = (c, { municipality }) =>
  c.redirect(`${paths.signIn(municipality)}?next=${encodeURIComponent(new URL(c.req.url).pathname)}`, 303)
