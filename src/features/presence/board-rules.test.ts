import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { aDay, anyPlan, centres, changeOf, haderby, tuesday } from '../../../test/presence-plans.ts'
import { addDays, atTime, clock, instant, type Day, type Instant } from '../../platform/time.ts'
import type { Arrival } from './arrival-rules.ts'
import { boardOf, type BoardCentre } from './board-rules.ts'
import { absenceOn, timetableOf, type Plan } from './occurrence-rules.ts'

const at = (time: string, onDay: Day = tuesday): Instant => {
  const found = atTime(onDay, clock(time))
  assert.ok(found)
  return found
}
const board = (time: string, plan: Plan = haderby, arrivals: Arrival[] = []) =>
  boardOf({ timetable: timetableOf(plan), centres, arrivals, now: at(time) })

const centreOn = (shown: ReturnType<typeof boardOf>, id: string): BoardCentre => {
  const found = shown.centres.find(entry => entry.centre.id === id)
  assert.ok(found)
  return found
}
const wordsOf = (centre: BoardCentre) =>
  [...centre.fromKommune, ...centre.others].map(person => `${person.name}: ${person.lampWords}`)
const arrival = (personId: string, centreId: string, from: string, left: string | null = null): Arrival => ({
  id: `${personId}${from}`,
  personId,
  centreId,
  arrivedAt: at(from),
  leftAt: left === null ? null : at(left),
})
const personAt = (shown: ReturnType<typeof boardOf>, centreId: string, name: string) => {
  const centre = centreOn(shown, centreId)
  return [...centre.fromKommune, ...centre.others].find(person => person.name.startsWith(name))
}

