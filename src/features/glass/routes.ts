import { tapForm } from '../../platform/form.ts'
import { paths } from '../../paths.ts'
import type { Read } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { refuse } from '../../platform/form.ts'
import { newId } from '../../platform/id.ts'
import { hasCpr } from '../citizens/cpr-rules.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { aboutAll, idIn, mineOf, ownRecords } from '../consents/asking.ts'
import type { OwnRecords } from '../consents/asking.ts'
import { glassForm } from './forms.ts'
import { breakPage, brokenPage } from './pages.ts'
import { glassWhen } from './parts.ts'
import { breakGlass, closeGlass, glassAt, tellOfGlass, timesBroken } from './queries.ts'
import type { OpenGlass } from './queries.ts'
import { glassTexts } from './texts.da.ts'

const who = recordRoles

/** Breaking the glass: the one exception, off until a municipality switches it on, and told to everybody concerned. */
export const glassRoutes = new Routes()
  .get('/citizens/:citizenId/glass', { who, purpose: 'glass.show' }, async (c, given) => {
    const { opening, ...records } = await readGlass(given, idIn(c, 'citizenId'))
    if (opening) return c.html(brokenPage({ ...given, ...records, opening }))
    return c.html(breakPage({ ...given, ...records, typed: { id: newId() }, errors: [] }))
  })
  .post('/citizens/:citizenId/glass', { who, purpose: 'glass.break', form: glassForm }, async (c, given) => {
    const { municipality, now, config } = given
    const { opening, ...records } = await readGlass(given, idIn(c, 'citizenId'))
    const form =
      given.form.ok && hasCpr(given.form.value.reason) ? refuse(given.form, 'reason', glassTexts.wrong.cpr) : given.form
    if (!form.ok) return c.html(breakPage({ ...given, ...records, ...form }), 422)
    const { id, reason, ground } = form.value
    if (id === undefined) throw new NotFound()
    const href = config.baseUrl + paths.signIn(municipality)
    await given.db.write(given.asker, 'glass.break', async tx => {
      const { first } = await allowed(tx, given, records.first.id)
      const at = { id, partyId: first.partyId, citizenId: first.id, reason, ground }
      // What stands open already is not broken twice.
      if (!opening && (await breakGlass(tx, mineOf(given), at))) {
        const times = await timesBroken(tx, mineOf(given))
        const said = { municipality: municipality.name, when: glassWhen(now), href, times }
        await tellOfGlass(tx, at, { subject: glassTexts.mail.subject, body: glassTexts.mail.body(said) })
      }
      // What it opens is named in the log from the first moment.
      return { value: undefined, about: aboutAll(await ownRecords(tx, given, first.id)), kind: 'add' }
    })
    return c.redirect(paths.breakGlass(municipality, records.first.id), 303)
  })
  .post('/citizens/:citizenId/glass/close', { who, purpose: 'glass.close', form: tapForm }, async (c, given) => {
    const citizenId = idIn(c, 'citizenId')
    const own = await given.db.write(given.asker, 'glass.close', async tx => {
      const records = await ownRecords(tx, given, citizenId)
      for (const record of records.own) await closeGlass(tx, mineOf(given), record)
      return { value: records.first, about: aboutAll({ records: records.own }) }
    })
    return c.redirect(paths.citizen(given.municipality, own.id), 303)
  })

type Asking = Given<Given['actor'], unknown>

async function readGlass(given: Asking, citizenId: string) {
  return await given.db.read(given.asker, 'glass.show', async tx => {
    const value = await allowed(tx, given, citizenId)
    return { value, about: aboutAll(value) }
  })
}

/** An own record from which the glass can be broken; else there is no such page. */
async function allowed(
  tx: Read,
  given: Asking,
  citizenId: string,
): Promise<OwnRecords & { opening: OpenGlass | undefined }> {
  const records = await ownRecords(tx, given, citizenId)
  const { can, opening } = await glassAt(tx, { ...records, personId: given.actor.personId })
  if (!can) throw new NotFound()
  return { ...records, opening }
}
