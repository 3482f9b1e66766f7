import { asDay, asDayOf, asName, asOneOf, asText, asTopics, onDay } from '../citizens/everything-rules.ts'
import type { Told } from '../citizens/everything-rules.ts'
import { giveTexts, topicWords } from './texts.da.ts'

/** What a citizen said yes to and took back. */
export const consentsTold: readonly Told[] = [
  {
    table: 'consents',
    title: 'Det har du sagt ja til',
    order: 'recorded_at',
    called: row => asOneOf(giveTexts.grounds)(row['ground']),
    when: onDay('recorded_at'),
    also: ['ground', 'recorded_at'],
    columns: {
      receiving_party_id: { label: 'Hvem må se det', read: asName },
      known_person_id: { label: 'Hvem du kender der', read: asName },
      topics: { label: 'Om hvad', read: asTopics(topicWords) },
      valid_from: { label: 'Fra', read: asDay },
      valid_until: { label: 'Til', read: asDay },
      given_how: { label: 'Hvordan', read: asOneOf(giveTexts.hows) },
      witness: { label: 'Hvem var med', read: asText },
      recorded_by: { label: 'Skrevet ned af', read: asName },
      withdrawn_at: { label: 'Taget tilbage', read: asDayOf },
    },
  },
]
