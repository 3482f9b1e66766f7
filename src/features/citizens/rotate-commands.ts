import type { Config } from '../../config.ts'
import type { Db } from '../../platform/db.ts'
import { InputRefused } from '../../platform/errors.ts'
import { changeFieldKeys } from '../../platform/field-keys.ts'
import type { FieldKeys } from '../../platform/field-keys.ts'
import { isStoppedHalfWay, keyVersionsInUse, numberKeys, resealNumbers } from './number-commands.ts'

/** What a change of key came to. */
export interface Rotated {
  version: number
  resealed: number
  /** Numbers whose own key is not in KEYS_DIR, or that were changed. */
  unreadable: number
}

/**
 * Seals every CPR number of a municipality with a new key, in bites, and throws the old key away when nothing needs it.
 * Stopped half-way it goes on where it was the next time, with the key that it had made.
 */
export async function rotateNumberKeys(house: { db: Db; config: Config }, slug: string): Promise<Rotated> {
  const [found] = await house.db.call<{ id: string }>('find_municipality', [slug])
  if (!found) throw new InputRefused(`There is no municipality at "${slug}".`)
  const municipalityId = found.id
  const asker = { municipalityId, personId: null }
  const keys = numberKeys(house.config, municipalityId)
  const version = await house.db.write(asker, 'operator.keys', async tx => {
    await changeFieldKeys(tx, municipalityId)
    return (await isStoppedHalfWay(tx, { municipalityId, keys })) ? keys.current() : keys.makeNext()
  })
  const { resealed, unreadable } = await resealAll(house.db, { municipalityId, keys })
  await house.db.write(asker, 'operator.keys', async tx => {
    await changeFieldKeys(tx, municipalityId)
    const used = await keyVersionsInUse(tx, municipalityId)
    for (const old of keys.versions()) if (old < version && !used.includes(old)) keys.remove(old)
  })
  return { version, resealed, unreadable }
}

async function resealAll(db: Db, at: { municipalityId: string; keys: FieldKeys }) {
  const asker = { municipalityId: at.municipalityId, personId: null }
  const whole = { resealed: 0, unreadable: 0 }
  let after: string | undefined = firstId
  while (after !== undefined) {
    const from: string = after
    const bite = await db.write(asker, 'operator.keys', tx => resealNumbers(tx, { ...at, after: from }))
    whole.resealed += bite.resealed
    whole.unreadable += bite.unreadable
    after = bite.last
  }
  return whole
}

const firstId = '00000000-0000-0000-0000-000000000000'
