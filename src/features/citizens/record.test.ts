import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import type { PersonName } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { recordTexts } from '../contacts/texts.da.ts'
import { cardTexts, closeTexts, nameTexts } from './card-texts.da.ts'
import { texts } from './texts.da.ts'

const world = await openWorld()
const { here } = world
const worker = world.as('worker')
const manager = world.as('manager')
const outsiders: PersonName[] = [
  'socialWorker',
  'staff',
  'manager',
  'coordinator',
  'administrator',
  'officer',
  'leader',
]

async function citizen(alias: string, by: PersonName = 'worker'): Promise<string> {
  const id = newId()
  assert.equal((await world.as(by).post(paths.newCitizen(here), { id, alias, another: '1' })).status, 303)
  return id
}
async function row(id: string) {
  const [found] = await world.truth<Row>('select * from citizens where municipality_id = $1 and id = $2', [here.id, id])
  return found
}
const acts = async (id: string) =>
  (
    await world.truth<{ act: string; how: string }>(
      'select act, how from citizen_acts where municipality_id = $1 and citizen_id = $2 order by acted_at, id',
      [here.id, id],
    )
  ).map(({ act, how }) => `${act} ${how}`)
const said = (version: number) => ({ id: newId(), how: 'oral', version: String(version) })

describe('a citizen’s card', () => {
  it('keeps how they want to be met, for their own party and nobody else', async () => {
    const id = await citizen('Viggo')
    const wish = { alias: 'Viggo', phone: '20 30 40 50', safeTimes: 'før kl. 12', needs: ['largePrint', 'comeWithMe'] }
    for (const name of outsiders) {
      const answer = await world.as(name).post(paths.citizenCard(here, id), { ...wish, version: '1' })
      assert.equal(answer.status, 404, name)
    }
    assert.equal((await row(id))?.phone, null, 'the refused row was there')
    const answer = await worker.post(paths.citizenCard(here, id), { ...wish, version: '1', introducedBy: 'volunteer' })
    assert.equal(answer.status, 303)
    const stored = await row(id)
    assert.deepEqual(
      [stored?.phone, stored?.safe_times, stored?.needs, stored?.introduced_by, stored?.version],
      ['20304050', 'før kl. 12', 17, 'volunteer', 2],
    )
    assert.ok((await (await world.as('colleague').get(paths.citizenCard(here, id))).text()).includes('før kl. 12'))
  })

  it('is never overwritten in silence: the second of two sees both, and decides', async () => {
    const id = await citizen('Sonja')
    const wish = (safeTimes: string, version: number) => ({ alias: 'Sonja', safeTimes, version: String(version) })
    assert.equal((await worker.post(paths.citizenCard(here, id), wish('om morgenen', 1))).status, 303)
    const late = await world.as('colleague').post(paths.citizenCard(here, id), wish('om aftenen', 1))
    assert.equal(late.status, 409)
    const page = await late.text()
    for (const words of ['om morgenen', 'om aftenen', cardTexts.changedTitle]) assert.ok(page.includes(words), words)
    assert.equal((await row(id))?.safe_times, 'om morgenen')
    assert.equal((await worker.post(paths.citizenCard(here, id), wish('om morgenen', 1))).status, 303, 'the same twice')
    assert.equal((await world.as('colleague').post(paths.citizenCard(here, id), wish('om aftenen', 2))).status, 303)
    assert.equal((await row(id))?.safe_times, 'om aftenen')
  })

  it('takes no CPR number in any of its words', async () => {
    const id = await citizen('Ida')
    for (const field of ['alias', 'safeTimes'])
      assert.equal(
        (await worker.post(paths.citizenCard(here, id), { alias: 'Ida', version: '1', [field]: '010203-1234' })).status,
        422,
        field,
      )
    assert.equal((await worker.post(paths.citizenName(here, id), { ...said(1), name: 'Ida 010203-1234' })).status, 422)
    assert.equal((await row(id))?.version, 1)
  })
})

