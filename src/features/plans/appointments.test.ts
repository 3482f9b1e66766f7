import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bits, planGround } from '../../../test/plans.ts'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { addDays, formatDayField, readNow, today } from '../../platform/time.ts'
import { appointmentTexts } from './texts.da.ts'

const world = await openWorld()
const { here, there } = world
const { citizen, yes, takeBack, row } = planGround(world)
const omar = world.as('socialWorker')
const mette = world.as('worker')
const text = async (answer: Promise<Response>) => await (await answer).text()
const inDays = (count: number) => formatDayField(addDays(today(readNow()), count))

async function agree(citizenId: string, changed: Record<string, string> = {}): Promise<string> {
  const form = {
    id: newId(),
    place: 'townHall',
    words: 'Borgerservice på rådhuset',
    day: inDays(3),
    clock: '13',
    topic: 'economyAndHousing',
    ...changed,
  }
  const answer = await omar.post(paths.newAppointment(here, citizenId), form)
  assert.equal(answer.status, 303, answer.status === 303 ? '' : await answer.text())
  return form.id
}
const tell = (citizenId: string, id: string, form: Record<string, string>) =>
  omar.post(paths.appointmentState(here, citizenId, id), form)

describe('an appointment elsewhere', () => {
  it('says what to bring, who goes along, and where and when to meet', async () => {
    const viggo = await citizen('Viggo')
    await agree(viggo, {
      bring: 'MitID og brevet fra banken',
      companionId: omar.personId,
      meetPlace: 'på Fyrskuret',
      meetClock: '12.30',
    })
    const page = await text(omar.get(paths.appointments(here, viggo)))
    assert.match(page, /Borgerservice på rådhuset[\s\S]*kl\. 13[\s\S]*Tag med: MitID og brevet fra banken/)
    assert.match(page, /<b>Omar går med\.<\/b>\s*I mødes kl\. 12\.30: på Fyrskuret\./)
    const both = {
      id: newId(),
      place: 'doctor',
      words: 'Lægen',
      day: inDays(1),
      companionId: omar.personId,
      companionWords: 'min søster',
    }
    const refused = await omar.post(paths.newAppointment(here, viggo), both)
    assert.equal(refused.status, 422)
    assert.ok((await refused.text()).includes(appointmentTexts.companionTwo))
  })

  it('in court or at the police has the narrowest topic whatever was chosen, and the database holds it to that', async () => {
    const per = await citizen('Lange Per')
    const id = await agree(per, { place: 'court', words: 'Møde i retten', topic: 'economyAndHousing' })
    assert.equal((await row('appointments', id))?.['topic'], bits.court)
    await yes(per, 'jobcentre', 31)
    assert.doesNotMatch(await text(mette.get(paths.appointments(here, per))), /Møde i retten/)
    await yes(per, 'jobcentre', bits.court)
    assert.match(await text(mette.get(paths.appointments(here, per))), /Møde i retten/)
    for (const topic of ['null', '16'])
      await assert.rejects(
        world.truth(`update appointments set topic = ${topic} where municipality_id = $1 and id = $2`, [here.id, id]),
        /check/,
      )
  })

  it('is seen by a companion of another party by the citizen’s yes alone, which the page says', async () => {
    const per = await citizen('Lange Per')
    const consent = await yes(per, 'jobcentre', bits.work)
    const id = await agree(per, {
      place: 'doctor',
      words: 'Kontrol af benet',
      topic: 'health',
      companionId: mette.personId,
      day: inDays(0),
    })
    const page = await text(omar.get(paths.appointment(here, per, id)))
    assert.ok(
      page.includes(appointmentTexts.mayNotSee('Mette Prøve', 'Jobcenter', 'Lange Per')) &&
        page.includes(paths.newConsent(here, per)),
    )
    assert.equal((await mette.get(paths.appointment(here, per, id))).status, 404)
    assert.doesNotMatch(await text(mette.get(paths.today(here))), /Kontrol af benet/)
    const health = await yes(per, 'jobcentre', bits.health)
    assert.match(await text(mette.get(paths.today(here))), /Lange Per[\s\S]*Kontrol af benet\. Du går med\./)
    assert.equal((await mette.get(paths.appointment(here, per, id))).status, 200)
    assert.equal((await mette.post(paths.appointmentState(here, per, id), { version: '1', state: 'held' })).status, 404)
    await takeBack(health)
    await takeBack(consent)
    assert.equal((await mette.get(paths.appointments(here, per))).status, 404)
    assert.equal((await there.people.socialWorker.get(paths.appointment(there, per, id))).status, 404)
    assert.equal((await row('appointments', id))?.['words'], 'Kontrol af benet', 'the refused row was there')
  })

  it('is told when its day has come, in the order of the states, and a tap twice is one', async () => {
    const viggo = await citizen('Viggo')
    const ahead = await agree(viggo)
    const early = await tell(viggo, ahead, { version: '1', state: 'held', words: '' })
    assert.equal(early.status, 422)
    assert.ok((await early.text()).includes(appointmentTexts.notYet))
    const id = await agree(viggo, { day: inDays(0) })
    for (let twice = 0; twice < 2; twice += 1)
      assert.equal((await tell(viggo, id, { version: '1', state: 'missed', words: 'Var syg' })).status, 303)
    const told = await row('appointments', id)
    assert.deepEqual([told?.['state'], told?.['state_words'], told?.['version']], ['missed', 'Var syg', 2])
    assert.equal((await tell(viggo, id, { version: '1', state: 'held', words: '' })).status, 409)
    assert.equal((await tell(viggo, id, { version: '2', state: 'planned', words: '' })).status, 303)
  })

  it('is called off by two taps, which the page then says, with a way back; what it came to is asked when its day is here', async () => {
    const viggo = await citizen('Viggo')
    const id = await agree(viggo)
    const ahead = await text(omar.get(paths.appointment(here, viggo, id)))
    assert.ok(ahead.includes(paths.callOffAppointment(here, viggo, id)) && ahead.includes(appointmentTexts.move))
    assert.ok(!ahead.includes(appointmentTexts.told) && !ahead.includes('value="calledOff"'))
    const asked = await text(omar.get(paths.callOffAppointment(here, viggo, id)))
    assert.ok(asked.includes('Borgerservice på rådhuset') && asked.includes(appointmentTexts.keepIt))
    assert.equal((await row('appointments', id))?.['state'], 'planned', 'asking changes nothing')
    const off = await tell(viggo, id, { version: '1', state: 'calledOff', words: 'Han er syg' })
    assert.equal(off.headers.get('location'), paths.appointment(here, viggo, id))
    const page = await text(omar.get(paths.appointment(here, viggo, id)))
    assert.ok(page.includes(appointmentTexts.isCalledOff) && page.includes(appointmentTexts.to.planned))
    assert.equal((await omar.get(paths.callOffAppointment(here, viggo, id))).status, 404)
    assert.match(await text(omar.get(paths.appointments(here, viggo))), /Før og aflyst \(1\)/)
    assert.equal((await tell(viggo, id, { version: '2', state: 'planned', words: '' })).status, 303)
    assert.equal((await mette.get(paths.callOffAppointment(here, viggo, id))).status, 404)
    assert.equal((await row('appointments', id))?.['state'], 'planned')
    const due = await agree(viggo, { day: inDays(0) })
    assert.ok((await text(omar.get(paths.appointment(here, viggo, due)))).includes(appointmentTexts.told))
  })

  it('moves to another day: the old one stays as moved, and one post twice makes one new', async () => {
    const viggo = await citizen('Viggo')
    const id = await agree(viggo, { companionId: omar.personId })
    const form = { id: newId(), version: '1', day: inDays(9), clock: '9.30', words: 'Han ringede selv.' }
    for (let twice = 0; twice < 2; twice += 1)
      assert.equal((await omar.post(paths.moveAppointment(here, viggo, id), form)).status, 303)
    const [old, fresh] = [await row('appointments', id), await row('appointments', form.id)]
    assert.deepEqual(
      [old?.['state'], old?.['state_words'], fresh?.['moved_from'], fresh?.['clock'], fresh?.['companion_id']],
      ['moved', 'Han ringede selv.', id, '09:30:00', omar.personId],
    )
    const again = await omar.post(paths.moveAppointment(here, viggo, id), { ...form, id: newId() })
    assert.equal(again.status, 409)
    const badDay = await omar.post(paths.moveAppointment(here, viggo, form.id), {
      ...form,
      id: newId(),
      day: '30-02-2027',
    })
    assert.equal(badDay.status, 422)
    assert.ok((await badDay.text()).includes('30-02-2027'))
  })

  it('keeps both versions when two write at once', async () => {
    const viggo = await citizen('Viggo')
    const id = await agree(viggo)
    const form = (words: string) => ({ id, version: '1', place: 'bank', words, day: inDays(3) })
    assert.equal((await omar.post(paths.editAppointment(here, viggo, id), form('Omars ord'))).status, 303)
    const late = await omar.post(paths.editAppointment(here, viggo, id), form('Karins ord'))
    const page = await late.text()
    assert.equal(late.status, 409)
    assert.ok(page.includes('Omars ord') && page.includes('Karins ord'))
  })
})
