import { addDays, day } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { efforts, helpForms, venues } from '../contacts/codes.ts'
import type { Effort } from '../contacts/codes.ts'
import * as bits from './packed-rules.ts'
import type { PackedMonth } from './packed-rules.ts'
import { personTable, rowOf } from './person-table.ts'
import type { PersonTable } from './person-table.ts'
import { takeUp } from './summed-rules.ts'
import type { SummedMonths } from './summed-rules.ts'
import { wordsOf } from './words.ts'

// One pass over the packed contacts. Everything is summed in flat arrays of numbers: a million contacts take a
// few hundredths of a second that way, and ten times as long with an object for each number.

/** What is asked: both days are included. */
export interface Asked {
  from: Day
  to: Day
  centreId?: string | undefined
  effort?: Effort | undefined
}

/** Sums of contacts come in pairs: at an even place those of persons, at the next those of nobody. */
export interface Sums {
  /** Pairs by `cellOf(venue, kind, outcome)`. */
  cells: Uint32Array
  /** Pairs by the byte of the help forms. */
  helps: Uint32Array
  /** Pairs by the place of the effort, and the minutes. */
  efforts: Uint32Array
  minutes: Float64Array
  /** Pairs by the place of the centre in `centreIds`. */
  centres: Uint32Array
  /** `inMonth.size` numbers for each month, and `inQuarter.size` for each quarter and venue. */
  months: Uint32Array
  quarters: Uint32Array
  table: PersonTable
}

/** What stands where in the numbers of a month. A rate's parts: who came and who did not, with the people behind. */
export const inMonth = {
  persons: 0,
  nobody: 1,
  citizens: 2,
  held: 3,
  noShow: 4,
  heldPeople: 5,
  noShowPeople: 6,
  size: 7,
} as const
export const inQuarter = { held: 0, noShow: 1, heldPeople: 2, noShowPeople: 3, size: 4 } as const

/** Where a person's row keeps what: the cells, the profile, the quarter, and from there on the centres. */
export const inRow = { profile: 4, quarter: 5, centres: 6 } as const
/** From which bit on the profile has what; the topics come first. */
export const inProfile = { help: 5, effort: 13, known: 18, income: 20 } as const

/** The first day of each month that a period touches. */
export function monthsOf({ from, to }: { from: Day; to: Day }): string[] {
  const length = (to.year - from.year) * 12 + to.month - from.month + 1
  const first = from.with({ day: 1 })
  return Array.from({ length: Math.max(length, 0) }, (_, place) => first.add({ months: place }).toString())
}

/** 2026-03-01 is in 2026-K1. */
export const quarterOf = (month: string): string => `${month.slice(0, 4)}-K${Math.ceil(Number(month.slice(5, 7)) / 3)}`

/** What there is to sum. `summed` are the first months asked for, when their sums are known already. */
export interface Packed {
  packed: readonly PackedMonth[]
  summed?: SummedMonths | undefined
}

/** Sums the contacts that were asked for. `centreIds` holds every centre of the months, those of `summed` first. */
export function sum({ packed, summed }: Packed, centreIds: readonly string[], asked: Asked): Sums {
  const months = monthsOf(asked)
  const quarters = [...new Set(months.map(quarterOf))]
  const sums: Sums = {
    cells: new Uint32Array(bits.cellCount * 2),
    helps: new Uint32Array(2 ** helpForms.length * 2),
    efforts: new Uint32Array(efforts.length * 2),
    minutes: new Float64Array(efforts.length),
    centres: new Uint32Array(centreIds.length * 2),
    months: new Uint32Array(months.length * inMonth.size),
    quarters: new Uint32Array(quarters.length * venues.length * inQuarter.size),
    table: personTable(inRow.centres + Math.ceil(centreIds.length / 32), summed?.size),
  }
  if (summed) takeUp(sums, summed)
  const byMonth = new Map(packed.map(each => [each.month, each]))
  for (const [place, month] of months.entries()) {
    const found = byMonth.get(month)
    if (found) sumMonth({ sums, centreIds, asked, place, quarter: quarters.indexOf(quarterOf(month)) }, found)
  }
  return sums
}

function sumMonth(at: AtMonth, packed: PackedMonth): void {
  const chosen = chosenIn(packed, at.asked)
  const into: IntoMonth = {
    ...at.sums,
    month: at.place * inMonth.size,
    quarter: at.quarter,
    places: Int32Array.from([-1, ...packed.centres.map(id => at.centreIds.indexOf(id))]),
    row: -1,
    met: 0,
  }
  const contacts = wordsOf(packed.contacts)
  const people = wordsOf(packed.people)
  let next = 0
  for (let place = 0; place < contacts.length; place += 2) {
    const high = contacts[place] ?? 0
    const low = contacts[place + 1] ?? 0
    if (bits.isFirst(high)) {
      into.row = rowOf(into.table, people[next] ?? 0, people[next + 1] ?? 0)
      into.met = 0
      next += 2
    }
    if (isChosen(chosen, high, low)) sumContact(into, high, low)
  }
}

