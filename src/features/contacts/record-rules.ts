// What a talk may be: which outcome goes with which kind, what is refused and with which sentence, and what is
// kept of what was typed.

import { addDays, addMinutes, atTime, compareDays, compareInstants, today } from '../../platform/time.ts'
import type { Clock, Day, Instant } from '../../platform/time.ts'
import { timeSays } from '../../platform/time-texts.da.ts'
import { helpForms, helpMask, outcomes, topicMask } from './codes.ts'
import type { Comer, Effort, Income, Introducer, Kind, Mover, Outcome, Venue } from './codes.ts'
import { hasCpr } from '../citizens/cpr-rules.ts'
import type { RecordForm } from './forms.ts'
import { recordSays } from './texts.da.ts'

/** What is stored of a talk, besides who it belongs to. Days and clock times are text, as the database has them. */
export interface ContactContent {
  citizenId: string | null
  effort: Effort
  kind: Kind
  venue: Venue
  centreId: string | null
  outcome: Outcome
  movedBy: Mover | null
  day: string
  clock: string | null
  minutes: number | null
  topics: number
  helpForms: number
  came: Comer | null
  introducedBy: Introducer | null
  adviceWasEnough: boolean
  nextThing: string | null
  nextDay: string | null
  nextOwnerId: string | null
  agenda: string | null
  workerAgenda: string | null
  knownBefore: boolean | null
  income: Income | null
}

/** Somebody who comes in by themselves has not failed to come: only a meeting that was agreed can come to nothing. */
export function outcomesOf(kind: Kind): readonly Outcome[] {
  return kind === 'walkIn' ? ['held'] : outcomes
}

/** What one tap on Today may tell of an agreement: nobody has stayed away before the time has come. */
export function outcomesToTell(agreement: { day: Day; clock: Clock | null }, now: Instant): Told[] {
  return isAhead(agreement, now) ? ['excused', 'calledOff'] : ['held', 'noShow', 'excused']
}

/** Whether a meeting lies ahead. A clock that is a little fast is no reason to refuse a talk. */
export function isAhead({ day, clock }: { day: Day; clock: Clock | null }, now: Instant): boolean {
  const at = clock && atTime(day, clock)
  return at ? compareInstants(at, addMinutes(now, 10)) > 0 : compareDays(day, today(now)) > 0
}

/** Everything that is wrong with a talk that could be read, each with the sentence that says what would be right. */
export function refusalsOf(form: RecordForm, at: { now: Instant; standsOpen: boolean }): Refusal[] {
  return [...refusedOutcome(form), ...refusedTime(form, at), ...refusedNextThing(form, at.now), ...refusedWords(form)]
}

/** What is kept: only a talk that took place has a length and gave help, and only a moved one was moved by somebody. */
export function contentOf(
  form: RecordForm,
  at: { now: Instant; personId: string; citizenId: string | null; effort: Effort },
): ContactContent {
  const held = form.outcome === 'held'
  const spoken = held || form.outcome === 'open'
  return {
    citizenId: at.citizenId,
    effort: at.effort,
    kind: form.kind,
    venue: form.venue,
    centreId: form.venue === 'centre' ? (form.centre ?? null) : null,
    outcome: form.outcome,
    movedBy: form.outcome === 'moved' ? (form.movedBy ?? null) : null,
    day: (form.day ?? today(at.now)).toString(),
    clock: form.clock?.toString({ smallestUnit: 'second' }) ?? null,
    minutes: held ? minutesOf(form) : null,
    topics: spoken ? topicMask(form.topics) : 0,
    helpForms: held ? helpMask(helpForms.filter(each => form.help.includes(String(each)))) : 0,
    came: held ? (form.came ?? null) : null,
    introducedBy: form.introducedBy ?? null,
    adviceWasEnough: held && form.advice,
    ...nextThingOf(form, at),
    ...aboutCitizen(form, at.citizenId),
  }
}

