import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import type { PersonName } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { addDays, formatDayField, readNow, today } from '../../platform/time.ts'
import { powerTexts } from './texts.da.ts'
import { giveTexts } from '../consents/texts.da.ts'

const world = await openWorld()
const { here } = world
const day = today(readNow())
const worker = world.as('worker')

async function citizenOf(): Promise<string> {
  const id = newId()
  assert.equal((await worker.post(paths.newCitizen(here), { id, alias: 'Thomas', another: '1' })).status, 303)
  return id
}

const days = { from: formatDayField(day), until: formatDayField(addDays(day, 90)) }
const formOf = (change: Record<string, string | string[]> = {}) => ({
  id: newId(),
  toKind: 'debtAdviser',
  toName: 'Bente Bank',
  scope: 'Ringe til banken og få at vide, hvad jeg skylder',
  topics: ['economyAndHousing'],
  ...days,
  how: 'writing',
  witness: 'Omar',
  ...change,
})
const give = async (citizen: string, change: Record<string, string | string[]> = {}) =>
  await worker.post(paths.newPower(here, citizen), formOf(change))
const stored = async (citizen: string) =>
  await world.truth<{ id: string; withdrawn: boolean }>(
    'select id, withdrawn_at is not null as withdrawn from powers_of_attorney where municipality_id = $1 and citizen_id = $2',
    [here.id, citizen],
  )
const pageFor = async (name: PersonName, citizen: string) => await world.as(name).get(paths.powers(here, citizen))

describe('a power of attorney', () => {
  it('says who may do what for the citizen, and is one when its form is posted twice at once', async () => {
    const citizen = await citizenOf()
    const form = formOf()
    const answers = await Promise.all([0, 1].map(() => worker.post(paths.newPower(here, citizen), form)))
    assert.deepEqual(
      answers.map(each => each.status),
      [303, 303],
    )
    assert.equal((await stored(citizen)).length, 1)
    const page = await (await pageFor('colleague', citizen)).text()
    for (const words of ['Bente Bank', 'frivillig gældsrådgiver', form.scope]) assert.ok(page.includes(words), words)
    for (const name of ['socialWorker', 'staff', 'manager'] as const)
      assert.equal((await pageFor(name, citizen)).status, 404, name)
  })

  it('is seen by another party under its topics alone', async () => {
    const citizen = await citizenOf()
    const yes = { receiver: here.parties.social, topics: 'economyAndHousing', ground: 'disclose', how: 'oral', ...days }
    await worker.post(paths.newConsent(here, citizen), { id: newId(), ...yes })
    await give(citizen)
    await give(citizen, { toName: 'Egon Ekstra', topics: [] })
    await give(citizen, { toName: 'Ruth Ret', topics: ['economyAndHousing', 'court'] })
    const page = await (await pageFor('socialWorker', citizen)).text()
    assert.ok(page.includes('Bente Bank') && page.includes('Skrevet ned hos Jobcenter'))
    assert.ok(!page.includes('Egon') && !page.includes('Ruth'))
    assert.ok(!page.includes(powerTexts.takeBack), 'another party reads and no more')
    const [power] = await stored(citizen)
    const href = paths.withdrawPower(here, citizen, power?.id ?? '')
    assert.equal((await world.as('socialWorker').post(href)).status, 404)
  })

  it('is taken back in two taps, and only once', async () => {
    const citizen = await citizenOf()
    await give(citizen)
    const [power] = await stored(citizen)
    const href = paths.withdrawPower(here, citizen, power?.id ?? '')
    assert.equal((await worker.get(href)).status, 200)
    const answers = await Promise.all([0, 1].map(() => worker.post(href)))
    assert.deepEqual(
      answers.map(each => each.status),
      [303, 303],
    )
    assert.deepEqual(
      (await stored(citizen)).map(row => row.withdrawn),
      [true],
    )
    assert.ok((await (await pageFor('worker', citizen)).text()).includes('Taget tilbage'))
  })

  it('is refused with a sentence, and nothing is stored', async () => {
    const citizen = await citizenOf()
    const wrong: [Record<string, string>, string][] = [
      [{ toKind: '' }, powerTexts.wrong.kind],
      [{ toName: ' ' }, powerTexts.wrong.name],
      [{ scope: '' }, powerTexts.wrong.scope],
      [{ scope: 'Hente 010203-1234' }, giveTexts.wrong.cpr],
      [{ until: formatDayField(addDays(day, -1)) }, giveTexts.wrong.backwards],
      [{ until: '30-02-2027' }, '30. februar'],
    ]
    for (const [change, sentence] of wrong) {
      const answer = await give(citizen, change)
      assert.equal(answer.status, 422, sentence)
      assert.ok((await answer.text()).includes(sentence), sentence)
    }
    assert.deepEqual(await stored(citizen), [])
  })

  it('is printed in large type to sign, as an accessible PDF without a name in its title', async () => {
    const citizen = await citizenOf()
    await give(citizen)
    const [power] = await stored(citizen)
    const href = paths.powerPdf(here, citizen, power?.id ?? '')
    const answer = await worker.get(href)
    const text = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    assert.match(text, /<pdfuaid:part>1<|pdfuaid:part="1"/)
    assert.match(text, /\/Title\s*\(Fuldmagt\)|<rdf:li xml:lang="x-default">Fuldmagt</)
    assert.equal((await world.as('socialWorker').get(href)).status, 404)
  })
})
