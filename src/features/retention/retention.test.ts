import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { addDays, day } from '../../platform/time.ts'
import { runRetention } from './commands.ts'
import { texts } from './texts.da.ts'

const world = await openWorld()
const { here, there, house } = world
const administrator = world.as('administrator')
const manager = world.as('manager')
const on = day('2026-11-22')

async function citizen(place: typeof here, party: string, closedAt: string | null): Promise<string> {
  const id = newId()
  await world.truth(
    `insert into citizens (municipality_id, owner_party_id, id, alias, created_at, closed_at) values ($1, $2, $3, 'Viggo', '2010-01-01', $4)`,
    [place.id, party, id, closedAt],
  )
  return id
}
async function talk(party: string, citizenId: string, onDay: string): Promise<string> {
  const id = newId()
  await world.truth(
    `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, day, agenda)
     values ($1, $2, $3, $4, $5, 'casework', 'walkIn', 'centre', 'held', $6, 'Ville have fred')`,
    [here.id, party, id, citizenId, world.as('worker').personId, onDay],
  )
  return id
}
const standing = async (id: string) =>
  await world.truth<{ locked: boolean }>(
    'select locked_at is not null as locked from citizens where municipality_id = $1 and id = $2',
    [here.id, id],
  )
const lastRun = async (controller: string, kind: string) =>
  (
    await world.truth<{ due: number; done: number; act: string }>(
      'select due, done, act from retention_runs where municipality_id = $1 and controller_id = $2 and record_kind = $3 order by ran_at desc limit 1',
      [here.id, controller, kind],
    )
  )[0]
const partiesWith = async (table: string, column: string, id: string) =>
  (
    await world.truth<{ party: string }>(
      `select owner_party_id as party from ${table} where municipality_id = $1 and ${column} = $2 order by 1`,
      [here.id, id],
    )
  ).map(each => each.party)
const rule = (controller: string, kind: string, form: Record<string, string>) =>
  administrator.post(paths.retentionRule(here, controller, kind), { kle: '27.54.08', ...form })

describe('how long something is kept', () => {
  it('is a rule for each kind and controller from the first day, nobody’s until somebody there has checked it', async () => {
    const page = await (await administrator.get(paths.retention(here))).text()
    assert.ok(!page.includes('Foreningen Caféen'), 'a private centre’s rules are its own')
    const another = paths.retentionRule(here, here.controllers.private, 'note')
    assert.equal((await administrator.get(another)).status, 404)
    const taken = await rule(here.controllers.private, 'note', { months: '1', act: 'delete', version: '1' })
    assert.equal(taken.status, 404)
    for (const words of ['Herby', texts.kind.consent, 'KLE 27.69.24', texts.unchecked, texts.check])
      assert.ok(page.includes(words), words)
    const answer = await rule(here.controllers.public, 'note', {
      months: '84',
      act: 'delete',
      checked: '1',
      version: '1',
    })
    assert.equal(answer.status, 303)
    const [stored] = await world.truth(
      `select months, act, checked_by, version from retention_rules where municipality_id = $1 and controller_id = $2 and record_kind = 'note'`,
      [here.id, here.controllers.public],
    )
    assert.deepEqual(stored, { months: 84, act: 'delete', checked_by: administrator.personId, version: 2 })
    const late = await rule(here.controllers.public, 'note', { months: '12', act: 'delete', version: '1' })
    assert.equal(late.status, 409)
    assert.ok((await late.text()).includes('84'))
  })

  it('is refused where the law or the model says so, and everything typed stays', async () => {
    for (const [kind, form] of [
      ['quiet', { months: '6', act: 'list' }],
      ['quiet', { months: '24', act: 'delete' }],
      ['note', { months: '24', act: 'lock' }],
      ['note', { months: '', act: 'list' }],
      ['note', { months: '24', act: 'list', kle: '27.54' }],
    ] as const) {
      const answer = await rule(here.controllers.public, kind, { version: '1', ...form })
      assert.equal(answer.status, 422, JSON.stringify(form))
      assert.ok((await answer.text()).includes(`value="${form.months}"`) || form.months === '')
    }
  })

  it('is the own matter of a private centre’s manager too, who sees no other’s', async () => {
    const page = await (await manager.get(paths.retention(here))).text()
    assert.ok(page.includes('Foreningen Caféen') && !page.includes(texts.public))
    const own = paths.retentionRule(here, here.controllers.private, 'quiet')
    const form = { kle: '27.54.08', months: '18', act: 'list', version: '1' }
    assert.equal((await manager.post(own, form)).status, 303)
    assert.equal((await manager.post(paths.retentionRule(here, here.controllers.public, 'quiet'), form)).status, 404)
    for (const name of ['worker', 'coordinator', 'leader', 'officer'] as const)
      assert.equal((await world.as(name).get(paths.retention(here))).status, 404, name)
  })

  it('says how old a backup can get, to whoever deletes', async () => {
    assert.equal((await administrator.post(paths.retentionBackups(here), { days: '45' })).status, 303)
    assert.equal((await administrator.post(paths.retentionBackups(here), { days: 'mange' })).status, 422)
    const id = await citizen(here, here.parties.cafe, null)
    assert.ok((await (await manager.get(paths.citizenClose(here, id))).text()).includes('45 dage'))
  })
})

