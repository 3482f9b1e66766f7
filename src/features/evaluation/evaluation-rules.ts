import { efforts, helpForms, incomes, kinds, outcomes, topics, venues } from '../contacts/codes.ts'
import type { Effort, HelpForm, Income, Kind, Outcome, Topic, Venue } from '../contacts/codes.ts'
import type { Count, Counted, Rated } from './count-rules.ts'
import { cellOf } from './packed-rules.ts'
import type { Asked } from './sum-rules.ts'
import { held, heldRate } from './suppression.ts'
import type { Held, HeldRate } from './suppression.ts'

/** The evaluation as the format page has it. With `raw` it holds numbers alone. */
export interface Evaluation {
  municipality: string
  from: string
  to: string
  /** Only where one was chosen. */
  centre?: string
  effort?: Effort
  contacts: Held
  anonymousContacts: Held
  citizens: Held
  citizensNotKnownBefore: Held
  citizensKnownBefore: Held
  citizensNotAsked: Held
  noShow: NoShowRow[]
  citizensByTopic: Record<Topic, Held>
  contactsByHelpForm: Record<HelpForm, Held>
  citizensByIncome: Record<Income | 'unknown', Held>
  byCentre: { centre: string; contacts: Held; citizens: Held }[]
  byEffort: { effort: Effort; contacts: Held; citizens: Held; minutes: Held }[]
  byMonth: { month: string; contacts: Held; citizens: Held; noShowRate: HeldRate }[]
  /** Stays 0 until bridging to treatment is recorded here. */
  citizensNewInTreatment: Held
}

export type NoShowRow = { venue: Venue; kind: Kind; rate: HeldRate } & Record<Outcome, Held>

/** What the rows of a count are called. */
export interface Named {
  municipality: string
  centres: { id: string; slug: string; name: string }[]
}

/** The figures as the format page has them; small numbers are held back unless they are asked for raw. */
export function evaluationOf(given: { asked: Asked; counted: Counted; named: Named; raw: boolean }): Evaluation {
  const { asked, counted, named } = given
  const show: Show = given.raw ? shown => shown : held
  const centre = named.centres.find(each => each.id === asked.centreId)
  return {
    municipality: named.municipality,
    from: asked.from.toString(),
    to: asked.to.toString(),
    ...(centre ? { centre: centre.name } : {}),
    ...(asked.effort ? { effort: asked.effort } : {}),
    contacts: show(counted.contacts.count, counted.contacts.people),
    anonymousContacts: show(counted.anonymousContacts),
    citizens: show(counted.citizens),
    citizensNotKnownBefore: show(counted.notKnownBefore),
    citizensKnownBefore: show(counted.knownBefore),
    citizensNotAsked: show(counted.notAsked),
    noShow: noShowRows(counted, show),
    citizensByTopic: record(topics, place => show(counted.citizensByTopic[place] ?? 0)),
    contactsByHelpForm: record(helpForms, place => shown(counted.contactsByHelpForm[place], show)),
    citizensByIncome: record([...incomes, 'unknown'], place =>
      show(counted.citizensByIncome[place === incomes.length ? 0 : place + 1] ?? 0),
    ),
    byCentre: centreRows(counted, named, show),
    byEffort: effortRows(counted, show),
    byMonth: counted.months.map(month => ({
      month: month.month.slice(0, 7),
      contacts: shown(month.contacts, show),
      citizens: show(month.citizens),
      noShowRate: rateOf(month, show),
    })),
    citizensNewInTreatment: show(0),
  }
}

/** How many of those who were expected did not come, from 0 to 1; held back with its parts. */
export function rateOf({ held: came, noShow }: Rated, show: Show = held): HeldRate {
  const expected = came.count + noShow.count
  return heldRate(expected === 0 ? null : noShow.count / expected, [shown(came, show), shown(noShow, show)])
}

/** The contacts of one venue and kind by their outcome. */
export function outcomesAt(counted: Counted, venue: Venue, kind: Kind): Record<Outcome, Count> {
  const [v, k] = [venues.indexOf(venue), kinds.indexOf(kind)]
  return record(outcomes, place => counted.cells[cellOf(v, k, place)] ?? { count: 0, people: 0 })
}

function noShowRows(counted: Counted, show: Show): NoShowRow[] {
  const rows = venues.flatMap(venue =>
    kinds.flatMap(kind => {
      const at = outcomesAt(counted, venue, kind)
      if (outcomes.every(outcome => at[outcome].count === 0)) return []
      const rate = kind === 'walkIn' ? null : rateOf(at, show)
      const { held, noShow, excused, calledOff, moved, open } = record(outcomes, place =>
        shown(at[outcomes[place] ?? 'open'], show),
      )
      return [{ venue, kind, held, noShow, excused, calledOff, moved, open, rate }]
    }),
  )
  return sortedBy(rows, row => `${row.venue} ${row.kind}`)
}

function centreRows(counted: Counted, named: Named, show: Show): Evaluation['byCentre'] {
  const rows = counted.centres.map(row => ({
    centre: named.centres.find(each => each.id === row.id)?.name ?? '',
    contacts: shown(row.contacts, show),
    citizens: show(row.citizens),
  }))
  return sortedBy(rows, row => row.centre)
}

function effortRows(counted: Counted, show: Show): Evaluation['byEffort'] {
  const rows = efforts.flatMap((effort, place) => {
    const row = counted.efforts[place]
    if (!row || row.contacts.count === 0) return []
    const minutes = show(row.minutes, row.contacts.people)
    return [{ effort, contacts: shown(row.contacts, show), citizens: show(row.citizens), minutes }]
  })
  return sortedBy(rows, row => row.effort)
}

// By the code of the characters, so that the same figures are the same bytes on every machine.
function sortedBy<Row>(rows: Row[], key: (row: Row) => string): Row[] {
  return rows.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
}

function record<Name extends string | number, Value>(
  names: readonly Name[],
  of: (place: number) => Value,
): Record<Name, Value> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for each name
  return Object.fromEntries(names.map((name, place) => [name, of(place)])) as Record<Name, Value>
}

function shown(of: Count | undefined, show: Show): Held {
  return show(of?.count ?? 0, of?.people ?? 0)
}

type Show = (count: number, people?: number) => Held
