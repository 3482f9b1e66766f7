import type { Read } from '../../platform/db.ts'
import { day, instantOf } from '../../platform/time.ts'
import type { Day, Instant } from '../../platform/time.ts'
import type { Effort, Role } from './rules.ts'
import { effortOf, roleOf } from './staff-rules.ts'
import type { PartyChoice } from './staff-rules.ts'

export interface StaffMembership {
  id: string
  role: Role
  partyId: string | null
  partyName: string | null
  effort: Effort | null
  mayDecide: boolean
  from: Day
  until: Day | null
}
export interface StaffAccount {
  id: string
  email: string
  hasPassword: boolean
  secondFactor: boolean
  closed: boolean
  createdAt: Instant
}
export interface StaffPerson {
  id: string
  name: string
  trade: string
  imported: boolean
  account: StaffAccount | null
  memberships: StaffMembership[]
}

/** Everybody who works or has worked here, by name, with accounts and roles: three questions, however many people. */
export async function listStaff(tx: Read, municipalityId: string): Promise<StaffPerson[]> {
  const people = await tx
    .selectFrom('people')
    .select(['id', 'public_name', 'trade', 'imported'])
    .where('municipality_id', '=', municipalityId)
    .orderBy('public_name')
    .orderBy('id')
    .execute()
  const accounts = await accountsIn(tx, municipalityId).execute()
  const memberships = await membershipsIn(tx, municipalityId).execute()
  const accountOf = new Map(accounts.map(row => [row.person_id, row]))
  const membershipsOf = Map.groupBy(memberships, row => row.person_id)
  return people.map(row => staffPerson(row, accountOf.get(row.id), membershipsOf.get(row.id) ?? []))
}

export async function findStaff(tx: Read, municipalityId: string, personId: string): Promise<StaffPerson | undefined> {
  const person = await tx
    .selectFrom('people')
    .select(['id', 'public_name', 'trade', 'imported'])
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person) return undefined
  const account = await accountsIn(tx, municipalityId).where('person_id', '=', personId).executeTakeFirst()
  const memberships = await membershipsIn(tx, municipalityId).where('memberships.person_id', '=', personId).execute()
  return staffPerson(person, account, memberships)
}

/** The account that an e-mail belongs to, whoever's it is. */
export async function findAccountByEmail(tx: Read, municipalityId: string, email: string) {
  return await tx
    .selectFrom('accounts')
    .innerJoin('people', join =>
      join
        .onRef('people.municipality_id', '=', 'accounts.municipality_id')
        .onRef('people.id', '=', 'accounts.person_id'),
    )
    .select(['accounts.id', 'accounts.person_id', 'accounts.closed_at', 'people.public_name'])
    .where('accounts.municipality_id', '=', municipalityId)
    .where('accounts.email', '=', email)
    .executeTakeFirst()
}

/** The parties that a role can be in: units first, then centres. */
export async function partyChoices(tx: Read, municipalityId: string): Promise<PartyChoice[]> {
  const rows = await tx
    .selectFrom('parties')
    .innerJoin('controllers', join =>
      join
        .onRef('controllers.municipality_id', '=', 'parties.municipality_id')
        .onRef('controllers.id', '=', 'parties.controller_id'),
    )
    .select(['parties.id', 'parties.name', 'parties.kind', 'controllers.kind as controller_kind'])
    .where('parties.municipality_id', '=', municipalityId)
    .orderBy('parties.kind', 'desc')
    .orderBy('parties.name')
    .execute()
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    kind: row.kind === 'unit' ? 'unit' : 'centre',
    controllerKind: row.controller_kind === 'public' ? 'public' : 'private',
  }))
}

function accountsIn(tx: Read, municipalityId: string) {
  return tx
    .selectFrom('accounts')
    .select(['id', 'person_id', 'email', 'has_password', 'totp_confirmed_at', 'closed_at', 'created_at'])
    .where('municipality_id', '=', municipalityId)
}

function membershipsIn(tx: Read, municipalityId: string) {
  return tx
    .selectFrom('memberships')
    .leftJoin('parties', join =>
      join
        .onRef('parties.municipality_id', '=', 'memberships.municipality_id')
        .onRef('parties.id', '=', 'memberships.party_id'),
    )
    .select(['memberships.id', 'memberships.person_id', 'memberships.party_id', 'parties.name as party_name'])
    .select(['memberships.role', 'memberships.effort', 'memberships.may_decide'])
    .select(['memberships.valid_from', 'memberships.valid_until'])
    .where('memberships.municipality_id', '=', municipalityId)
    .orderBy('memberships.valid_from', 'desc')
    .orderBy('memberships.id')
}

type PersonRow = { id: string; public_name: string; trade: string; imported: boolean }
type AccountRow = Awaited<ReturnType<ReturnType<typeof accountsIn>['executeTakeFirstOrThrow']>>
type MembershipRow = Awaited<ReturnType<ReturnType<typeof membershipsIn>['executeTakeFirstOrThrow']>>

function staffPerson(row: PersonRow, account: AccountRow | undefined, memberships: MembershipRow[]): StaffPerson {
  return {
    id: row.id,
    name: row.public_name,
    trade: row.trade,
    imported: row.imported,
    account: account ? staffAccount(account) : null,
    memberships: memberships.map(staffMembership),
  }
}

function staffAccount(row: AccountRow): StaffAccount {
  return {
    id: row.id,
    email: row.email,
    hasPassword: row.has_password,
    secondFactor: row.totp_confirmed_at !== null,
    closed: row.closed_at !== null,
    createdAt: instantOf(row.created_at),
  }
}

function staffMembership(row: MembershipRow): StaffMembership {
  return {
    id: row.id,
    role: roleOf(row.role),
    partyId: row.party_id,
    partyName: row.party_name,
    effort: effortOf(row.effort),
    mayDecide: row.may_decide,
    from: day(row.valid_from),
    until: row.valid_until === null ? null : day(row.valid_until),
  }
}
