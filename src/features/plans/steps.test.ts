import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bits, planGround } from '../../../test/plans.ts'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { foldedPath, inPathOrder } from './path-rules.ts'
import type { OnPath } from './path-rules.ts'
import { appointmentStates, mayFollowAppointment, mayFollowStep, stepStates } from './state-rules.ts'
import { stepTexts } from './texts.da.ts'
import { connectClient } from '../../platform/pool.ts'

const world = await openWorld()
const { here } = world
const { citizen, yes, row } = planGround(world)
const omar = world.as('socialWorker')
const mette = world.as('worker')
const text = async (answer: Promise<Response>) => await (await answer).text()

async function step(citizenId: string, words: string, changed: Record<string, string> = {}): Promise<string> {
  const form = { id: newId(), words, whose: 'citizen', topic: 'economyAndHousing', ...changed }
  const answer = await omar.post(paths.newStep(here, citizenId), form)
  assert.equal(answer.status, 303, answer.status === 303 ? '' : await answer.text())
  return form.id
}
const stateOf = async (id: string) => (await row('steps', id))?.['state']
const versionOf = async (id: string) => String((await row('steps', id))?.['version'])
async function move(citizenId: string, id: string, form: Record<string, string>): Promise<Response> {
  return await omar.post(paths.stepState(here, citizenId, id), { version: await versionOf(id), ...form })
}

describe('the states', () => {
  it('follow each other in the database as in the table that draws the buttons', async () => {
    const { rows } = await allPairs()
    assert.equal(rows.length, stepStates.length ** 2 + appointmentStates.length ** 2)
    for (const { record, former, later, may } of rows) {
      const said =
        record === 'step'
          ? mayFollowStep(former as 'open', later as 'open')
          : mayFollowAppointment(former as 'held', later as 'held')
      assert.equal(may, said, `${record}: ${former} → ${later}`)
    }
  })
})

describe('small steps', () => {
  it('go on by themselves: MitID, then the power of attorney, then the debt adviser', async () => {
    const thomas = await citizen('Thomas')
    const mitId = await step(thomas, 'Jeg får MitID')
    const power = await step(thomas, 'Jeg laver en fuldmagt', { waitsFor: mitId })
    const adviser = await step(thomas, 'Jeg møder gældsrådgiveren', { waitsFor: power })
    assert.deepEqual(
      [await stateOf(mitId), await stateOf(power), await stateOf(adviser)],
      ['next', 'waiting', 'waiting'],
    )
    const page = await text(omar.get(paths.step(here, thomas, adviser)))
    assert.match(
      page,
      /<ol>[\s\S]*Jeg får MitID[\s\S]*Jeg laver en fuldmagt[\s\S]*Jeg møder gældsrådgiveren[\s\S]*<\/ol>/,
    )
    assert.equal(
      (await move(thomas, mitId, { state: 'done', doneWords: 'Det var nemmere, end jeg troede.' })).status,
      303,
    )
    assert.deepEqual([await stateOf(mitId), await stateOf(power), await stateOf(adviser)], ['done', 'next', 'waiting'])
    const done = await text(omar.get(paths.step(here, thomas, mitId)))
    assert.ok(
      done.includes('”Det var nemmere, end jeg troede.”') && done.includes(stepTexts.next('Jeg laver en fuldmagt')),
    )
    assert.match(await text(omar.get(paths.plan(here, thomas))), /Jeg får MitID/, 'what is done stays in sight')
    const other = await step(thomas, 'Jeg finder en ny læge')
    assert.equal(await stateOf(other), 'open', 'there is a next one already')
    const third = await step(thomas, 'Jeg ringer til lægen', { waitsFor: other })
    await move(thomas, other, { state: 'done', doneWords: '' })
    assert.equal(await stateOf(third), 'open', 'it can begin, and another is the next')
  })

  it('rest in the citizen’s own words without being late, and a step of before today is not late either', async () => {
    const viggo = await citizen('Viggo')
    const id = await step(viggo, 'Jeg finder en ny læge', { day: '01-10-2026' })
    const asked = await text(omar.get(paths.step(here, viggo, id)))
    assert.match(asked, /name="restWords"/)
    assert.doesNotMatch(asked, /<input[^>]*value="Det kan vente"/, 'no words are put into anybody’s mouth')
    const refused = await move(viggo, id, { state: 'resting', restWords: '' })
    assert.equal(refused.status, 422)
    assert.ok((await refused.text()).includes(stepTexts.restMissing))
    assert.equal((await move(viggo, id, { state: 'resting', restWords: 'Det kan vente' })).status, 303)
    const page = await text(omar.get(paths.plan(here, viggo)))
    assert.ok(page.includes('”Det kan vente,” siger Viggo'))
    assert.doesNotMatch(page, /skulle være gjort|for sent|overskredet/i)
  })

  it('never wait in a ring: the page says so, and the database refuses it even when two do it at once', async () => {
    const viggo = await citizen('Viggo')
    const [one, two] = [await step(viggo, 'Et'), await step(viggo, 'To')]
    assert.equal((await move(viggo, one, { state: 'waiting', waitsFor: two })).status, 303)
    const refused = await move(viggo, two, { state: 'waiting', waitsFor: one })
    assert.equal(refused.status, 422)
    assert.ok((await refused.text()).includes(stepTexts.ring))
    for (let round = 0; round < 5; round += 1) {
      const [left, right] = [await step(viggo, `Venstre ${round}`), await step(viggo, `Højre ${round}`)]
      const answers = await Promise.all([
        move(viggo, left, { state: 'waiting', waitsFor: right }),
        move(viggo, right, { state: 'waiting', waitsFor: left }),
      ])
      assert.ok(answers.every(answer => [303, 422].includes(answer.status)))
      const [a, b] = [await row('steps', left), await row('steps', right)]
      assert.ok(a?.['waits_for'] === null || b?.['waits_for'] === null, 'a ring')
    }
    await assert.rejects(
      world.truth(`update steps set waits_for = $2 where municipality_id = $1 and id = $3`, [here.id, one, two]),
      /waits for itself/,
    )
  })

  it('are somebody’s or said to be nobody’s, and another party reads along and writes nothing', async () => {
    const viggo = await citizen('Viggo')
    const unsaid = await omar.post(paths.newStep(here, viggo), { id: newId(), words: 'Et', whose: 'together' })
    assert.equal(unsaid.status, 422)
    assert.ok((await unsaid.text()).includes(stepTexts.personMissing))
    const together = await step(viggo, 'Vi ringer til banken', { whose: 'together', personId: omar.personId })
    await step(viggo, 'Nogen skal finde papiret', { whose: 'nobody' })
    await step(viggo, 'Noget om psyken', { topic: 'mentalHealth' })
    await yes(viggo, 'jobcentre', bits.economy)
    const seen = await text(mette.get(paths.plan(here, viggo)))
    assert.match(seen, /sammen med Omar/i)
    assert.ok(seen.includes(stepTexts.nobodyYet) && !seen.includes('Noget om psyken'))
    const tried = await mette.post(paths.stepState(here, viggo, together), { version: '1', state: 'done' })
    assert.equal(tried.status, 404)
    assert.equal((await mette.get(paths.editStep(here, viggo, together))).status, 404)
    assert.equal(await stateOf(together), 'next')
  })

  it('keep both versions when two write at once, and take the same tap twice as one', async () => {
    const viggo = await citizen('Viggo')
    const id = await step(viggo, 'Jeg ringer')
    const form = (words: string) => ({ id, version: '1', words, whose: 'citizen', topic: 'economyAndHousing' })
    assert.equal((await omar.post(paths.editStep(here, viggo, id), form('Jeg ringer til banken'))).status, 303)
    const late = await omar.post(paths.editStep(here, viggo, id), form('Jeg ringer til lægen'))
    const page = await late.text()
    assert.equal(late.status, 409)
    assert.ok(page.includes('Jeg ringer til banken') && page.includes('Jeg ringer til lægen'))
    const tap = { version: '2', state: 'done', doneWords: 'Godt' }
    const answers = [
      await omar.post(paths.stepState(here, viggo, id), tap),
      await omar.post(paths.stepState(here, viggo, id), tap),
    ]
    assert.deepEqual(
      answers.map(answer => answer.status),
      [303, 303],
    )
    assert.equal(await versionOf(id), '3')
    const other = await omar.post(paths.stepState(here, viggo, id), { version: '2', state: 'next' })
    assert.equal(other.status, 409)
    assert.equal(await stateOf(id), 'done')
  })

  it('are put away without being deleted, unless another waits for them', async () => {
    const viggo = await citizen('Viggo')
    const one = await step(viggo, 'Et')
    const two = await step(viggo, 'To', { waitsFor: one })
    const held = await move(viggo, one, { state: 'away' })
    assert.equal(held.status, 422)
    assert.ok((await held.text()).includes(stepTexts.putAwayHeld))
    assert.equal((await move(viggo, two, { state: 'away' })).status, 303)
    assert.ok((await row('steps', two))?.['put_away_at'])
    assert.equal((await omar.get(paths.step(here, viggo, two))).status, 404)
  })
})

