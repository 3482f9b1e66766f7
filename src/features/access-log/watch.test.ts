import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { openWorld } from '../../../test/world.ts'
import type { PersonName, Place } from '../../../test/world.ts'

const world = await openWorld()
const { here, there } = world
const officer = world.as('officer')
const march = '?from=1-3-2026&to=31-3-2026'
const get = async (path: string) => await (await officer.get(path)).text()
const rowsOf = (page: string) =>
  (page.split('<tbody>')[1]?.split('</tbody>')[0] ?? '')
    .split('<tr>')
    .slice(1)
    .map(row => row.replaceAll(/<[^>]*>/g, '|').replaceAll(/\s*\|[\s|]*/g, '|'))

async function citizen(alias: string, createdAt = '2020-01-01', place: Place = here): Promise<string> {
  const id = newId()
  await world.truth(
    'insert into citizens (municipality_id, owner_party_id, id, alias, created_at) values ($1, $2, $3, $4, $5)',
    [place.id, place.parties.jobcentre, id, alias, createdAt],
  )
  return id
}

async function line(
  at: string,
  about: string[],
  said: { who?: PersonName; purpose?: string; kind?: string; place?: Place } = {},
) {
  const { who = 'worker', purpose = 'citizens.show', kind = 'read', place = here } = said
  await world.truth(
    `with l as (insert into access_log (municipality_id, person_id, purpose, kind, at) values ($1, $2, $3, $4, $5) returning id)
     insert into access_log_subjects select $1, l.id, c, 'citizen', $7 from l, unnest($6::uuid[]) c`,
    [place.id, place.people[who].personId, purpose, kind, at, about, place.parties.jobcentre],
  )
}

async function talk(about: string, day: string): Promise<void> {
  await world.truth(
    `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, day)
     values ($1, $2, $3, $4, $5, 'casework', 'booked', 'centre', 'held', $6)`,
    [here.id, here.parties.jobcentre, newId(), about, here.people.worker.personId, day],
  )
}

const met = await citizen('Viggo Hemmelig')
for (const day of ['2026-01-10', '2026-03-20']) await talk(met, day)

describe('what is unusual', () => {
  it('is many citizens in one hour, compared with the person’s own days before', async () => {
    const many = await Promise.all(Array.from({ length: 24 }, (_, index) => citizen(`Nummer ${index}`, '2026-03-01')))
    for (const each of many) await line('2026-03-11T12:30:00Z', [each])
    // The same number is no surprise from somebody whose days were always so.
    for (const each of many) await line('2026-03-02T09:10:00Z', [each], { who: 'colleague' })
    for (const each of many) await line('2026-03-12T09:10:00Z', [each], { who: 'colleague' })
    await line('2026-03-13T09:10:00Z', many, { who: 'socialWorker', purpose: 'contacts.list' })
    const rows = rowsOf(await get(`${paths.logUnusual(here)}?from=3-3-2026&to=31-3-2026&kind=many`))
    assert.deepEqual(rows, [
      '|11. marts 2026|Mette Prøve|Mange på kort tid|Så 24 borgeres sider kl. 13–14. Ellers højst 0 på en time.|',
    ])
  })

  it('is a look late or early, by Danish clocks', async () => {
    for (const at of ['2026-03-05T20:59:00Z', '2026-03-05T21:00:00Z', '2026-03-07T05:00:00Z'])
      await line(at, [met], { who: 'staff' })
    const rows = rowsOf(await get(`${paths.logUnusual(here)}${march}&kind=night`))
    assert.deepEqual(rows, ['|5. marts 2026|Jonas Prøve|Sent eller tidligt|Så 1 borger.|'])
  })

  it('is a record in which nobody had talked with the citizen for a year, unless somebody did so soon after', async () => {
    const [quiet, fresh, soon] = [await citizen('Stille'), await citizen('Ny', '2026-01-01'), await citizen('Snart')]
    await talk(quiet, '2025-03-01')
    await talk(soon, '2026-03-15')
    for (const each of [quiet, fresh, soon, met]) await line('2026-03-10T10:00:00Z', [each], { who: 'manager' })
    await line('2026-03-10T10:00:00Z', [quiet], { who: 'manager', purpose: 'contacts.list' })
    const rows = rowsOf(await get(`${paths.logUnusual(here)}${march}&kind=quiet`))
    assert.deepEqual(rows, ['|10. marts 2026|Signe Prøve|Stille|Så 1 borger, som ingen har talt med i et år.|'])
    const said = await get(`${paths.logUnusual(here)}${march}`)
    for (const words of ['ikke det samme som forkert', 'mindst 20 borgeres sider på en time', 'kl. 22–6'])
      assert.ok(said.includes(words), words)
    assert.ok(!said.includes('Hemmelig'))
  })

  it('leads to the lines behind it, and comes as a spreadsheet by person, kind and days', async () => {
    const page = await get(`${paths.logUnusual(here)}${march}&kind=night`)
    const href = /<tbody>[\s\S]*?href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    assert.equal(rowsOf(await get(href)).length, 2)
    const { personId } = here.people.staff
    const sheet = (await get(`${paths.logUnusualCsv(here)}${march}&person=${personId}`)).trim().split('\r\n')
    assert.deepEqual(sheet.slice(1), ['5. marts 2026;Jonas Prøve;Sent eller tidligt;Så 1 borger.'])
  })

  it('says what would be right when the days are not', async () => {
    for (const query of [
      'from=30-2-2026',
      'from=2-3-2026&to=1-3-2026',
      'from=1-1-2026&to=1-6-2026',
      'kind=guilt',
      'person=x',
    ])
      assert.equal((await officer.get(`${paths.logUnusual(here)}?${query}`)).status, 422, query)
    assert.match(await get(`${paths.logUnusual(here)}?from=1-1-2026&to=1-6-2026`), /højst 3 måneder/)
    assert.equal((await officer.get(`${paths.logUnusualCsv(here)}?from=30-2-2026`)).status, 303)
  })
})

