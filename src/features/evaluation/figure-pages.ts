import { lineChart } from '../../platform/html/charts.ts'
import type { LineChartOptions, Series } from '../../platform/html/charts.ts'
import { barList, figure } from '../../platform/html/figures.ts'
import type { Bar } from '../../platform/html/figures.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { addDays, compareDays, day, formatMonth } from '../../platform/time.ts'
import { helpForms, incomes, topics } from '../contacts/codes.ts'
import { words } from '../contacts/texts.da.ts'
import type { Evaluation } from './evaluation-rules.ts'
import { heldWords, rateWords } from './held-words.ts'
import { drawnVenues, linesOf, messageOf, reference } from './no-show-rules.ts'
import type { DrawnVenue } from './no-show-rules.ts'
import { isShown, shareOf, shownOrNull } from './suppression.ts'
import type { Held } from './suppression.ts'
import { monthTable, noShowTable, quarterTable } from './table-pages.ts'
import { texts } from './texts.da.ts'
import type { View } from './view-rules.ts'

/** No-shows by venue: lines over time, or bars where there is only one point of time. */
export function noShowFigure(view: View, sheetHref: string): Html {
  const { noShows } = view
  const lines = linesOf(noShows)
  const hasLine = lines.length > 0
  const isBroken = finishedOf(view).some(({ rates }) => lines.some(venue => !isShown(rates[venue])))
  return figure({
    id: 'no-shows',
    message: messageOf(noShows),
    counted: countedWords(view, hasLine),
    drawing: hasLine
      ? html`${lineChart(chartOf(view, lines))}${isBroken && html`<p class="lead">${texts.noShow.fewQuarters}</p>`}`
      : wholeBars(view),
    howWeCount: html`${texts.noShow.how} ${texts.noShow.source}`,
    large: true,
    mayMislead: true,
    table: html`${noShowTable(view)}${quarterTable(view)}`,
    sheetHref,
  })
}

/** What people talk about, as a share of the citizens. */
export function topicsFigure({ evaluation }: View): Html {
  const bars = topics.map(topic => ({
    label: words.topic[topic],
    value: percent(evaluation.citizensByTopic[topic], evaluation.citizens),
  }))
  const [first] = longestFirst(bars)
  return figure({
    id: 'topics',
    message: topicsMessage(first),
    counted: texts.topics.counted,
    drawing: barList(bars, { unit: 'percent' }),
    howWeCount: texts.topics.how,
  })
}

/** What people were helped with, in contacts. */
export function helpFigure({ evaluation }: View): Html {
  const bars = helpForms.map(form => ({
    label: words.help[form],
    value: shownOrNull(evaluation.contactsByHelpForm[form]),
  }))
  const [first, second] = longestFirst(bars).filter(bar => (bar.value ?? 0) > 0)
  return figure({
    id: 'help',
    message: first && second ? texts.help.two(first.label, lowered(second.label)) : texts.help.title,
    counted: texts.help.counted,
    drawing: barList(bars),
    howWeCount: texts.help.how,
  })
}

/** What the citizens live of. */
export function incomeFigure({ evaluation }: View): Html {
  const bars = [...incomes, 'unknown' as const].map(income => ({
    label: income === 'unknown' ? texts.income.unknown : words.income[income],
    value: percent(evaluation.citizensByIncome[income], evaluation.citizens),
  }))
  const { title, counted, how } = texts.income
  return figure({ id: 'income', message: title, counted, drawing: barList(bars, { unit: 'percent' }), howWeCount: how })
}

/** Month for month: how many talks, and how many citizens. The month that is not over is in the table alone. */
export function monthsFigure(view: View): Html {
  const finished = view.evaluation.byMonth.filter(({ month }) => isOver(month, view))
  const hasLine = finished.filter(({ contacts }) => isShown(contacts)).length > 1
  const last = finished.at(-1)
  const label = last ? formatMonth(day(`${last.month}-01`)) : ''
  return figure({
    id: 'months',
    message:
      last && isShown(last.contacts) ? texts.months.message(label, heldWords(last.contacts)) : texts.months.title,
    counted: hasLine ? texts.months.counted : texts.months.few,
    drawing: hasLine && lineChart(monthChart(finished)),
    howWeCount: texts.months.how,
    table: monthTable(view),
  })
}