describe('the path', () => {
  const at = (id: string, state: OnPath['state'], changed: Partial<OnPath> = {}): OnPath => ({
    id,
    state,
    day: null,
    waitsFor: null,
    doneOn: null,
    ...changed,
  })

  it('goes from what is done over the next and what waits for it to what rests', () => {
    const steps = [
      at('rests', 'resting'),
      at('waits', 'waiting', { waitsFor: 'next' }),
      at('open', 'open'),
      at('last', 'waiting', { waitsFor: 'waits' }),
      at('next', 'next'),
      at('later', 'done', { doneOn: '2026-11-20' }),
      at('first', 'done', { doneOn: '2026-10-12' }),
    ]
    assert.deepEqual(
      inPathOrder(steps).map(each => each.id),
      ['first', 'later', 'next', 'waits', 'last', 'open', 'rests'],
    )
  })

  it('draws six and folds those that were done first', () => {
    const done = Array.from({ length: 5 }, (_, number) =>
      at(`done ${number}`, 'done', { doneOn: `2026-10-0${number + 1}` }),
    )
    const ahead = ['a', 'b', 'c'].map(id => at(id, 'open'))
    const { folded, drawn, more } = foldedPath([...done, ...ahead])
    assert.deepEqual(
      folded.map(each => each.id),
      ['done 0', 'done 1'],
    )
    assert.equal(drawn.length, 6)
    assert.equal(more.length, 0)
    assert.equal(foldedPath(Array.from({ length: 9 }, (_, number) => at(String(number), 'open'))).more.length, 3)
  })
})

async function allPairs() {
  const client = await connectClient(world.superuserUrl)
  try {
    return await client.query<{ record: string; former: string; later: string; may: boolean }>(
      `select 'step' as record, a as former, b as later, may_follow('step', a, b) as may from unnest($1::text[]) a, unnest($1::text[]) b
       union all select 'appointment', a, b, may_follow('appointment', a, b) from unnest($2::text[]) a, unnest($2::text[]) b`,
      [[...stepStates], [...appointmentStates]],
    )
  } finally {
    await client.end()
  }
}
