import { holds } from '../people/rules.ts'
import type { Actor } from '../people/rules.ts'
import { plainLetters } from './texts.da.ts'

/** Whether the actor may write about a centre: an administrator about each, a manager about the own one. */
export function mayManage(actor: Actor, centre: { partyId: string }): boolean {
  const own = actor.memberships.some(each => each.role === 'centre_manager' && each.partyId === centre.partyId)
  return own || holds(actor, 'administrator')
}

/** What a name is in an address: small letters, digits and hyphens. Nothing when too little is left. */
export function slugOf(name: string): string | undefined {
  const slug = name
    .toLocaleLowerCase('da')
    .replaceAll(/./gu, letter => plainLetters[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '')
  return slug.length >= 2 ? slug : undefined
}
