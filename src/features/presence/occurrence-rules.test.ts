import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { aDay, anyPlan, changeOf, haderby, tuesday } from '../../../test/presence-plans.ts'
import { addDays, clock, day, formatHoursBare } from '../../platform/time.ts'
import {
  absenceOn,
  fallsOn,
  occurrencesOn,
  openingOf,
  presentOn,
  timetableOf,
  type Plan,
  type PresenceTime,
} from './occurrence-rules.ts'

const plain: Plan = { ...haderby, absences: [] }
const wednesday = addDays(tuesday, 1)
const thursday = addDays(tuesday, 2)

const linesOf = (plan: Plan, onDay: typeof tuesday, centreId = 'F') =>
  presentOn(timetableOf(plan), onDay)
    .filter(occurrence => occurrence.centreId === centreId)
    .map(occurrence => `${occurrence.personId} ${formatHoursBare(occurrence.hours)}`)

const statesOf = (plan: Plan, personId: string, onDay = tuesday) =>
  occurrencesOn(timetableOf(plan), onDay)
    .filter(occurrence => occurrence.personId === personId)
    .map(occurrence => occurrence.state)

const timeOf = (id: string): PresenceTime => {
  const found = haderby.times.find(time => time.id === id)
  assert.ok(found)
  return found
}
const withTime = (id: string, change: Partial<PresenceTime>): Plan => ({
  ...plain,
  times: plain.times.map(time => (time.id === id ? { ...time, ...change } : time)),
})

describe('a fixed weekly time', () => {
  it('comes every week in the order of the clock', () => {
    assert.deepEqual(linesOf(plain, tuesday), ['OY 9–13', 'ML 9–14', 'JF 9–16', 'KH 10–15'])
    assert.deepEqual(linesOf(plain, addDays(tuesday, 70)), linesOf(plain, tuesday))
  })

  it('in odd weeks does not come in even ones, and after week 53 comes two weeks running', () => {
    const odd = { ...timeOf('F2ML'), weeks: 'odd' as const }
    assert.equal(fallsOn(odd, tuesday), false)
    assert.equal(fallsOn(odd, addDays(tuesday, 7)), true)
    assert.equal(fallsOn(odd, day('2026-12-29')), true)
    assert.equal(fallsOn(odd, day('2027-01-05')), true)
  })

  it('holds from its first day and no longer on the day that it ends', () => {
    const time = { ...timeOf('F2ML'), valid: { from: tuesday, until: addDays(tuesday, 14) } }
    assert.equal(fallsOn(time, addDays(tuesday, -7)), false)
    assert.equal(fallsOn(time, tuesday), true)
    assert.equal(fallsOn(time, addDays(tuesday, 7)), true)
    assert.equal(fallsOn(time, addDays(tuesday, 14)), false)
  })

  it('ends when its person leaves the party', () => {
    const people = plain.people.map(person =>
      person.id === 'ML'
        ? {
            ...person,
            memberships: person.memberships.map(own => ({ ...own, valid: { ...own.valid, until: tuesday } })),
          }
        : person,
    )
    assert.deepEqual(statesOf({ ...plain, people }, 'ML', addDays(tuesday, -7)), ['on'])
    assert.deepEqual(statesOf({ ...plain, people }, 'ML'), [])
  })
})

describe('one occurrence', () => {
  const changed = (change: Parameters<typeof changeOf>[2]): Plan => ({
    ...plain,
    changes: [changeOf('F2ML', tuesday, change)],
  })

  it('that is called off is gone on that day alone', () => {
    assert.deepEqual(statesOf(changed({ calledOff: true }), 'ML'), ['calledOff'])
    assert.deepEqual(statesOf(changed({ calledOff: true }), 'ML', addDays(tuesday, 7)), ['on'])
  })

  it('can have other hours', () => {
    assert.ok(linesOf(changed({ from: clock('11:30') }), tuesday).includes('ML 11.30–14'))
  })

  it('can be at another centre', () => {
    assert.ok(linesOf(changed({ centreId: 'B' }), tuesday, 'B').includes('ML 9–14'))
    assert.ok(!linesOf(changed({ centreId: 'B' }), tuesday).includes('ML 9–14'))
  })

  it('that is moved is gone from its day and stands on the other', () => {
    const plan = changed({ movedToDay: wednesday, from: clock('15:00'), until: clock('17:00') })
    assert.deepEqual(statesOf(plan, 'ML'), ['moved'])
    assert.ok(linesOf(plan, wednesday).includes('ML 15–17'))
  })

  it('that was moved is gone from both days when its weekly time ended before', () => {
    const plan = {
      ...withTime('F2ML', { valid: { from: day('2020-01-01'), until: tuesday } }),
      changes: [changeOf('F2ML', tuesday, { movedToDay: wednesday })],
    }
    assert.ok(!linesOf(plan, wednesday).includes('ML 9–14'))
  })
})