function refusedOutcome(form: RecordForm): Refusal[] {
  const { kind, outcome, movedBy, venue, centre } = form
  return [
    ...when(outcome === 'open' && kind === 'walkIn', 'kind', recordSays.openIsAgreed),
    ...when(outcome !== 'open' && !outcomesOf(kind).includes(outcome), 'outcome', recordSays.onlyAgreed),
    ...when(outcome === 'moved' && movedBy === undefined, 'movedBy', recordSays.movedBy),
    ...when(venue === 'centre' && centre === undefined, 'centre', recordSays.centre),
    ...when(
      form.minutes === 'more' && outcome === 'held' && form.moreMinutes === undefined,
      'moreMinutes',
      recordSays.moreMinutes,
    ),
  ]
}

function refusedTime(
  { day, clock, outcome }: RecordForm,
  { now, standsOpen }: { now: Instant; standsOpen: boolean },
): Refusal[] {
  if (day === undefined) return []
  if (clock && atTime(day, clock) === null) return [{ field: 'clock', message: timeSays.clockSkipped }]
  const ahead = isAhead({ day, clock: clock ?? null }, now)
  if (outcome === 'open' && clock === undefined) return [{ field: 'clock', message: recordSays.clockAhead }]
  if (outcome === 'open') return when(!ahead && !standsOpen, 'day', recordSays.ahead)
  return when(ahead && (outcome === 'held' || outcome === 'noShow'), 'day', recordSays.notYet)
}

function refusedNextThing({ nextThing, nextWhen, nextDay }: RecordForm, now: Instant): Refusal[] {
  if (nextThing === '' || nextWhen !== 'pick') return []
  if (nextDay === undefined) return [{ field: 'nextDay', message: recordSays.nextDay }]
  return when(compareDays(nextDay, today(now)) < 0, 'nextDay', recordSays.nextPast)
}

function refusedWords({ who, alias, nextThing, agenda, workerAgenda }: RecordForm): Refusal[] {
  return [
    ...when(who === 'known' && hasCpr(alias), 'alias', recordSays.cpr),
    ...when(hasCpr(nextThing), 'nextThing', recordSays.cpr),
    ...when(hasCpr(agenda), 'agenda', recordSays.cpr),
    ...when(hasCpr(workerAgenda), 'workerAgenda', recordSays.cpr),
    ...when(agenda !== '' && who === 'anonymous', 'agenda', recordSays.agendaNeedsCitizen),
    ...when(workerAgenda !== '' && who === 'anonymous', 'workerAgenda', recordSays.workerAgendaNeedsCitizen),
  ]
}

function minutesOf({ minutes, moreMinutes }: RecordForm): number | null {
  if (minutes === undefined) return null
  return minutes === 'more' ? (moreMinutes ?? null) : Number(minutes)
}

function nextThingOf(form: RecordForm, at: { now: Instant; personId: string }) {
  if (form.nextThing === '') return { nextThing: null, nextDay: null, nextOwnerId: null }
  const days = { today: today(at.now), tomorrow: addDays(today(at.now), 1), pick: form.nextDay }
  const nextDay = form.nextWhen === undefined ? undefined : days[form.nextWhen]
  return { nextThing: form.nextThing, nextDay: nextDay?.toString() ?? null, nextOwnerId: form.nextOwner ?? at.personId }
}

function aboutCitizen(form: RecordForm, citizenId: string | null) {
  if (citizenId === null) return { agenda: null, workerAgenda: null, knownBefore: null, income: null }
  const knownBefore = form.known === undefined ? null : form.known === 'yes'
  const written = (words: string) => (words === '' ? null : words)
  return {
    agenda: written(form.agenda),
    workerAgenda: written(form.workerAgenda),
    knownBefore,
    income: form.income ?? null,
  }
}

function when(wrong: boolean, field: string, message: string): Refusal[] {
  return wrong ? [{ field, message }] : []
}

export type Told = 'held' | 'noShow' | 'excused' | 'calledOff'
type Refusal = { field: string; message: string }
