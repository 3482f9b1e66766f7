// Who sees a note, and what a note may be. Pure.

import { anyTopicBits, anyTopicsOf } from '../contacts/codes.ts'
import type { AnyTopic, Effort } from '../contacts/codes.ts'
import { hasCpr } from '../citizens/cpr-rules.ts'
import { topicWords } from '../consents/texts.da.ts'
import { joined } from '../contacts/sentence-rules.ts'
import type { NoteKind } from './codes.ts'
import type { NoteContent } from './commands.ts'
import type { NoteForm } from './forms.ts'
import type { Note, Receiver } from './queries.ts'
import { noteSays } from './texts.da.ts'

/** Everything that is wrong with a note that could be read. */
export function refusalsOf({ kind, topic, words }: NoteForm): { field: string; message: string }[] {
  return [
    ...(kind === 'shared' && topic === undefined ? [{ field: 'topic', message: noteSays.topic }] : []),
    ...(hasCpr(words) ? [{ field: 'words', message: noteSays.cpr }] : []),
  ]
}

export function contentOf({ kind, topic, words }: NoteForm): NoteContent {
  return { kind, topic: topic === undefined ? null : anyTopicBits[topic], words }
}

/** What a note of a profession is mostly about, so that the tap is there already. Who goes along has no topic of their own. */
export function usualTopic(effort: Effort | null): AnyTopic | undefined {
  if (effort === null || effort === 'contactPerson') return undefined
  return usual[effort]
}

/** The parties that the citizen has said yes to for this topic. */
export function seenBy(topic: number | null, receivers: readonly Receiver[]): Receiver[] {
  return topic === null ? [] : receivers.filter(receiver => (receiver.topics & topic) !== 0)
}

/** Whether others can be let in by one tap, or are in already. */
export function isShared({ kind, topic }: Pick<Note, 'kind' | 'topic'>): boolean {
  return kind === 'shared' || (kind === 'citizens' && topic !== null)
}

/** Under which topics a tap shares a note, and with whom: its own, or each that somebody may see when it has none. */
export function waysToShare(
  note: Pick<Note, 'kind' | 'topic'>,
  receivers: readonly Receiver[],
): { topic: AnyTopic; with: Receiver[] }[] {
  if (isShared(note)) return []
  const all = receivers.reduce((mask, receiver) => mask | receiver.topics, 0)
  return anyTopicsOf(note.topic === null ? all : all & note.topic).map(topic => ({
    topic,
    with: seenBy(anyTopicBits[topic], receivers),
  }))
}

/** What one tap makes of a note: an own one is shared, the citizen's own words stay that. */
export function sharedAs(kind: NoteKind, topic: AnyTopic): Pick<NoteContent, 'kind' | 'topic'> {
  return { kind: kind === 'own' ? 'shared' : kind, topic: anyTopicBits[topic] }
}

export function unshared({ kind, topic }: Pick<Note, 'kind' | 'topic'>): Pick<NoteContent, 'kind' | 'topic'> {
  return kind === 'citizens' ? { kind, topic: null } : { kind: 'own', topic }
}

/** "penge og bolig, helbred": topics (bits) inside a sentence. Two of them have an "og" of their own. */
export const topicName = (topics: number | null): string =>
  anyTopicsOf(topics ?? 0)
    .map(inSentence)
    .join(', ')

export const inSentence = (topic: AnyTopic): string => topicWords[topic].toLocaleLowerCase('da')

export const namesOf = (receivers: readonly Receiver[]): string => joined(receivers.map(each => each.partyName))

const usual: Record<Exclude<Effort, 'contactPerson'>, AnyTopic> = {
  casework: 'economyAndHousing',
  substanceUse: 'substanceUse',
  health: 'health',
  employment: 'work',
}
