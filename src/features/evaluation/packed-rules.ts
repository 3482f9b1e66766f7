import { kinds, outcomes, venues } from '../contacts/codes.ts'

// Reads what `packed_month` in migrations/0010_figures.sql writes: 8 bytes for each contact, its bits in two words.

/** A month as the database hands it over. */
export interface PackedMonth {
  /** The first of the month. */
  month: string
  /** The centres that a contact names by place, from 1. */
  centres: string[]
  /** 8 bytes for each person, in the order of their contacts. */
  people: string
  /** 8 bytes for each contact: those of nobody first, then person by person, each by day and time. */
  contacts: string
}

/** The two words of one contact. `low` has what it was, `high` what came of it. */
export const dayBits = (low: number): number => low & 31
export const effortBits = (low: number): number => (low >>> 5) & 7
export const venueBits = (low: number): number => (low >>> 8) & 7
export const kindBits = (low: number): number => (low >>> 11) & 3
export const outcomeBits = (low: number): number => (low >>> 13) & 7
export const topicBitsOf = (low: number): number => (low >>> 16) & 31
/** 0 not asked, 1 not known before, 2 known before. */
export const knownBits = (low: number): number => (low >>> 21) & 3
/** 0 unknown, else the place of the income from 1. */
export const incomeBits = (low: number): number => (low >>> 23) & 7

export const helpBits = (high: number): number => high & 255
export const minutesBits = (high: number): number => (high >>> 8) & 1023
/** 0 no centre, else its place in the month's list from 1. */
export const centreBits = (high: number): number => (high >>> 18) & 2047
/** Whether the contact is the first of its person in the month. */
export const isFirst = (high: number): boolean => ((high >>> 29) & 1) === 1

export const isHeld = (low: number): boolean => outcomeBits(low) === heldPlace
/** Whether the contact is part of a rate: not a walk-in, and held or missed. */
export const isRated = (low: number): boolean =>
  kindBits(low) !== walkInPlace && (outcomeBits(low) === heldPlace || outcomeBits(low) === noShowPlace)

/** More centres than these bits can name. */
export const noSuchCentre = 2047

/** One number for each venue, kind and outcome. */
export const cellCount = venues.length * kinds.length * outcomes.length
export const cellOf = (venue: number, kind: number, outcome: number): number =>
  (venue * kinds.length + kind) * outcomes.length + outcome

const heldPlace = outcomes.indexOf('held')
const noShowPlace = outcomes.indexOf('noShow')
const walkInPlace = kinds.indexOf('walkIn')
