import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { plainEvaluation } from '../../../test/plain-count.ts'
import type { PlainRow } from '../../../test/plain-count.ts'
import { openWorld } from '../../../test/world.ts'
import type { Place } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { day } from '../../platform/time.ts'
import { efforts, helpForms, helpMask, incomes, kinds, outcomes, topicBits, topics, venues } from '../contacts/codes.ts'
import type { HelpForm, Topic } from '../contacts/codes.ts'
import { packMonths } from './commands.ts'
import { evaluate } from './queries.ts'

const world = await openWorld()
const { db } = world.house
const operator = (place: Place) => ({ municipalityId: place.id, personId: null })
const centreNames = { Havnen: 'harbour', Caféen: 'cafe' } as const

/** Stores plain rows as contacts of the job centre, with a citizen for each person, and gives their ids. */
async function store(place: Place, rows: readonly PlainRow[]): Promise<string[]> {
  const persons = [...new Set(rows.map(row => row.person).filter(person => person !== ''))]
  const citizens = new Map(persons.map(person => [person, newId()]))
  const at = { municipality_id: place.id, owner_party_id: place.parties.jobcentre }
  // Ids in the order of the rows: of two answers at the same time the first row's is the earlier.
  const ids = rows.map((_, place_) => newId(1_000 + place_))
  await db.write(operator(place), 'operator.set-up', async tx => {
    await tx.deleteFrom('contacts').where('municipality_id', '=', place.id).execute()
    for (const [alias, id] of citizens)
      await tx
        .insertInto('citizens')
        .values({ ...at, id, alias })
        .execute()
    if (rows.length === 0) return
    const values = rows.map((row, place_) => ({
      ...at,
      id: ids[place_] ?? '',
      citizen_id: citizens.get(row.person) ?? null,
      worker_id: place.people.worker.personId,
      centre_id: row.centre === '' ? null : place.centres[centreNames[row.centre as keyof typeof centreNames]].id,
      day: row.day,
      clock: row.time === '' ? null : row.time,
      effort: row.effort,
      kind: row.kind,
      venue: row.venue,
      outcome: row.outcome,
      minutes: row.minutes === 0 ? null : row.minutes,
      topics: row.topics.reduce((mask, topic) => mask | topicBits[topic as Topic], 0),
      help_forms: helpMask(row.help as HelpForm[]),
      known_before: row.known,
      income: row.income === '' ? null : row.income,
      import_key: ids[place_] ?? '',
    }))
    await tx.insertInto('contacts').values(values).execute()
  })
  return ids
}

async function counted(
  place: Place,
  asked: { from: string; to: string; centre?: string; effort?: string },
  raw: boolean,
) {
  const centreId = asked.centre === undefined ? undefined : place.centres[centreNames[asked.centre as 'Havnen']].id
  const wanted = {
    municipalityId: place.id,
    from: day(asked.from),
    to: day(asked.to),
    centreId,
    effort: asked.effort as (typeof efforts)[number] | undefined,
  }
  const { municipality, from, to, centre, effort, ...rest } = await db.read(
    place.people.leader.asker,
    'figures.show',
    tx => evaluate(tx, { ...wanted, raw }),
  )
  assert.deepEqual(
    [municipality, from, to, centre, effort],
    [place.slug, asked.from, asked.to, asked.centre, asked.effort],
  )
  return rest
}

// Three of the months that are drawn are over, so that the packer sums them and the page adds the others.
const today = day('2026-02-10')
const pack = (place: Place) => db.write(operator(place), 'operator.jobs', tx => packMonths(tx, place.id, today))

const days = fc.integer({ min: 0, max: 120 }).map(after => day('2025-11-20').add({ days: after }).toString())
const plainRow: fc.Arbitrary<PlainRow> = fc.record({
  day: days,
  time: fc.constantFrom('', '08:00', '10:15', '13:30'),
  centre: fc.constantFrom('', 'Havnen', 'Caféen'),
  effort: fc.constantFrom(...efforts),
  person: fc.constantFrom('', '', ...Array.from({ length: 12 }, (_, place) => `B${place}`)),
  known: fc.constantFrom(true, false, null),
  kind: fc.constantFrom(...kinds),
  venue: fc.constantFrom(...venues.slice(0, 3)),
  outcome: fc.constantFrom(...outcomes, 'held', 'held', 'held'),
  minutes: fc.integer({ min: 0, max: 600 }),
  topics: fc.subarray([...topics]),
  help: fc.subarray([...helpForms]),
  income: fc.constantFrom('', '', ...incomes),
})
const asking = fc.record({
  // From the first of January two years ago on, the months that are over are summed already.
  days: fc.oneof(
    fc.tuple(days, days).map(both => both.toSorted()),
    days.map(to => ['2024-01-01', to]),
  ),
  centre: fc.constantFrom(undefined, undefined, 'Havnen'),
  effort: fc.constantFrom(undefined, undefined, ...efforts.slice(0, 2)),
})

