// One occurrence of a weekly time: kept, called off, moved or changed.

import { html } from '../../platform/html/html.ts'
import { paths } from '../../paths.ts'
import type { Write } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { refuse, type Form } from '../../platform/form.ts'
import { compareDays, formatDay, parseDay, sameDay, type Day } from '../../platform/time.ts'
import { Routes } from '../routing.ts'
import { withChange } from './agreement-rules.ts'
import { callOffOccurrence, changeOccurrence, keepOccurrence } from './hours-commands.ts'
import { confirmPage, taskPage, type At } from './hours-pages.ts'
import { readHours, type OwnHours } from './hours-queries.ts'
import { changeHours, seeHours, tellFirst, whoseOf } from './hours-routes.ts'
import { whyNotOccurrence } from './hours-rules.ts'
import { dayFormSays } from './hours-texts.da.ts'
import {
  occurrenceFields,
  occurrenceForm,
  typedOfDay,
  wantedOccurrence,
  type OccurrenceForm,
} from './occurrence-forms.ts'
import { fallsOn, type PresenceChange, type PresenceTime } from './occurrence-rules.ts'

export const occurrenceRoutes = new Routes()
  .get('/hours/:personId/times/:presenceTimeId/days/:day', seeHours, async (c, given) => {
    const whose = whoseOf(given, c.req.param('personId') ?? '')
    const hours = await given.db.read(given.asker, 'presence.show', tx => readHours(tx, whose))
    const single = singleIn(hours, {
      timeId: c.req.param('presenceTimeId'),
      day: c.req.param('day'),
      today: whose.today,
    })
    const typed = typedOfDay(single.time, single.plannedDay, changeIn(hours, single))
    return c.html(dayPage(given, { hours, single, href: c.req.path, form: { typed, errors: [] } }))
  })
  .post('/hours/:personId/times/:presenceTimeId/days/:day', { ...changeHours, form: occurrenceForm }, (c, given) =>
    given.db.write(given.asker, 'presence.change', async tx => {
      const whose = whoseOf(given, c.req.param('personId') ?? '')
      const hours = await readHours(tx, whose)
      const single = singleIn(hours, {
        timeId: c.req.param('presenceTimeId'),
        day: c.req.param('day'),
        today: whose.today,
      })
      const form = checked(given.form, { hours, single, today: whose.today })
      const page = () => c.html(dayPage(given, { hours, single, href: c.req.path, form }), form.ok ? 200 : 422)
      if (!form.ok) return page()
      const after = withChange(
        hours.plan,
        { timeId: single.time.id, plannedDay: single.plannedDay },
        changeFor(form.value, single),
      )
      const told = await tellFirst(tx, given, { hours, after })
      const back = paths.hoursOf(given.municipality, whose.personId)
      if (told) return form.value.again ? page() : c.html(confirmPage(given, { ...told, href: c.req.path, back }))
      await save(tx, whose, { value: form.value, single })
      return c.redirect(back, 303)
    }),
  )

type Single = { time: PresenceTime; plannedDay: Day }

/** A day that the weekly time names, from today on. */
function singleIn(hours: OwnHours, asked: { timeId: string | undefined; day: string | undefined; today: Day }): Single {
  const time = hours.plan.times.find(one => one.id === asked.timeId)
  const parsed = parseDay(asked.day ?? '')
  if (!time || !parsed.ok || !fallsOn(time, parsed.value) || compareDays(parsed.value, asked.today) < 0)
    throw new NotFound()
  return { time, plannedDay: parsed.value }
}

const changeIn = (hours: OwnHours, { time, plannedDay }: Single): PresenceChange | undefined =>
  hours.plan.changes.find(change => change.presenceTimeId === time.id && sameDay(change.day, plannedDay))

function checked(
  form: Form<OccurrenceForm>,
  around: { hours: OwnHours; single: Single; today: Day },
): Form<OccurrenceForm> {
  if (!form.ok || form.value.what !== 'change') return form
  const { hours, single, today } = around
  const refusal = whyNotOccurrence(wantedOccurrence(form.value, single.time, single.plannedDay), {
    timetable: hours.timetable,
    centres: hours.centres,
    today,
  })
  return refusal ? refuse(form, refusal.field, refusal.message) : form
}

function changeFor(value: OccurrenceForm, { time, plannedDay }: Single): PresenceChange | null {
  if (value.what === 'keep') return null
  const nothing = {
    presenceTimeId: time.id,
    day: plannedDay,
    centreId: null,
    roomId: null,
    from: null,
    until: null,
    movedToDay: null,
  }
  if (value.what === 'callOff') return { ...nothing, calledOff: true }
  const { centreId, roomId, hours, day } = wantedOccurrence(value, time, plannedDay)
  return { ...nothing, calledOff: false, centreId, roomId, ...hours, movedToDay: day }
}

async function save(
  tx: Write,
  whose: { municipalityId: string; personId: string },
  { value, single }: { value: OccurrenceForm; single: Single },
): Promise<void> {
  const key = { timeId: single.time.id, plannedDay: single.plannedDay }
  if (value.what === 'keep') await keepOccurrence(tx, whose, key)
  else if (value.what === 'callOff') await callOffOccurrence(tx, whose, key)
  else await changeOccurrence(tx, whose, wantedOccurrence(value, single.time, single.plannedDay))
}

function dayPage(
  at: At,
  shown: { hours: OwnHours; single: Single; href: string; form: Pick<Form<unknown>, 'typed' | 'errors'> },
) {
  const { hours, single, href, form } = shown
  const personId = hours.person.id
  const weekly = paths.hoursTime(at.municipality, personId, single.time.id)
  const main = html`${occurrenceFields({ href, centres: hours.centres, form })}<p><a href="${weekly}">${dayFormSays.weekly}</a></p>`
  return taskPage(at, { title: dayFormSays.title(formatDay(single.plannedDay)), personId, errors: form.errors, main })
}
