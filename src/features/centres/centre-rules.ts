import { holds, managedParties } from '../people/rules.ts'
import type { Actor } from '../people/rules.ts'
import { plainLetters } from './texts.da.ts'

/** Whether the actor may write about a centre: an administrator about each, a manager about the own one. */
export function mayManage(actor: Actor, centre: { partyId: string }): boolean {
  return managedParties(actor).includes(centre.partyId) || holds(actor, 'administrator')
}

/** Whether the actor leads a centre that somebody other than the municipality answers for. */
export function isOwnPrivate(actor: Actor, centre: Owned): boolean {
  return managedParties(actor).includes(centre.partyId) && centre.controller.kind === 'private'
}

/** Who hands a centre to another controller: a private one its own manager, the municipality's the administrator. */
export function mayChangeController(actor: Actor, centre: Owned): boolean {
  return centre.controller.kind === 'private' ? isOwnPrivate(actor, centre) : holds(actor, 'administrator')
}

interface Owned {
  partyId: string
  controller: { kind: 'public' | 'private' }
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
