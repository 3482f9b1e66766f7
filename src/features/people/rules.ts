/** The roles that a membership can hold. What each sees stands in docs/SECURITY-MODEL.md. */
export const roles = [
  'outreach_worker',
  'centre_staff',
  'centre_manager',
  'volunteer',
  'coordinator',
  'project_leader',
  'leader',
  'administrator',
  'data_protection_officer',
] as const
export type Role = (typeof roles)[number]

/** Roles that see the records of their own party, and therefore need a second factor. */
export const recordRoles = [
  'outreach_worker',
  'centre_staff',
  'centre_manager',
  'coordinator',
] as const satisfies Role[]
export const isRecordRole = (role: Role): boolean => (recordRoles as readonly Role[]).includes(role)
/** Roles that see the figures; the database has the same list in `i_see_figures()`. */
export const figureRoles = [...recordRoles, 'project_leader', 'leader', 'administrator'] as const satisfies Role[]

export type Effort = 'casework' | 'substanceUse' | 'contactPerson' | 'health' | 'employment'

export interface Membership {
  role: Role
  partyId: string | null
  effort: Effort | null
  mayDecide: boolean
}

/** Who is signed in, with the memberships of today. */
export interface Actor {
  municipalityId: string
  personId: string
  personName: string
  accountId: string
  memberships: readonly Membership[]
}

/** Whether the actor holds one of the roles today. */
export function holds(actor: Actor | undefined, ...wanted: readonly Role[]): boolean {
  return actor?.memberships.some(each => wanted.includes(each.role)) ?? false
}

/** The parties whose records the actor sees: the same set as the policies use. */
export function recordParties(actor: Actor): string[] {
  const ids = actor.memberships.flatMap(each =>
    each.partyId !== null && isRecordRole(each.role) ? [each.partyId] : [],
  )
  return [...new Set(ids)]
}

/** The centres' parties that the actor manages. */
export function managedParties(actor: Actor): string[] {
  return actor.memberships.flatMap(each =>
    each.role === 'centre_manager' && each.partyId !== null ? [each.partyId] : [],
  )
}
