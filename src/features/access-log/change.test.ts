import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { checkLog } from '../../platform/seal-check.ts'
import { sealLog } from '../../platform/seal.ts'
import { addDays, formatDateYear, formatDayField, readNow, today } from '../../platform/time.ts'

const world = await openWorld()
const { here } = world
const [administrator, officer, worker] = [world.as('administrator'), world.as('officer'), world.as('worker')]
const day = today(readNow())
const ok = async (answer: Promise<Response>) => assert.equal((await answer).status, 303)
/** The officer's page, as it is read aloud, and the file. */
const log = async (query = '') =>
  (await (await officer.get(`${paths.log(here)}${query}`)).text()).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const file = async (query = '') => await (await officer.get(`${paths.logCsv(here)}${query}`)).text()
const count = async (where: string) =>
  (await world.truth(`select 1 from access_log where municipality_id = $1 and ${where}`, [here.id])).length

async function give(personId: string, role: Record<string, string>): Promise<string> {
  await ok(administrator.post(paths.newMembership(here, personId), { from: formatDayField(day), ...role }))
  const [row] = await world.truth<{ id: string }>(
    'select id from memberships where municipality_id = $1 and person_id = $2 order by given_at desc limit 1',
    [here.id, personId],
  )
  return row?.id ?? ''
}

describe('an act that decides who sees what', () => {
  it('stands in the log with who was given which role, where, from when, and when it ended', async () => {
    const role = { role: 'coordinator', partyId: here.parties.social }
    const id = await give(worker.personId, role)
    const given = 'Gav Mette Prøve rollen koordinator (Socialforvaltning)'
    assert.ok((await log()).includes(`${given} fra ${formatDateYear(day)}`), await log())
    const end = paths.endMembership(here, worker.personId, id)
    const last = addDays(day, 5)
    await ok(administrator.post(end, { when: 'day', day: formatDayField(last) }))
    assert.ok(
      (await log()).includes(
        `Mette Prøve har rollen koordinator (Socialforvaltning) til og med ${formatDateYear(last)}`,
      ),
    )
    await ok(administrator.post(end, { when: 'now' }))
    assert.ok((await log()).includes('Tog rollen koordinator (Socialforvaltning) fra Mette Prøve med det samme'))
    assert.ok((await file()).includes(given))
    const [line] = await world.truth<{ id: number; person_id: string }>(
      `select id, person_id from access_log where municipality_id = $1 and change ->> 'what' = 'roleGiven'`,
      [here.id],
    )
    assert.equal(line?.person_id, administrator.personId)
    assert.ok((await (await officer.get(paths.logRow(here, line.id))).text()).includes(given))
  })

  it('stands there with what was switched on and off, and nothing when nothing was', async () => {
    const settings = { name: 'Herby', listed: '1' }
    await ok(administrator.post(paths.settings(here), { ...settings, breaksGlass: '1', namesStaff: '1' }))
    const on = await log()
    assert.ok(on.includes('Lukkede op for at bryde glasset') && on.includes('Borgere får navne på dem'), on)
    const before = await count('change is not null')
    await ok(administrator.post(paths.settings(here), { ...settings, breaksGlass: '1', namesStaff: '1' }))
    assert.equal(await count('change is not null'), before)
    await ok(administrator.post(paths.settings(here), settings))
    const off = await log()
    assert.ok(off.includes('Lukkede for at bryde glasset') && off.includes('Borgere får ikke navne'), off)
  })

  it('stands there with a rule of keeping and the age of backups, from and to', async () => {
    const rule = paths.retentionRule(here, here.controllers.public, 'note')
    await ok(administrator.post(rule, { kle: '27.54.08', months: '84', act: 'delete', version: '1' }))
    await ok(administrator.post(paths.retentionBackups(here), { days: '45' }))
    const text = await log()
    assert.match(text, /Noter, Herby: Slettes efter 84 måneder\. Før: Vises, .*? efter 60 måneder/)
    assert.match(text, /Kopier i backup: 45 dage\. Før: \d+/)
  })

  it('stands there when a party comes under another controller', async () => {
    // Nobody sees anything there any more, so it may change hands.
    await world.truth(
      `update memberships set valid_until = '2021-01-01' where municipality_id = $1 and party_id = $2`,
      [here.id, here.parties.harbour],
    )
    const address = paths.centreController(here, here.centres.harbour.id)
    await ok(administrator.post(address, { controllerId: here.controllers.private, agreed: '1' }))
    assert.ok((await log()).includes('ansvaret for oplysningerne gik fra Herby til Foreningen Caféen'), await log())
  })

  it('is sealed as it was written', async () => {
    const { db, keys } = world.house
    await sealLog(db, keys, here.id)
    assert.deepEqual((await checkLog(db, keys, { municipalityId: here.id })).findings, [])
    await world.truth(
      `alter table access_log disable trigger sealed_stays_sealed;
       update access_log set change = change || '{"role": "volunteer"}' where change ->> 'what' = 'roleGiven';
       alter table access_log enable trigger sealed_stays_sealed`,
    )
    const { findings } = await checkLog(db, keys, { municipalityId: here.id })
    assert.deepEqual(
      findings.map(each => each.wrong),
      ['seal'],
    )
  })
})

