import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bits, planGround } from '../../../test/plans.ts'
import { statementsOf } from '../../../test/statements.ts'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { keepingTexts, partTexts, planTexts } from './texts.da.ts'

const world = await openWorld()
const { here, there } = world
const { citizen, yes, takeBack, row } = planGround(world)
const omar = world.as('socialWorker')
const mette = world.as('worker')
const text = async (answer: Promise<Response>) => await (await answer).text()

const part = (changed: Record<string, string | string[]> = {}) => ({
  id: newId(),
  kind: 'goal',
  words: 'Jeg vil have styr på mine regninger',
  topic: 'economyAndHousing',
  ...changed,
})
async function write(citizenId: string, form: Record<string, string | string[]>): Promise<string> {
  assert.equal((await omar.post(paths.newPlanPart(here, citizenId), form)).status, 303)
  return String(form['id'])
}

describe('a plan', () => {
  it('holds what the citizen wants in own words, several areas at once, and no topic is asked for first', async () => {
    const viggo = await citizen('Viggo')
    const id = await write(viggo, part({ areas: ['ownLife', 'substanceAndIllness'], topic: 'none' }))
    assert.deepEqual((await row('plan_parts', id))?.['areas'], 64 + 16)
    const page = await text(omar.get(paths.plan(here, viggo)))
    assert.match(page, /”Jeg vil have styr på mine regninger”/)
    assert.ok(page.includes(`${planTexts.areas.substanceAndIllness} · ${planTexts.areas.ownLife}`))
    await write(viggo, part({ kind: 'justHere', words: '', topic: 'none' }))
    assert.match(await text(omar.get(paths.plan(here, viggo))), /”Jeg vil bare gerne være her”/)
  })

  it('is read by another party for the topic and as long as the citizen says yes, and written by the own alone', async () => {
    const viggo = await citizen('Viggo')
    const shared = await write(viggo, part({ words: 'Jeg vil sove om natten' }))
    await write(viggo, part({ words: 'Noget om psyken', topic: 'mentalHealth' }))
    await write(viggo, part({ words: 'Noget uden emne', topic: 'none' }))
    assert.equal((await mette.get(paths.plan(here, viggo))).status, 404)
    const consent = await yes(viggo, 'jobcentre', bits.economy)
    const seen = await text(mette.get(paths.plan(here, viggo)))
    assert.match(seen, /Jeg vil sove om natten/)
    assert.doesNotMatch(seen, /Noget om psyken|Noget uden emne|plan\/parts/)
    assert.ok(seen.includes(planTexts.belongsTo('Socialforvaltning')))
    assert.equal((await mette.post(paths.planPart(here, viggo, shared), part({ version: '1' }))).status, 404)
    assert.equal((await mette.post(paths.newPlanPart(here, viggo), part())).status, 404)
    await takeBack(consent)
    assert.equal((await mette.get(paths.plan(here, viggo))).status, 404)
    assert.equal((await there.people.socialWorker.get(paths.plan(there, viggo))).status, 404)
    assert.equal((await row('plan_parts', shared))?.['words'], 'Jeg vil sove om natten', 'the refused row was there')
  })

  it('shows both versions when somebody was there first, keeps what was typed, and stores what stood', async () => {
    const viggo = await citizen('Viggo')
    const id = await write(viggo, part({ words: 'Først' }))
    const change = (words: string, version: string) =>
      omar.post(paths.planPart(here, viggo, id), part({ id, words, version }))
    assert.equal((await change('Omars ord', '1')).status, 303)
    const late = await change('Karins ord', '1')
    const page = await late.text()
    assert.equal(late.status, 409)
    assert.ok(page.includes('Omars ord') && page.includes('Karins ord') && page.includes(partTexts.changedTitle))
    assert.match(page, /name="version" value="2"/)
    assert.equal((await row('plan_parts', id))?.['words'], 'Omars ord')
    assert.equal((await change('Karins ord', '2')).status, 303)
    const stood = await world.truth<{ words: string }>(
      `select stood ->> 'words' as words from record_versions where municipality_id = $1 and record_id = $2 order by version`,
      [here.id, id],
    )
    assert.deepEqual(
      stood.map(each => each.words),
      ['Først', 'Omars ord'],
    )
  })

  it('takes the same post twice as one, and says so when the id stands for something else', async () => {
    const viggo = await citizen('Viggo')
    const form = part()
    await write(viggo, form)
    await write(viggo, form)
    const parts = await world.truth('select id from plan_parts where municipality_id = $1 and citizen_id = $2', [
      here.id,
      viggo,
    ])
    assert.equal(parts.length, 1)
    assert.equal((await omar.post(paths.newPlanPart(here, viggo), { ...form, words: 'Andet' })).status, 409)
  })

  it('puts a part away without deleting it, and keeps a CPR number out with everything typed kept', async () => {
    const viggo = await citizen('Viggo')
    const id = await write(viggo, part({ words: 'Det gamle' }))
    assert.equal((await omar.post(paths.planPart(here, viggo, id), part({ id, version: '1', away: '1' }))).status, 303)
    assert.doesNotMatch(await text(omar.get(paths.plan(here, viggo))), /Det gamle/)
    assert.equal((await row('plan_parts', id))?.['words'], 'Det gamle')
    const refused = await omar.post(paths.newPlanPart(here, viggo), part({ words: 'Jeg er 010203-1234 altså' }))
    assert.equal(refused.status, 422)
    const page = await refused.text()
    assert.ok(page.includes(partTexts.cpr) && page.includes('Jeg er 010203-1234 altså'))
  })

  it('shows the people around the citizen with what they do and whether they decide, each once', async () => {
    const viggo = await citizen('Viggo')
    await yes(viggo, 'jobcentre', bits.economy)
    const form = { id: newId(), personId: mette.personId, words: 'Penge og job', topic: 'economyAndHousing' }
    assert.equal((await omar.post(paths.newPlanPerson(here, viggo), form)).status, 303)
    const page = await text(omar.get(paths.plan(here, viggo)))
    assert.match(page, /Mette Prøve[\s\S]*Penge og job[\s\S]*Myndighed/)
    assert.match(page, /Omar Prøve/, 'whoever keeps the plan is among them')
    const nobody = { ...form, id: newId(), personId: there.people.worker.personId }
    assert.equal((await omar.post(paths.newPlanPerson(here, viggo), nobody)).status, 404)
  })

  it('says who is told when it stands still, after how many weeks, and is closed by a person and by nothing else', async () => {
    const viggo = await citizen('Viggo')
    await write(viggo, part())
    const kept = async () =>
      (
        await world.truth<{ id: string; version: number; weeks: number; kept_by: string; closed_at: Date | null }>(
          'select * from plans where municipality_id = $1 and citizen_id = $2',
          [here.id, viggo],
        )
      )[0]
    const first = await kept()
    assert.deepEqual([first?.weeks, first?.kept_by, first?.closed_at], [4, omar.personId, null])
    const form = { id: first?.id ?? '', version: '1', keptBy: world.as('coordinator').personId, weeks: '6', open: '1' }
    assert.equal((await omar.post(paths.planKeeping(here, viggo), form)).status, 303)
    assert.match(await text(omar.get(paths.plan(here, viggo))), /Karin Prøve får besked efter 6 uger/)
    assert.equal((await omar.post(paths.planKeeping(here, viggo), form)).status, 409)
    assert.equal((await omar.post(paths.planKeeping(here, viggo), { ...form, version: '2', weeks: '0' })).status, 422)
    const { open: _open, ...closing } = form
    assert.equal((await omar.post(paths.planKeeping(here, viggo), { ...closing, version: '2' })).status, 303)
    assert.ok((await kept())?.closed_at)
    assert.ok((await text(omar.get(paths.plan(here, viggo)))).includes(keepingTexts.closed))
    const stranger = { ...form, version: '3', keptBy: mette.personId }
    assert.equal((await omar.post(paths.planKeeping(here, viggo), stranger)).status, 404)
  })

  it('costs the same number of statements for one step and for fifty', async () => {
    const viggo = await citizen('Viggo')
    const add = (count: number) =>
      world.truth(
        `insert into steps (municipality_id, owner_party_id, id, citizen_id, words, created_by)
         select $1, $2, gen_random_uuid(), $3, 'Skridt ' || n, $4 from generate_series(1, ${count}) n`,
        [here.id, here.parties.social, viggo, omar.personId],
      )
    const pages = [paths.plan, paths.citizenTasks, paths.appointments]
    const asked = async () => {
      const counts = []
      for (const page of pages)
        counts.push(
          (await statementsOf(async () => assert.equal((await omar.get(page(here, viggo))).status, 200))).length,
        )
      return counts
    }
    await add(1)
    const one = await asked()
    assert.ok(one.every(count => count > 3))
    await add(49)
    assert.deepEqual(await asked(), one)
  })

  it('writes in the log who was shown, and no word that the citizen said', async () => {
    const viggo = await citizen('Viggo')
    await write(viggo, part({ words: 'KANARIORD' }))
    await omar.get(paths.plan(here, viggo))
    const [line] = await world.truth<{ id: string }>(
      `select id from access_log where municipality_id = $1 and purpose = 'plan.show' order by id desc limit 1`,
      [here.id],
    )
    assert.deepEqual(
      await world.truth('select subject_id from access_log_subjects where municipality_id = $1 and log_id = $2', [
        here.id,
        line?.id,
      ]),
      [{ subject_id: viggo }],
    )
    const log = JSON.stringify(
      await world.truth('select a::text from access_log a where municipality_id = $1', [here.id]),
    )
    assert.ok(!log.includes('KANARIORD'))
  })
})