function monthChart(months: Evaluation['byMonth']): LineChartOptions {
  const drawn = [
    {
      name: texts.columns.contacts,
      values: months.map(each => shownOrNull(each.contacts)),
      tone: 'plain',
      marker: 'square',
    },
    {
      name: texts.columns.citizens,
      values: months.map(each => shownOrNull(each.citizens)),
      tone: 'centre',
      marker: 'round',
    },
  ] as const satisfies Series[]
  const years = months.flatMap(({ month }, at) =>
    at === 0 || month.endsWith('-01') ? [{ at, label: month.slice(0, 4) }] : [],
  )
  const [first, last] = [months[0], months.at(-1)].map(each => formatMonth(day(`${each?.month ?? '2000-01'}-01`)))
  return {
    label: texts.months.chart(first ?? '', last ?? ''),
    unit: 'count',
    series: drawn,
    ticks: apart(years, 4),
  }
}

const isOver = (month: string, { period }: View): boolean =>
  compareDays(addDays(day(`${month}-01`).add({ months: 1 }), -1), period.to) <= 0

// The first year is left out where the next one begins right after it and would stand upon it.
function apart(years: { at: number; label: string }[], fewest: number): { at: number; label: string }[] {
  return years.filter((_, place) => place > 0 || (years[1]?.at ?? fewest) >= fewest)
}

function countedWords({ noShows }: View, hasLine: boolean): string {
  const { latest, whole, open } = noShows
  return [
    hasLine ? texts.noShow.perQuarter : texts.noShow.whole,
    latest && hasLine && isShown(latest.appointments) ? texts.noShow.latest(heldWords(latest.appointments)) : '',
    isShown(whole.appointments) ? texts.noShow.period(heldWords(whole.appointments)) : '',
    open === 0 ? '' : isShown(open) ? texts.noShow.open(heldWords(open)) : texts.noShow.openFew,
  ].join('')
}

function chartOf(view: View, lines: readonly DrawnVenue[]): LineChartOptions {
  const quarters = finishedOf(view)
  const years = quarters.flatMap(({ quarter }, at) =>
    at === 0 || quarter.endsWith('K1') ? [{ at, label: quarter.slice(0, 4) }] : [],
  )
  return {
    label: spoken(view, lines),
    series: lines.map(venue => ({ name: texts.venueLine[venue], values: valuesOf(view, venue), ...look[venue] })),
    ticks: apart(years, 2),
    reference: { value: reference, label: texts.noShow.reference, short: texts.noShow.referenceShort },
  }
}

const look: Record<DrawnVenue, Pick<Series, 'tone' | 'marker'>> = {
  centre: { tone: 'centre', marker: 'round' },
  townHall: { tone: 'kommune', marker: 'square' },
  home: { tone: 'plain', marker: 'dashed' },
}

function spoken(view: View, lines: readonly DrawnVenue[]): string {
  const quarters = finishedOf(view)
  const ends = lines.map(venue => {
    const rates = quarters.map(({ rates: each }) => each[venue]).filter(rate => shownOrNull(rate) !== null)
    return texts.noShow.line(texts.venueLine[venue], rateWords(rates[0] ?? null), rateWords(rates.at(-1) ?? null))
  })
  return texts.noShow.chart(quarters[0]?.label ?? '', quarters.at(-1)?.label ?? '') + ends.join('')
}

// The quarter that is not over is left out of the lines: its last weeks are missing, and its point would move.
function finishedOf({ noShows }: View): View['noShows']['quarters'] {
  return noShows.quarters.filter(quarter => !quarter.isOpen)
}

function valuesOf(view: View, venue: DrawnVenue): (number | null)[] {
  return finishedOf(view).map(({ rates }) => {
    const rate = shownOrNull(rates[venue])
    return rate === null ? null : rate * 100
  })
}

function wholeBars({ noShows }: View): Html {
  const bars = drawnVenues.flatMap(venue => {
    const rate = noShows.whole.rates[venue]
    return rate === null ? [] : [{ label: texts.venueLine[venue], value: isShown(rate) ? rate * 100 : null }]
  })
  return bars.length > 0 ? barList(bars, { unit: 'percent' }) : html`<p>${texts.noShow.noAppointments}</p>`
}

// A share of people is written in whole hundredths, as in the message above it.
function percent(part: Held, whole: Held): number | null {
  const share = shareOf(part, whole)
  return share === null ? null : Math.round(share * 100)
}

function topicsMessage(first: { label: string; value: number | null } | undefined): string {
  const value = first?.value ?? 0
  if (!first || value === 0) return texts.topics.title
  if (value >= 80) return texts.topics.almostAll(lowered(first.label))
  return value > 50 ? texts.topics.most(lowered(first.label)) : texts.topics.first(first.label)
}

function longestFirst<B extends Bar>(bars: readonly B[]): B[] {
  return bars.toSorted((one, other) => (other.value ?? -1) - (one.value ?? -1))
}

const lowered = (label: string): string => label.slice(0, 1).toLowerCase() + label.slice(1)
