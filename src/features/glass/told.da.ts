import { lookedTexts } from '../access-log/looked-texts.da.ts'
import { asOneOf, asText, onDay } from '../citizens/everything-rules.ts'
import type { Told } from '../citizens/everything-rules.ts'

/**
 * What was opened without the citizen's yes: from here into other records, and from elsewhere into this one. Who opened it
 * is told with who has looked, by the municipality's policy.
 */
export const glassTold: readonly Told[] = [
  openings('Åbnet uden dit ja', 'En medarbejder herfra åbnede det, andre har skrevet om dig', false),
  openings('Åbnet her uden dit ja', 'En medarbejder fra et andet sted åbnede det, der står her', true),
]

function openings(title: string, called: string, openedInto: boolean): Told {
  return {
    table: 'glass_openings',
    title,
    order: 'opened_at',
    openedInto,
    called: () => called,
    when: onDay('opened_at'),
    also: ['opened_at'],
    columns: {
      reason: { label: 'Hvorfor', read: asText },
      ground: {
        label: 'Det tillader loven, når',
        read: asOneOf(lookedTexts.grounds),
      },
    },
  }
}
