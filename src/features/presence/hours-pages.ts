import { paths } from '../../paths.ts'
import { linkRow, note } from '../../platform/html/blocks.ts'
import { button, buttonRow, linkButton } from '../../platform/html/buttons.ts'
import { form, hiddenField } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { dateTile, rowList, type Row } from '../../platform/html/lists.ts'
import type { Form } from '../../platform/form.ts'
import {
  addDays,
  capitalised,
  compareDays,
  daysFrom,
  formatDateYear,
  formatDay,
  formatMonthShort,
  formatDays,
  formatHours,
  weekdayName,
  weekdayOf,
  type Day,
} from '../../platform/time.ts'
import { framed } from '../frame.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import { agreementWords, type Agreement } from './agreement-rules.ts'
import { endFields, timeFields } from './hours-forms.ts'
import type { OwnHours } from './hours-queries.ts'
import { confirmSays, hoursSays, timeFormSays } from './hours-texts.da.ts'
import { occurrencesOn, type Absence, type Occurrence, type PresenceTime } from './occurrence-rules.ts'

export type At = { municipality: Municipality; actor: Actor }
type Others = { id: string; name: string; trade: string }[]

/** What one person has promised: the next days, the weekly times, the absences. Everything can be changed from here. */
export function hoursPage(
  at: At,
  shown: { hours: OwnHours; today: Day; others: Others; nameOf: (id: string) => string },
): Html {
  const { municipality, actor } = at
  const { hours, today, others } = shown
  const { person } = hours
  const heading = person.id === actor.personId ? hoursSays.mine : hoursSays.of(person.publicName)
  const next = daysFrom(today, addDays(today, 14)).flatMap(day =>
    occurrencesOn(hours.timetable, day).filter(one => one.personId === person.id),
  )
  const main = html`<section><h2>${hoursSays.next}</h2>${next.length > 0 ? rowList(next.map(one => occurrenceRow(at, hours, one))) : html`<p>${hoursSays.nothingNext}. ${hoursSays.nothingNextText}</p>`}</section>
<section><h2>${hoursSays.weekly}</h2>${weeklyRows(at, hours, today)}${buttonRow(linkButton({ href: paths.newHours(municipality, person.id), label: hoursSays.addTime, variant: 'secondary', icon: 'add' }))}</section>
<section><h2>${hoursSays.absences}</h2>${absenceRows(at, shown)}</section>
${others.length > 0 && html`<section><h2>${hoursSays.others}</h2>${rowList(others.map(other => ({ title: other.name, text: other.trade, href: paths.hoursOf(municipality, other.id) })))}</section>`}
${hours.plan.times.length > 0 && linkRow([{ href: paths.person(municipality, person.id), label: hoursSays.seePublic }])}`
  const dock = linkButton({
    href: paths.newAbsence(municipality, person.id),
    label: hoursSays.reportAway,
    icon: 'calendar',
  })
  return framed(at, { title: heading, heading, lead: hoursSays.lead, dock, main, styles: ['lists'] })
}

/** For those who have no hours of their own and look after others'. */
export const othersPage = (at: At, others: Others): Html =>
  framed(at, {
    title: hoursSays.others,
    heading: hoursSays.others,
    styles: ['lists'],
    main: rowList(
      others.map(other => ({ title: other.name, text: other.trade, href: paths.hoursOf(at.municipality, other.id) })),
    ),
  })

function occurrenceRow({ municipality }: At, hours: OwnHours, one: Occurrence): Row {
  const centre = hours.centres.find(each => each.id === one.centreId)
  const room = centre?.rooms.find(each => each.id === one.roomId)?.name
  const moved = one.movedTo && hoursSays.movedTo(`${formatDay(one.movedTo.day)} ${formatHours(one.movedTo.hours)}`)
  const state = moved ?? hoursSays.state[one.state]
  return {
    start: dateTile(one.day.day, formatMonthShort(one.day)),
    title: capitalised(
      [state, `${weekdayName(weekdayOf(one.day))} ${formatHours(one.hours)}`].filter(Boolean).join(': '),
    ),
    text: [centre?.name, room].filter(Boolean).join(', '),
    href:
      one.substituteFor === null
        ? paths.hoursDay(municipality, {
            personId: one.personId,
            presenceTimeId: one.timeId,
            day: String(one.plannedDay),
          })
        : undefined,
  }
}

function weeklyRows({ municipality }: At, hours: OwnHours, today: Day): Content {
  const own = hours.plan.times
    .filter(time => time.valid.until === null || compareDays(today, time.valid.until) < 0)
    .toSorted((a, b) => a.weekday - b.weekday)
  if (own.length === 0) return html`<p>${hoursSays.noWeekly}</p>`
  return rowList(
    own.map(time => ({
      title: timeWords(time),
      text: [
        hours.centres.find(centre => centre.id === time.centreId)?.name,
        hoursSays.every[time.weeks],
        validWords(time, today),
      ]
        .filter(Boolean)
        .join(', '),
      href: paths.hoursTime(municipality, time.personId, time.id),
    })),
  )
}

