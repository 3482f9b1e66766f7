// The single days of a centre: open on a holiday, closed on an ordinary day, or other hours. The centre decides.

import { paths } from '../../paths.ts'
import type { Read, Write } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { refuse, type Form } from '../../platform/form.ts'
import { html } from '../../platform/html/html.ts'
import type { Content } from '../../platform/html/html.ts'
import { rowList } from '../../platform/html/lists.ts'
import {
  addDays,
  capitalised,
  compareDays,
  formatDateYear,
  formatHours,
  sameDay,
  today,
  weekdayName,
  weekdayOf,
  type Day,
} from '../../platform/time.ts'
import type { Actor, Role } from '../people/rules.ts'
import { Routes, type Given } from '../routing.ts'
import { hitAgreements, isAhead, type Agreement } from './agreement-rules.ts'
import { nowOf } from './arrival-rules.ts'
import { saveCentreDay } from './centre-commands.ts'
import {
  centreDayFields,
  centreDayForm,
  wantedCentreDay,
  whyNotCentreDay,
  type CentreDayForm,
} from './centre-day-forms.ts'
import { findCentreProfile, type CentreProfile } from './centre-queries.ts'
import { confirmPage, dayTaskPage } from './hours-pages.ts'
import { agreementsAhead } from './hours-queries.ts'
import { centreDaySays } from './hours-texts.da.ts'
import { presentOn, timetableOf } from './occurrence-rules.ts'
import type { CentreDay, Holiday } from './opening-rules.ts'
import { readPresence, type Presence } from './plan-queries.ts'
import { mayChangeDays } from './routes.ts'

const managers = ['centre_manager', 'administrator'] as const satisfies Role[]

export const singleDayRoutes = new Routes()
  .get('/centres/:centreSlug/days', { who: managers, purpose: 'places.show' }, async (c, given) => {
    const read = await given.db.read(given.asker, 'places.show', tx =>
      readDays(tx, given, c.req.param('centreSlug') ?? ''),
    )
    return c.html(daysPage(given, { ...read, form: { typed: {}, errors: [] } }))
  })
  .post('/centres/:centreSlug/days', { who: managers, purpose: 'places.change', form: centreDayForm }, (c, given) =>
    given.db.write(given.asker, 'places.change', async tx => {
      const read = await readDays(tx, given, c.req.param('centreSlug') ?? '')
      const refusal = given.form.ok ? whyNotCentreDay(given.form.value, today(given.now)) : null
      const form = refusal ? refuse(given.form, refusal.field, refusal.message) : given.form
      const page = () => c.html(daysPage(given, { ...read, form }), form.ok ? 200 : 422)
      if (!form.ok || !form.value.day) return page()
      const { day } = form.value
      const own = wantedCentreDay(form.value, read.profile.id)
      const href = paths.centreDays(given.municipality, read.slug)
      const told = form.value.confirmed ? null : await tellFirst(tx, given, { ...read, day, own })
      if (told)
        return form.value.again ? page() : c.html(confirmPage(given, { ...told, typed: form.typed, href, back: href }))
      await saveCentreDay(tx, given.municipality.id, { centreId: read.profile.id, day, own })
      return c.redirect(href, 303)
    }),
  )

type Shown = { profile: CentreProfile; presence: Presence; slug: string; at: string }
type Asked = Given<Actor, unknown>

async function readDays(tx: Read, given: Asked, slug: string): Promise<Shown> {
  const municipalityId = given.municipality.id
  const profile = await findCentreProfile(tx, { municipalityId, slug })
  if (!profile || !mayChangeDays(given.actor, profile.partyId)) throw new NotFound()
  const day = today(given.now)
  const presence = await readPresence(tx, {
    municipalityId,
    today: day,
    from: day,
    until: addDays(day, 366),
  })
  const at = presence.centres.find(centre => centre.id === profile.id)?.at
  if (at === undefined) throw new NotFound()
  return { profile, presence, slug, at }
}

/** Who was to come and will not, and the meetings that are hit, as far as the asker looks after those people. */
async function tellFirst(
  tx: Write,
  given: Asked,
  at: Shown & { day: Day; own: CentreDay | null },
): Promise<{ agreements: Agreement[]; expected: string[] } | null> {
  const { plan } = at.presence
  const others = plan.centreDays.filter(one => !(one.centreId === at.profile.id && sameDay(one.day, at.day)))
  const before = timetableOf(plan)
  const after = timetableOf({ ...plan, centreDays: at.own ? [...others, at.own] : others })
  const still = new Set(presentOn(after, at.day).map(one => `${one.timeId} ${one.personId}`))
  const lost = presentOn(before, at.day).filter(
    one => one.centreId === at.profile.id && !still.has(`${one.timeId} ${one.personId}`),
  )
  if (lost.length === 0) return null
  const agreements: Agreement[] = []
  for (const personId of new Set(lost.map(one => one.personId))) {
    const all = await agreementsAhead(tx, { municipalityId: given.municipality.id, personId, today: today(given.now) })
    agreements.push(
      ...hitAgreements(
        all.filter(one => isAhead(one, nowOf(given.now))),
        { before, after, personId },
      ),
    )
  }
  const nameOf = (personId: string) => before.people.get(personId)?.publicName ?? ''
  return { agreements, expected: lost.map(one => `${nameOf(one.personId)}, ${formatHours(one.hours)}`) }
}

function daysPage(given: Asked, shown: Shown & { form: Pick<Form<CentreDayForm>, 'typed' | 'errors'> }) {
  const { presence, profile, slug, form } = shown
  const own = presence.plan.centreDays
    .filter(one => one.centreId === profile.id)
    .toSorted((a, b) => compareDays(a.day, b.day))
  const ahead = presence.plan.holidays
    .filter(one => compareDays(today(given.now), one.day) <= 0)
    .toSorted((a, b) => compareDays(a.day, b.day))
  const main = html`<p class="lead">${centreDaySays.lead}</p>
<section><h2>${centreDaySays.add}</h2>${centreDayFields(paths.centreDays(given.municipality, slug), form)}</section>
<section><h2>${centreDaySays.planned}</h2>${own.length === 0 ? html`<p>${centreDaySays.nothing}</p>` : rowList(own.map(ownRow))}</section>
<section><h2>${centreDaySays.holidays}</h2>${rowList(ahead.map(holidayRow))}</section>`
  const back = paths.centre(given.municipality, slug)
  return dayTaskPage(given, { title: centreDaySays.title(shown.at), back, errors: form.errors, main })
}

const dayWords = (day: Day): string => `${capitalised(weekdayName(weekdayOf(day)))} ${formatDateYear(day)}`

const ownRow = ({ day, open, hours }: CentreDay): { title: string; text: Content } => ({
  title: dayWords(day),
  text: open ? [centreDaySays.open, hours && formatHours(hours)].filter(Boolean).join(' ') : centreDaySays.closed,
})

const holidayRow = ({ day, name, kept }: Holiday): { title: string; text: Content } => ({
  title: `${dayWords(day)}: ${name}`,
  text: kept ? centreDaySays.kept : centreDaySays.notKept,
})
