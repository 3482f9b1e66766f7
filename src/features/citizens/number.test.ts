import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import type { PersonName } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { controllerTexts } from '../centres/texts.da.ts'
import { numberTexts } from './card-texts.da.ts'
import { findByNumber, numberKeys } from './number-commands.ts'
import { rotateNumberKeys } from './rotate-commands.ts'
import { texts } from './texts.da.ts'

const world = await openWorld()
const { here, there, house } = world
const worker = world.as('worker')

async function citizen(alias: string, by: PersonName = 'worker'): Promise<string> {
  const id = newId()
  assert.equal((await world.as(by).post(paths.newCitizen(here), { id, alias, another: '1' })).status, 303)
  return id
}
const give = (id: string, number: string, by: PersonName = 'worker') =>
  world.as(by).post(paths.citizenNumber(here, id), { id: newId(), how: 'oral', number })
const rows = (id: string) =>
  world.truth<{ sealed: Buffer; blind: Buffer; key_version: number }>(
    'select sealed, blind, key_version from citizen_numbers where municipality_id = $1 and citizen_id = $2',
    [here.id, id],
  )
async function shown(id: string, by: PersonName = 'worker'): Promise<string> {
  return await (await world.as(by).post(paths.citizenNumberShown(here, id))).text()
}

describe('a citizen’s CPR number', () => {
  it('is given and taken back by the citizen, seen by their own party when it asks, and each look stands in the log', async () => {
    const id = await citizen('Viggo')
    assert.equal((await give(id, '130247-0001')).status, 303, 'no check digits are asked')
    for (const name of ['socialWorker', 'staff', 'manager', 'coordinator', 'administrator', 'officer'] as const)
      assert.equal((await world.as(name).post(paths.citizenNumberShown(here, id))).status, 404, name)
    const page = await (await worker.get(paths.citizenNumber(here, id))).text()
    assert.ok(page.includes(numberTexts.kept) && !page.includes('0001'))
    assert.ok((await shown(id, 'colleague')).includes('130247-0001'))
    const looks = await world.truth(
      `select 1 from access_log l join access_log_subjects s on s.municipality_id = l.municipality_id and s.log_id = l.id
       where l.municipality_id = $1 and l.purpose = 'citizens.number' and l.kind = 'read' and s.subject_id = $2`,
      [here.id, id],
    )
    assert.equal(looks.length, 1)
    const [stored] = await rows(id)
    assert.ok(stored && !stored.sealed.includes('1302470001') && !stored.sealed.includes('130247-0001'))
    const back = { id: newId(), howBack: 'oral' }
    assert.equal((await worker.post(paths.citizenNumberBack(here, id), back)).status, 303)
    assert.deepEqual(await rows(id), [])
    const acts = await world.truth<{ act: string }>(
      'select act from citizen_acts where municipality_id = $1 and citizen_id = $2 order by acted_at, id',
      [here.id, id],
    )
    assert.deepEqual(
      acts.map(each => each.act),
      ['alias', 'number', 'number_back'],
    )
  })

  it('is ten digits that begin with a day; what was typed stays', async () => {
    const id = await citizen('Ida')
    for (const number of ['310247-1234', '130247-123', 'Ida', '']) {
      const answer = await give(id, number)
      assert.equal(answer.status, 422, number)
      assert.ok((await answer.text()).includes(texts.numberWrong))
    }
    assert.deepEqual(await rows(id), [])
  })

  it('does not exist where a private centre answers: neither page nor row, nor by handing the party over', async () => {
    const id = await citizen('Karl', 'manager')
    assert.equal((await world.as('manager').get(paths.citizenNumber(here, id))).status, 404)
    assert.equal((await give(id, '130247-0002', 'manager')).status, 404)
    const seal = [here.id, here.parties.cafe, id, Buffer.alloc(40), Buffer.alloc(32)]
    await assert.rejects(world.truth('insert into citizen_numbers values ($1, $2, $3, $4, $5, 1)', seal), {
      constraint: 'number_needs_public',
    })
    const own = await citizen('Jens', 'staff')
    assert.equal((await give(own, '130247-0003', 'staff')).status, 303)
    await assert.rejects(
      world.truth('update parties set controller_id = $3 where municipality_id = $1 and id = $2', [
        here.id,
        here.parties.harbour,
        here.controllers.private,
      ]),
      { constraint: 'controller_has_records' },
    )
    const handed = await world.as('administrator').post(paths.centreController(here, here.centres.harbour.id), {
      controllerId: here.controllers.private,
      agreed: '1',
    })
    assert.equal(handed.status, 422)
    assert.ok((await handed.text()).includes(controllerTexts.hasRecords))
  })

  it('is one within a party, which is told and shown the way; another party with the same number hears nothing', async () => {
    const [first, second, elsewhere] = [await citizen('Bo'), await citizen('Bob'), await citizen('Bo', 'socialWorker')]
    assert.equal((await give(first, '010180-1111')).status, 303)
    const twice = await give(second, '0101801111')
    assert.equal(twice.status, 422)
    const page = await twice.text()
    assert.ok(page.includes(numberTexts.same) && page.includes(paths.citizen(here, first)))
    assert.equal((await give(elsewhere, '010180-1111', 'socialWorker')).status, 303)
    const [[one], [other]] = [await rows(first), await rows(elsewhere)]
    assert.ok(one && other && !one.blind.equals(other.blind), 'equal numbers of two parties do not look alike')
    const races = await Promise.all(
      ['130299-1', '130299-2'].map((_, at) => give(at === 0 ? second : first, '020280-2222')),
    )
    assert.deepEqual(
      races.map(answer => answer.status).toSorted((one, other) => one - other),
      [303, 422],
    )
  })

  it('is found by a post within one’s own parties, whole and exactly, and its digits stand in no log', async () => {
    const id = await citizen('Sonja')
    await give(id, '030370-3333')
    const find = async (number: string, by: PersonName = 'worker') =>
      (await (await world.as(by).post(paths.citizensByNumber(here), { number })).text()).includes(id)
    assert.deepEqual(
      [await find('030370-3333'), await find('030370-3334'), await find('030370-3333', 'socialWorker')],
      [true, false, false],
    )
    assert.equal((await world.as('manager').post(paths.citizensByNumber(here), { number: '030370-3333' })).status, 200)
    assert.ok(!(await (await worker.get(paths.citizens(here))).text()).includes('030370'))
  })

  it('that was moved to another row, party or municipality, or changed by a bit, cannot be read', async () => {
    const [id, other] = [await citizen('Lis'), await citizen('Liv')]
    await give(id, '040460-4444')
    await give(other, '050550-5555')
    const [one] = await rows(id)
    assert.ok(one)
    await world.truth('update citizen_numbers set sealed = $3 where municipality_id = $1 and citizen_id = $2', [
      here.id,
      other,
      one.sealed,
    ])
    assert.ok((await shown(other)).includes(numberTexts.unreadable))
    one.sealed.writeUInt8(one.sealed.readUInt8(30) ^ 1, 30)
    await world.truth('update citizen_numbers set sealed = $3 where municipality_id = $1 and citizen_id = $2', [
      here.id,
      id,
      one.sealed,
    ])
    assert.ok((await shown(id)).includes(numberTexts.unreadable))
    await world.truth('delete from citizen_numbers where municipality_id = $1 and citizen_id in ($2, $3)', [
      here.id,
      id,
      other,
    ])
  })
})