describe('the officer who reads the log', () => {
  it('stands in it too, with every page and file', async () => {
    await ok(worker.post(paths.newCitizen(here), { id: newId(), alias: 'Viggo', another: '1' }))
    const [seen, taken, checked] = [`purpose = 'log.show'`, `purpose = 'log.export'`, `purpose = 'log.check'`]
    const before = [await count(seen), await count(taken), await count(checked)]
    for (const path of [paths.log(here), paths.logGlass(here), paths.logChecks(here), paths.logSealing(here)])
      await officer.get(path)
    await file()
    for (const path of [paths.logGlassCsv(here), paths.logSealingCsv(here)]) await officer.get(path)
    await ok(officer.post(paths.logChecks(here), { draw: newId(), count: '1' }))
    const after = [await count(seen), await count(taken), await count(checked)]
    assert.deepEqual(
      after.map((number, place) => number - (before[place] ?? 0)),
      [4, 3, 1],
    )
    assert.equal(await count(`purpose = 'log.export' and (kind <> 'extract' or person_id is null)`), 0)
    assert.ok((await log()).includes('Dan Prøve Hentede loggen som regneark'))
  })
})

describe('a role that ended on the day on which it was given', () => {
  it('is told of by the hour: the citizen sees who looked in it, and who did not', async () => {
    const citizen = newId()
    const [{ leader: person }] = [here.people]
    await ok(world.as('socialWorker').post(paths.newCitizen(here), { id: citizen, alias: 'Signe', another: '1' }))
    const look = async () => assert.equal((await person.get(paths.citizen(here, citizen))).status, 200)
    const id = await give(person.personId, { role: 'outreach_worker', partyId: here.parties.social })
    await look()
    await ok(administrator.post(paths.endMembership(here, person.personId, id), { when: 'now' }))
    assert.equal((await person.get(paths.citizen(here, citizen))).status, 404)
    const [row] = await world.truth<{ held: boolean }>(
      `select given_at < ended_at and ended_at <= now() as held from memberships where id = $1`,
      [id],
    )
    assert.equal(row?.held, true)
    const told = await (await world.as('socialWorker').get(paths.lookedCsv(here, citizen))).text()
    assert.match(told, /;En medarbejder fra socialforvaltningen;så din side;så;/)
    assert.ok(!told.includes('leder'), told)
  })

  it('has no instants that anybody can set', async () => {
    for (const column of ['given_at', 'ended_at']) {
      const set = world.house.db.write(administrator.asker, 'places.change', async tx => {
        await tx
          .updateTable('memberships')
          .set({ [column]: new Date(0) })
          .where('municipality_id', '=', here.id)
          .execute()
      })
      await assert.rejects(set, /permission denied/)
    }
  })
})
