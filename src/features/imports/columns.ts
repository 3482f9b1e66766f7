// Which column of a file is which. Guessed from the headings; whoever imports may correct the guess.

import { withoutCpr } from '../citizens/cpr-rules.ts'
import { cleaned, folded } from './cell-rules.ts'

/** One column that the format knows: its heading, other words that files use for it, and whether it must be there. */
export type ColumnSpec = { heading: string; also?: readonly string[]; needed?: boolean }

export type ColumnSpecs<Key extends string> = Record<Key, ColumnSpec>

/** Where each known column stands, counted from 0. */
export type ColumnPlaces<Key extends string> = Partial<Record<Key, number>>

export type Columns<Key extends string> = {
  places: ColumnPlaces<Key>
  /** Kept out, and said so. Their cells are looked through for CPR numbers all the same. */
  keptOut: { place: number; heading: string }[]
  missing: Key[]
  width: number
}

export const registrationColumns = {
  id: { heading: 'id' },
  day: { heading: 'dato', needed: true },
  time: { heading: 'tid', also: ['klokkeslæt', 'tidspunkt'] },
  centre: { heading: 'værested' },
  effort: { heading: 'indsats', needed: true },
  unit: { heading: 'enhed' },
  worker: { heading: 'medarbejder' },
  citizen: { heading: 'borger' },
  known: { heading: 'kendt', also: ['kendt før'] },
  kind: { heading: 'mødetype', needed: true },
  venue: { heading: 'sted', needed: true },
  outcome: { heading: 'udfald', needed: true },
  minutes: { heading: 'minutter' },
  topics: { heading: 'temaer', also: ['tema'] },
  help: { heading: 'hjælp', also: ['hjælpeformer'] },
  income: { heading: 'forsørgelse' },
  gender: { heading: 'køn' },
  birthYear: { heading: 'fødselsår' },
} as const satisfies ColumnSpecs<string>

export const presenceColumns = {
  worker: { heading: 'medarbejder', needed: true },
  effort: { heading: 'rolle', needed: true },
  unit: { heading: 'enhed', needed: true },
  authority: { heading: 'myndighed', needed: true },
  phone: { heading: 'telefon' },
  centre: { heading: 'værested', needed: true },
  room: { heading: 'lokale' },
  weekday: { heading: 'ugedag', needed: true },
  weeks: { heading: 'uger' },
  from: { heading: 'fra', needed: true },
  until: { heading: 'til', needed: true },
  firstDay: { heading: 'gælder fra', needed: true },
  lastDay: { heading: 'gælder til' },
} as const satisfies ColumnSpecs<string>

export type RegistrationColumn = keyof typeof registrationColumns
export type PresenceColumn = keyof typeof presenceColumns

export const keysOf = <Key extends string>(specs: Record<Key, unknown>): Key[] => {
  const keys: Key[] = []
  for (const key in specs) keys.push(key)
  return keys
}

/** The exact heading is asked for before its other words, and the first of two equal columns is taken. */
export function guessColumns<Key extends string>(specs: ColumnSpecs<Key>, headings: string[]): Columns<Key> {
  const names = headings.map(headingKey)
  const places: ColumnPlaces<Key> = {}
  const taken = new Set<number>()
  for (const nameOf of [exactName, otherNames])
    for (const key of keysOf(specs)) {
      const place = names.findIndex((name, index) => !taken.has(index) && nameOf(specs[key]).includes(name))
      if (places[key] !== undefined || place < 0) continue
      places[key] = place
      taken.add(place)
    }
  return columnsAt(specs, headings, places)
}

/** The places as somebody chose them. A place outside the file, or chosen for two columns, is nobody's. */
export function columnsAt<Key extends string>(
  specs: ColumnSpecs<Key>,
  headings: string[],
  chosen: Partial<Record<string, number>>,
): Columns<Key> {
  const places: ColumnPlaces<Key> = {}
  const taken = new Set<number>()
  for (const key of keysOf(specs)) {
    const place = chosen[key]
    if (place === undefined || place < 0 || place >= headings.length || taken.has(place)) continue
    places[key] = place
    taken.add(place)
  }
  const shown = headings.map((heading, place) => ({ place, heading: shownHeading(heading, place) }))
  return {
    places,
    keptOut: shown.filter(column => !taken.has(column.place)),
    missing: keysOf(specs).filter(key => specs[key].needed === true && places[key] === undefined),
    width: headings.length,
  }
}

export function isHeadingOf<Key extends string>(specs: ColumnSpecs<Key>): (text: string) => boolean {
  const names = new Set(keysOf(specs).flatMap(key => [...exactName(specs[key]), ...otherNames(specs[key])]))
  return text => names.has(headingKey(text))
}

/** A heading is a cell too: it may hold a CPR number, and a column without one is called by its letter. */
export const shownHeading = (heading: string, place: number): string =>
  withoutCpr(cleaned(heading)).slice(0, 60) || columnLetter(place)

function columnLetter(place: number): string {
  const letter = String.fromCodePoint(65 + (place % 26))
  return place < 26 ? letter : columnLetter(Math.floor(place / 26) - 1) + letter
}

const headingKey = (heading: string): string => folded(heading).replaceAll(/[\s_.:-]+/g, '')
const exactName = (spec: ColumnSpec): string[] => [headingKey(spec.heading)]
const otherNames = (spec: ColumnSpec): string[] => (spec.also ?? []).map(headingKey)
