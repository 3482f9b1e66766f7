// An appointment as it is written: new, changed, or moved to another day.

import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Form, Typed } from '../../platform/form.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { clock, day, formatClockFull, formatDayField } from '../../platform/time.ts'
import type { Clock, Day } from '../../platform/time.ts'
import { newId } from '../../platform/id.ts'
import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import { aboutAll, idIn, mineOf } from '../consents/asking.ts'
import type { Given } from '../routing.ts'
import { addAppointment, changeAppointment, moveAppointment } from './appointment-commands.ts'
import type { AppointmentContent } from './appointment-commands.ts'
import { appointmentFormPage, movePage } from './appointment-form-pages.ts'
import { companionWords } from './appointment-part.ts'
import { whenLine } from './appointment-pages.ts'
import { mayMove, topicAt } from './appointment-rules.ts'
import {
  Outdated,
  among,
  closedErrors,
  formFor,
  keyOf,
  newFor,
  ownFor,
  statusOf,
  storingNew,
  typedAgain,
} from './asked.ts'
import { planConflict } from './conflict-part.ts'
import type { AppointmentForm } from './forms.ts'
import { candidatesFor } from './people-queries.ts'
import { appointmentRows, ofRecords } from './queries.ts'
import type { Appointment } from './queries.ts'
import { topicOfBit } from './shown.ts'
import { appointmentTexts as t } from './texts.da.ts'

type Asking = Given<Given['actor'], unknown>

interface Showing {
  typed: Typed | undefined
  errors: readonly FieldError[]
  standsId: string | undefined
  why?: 'taken' | 'changed' | undefined
}

/** What a moved appointment keeps from the one before. */
interface MoveForm {
  id: string | undefined
  version: number | undefined
  day: Day | undefined
  clock: Clock | undefined
  words: string
}

export async function showAppointmentForm(
  c: Context,
  given: Asking,
  { standsId, why, ...at }: Showing,
): Promise<Response> {
  const shown = await readForForm(c, given, standsId)
  const { stands } = shown
  const typed = typedAgain(at.typed, { row: stands, why }) ?? (stands ? typedOf(stands) : {})
  const before = stands && why && conflict(given, shown, { stands, why })
  return c.html(appointmentFormPage({ ...given, ...shown, ...at, typed, standsId, before }), statusOf(at.errors, why))
}

export async function storeAppointment(
  c: Context,
  given: Given<Given['actor'], Form<AppointmentForm>>,
  standsId: string | undefined,
): Promise<Response> {
  const { form, municipality } = given
  const citizenId = idIn(c, 'citizenId')
  const both = form.ok && form.value.companionId !== undefined && form.value.companionWords !== ''
  const errors = both ? [{ field: 'companionWords', message: t.companionTwo }] : form.errors
  if (!form.ok || both) return await showAppointmentForm(c, given, { typed: form.typed, errors, standsId })
  const { id = '', version = 0 } = form.value
  const write = given.db.write(given.asker, 'appointments.change', async tx => {
    const own = await (standsId === undefined ? newFor : ownFor)(tx, given, citizenId)
    const content = contentOf(form.value)
    const row = standsId === undefined ? undefined : await appointmentOf(tx, own, standsId)
    if (content.companionId !== null && content.companionId !== row?.companionId) {
      const people = await candidatesFor(tx, mineOf(given), own.writes)
      if (!people.some(each => each.personId === content.companionId)) throw new NotFound()
    }
    if (row) {
      if (!(await changeAppointment(tx, { key: keyOf(given, row), version }, content))) throw new Outdated('changed')
    } else if ((await addAppointment(tx, own.writes, { id, ...content })) === 'taken') throw new Outdated('taken')
    return { value: undefined, about: aboutAll(own), kind: row ? 'change' : 'add' }
  })
  const why = await storingNew(write)
  if (why === 'closed')
    return await showAppointmentForm(c, given, { typed: form.typed, errors: closedErrors('words'), standsId })
  if (why) return await showAppointmentForm(c, given, { typed: form.typed, errors: [], standsId: standsId ?? id, why })
  return c.redirect(
    standsId === undefined
      ? paths.appointments(municipality, citizenId)
      : paths.appointment(municipality, citizenId, standsId),
    303,
  )
}

export async function showMove(c: Context, given: Asking, at: Omit<Showing, 'standsId'>): Promise<Response> {
  const shown = await readForForm(c, given, idIn(c, 'appointmentId'))
  const { stands } = shown
  if (!stands) throw new NotFound()
  const typed = typedAgain(at.typed, { row: stands, why: at.why }) ?? { id: newId(), version: String(stands.version) }
  const again = at.why ? { ...typed, id: String(at.typed?.['id'] ?? newId()) } : typed
  const before = at.why && conflict(given, shown, { stands, why: at.why })
  const page = movePage({ ...given, ...shown, ...at, appointment: stands, typed: again, standsId: stands.id, before })
  return c.html(page, statusOf(at.errors, at.why))
}