function chosenIn({ month, centres }: PackedMonth, { from, to, centreId, effort }: Asked): Chosen {
  const first = day(month)
  const last = addDays(first.add({ months: 1 }), -1)
  return {
    fromDay: first.year === from.year && first.month === from.month ? from.day : 1,
    toDay: last.year === to.year && last.month === to.month ? to.day : last.day,
    effort: effort === undefined ? -1 : efforts.indexOf(effort),
    // A centre that the month does not have is at a place where no contact is.
    centre: centreId === undefined ? -1 : centres.indexOf(centreId) + 1 || bits.noSuchCentre,
  }
}

function isChosen({ fromDay, toDay, effort, centre }: Chosen, high: number, low: number): boolean {
  const onDay = bits.dayBits(low)
  if (onDay < fromDay || onDay > toDay) return false
  if (effort >= 0 && bits.effortBits(low) !== effort) return false
  return centre < 0 || bits.centreBits(high) === centre
}

function sumContact(into: IntoMonth, high: number, low: number): void {
  const nobody = into.row < 0 ? 1 : 0
  const cell = bits.cellOf(bits.venueBits(low), bits.kindBits(low), bits.outcomeBits(low))
  const effort = bits.effortBits(low)
  const centre = into.places[bits.centreBits(high)] ?? -1
  raise(into.cells, cell * 2 + nobody)
  raise(into.helps, bits.helpBits(high) * 2 + nobody)
  raise(into.efforts, effort * 2 + nobody)
  into.minutes[effort] = (into.minutes[effort] ?? 0) + bits.minutesBits(high)
  if (centre >= 0) raise(into.centres, centre * 2 + nobody)
  raise(into.months, into.month + nobody)
  if (nobody === 0) {
    const { words, stride } = into.table
    const base = into.row * stride
    const own = base + inRow.profile
    setBit(words, base, cell)
    if (centre >= 0) setBit(words, base + inRow.centres, centre)
    words[own] = profileWith(words[own] ?? 0, high, low)
    if ((into.met & 1) === 0) raise(into.months, into.month + inMonth.citizens)
    into.met |= 1
  }
  sumRated(into, low)
}

function profileWith(before: number, high: number, low: number): number {
  const topics = bits.isHeld(low) ? bits.topicBitsOf(low) : 0
  // The earliest answer stays; the latest income replaces the one before.
  const known = (before >>> inProfile.known) & 3 ? 0 : bits.knownBits(low)
  const income = bits.incomeBits(low)
  const kept = income === 0 ? before : before & ~(7 << inProfile.income)
  const added = (bits.helpBits(high) << inProfile.help) | (1 << (inProfile.effort + bits.effortBits(low)))
  return kept | topics | added | (known << inProfile.known) | (income << inProfile.income)
}

/** The parts of the rates: contacts that were booked or statutory, and were held or missed. */
function sumRated(into: IntoMonth, low: number): void {
  if (!bits.isRated(low)) return
  const part = bits.isHeld(low) ? 0 : 1
  const venue = bits.venueBits(low)
  const quarter = (into.quarter * venues.length + venue) * inQuarter.size
  raise(into.months, into.month + inMonth.held + part)
  raise(into.quarters, quarter + inQuarter.held + part)
  // A person's contacts of a month come together, so that whom the month has met is three bits.
  const isNew = into.row < 0 || (into.met & (2 << part)) === 0
  if (isNew) raise(into.months, into.month + inMonth.heldPeople + part)
  into.met |= 2 << part
  if (isNewInQuarter(into, venue * 2 + part)) raise(into.quarters, quarter + inQuarter.heldPeople + part)
}

/** Whether the person is met here for the first time in the quarter. The word has the quarter above 12 bits. */
function isNewInQuarter({ table, row, quarter }: IntoMonth, bit: number): boolean {
  if (row < 0) return true
  const at = row * table.stride + inRow.quarter
  const word = table.words[at] ?? 0
  const met = word >>> 12 === quarter + 1 ? word & 0xfff : 0
  table.words[at] = ((quarter + 1) << 12) | met | (1 << bit)
  return (met & (1 << bit)) === 0
}

function raise(numbers: Uint32Array, place: number): void {
  numbers[place] = (numbers[place] ?? 0) + 1
}

function setBit(words: Uint32Array, base: number, bit: number): void {
  const at = base + (bit >> 5)
  words[at] = (words[at] ?? 0) | (1 << (bit & 31))
}

interface AtMonth {
  sums: Sums
  centreIds: readonly string[]
  asked: Asked
  place: number
  quarter: number
}

interface Chosen {
  fromDay: number
  toDay: number
  /** Places, -1 for all. */
  effort: number
  centre: number
}

interface IntoMonth extends Sums {
  /** Where the numbers of the month begin. */
  month: number
  quarter: number
  /** Where a centre of the month stands in the whole list. */
  places: Int32Array
  /** The person whose contacts come now, -1 while they are nobody's. */
  row: number
  /** Bits: 1 met this month, 2 came, 4 did not come. */
  met: number
}