describe('a change of key', () => {
  const keyFiles = () =>
    readdirSync(house.config.keysDir)
      .filter(name => name.startsWith(`${here.id}.fields-`))
      .map(name => name.slice(here.id.length + 1))

  it('seals every number anew, keeps each where it can be found, and throws the old key away', async () => {
    const ids = await Promise.all(['A', 'B', 'C'].map(name => citizen(`Nøgle ${name}`)))
    for (const [at, id] of ids.entries()) await give(id, `06066${at}-6666`)
    const before = (await rows(ids[0] ?? ''))[0]
    const counted = await world.truth<{ count: number }>(
      'select count(*)::int as count from citizen_numbers where municipality_id = $1',
      [here.id],
    )
    const done = await rotateNumberKeys(house, 'herby')
    assert.deepEqual(done, { version: 2, resealed: counted[0]?.count, unreadable: 0 })
    const after = (await rows(ids[0] ?? ''))[0]
    assert.ok(before && after && !before.blind.equals(after.blind) && !before.sealed.equals(after.sealed))
    assert.deepEqual(keyFiles(), ['fields-2.key'])
    assert.ok((await shown(ids[0] ?? '')).includes('060660-6666'))
    const found = await (await worker.post(paths.citizensByNumber(here), { number: '060661-6666' })).text()
    assert.ok(found.includes(ids[1] ?? '-'))
    assert.equal((await give(ids[0] ?? '', '060662-6666')).status, 422)
  })

  it('that was stopped half-way goes on, and meanwhile old and new numbers are found and none comes in twice', async () => {
    const ids = await Promise.all(['D', 'E'].map(name => citizen(`Nøgle ${name}`)))
    await give(ids[0] ?? '', '070770-7777')
    const keys = numberKeys(house.config, here.id)
    assert.equal(keys.makeNext(), 3, 'as an earlier run did before it was stopped')
    assert.equal((await give(ids[1] ?? '', '070770-7777')).status, 422, 'the old key is asked too')
    assert.equal((await give(ids[1] ?? '', '080880-8888')).status, 303)
    assert.deepEqual([(await rows(ids[0] ?? ''))[0]?.key_version, (await rows(ids[1] ?? ''))[0]?.key_version], [2, 3])
    assert.equal((await rotateNumberKeys(house, 'herby')).version, 3)
    assert.deepEqual(keyFiles(), ['fields-3.key'])
    const mine = { municipalityId: here.id, parties: [here.parties.jobcentre], keys }
    const found = await house.db.read(worker.asker, 'citizens.search-closed', async tx => ({
      value: await findByNumber(tx, mine, '0707707777'),
      about: [],
    }))
    assert.deepEqual(found, [ids[0]])
  })

  it('leaves what it cannot read as it is and says how many; other municipalities keep their keys', async () => {
    const id = await citizen('Nøgle F')
    await give(id, '090990-9999')
    await world.truth(`update citizen_numbers set key_version = 1 where municipality_id = $1 and citizen_id = $2`, [
      here.id,
      id,
    ])
    const keys = numberKeys(house.config, there.id)
    const derby = keys.current()
    assert.equal((await rotateNumberKeys(house, 'herby')).unreadable, 1)
    assert.equal(keys.current(), derby)
    await assert.rejects(rotateNumberKeys(house, 'nowhere'), /no municipality/)
  })
})
