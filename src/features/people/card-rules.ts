import { initialsOf } from '../presence/face-rules.ts'
import type { Membership, Role } from './rules.ts'

/** The shape and the colour of somebody's portrait, as the board would draw it. */
export function faceOfCard(
  name: string,
  actor: { memberships: readonly Pick<Membership, 'role' | 'mayDecide'>[] },
): { initials: string; shape: 'square' | 'round' | 'dashed'; tone: 'kommune' | 'centre' | 'other' } {
  const held = actor.memberships.map(each => each.role)
  const any = (...roles: Role[]) => roles.some(role => held.includes(role))
  const initials = initialsOf(name)
  if (actor.memberships.some(each => each.mayDecide)) return { initials, shape: 'square', tone: 'kommune' }
  if (any('centre_staff', 'centre_manager')) return { initials, shape: 'round', tone: 'centre' }
  if (any('volunteer')) return { initials, shape: 'dashed', tone: 'other' }
  return { initials, shape: 'round', tone: 'kommune' }
}
