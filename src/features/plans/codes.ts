// The closed lists of the plan, as they are stored. The words on screen stand in `texts.da.ts`.

/** A part of the plan: what I want, what I am good at, what you help me with, or that I just want to be here. */
export const partKinds = ['goal', 'goodAt', 'help', 'justHere'] as const
export type PartKind = (typeof partKinds)[number]

/** The six goal domains of the model and the one over them (domain 182), in the order of their bits. */
export const areas = [
  'socialMastery',
  'network',
  'citizenship',
  'involved',
  'substanceAndIllness',
  'selfSupport',
  'ownLife',
] as const
export type Area = (typeof areas)[number]

/** Where an appointment elsewhere is. Court and police have the narrowest topic. */
export const places = [
  'doctor',
  'hospital',
  'townHall',
  'jobCentre',
  'bank',
  'insurer',
  'court',
  'police',
  'other',
] as const
export type Place = (typeof places)[number]

/** Whose a step is; none of them: nobody's yet. */
export const owners = ['citizen', 'together', 'worker'] as const
export type Owner = (typeof owners)[number]

export const areaMask = (chosen: Iterable<Area>): number =>
  [...chosen].reduce((mask, area) => mask | (1 << areas.indexOf(area)), 0)
export const areasOf = (mask: number): Area[] => areas.filter((_, place) => (mask & (1 << place)) !== 0)

export const isCourtPlace = (place: Place): boolean => place === 'court' || place === 'police'
