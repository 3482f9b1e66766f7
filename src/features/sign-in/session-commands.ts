import { hashToken } from '../routing.ts'
import type { House } from '../routing.ts'
import { newId } from '../../platform/id.ts'
import { limits } from './rules.ts'
import type { Limit } from './rules.ts'

// What changes before there is an actor: each is one named function of the database, in a transaction of its own.

/** Something that tries are counted under. */
export interface Counter {
  kind: 'account' | 'address' | 'device' | 'code' | 'forgotten'
  text: string
}

/** A try that is written down: how many seconds to wait instead, and how to take it back when it was right. */
export interface Try {
  wait: number
  forgive(): Promise<void>
}

/** Writes a try down before it is judged. The table holds keyed hashes, which tell nothing about who has an account. */
export async function takeTry({ db, keys }: House, municipalityId: string, counters: readonly Counter[]): Promise<Try> {
  const hashes = counters.map(({ kind, text }) => keys.hash(municipalityId, 'throttle', `${kind}:${text}`))
  const rules = counters.map(({ kind }) => limitOf(kind))
  const id = newId()
  const [row] = await db.call<{ take_try: number }>('take_try', [
    municipalityId,
    id,
    hashes,
    rules.map(rule => rule.free),
    rules.map(rule => rule.longest),
    rules.map(rule => rule.hours),
  ])
  return {
    wait: row?.take_try ?? 0,
    async forgive() {
      await db.call('forgive_try', [municipalityId, id, hashes])
    },
  }
}

/** Begins a session under a new token; the one that the browser came with ends. */
export async function beginSession({ db }: House, given: BeginSession): Promise<void> {
  const { municipalityId, accountId, token, stage, former, device } = given
  const hashes = [hashToken(token), stage, hashOf(former), device ?? null]
  await db.call('begin_session', [municipalityId, accountId, ...hashes])
}

export async function endSession({ db }: House, at: { municipalityId: string; token: string }): Promise<void> {
  await db.call('end_session', [at.municipalityId, hashToken(at.token)])
}

/** Uses a code up and goes on under a new token. False: the code was used before. */
export async function passSecondFactor({ db }: House, given: PassSecondFactor): Promise<boolean> {
  const { municipalityId, former, token, step, secret, device } = given
  const values = [municipalityId, hashToken(former), hashToken(token), step, secret ?? null, device]
  const [row] = await db.call<{ pass_second_factor: boolean }>('pass_second_factor', values)
  return row?.pass_second_factor === true
}

/** Uses a link up and ends the account's sessions. False: the link was used meanwhile. */
export async function choosePassword({ db }: House, given: ChoosePassword): Promise<boolean> {
  const { municipalityId, token, passwordHash, device } = given
  const values = [municipalityId, hashToken(token), passwordHash, device]
  const [row] = await db.call<{ choose_password: boolean }>('choose_password', values)
  return row?.choose_password === true
}

/** Goes on under a new token and ends all else of the account. False: the password was changed meanwhile. */
export async function changePassword({ db }: House, given: ChangePassword): Promise<boolean> {
  const { municipalityId, former, judged, passwordHash, token, device } = given
  const values = [municipalityId, hashToken(former), judged, passwordHash, hashToken(token), device]
  const [row] = await db.call<{ change_password: boolean }>('change_password', values)
  return row?.change_password === true
}

/** Sends a link where there is an open account. It answers nothing, so that nobody can tell. */
export async function sendForgottenLink({ db }: House, given: ForgottenLink): Promise<void> {
  const { municipalityId, email, token, subject, body } = given
  await db.call('send_forgotten_link', [municipalityId, email, hashToken(token), newId(), subject, body])
}

function limitOf(kind: Counter['kind']): Limit {
  return kind === 'address' || kind === 'device' ? limits[kind] : limits.account
}

function hashOf(token: string | undefined): Buffer | null {
  return token === undefined ? null : hashToken(token)
}

interface BeginSession {
  municipalityId: string
  accountId: string
  token: string
  stage: 'second_factor' | 'password'
  former: string | undefined
  /** Given when nothing more is asked. */
  device: Buffer | undefined
}
interface PassSecondFactor {
  municipalityId: string
  former: string
  token: string
  step: number
  /** The encrypted secret, when this code sets the second factor up. */
  secret: Buffer | undefined
  device: Buffer
}
interface ChoosePassword {
  municipalityId: string
  token: string
  passwordHash: string
  device: Buffer
}
interface ChangePassword {
  municipalityId: string
  former: string
  /** The stored hash that the old password was held against. */
  judged: string
  passwordHash: string
  token: string
  device: Buffer
}
interface ForgottenLink {
  municipalityId: string
  email: string
  token: string
  subject: string
  body: string
}