describe('a citizen’s name', () => {
  it('is said, found and taken back by their own act; an authority keeps what stood, a private centre does not', async () => {
    for (const [name, kept] of [
      ['worker', true],
      ['manager', false],
    ] as const) {
      const own = world.as(name)
      const id = await citizen('Pilten', name)
      const refused = await own.post(paths.citizenName(here, id), { id: newId(), version: '1', name: 'Peter Holm' })
      assert.equal(refused.status, 422, 'nobody says how it was said')
      assert.equal((await own.post(paths.citizenName(here, id), { ...said(1), name: 'Peter Holm' })).status, 303)
      const found = await (await own.post(paths.citizens(here), { alias: 'holm' })).text()
      assert.ok(found.includes('Peter Holm') && found.includes('Pilten'))
      const back = { id: newId(), howBack: 'writing', version: '2' }
      const taken = await own.post(paths.citizenNameBack(here, id), back)
      const told = await (await own.get(taken.headers.get('location') ?? '')).text()
      assert.ok(told.includes(nameTexts.taken[kept ? 'public' : 'private']))
      const [, card = ''] = (await (await own.get(paths.citizenCard(here, id))).text()).split(cardTexts.steps)
      assert.match(card, /Kaldenavn brugt[\s\S]*>Fra \d+\. \p{L}+ \d{4}\./u, 'nobody asked for it')
      assert.equal((await row(id))?.name, null)
      assert.deepEqual(await acts(id), ['alias oral', 'name oral', 'name_back writing'])
      const before = await world.truth<{ name: string | null }>(
        `select stood->>'name' as name from record_versions where municipality_id = $1 and citizen_id = $2 order by version`,
        [here.id, id],
      )
      assert.deepEqual(
        before.map(each => each.name),
        [null, kept ? 'Peter Holm' : null],
      )
    }
  })
})

