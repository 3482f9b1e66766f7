import { tapForm } from '../../platform/form.ts'
import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import type { Read } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Form } from '../../platform/form.ts'
import { newId } from '../../platform/id.ts'
import { formatDayField, today } from '../../platform/time.ts'
import { hasCpr } from '../citizens/cpr-rules.ts'
import { anyTopicMask } from '../contacts/codes.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { aboutAll, idIn, mineOf, openRecords, ownRecords, shownRecords, whileOpen } from '../consents/asking.ts'
import type { OwnRecords } from '../consents/asking.ts'
import { usualEnd, wrongWithDays } from '../consents/consent-rules.ts'
import { powerForm } from './forms.ts'
import type { PowerForm } from './forms.ts'
import { newPowerPage, powersPage, withdrawPowerPage } from './pages.ts'
import { powerPdf } from './paper.ts'
import { givePower, listPowers, withdrawPower } from './queries.ts'
import type { NewPower, Power } from './queries.ts'
import { powerTexts } from './texts.da.ts'
import { deskOf } from '../consents/queries.ts'
import { giveTexts } from '../consents/texts.da.ts'

const who = recordRoles
const show = { who, purpose: 'powers.show' } as const

/** Powers of attorney: who may act for the citizen, in what, and until when. */
export const powerRoutes = new Routes()
  .get('/citizens/:citizenId/powers', show, async (c, given) => {
    const citizenId = idIn(c, 'citizenId')
    const shown = await given.db.read(given.asker, 'powers.show', async tx => {
      const records = await shownRecords(tx, given, citizenId)
      return { value: { ...records, powers: await listPowers(tx, records) }, about: aboutAll(records) }
    })
    return c.html(powersPage({ ...given, ...shown, said: saidIn(c) }))
  })
  .get('/citizens/:citizenId/powers/new', show, async (c, given) => {
    const records = await readOwn(given, idIn(c, 'citizenId'))
    const from = today(given.now)
    const days = { from: formatDayField(from), until: formatDayField(usualEnd(from)) }
    const typed = { id: newId(), ...days, how: 'writing', witness: given.actor.personName }
    return c.html(newPowerPage({ ...given, ...records, typed, errors: [] }))
  })
  .post('/citizens/:citizenId/powers/new', { who, purpose: 'powers.give', form: powerForm }, async (c, given) => {
    const citizenId = idIn(c, 'citizenId')
    const records = await readOwn(given, citizenId)
    const form = checked(given, records)
    if (!form.ok) return c.html(newPowerPage({ ...given, ...records, ...form }), 422)
    await given.db.write(given.asker, 'powers.give', async tx => {
      const own = await ownRecords(tx, given, citizenId)
      if (!(await givePower(tx, mineOf(given), form.value))) throw new NotFound()
      return { value: undefined, about: aboutAll({ records: [own.first] }), kind: 'add' }
    })
    return c.redirect(paths.powersSaid(given.municipality, citizenId, 'given'), 303)
  })
  .get('/citizens/:citizenId/powers/:powerId/fuldmagt.pdf', show, async (c, given) => {
    const [citizenId, powerId] = [idIn(c, 'citizenId'), idIn(c, 'powerId')]
    const { power, desk } = await given.db.read(given.asker, 'powers.show', async tx => {
      const { records, power } = await findOwn(tx, given, { citizenId, powerId })
      const desk = await deskOf(tx, { ...records, partyId: power.partyId })
      if (!desk) throw new NotFound()
      return { value: { power, desk }, about: aboutAll(records), kind: 'extract' }
    })
    const { municipality, actor, now } = given
    const paper = { power, desk, place: municipality.name, today: today(now), witness: actor.personName }
    c.header('content-disposition', 'inline; filename="fuldmagt.pdf"')
    return c.body(new Uint8Array(await powerPdf(paper)), 200, { 'content-type': 'application/pdf' })
  })
  .get('/citizens/:citizenId/powers/:powerId/withdraw', show, async (c, given) => {
    const at = { citizenId: idIn(c, 'citizenId'), powerId: idIn(c, 'powerId') }
    const shown = await given.db.read(given.asker, 'powers.show', async tx => {
      const { records, power } = await findOwn(tx, given, at)
      return { value: { ...records, power }, about: aboutAll(records) }
    })
    if (!shown.power.standing) throw new NotFound()
    return c.html(withdrawPowerPage({ ...given, ...shown }))
  })
  .post(
    '/citizens/:citizenId/powers/:powerId/withdraw',
    { who, purpose: 'powers.withdraw', form: tapForm },
    async (c, given) => {
      const at = { citizenId: idIn(c, 'citizenId'), powerId: idIn(c, 'powerId') }
      await given.db.write(given.asker, 'powers.withdraw', async tx => {
        const { records, power } = await findOwn(tx, given, at)
        await withdrawPower(tx, mineOf(given), power)
        return { value: undefined, about: aboutAll({ records: [records.first] }) }
      })
      return c.redirect(paths.powersSaid(given.municipality, at.citizenId, 'withdrawn'), 303)
    },
  )

type Asking = Given<Given['actor'], unknown>

async function readOwn(given: Asking, citizenId: string): Promise<OwnRecords> {
  return await given.db.read(given.asker, 'powers.show', async tx => {
    const records = await openRecords(tx, given, citizenId)
    return { value: records, about: aboutAll(records) }
  })
}

async function findOwn(
  tx: Read,
  given: Asking,
  at: { citizenId: string; powerId: string },
): Promise<{ records: OwnRecords; power: Power }> {
  const records = await ownRecords(tx, given, at.citizenId)
  const powers = await listPowers(tx, { ...records, records: records.own })
  const power = powers.find(each => each.id === at.powerId)
  if (!power) throw new NotFound()
  return { records, power }
}

function checked({ form: posted, now }: Given<Given['actor'], Form<PowerForm>>, records: OwnRecords): Form<NewPower> {
  const form = whileOpen(posted, records, 'toName')
  if (!form.ok) return form
  const { id, from, until, topics, ...rest } = form.value
  if (id === undefined || from === undefined || until === undefined) throw new NotFound()
  const wrong = wrongWithDays({ from, until }, today(now))
  for (const field of ['toName', 'scope', 'witness'] as const)
    if (hasCpr(rest[field])) wrong.push({ field, message: giveTexts.wrong.cpr })
  if (wrong.length > 0) return { ok: false, errors: wrong, typed: form.typed }
  const { partyId, id: citizenId } = records.first
  const days = { from: String(from), until: String(until) }
  return { ...form, value: { ...rest, ...days, id, partyId, citizenId, topics: anyTopicMask(topics) } }
}

function saidIn(c: Context): string | undefined {
  const said = c.req.query('said') ?? ''
  return Object.entries(powerTexts.said).find(([name]) => name === said)?.[1]
}