describe('refused tries', () => {
  it('are one row a person and day, with what was asked for', async () => {
    for (const at of ['08', '09', '10'])
      await line(`2026-03-20T${at}:00:00Z`, [], { who: 'staff', kind: 'refused', purpose: 'contacts.show' })
    await line('2026-03-20T11:00:00Z', [], { who: 'staff', kind: 'refused', purpose: 'log.show' })
    await line('2026-03-20T11:00:00Z', [], { kind: 'refused', purpose: 'log.show', place: there })
    const rows = rowsOf(await get(`${paths.logRefused(here)}${march}`))
    assert.deepEqual(rows, ['|20. marts 2026|Jonas Prøve|4|Så en samtale, Så loggen|'])
    assert.match(await get(`${paths.logRefusedCsv(here)}${march}`), /20\. marts 2026;Jonas Prøve;4;/)
    assert.equal(
      (await world.truth(`select 1 from access_log where municipality_id = $1 and kind = 'refused'`, [there.id]))
        .length,
      1,
    )
  })
})

describe('broken glass', () => {
  it('is told with person, ground and own words, and nothing of the record', async () => {
    for (const place of [here, there]) {
      const id = place === here ? met : await citizen('Fremmed', '2020-01-01', there)
      await world.truth(
        `insert into glass_openings (municipality_id, id, person_id, owner_party_id, citizen_id, reason, ground, opened_at, until, closed_at)
         values ($1, $2, $3, $4, $5, $6, 'child', '2026-03-10T10:00Z', '2026-03-10T11:00Z', '2026-03-10T10:30Z')`,
        [
          place.id,
          newId(),
          place.people.worker.personId,
          place.parties.jobcentre,
          id,
          `Grunden i ${place.slug} var et barn`,
        ],
      )
    }
    const page = await get(`${paths.logGlass(here)}${march}`)
    assert.deepEqual(rowsOf(page), [
      `|10. marts 2026 kl. 11.00|Mette Prøve|1|11.30, lukket|et barn kan være i fare|Grunden i herby var et barn|${met}|`,
    ])
    assert.ok(!page.includes('Hemmelig') && !page.includes('derby'))
    assert.ok((await get(`${paths.logGlassCsv(here)}${march}`)).includes('Grunden i herby'))
    assert.equal((await world.truth(`select 1 from glass_openings where municipality_id = $1`, [there.id])).length, 1)
  })
})

describe('the state of the sealing', () => {
  it('says how far the log is sealed, what waits, and the last seal of each month', async () => {
    assert.ok((await get(paths.logSealing(here))).includes('Intet er forseglet endnu'))
    await world.truth(
      `insert into log_batches (municipality_id, segment, number, rows, previous, seal) values ($1, '2026-03-01', 1, 3, 'a', '\\x0123456789abcdef01')`,
      [here.id],
    )
    await world.truth(`update access_log set batch = 1 where municipality_id = $1 and at = '2026-03-11T12:30:00Z'`, [
      here.id,
    ])
    const page = await get(paths.logSealing(here))
    for (const words of ['11. marts 2026 kl. 13.30', 'Marts 2026', '0123456789abcdef', 'Der går for lang tid'])
      assert.ok(page.includes(words), words)
    assert.ok(!page.includes('abcdef01'))
    assert.match(await get(paths.logSealingCsv(here)), /2026-03-01;3;1;0123456789abcdef01/)
  })
})

describe('the officer’s pages', () => {
  it('are not there for anybody else', async () => {
    const all = [
      paths.logGlass,
      paths.logGlassCsv,
      paths.logRefused,
      paths.logRefusedCsv,
      paths.logUnusual,
      paths.logUnusualCsv,
    ]
    for (const name of ['administrator', 'leader', 'worker', 'manager'] as const) {
      for (const path of [...all, paths.logChecks, paths.logChecksCsv, paths.logSealing, paths.logSealingCsv])
        assert.equal((await world.as(name).get(path(here))).status, 404)
    }
  })
})