describe('the nightly job', () => {
  it('locks where an authority must keep and deletes where a private centre may, on the day and not before, and counts', async () => {
    const [over, notYet, open] = await Promise.all([
      citizen(here, here.parties.jobcentre, '2021-11-22T10:00:00Z'),
      citizen(here, here.parties.jobcentre, '2021-11-23T10:00:00Z'),
      citizen(here, here.parties.jobcentre, null),
    ])
    const elsewhere = await citizen(there, there.parties.jobcentre, '2021-11-23T10:00:00Z')
    await runRetention(house, on)
    assert.deepEqual(
      [await standing(over), await standing(notYet), await standing(open)],
      [[{ locked: true }], [{ locked: false }], [{ locked: false }]],
    )
    assert.deepEqual(await lastRun(here.controllers.public, 'citizen'), { due: 1, done: 1, act: 'lock' })
    await runRetention(house, on)
    assert.deepEqual(await lastRun(here.controllers.public, 'citizen'), { due: 0, done: 0, act: 'lock' })
    assert.ok(elsewhere)
    await rule(here.controllers.public, 'citizen', { months: '60', act: 'delete', version: '1' })
    const talked = await talk(here.parties.jobcentre, over, '2021-01-01')
    await world.truth(
      `update contacts set import_key = 'R1', gender = 'woman', birth_year = 1970, clock = '10:00' where municipality_id = $1 and id = $2`,
      [here.id, talked],
    )
    await runRetention(house, on)
    assert.deepEqual(await standing(over), [])
    const [left] = await world.truth(
      `select citizen_id, agenda, import_key, gender, birth_year, clock, (select count(*)::int from forgotten_rows f
         where f.municipality_id = $1 and f.owner_party_id = c.owner_party_id) as forgotten
       from contacts c where municipality_id = $1 and id = $2`,
      [here.id, talked],
    )
    const nobody = { citizen_id: null, agenda: null, import_key: null, gender: null, birth_year: null, clock: null }
    assert.deepEqual(
      left,
      { ...nobody, forgotten: 2 },
      'the figures keep the talk, and nothing that tells whose it was',
    )
    const logged = await world.truth(
      `select l.kind from access_log l join access_log_subjects s on s.municipality_id = l.municipality_id and s.log_id = l.id
       where l.municipality_id = $1 and l.purpose = 'operator.retention' and s.subject_id = $2 order by l.id`,
      [here.id, over],
    )
    assert.deepEqual(
      logged.map(each => each['kind']),
      ['change', 'delete'],
    )
  })

  it('takes single records of an open one too, with what stood before them', async () => {
    const id = await citizen(here, here.parties.cafe, null)
    const [old, fresh] = [
      await talk(here.parties.cafe, id, '2024-11-22'),
      await talk(here.parties.cafe, id, '2024-11-23'),
    ]
    const note = newId()
    await world.truth(
      `insert into notes (municipality_id, owner_party_id, id, citizen_id, kind, words, written_by, written_at)
       values ($1, $2, $3, $4, 'own', 'Kom i dag', $5, '2024-11-20')`,
      [here.id, here.parties.cafe, note, id, manager.personId],
    )
    // Another party may have chosen the same number for a note of its own, which is not over.
    await world.truth(
      `insert into notes (municipality_id, owner_party_id, id, citizen_id, kind, words, written_by, written_at)
       values ($1, $2, $3, $4, 'own', 'Kom forbi', $5, '2024-11-20')`,
      [here.id, here.parties.social, note, await citizen(here, here.parties.social, null), manager.personId],
    )
    await world.truth(`update notes set words = 'Kom i går' where municipality_id = $1 and id = $2`, [here.id, note])
    await world.truth(
      `insert into handovers (municipality_id, owner_party_id, id, citizen_id, contact_id, version, number, handed_over_by)
       values ($1, $2, $3, $4, $5, 1, 1, $6)`,
      [here.id, here.parties.cafe, newId(), id, old, manager.personId],
    )
    const { social } = here.parties
    const both = [here.parties.cafe, social].toSorted()
    const kept = async () => ({
      handed: (
        await world.truth('select 1 from handovers where municipality_id = $1 and contact_id = $2', [here.id, old])
      ).length,
      talks: (
        await world.truth<{ id: string }>(
          'select id from contacts where municipality_id = $1 and citizen_id = $2 order by day',
          [here.id, id],
        )
      ).map(each => each.id),
      notes: await partiesWith('notes', 'id', note),
      stood: await partiesWith('record_versions', 'record_id', note),
    })
    assert.deepEqual(await kept(), { handed: 1, talks: [old, fresh], notes: both, stood: both })
    await runRetention(house, on)
    assert.deepEqual(await kept(), { handed: 0, talks: [fresh], notes: [social], stood: [social] })
    await runRetention(house, addDays(on, 1))
    assert.deepEqual(await kept(), { handed: 0, talks: [], notes: [social], stood: [social] })
  })

  it('lists and touches nothing where somebody is to decide; the owning party sees the names, nobody else', async () => {
    const id = await citizen(here, here.parties.social, null)
    await runRetention(house, on)
    assert.equal((await lastRun(here.controllers.public, 'quiet'))?.done, 0)
    assert.deepEqual(await standing(id), [{ locked: false }])
    const due = async (name: 'socialWorker' | 'worker') =>
      (await (await world.as(name).get(paths.citizensDue(here))).text()).includes(id)
    assert.deepEqual([await due('socialWorker'), await due('worker')], [true, false])
    assert.equal((await administrator.get(paths.citizensDue(here))).status, 404)
  })

  it('knows every kind of record, on an empty house and on a full one', async () => {
    const kinds = await world.truth<{ kind: string }>(
      'select distinct record_kind as kind from retention_runs where municipality_id = $1 order by 1',
      [here.id],
    )
    assert.deepEqual(
      kinds.map(each => each.kind),
      ['attorney', 'citizen', 'consent', 'contact', 'log', 'note', 'plan', 'quiet'],
    )
  })
})
