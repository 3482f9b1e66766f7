import { efforts } from '../contacts/codes.ts'
import { addDays, compareDays } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { roles } from './rules.ts'
import type { Effort, Role } from './rules.ts'
import { endTexts, membershipTexts } from './texts.da.ts'

/** Roles of a whole municipality; the others belong to a party. The database has the same list. */
const municipalRoles: readonly Role[] = ['project_leader', 'leader', 'administrator', 'data_protection_officer']
const unitRoles: readonly Role[] = ['outreach_worker', 'coordinator']
const centreRoles: readonly Role[] = ['centre_staff', 'centre_manager']

export interface PartyChoice {
  id: string
  name: string
  kind: 'unit' | 'centre'
  controllerKind: 'public' | 'private'
}

export interface MembershipWish {
  role: Role
  partyId: string | undefined
  effort: Effort | undefined
  mayDecide: boolean
  from: Day
  until: Day | undefined
}

/** What is wrong with a role that somebody is to have, or nothing. */
export function wrongWith(wish: MembershipWish, party: PartyChoice | undefined, today: Day): FieldMessage | undefined {
  const days = wrongDays(wish, today)
  const place = wrongPlace(wish, party)
  return place ?? wrongAuthority(wish, party) ?? days
}

function wrongDays(wish: MembershipWish, today: Day): FieldMessage | undefined {
  if (compareDays(wish.from, today) < 0) return { field: 'from', message: membershipTexts.fromPast }
  if (wish.until && compareDays(wish.until, wish.from) < 0)
    return { field: 'until', message: membershipTexts.untilBefore }
  return undefined
}

function wrongPlace(wish: MembershipWish, party: PartyChoice | undefined): FieldMessage | undefined {
  const field = 'partyId'
  if (municipalRoles.includes(wish.role)) {
    return wish.partyId === undefined ? undefined : { field, message: membershipTexts.partyTooMuch }
  }
  if (!party) return { field, message: membershipTexts.partyMissing }
  if (unitRoles.includes(wish.role) && party.kind !== 'unit') return { field, message: membershipTexts.needsUnit }
  if (centreRoles.includes(wish.role) && party.kind !== 'centre') return { field, message: membershipTexts.needsCentre }
  return undefined
}

// The roles stay clear (domain 117): authority is the municipality's and nobody else's.
function wrongAuthority(wish: MembershipWish, party: PartyChoice | undefined): FieldMessage | undefined {
  if (!wish.mayDecide) return undefined
  const allowed = unitRoles.includes(wish.role) && party?.controllerKind === 'public'
  return allowed ? undefined : { field: 'mayDecide', message: membershipTexts.mayNotDecide }
}

/** The last day of a membership that is to end; a row that is taken back at once holds on no day. */
export function lastDay(wish: { when: 'now' | 'day'; day: Day | undefined }, from: Day, today: Day): LastDay {
  if (wish.when === 'now') {
    const [yesterday, before] = [addDays(today, -1), addDays(from, -1)]
    return { ok: true, day: compareDays(before, yesterday) > 0 ? before : yesterday }
  }
  if (!wish.day) return { ok: false, message: endTexts.dayMissing }
  if (compareDays(wish.day, today) < 0) return { ok: false, message: endTexts.dayPast }
  if (compareDays(wish.day, from) < 0) return { ok: false, message: endTexts.dayBefore }
  return { ok: true, day: wish.day }
}

/** Where a membership stands on a day. `taken`: it was taken back before it held a whole day. */
export function membershipState(
  days: { from: Day; until: Day | null },
  today: Day,
): 'coming' | 'now' | 'ended' | 'taken' {
  if (days.until && compareDays(days.until, days.from) < 0) return 'taken'
  if (days.until && compareDays(days.until, today) < 0) return 'ended'
  return compareDays(days.from, today) > 0 ? 'coming' : 'now'
}

export function accountState(
  account: { closed: boolean; hasPassword: boolean } | null,
): 'none' | 'invited' | 'active' | 'closed' {
  if (!account) return 'none'
  if (account.closed) return 'closed'
  return account.hasPassword ? 'active' : 'invited'
}

/** The role and the effort of a row; the database lets no other word in. */
export function roleOf(text: string): Role {
  const found = roles.find(role => role === text)
  if (!found) throw new Error('a role that is not in the list')
  return found
}
export function effortOf(text: string | null): Effort | null {
  return efforts.find(effort => effort === text) ?? null
}

export interface FieldMessage {
  field: string
  message: string
}
type LastDay = { ok: true; day: Day } | { ok: false; message: string }