describe('the board of today', () => {
  const shown = board('10:40')

  it('says the day and the clock, and until when each centre is open', () => {
    assert.equal(shown.dayLine, 'Tirsdag 24. november, kl. 10.40')
    assert.deepEqual(
      shown.centres.map(entry => entry.opening),
      ['åbent til kl. 16', 'åbent til kl. 20', 'åbent til kl. 15'],
    )
  })

  it('says for each person who is here, until when, and who is yet to come', () => {
    assert.deepEqual(wordsOf(centreOn(shown, 'F')), [
      'Mette Lund: Her nu, til kl. 14',
      'Omar Yildiz: Her nu, til kl. 13',
      'Jonas Friis: Her nu, til kl. 16',
    ])
    assert.deepEqual(wordsOf(centreOn(shown, 'B')), ['Aisha Rahman: Kommer kl. 13–15', 'Lis Bak: Her nu, til kl. 12'])
  })

  it('says the role in plain words, where from, and in words and shape whether they may decide', () => {
    const mette = personAt(shown, 'F', 'Mette')
    assert.equal(mette?.roleLine, 'Sagsbehandler fra jobcentret')
    assert.equal(mette.badge, 'Myndighed')
    assert.equal(mette.shape, 'square')
    assert.equal(mette.initials, 'ML')
    const lis = personAt(shown, 'B', 'Lis')
    assert.equal(lis?.roleLine, 'Frivillig i Blå Port')
    assert.equal(lis.badge, 'Ikke myndighed')
    assert.equal(lis.shape, 'dashed')
  })

  it('gives a telephone number only by its owner’s yes', () => {
    assert.equal(personAt(shown, 'F', 'Mette')?.phone, '12 34 50 11')
    const people = haderby.people.map(person => ({ ...person, phonePublic: false }))
    assert.equal(personAt(board('10:40', { ...haderby, people }), 'F', 'Mette')?.phone, null)
  })

  it('says who is away, who is there instead and when they are back, and never why', () => {
    assert.deepEqual(centreOn(shown, 'F').away, [
      {
        name: 'Karin Holm',
        title: 'Karin Holm er væk i dag.',
        instead: 'Snak med Omar i stedet. Karin er her igen torsdag kl. 10–15.',
      },
    ])
  })

  it('gives the date too when the next time is more than a week ahead', () => {
    const absences = [
      { id: 'a', personId: 'KH', fromDay: tuesday, untilDay: addDays(tuesday, 8), substitutePersonId: null },
    ]
    assert.equal(
      centreOn(board('10:40', { ...haderby, absences }), 'F').away[0]?.instead,
      'Karin er her igen torsdag 3. december kl. 10–15.',
    )
  })

  it('says of a centre where nobody comes from the municipality when somebody does', () => {
    const gryden = centreOn(shown, 'G')
    assert.equal(gryden.empty?.sentence, 'I dag kommer der ingen fra kommunen.')
    assert.equal(gryden.empty.next?.words, 'torsdag kl. 10–14')
    assert.equal(gryden.empty.next.face.name, 'Bent Krag')
    assert.equal(centreOn(shown, 'F').empty, null)
  })

  it('says when nobody more comes today', () => {
    const late = centreOn(board('15:30'), 'F')
    assert.equal(late.empty?.sentence, 'Der kommer ikke flere fra kommunen i dag.')
    assert.equal(late.empty.next?.words, 'torsdag kl. 9–13')
  })

  it('tells where one is who was moved to another centre', () => {
    const moved = board('10:40', { ...haderby, changes: [changeOf('F2ML', tuesday, { centreId: 'B' })] })
    assert.equal(personAt(moved, 'F', 'Mette'), undefined)
    assert.equal(personAt(moved, 'B', 'Mette')?.lampWords, 'Her nu, til kl. 14')
    const block = centreOn(moved, 'F').away.find(away => away.name === 'Mette Lund')
    assert.equal(block?.title, 'Mette Lund er her ikke i dag.')
    assert.match(block.instead, /Du kan møde Mette på et andet sted i dag: Blå Port, kl\. 9–14\./)
  })

  it('names a holiday whether it is kept or not', () => {
    const holiday = (kept: boolean) => ({ ...haderby, holidays: [{ day: tuesday, name: 'grundlovsdag', kept }] })
    assert.equal(board('10:40', holiday(false)).holiday, 'I dag er det grundlovsdag. Der er åbent, som der plejer.')
    assert.equal(board('10:40', holiday(true)).holiday, 'I dag er det grundlovsdag.')
    assert.equal(
      centreOn(board('10:40', holiday(true)), 'G').empty?.sentence,
      'I dag er det grundlovsdag. Her er lukket.',
    )
  })
})

describe('the lamp', () => {
  it('goes out when its owner has left, and on again when they come back', () => {
    const left = [arrival('ML', 'F', '09:00', '10:15')]
    assert.equal(personAt(board('10:40', haderby, left), 'F', 'Mette')?.lampWords, 'Er gået for i dag')
    assert.equal(
      personAt(board('11:40', haderby, [...left, arrival('ML', 'F', '11:00')]), 'F', 'Mette')?.lampWords,
      'Her nu, til kl. 14',
    )
  })

  it('is lit before the hours begin by the one who came early, and not put out by an errand at breakfast', () => {
    assert.equal(personAt(board('08:40'), 'F', 'Mette')?.lampWords, 'Kommer kl. 9–14')
    assert.equal(
      personAt(board('08:40', haderby, [arrival('ML', 'F', '08:30')]), 'F', 'Mette')?.lampWords,
      'Her nu, til kl. 14',
    )
    assert.equal(
      personAt(board('09:40', haderby, [arrival('ML', 'F', '08:10', '08:20')]), 'F', 'Mette')?.lampWords,
      'Her nu, til kl. 14',
    )
  })

  it('is lit where no time was fixed until the centre closes, and not where they were expected', () => {
    const shown = board('10:40', haderby, [arrival('ML', 'B', '10:00')])
    assert.equal(personAt(shown, 'B', 'Mette')?.lampWords, 'Her nu, til kl. 20')
    assert.equal(personAt(shown, 'F', 'Mette')?.lampWords, 'Er lige nu et andet sted: Blå Port')
  })

  it('forgotten yesterday is out today', () => {
    const forgotten = {
      id: 'x',
      personId: 'HT',
      centreId: 'F',
      arrivedAt: instant('2026-11-23T09:00:00Z'),
      leftAt: null,
    }
    assert.equal(personAt(board('10:40', haderby, [forgotten]), 'F', 'Hanne'), undefined)
  })

  it('goes out by itself when the hours end', () => {
    assert.equal(
      personAt(board('14:00', haderby, [arrival('ML', 'F', '09:00')]), 'F', 'Mette')?.lampWords,
      'Var her kl. 9–14',
    )
  })

  it('shows one who comes twice in a day once, with both hours', () => {
    const again = haderby.times
      .filter(time => time.id === 'F2ML')
      .map(time => ({ ...time, id: 'extra', hours: { from: clock('15:00'), until: clock('16:00') } }))
    const mette = personAt(board('10:40', { ...haderby, times: [...haderby.times, ...again] }), 'F', 'Mette')
    assert.equal(mette?.lampWords, 'Her nu, til kl. 14')
    assert.equal(mette.again, 'Kommer igen kl. 15–16')
  })
})

