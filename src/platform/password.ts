import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { Overloaded } from './errors.ts'

const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const hashBytes = 32
// Nobody's password, at the same cost: where there is no account the same work is done.
const nobodys = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
// Files, packing and names share Node's four threads, so hashing never takes more than two of them.
const atOnce = 2
const mostWaiting = 100

/** The string that is stored: argon2id with a salt of its own, in the PHC form. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await hashed(password, salt, cost)
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${bare(salt)}$${bare(hash)}`
}

/** Whether a password is the stored one. Without a stored one it takes as long and is always wrong. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const parts = shape.exec(stored ?? nobodys)?.groups
  if (!parts) throw new Error('a stored password is unreadable')
  const { memory, passes, lanes, salt = '', hash = '' } = parts
  const asked = { memory: Number(memory), passes: Number(passes), parallelism: Number(lanes) }
  const given = await hashed(password, Buffer.from(salt, 'base64'), asked)
  const right = timingSafeEqual(given, Buffer.from(hash, 'base64'))
  return right && stored !== undefined
}

const shape =
  /^\$argon2id\$v=19\$m=(?<memory>\d+),t=(?<passes>\d+),p=(?<lanes>\d+)\$(?<salt>[\w+/]{22,})\$(?<hash>[\w+/]{43})$/
const bare = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

let running = 0
const waiting: (() => void)[] = []

// The same letter can be typed as one sign or as two; both keyboards get in.
async function hashed(password: string, nonce: Buffer, asked: typeof cost): Promise<Buffer> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) throw new Overloaded('too many passwords at once')
    await new Promise<void>(resolve => waiting.push(resolve))
  } else {
    running++
  }
  try {
    return await new Promise((resolve, reject) => {
      argon2('argon2id', { ...asked, message: password.normalize('NFC'), nonce, tagLength: hashBytes }, (error, key) =>
        error ? reject(error) : resolve(key),
      )
    })
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
