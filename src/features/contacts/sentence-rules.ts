// A talk as a sentence, and as the two lines of a row. No agenda in either.

import {
  addDays,
  clock,
  clockOf,
  compareDays,
  day,
  dayOf,
  formatClock,
  formatDate,
  formatDay,
  sameDay,
  today,
  weekdayName,
} from '../../platform/time.ts'
import type { Day, Instant } from '../../platform/time.ts'
import { displayName } from '../citizens/rules.ts'
import { contactTexts } from './contact-texts.da.ts'
import { topicsOf } from './codes.ts'
import type { Topic } from './codes.ts'
import type { ContactRow } from './queries.ts'
import { isAhead } from './record-rules.ts'
import { sentences } from './sentence-texts.da.ts'
import { words } from './texts.da.ts'

/** Null where the words are kept: they then name the day in full, since "i dag" is wrong tomorrow. */
export type Reading = Instant | null

/** "En aftalt samtale uden navn på Fyrskuret, 30 minutter, om penge, bolig og psyken." */
export function contactSentence(contact: ContactRow, now: Reading): string {
  const { kind, outcome, minutes } = contact
  const meeting = outcome === 'open' ? sentences.agreement[kind] : sentences.talk[kind]
  const at = outcome === 'open' ? ` ${whenWords(contact, now)}` : ''
  const length = minutes === null ? '' : `, ${sentences.minutes(minutes)}`
  const about = aboutWords(contact.topics)
  const called = displayName(contact)
  const whose = called === null ? sentences.withoutName : sentences.with(called)
  return `${meeting} ${whose}${placeWords(contact)}${at}${length}${about}.${outcomeWords(contact)}`
}

/** The second line of a row: how, where and about what; and what came of it, when it did not come to a talk. */
export function rowWords(contact: ContactRow, now: Instant): string {
  const { kind, minutes } = contact
  const place = contact.centreName ?? sentences.venue[contact.venue]
  const length = minutes === null ? '' : sentences.minutesShort(minutes)
  const topics = topicWords(contact.topics)
  const about = topics === '' ? '' : ` ${sentences.about(topics)}.`
  return `${listed(listed(words.kind[kind], place), length)}.${notHeld(contact, now)}${about}`
}

const listed = (before: string, next: string): string =>
  before === '' || next === '' ? before + next : `${before}, ${next}`

/** "i dag kl. 13.15", "torsdag 26. november kl. 10" */
export function whenWords({ day: on, clock: at }: { day: string; clock: string | null }, now: Reading): string {
  const near = dayWords(day(on), now)
  return at === null ? near : `${near} ${formatClock(clock(at))}`
}

/** "i dag kl. 10.15" */
export function momentWords(moment: Instant, now: Instant): string {
  return `${dayWords(dayOf(moment), now)} ${formatClock(clockOf(moment))}`
}

/** "i dag", "i morgen", "fredag", "26. november": as short as it can be without doubt. */
export function dayWords(on: Day, now: Reading): string {
  if (now === null) return `${formatDay(on)} ${on.year}`
  const here = today(now)
  if (sameDay(on, here)) return sentences.today
  if (sameDay(on, addDays(here, 1))) return sentences.tomorrow
  if (sameDay(on, addDays(here, -1))) return sentences.yesterday
  if (compareDays(on, here) > 0 && compareDays(on, addDays(here, 7)) < 0) return weekdayName(on.dayOfWeek)
  return on.year === here.year ? formatDay(on) : `${formatDate(on)} ${on.year}`
}

/** "penge, bolig og psyken" */
export function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${sentences.and} ${last}`
}

function aboutWords(mask: number): string {
  const spoken = topicWords(mask)
  return spoken === '' ? '' : `, ${sentences.about(spoken).toLowerCase()}`
}

// There are 64 sets of topics, and fifty rows on a page: putting them into words anew was a tenth of its garbage.
const spokenBefore = new Map<number, string>()
function topicWords(mask: number): string {
  const known = spokenBefore.get(mask)
  if (known !== undefined) return known
  const chosen = topicsOf(mask)
  const spoken = joined(topicOrder.filter(topic => chosen.includes(topic)).flatMap(topic => sentences.topic[topic]))
  spokenBefore.set(mask, spoken)
  return spoken
}

function notHeld({ outcome, day: on, clock: at }: ContactRow, now: Instant): string {
  if (outcome === 'held') return ''
  const ahead = outcome === 'open' && isAhead({ day: day(on), clock: at === null ? null : clock(at) }, now)
  return ` ${ahead ? sentences.comes : words.outcome[outcome]}.`
}

function placeWords({ venue, centreAt }: ContactRow): string {
  return ` ${venue === 'centre' && centreAt !== null ? centreAt : sentences.venue[venue]}`.trimEnd()
}

function outcomeWords({ outcome, movedBy }: ContactRow): string {
  if (outcome === 'held' || outcome === 'open') return ''
  return ` ${sentences.outcome[outcome]}${movedBy === null ? '' : ` ${sentences.movedBy[movedBy]}`}`
}

// As the chips lie, so that a sentence reads in the order in which one tapped.
const topicOrder = ['economyAndHousing', 'health', 'mentalHealth', 'substanceUse', 'work'] as const satisfies Topic[]

/** What a list calls the citizen of a talk; of a locked record no name is seen any more. */
export function calledIn(contact: Called): string {
  return displayName(contact) ?? (isLocked(contact) ? contactTexts.locked : contactTexts.withoutName)
}

/** Whether the record that a talk stands on is locked: the law keeps the talk, and no page of the citizen is there. */
export function isLocked({ citizenId, alias }: Pick<Called, 'citizenId' | 'alias'>): boolean {
  return citizenId !== null && alias === null
}

type Called = Pick<ContactRow, 'citizenId' | 'alias' | 'name'>
