// Absence over days, in all centres at once. Nobody is asked why.

import { html } from '../../platform/html/html.ts'
import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import type { Read } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { refuse, tapForm, type Form } from '../../platform/form.ts'
import { postButton } from '../../platform/html/buttons.ts'
import { newId } from '../../platform/id.ts'
import { formatDayField } from '../../platform/time.ts'
import { Routes, type Given } from '../routing.ts'
import { absenceFields, absenceForm, typedOfAbsence, type AbsenceForm } from './absence-forms.ts'
import { withAbsence } from './agreement-rules.ts'
import { addAbsence, changeAbsence, removeAbsence } from './hours-commands.ts'
import { confirmPage, taskPage, type At } from './hours-pages.ts'
import { absencesAhead, possibleSubstitutes, readHours, type OwnHours } from './hours-queries.ts'
import { changeHours, seeHours, tellFirst, whoseOf } from './hours-routes.ts'
import { whyNotAbsence, type WantedAbsence } from './hours-rules.ts'
import { absenceFormSays, refusals } from './hours-texts.da.ts'
import type { Absence } from './occurrence-rules.ts'

export const absenceRoutes = new Routes()
  .get('/hours/:personId/absences/new', seeHours, async (c, given) => {
    const { read, whose } = await readShown(c, given)
    const typed = { fromDay: formatDayField(whose.today), untilDay: formatDayField(whose.today) }
    const href = paths.newAbsence(given.municipality, whose.personId)
    return c.html(absencePage(given, { ...read, href, id: newId(), form: { typed, errors: [] }, absence: null }))
  })
  .post('/hours/:personId/absences/new', { ...changeHours, form: absenceForm }, (c, given) =>
    postAbsence(c, given, null),
  )
  .get('/hours/:personId/absences/:absenceId', seeHours, async (c, given) => {
    const { read, whose } = await readShown(c, given)
    const absence = absenceIn(read.hours, c.req.param('absenceId'))
    const href = paths.absence(given.municipality, whose.personId, absence.id)
    return c.html(absencePage(given, { ...read, href, form: { typed: typedOfAbsence(absence), errors: [] }, absence }))
  })
  .post('/hours/:personId/absences/:absenceId', { ...changeHours, form: absenceForm }, (c, given) =>
    postAbsence(c, given, c.req.param('absenceId') ?? ''),
  )
  .post('/hours/:personId/absences/:absenceId/remove', { ...changeHours, form: tapForm }, (c, given) =>
    given.db.write(given.asker, 'presence.change', async tx => {
      const whose = whoseOf(given, c.req.param('personId') ?? '')
      await removeAbsence(tx, whose, absenceIn(await readHours(tx, whose), c.req.param('absenceId')).id)
      return c.redirect(paths.hoursOf(given.municipality, whose.personId), 303)
    }),
  )

type Substitutes = Awaited<ReturnType<typeof possibleSubstitutes>>

async function readShown(c: Context, given: Given) {
  const whose = whoseOf(given, c.req.param('personId') ?? '')
  const read = await given.db.read(given.asker, 'presence.show', tx => readForForm(tx, whose))
  return { read, whose }
}

async function readForForm(
  tx: Read,
  whose: ReturnType<typeof whoseOf>,
): Promise<{ hours: OwnHours; substitutes: Substitutes }> {
  return { hours: await readHours(tx, whose), substitutes: await possibleSubstitutes(tx, whose) }
}

function postAbsence(
  c: Context,
  given: Given<Given['actor'], Form<AbsenceForm>>,
  absenceId: string | null,
): Promise<Response> {
  return given.db.write(given.asker, 'presence.change', async tx => {
    const whose = whoseOf(given, c.req.param('personId') ?? '')
    const { hours, substitutes } = await readForForm(tx, whose)
    const absence = absenceId === null ? null : absenceIn(hours, absenceId)
    const id = absence?.id ?? given.form.value?.id ?? newId()
    const wanted = wantedAbsence(given.form.value, { id, personId: whose.personId })
    const form = checked(given.form, { wanted, substitutes, absences: await absencesAhead(tx, whose) })
    const page = () =>
      c.html(
        absencePage(given, { hours, substitutes, href: c.req.path, ...(absence ? {} : { id }), form, absence }),
        form.ok ? 200 : 422,
      )
    if (!form.ok || !wanted) return page()
    const told = await tellFirst(tx, given, { hours, after: withAbsence(hours.plan, wanted) })
    const back = paths.hoursOf(given.municipality, whose.personId)
    if (told) return form.value.again ? page() : c.html(confirmPage(given, { ...told, href: c.req.path, back }))
    await (absence ? changeAbsence : addAbsence)(tx, whose, wanted)
    return c.redirect(back, 303)
  })
}

function wantedAbsence(
  value: AbsenceForm | undefined,
  of: { id: string; personId: string },
): (WantedAbsence & { id: string }) | null {
  if (!value?.fromDay || !value.untilDay) return null
  return {
    ...of,
    fromDay: value.fromDay,
    untilDay: value.untilDay,
    substitutePersonId: value.substitutePersonId ?? null,
  }
}

function checked(
  form: Form<AbsenceForm>,
  at: { wanted: WantedAbsence | null; substitutes: Substitutes; absences: Absence[] },
): Form<AbsenceForm> {
  const { wanted, substitutes, absences } = at
  if (!form.ok || !wanted) return form
  const known = wanted.substitutePersonId === null || substitutes.some(one => one.id === wanted.substitutePersonId)
  if (!known) return refuse(form, 'substitutePersonId', refusals.notAPerson)
  const refusal = whyNotAbsence(wanted, absences, id => substitutes.find(one => one.id === id)?.name ?? '')
  return refusal ? refuse(form, refusal.field, refusal.message) : form
}

function absenceIn(hours: OwnHours, absenceId: string | undefined): Absence {
  const absence = hours.plan.absences.find(one => one.id === absenceId)
  if (!absence) throw new NotFound()
  return absence
}

type Shown = {
  hours: OwnHours
  substitutes: Substitutes
  href: string
  id?: string
  form: Pick<Form<unknown>, 'typed' | 'errors'>
  absence: Absence | null
}

function absencePage(at: At, { hours, absence, ...fields }: Shown) {
  const personId = hours.person.id
  const remove =
    absence &&
    postButton({
      href: paths.removeAbsence(at.municipality, personId, absence.id),
      label: absenceFormSays.remove,
      variant: 'secondary',
    })
  const title = absence ? absenceFormSays.changeTitle : absenceFormSays.addTitle
  return taskPage(at, { title, personId, errors: fields.form.errors, main: html`${absenceFields(fields)}${remove}` })
}
