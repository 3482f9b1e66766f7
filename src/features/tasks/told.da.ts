import { asDay, asDayOf, asName, asText, asTopics, onDay } from '../citizens/everything-rules.ts'
import type { Told } from '../citizens/everything-rules.ts'
import { topicWords } from '../consents/texts.da.ts'

/** What somebody promised a citizen. */
export const tasksTold: readonly Told[] = [
  {
    table: 'tasks',
    title: 'Det har vi lovet dig',
    versions: 'task',
    order: 'created_at',
    called: row => String(row['words']),
    when: onDay('created_at'),
    also: ['created_at'],
    columns: {
      words: { label: 'Løftet', read: asText, titled: true },
      day: { label: 'Senest', read: asDay },
      person_id: { label: 'Hvem', read: asName },
      party_id: { label: 'Hvor', read: asName },
      given_by: { label: 'Givet af', read: asName },
      passed_by: { label: 'Givet videre af', read: asName },
      accepted_at: { label: 'Taget imod', read: asDayOf },
      refused_at: { label: 'Sagt nej til', read: asDayOf },
      refused_words: { label: 'Hvorfor ikke', read: asText },
      list: { label: 'Listen', read: asText },
      topic: { label: 'Handler om', read: asTopics(topicWords) },
      done_at: { label: 'Gjort', read: asDayOf },
      created_by: { label: 'Skrevet af', read: asName },
    },
  },
]