describe('the evaluation', () => {
  it('counts what a plain count of the same rows counts, packed or not, and holds back the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(plainRow, { maxLength: 120 }), asking, async (rows, asked) => {
        await store(world.here, rows)
        const [from = '', to = ''] = asked.days
        const wanted = {
          from,
          to,
          ...(asked.centre ? { centre: asked.centre } : {}),
          ...(asked.effort ? { effort: asked.effort } : {}),
        }
        for (const raw of [true, false]) {
          assert.deepEqual(await counted(world.here, wanted, raw), plainEvaluation(rows, wanted, raw))
        }
        await pack(world.here)
        assert.deepEqual(await counted(world.here, wanted, true), plainEvaluation(rows, wanted, true))
      }),
      { numRuns: 40 },
    )
  })

  it('takes the sums of the months that are over for them, and counts the months since', async () => {
    const rows = fc.sample(plainRow, { numRuns: 60, seed: 9 })
    await store(world.here, rows)
    await pack(world.here)
    const asked = { from: '2024-01-01', to: '2026-04-30' }
    assert.deepEqual(await counted(world.here, asked, true), plainEvaluation(rows, asked, true))
    // What is summed is read from nowhere else: not from the months as packed, not from the contacts.
    for (const sql of [
      `delete from contacts where municipality_id = $1 and day < '2026-02-01'`,
      'delete from figure_changes where municipality_id = $1',
      `delete from figure_months where municipality_id = $1 and month < '2026-02-01'`,
    ])
      await world.truth(sql, [world.here.id])
    assert.deepEqual(await counted(world.here, asked, true), plainEvaluation(rows, asked, true))
  })

  it('follows every later correction of a packed month, in the same moment', async () => {
    const rows = fc.sample(plainRow, { numRuns: 60, seed: 7 })
    const ids = await store(world.here, rows)
    await pack(world.here)
    const asked = { from: '2024-01-01', to: '2026-04-30' }
    const changed: PlainRow[] = rows.map((row, place) =>
      place === 3 ? { ...row, outcome: 'noShow', kind: 'booked', day: '2026-01-07' } : row,
    )
    await db.write(operator(world.here), 'operator.set-up', async tx => {
      await tx
        .updateTable('contacts')
        .set({ outcome: 'noShow', kind: 'booked', day: '2026-01-07' })
        .where('municipality_id', '=', world.here.id)
        .where('id', '=', ids[3] ?? '')
        .execute()
      // Before it is committed nobody else sees it, and the figures of before stand.
      assert.deepEqual(await counted(world.here, asked, true), plainEvaluation(rows, asked, true))
      assert.equal(await pack(world.here), 0)
    })
    assert.deepEqual(await counted(world.here, asked, true), plainEvaluation(changed, asked, true))
    assert.ok((await pack(world.here)) > 0)
    assert.deepEqual(await counted(world.here, asked, true), plainEvaluation(changed, asked, true))
  })

  it('counts a person of a file once, whichever parties met them', async () => {
    await store(world.here, [])
    await db.write(operator(world.here), 'operator.set-up', async tx => {
      for (const party of ['jobcentre', 'social'] as const) {
        const id = newId()
        const at = { municipality_id: world.here.id, owner_party_id: world.here.parties[party] }
        await tx
          .insertInto('citizens')
          .values({ ...at, id, alias: 'B17', person_key: Buffer.alloc(32, 7) })
          .execute()
        const what = { effort: 'casework', kind: 'walkIn', venue: 'centre', outcome: 'held', day: '2026-01-05' }
        await tx
          .insertInto('contacts')
          .values({ ...at, ...what, id: newId(), citizen_id: id, worker_id: world.here.people.worker.personId })
          .execute()
      }
    })
    const { contacts, citizens } = await counted(world.here, { from: '2026-01-01', to: '2026-01-31' }, true)
    assert.deepEqual([contacts, citizens], [2, 1])
  })

  it('counts seven contacts as one counts them by hand', async () => {
    const usual = {
      time: '',
      centre: '',
      effort: 'casework',
      person: '',
      known: null,
      kind: 'booked',
      venue: 'centre',
      outcome: 'held',
      minutes: 0,
      topics: [],
      help: [],
      income: '',
    }
    await store(world.here, [
      {
        ...usual,
        day: '2026-01-05',
        person: 'Viggo',
        known: false,
        income: 'pension',
        topics: ['health'],
        help: [1, 8],
        minutes: 30,
        centre: 'Havnen',
      },
      // The later answer is not the earliest; the later income is the latest.
      {
        ...usual,
        day: '2026-02-05',
        person: 'Viggo',
        known: true,
        income: 'wage',
        topics: ['work'],
        outcome: 'noShow',
        centre: 'Caféen',
      },
      {
        ...usual,
        day: '2026-02-06',
        person: 'Tove',
        known: true,
        topics: ['health', 'work'],
        help: [1],
        effort: 'health',
        minutes: 15,
        centre: 'Havnen',
      },
      { ...usual, day: '2026-02-07', person: 'Aksel', outcome: 'excused', topics: ['health'] },
      { ...usual, day: '2026-02-08', kind: 'walkIn', venue: 'street', outcome: 'noShow', help: [2] },
      { ...usual, day: '2026-02-28', kind: 'walkIn', venue: 'street', help: [2], minutes: 5 },
      // Outside of the period.
      { ...usual, day: '2026-04-01', person: 'Viggo', known: true, income: 'other' },
    ])
    const none = { held: 0, noShow: 0, excused: 0, calledOff: 0, moved: 0, open: 0 }
    assert.deepEqual(await counted(world.here, { from: '2026-01-05', to: '2026-03-31' }, true), {
      contacts: 6,
      anonymousContacts: 2,
      citizens: 3,
      citizensNotKnownBefore: 1,
      citizensKnownBefore: 1,
      citizensNotAsked: 1,
      noShow: [
        { venue: 'centre', kind: 'booked', ...none, held: 2, noShow: 1, excused: 1, rate: 1 / 3 },
        { venue: 'street', kind: 'walkIn', ...none, held: 1, noShow: 1, rate: null },
      ],
      citizensByTopic: { work: 1, mentalHealth: 0, health: 2, substanceUse: 0, economyAndHousing: 0 },
      contactsByHelpForm: { 1: 2, 2: 2, 3: 0, 4: 0, 5: 0, 6: 0, 7: 0, 8: 1 },
      citizensByIncome: { labourMarketBenefit: 0, pension: 0, wage: 1, other: 0, unknown: 2 },
      byCentre: [
        { centre: 'Caféen', contacts: 1, citizens: 1 },
        { centre: 'Havnen', contacts: 2, citizens: 2 },
      ],
      byEffort: [
        { effort: 'casework', contacts: 5, citizens: 2, minutes: 35 },
        { effort: 'health', contacts: 1, citizens: 1, minutes: 15 },
      ],
      byMonth: [
        { month: '2026-01', contacts: 1, citizens: 1, noShowRate: 0 },
        { month: '2026-02', contacts: 5, citizens: 3, noShowRate: 0.5 },
        { month: '2026-03', contacts: 0, citizens: 0, noShowRate: null },
      ],
      citizensNewInTreatment: 0,
    })
  })

  it('counts the sample spreadsheet as a plain count of its lines does', async () => {
    const rows = sampleRows()
    await store(
      world.there,
      rows.map(row => ({ ...row, centre: '' })),
    )
    const asked = { from: '2015-01-01', to: '2026-12-31' }
    const expected = plainEvaluation(
      rows.map(row => ({ ...row, centre: '' })),
      asked,
      true,
    )
    assert.deepEqual(await counted(world.there, asked, true), expected)
    assert.equal(expected['contacts'], rows.length)
  })
})

