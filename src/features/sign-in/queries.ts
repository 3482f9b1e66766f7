import type { House } from '../routing.ts'
import { hashToken } from '../routing.ts'
import { roles as roleOrder } from '../people/rules.ts'
import type { Role } from '../people/rules.ts'

/** An open account, as sign-in sees it before anybody is signed in. */
export interface FoundAccount {
  accountId: string
  passwordHash: string | undefined
  secondFactor: boolean
  roles: Role[]
  /** Whether somebody has signed in to this account on the device that asks. */
  known: boolean
}

export async function findAccount(
  { db }: House,
  at: { municipalityId: string; email: string; device: Buffer | undefined },
): Promise<FoundAccount | undefined> {
  const [row] = await db.call<AccountRow>('find_account', [at.municipalityId, at.email, at.device ?? null])
  if (!row) return undefined
  const { account_id: accountId, password_hash, second_factor: secondFactor, roles, known } = row
  return { accountId, passwordHash: password_hash ?? undefined, secondFactor, roles, known }
}

/** A living session at any stage. */
export interface FoundSession {
  token: string
  accountId: string
  email: string
  stage: 'second_factor' | 'password' | 'open'
  /** Encrypted, and bound to the account. */
  totpSecret: Buffer | null
  secondFactor: boolean
  lastStep: number | null
  roles: Role[]
  known: boolean
}

export async function findSession(
  { db }: House,
  at: { municipalityId: string; token: string; device: Buffer | undefined },
): Promise<FoundSession | undefined> {
  const [row] = await db.call<SessionRow>('find_session', [at.municipalityId, hashToken(at.token), at.device ?? null])
  if (!row) return undefined
  const {
    account_id: accountId,
    totp_secret: totpSecret,
    second_factor: secondFactor,
    last_step: lastStep,
    ...rest
  } = row
  return { token: at.token, accountId, totpSecret, secondFactor, lastStep, ...rest }
}

/** Whose a session was that has ended within half a day. */
export async function findSessionOwner(
  { db }: House,
  at: { municipalityId: string; token: string },
): Promise<string | undefined> {
  const [row] = await db.call<{ account_id: string }>('find_session_owner', [at.municipalityId, hashToken(at.token)])
  return row?.account_id
}

/** Whose a one-time link is, as long as it can be used. */
export async function findLink(
  { db }: House,
  at: { municipalityId: string; token: string },
): Promise<{ email: string } | undefined> {
  const [row] = await db.call<{ email: string }>('find_link', [at.municipalityId, hashToken(at.token)])
  return row
}

export interface DemoSignIn {
  email: string
  name: string
  role: Role
}

/** The first sign-in of each role of a demo municipality. */
export async function listDemoSignIns({ db }: House, at: { slug: string }): Promise<DemoSignIn[]> {
  const rows = await db.call<{ email: string; name: string; roles: Role[] }>('list_demo_sign_ins', [at.slug])
  const firsts = new Map<Role, DemoSignIn>()
  for (const { email, name, roles } of rows) {
    const [role] = roles
    if (role !== undefined && !firsts.has(role)) firsts.set(role, { email, name, role })
  }
  return roleOrder.flatMap(role => firsts.get(role) ?? [])
}

interface AccountRow {
  account_id: string
  password_hash: string | null
  second_factor: boolean
  roles: Role[]
  known: boolean
}
interface SessionRow extends Pick<FoundSession, 'email' | 'stage' | 'roles' | 'known'> {
  account_id: string
  totp_secret: Buffer | null
  second_factor: boolean
  last_step: number | null
}
