import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { aDay, anyPlan, centres, haderby, tuesday } from '../../../test/presence-plans.ts'
import { addDays, clock } from '../../platform/time.ts'
import { absenceOn, timetableOf, type Plan } from './occurrence-rules.ts'
import { daysToCome, weekBoard, type WeekCell } from './week-rules.ts'

const week = (plan: Plan = haderby) => weekBoard({ timetable: timetableOf(plan), centres, today: tuesday, of: tuesday })
const wordsOf = (cell: WeekCell) =>
  [...cell.visits.map(visit => `${visit.face.name} ${visit.words}`), ...(cell.empty ? [cell.empty] : [])].join(' | ')

describe('the week', () => {
  it('has a row a centre and a column a working day, with today told apart', () => {
    assert.equal(week().title, 'Uge 48')
    assert.deepEqual(
      week().columns.map(column => column.label),
      ['Man. 23.', 'I dag, tirs. 24.', 'Ons. 25.', 'Tors. 26.', 'Fre. 27.'],
    )
    assert.deepEqual(
      week().rows.map(row => row.cells.map(wordsOf)),
      [
        [
          'Bent Krag 9–12',
          'Omar Yildiz 9–13 | Mette Lund 9–14',
          'Ingen fra kommunen',
          'Omar Yildiz 9–13 | Karin Holm 10–15',
          'Hanne Toft 9–12',
        ],
        [
          'Ingen fra kommunen',
          'Lis Bak 10–12 | Aisha Rahman 13–15',
          'Mette Lund 10–14 | Karin Holm 12–16',
          'Aisha Rahman 13–15',
          'Ingen fra kommunen',
        ],
        ['Omar Yildiz 10–13', 'Ingen fra kommunen', 'Ingen fra kommunen', 'Bent Krag 10–14', 'Karin Holm 10–13'],
      ],
    )
  })

  it('says of an empty weekend who is open anyway', () => {
    assert.deepEqual(week().weekend, [
      'Lørdag og søndag kommer der ingen fra kommunen.',
      'Blå Port holder åbent kl. 10–16.',
    ])
  })

  it('gets a Saturday and a Sunday when somebody comes', () => {
    const times = haderby.times.map(time => (time.id === 'F2ML' ? { ...time, weekday: 6 } : time))
    assert.equal(week({ ...haderby, times }).columns.length, 7)
    assert.deepEqual(week({ ...haderby, times }).weekend, [])
  })

  it('says what closes a day', () => {
    const plan = {
      ...haderby,
      holidays: [{ day: tuesday, name: 'grundlovsdag', kept: true }],
      centreDays: [{ centreId: 'B', day: tuesday, open: true, hours: { from: clock('10:00'), until: clock('12:00') } }],
    }
    assert.deepEqual(
      week(plan).rows.map(row => row.cells[1]?.empty ?? null),
      ['Lukket, grundlovsdag', null, 'Lukket, grundlovsdag'],
    )
  })

  it('at one centre goes on after today, and from Friday on into the next', () => {
    const [fyrskuret] = centres
    assert.ok(fyrskuret)
    const timetable = timetableOf(haderby)
    assert.deepEqual(
      daysToCome(timetable, fyrskuret, tuesday).map(cell => cell.label),
      ['Ons. 25.', 'Tors. 26.', 'Fre. 27.'],
    )
    assert.deepEqual(
      daysToCome(timetable, fyrskuret, tuesday)[0]?.staff.map(visit => visit.face.name),
      ['Jonas Friis'],
    )
    assert.equal(daysToCome(timetable, fyrskuret, addDays(tuesday, 3))[0]?.label, 'Man. 30.')
  })

  it('shows nobody who is away, whatever the plan', () => {
    fc.assert(
      fc.property(anyPlan, aDay, (plan, of) => {
        const timetable = timetableOf(plan)
        for (const row of weekBoard({ timetable, centres, today: tuesday, of }).rows) {
          for (const cell of row.cells) {
            for (const visit of [...cell.visits, ...cell.staff])
              assert.equal(absenceOn(timetable, visit.face.personId, cell.day), null)
          }
        }
      }),
    )
  })
})