function sampleRows(): PlainRow[] {
  const file = new URL('../../../test/fixtures/registreringer.csv', import.meta.url)
  const [, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/)
  const word = (from: string, to: readonly string[], given: string | undefined) =>
    to[from.split(' ').indexOf(given ?? '')] ?? ''
  return lines.map(line => {
    const [
      ,
      dato = '',
      tid = '',
      centre = '',
      indsats,
      ,
      ,
      borger = '',
      kendt,
      moede,
      sted,
      udfald,
      minutter,
      temaer = '',
      hjaelp = '',
      income,
    ] = line.split(';')
    return {
      day: dato.split('-').toReversed().join('-'),
      time: tid.replace('.', ':'),
      centre,
      effort: word(
        'sagsbehandling misbrug skp sundhed job',
        ['casework', 'substanceUse', 'contactPerson', 'health', 'employment'],
        indsats,
      ),
      person: borger,
      known: kendt === 'ja' ? true : kendt === 'nej' ? false : null,
      kind: word('åbent aftalt lovpligtigt', kinds, moede),
      venue: word('værested kommune hjem gade telefon andet', venues, sted),
      outcome: word('gennemført afbud aflyst udeblevet flyttet åben', outcomes, udfald),
      minutes: Number(minutter),
      topics: temaer.split('|').flatMap(topic => word('job psykisk helbred rusmidler økonomi', topics, topic) || []),
      help: hjaelp
        .split('|')
        .filter(form => form !== '')
        .map(Number),
      income: word('arbejdsmarkedsydelse pension løn anden', incomes, income),
    }
  })
}
