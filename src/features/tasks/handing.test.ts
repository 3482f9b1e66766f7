import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bits, planGround } from '../../../test/plans.ts'
import { openWorld } from '../../../test/world.ts'
import type { PersonName } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { taskTexts } from './texts.da.ts'

const world = await openWorld()
const { here } = world
const { citizen, yes, takeBack, row } = planGround(world)
const omar = world.as('socialWorker')
const mette = world.as('worker')
const text = async (answer: Promise<Response>) => await (await answer).text()
const receiver = (name: PersonName) => {
  const { personId, actor } = world.as(name)
  return `${personId} ${actor.memberships[0]?.partyId}`
}

async function promise(citizenId: string, changed: Record<string, string> = {}): Promise<string> {
  const form = { id: newId(), words: 'Ringer til lægen', when: 'tomorrow', topic: 'economyAndHousing', ...changed }
  const answer = await omar.post(paths.newCitizenTask(here, citizenId), form)
  assert.equal(answer.status, 303, answer.status === 303 ? '' : await answer.text())
  return form.id
}
const hand = async (id: string, to: string) =>
  await omar.post(paths.handTask(here, id), { to, version: String((await row('tasks', id))?.['version']) })

describe('a promise between two parties', () => {
  it('asks for the yes that it needs, with party and topic chosen and no words in the address, and is then handed over by a tap', async () => {
    const per = await citizen('Lange Per')
    const id = await promise(per, { topic: 'health' })
    const refused = await text(hand(id, receiver('worker')))
    const [, link = ''] = /href="([^"]*consents\/new\?[^"]*)"/.exec(refused) ?? []
    const address = link.replaceAll('&amp;', '&')
    assert.match(address, /\?receiver=[0-9a-f-]{36}&topic=health&task=[0-9a-f-]{36}&person=[0-9a-f-]{36}$/)
    const page = await text(omar.get(address))
    const checked = [...page.matchAll(/<input[^>]*\bchecked[^>]*>/g)].map(([tag]) => /value="([^"]*)"/.exec(tag)?.[1])
    assert.ok(checked.includes(here.parties.jobcentre) && checked.includes('health'))
    const field = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1] ?? ''
    const given = await omar.post(paths.newConsent(here, per), {
      ...Object.fromEntries(['id', 'task', 'person', 'from', 'until', 'witness'].map(name => [name, field(name)])),
      receiver: here.parties.jobcentre,
      topics: 'health',
      ground: 'disclose',
      how: 'oral',
    })
    assert.equal(given.status, 303)
    const back = await text(omar.get(given.headers.get('location') ?? ''))
    assert.ok(back.includes('Dit ja er skrevet ned.') && back.includes('Giv opgaven til Mette'))
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(back)?.[1] ?? ''
    const form = { to: value('to'), version: value('version'), topic: value('topic') }
    assert.equal((await omar.post(paths.handTask(here, id), form)).status, 303)
    assert.deepEqual(
      [(await row('tasks', id))?.['person_id'], (await row('tasks', id))?.['topic']],
      [mette.personId, bits.health],
    )
    const nonsense = `${paths.consents(here, per)}?said=given&task=${newId()}&person=x`
    assert.doesNotMatch(await text(omar.get(nonsense)), /Giv opgaven/)
  })

  it('whose yes is taken back goes back to whoever gave it, which the page says before and after', async () => {
    const per = await citizen('Lange Per')
    const consent = await yes(per, 'jobcentre', bits.economy)
    const id = await promise(per)
    await hand(id, receiver('worker'))
    assert.match(await text(omar.get(paths.task(here, id))), /Venter på, at Mette Prøve i Jobcenter siger ja/)
    assert.match(await text(mette.get(paths.task(here, id))), /Venter på dit svar/)
    await mette.post(paths.answerTask(here, id), { answer: 'yes' })
    assert.match(await text(omar.get(paths.citizen(here, per))), /Mennesker omkring[\s\S]*Mette Prøve/)
    const asked = await text(omar.get(paths.withdrawConsent(here, per, consent)))
    assert.ok(asked.includes('Mette Prøve har lovet noget. Det går tilbage til Omar Prøve.'))
    await takeBack(consent)
    for (const path of [paths.citizenTasks(here, per), paths.task(here, id)]) {
      const page = await text(omar.get(path))
      assert.ok(page.includes(taskTexts.unseen('Mette Prøve')), path)
      assert.ok(!page.includes(taskTexts.heldBy('Mette Prøve')), path)
    }
    assert.ok((await text(omar.get(paths.task(here, id)))).includes(taskTexts.takeBack))
    const [, around = ''] = (await text(omar.get(paths.citizen(here, per)))).split('Mennesker omkring')
    assert.doesNotMatch(around.split('Det er der sket')[0] ?? '', /Mette Prøve/)
    assert.equal((await mette.get(paths.task(here, id))).status, 404)
  })

  it('that was ticked is said to be done, with a way back', async () => {
    const per = await citizen('Lange Per')
    const id = await promise(per, { words: 'Finder nøglen' })
    const ticked = await omar.post(paths.taskDone(here, id), { done: '1', back: 'board' })
    const board = await text(omar.get(ticked.headers.get('location') ?? ''))
    assert.ok(board.includes('”Finder nøglen” er gjort.') && board.includes(taskTexts.undo))
    assert.match(board, /Gjort \(1\)/)
    assert.doesNotMatch(await text(omar.get(paths.citizenTasks(here, per))), /er gjort\./, 'it is said once')
    assert.ok((await text(omar.get(paths.task(here, id)))).includes('”Finder nøglen” er gjort.'))
    await omar.post(paths.taskDone(here, id), { done: 'off', back: 'board' })
    assert.equal((await row('tasks', id))?.['done_at'], null)
  })

  it('that came out of a talk stands on the board too, with the talk to read, for the party that had the talk', async () => {
    const per = await citizen('Lange Per')
    await yes(per, 'jobcentre', 63)
    const talk = newId()
    await world.truth(
      `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, day, topics, next_thing, next_day, next_owner_id)
       values ($1, $2, $3, $4, $5, 'contactPerson', 'booked', 'home', 'held', danish_today() - 1, 16, 'Finde brevet fra retten', danish_today() + 1, $5)`,
      [here.id, here.parties.social, talk, per, omar.personId],
    )
    const board = await text(omar.get(paths.citizenTasks(here, per)))
    assert.match(board, /Omar Prøve[\s\S]*Finde brevet fra retten[\s\S]*I morgen\. Fra samtalen i går/)
    assert.ok(board.includes(paths.contact(here, talk)) && !board.includes(taskTexts.none))
    assert.doesNotMatch(await text(mette.get(paths.citizenTasks(here, per))), /Finde brevet/)
    await omar.post(paths.nextThingDone(here, talk), { done: '1' })
    assert.ok((await text(omar.get(paths.citizenTasks(here, per)))).includes(taskTexts.none))
  })
})