describe('an absence', () => {
  it('takes its person off in all centres on its first and its last day and none beyond', () => {
    const plan = {
      ...plain,
      absences: [{ id: 'a', personId: 'KH', fromDay: tuesday, untilDay: thursday, substitutePersonId: null }],
    }
    assert.deepEqual(statesOf(plan, 'KH'), ['away'])
    assert.deepEqual(statesOf(plan, 'KH', wednesday), ['away'])
    assert.deepEqual(statesOf(plan, 'KH', thursday), ['away'])
    assert.deepEqual(statesOf(plan, 'KH', addDays(thursday, 1)), ['on'])
  })

  it('names a substitute who is there already, without writing them twice', () => {
    assert.deepEqual(linesOf(haderby, tuesday), ['OY 9–13', 'ML 9–14', 'JF 9–16'])
    assert.equal(
      occurrencesOn(timetableOf(haderby), tuesday).find(occurrence => occurrence.state === 'away')?.substitutePersonId,
      'OY',
    )
  })

  const with_ = (substitutePersonId: string): Plan => ({
    ...plain,
    absences: [{ id: 'a', personId: 'KH', fromDay: tuesday, untilDay: tuesday, substitutePersonId }],
  })

  it('brings a substitute who would not have come, in the same hours and by their own role', () => {
    assert.ok(linesOf(with_('HT'), tuesday).includes('HT 10–15'))
    const standIn = presentOn(timetableOf(with_('HT')), tuesday).find(occurrence => occurrence.personId === 'HT')
    assert.equal(standIn?.partyId, 'social')
    assert.equal(standIn?.substituteFor, 'KH')
  })

  it('promises no substitute who is elsewhere in those hours, away too, or gone from the municipality', () => {
    const instead = (plan: Plan) =>
      occurrencesOn(timetableOf(plan), tuesday).find(occurrence => occurrence.personId === 'KH')?.substitutePersonId
    assert.equal(instead(with_('AR')), null)
    const bothAway = {
      ...with_('HT'),
      absences: [
        ...with_('HT').absences,
        { id: 'b', personId: 'HT', fromDay: tuesday, untilDay: tuesday, substitutePersonId: null },
      ],
    }
    assert.equal(instead(bothAway), null)
    assert.equal(instead(with_('nobody')), null)
  })
})

describe('a day that is kept', () => {
  const holiday = { ...plain, holidays: [{ day: tuesday, name: 'grundlovsdag', kept: true }] }

  it('closes every centre', () => assert.deepEqual(linesOf(holiday, tuesday), []))

  it('does not close a centre that says it is open', () => {
    const plan = { ...holiday, centreDays: [{ centreId: 'F', day: tuesday, open: true, hours: null }] }
    assert.equal(linesOf(plan, tuesday).length, 4)
    assert.deepEqual(linesOf(plan, tuesday, 'B'), [])
  })

  it('that the municipality does not keep is a day like others, and a centre may still close on it', () => {
    const open = { ...plain, holidays: [{ day: tuesday, name: '1. maj', kept: false }] }
    assert.equal(linesOf(open, tuesday).length, 4)
    assert.deepEqual(
      linesOf({ ...open, centreDays: [{ centreId: 'F', day: tuesday, open: false, hours: null }] }, tuesday),
      [],
    )
  })
})

describe('in any plan at all', () => {
  it('nobody is expected on a day of their absence', () => {
    fc.assert(
      fc.property(anyPlan, aDay, (plan, onDay) => {
        const timetable = timetableOf(plan)
        for (const occurrence of presentOn(timetable, onDay))
          assert.equal(absenceOn(timetable, occurrence.personId, onDay), null)
      }),
    )
  })

  it('nobody is expected where the day is closed', () => {
    fc.assert(
      fc.property(anyPlan, aDay, (plan, onDay) => {
        const timetable = timetableOf(plan)
        for (const occurrence of presentOn(timetable, onDay))
          assert.equal(openingOf(timetable, occurrence.centreId, onDay).closedDay, false)
      }),
    )
  })

  it('every planned time is answered for once on its day, and takes place at most once', () => {
    fc.assert(
      fc.property(anyPlan, plan => {
        const timetable = timetableOf(plan)
        const days = Array.from({ length: 40 }, (_, index) => addDays(tuesday, index - 15))
        const all = days
          .flatMap(onDay => occurrencesOn(timetable, onDay))
          .filter(occurrence => occurrence.substituteFor === null)
        const onKeys = all
          .filter(occurrence => occurrence.state === 'on')
          .map(occurrence => `${occurrence.timeId} ${occurrence.plannedDay}`)
        assert.equal(new Set(onKeys).size, onKeys.length)
      }),
    )
  })

  it('what is called off does not take place', () => {
    fc.assert(
      fc.property(anyPlan, aDay, (plan, onDay) => {
        const off = new Set(
          plan.changes.filter(change => change.calledOff).map(change => `${change.presenceTimeId} ${change.day}`),
        )
        for (const occurrence of presentOn(timetableOf(plan), onDay)) {
          if (occurrence.substituteFor === null) assert.ok(!off.has(`${occurrence.timeId} ${occurrence.plannedDay}`))
        }
      }),
    )
  })
})
