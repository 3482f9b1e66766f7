import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { centres, haderby, tuesday } from '../../../test/presence-plans.ts'
import { addDays, atTime, clock, instant } from '../../platform/time.ts'
import type { Arrival } from './arrival-rules.ts'
import { timetableOf, type Plan } from './occurrence-rules.ts'
import { stripOf } from './strip-rules.ts'

const at = (time: string, day = tuesday) => {
  const found = atTime(day, clock(time))
  assert.ok(found)
  return found
}
const strip = (
  personId: string,
  time: string,
  more: { plan?: Plan; arrivals?: Arrival[]; day?: typeof tuesday } = {},
) =>
  stripOf({
    timetable: timetableOf(more.plan ?? haderby),
    centres,
    arrivals: more.arrivals ?? [],
    personId,
    now: at(time, more.day),
  })
const arrived = (personId: string, centreId: string, from: string, left?: string): Arrival => ({
  id: from,
  personId,
  centreId,
  arrivedAt: at(from),
  leftAt: left === undefined ? null : at(left),
})

describe('the strip on top of the worker’s day', () => {
  it('says where one is, and word for word what the board shows', () => {
    const shown = strip('ML', '10:40')
    assert.equal(shown.lit, true)
    assert.equal(shown.title, 'Du er på Fyrskuret')
    assert.deepEqual(shown.lines, ['Kl. 9–14.', 'Tavlen viser: Her nu, til kl. 14'])
    assert.equal(shown.mayLeave, true)
    assert.equal(shown.arrived, false)
    assert.equal(shown.centreId, 'F')
  })

  it('has a tick when one has said so, and is dark before the hours and after leaving', () => {
    assert.equal(strip('ML', '10:40', { arrivals: [arrived('ML', 'F', '09:05')] }).arrived, true)
    const early = strip('ML', '08:00')
    assert.deepEqual([early.lit, early.title, early.mayLeave], [false, 'I dag: Fyrskuret', false])
    const left = strip('ML', '11:00', { arrivals: [arrived('ML', 'F', '09:05', '10:50')] })
    assert.deepEqual(
      [left.lit, left.title, left.mayLeave, left.arriveAt],
      [false, 'Du er gået fra Fyrskuret', false, 'F'],
    )
  })

  it('follows to another centre than the one of the hours', () => {
    const shown = strip('ML', '10:40', { arrivals: [arrived('ML', 'B', '10:00')] })
    assert.deepEqual([shown.title, shown.centreId, shown.mayLeave], ['Du er i Blå Port', 'B', true])
    assert.deepEqual(shown.lines, ['Tavlen viser: Her nu, til kl. 20'])
  })

  it('says when the next time is on a day without any', () => {
    const shown = strip('ML', '10:40', { day: addDays(tuesday, 2) })
    assert.deepEqual(
      [shown.title, shown.lines, shown.arriveAt],
      ['Du har ingen tid på et værested i dag', ['Næste gang: tirsdag kl. 9–14, Fyrskuret'], null],
    )
  })

  it('offers nothing to somebody who is reported away, whom the board does not show', () => {
    const shown = strip('KH', '11:00', { arrivals: [arrived('KH', 'F', '10:00')] })
    assert.deepEqual([shown.away, shown.lit, shown.arriveAt, shown.mayLeave], [true, false, null, false])
  })

  it('says that the centre keeps closed', () => {
    const plan = { ...haderby, holidays: [{ day: tuesday, name: 'juledag', kept: true }] }
    assert.equal(strip('ML', '10:40', { plan }).title, 'Fyrskuret holder lukket i dag')
  })

  it('forgets an arrival of yesterday', () => {
    const forgotten = { ...arrived('HT', 'F', '09:00'), arrivedAt: instant('2026-11-23T09:00:00Z') }
    assert.equal(strip('HT', '10:40', { arrivals: [forgotten] }).lit, false)
  })
})
