import assert from 'node:assert/strict'
import { efforts, incomes, kinds, outcomes, venues } from '../src/features/contacts/codes.ts'
import type { Count, Counted } from '../src/features/evaluation/count-rules.ts'
import { cellOf } from '../src/features/evaluation/packed-rules.ts'
import { countContacts } from '../src/features/evaluation/queries.ts'
import { defaultPeriod, quarterDays } from '../src/features/evaluation/period-rules.ts'
import { readNow, today } from '../src/platform/time.ts'
import type { Statement } from './floor.ts'
import type { Stage } from './stage.ts'
import { connectClient } from '../src/platform/pool.ts'

/**
 * The figures of three years by SQL alone, over the contacts themselves with a plain `where`: what one writes who packs
 * nothing and holds nothing back. It throws when it does not give the numbers of the product, and those behind them.
 */
export async function plainFigures(stage: Stage, municipalityId: string): Promise<Statement> {
  const asked = { municipalityId, ...defaultPeriod(today(readNow())) }
  const statement = { text: plainSql, values: [municipalityId, asked.from.toString(), asked.to.toString()] }
  const client = await connectClient(stage.superuserUrl)
  try {
    const { rows } = await client.query<Line>(statement)
    const operator = { municipalityId, personId: null }
    const counted = await stage.house.db.read(operator, 'operator.figures', tx => countContacts(tx, asked))
    assert.deepEqual(sorted(rows), sorted(linesOf(counted)))
  } finally {
    await client.end()
  }
  return statement
}

const isRated = `kind <> 'walkIn' and outcome in ('held', 'noShow')`
// In two steps a count of people is a third quicker than by count(distinct).
const by = (key: string, from: string): string => `
    select key, sum(n) as count, count(person) + coalesce(sum(n) filter (where person is null), 0) as people
    from (select ${key} as key, person, count(*) as n from ${from} group by 1, person) g group by key`
const plainSql = `
  with c as materialized (
    select counted_as as person, day, clock, id, effort, venue, kind, outcome, minutes, topics, help_forms, centre_id, known_before, income,
      date_trunc('month', day::timestamp)::date as month, date_trunc('quarter', day::timestamp)::date as quarter
    from contacts where municipality_id = $1 and day between $2 and $3
  ), p as materialized (
    select person, bit_or(topics) filter (where outcome = 'held') as topics, bit_or(help_forms) as help_forms,
      (array_agg(known_before order by day, clock nulls first, id) filter (where known_before is not null))[1] as known,
      (array_agg(income order by day desc, clock desc nulls last, id desc) filter (where income is not null))[1] as income
    from c where person is not null group by person
  ), lines as (
    select 'contacts' as key, count(*), (select count(*) from p) + count(*) filter (where person is null) as people from c
    union all select 'known ' || coalesce(known::text, 'not asked'), count(*), count(*) from p group by known
    union all select 'income ' || coalesce(income, 'unknown'), count(*), count(*) from p group by income
    union all select 'topic ' || bit, count(*), count(*) from p, generate_series(0, 4) bit where topics >> bit & 1 = 1 group by bit
    union all select 'help ' || bit, count(*), count(*) filter (where person is null)
        + (select count(*) from p where p.help_forms >> bit & 1 = 1)
      from c, generate_series(0, 7) bit where help_forms >> bit & 1 = 1 group by bit
    union all ${by(`venue || ' ' || kind || ' ' || outcome`, 'c')}
    union all select 'centre ' || key, count, people from (${by('centre_id', 'c where centre_id is not null')}) h
    union all select 'effort ' || key, count, people from (${by('effort', 'c')}) h
    union all select 'minutes ' || effort, sum(minutes), count(*) from c group by effort
    union all select to_char(key, 'YYYY-MM'), count, people from (${by('month', 'c')}) h
    union all ${by(`month || ' ' || outcome`, `c where ${isRated}`)}
    union all ${by(`quarter || ' ' || venue || ' ' || outcome`, `c where ${isRated}`)}
  )
  select key, count::int, people::int from lines`

/** The same lines from what the product has counted. Lines of nothing are left out. */
function linesOf(counted: Counted): Line[] {
  const persons = (key: string, count: number | undefined): Line => ({ key, count: count ?? 0, people: count ?? 0 })
  const rated = (key: string, of: { held: Count; noShow: Count }): Line[] => [
    { key: `${key} held`, ...of.held },
    { key: `${key} noShow`, ...of.noShow },
  ]
  return [
    { key: 'contacts', ...counted.contacts },
    persons('known false', counted.notKnownBefore),
    persons('known true', counted.knownBefore),
    persons('known not asked', counted.notAsked),
    ...['unknown', ...incomes].map((income, place) => persons(`income ${income}`, counted.citizensByIncome[place])),
    ...counted.citizensByTopic.map((count, bit) => persons(`topic ${bit}`, count)),
    ...counted.contactsByHelpForm.map((of, bit) => ({ key: `help ${bit}`, ...of })),
    ...cellLines(counted),
    ...counted.centres.map(({ id, contacts }) => ({ key: `centre ${id}`, ...contacts })),
    ...efforts.flatMap((effort, place) => effortLines(effort, counted.efforts[place])),
    ...counted.months.flatMap(({ month, contacts, ...of }) => [
      { key: month.slice(0, 7), ...contacts },
      ...rated(month, of),
    ]),
    ...counted.quarters.flatMap(({ quarter, venues: at }) =>
      at.flatMap((of, place) => rated(`${quarterDays(quarter).from} ${venues[place]}`, of)),
    ),
  ].filter(({ count }) => count > 0)
}

function cellLines({ cells }: Counted): Line[] {
  return venues.flatMap((venue, v) =>
    kinds.flatMap((kind, k) =>
      outcomes.map((outcome, o) => ({
        key: `${venue} ${kind} ${outcome}`,
        ...(cells[cellOf(v, k, o)] ?? { count: 0, people: 0 }),
      })),
    ),
  )
}

function effortLines(effort: string, of: Counted['efforts'][number] | undefined): Line[] {
  if (!of) return []
  return [
    { key: `effort ${effort}`, ...of.contacts },
    { key: `minutes ${effort}`, count: of.minutes, people: of.contacts.count },
  ]
}

const sorted = (lines: Line[]): Line[] => lines.toSorted((one, other) => (one.key < other.key ? -1 : 1))

interface Line extends Count {
  key: string
}
