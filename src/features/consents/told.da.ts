import { asDay, asDayOf, asName, asOneOf, asText, asTopics, onDay } from '../citizens/everything-rules.ts'
import type { Told } from '../citizens/everything-rules.ts'
import { giveTexts, topicWords } from './texts.da.ts'

const calledYes = (ground: string, party: string): string =>
  ground === 'sms' || ground === 'story' ? giveTexts.grounds[ground] : giveTexts.maySee(party)

/** What a citizen said yes to and took back. */
export const consentsTold: readonly Told[] = [
  {
    table: 'consents',
    title: 'Det har du sagt ja til',
    order: 'recorded_at',
    called: (row, names) => calledYes(String(row['ground']), asName(row['receiving_party_id'], names)),
    when: onDay('recorded_at'),
    also: ['ground', 'receiving_party_id', 'recorded_at'],
    columns: {
      receiving_party_id: { label: 'Hvem må se det', read: asName, titled: true },
      known_person_id: { label: 'Hvem du kender der', read: asName },
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
