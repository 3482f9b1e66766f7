import type { Html } from '../../platform/html/html.ts'
import { table } from '../../platform/html/lists.ts'
import { capitalised, day, formatMonth } from '../../platform/time.ts'
import type { Outcome } from '../contacts/codes.ts'
import { words } from '../contacts/texts.da.ts'
import { heldWords, rateWords } from './held-words.ts'
import { drawnVenues } from './no-show-rules.ts'
import { texts } from './texts.da.ts'
import type { View } from './view-rules.ts'

/** Where and how people met, and what came of it, beside the share that did not come. */
export function noShowTable({ evaluation }: View): Html {
  return table({
    caption: texts.noShow.table,
    columns: [
      { label: texts.noShow.where },
      ...shownOutcomes.map(outcome => ({ label: texts.outcome[outcome], number: true })),
      { label: texts.noShow.rate, number: true },
    ],
    rows: evaluation.noShow.map(row => [
      `${texts.venue[row.venue]}, ${texts.kind[row.kind]}`,
      ...shownOutcomes.map(outcome => heldWords(row[outcome])),
      rateWords(row.rate),
    ]),
  })
}

/** The numbers that the chart draws. */
export function quarterTable({ noShows }: View): Html {
  return table({
    caption: texts.noShow.quarters,
    columns: [
      { label: texts.columns.quarter },
      ...drawnVenues.map(venue => ({ label: texts.venueLine[venue], number: true })),
    ],
    rows: [...noShows.quarters, noShows.whole].map(({ label, rates }) => [
      label,
      ...drawnVenues.map(venue => rateWords(rates[venue])),
    ]),
  })
}

/** In the order of the alphabet, and never of the numbers. */
export function centreTable({ evaluation, named }: View): Html {
  const order = named.centres.map(({ name }) => name)
  return table({
    caption: texts.centres.title,
    captionHidden: true,
    columns: [{ label: texts.centres.name }, contactsColumn, citizensColumn],
    rows: evaluation.byCentre
      .toSorted((one, other) => order.indexOf(one.centre) - order.indexOf(other.centre))
      .map(row => [row.centre, heldWords(row.contacts), heldWords(row.citizens)]),
  })
}

export function effortTable({ evaluation }: View): Html {
  return table({
    caption: texts.efforts.title,
    captionHidden: true,
    columns: [
      { label: texts.efforts.name },
      contactsColumn,
      citizensColumn,
      { label: texts.columns.minutes, number: true },
    ],
    rows: evaluation.byEffort.map(row => [
      words.effort[row.effort],
      heldWords(row.contacts),
      heldWords(row.citizens),
      heldWords(row.minutes),
    ]),
  })
}

export function monthTable({ evaluation }: View): Html {
  return table({
    caption: texts.months.title,
    columns: [
      { label: texts.months.name },
      contactsColumn,
      citizensColumn,
      { label: texts.columns.rate, number: true },
    ],
    rows: evaluation.byMonth.map(row => [
      capitalised(formatMonth(day(`${row.month}-01`))),
      heldWords(row.contacts),
      heldWords(row.citizens),
      rateWords(row.noShowRate),
    ]),
  })
}

/** In the order in which one asks: did they come, and if not, why. */
const shownOutcomes = ['held', 'noShow', 'excused', 'calledOff', 'moved', 'open'] as const satisfies Outcome[]
const contactsColumn = { label: texts.columns.contacts, number: true }
const citizensColumn = { label: texts.columns.citizens, number: true }
