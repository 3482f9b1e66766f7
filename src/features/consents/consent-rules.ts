// What a yes must be before it is written down; each refusal is the sentence that the citizen reads.

import { addDays, compareDays } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { anyTopicMask } from '../contacts/codes.ts'
import type { AnyTopic } from '../contacts/codes.ts'
import type { NewConsent } from './commands.ts'
import type { GivenHow, Ground, Receiver } from './queries.ts'
import { giveTexts } from './texts.da.ts'

/** What was chosen in the form. */
export interface Wish {
  id: string
  receiver: string | undefined
  known: string | undefined
  topics: readonly AnyTopic[]
  ground: Ground
  from: Day
  until: Day
  how: GivenHow
  witness: string
}

/** A year, unless the citizen wants it otherwise. */
export const usualEnd = (from: Day): Day => from.add({ years: 1 })
const longestDays = 1096

export function wrongWithConsent(
  wish: Wish,
  { today, receivers }: { today: Day; receivers: readonly Receiver[] },
): { field: string; message: string }[] {
  const wrong: { field: string; message: string }[] = []
  const say = (field: string, message: string): number => wrong.push({ field, message })
  if (isShared(wish.ground)) {
    const receiver = receivers.find(each => each.id === wish.receiver)
    if (!receiver) say('receiver', giveTexts.wrong.receiver)
    if (wish.known !== undefined && receiver && !receiver.people.some(each => each.id === wish.known))
      say('known', giveTexts.wrong.known)
    if (wish.topics.length === 0) say('topics', giveTexts.wrong.topics)
  }
  return [...wrong, ...wrongWithDays(wish, today)]
}

/**
 * The topics of a yes. Where a private controller gives it, court and police are there by a tick of their own alone
 * (databeskyttelsesloven § 8); undefined when they came among the others.
 */
export function topicsWithCourt(
  { topics, court }: { topics: readonly AnyTopic[]; court: boolean },
  isPrivate: boolean,
): AnyTopic[] | undefined {
  if (isPrivate && topics.includes('court')) return undefined
  return [...new Set<AnyTopic>([...topics, ...(court ? (['court'] as const) : [])])]
}

/** From today at the earliest, forwards, and three years at most. Used for powers of attorney too. */
export function wrongWithDays(
  { from, until }: { from: Day; until: Day },
  today: Day,
): { field: string; message: string }[] {
  if (compareDays(from, today) < 0) return [{ field: 'from', message: giveTexts.wrong.past }]
  if (compareDays(until, from) < 0) return [{ field: 'until', message: giveTexts.wrong.backwards }]
  if (compareDays(until, addDays(from, longestDays)) > 0) return [{ field: 'until', message: giveTexts.wrong.long }]
  return []
}

/** The yes as it is stored, given from one record. */
export function consentOf(wish: Wish, record: { partyId: string; id: string }): NewConsent {
  const shared = isShared(wish.ground)
  return {
    id: wish.id,
    partyId: record.partyId,
    citizenId: record.id,
    receiverId: shared ? (wish.receiver ?? null) : null,
    topics: shared ? anyTopicMask(wish.topics) : 0,
    ground: wish.ground,
    from: String(wish.from),
    until: String(wish.until),
    how: wish.how,
    witness: wish.witness === '' ? null : wish.witness,
    knownPersonId: shared ? (wish.known ?? null) : null,
  }
}

export const isShared = (ground: Ground): boolean => ground === 'obtain' || ground === 'disclose'
