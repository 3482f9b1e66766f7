import type { Typed } from '../../platform/form.ts'
import type { Keys } from '../../platform/keys.ts'
import type { Instant } from '../../platform/time.ts'

/** A post that came when its session had ended: where it was going, and what was typed. */
export interface Waiting {
  path: string
  typed: Typed
}

/** Whose it is; nobody else can open it. */
export interface Owner {
  municipalityId: string
  accountId: string
}

const mostBytes = 700_000
const mostMilliseconds = 12 * 60 * 60 * 1000

/**
 * What was typed, as one text that travels in the page and is stored nowhere: only this house can open it, and
 * only for the account that typed it. Nothing when it is too much for a field.
 */
export function sealWaiting(keys: Keys, owner: Owner, waiting: Waiting & { now: Instant }): string | undefined {
  const { path, typed, now } = waiting
  const plain = JSON.stringify({ path, typed, at: now.epochMilliseconds })
  if (Buffer.byteLength(plain) > mostBytes) return undefined
  return keys.encrypt(place(owner), plain).toString('base64url')
}

/** What was typed, for the account that typed it within the last 12 hours; nothing for anybody else. */
export function openWaiting(keys: Keys, owner: Owner, at: { sealed: string; now: Instant }): Waiting | undefined {
  const plain = keys.decrypt(place(owner), Buffer.from(at.sealed, 'base64url'))
  if (!plain) return undefined
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nobody but `sealWaiting` can have written it
  const opened = JSON.parse(plain.toString()) as Waiting & { at: number }
  return at.now.epochMilliseconds - opened.at > mostMilliseconds ? undefined : opened
}

function place({ municipalityId, accountId }: Owner) {
  return { municipalityId, use: 'resume' as const, boundTo: `accounts/${accountId}` }
}
