import { asDay, asDayOf, asName, asOneOf, asText, asTopics, onDay } from '../citizens/everything-rules.ts'
import type { Told } from '../citizens/everything-rules.ts'
import { giveTexts, topicWords } from '../consents/texts.da.ts'
import { powerTexts } from './texts.da.ts'

/** Whom a citizen let act for them. */
export const powersTold: readonly Told[] = [
  {
    table: 'powers_of_attorney',
    title: 'Dine fuldmagter',
    order: 'recorded_at',
    called: row => String(row['to_name']),
    when: onDay('recorded_at'),
    also: ['to_name', 'recorded_at'],
    columns: {
      to_kind: { label: 'Hvem er det', read: asOneOf(powerTexts.kind) },
      scope: { label: 'Må gøre', read: asText },
      topics: { label: 'Om hvad', read: asTopics(topicWords) },
      valid_from: { label: 'Fra', read: asDay },
      valid_until: { label: 'Til', read: asDay },
      given_how: { label: 'Hvordan', read: asOneOf(giveTexts.gaveHow) },
      witness: { label: 'Hvem var med', read: asText },
      recorded_by: { label: 'Skrevet ned af', read: asName },
      withdrawn_at: { label: 'Taget tilbage', read: asDayOf },
    },
  },
]
