import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import type { PersonName } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { addDays, formatDayField, readNow, today } from '../../platform/time.ts'
import { linkTexts } from './texts.da.ts'

const world = await openWorld()
const { here } = world
const day = today(readNow())
const [worker, social] = [world.as('worker'), world.as('socialWorker')]

async function citizenOf(name: PersonName, alias: string): Promise<string> {
  const id = newId()
  assert.equal((await world.as(name).post(paths.newCitizen(here), { id, alias, another: '1' })).status, 303)
  return id
}

/** A citizen of the job centre who has said yes to the social services. */
async function sharedCitizen(alias = 'Viggo'): Promise<{ citizen: string; consent: string }> {
  const [citizen, consent] = [await citizenOf('worker', alias), newId()]
  const form = { id: consent, receiver: here.parties.social, topics: 'work', ground: 'disclose', how: 'oral' }
  const days = { from: formatDayField(day), until: formatDayField(addDays(day, 300)) }
  assert.equal((await worker.post(paths.newConsent(here, citizen), { ...form, ...days })).status, 303)
  return { citizen, consent }
}

const formOf = (change: Record<string, string | string[]>) => ({
  link: newId(),
  citizen: newId(),
  consent: newId(),
  own: 'new',
  alias: `Viggo ${newId()}`,
  words: '',
  witness: 'Omar',
  ...change,
})
const links = async () =>
  await world.truth<{ citizen_id: string; other_citizen_id: string; ended: boolean }>(
    'select citizen_id, other_citizen_id, ended_at is not null as ended from citizen_links where municipality_id = $1 order by made_at desc',
    [here.id],
  )

describe('what is shared with us', () => {
  it('stands in a list of its own, for as long as the yes stands', async () => {
    const { citizen, consent } = await sharedCitizen('Sonja Delt')
    const list = async (name: PersonName) => await (await world.as(name).get(paths.sharedWithUs(here))).text()
    assert.ok((await list('socialWorker')).includes('Sonja Delt'))
    assert.ok(!(await list('worker')).includes('Sonja Delt'), 'it is their own')
    assert.ok(!(await list('staff')).includes('Sonja Delt'))
    await worker.post(paths.withdrawConsent(here, citizen, consent))
    assert.ok(!(await list('socialWorker')).includes('Sonja Delt'))
  })
})

describe('tying two records', () => {
  it('is the citizen’s own act, from a shared record to one’s own, and is one however often it is sent', async () => {
    const { citizen } = await sharedCitizen()
    const own = await citizenOf('socialWorker', 'Viggo fra os')
    const found = await (await social.post(paths.linkSearch(here, citizen), { words: 'viggo fra' })).text()
    assert.ok(found.includes(own))
    const form = formOf({ own })
    const before = (await links()).length
    const answers = await Promise.all([0, 1].map(() => social.post(paths.linkCitizen(here, citizen), form)))
    assert.deepEqual(
      answers.map(each => each.status),
      [303, 303],
    )
    assert.equal((await links()).length, before + 1)
    assert.ok(!(await (await worker.get(paths.consents(here, citizen))).text()).includes('Viggo fra os'))
  })

  it('hides nobody in the log behind an own record that was given the other party’s number', async () => {
    const { citizen } = await sharedCitizen('Sara')
    const form = formOf({ citizen, alias: 'Sara hos os' })
    assert.equal((await social.post(paths.linkCitizen(here, citizen), form)).status, 303)
    const page = await (await social.get(paths.plan(here, citizen))).text()
    assert.ok(page.includes('Sara'))
    const logged = await world.truth<{ purpose: string; parties: string[] }>(
      `select l.purpose, array_agg(s.owner_party_id::text) as parties from access_log l join access_log_subjects s
         on s.municipality_id = l.municipality_id and s.log_id = l.id
       where s.subject_id = $1 and l.purpose in ('links.tie', 'plan.show') group by l.id, l.purpose order by l.purpose`,
      [citizen],
    )
    assert.deepEqual(
      logged.map(each => each.purpose),
      ['links.tie', 'plan.show'],
    )
    const both = [here.parties.jobcentre, here.parties.social].toSorted()
    for (const { parties } of logged) assert.deepEqual(parties.toSorted(), both)
  })

  it('makes an own record under the alias that the citizen gives, and says yes back for what they choose', async () => {
    const { citizen } = await sharedCitizen()
    const form = formOf({ topics: ['health', 'court'] })
    assert.equal((await social.post(paths.linkCitizen(here, citizen), form)).status, 303)
    const [made] = await world.truth<{ alias: string; owner_party_id: string }>(
      'select alias, owner_party_id from citizens where municipality_id = $1 and id = $2',
      [here.id, form.citizen],
    )
    assert.deepEqual(made, { alias: form.alias, owner_party_id: here.parties.social })
    const [yes] = await world.truth<{ topics: number; receiving_party_id: string }>(
      'select topics, receiving_party_id from consents where municipality_id = $1 and id = $2',
      [here.id, form.consent],
    )
    assert.deepEqual(yes, { topics: 36, receiving_party_id: here.parties.jobcentre })
    assert.equal((await worker.get(paths.consents(here, form.citizen))).status, 200)
    assert.ok((await (await worker.get(paths.consents(here, citizen))).text()).includes('Socialforvaltning'))
  })

  it('is refused without a yes of the citizen, for one’s own record, and without a choice; nothing is made', async () => {
    const { citizen, consent } = await sharedCitizen()
    const before = [await links(), await world.truth('select id from citizens where municipality_id = $1', [here.id])]
    for (const name of ['staff', 'manager', 'worker'] as const)
      assert.equal((await world.as(name).post(paths.linkCitizen(here, citizen), formOf({}))).status, 404, name)
    for (const [change, sentence] of [
      [{ own: '' }, linkTexts.which],
      [{ own: 'x' }, linkTexts.which],
      [{ alias: '' }, linkTexts.noAlias],
    ] as const) {
      const answer = await social.post(paths.linkCitizen(here, citizen), formOf(change))
      assert.equal(answer.status, 422)
      assert.ok((await answer.text()).includes(sentence))
    }
    assert.equal((await social.post(paths.linkCitizen(here, citizen), formOf({ own: citizen }))).status, 404)
    await worker.post(paths.withdrawConsent(here, citizen, consent))
    assert.equal((await social.post(paths.linkCitizen(here, citizen), formOf({}))).status, 404)
    assert.deepEqual(
      [await links(), await world.truth('select id from citizens where municipality_id = $1', [here.id])],
      before,
    )
  })

  it('ends on either side, and tells nobody whether there was a tie', async () => {
    const { citizen } = await sharedCitizen()
    const form = formOf({})
    await social.post(paths.linkCitizen(here, citizen), form)
    const alone = await citizenOf('worker', 'Alene')
    const answers = [
      await worker.post(paths.untieCitizen(here, citizen)),
      await worker.post(paths.untieCitizen(here, alone)),
    ]
    assert.deepEqual(
      answers.map(each => [each.status, each.headers.get('location')?.split('?')[1]]),
      [
        [303, 'said=untied'],
        [303, 'said=untied'],
      ],
    )
    const [latest] = (await links()).filter(link => link.citizen_id === form.citizen)
    assert.equal(latest?.ended, true)
    assert.equal((await social.post(paths.untieCitizen(here, citizen))).status, 404, 'not the own record')
  })
})
