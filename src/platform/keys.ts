import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a key is for; each use has a key of its own, derived from the municipality's. */
export type KeyUse =
  | 'search-words'
  | 'second-factor'
  | 'second-factor-set-up'
  | 'person-key'
  | 'forgotten-row'
  | 'log-seal'
  | 'log-checkpoint'
  | 'upload'
  | 'resume'
  | 'throttle'
  | 'helper-link'

export type Keys = ReturnType<typeof openKeys>

/**
 * The keys in `KEYS_DIR`: one file of 32 random bytes a municipality, made at first use, mode 0600 in
 * a folder of mode 0700. They are in no database and no dump.
 */
export function openKeys(dir: string) {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  chmodSync(dir, 0o700)
  const masters = new Map<string, Buffer>()
  const derived = new Map<string, Buffer>()

  function key(municipalityId: string, use: KeyUse): Buffer {
    const name = `${municipalityId}/${use}`
    const known = derived.get(name)
    if (known) return known
    const master = masters.get(municipalityId) ?? readOrMake(join(dir, `${municipalityId}.key`))
    masters.set(municipalityId, master)
    const made = Buffer.from(hkdfSync('sha256', master, municipalityId, use, 32))
    derived.set(name, made)
    return made
  }

  return {
    key,

    /** A keyed hash; the same text gives the same 32 bytes within one municipality and use. */
    hash(municipalityId: string, use: KeyUse, text: string): Buffer {
      return createHmac('sha256', key(municipalityId, use)).update(text).digest()
    },

    /** AES-256-GCM, bound to what it belongs to: nonce (12), tag (16), then the text. */
    encrypt(at: Sealed, plain: Buffer | string): Buffer {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key(at.municipalityId, at.use), nonce)
      cipher.setAAD(Buffer.from(at.boundTo))
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },

    /** The text again, or undefined when it was changed, moved or made with another key. */
    decrypt(at: Sealed, sealed: Buffer): Buffer | undefined {
      if (sealed.length < 28) return undefined
      const decipher = createDecipheriv('aes-256-gcm', key(at.municipalityId, at.use), sealed.subarray(0, 12))
      decipher.setAAD(Buffer.from(at.boundTo))
      decipher.setAuthTag(sealed.subarray(12, 28))
      try {
        return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
      } catch {
        return undefined
      }
    },
  }
}

// Two processes may meet a new municipality at once: the one that loses reads what the other wrote.
function readOrMake(path: string): Buffer {
  try {
    writeFileSync(path, randomBytes(32), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const bytes = readFileSync(path)
  if (bytes.length !== 32) throw new Error(`${path} is no key: it has ${bytes.length} bytes instead of 32`)
  return bytes
}

interface Sealed {
  municipalityId: string
  use: KeyUse
  /** Table, column and row, or whatever says where the text belongs. */
  boundTo: string
}
