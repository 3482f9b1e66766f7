import { z } from 'zod'
import { paths } from '../../paths.ts'
import { formDock } from '../../platform/html/blocks.ts'
import { button } from '../../platform/html/buttons.ts'
import { radioChips, selectField } from '../../platform/html/choices.ts'
import { dateField, textField, timeField } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import {
  clockInput,
  dayInput,
  flagInput,
  idInput,
  requiredChoice,
  textInput,
  typedIn,
  type Form,
  type Typed,
} from '../../platform/form.ts'
import { addDays, capitalised, formatClockFull, formatDayField, weekdayName, type Day } from '../../platform/time.ts'
import type { Municipality } from '../routing.ts'
import { hoursSays, refusals, timeFormSays } from './hours-texts.da.ts'
import type { OwnHours } from './hours-queries.ts'
import type { PresenceTime } from './occurrence-rules.ts'
import type { Centre } from './opening-rules.ts'

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
const rhythms = ['all', 'odd', 'even'] as const

/** `confirmed` comes from the page that told which meetings are hit, `again` from its way back. */
export const confirmation = { confirmed: flagInput(), again: flagInput() }

export const timeForm = z.object({
  id: idInput(),
  centreId: idInput(refusals.noCentre),
  roomId: idInput(),
  partyId: idInput(refusals.noParty),
  weekday: requiredChoice(weekdays, refusals.noWeekday),
  weeks: requiredChoice(rhythms, refusals.noChoice),
  from: clockInput(refusals.noClock),
  until: clockInput(refusals.noClock),
  firstDay: dayInput(),
  changesFrom: dayInput(),
  lastDay: dayInput(),
  comeWith: textInput({ max: 200 }),
  ...confirmation,
})
export type TimeForm = z.output<typeof timeForm>

export const endForm = z.object({ endDay: dayInput(refusals.noDay), ...confirmation })

/** The time as the form has it; nothing while an answer is missing. */
export function wantedTime(value: TimeForm | undefined, at: { id: string; today: Day; old?: PresenceTime }) {
  const { centreId, partyId, from, until } = value ?? {}
  if (!value || centreId === undefined || partyId === undefined || from === undefined || until === undefined)
    return null
  const firstDay = value.changesFrom ?? value.firstDay ?? at.today
  return {
    id: at.id,
    partyId,
    centreId,
    roomId: value.roomId ?? null,
    weekday: Number(value.weekday),
    weeks: value.weeks,
    hours: { from, until },
    valid: { from: firstDay, until: value.lastDay ? addDays(value.lastDay, 1) : null },
    comeWith: value.comeWith,
  }
}

/** What a form shows before anybody has typed: the time as it is. */
export const typedOf = (time: PresenceTime, today: Day): Typed => ({
  centreId: time.centreId,
  roomId: time.roomId ?? '',
  partyId: time.partyId,
  weekday: String(time.weekday),
  weeks: time.weeks,
  from: formatClockFull(time.hours.from),
  until: formatClockFull(time.hours.until),
  changesFrom: formatDayField(today),
  lastDay: time.valid.until ? formatDayField(addDays(time.valid.until, -1)) : '',
  comeWith: time.comeWith,
})

type Filled = Pick<Form<unknown>, 'typed' | 'errors'>
type Shown = {
  at: Municipality
  hours: OwnHours
  form: Pick<Form<unknown>, 'typed' | 'errors'>
  href: string
  isNew: boolean
  id?: string
}

export function timeFields(shown: Shown): Html {
  const only = onlyParty(shown.hours)
  return form(
    { href: shown.href },
    shown.id && hiddenField('id', shown.id),
    only && hiddenField('partyId', only.value),
    ...whereFields(shown),
    ...whenFields(shown),
    textField({
      ...fieldIn(shown.form, 'comeWith'),
      label: timeFormSays.comeWith,
      aside: timeFormSays.comeWithAside,
      hint: timeFormSays.comeWithHint,
      maxlength: 200,
    }),
    formDock(button({ label: timeFormSays.save, wide: true })),
  )
}

const fieldIn = (filled: Filled, name: string) => ({
  name,
  value: typedIn(filled, name),
  error: errorOf(filled.errors, name),
})

function whereFields({ hours, form: filled }: Shown): Content[] {
  const centres = hours.centres.map(centre => ({ value: centre.id, label: centre.name }))
  const parties = partyChoices(hours)
  return [
    selectField({ ...fieldIn(filled, 'centreId'), label: timeFormSays.centre, choices: centres, prompt: true }),
    selectField({
      ...fieldIn(filled, 'roomId'),
      label: timeFormSays.room,
      aside: timeFormSays.optional,
      choices: roomChoices(hours.centres),
      prompt: timeFormSays.anyRoom,
    }),
    !onlyParty(hours) &&
      selectField({ ...fieldIn(filled, 'partyId'), label: timeFormSays.party, choices: parties, prompt: true }),
  ]
}

function whenFields({ form: filled, isNew }: Shown): Content[] {
  const days = weekdays.map(number => ({ value: number, label: capitalised(weekdayName(Number(number))) }))
  const often = rhythms.map(weeks => ({ value: weeks, label: capitalised(hoursSays.every[weeks]) }))
  const from = timeField({ ...fieldIn(filled, 'from'), label: timeFormSays.from, hint: timeFormSays.fromHint })
  const until = timeField({ ...fieldIn(filled, 'until'), label: timeFormSays.until, hint: timeFormSays.untilHint })
  const begins = isNew
    ? dateField({ ...fieldIn(filled, 'firstDay'), label: timeFormSays.firstDay })
    : dateField({
        ...fieldIn(filled, 'changesFrom'),
        label: timeFormSays.changesFrom,
        hint: timeFormSays.changesFromHint,
      })
  return [
    radioChips({ ...fieldIn(filled, 'weekday'), label: timeFormSays.weekday, choices: days }),
    radioChips({
      ...fieldIn(filled, 'weeks'),
      value: typedIn(filled, 'weeks') ?? 'all',
      label: timeFormSays.weeks,
      choices: often,
    }),
    html`<div class="field-row">${from}${until}</div>`,
    begins,
    dateField({ ...fieldIn(filled, 'lastDay'), label: timeFormSays.lastDay, aside: timeFormSays.lastDayAside }),
  ]
}

const onlyParty = (hours: OwnHours) => {
  const parties = partyChoices(hours)
  return parties.length === 1 ? parties[0] : undefined
}

const partyChoices = ({ person, plan }: OwnHours) =>
  [...new Set(person.memberships.map(membership => membership.partyId))].map(id => ({
    value: id,
    label: plan.parties.find(party => party.id === id)?.name ?? '',
  }))

export const roomChoices = (centres: Centre[]) =>
  centres.flatMap(centre => centre.rooms.map(room => ({ value: room.id, label: `${centre.name}: ${room.name}` })))

export const endFields = (
  at: Municipality,
  shown: { personId: string; time: PresenceTime; form: Pick<Form<unknown>, 'typed' | 'errors'>; today: Day },
): Html =>
  form(
    { href: paths.endHours(at, shown.personId, shown.time.id) },
    dateField({
      name: 'endDay',
      label: timeFormSays.endDay,
      value: typedIn(shown.form, 'endDay') ?? formatDayField(shown.today),
      error: errorOf(shown.form.errors, 'endDay'),
    }),
    button({ label: timeFormSays.end, variant: 'secondary' }),
  )
