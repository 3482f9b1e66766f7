import { lookedTexts } from '../access-log/looked-texts.da.ts'
import { asDay, asDayOf, asName, asOneOf, asText, asTopics, onDay } from '../citizens/everything-rules.ts'
import type { Told, ToldRow } from '../citizens/everything-rules.ts'
import { powerTexts } from './power-texts.da.ts'
import { giveTexts, topicWords } from './texts.da.ts'

const until = (row: ToldRow): string | null => onDay('recorded_at')(row)

/**
 * What a citizen said yes to and took back, whom they let act for them, and what was opened without them. Who opened it
 * is told with who has looked, by the municipality's policy.
 */
export const consentsTold: readonly Told[] = [
  {
    table: 'consents',
    title: 'Det har du sagt ja til',
    order: 'recorded_at',
    called: row => asOneOf(giveTexts.grounds)(row['ground']),
    when: until,
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
  {
    table: 'powers_of_attorney',
    title: 'Dine fuldmagter',
    order: 'recorded_at',
    called: row => String(row['to_name']),
    when: until,
    also: ['to_name', 'recorded_at'],
    columns: {
      to_kind: { label: 'Hvem er det', read: asOneOf(powerTexts.kind) },
      scope: { label: 'Må gøre', read: asText },
      topics: { label: 'Om hvad', read: asTopics(topicWords) },
      valid_from: { label: 'Fra', read: asDay },
      valid_until: { label: 'Til', read: asDay },
      given_how: { label: 'Hvordan', read: asOneOf(giveTexts.hows) },
      witness: { label: 'Hvem var med', read: asText },
      recorded_by: { label: 'Skrevet ned af', read: asName },
      withdrawn_at: { label: 'Taget tilbage', read: asDayOf },
    },
  },
  {
    table: 'helper_shares',
    title: 'Vist til en, der hjælper dig',
    order: 'given_at',
    called: row => String(row['helper_name']),
    when: onDay('given_at'),
    also: ['helper_name', 'given_at'],
    columns: {
      helper_kind: { label: 'Hvem er det', read: asOneOf(powerTexts.kind) },
      valid_until: { label: 'Til', read: asDay },
      opened_at: { label: 'Åbnet', read: asDayOf },
      given_by: { label: 'Skrevet ned af', read: asName },
      withdrawn_at: { label: 'Taget tilbage', read: asDayOf },
    },
  },
  {
    table: 'citizen_links',
    title: 'Bundet sammen med et andet sted',
    order: 'made_at',
    otherSide: true,
    called: () => 'Du sagde, at det er dig begge steder',
    when: onDay('made_at'),
    also: ['made_at'],
    columns: {
      owner_party_id: { label: 'Det ene sted', read: asName },
      other_party_id: { label: 'Det andet sted', read: asName },
      made_by: { label: 'Skrevet ned af', read: asName },
      ended_at: { label: 'Bundet op', read: asDayOf },
    },
  },
  {
    table: 'glass_openings',
    title: 'Åbnet uden dit ja',
    order: 'opened_at',
    called: () => 'En medarbejder åbnede det, der er delt andre steder',
    when: onDay('opened_at'),
    also: ['opened_at'],
    columns: {
      reason: { label: 'Hvorfor', read: asText },
      ground: {
        label: 'Det tillader loven, når',
        read: asOneOf(lookedTexts.grounds),
      },
    },
  },
]
