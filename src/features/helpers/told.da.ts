import { asDay, asDayOf, asName, asOneOf, onDay } from '../citizens/everything-rules.ts'
import type { Told } from '../citizens/everything-rules.ts'
import { powerTexts } from '../powers/texts.da.ts'

/** What a citizen let a helper from outside see. */
export const helpersTold: readonly Told[] = [
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
]
