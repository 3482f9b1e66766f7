// A talk as pairs of words: for its own page, and for what stood before. Empty answers are left out.

import { clock, day, formatClock, formatDayField } from '../../platform/time.ts'
import { helpFormsOf, topicsOf } from './codes.ts'
import { contactTexts } from './contact-texts.da.ts'
import type { FullContact } from './queries.ts'
import { calledIn, dayWords, joined, whenWords } from './sentence-rules.ts'
import type { Reading } from './sentence-rules.ts'
import { sentences } from './sentence-texts.da.ts'
import { recordTexts, words } from './texts.da.ts'

export type Fact = { label: string; value: string }

export function factsOf(contact: FullContact, now: Reading): Fact[] {
  const t = contactTexts.facts
  return [
    fact(t.when, whenWords(contact, now)),
    fact(t.who, calledIn(contact)),
    fact(t.worker, contact.workerName),
    fact(t.how, words.kind[contact.kind]),
    fact(t.where, contact.centreName ?? words.venue[contact.venue]),
    fact(t.outcome, words.outcome[contact.outcome]),
    fact(t.movedBy, contact.movedBy && words.mover[contact.movedBy]),
    fact(t.minutes, contact.minutes === null ? null : sentences.minutes(contact.minutes)),
    fact(t.topics, joined(topicsOf(contact.topics).map(topic => words.topic[topic]))),
    fact(t.help, joined(helpFormsOf(contact.helpForms).map(form => words.help[form]))),
    fact(t.advice, contact.adviceWasEnough ? contactTexts.adviceYes : null),
    fact(t.next, nextWords(contact, now)),
    fact(t.came, contact.came && words.comer[contact.came]),
    fact(t.introducedBy, contact.introducedBy && words.introducer[contact.introducedBy]),
    fact(t.knownBefore, contact.knownBefore === null ? null : contact.knownBefore ? recordTexts.yes : recordTexts.no),
    fact(t.income, contact.income && words.income[contact.income]),
    fact(t.effort, words.effort[contact.effort]),
    fact(t.party, contact.partyName),
  ].flat()
}

/** What a former version said otherwise than the one after it, as words. */
export function changedFacts(stood: Record<string, unknown>, next: Record<string, unknown>): Fact[] {
  return Object.entries(readers).flatMap(([column, { label, read }]) => {
    if (JSON.stringify(stood[column] ?? null) === JSON.stringify(next[column] ?? null)) return []
    const value = stood[column] ?? null
    return [{ label, value: value === null ? '–' : read(value) }]
  })
}

/** A talk in the column names of the table, to be compared with what stood before. */
export function columnsOfContact(contact: FullContact): Record<string, unknown> {
  return {
    day: contact.day,
    clock: contact.clock,
    kind: contact.kind,
    venue: contact.venue,
    centre_id: contact.centreId,
    outcome: contact.outcome,
    moved_by: contact.movedBy,
    minutes: contact.minutes,
    topics: contact.topics,
    help_forms: contact.helpForms,
    advice_was_enough: contact.adviceWasEnough,
    next_thing: contact.nextThing,
    next_day: contact.nextDay,
    came: contact.came,
    introduced_by: contact.introducedBy,
    known_before: contact.knownBefore,
    income: contact.income,
    effort: contact.effort,
    agenda: contact.agenda,
    worker_agenda: contact.workerAgenda,
    citizen_id: contact.citizenId,
  }
}

function nextWords({ nextThing, nextDay, nextOwnerName, nextDoneAt }: FullContact, now: Reading): string | null {
  if (nextThing === null) return null
  const parts = [
    nextThing,
    ...(nextDay === null ? [] : [dayWords(day(nextDay), now)]),
    ...(nextOwnerName === null ? [] : [nextOwnerName]),
  ]
  return `${parts.join(', ')}.${nextDoneAt === null ? '' : ` ${contactTexts.done}`}`
}

function fact(label: string, value: string | null): Fact[] {
  return value === null || value === '' ? [] : [{ label, value }]
}

const oneOf = (labels: Record<string, string>) => (value: unknown) => labels[String(value)] ?? String(value)
const yesNo = (value: unknown) => (value === true ? recordTexts.yes : recordTexts.no)
const text = (value: unknown) => String(value)
const t = contactTexts.facts

// A centre and a citizen are told by their words alone: an id says nothing to anybody.
const readers: Record<string, { label: string; read: (value: unknown) => string }> = {
  day: { label: t.when, read: value => formatDayField(day(String(value))) },
  clock: { label: recordTexts.clock, read: value => formatClock(clock(String(value))) },
  kind: { label: t.how, read: oneOf(words.kind) },
  venue: { label: t.where, read: oneOf(words.venue) },
  centre_id: { label: recordTexts.centre, read: () => recordTexts.otherCentre },
  outcome: { label: t.outcome, read: oneOf(words.outcome) },
  moved_by: { label: t.movedBy, read: oneOf(words.mover) },
  minutes: { label: t.minutes, read: value => sentences.minutes(Number(value)) },
  topics: { label: t.topics, read: value => joined(topicsOf(Number(value)).map(topic => words.topic[topic])) || '–' },
  help_forms: { label: t.help, read: value => joined(helpFormsOf(Number(value)).map(form => words.help[form])) || '–' },
  advice_was_enough: { label: t.advice, read: yesNo },
  next_thing: { label: t.next, read: text },
  next_day: { label: recordTexts.nextDay, read: value => formatDayField(day(String(value))) },
  came: { label: t.came, read: oneOf(words.comer) },
  introduced_by: { label: t.introducedBy, read: oneOf(words.introducer) },
  known_before: { label: t.knownBefore, read: yesNo },
  income: { label: t.income, read: oneOf(words.income) },
  effort: { label: t.effort, read: oneOf(words.effort) },
  agenda: { label: contactTexts.agenda, read: text },
  worker_agenda: { label: contactTexts.workerAgenda, read: text },
  citizen_id: { label: t.who, read: () => recordTexts.otherCitizen },
}
