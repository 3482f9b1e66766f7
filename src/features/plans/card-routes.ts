import type { Context } from 'hono'
import { today } from '../../platform/time.ts'
import { aboutAll, idIn } from '../consents/asking.ts'
import { agreedTalks } from '../notes/citizen-queries.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { recordsFor } from './asked.ts'
import { chooseCardPage } from './card-pages.ts'
import { cardOf, cardThings } from './card-rules.ts'
import { cardPdf } from './card.ts'
import { callableOf } from './people-queries.ts'
import { nextAppointments, stepsShown } from './queries.ts'
import { cardTexts } from './texts.da.ts'

/** The card for the fridge: what may stand on it, and the paper. */
export const fridgeCardRoutes = new Routes()
  .get(
    '/citizens/:citizenId/appointments/card',
    { who: recordRoles, purpose: 'appointments.show' },
    async (c, given) => {
      const on = { ...given, ...(await onCard(c, given, 'appointments.show')) }
      return c.html(chooseCardPage({ ...on, things: cardThings(on) }))
    },
  )
  .get(
    '/citizens/:citizenId/appointments/kort.pdf',
    { who: recordRoles, purpose: 'appointments.print' },
    async (c, given) => {
      const on = { ...given, ...(await onCard(c, given, 'appointments.print')) }
      // A link that chose nothing gets what the boxes stand at.
      const usual = () => cardThings(on).flatMap(thing => (thing.isGuarded ? [] : [thing.id]))
      const said = new Set(c.req.query('chosen') === undefined ? usual() : c.req.queries('says'))
      const pdf = await cardPdf(cardOf(on, id => said.has(id)))
      c.header('content-type', 'application/pdf')
      c.header('content-disposition', `inline; filename="${cardTexts.fileName}"`)
      return c.body(new Uint8Array(pdf))
    },
  )

async function onCard(
  c: Context,
  given: Given<Given['actor'], unknown>,
  purpose: 'appointments.show' | 'appointments.print',
) {
  return await given.db.read(given.asker, purpose, async tx => {
    const at = await recordsFor(tx, given, idIn(c, 'citizenId'))
    const { municipalityId, records } = at
    const from = String(today(given.now))
    const appointments = await nextAppointments(tx, municipalityId, { records, from, most: 20 })
    const talks = await agreedTalks(tx, municipalityId, { records, most: 20 })
    const steps = await stepsShown(tx, municipalityId, records)
    const ids = [...appointments.map(each => each.companionId), ...talks.map(each => each.workerId)]
    const callable = await callableOf(tx, municipalityId, [...ids, given.actor.personId])
    const kind = purpose === 'appointments.print' ? 'extract' : 'read'
    return { value: { ...at, appointments, talks, steps, callable }, about: aboutAll(at), kind }
  })
}
