import type { Keys } from '../../platform/keys.ts'

/** What is kept of a row that was deleted: that it was, for whoever brings the same file again. Each party's are its own. */
export function rowHash(keys: Keys, at: { municipalityId: string; partyId: string }, key: string): Buffer {
  return keys.hash(at.municipalityId, 'forgotten-row', `${at.partyId} ${key}`)
}
