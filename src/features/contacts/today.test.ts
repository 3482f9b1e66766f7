import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { addDays, readNow, today } from '../../platform/time.ts'

const world = await openWorld()
const { here } = world
const worker = world.as('worker')
const todayIso = String(today(readNow()))

async function put(changed: Record<string, unknown> = {}): Promise<string> {
  const row: Record<string, unknown> = {
    municipality_id: here.id,
    owner_party_id: here.parties.jobcentre,
    id: newId(),
    worker_id: worker.personId,
    effort: 'casework',
    kind: 'walkIn',
    venue: 'centre',
    centre_id: here.centres.harbour.id,
    outcome: 'held',
    day: todayIso,
    clock: '09:00',
    minutes: 30,
    ...changed,
  }
  const names = Object.keys(row)
  await world.truth(
    `insert into contacts (${names.join(', ')}) values (${names.map((_, place) => `$${place + 1}`).join(', ')})`,
    Object.values(row),
  )
  return String(row['id'])
}
const text = async (answer: Promise<Response>) => await (await answer).text()

describe('today', () => {
  it('shows what one has promised, and a tap ticks it and takes the tick away', async () => {
    const id = await put({ next_thing: 'Ring til banken', next_day: todayIso, next_owner_id: worker.personId })
    const shown = await text(worker.get(paths.today(here)))
    assert.match(shown, /Gjort: Ring til banken/)
    const ticked = await worker.post(paths.nextThingDone(here, id), { done: '1' })
    assert.equal((await text(worker.get(paths.today(here)))).includes('Ring til banken'), false)
    assert.match(await text(worker.get(ticked.headers.get('location') ?? '')), /Ikke gjort alligevel: Ring til banken/)
    await worker.post(paths.nextThingDone(here, id), { done: 'off' })
    assert.match(await text(worker.get(paths.today(here))), /Gjort: Ring til banken/)
    assert.equal((await world.as('socialWorker').post(paths.nextThingDone(here, id), { done: '1' })).status, 404)
  })

  it('says how many talks one has recorded, and names them in the log by their own ids', async () => {
    assert.match(await text(worker.get(paths.today(here))), /1 samtale på Havnen\.|samtaler, alle på Havnen\./)
    const open = await put({ kind: 'booked', outcome: 'open', clock: '23:59' })
    await worker.get(paths.today(here))
    const [log] = await world.truth<{ id: string }>(
      `select id from access_log where purpose = 'today.show' order by id desc limit 1`,
    )
    const subjects = await world.truth('select subject, subject_id from access_log_subjects where log_id = $1', [
      log?.id,
    ])
    assert.ok(subjects.some(row => row['subject'] === 'contact' && row['subject_id'] === open))
  })

  it('tells a coordinator that something stands still at another party, and neither what nor how much', async () => {
    const day = String(addDays(today(readNow()), -9))
    await put({
      kind: 'booked',
      outcome: 'open',
      day,
      next_thing: 'Hemmelig ting',
      next_day: day,
      next_owner_id: worker.personId,
    })
    const shown = await text(world.as('coordinator').get(paths.today(here)))
    assert.match(shown, /Hos Jobcenter står noget stille/)
    assert.equal(shown.includes('Hemmelig'), false)
    assert.equal((await text(world.as('socialWorker').get(paths.today(here)))).includes('står noget stille'), false)
  })

  it('shows a volunteer the day of the centre, with small numbers held back', async () => {
    const volunteer = world.as('volunteer')
    for (let count = 0; count < 4; count++) await put({ centre_id: here.centres.cafe.id })
    const few = await text(volunteer.get(paths.today(here)))
    assert.match(few, /Antallet vises ikke: færre end 5 samtaler/)
    await put({ centre_id: here.centres.cafe.id })
    const many = await text(volunteer.get(paths.centreDay(here, 'cafeen')))
    assert.match(many, /Her har været 5 samtaler/)
    assert.equal(many.includes('Uden navn'), false, 'counts only')
    assert.match(
      await text(worker.get(paths.centreDay(here, 'cafeen'))),
      /Uden navn/,
      'and rows for those who may see them',
    )
  })
})

describe('the lists', () => {
  it('have fifty rows at a time, and the rest behind a link', async () => {
    for (let count = 1; count <= 60; count++)
      await put({ day: String(addDays(today(readNow()), -20 - count)), kind: 'statutory' })
    const first = await text(worker.get(paths.contactsOf(here, { kind: 'statutory' })))
    assert.equal(first.match(/row-link/g)?.length, 50)
    const next = /href="([^"]*after=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&')
    assert.ok(next)
    const second = await text(worker.get(next))
    assert.equal(second.match(/row-link/g)?.length, 10)
  })

  it('name each row of the page in the log, and only those', async () => {
    await worker.get(paths.contactsOf(here, { kind: 'statutory' }))
    const [log] = await world.truth<{ rows: number }>(
      `select count(*)::int as rows from access_log_subjects where log_id =
        (select id from access_log where purpose = 'contacts.list' order by id desc limit 1)`,
    )
    assert.equal(log?.rows, 50)
  })

  it('are one’s own, or one’s party’s, and never another’s', async () => {
    const mine = await put({ day: todayIso })
    const theirs = await put({
      owner_party_id: here.parties.social,
      worker_id: world.as('socialWorker').personId,
      day: todayIso,
    })
    const list = await text(worker.get(paths.contactsOf(here, { whose: 'ours' })))
    assert.ok(list.includes(mine))
    assert.equal(list.includes(theirs), false)
    assert.match(list, /Der kan være mere, end du kan se her\./)
    assert.equal((await text(world.as('colleague').get(paths.contacts(here)))).includes(mine), false)
    assert.ok((await text(world.as('colleague').get(paths.contactsOf(here, { whose: 'ours' })))).includes(mine))
    assert.equal((await world.as('leader').get(paths.contacts(here))).status, 404)
  })

  it('say what is wrong with a filter, and know no cursor that is none', async () => {
    assert.equal((await worker.get(paths.contactsOf(here, { from: '30-02-2026' }))).status, 422)
    assert.equal((await worker.get(paths.contactsOf(here, { from: '02-01-2026', until: '01-01-2026' }))).status, 422)
    assert.equal((await worker.get(paths.contactsOf(here, { after: 'x' }))).status, 404)
    assert.equal((await worker.get(paths.contactsOf(here, { after: `2026-99-99_${newId()}` }))).status, 404)
  })

  it('leave the house as a file with one log row for each that is in it', async () => {
    const answer = await worker.post(paths.contactsExport(here), { whose: 'ours', kind: 'statutory' })
    assert.equal(answer.status, 200)
    assert.match(answer.headers.get('content-disposition') ?? '', /attachment/)
    assert.equal((await answer.text()).trim().split('\n').length, 61)
    const [log] = await world.truth<{ kind: string; rows: number }>(
      `select l.kind, (select count(*)::int from access_log_subjects s where s.log_id = l.id) as rows
        from access_log l where purpose = 'contacts.export' order by id desc limit 1`,
    )
    assert.deepEqual(log, { kind: 'extract', rows: 60 })
    assert.equal((await world.as('leader').post(paths.contactsExport(here), {})).status, 404)
  })
})
