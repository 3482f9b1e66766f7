import { addDays, compareDays } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { venues } from '../contacts/codes.ts'
import type { Venue } from '../contacts/codes.ts'
import { outcomesAt, rateOf } from './evaluation-rules.ts'
import type { Count, Counted, Rated } from './count-rules.ts'
import type { Period } from './period-rules.ts'
import { quarterDays } from './period-rules.ts'
import { heldSum, shownOrNull } from './suppression.ts'
import type { Held, HeldRate } from './suppression.ts'
import { texts } from './texts.da.ts'

/** The venues that the chart draws, the message's first. */
export const drawnVenues = ['centre', 'townHall', 'home'] as const
export type DrawnVenue = (typeof drawnVenues)[number]

export interface Rates {
  label: string
  rates: Record<DrawnVenue, HeldRate>
  /** How many were expected at each venue: whether a sentence may be made of its rate. */
  isSure: Record<DrawnVenue, boolean>
  /** How many were expected in all. */
  appointments: Held
}
export interface NoShows {
  quarters: (Rates & { quarter: string; isFull: boolean; isOpen: boolean })[]
  whole: Rates
  /** The last quarter that is over and lies within the period. */
  latest: Rates | undefined
  /** Whether the quarter after the latest is the present one. */
  isNow: boolean
  open: Held
}

/** How many of those who were expected did not come, by venue: quarter for quarter, and over the whole period. */
export function noShowsOf(counted: Counted, period: Period, today: Day): NoShows {
  const quarters = counted.quarters.map(({ quarter, venues: rated }) => {
    const { from, to, label } = quarterDays(quarter)
    const isFull = compareDays(from, period.from) >= 0 && compareDays(to, period.to) <= 0 && compareDays(to, today) < 0
    return { quarter, isFull, isOpen: compareDays(to, today) >= 0, ...ratesOf(label, rated) }
  })
  const latest = quarters.findLast(each => each.isFull)
  const end = latest ? quarterDays(latest.quarter).to : today
  return {
    quarters,
    whole: ratesOf(
      period.label,
      venues.map(venue => ratedAt(counted, venue)),
    ),
    latest,
    isNow: compareDays(addDays(end, 1).add({ months: 3 }), today) > 0,
    open: heldSum(venues.flatMap(venue => appointmentKinds.map(kind => outcomesAt(counted, venue, kind).open))),
  }
}

/** The message in whole people, about the latest full quarter, else about the whole period. */
export function messageOf({ latest, whole, isNow }: NoShows): string {
  const about = latest && sure(latest, 'centre') !== null ? latest : whole
  const [centre, townHall] = [sure(about, 'centre'), sure(about, 'townHall')]
  if (centre === null) return texts.noShow.title
  const many = inPeople(centre)
  const first =
    about !== latest
      ? texts.noShow.ofAll(texts.venueAt.centre, many)
      : isNow
        ? texts.noShow.now(texts.venueAt.centre, many)
        : texts.noShow.past(lowerFirst(latest.label), texts.venueAtSmall.centre, many)
  if (townHall === null) return first
  const other = about === latest && !isNow ? texts.noShow.otherThen : texts.noShow.other
  if (inPeople(townHall) === many && other === texts.noShow.other)
    return first + texts.noShow.same(texts.venueAt.townHall)
  return first + other(texts.venueAt.townHall, inShort(townHall))
}

/** 2 of 100, never a part of a person. */
function inPeople(rate: number): string {
  if (rate === 0) return texts.noShow.nobody
  return rate < 0.005 ? texts.noShow.fewer : texts.noShow.many(Math.round(rate * 100))
}

/** 1.5 of 100 when the model was tried first (domain 142). */
export const reference = 1.5

// Who just came in was not expected.
const appointmentKinds = ['booked', 'statutory'] as const

/** The venues with a line: those of which most of the finished quarters may be shown. */
export function linesOf({ quarters }: NoShows): DrawnVenue[] {
  const finished = quarters.filter(quarter => !quarter.isOpen)
  return drawnVenues.filter(venue => {
    const shown = finished.filter(({ rates }) => shownOrNull(rates[venue]) !== null).length
    return shown > 1 && shown >= finished.length / 2
  })
}

// Of fewer a rate swings with a single person, and is no headline.
const fewestForSentence = 50

const sure = ({ rates, isSure }: Rates, venue: DrawnVenue): number | null =>
  isSure[venue] ? shownOrNull(rates[venue]) : null

// The second number of a sentence goes without its "of 100".
const inShort = (rate: number): string => (rate < 0.005 ? inPeople(rate) : String(Math.round(rate * 100)))
const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)

// As many stand behind the two kinds together as behind the larger, or more.
function ratedAt(counted: Counted, venue: Venue): Rated {
  const kinds = appointmentKinds.map(kind => outcomesAt(counted, venue, kind))
  const joined = (parts: Count[]): Count => ({
    count: parts.reduce((all, part) => all + part.count, 0),
    people: Math.max(...parts.map(part => part.people)),
  })
  return { held: joined(kinds.map(each => each.held)), noShow: joined(kinds.map(each => each.noShow)) }
}

function ratesOf(label: string, rated: readonly Rated[]): Rates {
  const at = (venue: DrawnVenue): Rated =>
    rated[venues.indexOf(venue)] ?? { held: { count: 0, people: 0 }, noShow: { count: 0, people: 0 } }
  const isSure = (venue: DrawnVenue): boolean => at(venue).held.count + at(venue).noShow.count >= fewestForSentence
  return {
    label,
    isSure: { centre: isSure('centre'), townHall: isSure('townHall'), home: isSure('home') },
    rates: { centre: rateOf(at('centre')), townHall: rateOf(at('townHall')), home: rateOf(at('home')) },
    appointments: heldSum(rated.flatMap(each => [each.held, each.noShow])),
  }
}