const timeWords = (time: PresenceTime): string => `${capitalised(weekdayName(time.weekday))} ${formatHours(time.hours)}`

const validWords = ({ valid }: PresenceTime, today: Day): string =>
  [
    compareDays(today, valid.from) < 0 ? hoursSays.from(formatDateYear(valid.from)) : '',
    valid.until ? hoursSays.until(formatDateYear(addDays(valid.until, -1))) : '',
  ]
    .filter(Boolean)
    .join(', ')

function absenceRows(
  { municipality }: At,
  { hours, today, nameOf }: { hours: OwnHours; today: Day; nameOf: (id: string) => string },
): Content {
  const own = hours.plan.absences.filter(absence => compareDays(today, absence.untilDay) <= 0)
  if (own.length === 0) return html`<p>${hoursSays.noAbsences}</p>`
  const text = ({ substitutePersonId }: Absence) =>
    substitutePersonId ? hoursSays.standsIn(nameOf(substitutePersonId)) : hoursSays.nobodyStandsIn
  return rowList(
    own.map(absence => ({
      title: formatDays(absence.fromDay, absence.untilDay),
      text: text(absence),
      href: paths.absence(municipality, absence.personId, absence.id),
    })),
  )
}

type Filled = Pick<Form<unknown>, 'typed' | 'errors'>

export function newTimePage(at: At, shown: { hours: OwnHours; form: Filled; id: string }): Html {
  const { hours } = shown
  const href = paths.newHours(at.municipality, hours.person.id)
  const main = timeFields({ ...shown, at: at.municipality, href, isNew: true })
  return taskPage(at, { title: timeFormSays.addTitle, personId: hours.person.id, errors: shown.form.errors, main })
}

export function timePage(
  at: At,
  shown: { hours: OwnHours; time: PresenceTime; form: Filled; end: Filled; today: Day },
): Html {
  const { hours, time, form: filled, end, today } = shown
  const personId = hours.person.id
  const href = paths.hoursTime(at.municipality, personId, time.id)
  const main = html`<p class="lead">${timeWords(time)}</p>${timeFields({ at: at.municipality, hours, form: filled, href, isNew: false })}
<section><h2>${timeFormSays.endTitle}</h2><p>${timeFormSays.endText}</p>${endFields(at.municipality, { personId, time, form: end, today })}</section>`
  return taskPage(at, { title: timeFormSays.changeTitle, personId, errors: [...filled.errors, ...end.errors], main })
}

/** A page that is one single task, with the way back to the hours. */
export const taskPage = (
  at: At,
  shown: { title: string; personId: string; errors: Filled['errors']; main: Content },
): Html => dayTaskPage(at, { ...shown, back: paths.hoursOf(at.municipality, shown.personId) })

export const dayTaskPage = (
  at: At,
  shown: { title: string; back: string; errors: Filled['errors']; main: Content },
): Html =>
  framed(at, {
    title: shown.title,
    back: { href: shown.back, label: hoursSays.back },
    errors: shown.errors,
    styles: ['forms', 'lists'],
    scripts: ['form-once'],
    main: shown.main,
  })

export type Hit = {
  href: string
  typed: Form<unknown>['typed']
  agreements: Agreement[]
  back: string
  expected?: string[]
}

/** Before it is saved: which meetings it hits. Everything typed goes along, and nothing is stored yet. */
export function confirmPage(at: At, hit: Hit): Html {
  const { href, typed, agreements, back, expected = [] } = hit
  const carried = Object.entries(typed)
    .filter(([name]) => name !== 'confirmed' && name !== 'again')
    .flatMap(([name, value]) => [value].flat().map(one => hiddenField(name, one)))
  const title = agreements.length > 0 ? confirmSays.title(agreements.length) : confirmSays.expected
  const main = html`${agreements.length > 0 && html`<p>${confirmSays.text}</p>${note(html`<p><b>${confirmSays.list}</b></p><ul>${agreements.map(one => html`<li>${capitalised(agreementWords(one))}</li>`)}</ul>`)}`}
${expected.length > 0 && note(html`<p><b>${confirmSays.expected}</b></p><ul>${expected.map(one => html`<li>${one}</li>`)}</ul><p>${confirmSays.tell}</p>`)}
${form({ href }, carried, buttonRow(button({ label: confirmSays.save, name: 'confirmed', value: '1' }), button({ label: confirmSays.again, name: 'again', value: '1', variant: 'secondary' })))}`
  return framed(at, {
    title,
    back: { href: back, label: hoursSays.back },
    styles: ['forms'],
    scripts: ['form-once'],
    main,
  })
}