describe('the evening board', () => {
  const shown = board('21:15')

  it('says that it is closed, and shows tomorrow first', () => {
    assert.equal(shown.closed?.title, 'Der er lukket for i aften')
    assert.equal(shown.closed.sentence, 'Klokken er 21.15. I morgen tidlig er der nogen igen.')
    assert.equal(shown.closed.heading, 'I morgen, onsdag')
    assert.deepEqual(
      shown.closed.visits.map(visit => `${visit.face.name}: ${visit.words}`),
      ['Mette Lund: Blå Port, kl. 10–14', 'Karin Holm: Blå Port, kl. 12–16', 'Jonas Friis: Fyrskuret, kl. 9–16'],
    )
  })

  it('waits while a centre is open or somebody is still to come', () => {
    assert.equal(board('19:59').closed, null)
    assert.equal(board('05:00').closed, null)
    assert.notEqual(board('20:00').closed, null)
  })

  it('names the day when it is not tomorrow', () => {
    const saturday = boardOf({
      timetable: timetableOf(haderby),
      centres,
      arrivals: [],
      now: at('18:00', addDays(tuesday, 4)),
    })
    assert.equal(saturday.closed?.sentence, 'Klokken er 18. Mandag er der nogen igen.')
    assert.equal(saturday.closed.heading, 'Mandag 30. november')
  })
})

describe('on the board of any plan', () => {
  it('nobody stands who is away', () => {
    const anyArrival = fc.record({
      personId: fc.constantFrom('ML', 'OY', 'KH'),
      centreId: fc.constantFrom('F', 'B'),
      hour: fc.integer({ min: 0, max: 23 }),
      left: fc.boolean(),
    })
    fc.assert(
      fc.property(
        anyPlan,
        aDay,
        fc.integer({ min: 0, max: 23 }),
        fc.array(anyArrival, { maxLength: 4 }),
        (plan, onDay, hour, drawn) => {
          const now = at(`${String(hour).padStart(2, '0')}:30`, onDay)
          const arrivals = drawn.map((one, index) => {
            const arrivedAt = at(`${String(one.hour).padStart(2, '0')}:00`, onDay)
            return { ...one, id: String(index), arrivedAt, leftAt: one.left ? arrivedAt.add({ minutes: 20 }) : null }
          })
          const timetable = timetableOf(plan)
          const shown = boardOf({ timetable, centres, arrivals, now })
          for (const centre of shown.centres) {
            const ids = [...centre.fromKommune, ...centre.others].map(person => person.personId)
            assert.equal(new Set(ids).size, ids.length, 'each person once a centre')
            for (const id of ids) assert.equal(absenceOn(timetable, id, onDay), null)
          }
        },
      ),
    )
  })
})
