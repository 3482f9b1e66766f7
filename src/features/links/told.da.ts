import { asDayOf, asName, onDay } from '../citizens/everything-rules.ts'
import type { Told } from '../citizens/everything-rules.ts'

/** What a citizen tied together. */
export const linksTold: readonly Told[] = [
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
]