export async function storeMove(c: Context, given: Given<Given['actor'], Form<MoveForm>>): Promise<Response> {
  const { form, municipality } = given
  const citizenId = idIn(c, 'citizenId')
  if (!form.ok) return await showMove(c, given, { typed: form.typed, errors: form.errors })
  const { id = '', version = 0, day: on, clock: at, words } = form.value
  const write = given.db.write(given.asker, 'appointments.change', async tx => {
    const own = await newFor(tx, given, citizenId)
    const row = await appointmentOf(tx, own, idIn(c, 'appointmentId'))
    const done = { value: undefined, about: aboutAll(own) }
    const key = keyOf(given, row)
    // The same post twice is one: what it made stands already.
    const made = await appointmentRows(tx, {
      ...own,
      where: sql`${ofRecords('a', own.records)} and a.id = ${id}::uuid`,
    })
    if (made.some(each => each.movedFrom === row.id)) return done
    if (!mayMove(row)) throw new Outdated('changed')
    const to = { ...row, id, day: String(on), clock: at === undefined ? null : String(at) }
    const owner = { ...own.writes, partyId: row.partyId, citizenId: row.citizenId }
    const moved = await moveAppointment(tx, { key, version, own: owner }, { words: words === '' ? null : words, to })
    if (!moved) throw new Outdated('changed')
    return done
  })
  const why = await storingNew(write)
  if (why === 'closed') return await showMove(c, given, { typed: form.typed, errors: closedErrors('day') })
  if (why) return await showMove(c, given, { typed: form.typed, errors: [], why })
  return c.redirect(paths.appointments(municipality, citizenId), 303)
}

/** An appointment of these records; `NotFound` when it is none of them. */
export async function appointmentOf(
  tx: Read,
  at: { municipalityId: string; records: Parameters<typeof ofRecords>[1] },
  appointmentId: string,
): Promise<Appointment> {
  const where = sql`${ofRecords('a', at.records)} and a.id = ${appointmentId}::uuid`
  return among(await appointmentRows(tx, { municipalityId: at.municipalityId, where }), appointmentId)
}

async function readForForm(c: Context, given: Asking, standsId: string | undefined) {
  return await given.db.read(given.asker, 'appointments.show', async tx => {
    const own = await formFor(tx, given, { citizenId: idIn(c, 'citizenId'), standsId })
    const stands = standsId === undefined ? undefined : await appointmentOf(tx, own, standsId)
    if (stands) keyOf(given, stands)
    const candidates = await candidatesFor(tx, mineOf(given), own.writes)
    return { value: { ...own, stands, candidates }, about: aboutAll(own) }
  })
}

function contentOf(form: AppointmentForm): AppointmentContent {
  const words = (text: string) => (text === '' ? null : text)
  return {
    place: form.place,
    topic: topicAt(form.place, form.topic),
    words: form.words,
    address: words(form.address),
    bring: words(form.bring),
    day: String(form.day),
    clock: form.clock === undefined ? null : String(form.clock),
    companionId: form.companionId ?? null,
    companionWords: words(form.companionWords),
    meetPlace: words(form.meetPlace),
    meetClock: form.meetClock === undefined ? null : String(form.meetClock),
  }
}

function conflict(
  given: Asking,
  shown: { asked: { id: string } },
  { stands, why }: { stands: Appointment; why: 'taken' | 'changed' },
) {
  const { who, meet } = companionWords(stands)
  return planConflict({
    why,
    stands: [
      [t.words, `${stands.words}. ${whenLine(stands)}`],
      [t.bring, stands.bring],
      [t.companion, [who, meet].filter(Boolean).join(' ')],
      [t.told, stands.state === 'planned' ? null : t.state[stands.state]],
    ],
    href: paths.appointment(given.municipality, shown.asked.id, stands.id),
  })
}

function typedOf(row: Appointment): Typed {
  const at = (text: string | null) => (text === null ? '' : formatClockFull(clock(text)))
  return {
    id: row.id,
    version: String(row.version),
    place: row.place,
    words: row.words,
    topic: topicOfBit(row.topic) ?? '',
    day: formatDayField(day(row.day)),
    clock: at(row.clock),
    address: row.address ?? '',
    bring: row.bring ?? '',
    companionId: row.companionId ?? '',
    companionWords: row.companionWords ?? '',
    meetPlace: row.meetPlace ?? '',
    meetClock: at(row.meetClock),
  }
}
