import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import type { PersonName } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { checkLog } from '../../platform/seal-check.ts'
import { sealLog } from '../../platform/seal.ts'
import { addDays, formatDayField, readNow, today } from '../../platform/time.ts'
import { runRetention } from '../retention/commands.ts'
import { glassTexts } from './texts.da.ts'

const world = await openWorld()
const { here } = world
const [worker, admin] = [world.as('worker'), world.as('administrator')]
const parties = {
  worker: here.parties.jobcentre,
  socialWorker: here.parties.social,
  manager: here.parties.cafe,
  staff: here.parties.harbour,
}

async function citizenOf(name: keyof typeof parties, alias: string): Promise<string> {
  const id = newId()
  assert.equal((await world.as(name).post(paths.newCitizen(here), { id, alias, another: '1' })).status, 303)
  return id
}

/** A record of the worker's own, tied by the citizen to one of another party; nothing is shared. */
async function tied(
  other: 'socialWorker' | 'manager',
  alias: string,
  known = '24 hours',
): Promise<{ own: string; other: string }> {
  const [own, theirs] = [await citizenOf('worker', `${alias} hos os`), await citizenOf(other, alias)]
  await world.truth(`update citizens set created_at = now() - $3::interval where municipality_id = $1 and id = $2`, [
    here.id,
    own,
    known,
  ])
  await world.truth(
    `insert into citizen_links (municipality_id, id, owner_party_id, citizen_id, other_party_id, other_citizen_id, made_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [here.id, newId(), parties.worker, own, parties[other], theirs, worker.personId],
  )
  return { own, other: theirs }
}

const switchGlass = async (on: boolean) => {
  const page = { name: 'Herby', listed: '1', ...(on ? { breaksGlass: '1' } : {}) }
  assert.equal((await admin.post(paths.settings(here), page)).status, 303)
}
const formOf = (change: Record<string, string> = {}) => ({
  id: newId(),
  ground: 'danger',
  reason: 'Han er væk, og lægen er bange for hans liv',
  ...change,
})
const sees = async (name: PersonName, citizen: string) =>
  (await world.as(name).get(paths.consents(here, citizen))).status
const mails = async () =>
  await world.truth<{ recipient: string; body: string }>(
    'select recipient, subject || body as body from outbox where municipality_id = $1 order by recipient',
    [here.id],
  )

describe('breaking the glass', () => {
  it('is off until an administrator switches it on', async () => {
    const { own } = await tied('socialWorker', 'Slukket')
    assert.equal((await worker.get(paths.breakGlass(here, own))).status, 404)
    assert.equal((await worker.post(paths.breakGlass(here, own), formOf())).status, 404)
    await switchGlass(true)
    assert.equal((await worker.get(paths.breakGlass(here, own))).status, 200)
  })

  it('opens what the municipality’s other parties have tied to it, for an hour and for oneself, and tells at once', async () => {
    const { own, other } = await tied('socialWorker', 'Hemmelige Hans')
    assert.equal(await sees('worker', other), 404)
    const form = formOf()
    const before = (await mails()).length
    const answers = await Promise.all([0, 1].map(() => worker.post(paths.breakGlass(here, own), form)))
    assert.deepEqual(
      answers.map(each => each.status),
      [303, 303],
    )
    const page = await (await worker.get(paths.breakGlass(here, own))).text()
    assert.ok(page.includes('Hemmelige Hans') && page.includes(glassTexts.openText))
    assert.equal(await sees('worker', other), 200)
    for (const path of [paths.citizen, paths.plan, paths.appointments, paths.citizenTasks, paths.timeline])
      for (const id of [own, other])
        assert.ok((await (await worker.get(path(here, id))).text()).includes(glassTexts.openText), path(here, id))
    assert.equal(await sees('colleague', other), 404)
    const told = (await mails()).slice(before - (await mails()).length)
    assert.deepEqual(
      told.map(mail => mail.recipient),
      ['coordinator@herby.example', 'officer@herby.example'],
    )
    for (const { body } of told) assert.ok(!/Hans|Mette|lægen/.test(body), body)
    const today = async (name: PersonName) => await (await world.as(name).get(paths.today(here))).text()
    assert.ok((await today('socialWorker')).includes('Mette Prøve fra Jobcenter brød glasset'))
    for (const name of ['worker', 'staff', 'manager'] as const)
      assert.ok(!(await today(name)).includes('brød glasset'), name)
    const logged = await world.truth<{ subject_id: string }>(
      `select s.subject_id from access_log l join access_log_subjects s on s.municipality_id = l.municipality_id and s.log_id = l.id
       where l.municipality_id = $1 and l.purpose = 'glass.break' and s.subject_id = $2`,
      [here.id, other],
    )
    assert.ok(logged.length >= 1, 'the citizen can read it')
  })

  it('opens nothing from a record that was not there a day before it was tied, and tells that it may be so', async () => {
    const { own, other } = await tied('socialWorker', 'Skyndte Sigurd', '23 hours 59 minutes')
    assert.equal((await worker.post(paths.breakGlass(here, own), formOf())).status, 303)
    const page = await (await worker.get(paths.breakGlass(here, own))).text()
    assert.ok(page.includes(glassTexts.nothing) && !page.includes('Skyndte Sigurd<'))
    assert.equal(await sees('worker', other), 404)
    // Nor does it help to wait: the tie is what it was.
    await world.truth(
      `update citizens set created_at = created_at - interval '2 days' where municipality_id = $1 and id = $2`,
      [here.id, own],
    )
    assert.equal(await sees('worker', other), 200, 'the record was there, so it is the day that refused')
  })

  it('is told to the owner with the card and how often, and to the citizen with the reason in the worker’s words', async () => {
    const { own, other } = await tied('socialWorker', 'Spurgte Svend')
    const reason = 'Svend har ikke svaret i tre dage'
    for (const _again of [1, 2]) {
      await worker.post(paths.breakGlass(here, own), formOf({ reason }))
      await worker.get(paths.consents(here, other))
      await worker.post(paths.closeGlass(here, own))
    }
    const social = world.as('socialWorker')
    const today = await (await social.get(paths.today(here))).text()
    assert.match(today, /Det er \d+\. gang på 30 dage\.[^]*?Se hvorfor hos Spurgte Svend\./)
    const looked = await (await social.get(paths.looked(here, other))).text()
    assert.ok(looked.includes(`Medarbejderen skrev: ”${reason}”`))
    const [into, from] = await Promise.all([
      (await social.get(paths.citizenEverything(here, other))).text(),
      (await worker.get(paths.citizenEverything(here, own))).text(),
    ])
    for (const page of [into, from]) assert.ok(page.includes(reason))
    assert.ok(into.includes('Åbnet her uden dit ja') && !from.includes('Åbnet her uden dit ja'))
    assert.ok((await mails()).some(mail => /Den samme medarbejder har gjort det \d+ gange på 30 dage/.test(mail.body)))
    const [logged] = await world.truth<{ times: number }>(
      `select count(*)::integer as times from access_log l join access_log_subjects s on s.municipality_id = l.municipality_id and s.log_id = l.id
       where l.municipality_id = $1 and l.purpose = 'today.show' and s.subject_id = $2`,
      [here.id, other],
    )
    assert.equal(logged?.times, 1, 'Today names the card, so it is in the log')
  })

  it('says so on every page on which a row of another party stands, and those pages close with it', async () => {
    const { own, other } = await tied('socialWorker', 'Hele Hanne')
    const [note, step, meeting, task] = [newId(), newId(), newId(), newId()]
    const social = world.as('socialWorker')
    const soon = formatDayField(addDays(today(readNow()), 3))
    const health = { topic: 'health' }
    const theirs = [
      [paths.notes(here, other), { id: note, version: '', kind: 'shared', words: 'Hun hoster', ...health }],
      [paths.newStep(here, other), { id: step, words: 'Hun ringer til lægen', whose: 'citizen', ...health }],
      [paths.newAppointment(here, other), { id: meeting, place: 'doctor', words: 'Hos lægen', day: soon, ...health }],
      [paths.newCitizenTask(here, other), { id: task, words: 'Hente pillerne', when: 'pick', day: soon, ...health }],
    ] as const
    for (const [path, form] of theirs) assert.equal((await social.post(path, form)).status, 303, path)
    const ofCitizen = [paths.citizen, paths.plan, paths.appointments, paths.chooseCard, paths.citizenTasks]
    const pages = [...ofCitizen, paths.timeline, paths.consents, paths.powers].map(path => path(here, other))
    pages.push(paths.note(here, other, note), paths.step(here, other, step))
    pages.push(paths.appointment(here, other, meeting), paths.task(here, task))
    const see = async () =>
      await Promise.all(
        pages.map(async path => {
          const answer = await worker.get(path)
          return { path, status: answer.status, page: await answer.text() }
        }),
      )
    for (const { path, status } of await see()) assert.equal(status, 404, path)
    await worker.post(paths.breakGlass(here, own), formOf())
    for (const { path, status, page } of await see()) {
      assert.equal(status, 200, path)
      // Within the part that is fetched anew, so that it goes with what it is about.
      const part = page.slice(page.indexOf('id="citizen"'))
      assert.ok(part.includes(glassTexts.openText) && /data-until="\d+"/.test(part), path)
      assert.ok(page.includes('<template data-closed') && /live\.[0-9a-f]+\.js/.test(page), path)
      assert.ok(!(await (await social.get(path)).text()).includes(glassTexts.openText), `${path} of their own`)
    }
    await worker.post(paths.closeGlass(here, own))
    for (const { path, status } of await see()) assert.equal(status, 404, path)
  })

  it('is closed at once by whoever opened it, and by itself when the hour is over', async () => {
    const { own, other } = await tied('socialWorker', 'Lukkede Lene')
    await worker.post(paths.breakGlass(here, own), formOf())
    assert.equal(await sees('worker', other), 200)
    assert.equal((await world.as('colleague').post(paths.closeGlass(here, own))).status, 303)
    assert.equal(await sees('worker', other), 200, 'nobody closes it for another')
    assert.equal((await worker.post(paths.closeGlass(here, own))).status, 303)
    assert.equal(await sees('worker', other), 404)
    await worker.post(paths.breakGlass(here, own), formOf())
    assert.equal(await sees('worker', other), 200)
    await world.truth(
      `update glass_openings set opened_at = opened_at - interval '61 minutes', until = until - interval '61 minutes'
       where municipality_id = $1 and citizen_id = $2 and closed_at is null`,
      [here.id, own],
    )
    assert.equal(await sees('worker', other), 404)
  })

  it('never opens a private centre, and nobody breaks it from one', async () => {
    const { own, other } = await tied('manager', 'Private Poul')
    await worker.post(paths.breakGlass(here, own), formOf())
    assert.equal(await sees('worker', other), 404)
    const page = await (await worker.get(paths.breakGlass(here, own))).text()
    assert.ok(page.includes(glassTexts.nothing) && !page.includes('Fra Caféen'))
    const theirs = await citizenOf('manager', 'Deres egen')
    assert.equal((await world.as('manager').get(paths.breakGlass(here, theirs))).status, 404)
    assert.equal((await world.as('manager').post(paths.breakGlass(here, theirs), formOf())).status, 404)
  })

  it('asks for a ground and for a reason in one’s own words, and keeps what was typed', async () => {
    const { own } = await tied('socialWorker', 'Spurgt')
    for (const [change, sentence] of [
      [{ ground: '' }, glassTexts.wrong.ground],
      [{ reason: 'for kort' }, glassTexts.wrong.reason],
      [{ reason: 'Han har 010203-1234 som nummer' }, glassTexts.wrong.cpr],
    ] as const) {
      const answer = await worker.post(paths.breakGlass(here, own), formOf(change))
      const page = await answer.text()
      assert.equal(answer.status, 422)
      assert.ok(page.includes(sentence))
    }
    assert.equal((await worker.get(paths.breakGlass(here, await citizenOf('socialWorker', 'En andens')))).status, 404)
  })
})

describe('the reason for breaking the glass', () => {
  const { db, keys } = world.house
  const wrong = async () =>
    (await checkLog(db, keys, { municipalityId: here.id })).findings.map(finding => finding.wrong)

  it('cannot be rewritten or taken away without the log telling', async () => {
    const { own } = await tied('socialWorker', 'Omskrevne Ole')
    await worker.post(paths.breakGlass(here, own), formOf())
    await sealLog(db, keys, here.id)
    const before = await wrong()
    await world.truth(`update glass_openings set reason = reason || ' nu' where citizen_id = $1`, [own])
    assert.deepEqual(await wrong(), [...before, 'reason'])
    await world.truth(`delete from glass_openings where citizen_id = $1`, [own])
    assert.deepEqual(await wrong(), [...before, 'reason'])
  })

  it('goes with its record by the rule of keeping, and the log knows', async () => {
    const { own } = await tied('socialWorker', 'Slettede Sif')
    await worker.post(paths.breakGlass(here, own), formOf())
    const before = await wrong()
    const closing = { id: newId(), how: 'oral', version: '1', ending: 'close' }
    assert.equal((await worker.post(paths.citizenClose(here, own), closing)).status, 303)
    await world.truth(`update retention_rules set act = 'delete' where record_kind = 'citizen'`)
    // The years that it takes would end the log itself.
    await world.truth(`update retention_rules set act = 'list' where record_kind = 'log'`)
    await runRetention(world.house, addDays(today(readNow()), 4000))
    await sealLog(db, keys, here.id)
    assert.deepEqual(await world.truth('select 1 from glass_openings where citizen_id = $1', [own]), [])
    assert.deepEqual(await wrong(), before)
  })
})
