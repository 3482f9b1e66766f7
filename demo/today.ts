// The days of the sign-ins: what is agreed today, what is not told yet, and what was promised.

import type { Kind } from '../src/features/contacts/codes.ts'
import { addDays, weekdayOf } from '../src/platform/time.ts'
import type { Day } from '../src/platform/time.ts'
import { demoId } from './chance.ts'
import type { History, Talk } from './history.ts'
import { personOf } from './people.da.ts'
import type { PersonKey } from './people.da.ts'
import type { CentreKey } from './places.da.ts'
import { visitsOn } from './timetable.ts'
import { specials } from './words.da.ts'

/** One talk of the last workdays: `back` is 0 for today, else so many workdays ago. */
export interface Special {
  who: PersonKey
  back: number
  /** Hour and minutes as a number: 11.3 is 11.30. */
  at: number
  kind: Kind
  alias?: string
  agenda?: string
  /** Nobody has said yet what came of it. */
  untold?: true
  /** What was promised, for so many days from today; it is not done. */
  next?: readonly [thing: string, inDays: number]
}

/** The history with the days of the sign-ins in it. */
export function withToday({ talks, citizens }: History, at: { today: Day; closed: ReadonlySet<string> }): Talk[] {
  const { today } = at
  const days = [today, ...workdaysBefore(today, at.closed)]
  const busy = new Set(specials.map(special => special.who))
  const isTheirs = (talk: Talk): boolean => busy.has(talk.who) && talk.day.equals(today)
  const own = specials.flatMap((special, number) => {
    const day = days[special.back]
    const isWeekend = weekdayOf(today) > 5 && special.back === 0
    if (!day || (isWeekend && special.kind !== 'booked')) return []
    const citizen =
      special.alias === undefined
        ? null
        : (citizens.named(special.alias, personOf(special.who).party ?? 'social') ?? null)
    return [
      {
        ...talkOf(special, { day, today }),
        id: demoId(`special ${String(today)} ${number}`, timeOf(day, special)),
        citizen,
      },
    ]
  })
  return [...talks.filter(talk => !isTheirs(talk)), ...own]
}

function talkOf(special: Special, { day, today }: { day: Day; today: Day }): Omit<Talk, 'id' | 'citizen'> {
  const { who, kind, next } = special
  const person = personOf(who)
  const clock = minutesOf(special)
  return {
    day,
    clock,
    who,
    party: person.party ?? 'social',
    effort: person.effort ?? 'contactPerson',
    kind,
    ...placeOf(who, { day, clock }),
    outcome: 'held',
    toldLate: false,
    untold: special.untold ?? false,
    undone: true,
    minutes: kind === 'walkIn' ? 15 : 45,
    movedBy: null,
    topics: ['economyAndHousing'],
    help: kind === 'walkIn' ? [1] : [1, 3],
    came: kind === 'walkIn' ? 'citizen' : null,
    introducedBy: kind === 'walkIn' ? 'centre' : null,
    adviceWasEnough: kind === 'walkIn' && !next,
    agenda: special.agenda ?? null,
    next: next ? { thing: next[0], inDays: day.until(today).days + next[1] } : null,
  }
}

function placeOf(who: PersonKey, { day, clock }: { day: Day; clock: number }): Pick<Talk, 'venue' | 'centre'> {
  const own = centreOf(who)
  if (own) return { venue: 'centre', centre: own }
  const visit = visitsOn(day).find(each => each.who === who && each.from <= clock && clock < each.until)
  if (visit) return { venue: 'centre', centre: visit.centre }
  return { venue: weekdayOf(day) > 5 ? 'phone' : 'townHall', centre: null }
}

function centreOf(who: PersonKey): CentreKey | undefined {
  const { party } = personOf(who)
  return party === 'fyrskuret' || party === 'gryden' || party === 'blaaPort' ? party : undefined
}

function workdaysBefore(today: Day, closed: ReadonlySet<string>): Day[] {
  const days = Array.from({ length: 30 }, (_, index) => addDays(today, -1 - index))
  return days.filter(day => weekdayOf(day) <= 5 && !closed.has(String(day)))
}

const minutesOf = ({ at }: Special): number => Math.floor(at) * 60 + Math.round((at % 1) * 100)
const timeOf = (day: Day, special: Special): number => Date.UTC(day.year, day.month - 1, day.day, 0, minutesOf(special))
