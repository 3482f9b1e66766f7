// A person's weekly times: to see, add, change and end. Each change is told before it hits a meeting.

import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import type { Write } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { refuse, type Form } from '../../platform/form.ts'
import { newId } from '../../platform/id.ts'
import { addDays, compareDays, formatDayField, today, type Day, type Days } from '../../platform/time.ts'
import type { Role } from '../people/rules.ts'
import { Routes, type Given } from '../routing.ts'
import { hitAgreements, isAhead, withTime, withTimeEnding } from './agreement-rules.ts'
import { boardRoles } from './arrival-routes.ts'
import { nowOf } from './arrival-rules.ts'
import { addTime, changeTime, endTime } from './hours-commands.ts'
import { endForm, timeForm, typedOf, wantedTime } from './hours-forms.ts'
import { confirmPage, hoursPage, newTimePage, othersPage, timePage } from './hours-pages.ts'
import { agreementsAhead, managedPeople, possibleSubstitutes, readHours, type OwnHours } from './hours-queries.ts'
import { whyNotTime, type Refusal } from './hours-rules.ts'
import { refusals } from './hours-texts.da.ts'
import { timetableOf, type Plan, type PresenceTime } from './occurrence-rules.ts'

const hoursRoles = [...boardRoles, 'administrator'] as const satisfies Role[]
export const seeHours = { who: hoursRoles, purpose: 'presence.show' } as const
export const changeHours = { who: hoursRoles, purpose: 'presence.change' } as const

const untouched = { typed: {}, errors: [] }

export const hoursRoutes = new Routes()
  .get('/hours', seeHours, async (c, given) => {
    if (given.actor.memberships.some(own => own.partyId !== null))
      return await showHours(c, given, given.actor.personId)
    const others = await given.db.read(given.asker, 'presence.show', tx =>
      managedPeople(tx, whoseOf(given, given.actor.personId)),
    )
    return c.html(othersPage(given, others))
  })
  .get('/hours/:personId', seeHours, (c, given) => showHours(c, given, c.req.param('personId') ?? ''))
  .get('/hours/:personId/times/new', seeHours, async (c, given) => {
    const hours = await given.db.read(given.asker, 'presence.show', tx =>
      readHours(tx, whoseOf(given, c.req.param('personId') ?? '')),
    )
    const typed = { firstDay: formatDayField(today(given.now)) }
    return c.html(newTimePage(given, { hours, form: { ...untouched, typed }, id: newId() }))
  })
  .post('/hours/:personId/times/new', { ...changeHours, form: timeForm }, (c, given) =>
    given.db.write(given.asker, 'presence.change', async tx => {
      const whose = whoseOf(given, c.req.param('personId') ?? '')
      const hours = await readHours(tx, whose)
      const id = given.form.value?.id ?? newId()
      const { form, time } = checkedTime(given.form, hours, { id, today: whose.today })
      if (!time) return c.html(newTimePage(given, { hours, form, id }), 422)
      await addTime(tx, whose, time)
      return c.redirect(paths.hoursOf(given.municipality, whose.personId), 303)
    }),
  )
  .get('/hours/:personId/times/:presenceTimeId', seeHours, async (c, given) => {
    const whose = whoseOf(given, c.req.param('personId') ?? '')
    const hours = await given.db.read(given.asker, 'presence.show', tx => readHours(tx, whose))
    const time = timeIn(hours, c.req.param('presenceTimeId'))
    return c.html(
      timePage(given, {
        hours,
        time,
        form: { ...untouched, typed: typedOf(time, whose.today) },
        end: untouched,
        today: whose.today,
      }),
    )
  })
  .post('/hours/:personId/times/:presenceTimeId', { ...changeHours, form: timeForm }, (c, given) =>
    given.db.write(given.asker, 'presence.change', async tx => {
      const whose = whoseOf(given, c.req.param('personId') ?? '')
      const hours = await readHours(tx, whose)
      const old = timeIn(hours, c.req.param('presenceTimeId'))
      const { form, time } = checkedTime(given.form, hours, { id: newId(), today: whose.today, old })
      const page = () =>
        c.html(timePage(given, { hours, time: old, form, end: untouched, today: whose.today }), form.ok ? 200 : 422)
      if (!time) return page()
      const from = time.valid.from
      const told = await tellFirst(tx, given, {
        hours,
        after: withTime(hours.plan, { old, changed: { ...time, personId: old.personId }, from }),
      })
      if (told)
        return given.form.value?.again
          ? page()
          : c.html(
              confirmPage(given, {
                ...told,
                href: c.req.path,
                back: paths.hoursOf(given.municipality, whose.personId),
              }),
            )
      await changeTime(tx, whose, { old, time, from })
      return c.redirect(paths.hoursOf(given.municipality, whose.personId), 303)
    }),
  )
  .post('/hours/:personId/times/:presenceTimeId/end', { ...changeHours, form: endForm }, (c, given) =>
    given.db.write(given.asker, 'presence.change', async tx => {
      const whose = whoseOf(given, c.req.param('personId') ?? '')
      const hours = await readHours(tx, whose)
      const time = timeIn(hours, c.req.param('presenceTimeId'))
      const lastDay = given.form.value?.endDay
      const end =
        lastDay && compareDays(lastDay, addDays(whose.today, -1)) < 0
          ? refuse(given.form, 'endDay', refusals.dayIsPast)
          : given.form
      const page = () =>
        c.html(
          timePage(given, {
            hours,
            time,
            form: { ...untouched, typed: typedOf(time, whose.today) },
            end,
            today: whose.today,
          }),
          end.ok ? 200 : 422,
        )
      if (!end.ok || !lastDay) return page()
      const told = await tellFirst(tx, given, { hours, after: withTimeEnding(hours.plan, time, lastDay) })
      if (told)
        return given.form.value?.again
          ? page()
          : c.html(
              confirmPage(given, {
                ...told,
                href: c.req.path,
                back: paths.hoursOf(given.municipality, whose.personId),
              }),
            )
      await endTime(tx, whose, { time, lastDay })
      return c.redirect(paths.hoursOf(given.municipality, whose.personId), 303)
    }),
  )

