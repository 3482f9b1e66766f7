import { clock, compareDays, day, formatClock } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { anyTopicBits } from '../contacts/codes.ts'
import type { AnyTopic } from '../contacts/codes.ts'
import { isCourtPlace } from './codes.ts'
import type { Place } from './codes.ts'
import type { Candidate } from './people-queries.ts'
import type { Appointment } from './queries.ts'
import { appointmentFollows } from './state-rules.ts'
import type { AppointmentState } from './state-rules.ts'
import { appointmentTexts as t } from './texts.da.ts'

/** Court and police have the narrowest topic, whatever was chosen. */
export function topicAt(place: Place, chosen: AnyTopic | undefined): number | null {
  if (isCourtPlace(place)) return anyTopicBits.court
  return chosen === undefined ? null : anyTopicBits[chosen]
}

/** What can be told of an appointment now: that it came to something, or that nobody came, only when its day is here. */
export function tellings(
  { state, day: on }: Pick<Appointment, 'state' | 'day'>,
  today: Day,
): Exclude<AppointmentState, 'moved'>[] {
  const ahead = compareDays(day(on), today) > 0
  return appointmentFollows[state].filter(
    (to): to is Exclude<AppointmentState, 'moved'> => to !== 'moved' && !(ahead && (to === 'held' || to === 'missed')),
  )
}

export const mayMove = ({ state }: Pick<Appointment, 'state'>): boolean => appointmentFollows[state].includes('moved')

/** "I mødes kl. 12.15: Blå Port"; nothing where neither is said. */
export function meetWords({ meetPlace, meetClock }: Pick<Appointment, 'meetPlace' | 'meetClock'>): string | undefined {
  if (meetPlace === null && meetClock === null) return undefined
  return t.meet(meetPlace ?? '', meetClock === null ? '' : formatClock(clock(meetClock)))
}

/** Whether somebody of another party who goes along cannot see the appointment, since no yes covers its topic. */
export function cannotSee(topic: number | null, companion: Candidate | undefined): boolean {
  return companion !== undefined && !companion.own && (topic === null || (companion.topics & topic) !== topic)
}
