import { z } from 'zod'
import { paths } from '../../paths.ts'
import { idInput, tapForm } from '../../platform/form.ts'
import type { Role } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import { arrive, leave } from './arrival-commands.ts'
import { refusals } from './hours-texts.da.ts'
import { readOwnDay } from './strip-queries.ts'

/** Everybody who is met at a centre. */
export const boardRoles = [
  'outreach_worker',
  'centre_staff',
  'centre_manager',
  'volunteer',
  'coordinator',
] as const satisfies Role[]

const arriveForm = z.object({ centreId: idInput(refusals.noCentre) })

export const arrivalRoutes = new Routes()
  .post('/today/arrive', { who: boardRoles, purpose: 'presence.change', form: arriveForm }, async (c, given) => {
    const { form, asker, municipality, actor, now } = given
    const centreId = form.value?.centreId
    if (centreId !== undefined) {
      await given.db.write(asker, 'presence.change', tx =>
        arrive(tx, { municipalityId: municipality.id, personId: actor.personId, now }, centreId),
      )
    }
    return c.redirect(paths.today(municipality), 303)
  })
  .post('/today/leave', { who: boardRoles, purpose: 'presence.change', form: tapForm }, async (c, given) => {
    const { asker, municipality, actor, now } = given
    const of = { municipalityId: municipality.id, personId: actor.personId, now }
    await given.db.write(asker, 'presence.change', async tx => leave(tx, of, (await readOwnDay(tx, of)).timetable))
    return c.redirect(paths.today(municipality), 303)
  })