export const whoseOf = (given: Pick<Given, 'municipality' | 'now'>, personId: string) => ({
  municipalityId: given.municipality.id,
  personId,
  today: today(given.now),
})

async function showHours(c: Context, given: Given, personId: string): Promise<Response> {
  const whose = whoseOf(given, personId)
  const shown = await given.db.read(given.asker, 'presence.show', async tx => {
    const hours = await readHours(tx, whose)
    const isOwn = personId === given.actor.personId
    return { hours, others: isOwn ? await managedPeople(tx, whose) : [], names: await possibleSubstitutes(tx, whose) }
  })
  const nameOf = (id: string) => shown.names.find(one => one.id === id)?.name ?? ''
  return c.html(hoursPage(given, { ...shown, today: whose.today, nameOf }))
}

function timeIn(hours: OwnHours, timeId: string | undefined): PresenceTime {
  const time = hours.plan.times.find(one => one.id === timeId)
  if (!time) throw new NotFound()
  return time
}

/** The form with what the rules say added to it, and the time when there is nothing to say. */
function checkedTime(
  form: Given<unknown, Form<TimeValue>>['form'],
  hours: OwnHours,
  at: Parameters<typeof wantedTime>[1],
) {
  const time = wantedTime(form.value, at)
  if (!time) return { form, time: null }
  const refusal =
    whyNotChange(time, hours, at) ?? whyNotTime({ ...time, id: at.old?.id ?? time.id }, hours.plan.times, hours.centres)
  return refusal ? { form: refuse(form, refusal.field, refusal.message), time: null } : { form, time }
}

/** What was is not rewritten, and a time is for a party that its person belongs to. */
function whyNotChange(
  time: { partyId: string; valid: Days },
  hours: OwnHours,
  at: { old?: PresenceTime; today: Day },
): Refusal | null {
  if (!hours.person.memberships.some(membership => membership.partyId === time.partyId))
    return { field: 'partyId', message: refusals.noParty }
  return at.old && compareDays(time.valid.from, at.today) < 0
    ? { field: 'changesFrom', message: refusals.dayIsPast }
    : null
}

type TimeValue = NonNullable<Parameters<typeof wantedTime>[0]>
type Confirming = Given<Given['actor'], Form<{ confirmed: boolean; again: boolean }>>

/** Nothing when no meeting is hit, or when it has been told and is wanted all the same. */
export async function tellFirst(tx: Write, given: Confirming, change: { hours: OwnHours; after: Plan }) {
  const { hours, after } = change
  if (given.form.value?.confirmed) return null
  const agreements = (await agreementsAhead(tx, whoseOf(given, hours.person.id))).filter(one =>
    isAhead(one, nowOf(given.now)),
  )
  const hit = hitAgreements(agreements, {
    before: hours.timetable,
    after: timetableOf(after),
    personId: hours.person.id,
  })
  return hit.length === 0 ? null : { agreements: hit, typed: given.form.typed }
}
