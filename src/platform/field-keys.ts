import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sql } from 'kysely'
import type { Read, Write } from './db.ts'

/** Where a sealed text stands; it can be read in no other place. */
export interface FieldPlace {
  /** Table and column. */
  field: string
  /** Party and row. */
  row: string
}

export type FieldKeys = ReturnType<typeof fieldKeys>

/**
 * The keys of single fields, which can be changed, unlike those of `keys.ts`: one file a municipality and version in
 * `KEYS_DIR`, the first made at first use. What is sealed says under which version; the folder is asked each time,
 * because another process may have made a new one. The highest version seals.
 */
export function fieldKeys(keysDir: string, municipalityId: string) {
  const folder = { keysDir, municipalityId }
  const versions = () => versionsIn(folder)
  const key = (version: number, use: string) => keyOf(folder, version, use)
  return {
    /** From the oldest to the one that seals. */
    versions,
    current: (): number => versions().at(-1) ?? 1,

    /** AES-256-GCM, bound to municipality, column and row: nonce (12), tag (16), then the text. */
    seal(at: FieldPlace & { version: number }, plain: string): Buffer {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key(at.version, `field ${at.field}`), nonce)
      cipher.setAAD(boundTo(municipalityId, at))
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },

    /** The text again, or undefined when it was changed or moved, or its key is gone. */
    open(at: FieldPlace & { version: number }, sealed: Buffer): string | undefined {
      if (sealed.length < 28 || !versions().includes(at.version)) return undefined
      const opening = key(at.version, `field ${at.field}`)
      const decipher = createDecipheriv('aes-256-gcm', opening, sealed.subarray(0, 12))
      decipher.setAAD(boundTo(municipalityId, at))
      decipher.setAuthTag(sealed.subarray(12, 28))
      try {
        return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString()
      } catch {
        return undefined
      }
    },

    /** A keyed hash to find a text by. Each party has a key of its own: equal texts of two parties do not look alike. */
    blind(at: { field: string; partyId: string; version: number }, text: string): Buffer {
      return createHmac('sha256', key(at.version, `index ${at.field} ${at.partyId}`))
        .update(text)
        .digest()
    },

    /** A new key, under which everything is sealed from now on. */
    makeNext: (): number => make(folder, (versions().at(-1) ?? 0) + 1),

    /** What was sealed under it can never be read again; nor by a draft of it that a crash left beside it. */
    remove(version: number): void {
      const name = basename(fileOf(folder, version))
      const found = readdirSync(keysDir).filter(each => each === name || each.startsWith(`${name}.`))
      for (const each of found) rmSync(join(keysDir, each), { force: true })
    },
  }
}

/** Held by whoever seals a field until it is stored, so that no key is thrown away between the two. */
export async function holdFieldKeys(tx: Write, municipalityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`field-keys ${municipalityId}`}, 0))`.execute(tx)
}

/** Waits until nobody is between sealing and storing, and lets nobody begin. */
export async function changeFieldKeys(tx: Read, municipalityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`field-keys ${municipalityId}`}, 0))`.execute(tx)
}

function versionsIn(folder: Folder): [number, ...number[]] {
  const start = `${folder.municipalityId}.fields-`
  const [first, ...rest] = readdirSync(folder.keysDir)
    .filter(name => name.startsWith(start) && /^\d{1,6}\.key$/.test(name.slice(start.length)))
    .map(name => Number.parseInt(name.slice(start.length), 10))
    .toSorted((one, other) => one - other)
  return first === undefined ? [make(folder, 1)] : [first, ...rest]
}

function keyOf(folder: Folder, version: number, use: string): Buffer {
  const file = fileOf(folder, version)
  const bytes = readFileSync(file)
  if (bytes.length !== 32) throw new Error(`${file} is no key: it has ${bytes.length} bytes instead of 32`)
  return Buffer.from(hkdfSync('sha256', bytes, folder.municipalityId, use, 32))
}

// Whole, or not there at all, and on the disk before anything is sealed with it: a number whose key was lost to a power
// cut is lost with it. Of two processes that make the same, the one that loses uses the other's.
function make(folder: Folder, version: number): number {
  const file = fileOf(folder, version)
  const draft = `${file}.${randomBytes(8).toString('hex')}`
  writeFileSync(draft, randomBytes(32), { flag: 'wx', mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
  const directory = openSync(folder.keysDir, 'r')
  fsyncSync(directory)
  closeSync(directory)
  return version
}

const fileOf = ({ keysDir, municipalityId }: Folder, version: number) =>
  join(keysDir, `${municipalityId}.fields-${version}.key`)

const boundTo = (municipalityId: string, at: FieldPlace) => Buffer.from(`${municipalityId} ${at.field} ${at.row}`)

interface Folder {
  keysDir: string
  municipalityId: string
}
