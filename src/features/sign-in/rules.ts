import { paths } from '../../paths.ts'
import type { Role } from '../people/rules.ts'
import { recordRoles } from '../people/rules.ts'

/** The password of every demo sign-in. It stands on the demo's sign-in page and in the README. */
export const demoPassword = 'velkommen-til-haderby'

/** How long a one-time link can be used, in hours. */
export const linkHours = { invitation: 48, forgotten: 1 }

/** Whether somebody must show a code besides the password. The demo never asks. */
export function asksSecondFactor(
  municipality: { demo: boolean },
  who: { secondFactor: boolean; roles: readonly Role[] },
): boolean {
  return !municipality.demo && (who.secondFactor || who.roles.some(role => isOneOf(recordRoles, role)))
}

/** The page that somebody's day begins with. */
export function firstPage(at: { slug: string }, roles: readonly Role[]): string {
  const holds = (...wanted: Role[]): boolean => roles.some(role => wanted.includes(role))
  if (holds(...recordRoles, 'volunteer')) return paths.today(at)
  if (holds('administrator')) return paths.people(at)
  if (holds('project_leader', 'leader')) return paths.figures(at)
  if (holds('data_protection_officer')) return paths.log(at)
  return paths.more(at)
}

/** Where `next` may lead: to a page of the same municipality that is not about signing in. */
export function safeNext(at: { slug: string }, next: string | undefined): string | undefined {
  if (next === undefined || !next.startsWith(`/${at.slug}/`) || !URL.canParse(next, somewhere)) return undefined
  const { origin, pathname, search } = new URL(next, somewhere)
  // A browser reads a backslash as a slash and `..` as a step up, so what it would read is judged, not what is written.
  if (origin !== somewhere || !pathname.startsWith(`/${at.slug}/`)) return undefined
  if ([paths.signIn(at), paths.signOut(at)].some(ours => pathname === ours || pathname.startsWith(`${ours}/`)))
    return undefined
  return pathname + search
}

/** What may be tried how often: `free` tries of the last `hours` cost nothing, then pauses double up to `longest` seconds. */
export interface Limit {
  free: number
  longest: number
  hours: number
}

/**
 * On a device known to be the account's own only the device counts, and pauses stay short: whoever tries from
 * elsewhere never locks the owner out. An address is often a whole town hall.
 */
export const limits = {
  account: { free: 5, longest: 900, hours: 24 },
  address: { free: 30, longest: 60, hours: 1 },
  device: { free: 10, longest: 60, hours: 1 },
} as const satisfies Record<string, Limit>

const somewhere = 'https://here.invalid'

function isOneOf<T extends string>(list: readonly T[], value: string): value is T {
  return list.some(each => each === value)
}
