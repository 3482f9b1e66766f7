// Who may see what about a citizen, as one row a receiving party. Pure: rows in, rows out.

import { compareDays, day } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { anyTopicBits, anyTopicsOf, shownTopics } from '../contacts/codes.ts'
import type { AnyTopic } from '../contacts/codes.ts'
import type { Consent, PartyFace } from './queries.ts'

/** One receiving party: its door for each topic in the fixed order, and how long each stays open. */
export interface MatrixRow {
  face: PartyFace
  doors: readonly { topic: AnyTopic; open: boolean }[]
  /** Until when, each with its topics; one when all end on the same day. */
  ends: readonly { topics: readonly AnyTopic[]; until: Day }[]
  /** A yes that begins on a later day. */
  begins: Day | undefined
  consents: readonly Consent[]
  /** Whose records it is about. */
  givers: readonly string[]
}

/** The rows in the order in which the first yes to each party was given. */
export function matrixOf(
  consents: readonly Consent[],
  { faces, today }: { faces: readonly PartyFace[]; today: Day },
): MatrixRow[] {
  const byReceiver = Map.groupBy(consents.filter(isShared), consent => consent.receiverId)
  return faces.flatMap(face => {
    const own = byReceiver.get(face.id)
    return own ? [rowOf(face, { own, today })] : []
  })
}

/** Yeses to a party itself: SMS, and one's story. */
export function ownYeses(consents: readonly Consent[]): Consent[] {
  return consents.filter(consent => !isShared(consent))
}

/** The other yeses to the same receiver: they are taken back together. */
export function sameReceiver(consents: readonly Consent[], one: Consent): Consent[] {
  return consents.filter(each =>
    isShared(one) ? isShared(each) && each.receiverId === one.receiverId : each.id === one.id,
  )
}

/** The parties in the order of their first yes, and whom the citizen named there last. */
export function receiversOf(consents: readonly Consent[]): { parties: string[]; known: Map<string, string> } {
  const known = new Map<string, string>()
  const parties = new Set<string>()
  for (const { receiverId, knownPersonId } of consents) {
    if (receiverId === null) continue
    parties.add(receiverId)
    if (knownPersonId !== null) known.set(receiverId, knownPersonId)
  }
  return { parties: [...parties], known }
}

const isShared = (consent: Consent): boolean => consent.receiverId !== null

function rowOf(face: PartyFace, { own, today }: { own: readonly Consent[]; today: Day }): MatrixRow {
  const begun = own.filter(consent => compareDays(day(consent.from), today) <= 0)
  const mask = begun.reduce((sum, consent) => sum | consent.topics, 0)
  return {
    face,
    doors: shownTopics.map(topic => ({ topic, open: (mask & anyTopicBits[topic]) !== 0 })),
    ends: endsOf(begun.length > 0 ? begun : own),
    begins: own
      .map(consent => day(consent.from))
      .filter(from => compareDays(from, today) > 0)
      .toSorted(compareDays)[0],
    consents: own,
    givers: [...new Set(own.map(consent => consent.partyName))],
  }
}

/** A topic is open for as long as the longest yes to it. */
function endsOf(consents: readonly Consent[]): MatrixRow['ends'] {
  const longest = new Map<AnyTopic, string>()
  for (const { topics, until } of consents)
    for (const topic of anyTopicsOf(topics)) if (until > (longest.get(topic) ?? '')) longest.set(topic, until)
  const byDay = Map.groupBy(longest.keys(), topic => longest.get(topic) ?? '')
  return [...byDay]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([until, topics]) => ({ until: day(until), topics: shownTopics.filter(topic => topics.includes(topic)) }))
}
