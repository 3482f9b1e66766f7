import { lookedTexts } from '../access-log/looked-texts.da.ts'
import { asOneOf, asText, onDay } from '../citizens/everything-rules.ts'
import type { Told } from '../citizens/everything-rules.ts'

/** What was opened without the citizen's yes. Who opened it is told with who has looked, by the municipality's policy. */
export const glassTold: readonly Told[] = [
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
