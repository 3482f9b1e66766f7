// One person: where they are today and where they can be met in the weeks ahead.

import { addDays, capitalised, formatDay, formatHours, type Day } from '../../platform/time.ts'
import type { AwayBlock, Board, BoardPerson } from './board-rules.ts'
import { faceOf, partyOn, publicPhone, type Face } from './face-rules.ts'
import { daysAhead, nextVisit, whenWords } from './next-rules.ts'
import { isAway, presentOn, type Timetable } from './occurrence-rules.ts'
import type { Centre } from './opening-rules.ts'
import { awaySays, lampSays } from './texts.da.ts'

export type PersonBoard = {
  face: Face
  today: { centre: string; words: string; lit: boolean }[]
  away: AwayBlock | null
  phone: string | null
  comeWith: string | null
  ahead: { when: string; centre: string; centreSlug: string }[]
}

type PersonInput = { timetable: Timetable; board: Board; centres: Centre[]; personId: string }

/** Nothing for somebody who stands nowhere on the board: a person's page is no register of employees. */
export function personBoard({ timetable, board, centres, personId }: PersonInput): PersonBoard | null {
  const { day } = board.now
  const person = timetable.people.get(personId)
  const ahead = visitsAhead(timetable, personId, day)
  const partyId =
    ahead[0]?.partyId ??
    presentOn(timetable, day).find(visit => visit.personId === personId)?.partyId ??
    partyOn(timetable, personId, day)
  if (!person || partyId === null) return null
  const face = faceOf(timetable, { personId, partyId, day: ahead[0]?.day ?? day })
  return {
    face,
    today: todayLines(board, personId),
    away: isAway(timetable, personId, day) ? awayFrom(timetable, face, day) : null,
    phone: publicPhone(timetable, personId),
    comeWith: person.comeWith === '' ? null : lampSays.comeWith(person.comeWith),
    ahead: ahead.map(visit => {
      const centre = centres.find(one => one.id === visit.centreId)
      return {
        when: `${capitalised(formatDay(visit.day))}, ${formatHours(visit.hours)}`,
        centre: centre?.name ?? '',
        centreSlug: centre?.slug ?? '',
      }
    }),
  }
}

const visitsAhead = (timetable: Timetable, personId: string, from: Day) =>
  Array.from({ length: daysAhead }, (_, index) => addDays(from, index + 1))
    .flatMap(day => presentOn(timetable, day).filter(visit => visit.personId === personId))
    .slice(0, 12)

const todayLines = (board: Board, personId: string) =>
  board.centres.flatMap(({ centre, fromKommune, others }) =>
    [...fromKommune, ...others]
      .filter((person: BoardPerson) => person.personId === personId)
      .map(person => ({
        centre: centre.name,
        words: [person.lampWords, person.again].filter(Boolean).join('. '),
        lit: person.lamp.state === 'here',
      })),
  )

function awayFrom(timetable: Timetable, face: Face, day: Day): AwayBlock {
  const next = nextVisit(timetable, day, visit => visit.personId === face.personId)
  return {
    name: face.name,
    title: awaySays.title(face.name),
    instead: next ? awaySays.backAnywhere(face.firstName, whenWords(next, day)) : '',
  }
}
