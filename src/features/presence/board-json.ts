// The board for machines: the same people, in the same words, with the times to reckon with.

import type { Instant } from '../../platform/time.ts'
import type { Board, BoardPerson } from './board-rules.ts'
import type { Visit, Week } from './week-rules.ts'

type Shown = {
  municipality: { slug: string; name: string }
  board: Board
  week: Week
  now: Instant
  urlOf: (slug: string) => string
}

export function boardJson({ municipality, board, week, now, urlOf }: Shown) {
  return {
    municipality: { slug: municipality.slug, name: municipality.name },
    at: now.toString({ smallestUnit: 'second' }),
    day: String(board.now.day),
    holiday: board.holiday,
    centres: board.centres.map(({ centre, opening, fromKommune, others, away, empty }, index) => ({
      slug: centre.slug,
      name: centre.name,
      address: centre.address,
      url: urlOf(centre.slug),
      opening,
      people: [...fromKommune, ...others].map(personJson),
      away: away.map(block => `${block.title} ${block.instead}`.trim()),
      nobody: empty && {
        words: empty.sentence,
        next: empty.next && { name: empty.next.face.name, words: empty.next.words },
      },
      week: (week.rows[index]?.cells ?? []).map(cell => ({
        day: String(cell.day),
        people: [...cell.visits, ...cell.staff].map(visitJson),
        words: cell.empty,
      })),
    })),
  }
}

const personJson = (person: BoardPerson) => ({
  id: person.personId,
  name: person.name,
  role: person.roleLine,
  house: person.house,
  mayDecide: person.mayDecide,
  state: person.lamp.state,
  words: person.lampWords,
  hours: 'hours' in person.lamp ? hoursJson(person.lamp.hours) : null,
  until: person.lamp.state === 'here' ? (person.lamp.until?.toString({ smallestUnit: 'minute' }) ?? null) : null,
  phone: person.phone,
  comeWith: person.comeWith,
  room: person.room,
})

const visitJson = ({ face, hours }: Visit) => ({
  id: face.personId,
  name: face.name,
  role: face.roleLine,
  mayDecide: face.mayDecide,
  hours: hoursJson(hours),
})

const hoursJson = (hours: Visit['hours']) => ({
  from: hours.from.toString({ smallestUnit: 'minute' }),
  until: hours.until.toString({ smallestUnit: 'minute' }),
})
