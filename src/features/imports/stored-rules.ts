// Whether a row says the same as the contact that is stored under its key.

import { courtBit } from '../contacts/codes.ts'
import type { RowPlace } from './place-rules.ts'
import type { Registration } from './registration-rules.ts'

/** What an import may read of a contact. */
export interface StoredContact {
  id: string
  partyId: string
  /** The key of the file that brought it; its own id when it was recorded here. */
  key: string
  citizenId: string | null
  workerId: string
  centreId: string | null
  effort: string
  kind: string
  venue: string
  outcome: string
  day: string
  clock: string | null
  minutes: number | null
  topics: number
  helpForms: number
  knownBefore: boolean | null
  income: string | null
  gender: string | null
  birthYear: number | null
}

export type Match = 'same' | 'changed' | 'elsewhere'
/** What is stored, or why the row is not taken in whatever is stored: the party is another's, or deleted it. */
export type Meeting = Match | 'closed' | 'forgotten'

/** `sameCitizen` is asked apart, since a pseudonym is compared by its hash and an alias only by the database. */
export function matchOf(
  stored: StoredContact,
  row: { registration: Registration; place: RowPlace; sameCitizen: boolean },
): Match {
  const { registration, place, sameCitizen } = row
  if (place.party?.id !== stored.partyId) return 'elsewhere'
  const samePlace = place.centreId === stored.centreId && place.workerIds.includes(stored.workerId)
  return samePlace && sameCitizen && wordsOf(registration) === storedWords(stored) ? 'same' : 'changed'
}

const wordsOf = (row: Registration): string =>
  JSON.stringify([
    row.day,
    row.time,
    row.effort,
    row.kind,
    row.venue,
    row.outcome,
    row.minutes,
    row.topicMask,
    row.helpMask,
    row.known,
    row.income,
    row.gender,
    row.birthYear,
  ])

/** Court is in no file, so a file cannot differ by it. */
function storedWords(row: StoredContact): string {
  const { day, effort, kind, venue, outcome, minutes, knownBefore, income, gender, birthYear } = row
  const clock = row.clock?.slice(0, 5) ?? null
  const topics = row.topics & ~courtBit
  return JSON.stringify([
    day,
    clock,
    effort,
    kind,
    venue,
    outcome,
    minutes,
    topics,
    row.helpForms,
    knownBefore,
    income,
    gender,
    birthYear,
  ])
}
