import { efforts, helpForms, incomes, topics, venues } from '../contacts/codes.ts'
import { cellCount } from './packed-rules.ts'
import { inMonth, inProfile, inQuarter, inRow, monthsOf, quarterOf, sum } from './sum-rules.ts'
import type { Asked, Packed, Sums } from './sum-rules.ts'

/** A count, and how many stand behind it: each person once, each contact of nobody as one. */
export interface Count {
  count: number
  people: number
}
export interface Rated {
  held: Count
  noShow: Count
}

/** Everything that the figures say, counted and not yet held back. Lists are in the order of the codes. */
export interface Counted {
  contacts: Count
  anonymousContacts: number
  citizens: number
  notKnownBefore: number
  knownBefore: number
  notAsked: number
  /** By `cellOf(venue, kind, outcome)`. */
  cells: Count[]
  citizensByTopic: number[]
  contactsByHelpForm: Count[]
  /** Unknown first, then in the order of the codes. */
  citizensByIncome: number[]
  centres: { id: string; contacts: Count; citizens: number }[]
  efforts: { contacts: Count; citizens: number; minutes: number }[]
  /** Rates are of the contacts that have one: booked and statutory. */
  months: (Rated & { month: string; contacts: Count; citizens: number })[]
  quarters: { quarter: string; venues: Rated[] }[]
}

/** Counts packed months: one pass over the contacts, and one over the people. */
export function count(packed: Packed, asked: Asked): Counted {
  const centreIds = centresOf(packed)
  const sums = sum(packed, centreIds, asked)
  const people = countPeople(sums, centreIds.length)
  const cells = counts(sums.cells, people.cells)
  const anonymousContacts = nobodys(sums.cells)
  return {
    contacts: { count: total(sums.cells), people: people.citizens + anonymousContacts },
    anonymousContacts,
    citizens: people.citizens,
    notKnownBefore: people.known[1] ?? 0,
    knownBefore: people.known[2] ?? 0,
    notAsked: people.known[0] ?? 0,
    cells,
    citizensByTopic: [...people.profile.subarray(0, topics.length)],
    contactsByHelpForm: helpForms.map((_, place) => helpCount(sums, people, place)),
    citizensByIncome: [...people.incomes],
    centres: counts(sums.centres, people.centres)
      .map((contacts, place) => ({ id: centreIds[place] ?? '', contacts, citizens: people.centres[place] ?? 0 }))
      .filter(({ contacts }) => contacts.count > 0),
    efforts: effortCounts(sums, people),
    months: monthCounts(sums, monthsOf(asked)),
    quarters: quarterCounts(sums, monthsOf(asked)),
  }
}

/** Every centre of what is summed, each once and always in the same order. */
export function centresOf({ packed, summed }: Packed): string[] {
  return [...new Set([...(summed?.centres ?? []), ...packed.flatMap(month => month.centres)])]
}

function countPeople({ table }: Sums, centres: number): People {
  const { words, stride, size } = table
  const people: People = {
    citizens: 0,
    cells: new Uint32Array(Math.ceil(cellCount / 32) * 32),
    profile: new Uint32Array(32),
    known: new Uint32Array(4),
    incomes: new Uint32Array(incomes.length + 1),
    centres: new Uint32Array(Math.ceil(centres / 32) * 32),
  }
  for (let base = 0; base < size * stride; base += stride) {
    const profile = words[base + inRow.profile] ?? 0
    // Whoever has contacts, but none that was asked for, is not counted.
    if (profile === 0) continue
    people.citizens += 1
    for (let word = 0; word < inRow.profile; word += 1) raiseBits(people.cells, word * 32, words[base + word] ?? 0)
    for (let word = inRow.centres; word < stride; word += 1) {
      raiseBits(people.centres, (word - inRow.centres) * 32, words[base + word] ?? 0)
    }
    raiseBits(people.profile, 0, profile & ((1 << inProfile.known) - 1))
    raise(people.known, (profile >>> inProfile.known) & 3)
    raise(people.incomes, (profile >>> inProfile.income) & 7)
  }
  return people
}

function helpCount({ helps }: Sums, people: People, place: number): Count {
  const found = { count: 0, people: people.profile[inProfile.help + place] ?? 0 }
  for (let byte = 0; byte < helps.length / 2; byte += 1) {
    if (((byte >> place) & 1) === 0) continue
    found.count += (helps[byte * 2] ?? 0) + (helps[byte * 2 + 1] ?? 0)
    found.people += helps[byte * 2 + 1] ?? 0
  }
  return found
}

function effortCounts(sums: Sums, people: People): Counted['efforts'] {
  const citizens = people.profile.subarray(inProfile.effort, inProfile.effort + efforts.length)
  return counts(sums.efforts, citizens).map((contacts, place) => ({
    contacts,
    citizens: citizens[place] ?? 0,
    minutes: sums.minutes[place] ?? 0,
  }))
}

function monthCounts(sums: Sums, months: readonly string[]): Counted['months'] {
  return months.map((month, place) => {
    const at = (what: number): number => sums.months[place * inMonth.size + what] ?? 0
    const [nobody, citizens] = [at(inMonth.nobody), at(inMonth.citizens)]
    return {
      month,
      contacts: { count: at(inMonth.persons) + nobody, people: citizens + nobody },
      citizens,
      held: { count: at(inMonth.held), people: at(inMonth.heldPeople) },
      noShow: { count: at(inMonth.noShow), people: at(inMonth.noShowPeople) },
    }
  })
}

function quarterCounts(sums: Sums, months: readonly string[]): Counted['quarters'] {
  return [...new Set(months.map(quarterOf))].map((quarter, place) => ({
    quarter,
    venues: venues.map((_, venue) => {
      const at = (what: number): number => sums.quarters[(place * venues.length + venue) * inQuarter.size + what] ?? 0
      return {
        held: { count: at(inQuarter.held), people: at(inQuarter.heldPeople) },
        noShow: { count: at(inQuarter.noShow), people: at(inQuarter.noShowPeople) },
      }
    }),
  }))
}

/** From pairs of sums and the persons behind them; a contact of nobody stands for itself. */
function counts(pairs: Uint32Array, persons: Uint32Array): Count[] {
  return Array.from({ length: pairs.length / 2 }, (_, place) => {
    const nobody = pairs[place * 2 + 1] ?? 0
    return { count: (pairs[place * 2] ?? 0) + nobody, people: (persons[place] ?? 0) + nobody }
  })
}

const total = (pairs: Uint32Array): number => pairs.reduce((all, each) => all + each, 0)
const nobodys = (pairs: Uint32Array): number => total(pairs.filter((_, place) => place % 2 === 1))

function raiseBits(numbers: Uint32Array, base: number, word: number): void {
  for (let left = word; left !== 0; left &= left - 1) raise(numbers, base + 31 - Math.clz32(left & -left))
}

function raise(numbers: Uint32Array, place: number): void {
  numbers[place] = (numbers[place] ?? 0) + 1
}

interface People {
  citizens: number
  /** By cell, by bit of the profile, by answer, by income and by centre: how many persons. */
  cells: Uint32Array
  profile: Uint32Array
  known: Uint32Array
  incomes: Uint32Array
  centres: Uint32Array
}
