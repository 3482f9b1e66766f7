import type { Context } from 'hono'
import { sql } from 'kysely'
import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Form, Typed } from '../../platform/form.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { newId } from '../../platform/id.ts'
import { today } from '../../platform/time.ts'
import { aboutAll, idIn, mineOf } from '../consents/asking.ts'
import { agreedTalks } from '../notes/citizen-queries.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { tellAppointment } from './appointment-commands.ts'
import { appointmentOf, showAppointmentForm, showMove, storeAppointment, storeMove } from './appointment-form-routes.ts'
import { appointmentPage, appointmentsPage, callOffPage } from './appointment-pages.ts'
import { tellings } from './appointment-rules.ts'
import { Outdated, keyOf, ownFor, recordsFor, storing } from './asked.ts'
import { appointmentForm, appointmentStateForm, moveForm } from './forms.ts'
import { candidatesFor } from './people-queries.ts'
import { appointmentRows, nextAppointments, ofRecords } from './queries.ts'
import type { AppointmentState } from './state-rules.ts'
import { appointmentTexts } from './texts.da.ts'

/** Appointments elsewhere. */
export const appointmentRoutes = new Routes()
  .get('/citizens/:citizenId/appointments', { who: recordRoles, purpose: 'appointments.show' }, async (c, given) => {
    const shown = await given.db.read(given.asker, 'appointments.show', async tx => {
      const at = await recordsFor(tx, given, idIn(c, 'citizenId'))
      const { municipalityId, records } = at
      const from = String(today(given.now))
      const coming = await nextAppointments(tx, municipalityId, { records, from, most: 50 })
      const talks = await agreedTalks(tx, municipalityId, { records, most: 50 })
      const before = await appointmentRows(tx, {
        municipalityId,
        where: sql`${ofRecords('a', records)} and (a.state <> 'planned' or a.day < ${from}::date) order by a.day desc, a.id desc limit 50`,
      })
      return { value: { ...at, coming, talks, before }, about: aboutAll(at) }
    })
    return c.html(appointmentsPage({ ...given, ...shown }))
  })
  .get('/citizens/:citizenId/appointments/new', { who: recordRoles, purpose: 'appointments.show' }, async (c, given) =>
    showAppointmentForm(c, given, { typed: { id: newId() }, errors: [], standsId: undefined }),
  )
  .post(
    '/citizens/:citizenId/appointments/new',
    { who: recordRoles, purpose: 'appointments.change', form: appointmentForm },
    async (c, given) => storeAppointment(c, given, undefined),
  )
  .get(
    '/citizens/:citizenId/appointments/:appointmentId',
    { who: recordRoles, purpose: 'appointments.show' },
    async (c, given) => showAppointment(c, given, {}),
  )
  .get(
    '/citizens/:citizenId/appointments/:appointmentId/edit',
    { who: recordRoles, purpose: 'appointments.show' },
    async (c, given) =>
      showAppointmentForm(c, given, { typed: undefined, errors: [], standsId: idIn(c, 'appointmentId') }),
  )
  .post(
    '/citizens/:citizenId/appointments/:appointmentId/edit',
    { who: recordRoles, purpose: 'appointments.change', form: appointmentForm },
    async (c, given) => storeAppointment(c, given, idIn(c, 'appointmentId')),
  )
  .get(
    '/citizens/:citizenId/appointments/:appointmentId/call-off',
    { who: recordRoles, purpose: 'appointments.show' },
    async (c, given) => {
      const shown = await readAppointment(c, given)
      const isOwn = shown.records.some(each => each.own && each.partyId === shown.appointment.partyId)
      if (!isOwn || !tellings(shown.appointment, today(given.now)).includes('calledOff')) throw new NotFound()
      return c.html(callOffPage({ ...given, ...shown }))
    },
  )
  .get(
    '/citizens/:citizenId/appointments/:appointmentId/move',
    { who: recordRoles, purpose: 'appointments.show' },
    async (c, given) => showMove(c, given, { typed: undefined, errors: [] }),
  )
  .post(
    '/citizens/:citizenId/appointments/:appointmentId/move',
    { who: recordRoles, purpose: 'appointments.change', form: moveForm },
    async (c, given) => storeMove(c, given),
  )
  .post(
    '/citizens/:citizenId/appointments/:appointmentId/state',
    { who: recordRoles, purpose: 'appointments.change', form: appointmentStateForm },
    async (c, given) => {
      const { form, municipality } = given
      if (!form.ok) return await showAppointment(c, given, { typed: form.typed, errors: form.errors })
      const told = await tell(c, given, form)
      if (told === 'changed') return await showAppointment(c, given, { typed: form.typed, changed: true })
      if (told === 'notYet') {
        const errors = [{ field: 'words', message: appointmentTexts.notYet }]
        return await showAppointment(c, given, { typed: form.typed, errors })
      }
      return c.redirect(paths.appointment(municipality, idIn(c, 'citizenId'), idIn(c, 'appointmentId')), 303)
    },
  )

type Asking = Given<Given['actor'], unknown>

async function tell(
  c: Context,
  given: Asking,
  form: Extract<Form<{ version: number | undefined; state: AppointmentState; words: string }>, { ok: true }>,
): Promise<'changed' | 'notYet' | undefined> {
  const { state, version = 0 } = form.value
  const words = form.value.words === '' || state === 'planned' ? null : form.value.words
  let notYet = false
  const write = given.db.write(given.asker, 'appointments.change', async tx => {
    const own = await ownFor(tx, given, idIn(c, 'citizenId'))
    const row = await appointmentOf(tx, own, idIn(c, 'appointmentId'))
    const key = keyOf(given, row)
    const done = { value: undefined, about: aboutAll(own) }
    if (row.state === state && row.stateWords === words) return done
    if (row.version !== version) throw new Outdated('changed')
    notYet = !tellings(row, today(given.now)).some(each => each === state)
    if (!notYet && !(await tellAppointment(tx, { key, version }, { state, words }))) throw new Outdated('changed')
    return done
  })
  if (await storing(write)) return 'changed'
  return notYet ? 'notYet' : undefined
}

async function showAppointment(
  c: Context,
  given: Asking,
  at: { typed?: Typed; errors?: readonly FieldError[]; changed?: boolean },
): Promise<Response> {
  const shown = await readAppointment(c, given)
  const status = at.changed ? 409 : (at.errors ?? []).length > 0 ? 422 : 200
  return c.html(appointmentPage({ ...given, ...shown, ...at }), status)
}

async function readAppointment(c: Context, given: Asking) {
  return await given.db.read(given.asker, 'appointments.show', async tx => {
    const records = await recordsFor(tx, given, idIn(c, 'citizenId'))
    const appointment = await appointmentOf(tx, records, idIn(c, 'appointmentId'))
    const isOwn = records.records.some(each => each.own && each.partyId === appointment.partyId)
    if (given.form !== undefined && !isOwn) throw new NotFound()
    const candidates = isOwn ? await candidatesFor(tx, mineOf(given), { ...appointment, all: true }) : []
    const companion = candidates.find(each => each.personId === appointment.companionId)
    return { value: { ...records, appointment, companion }, about: aboutAll(records) }
  })
}
