import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bits, planGround } from '../../../test/plans.ts'
import { openWorld } from '../../../test/world.ts'
import type { PersonName } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { taskTexts } from './texts.da.ts'
import { connectClient } from '../../platform/pool.ts'

const world = await openWorld()
const { here, there } = world
const { citizen, yes, takeBack, row } = planGround(world)
const omar = world.as('socialWorker')
const karin = world.as('coordinator')
const mette = world.as('worker')
const text = async (answer: Promise<Response>) => await (await answer).text()
const receiver = (name: PersonName) => {
  const { personId, actor } = world.as(name)
  return `${personId} ${actor.memberships[0]?.partyId}`
}

async function promise(citizenId: string, changed: Record<string, string> = {}): Promise<string> {
  const form = { id: newId(), words: 'Ringer til banken', when: 'tomorrow', topic: 'economyAndHousing', ...changed }
  const answer = await omar.post(paths.newCitizenTask(here, citizenId), form)
  assert.equal(answer.status, 303, answer.status === 303 ? '' : await answer.text())
  return form.id
}
const hand = async (id: string, to: string) =>
  await omar.post(paths.handTask(here, id), { to, version: String((await row('tasks', id))?.['version']) })
const held = async (id: string) => (await row('tasks', id))?.['held_by']

describe('a promise', () => {
  it('is made in passing with words and a tap, about nobody or about one whom one has just met, and ticked on Today', async () => {
    const form = { id: newId(), words: 'Svarer Blå Port om torsdagen', when: 'today' }
    for (let twice = 0; twice < 2; twice += 1) assert.equal((await omar.post(paths.newTask(here), form)).status, 303)
    const today = await text(omar.get(paths.today(here)))
    assert.match(today, /Svarer Blå Port om torsdagen[\s\S]*I dag/)
    const ticked = await omar.post(paths.taskDone(here, form.id), { done: '1', back: 'today' })
    assert.match(await text(omar.get(ticked.headers.get('location') ?? '')), /Ikke gjort alligevel: Svarer Blå Port/)
    assert.doesNotMatch(await text(omar.get(paths.today(here))), /Svarer Blå Port/)
    const empty = await omar.post(paths.newTask(here), { id: newId(), words: '', when: 'pick', day: '30-02-2026' })
    const page = await empty.text()
    assert.equal(empty.status, 422)
    assert.ok(page.includes(taskTexts.wordsMissing) && page.includes('30-02-2026'))
  })

  it('stays with whoever made it until the other has said yes, and comes back with a word when they say no', async () => {
    const per = await citizen('Lange Per')
    const id = await promise(per)
    assert.equal((await hand(id, receiver('coordinator'))).status, 303)
    assert.equal(await held(id), omar.personId)
    assert.ok((await text(karin.get(paths.today(here)))).includes(taskTexts.askYou('Omar Prøve')))
    const silent = await karin.post(paths.answerTask(here, id), { answer: 'no', words: '' })
    assert.equal(silent.status, 422)
    assert.equal((await karin.post(paths.answerTask(here, id), { answer: 'no', words: 'Jeg er på ferie' })).status, 303)
    assert.equal(await held(id), omar.personId)
    assert.ok((await text(omar.get(paths.today(here)))).includes('Jeg er på ferie'))
    await hand(id, receiver('coordinator'))
    for (let twice = 0; twice < 2; twice += 1)
      assert.equal((await karin.post(paths.answerTask(here, id), { answer: 'yes' })).status, 303)
    assert.equal(await held(id), karin.personId)
    assert.ok((await text(karin.get(paths.today(here)))).includes(taskTexts.markDone('Ringer til banken')))
    await karin.post(paths.answerTask(here, id), { answer: 'no', words: 'Jeg når det ikke' })
    assert.equal(await held(id), omar.personId, 'given back')
    assert.equal((await omar.post(paths.answerTask(here, id), { answer: 'yes' })).status, 303)
    assert.equal(await held(id), omar.personId, 'nobody answers for another')
  })

  it('goes to another party only by a yes that covers its topic: else the page says so warmly and offers to ask', async () => {
    const per = await citizen('Lange Per')
    const id = await promise(per, { topic: 'health' })
    await yes(per, 'jobcentre', bits.economy)
    const refused = await hand(id, receiver('worker'))
    const page = await refused.text()
    assert.equal(refused.status, 422)
    assert.ok(
      page.includes(taskTexts.needsYes('Lange Per', 'Jobcenter', 'helbred')) &&
        page.includes(paths.newConsent(here, per)),
    )
    assert.deepEqual([(await row('tasks', id))?.['party_id'], await held(id)], [here.parties.social, omar.personId])
    const none = await promise(per, { topic: 'none', words: 'Henter nøglen' })
    const untold = await text(hand(none, receiver('worker')))
    assert.match(untold, /href="#felt-topic"/, 'the error leads to the field')
    assert.ok(untold.includes(taskTexts.needsTopic))
    const told = { to: receiver('worker'), version: '2', topic: 'economyAndHousing' }
    assert.equal((await omar.post(paths.handTask(here, none), told)).status, 303)
    assert.deepEqual(
      [(await row('tasks', none))?.['topic'], (await row('tasks', none))?.['party_id']],
      [bits.economy, here.parties.jobcentre],
    )
    assert.doesNotMatch(await text(omar.get(paths.task(here, none))), /name="topic"/, 'it is chosen once')
    await assert.rejects(
      asWeb(
        omar.personId,
        `update tasks set party_id = '${here.parties.jobcentre}', person_id = '${mette.personId}' where id = '${id}'`,
      ),
      /no yes in force/,
    )
  })

  it('is seen, answered and ticked by the other party while the yes stands, rewritten by nobody there, and gone when it is taken back', async () => {
    const per = await citizen('Lange Per')
    const consent = await yes(per, 'jobcentre', bits.economy)
    const id = await promise(per, { list: 'Rapporten\nBrevet' })
    assert.equal((await hand(id, receiver('worker'))).status, 303)
    assert.ok((await text(mette.get(paths.today(here)))).includes('Ringer til banken'))
    assert.equal((await mette.post(paths.answerTask(here, id), { answer: 'yes' })).status, 303)
    assert.equal(await held(id), mette.personId)
    assert.equal((await mette.post(paths.taskList(here, id), { place: '1', done: '1' })).status, 303)
    assert.equal((await row('tasks', id))?.['ticked'], 2)
    assert.equal((await mette.get(paths.editTask(here, id))).status, 404)
    const third = await mette.post(paths.handTask(here, id), { to: receiver('staff'), version: '5' })
    assert.equal(third.status, 422, 'to a third party the owner hands it, who asks for the yes')
    assert.ok((await third.text()).includes(taskTexts.personMissing))
    await assert.rejects(asWeb(mette.personId, `update tasks set words = 'Andet' where id = '${id}'`), /not rewritten/)
    assert.equal((await mette.post(paths.taskDone(here, id), { done: '1', back: 'task' })).status, 303)
    assert.ok((await row('tasks', id))?.['done_at'])
    await takeBack(consent)
    for (const answer of [mette.get(paths.task(here, id)), mette.post(paths.taskDone(here, id), { done: 'off' })])
      assert.equal((await answer).status, 404)
    assert.doesNotMatch(await text(mette.get(paths.today(here))), /Ringer til banken/)
    assert.ok((await row('tasks', id))?.['done_at'], 'the refused row was there')
    assert.equal((await there.people.worker.get(paths.task(there, id))).status, 404)
  })

  it('is passed on within the party that it was handed to, stays with whoever passed it, and can go back', async () => {
    const per = await citizen('Lange Per')
    await yes(per, 'jobcentre', bits.economy)
    const id = await promise(per)
    const bo = world.as('colleague')
    assert.equal((await hand(id, receiver('worker'))).status, 303)
    assert.equal((await mette.post(paths.answerTask(here, id), { answer: 'yes' })).status, 303)
    const pass = async (guest: typeof mette, to: PersonName) =>
      await guest.post(paths.handTask(here, id), {
        to: receiver(to),
        version: String((await row('tasks', id))?.['version']),
      })
    const page = await text(mette.get(paths.task(here, id)))
    assert.ok(page.includes(taskTexts.pass) && page.includes('Bo Prøve') && !page.includes('Jonas Prøve'))
    assert.equal((await pass(mette, 'colleague')).status, 303)
    assert.equal(await held(id), mette.personId)
    assert.ok((await text(bo.get(paths.today(here)))).includes(taskTexts.askYou('Mette Prøve')))
    assert.ok((await text(omar.get(paths.task(here, id)))).includes(taskTexts.with('Mette Prøve')))
    await bo.post(paths.answerTask(here, id), { answer: 'no', words: 'Jeg kender ikke banken' })
    assert.equal(await held(id), mette.personId)
    assert.ok((await text(mette.get(paths.today(here)))).includes('Jeg kender ikke banken'))
    assert.equal((await pass(mette, 'colleague')).status, 303)
    assert.equal((await bo.post(paths.answerTask(here, id), { answer: 'yes' })).status, 303)
    assert.equal(await held(id), bo.personId)
    // Bo is ill: Mette takes it over, and then there is nobody there who can do it.
    assert.equal((await pass(mette, 'worker')).status, 303)
    assert.equal(await held(id), mette.personId)
    assert.equal((await pass(mette, 'colleague')).status, 303)
    assert.equal((await mette.post(paths.answerTask(here, id), { answer: 'no', words: 'Ingen her kan' })).status, 303)
    assert.equal(await held(id), omar.personId)
    assert.ok((await text(omar.get(paths.today(here)))).includes('Ingen her kan'))
    const stands = await row('tasks', id)
    assert.deepEqual([stands?.['party_id'], stands?.['passed_by']], [here.parties.jobcentre, null])
  })

  it('is passed on by oneself, to a colleague who works there, and accepted by nobody for another: the database holds it', async () => {
    const per = await citizen('Lange Per')
    await yes(per, 'jobcentre', bits.economy)
    const id = await promise(per, { words: 'Finder papirerne' })
    await hand(id, receiver('worker'))
    const { colleague, staff } = here.people
    const set = (what: string) => `update tasks set ${what} where id = '${id}'`
    const passed = `passed_by = '${mette.personId}'`
    for (const what of [
      `person_id = '${staff.personId}', ${passed}`,
      `person_id = '${here.people.leader.personId}', ${passed}`,
      `person_id = '${colleague.personId}', passed_by = '${staff.personId}'`,
      `person_id = '${colleague.personId}', ${passed}, accepted_at = now()`,
    ])
      await assert.rejects(asWeb(mette.personId, set(what)), /passed on to a colleague, by oneself/, what)
    await assert.rejects(asWeb(mette.personId, set(`party_id = '${here.parties.harbour}'`)), /not rewritten/)
    await assert.rejects(asWeb(omar.personId, set(passed)), /only the receiving party/)
    assert.equal(await asWeb(mette.personId, set(`person_id = '${colleague.personId}', ${passed}`)), 1)
  })

  it('whose yes was taken back is looked at through broken glass, and neither answered nor ticked there', async () => {
    const [theirs, own] = [await citizen('Lange Per'), await citizen('Per', 'jobcentre')]
    const consent = await yes(theirs, 'jobcentre', bits.economy)
    const id = await promise(theirs, { list: 'Rapporten' })
    assert.equal((await hand(id, receiver('worker'))).status, 303)
    await takeBack(consent)
    await glassFrom(own, theirs)
    const page = await text(mette.get(paths.task(here, id)))
    assert.ok(page.includes('Ringer til banken') && page.includes(taskTexts.watch('Socialforvaltning')))
    assert.ok(!page.includes(paths.answerTask(here, id)) && !page.includes(paths.taskList(here, id)))
    assert.doesNotMatch(await text(mette.get(paths.today(here))), /Ringer til banken/)
    for (const post of [
      mette.post(paths.answerTask(here, id), { answer: 'yes' }),
      mette.post(paths.taskList(here, id), { place: '0', done: '1' }),
    ])
      assert.equal((await post).status, 404)
    const answer = `update tasks set accepted_at = now() where id = '${id}' and refused_at is null`
    assert.equal(await asWeb(mette.personId, answer), 0, 'the database is asked, whatever the page says')
    await yes(theirs, 'jobcentre', bits.economy)
    assert.equal(await asWeb(mette.personId, answer), 1, 'the refused row was there')
    assert.ok((await text(mette.get(paths.today(here)))).includes('Ringer til banken'))
    assert.equal((await mette.post(paths.answerTask(here, id), { answer: 'yes' })).status, 303)
  })

  it('about nobody can be handed to any party, and is answered there', async () => {
    const id = newId()
    await omar.post(paths.newTask(here), { id, words: 'Finder nøglen til rummet', when: 'week' })
    assert.equal((await hand(id, receiver('staff'))).status, 303)
    const jonas = world.as('staff')
    assert.ok((await text(jonas.get(paths.today(here)))).includes('Finder nøglen til rummet'))
    assert.equal((await jonas.post(paths.answerTask(here, id), { answer: 'no', words: 'Spørg Signe' })).status, 303)
    assert.equal((await row('tasks', id))?.['refused_words'], 'Spørg Signe')
    assert.equal((await mette.get(paths.task(here, id))).status, 404)
  })

  it('stands on one board with those of all roles, each under the face of whoever has it', async () => {
    const per = await citizen('Lange Per')
    await yes(per, 'jobcentre', bits.economy)
    await promise(per, { words: 'Går med i retten', topic: 'court' })
    const papers = await promise(per, { words: 'Samler papirer til forsikringen' })
    await hand(papers, receiver('worker'))
    await mette.post(paths.answerTask(here, papers), { answer: 'yes' })
    const board = await text(omar.get(paths.citizenTasks(here, per)))
    assert.match(board, /Mette Prøve[\s\S]*Myndighed[\s\S]*Samler papirer/)
    assert.match(board, /Omar Prøve[\s\S]*Går med i retten/)
    const seen = await text(mette.get(paths.citizenTasks(here, per)))
    assert.ok(seen.includes('Samler papirer') && !seen.includes('Går med i retten'), 'court is not covered')
  })

  it('keeps both versions when two write at once', async () => {
    const per = await citizen('Lange Per')
    const id = await promise(per)
    const form = (words: string) => ({
      id,
      version: String(1 + 1),
      words,
      when: 'pick',
      day: '01-12-2026',
      topic: 'economyAndHousing',
    })
    assert.equal((await omar.post(paths.editTask(here, id), form('Omars ord'))).status, 303)
    const late = await karin.post(paths.editTask(here, id), form('Karins ord'))
    const page = await late.text()
    assert.equal(late.status, 409)
    assert.ok(page.includes('Omars ord') && page.includes('Karins ord'))
    assert.equal((await row('tasks', id))?.['words'], 'Omars ord')
  })
})

/** Mette ties the two records by the citizen's word, and breaks the glass from her own party's. */
async function glassFrom(own: string, theirs: string): Promise<void> {
  const { jobcentre, social } = here.parties
  await world.truth('update municipalities set breaks_glass = true where id = $1', [here.id])
  await world.truth(
    `insert into citizen_links (municipality_id, id, owner_party_id, citizen_id, other_party_id, other_citizen_id, made_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [here.id, newId(), jobcentre, own, social, theirs, mette.personId],
  )
  const form = { id: newId(), ground: 'danger', reason: 'Han er væk, og det fryser' }
  assert.equal((await mette.post(paths.breakGlass(here, own), form)).status, 303)
}

/** As somebody at a page would say it to the database, without a page in between; how many rows it met. */
async function asWeb(personId: string, statement: string): Promise<number | null> {
  const client = await connectClient(world.superuserUrl)
  try {
    await client.query(`begin; set local role brobygger_web; set local app.municipality = '${here.id}';
      set local app.person = '${personId}'; set local app.purpose = 'tasks.change'`)
    return (await client.query(statement)).rowCount
  } finally {
    await client.end()
  }
}
