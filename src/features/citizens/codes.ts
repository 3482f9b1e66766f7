// The closed lists of a citizen's record: what is stored. The words on screen stand in `texts.da.ts`.

/** What makes a meeting easier, in the order of their bits. Never a word about the person. */
export const needs = ['largePrint', 'readAloud', 'interpreter', 'prefersCentre', 'comeWithMe'] as const
export const acts = ['alias', 'name', 'name_back', 'number', 'number_back', 'closed', 'reopened'] as const
/** How a record ends: an authority's is closed, a private centre's deleted, with or without its talks as a tally. */
export const endings = ['close', 'delete', 'tally'] as const
/** How everything about a citizen is taken along. */
export const everythingFormats = ['pdf', 'csv', 'json'] as const
export const hows = ['oral', 'writing'] as const

export type Need = (typeof needs)[number]
export type Act = (typeof acts)[number]
export type How = (typeof hows)[number]

export const needMask = (chosen: Iterable<Need>): number =>
  [...chosen].reduce((mask, one) => mask | (1 << needs.indexOf(one)), 0)
export const needsOf = (mask: number): Need[] => needs.filter((_need, place) => (mask & (1 << place)) !== 0)
