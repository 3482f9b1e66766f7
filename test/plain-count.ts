// The evaluation counted the long way over plain rows, from the words of the format page and from nothing else: what
// the product counts is held against this.

export interface PlainRow {
  day: string
  /** 10:15, or empty where it is not known. */
  time: string
  centre: string
  effort: string
  /** Who stands behind the row in the figures; empty for nobody. */
  person: string
  known: boolean | null
  kind: string
  venue: string
  outcome: string
  minutes: number
  topics: readonly string[]
  help: readonly number[]
  income: string
}

interface Asked {
  from: string
  to: string
  centre?: string | undefined
  effort?: string | undefined
}
type Show = (count: number, people: number) => unknown

/** With `raw` nothing is held back. The keys that name the municipality are left to the caller. */
export function plainEvaluation(all: readonly PlainRow[], asked: Asked, raw: boolean): Record<string, unknown> {
  const rows = all
    .filter(row => row.day >= asked.from && row.day <= asked.to)
    .filter(row => asked.centre === undefined || row.centre === asked.centre)
    .filter(row => asked.effort === undefined || row.effort === asked.effort)
    .toSorted((one, other) => (`${one.day} ${one.time}` < `${other.day} ${other.time}` ? -1 : 1))
  const show: Show = (count, people) => (!raw && people > 0 && people < 5 ? { suppressed: true } : count)
  const citizens = persons(rows)
  const those = (matches: (own: PlainRow[]) => boolean): unknown => {
    const found = citizens.filter(person => matches(rows.filter(row => row.person === person))).length
    return show(found, found)
  }
  const known = (own: PlainRow[]): boolean | null => own.find(row => row.known !== null)?.known ?? null
  const income = (own: PlainRow[]): string => own.findLast(row => row.income !== '')?.income ?? 'unknown'
  const anonymous = rows.filter(row => row.person === '').length
  return {
    contacts: shown(rows, show),
    anonymousContacts: show(anonymous, anonymous),
    citizens: show(citizens.length, citizens.length),
    citizensNotKnownBefore: those(own => known(own) === false),
    citizensKnownBefore: those(own => known(own) === true),
    citizensNotAsked: those(own => known(own) === null),
    noShow: plainNoShow(rows, show),
    citizensByTopic: table(['work', 'mentalHealth', 'health', 'substanceUse', 'economyAndHousing'], topic =>
      those(own => own.some(row => row.outcome === 'held' && row.topics.includes(topic))),
    ),
    contactsByHelpForm: table(['1', '2', '3', '4', '5', '6', '7', '8'], form =>
      shown(
        rows.filter(row => row.help.includes(Number(form))),
        show,
      ),
    ),
    citizensByIncome: table(['labourMarketBenefit', 'pension', 'wage', 'other', 'unknown'], source =>
      those(own => income(own) === source),
    ),
    byCentre: groups(rows, row => row.centre).map(([centre, own]) => ({ centre, ...contactsAndCitizens(own, show) })),
    byEffort: groups(rows, row => row.effort).map(([effort, own]) => ({
      effort,
      ...contactsAndCitizens(own, show),
      minutes: show(
        own.reduce((sum, row) => sum + row.minutes, 0),
        behind(own),
      ),
    })),
    byMonth: monthsBetween(asked.from.slice(0, 7), asked.to.slice(0, 7)).map(month => {
      const own = rows.filter(row => row.day.startsWith(month))
      const expected = own.filter(row => row.kind !== 'walkIn')
      return { month, ...contactsAndCitizens(own, show), noShowRate: plainRate(expected, show) }
    }),
    citizensNewInTreatment: 0,
  }
}

function plainNoShow(rows: PlainRow[], show: Show): unknown[] {
  return groups(rows, row => `${row.venue} ${row.kind}`).map(([name, own]) => {
    const [venue, kind] = name.split(' ')
    const outcomes = table(['held', 'noShow', 'excused', 'calledOff', 'moved', 'open'], outcome =>
      shown(
        own.filter(row => row.outcome === outcome),
        show,
      ),
    )
    return { venue, kind, ...outcomes, rate: kind === 'walkIn' ? null : plainRate(own, show) }
  })
}

function plainRate(rows: PlainRow[], show: Show): unknown {
  const held = rows.filter(row => row.outcome === 'held')
  const missed = rows.filter(row => row.outcome === 'noShow')
  if (held.length + missed.length === 0) return null
  if (typeof shown(held, show) === 'object' || typeof shown(missed, show) === 'object') return { suppressed: true }
  return missed.length / (held.length + missed.length)
}

const persons = (rows: PlainRow[]): string[] => [
  ...new Set(rows.map(row => row.person).filter(person => person !== '')),
]
const behind = (rows: PlainRow[]): number => persons(rows).length + rows.filter(row => row.person === '').length
const shown = (rows: PlainRow[], show: Show): unknown => show(rows.length, behind(rows))

function contactsAndCitizens(rows: PlainRow[], show: Show): { contacts: unknown; citizens: unknown } {
  return { contacts: shown(rows, show), citizens: show(persons(rows).length, persons(rows).length) }
}

function groups(rows: PlainRow[], key: (row: PlainRow) => string): [string, PlainRow[]][] {
  const names = [...new Set(rows.map(key).filter(name => name !== ''))].toSorted((one, other) => (one < other ? -1 : 1))
  return names.map(name => [name, rows.filter(row => key(row) === name)])
}

function table(names: readonly string[], of: (name: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(names.map(name => [name, of(name)]))
}

function monthsBetween(first: string, last: string): string[] {
  const found: string[] = []
  for (let month = first; month <= last;) {
    found.push(month)
    const [year = 0, number = 0] = month.split('-').map(Number)
    month = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
  }
  return found
}