describe('a record ends', () => {
  it('closed, where an authority answers: out of the daily work, shared no more, and open again when they come', async () => {
    const id = await citizen('Bodil')
    await world.truth(
      `insert into consents (municipality_id, id, owner_party_id, citizen_id, receiving_party_id, topics, ground, valid_from, valid_until, given_how, recorded_by)
       values ($1, $2, $3, $4, $5, 1, 'disclose', current_date, current_date + 300, 'oral', $6)`,
      [here.id, newId(), here.parties.jobcentre, id, here.parties.social, worker.personId],
    )
    await world.truth(
      `insert into helper_shares (municipality_id, owner_party_id, citizen_id, id, helper_name, helper_kind, valid_until, link_hash, code_hash, given_by)
       values ($1, $2, $3, $4, 'Bente', 'debtAdviser', current_date + 30, 'a', 'b', $5)`,
      [here.id, here.parties.jobcentre, id, newId(), worker.personId],
    )
    const helped = async () =>
      (
        await world.truth(
          'select 1 from helper_shares where municipality_id = $1 and citizen_id = $2 and withdrawn_at is null',
          [here.id, id],
        )
      ).length
    const shared = async () => (await world.as('socialWorker').get(paths.citizen(here, id))).status
    assert.deepEqual([await shared(), await helped()], [200, 1])
    assert.ok((await (await worker.get(paths.citizenClose(here, id))).text()).includes('fordi loven siger det'))
    const closing = (ending: string) => worker.post(paths.citizenClose(here, id), { ...said(1), ending })
    assert.equal((await closing('delete')).status, 422, 'an authority deletes nothing by hand')
    assert.equal((await closing('close')).status, 303)
    assert.deepEqual([await shared(), await helped()], [404, 0])
    const find = async (closed: Record<string, string>) =>
      (await (await worker.post(paths.citizens(here), { alias: 'bodil', ...closed })).text()).includes(id)
    assert.deepEqual([await find({}), await find({ closed: '1' })], [false, true])
    assert.ok((await (await worker.get(paths.citizenClose(here, id))).text()).includes(closeTexts.reopenButton))
    assert.equal((await worker.post(paths.citizenReopen(here, id), said(1))).status, 303)
    assert.deepEqual([await find({}), await shared()], [true, 404])
    assert.deepEqual(await acts(id), ['alias oral', 'closed oral', 'reopened oral'])
  })

  it('locked, is there for the citizen’s own sake alone', async () => {
    const id = await citizen('Gamle Ole')
    await world.truth(
      'update citizens set closed_at = now(), locked_at = now() where municipality_id = $1 and id = $2',
      [here.id, id],
    )
    assert.equal((await worker.get(paths.citizenCard(here, id))).status, 404)
    assert.equal((await worker.get(paths.citizen(here, id))).status, 404)
    assert.equal((await worker.get(paths.citizenEverything(here, id))).status, 200)
    const search = (form: Record<string, string>) => worker.post(paths.citizens(here), { alias: 'gamle ole', ...form })
    assert.ok(!(await (await search({})).text()).includes(id))
    assert.ok((await (await search({ closed: '1' })).text()).includes(id))
    assert.equal((await world.as('socialWorker').get(paths.citizenEverything(here, id))).status, 404)
    assert.equal((await worker.post(paths.citizenReopen(here, id), said(1))).status, 303)
    assert.equal((await worker.get(paths.citizenCard(here, id))).status, 200)
  })

  it('deleted, where a private centre answers: whole, or with the talks as a tally', async () => {
    const left = async (id: string, contact: string) => ({
      citizens: (await row(id)) !== undefined,
      talks: await world.truth(
        'select citizen_id, agenda, minutes from contacts where municipality_id = $1 and id = $2',
        [here.id, contact],
      ),
      versions: await world.truth('select 1 from contact_versions where municipality_id = $1 and contact_id = $2', [
        here.id,
        contact,
      ]),
    })
    for (const [ending, talks] of [
      ['delete', []],
      ['tally', [{ citizen_id: null, agenda: null, minutes: 20 }]],
    ] as const) {
      const id = await citizen('Karl', 'manager')
      const contact = newId()
      await world.truth(
        `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, day, minutes, agenda)
         values ($1, $2, $3, $4, $5, 'casework', 'walkIn', 'centre', 'held', '2026-11-20', 20, 'Ville have fred')`,
        [here.id, here.parties.cafe, contact, id, manager.personId],
      )
      await world.truth(
        `update contacts set minutes = 20, agenda = 'Ville have ro' where municipality_id = $1 and id = $2`,
        [here.id, contact],
      )
      assert.equal((await left(id, contact)).versions.length, 1, 'there was something to forget')
      const page = await (await manager.get(paths.citizenClose(here, id))).text()
      assert.ok(page.includes(closeTexts.backups(30)))
      assert.equal((await worker.post(paths.citizenClose(here, id), { ...said(1), ending })).status, 404)
      assert.equal((await manager.post(paths.citizenClose(here, id), { ...said(1), ending: 'close' })).status, 422)
      assert.equal((await manager.post(paths.citizenClose(here, id), { ...said(1), ending })).status, 303)
      assert.deepEqual(await left(id, contact), { citizens: false, talks, versions: [] })
      assert.deepEqual(await acts(id), [])
      assert.equal((await manager.get(paths.citizen(here, id))).status, 404)
    }
  })

  it('is no authority’s to delete through the function of the database either', async () => {
    const id = await citizen('Erna')
    const asker = { municipalityId: here.id, personId: worker.personId }
    const { forgetCitizen } = await import('./commands.ts')
    const at = { ...asker, partyId: here.parties.jobcentre, id }
    const done = await world.house.db.write(asker, 'citizens.close', async tx => ({
      value: await forgetCitizen(tx, at, { keys: world.house.keys, asTally: false }),
      about: [],
    }))
    assert.equal(done, false)
    assert.ok(await row(id))
  })
})

describe('a new record', () => {
  it('tells of one with the same name, also of one that is closed, so that nobody gets two', async () => {
    const id = await citizen('Rigmor')
    assert.equal((await worker.post(paths.citizenClose(here, id), { ...said(1), ending: 'close' })).status, 303)
    const warned = await worker.post(paths.newCitizen(here), { id: newId(), alias: 'rigmor' })
    assert.equal(warned.status, 422)
    const page = await warned.text()
    assert.ok(page.includes(texts.sameAlias) && page.includes(id))
  })
})

interface Row {
  name: string | null
  phone: string | null
  safe_times: string | null
  needs: number
  introduced_by: string | null
  version: number
}

describe('recording a talk', () => {
  it('shows a closed citizen, who cannot be chosen, before anybody makes a second record', async () => {
    const id = await citizen('Ragnhild')
    assert.equal((await worker.post(paths.citizenClose(here, id), { ...said(1), ending: 'close' })).status, 303)
    const asked = await worker.post(paths.contacts(here), { id: newId(), who: 'known', alias: 'ragnhild', find: '1' })
    const page = await asked.text()
    assert.match(page, new RegExp(`<input[^>]*value="${id}"[^>]*disabled`))
    assert.ok(page.includes(recordTexts.closedHint))
  })
})
