import { asInstant, asName, asOneOf, asText, asTopics, onDay } from '../citizens/everything-rules.ts'
import type { Told } from '../citizens/everything-rules.ts'
import { topicWords } from '../consents/texts.da.ts'

/** Notes about a citizen, and which of them went on to the journal. */
export const notesTold: readonly Told[] = [
  {
    table: 'notes',
    title: 'Noter',
    versions: 'note',
    order: 'written_at',
    called: row =>
      asOneOf({ own: 'Note til os selv', shared: 'Note, der må deles', citizens: 'Dine egne ord' })(row['kind']),
    when: onDay('written_at'),
    also: ['kind', 'written_at'],
    columns: {
      words: { label: 'Ordene', read: asText },
      topic: { label: 'Handler om', read: asTopics(topicWords) },
      written_by: { label: 'Skrevet af', read: asName },
    },
  },
  {
    table: 'handovers',
    title: 'Givet videre til kommunens journal',
    order: 'handed_over_at',
    called: row => (row['note_id'] === null ? 'En samtale' : 'En note'),
    when: onDay('handed_over_at'),
    also: ['note_id', 'handed_over_at'],
    columns: {
      handed_over_at: { label: 'Hvornår', read: asInstant },
      handed_over_by: { label: 'Af', read: asName },
    },
  },
]
