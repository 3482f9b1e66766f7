import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { anyPlan, centres, changeOf, haderby, tuesday } from '../../../test/presence-plans.ts'
import { addDays, clock, day, dayOf, instant, mondayOf, type Day } from '../../platform/time.ts'
import { calendarOf } from './calendar.ts'
import { absenceOn, timetableOf, type Plan } from './occurrence-rules.ts'

const [fyrskuret] = centres
assert.ok(fyrskuret)
const now = instant('2026-11-24T09:40:00Z')

const feed = (plan: Plan, from: Day = mondayOf(tuesday)) =>
  calendarOf({ timetable: timetableOf(plan), centre: fyrskuret, from, now, url: 'https://brobygger.example/haderby' })

/** Another library reads it, with the zone that the feed itself brings. */
function read(text: string) {
  const root = new ICAL.Component(ICAL.parse(text))
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  return root.getAllSubcomponents('vevent').map(component => new ICAL.Event(component))
}
const onDay = (events: ICAL.Event[], onDate: Day) =>
  events
    .filter(event => event.startDate.toString().startsWith(String(onDate)))
    .map(event => `${event.startDate.toString().slice(11, 16)} ${event.summary}`)

describe('the calendar of a centre', () => {
  it('is read by another library, at the clock times of the wall', async () => {
    const events = read(await feed(haderby))
    assert.deepEqual(onDay(events, tuesday), [
      '09:00 Omar Yildiz, støtte- og kontaktperson fra kommunen',
      '09:00 Mette Lund, sagsbehandler fra jobcentret',
      '09:00 Jonas Friis, medarbejder på Fyrskuret',
    ])
    assert.equal(events[0]?.location, 'Fyrskuret, Havnegade 12')
  })

  it('keeps nine o’clock when the clocks change', async () => {
    const events = read(await feed(haderby, day('2027-03-22')))
    const starts = events
      .filter(event => event.uid.startsWith('F2ML'))
      .map(event => event.startDate.toJSDate().toISOString())
    assert.deepEqual(starts.slice(0, 2), ['2027-03-23T08:00:00.000Z', '2027-03-30T07:00:00.000Z'])
  })

  it('loses what is called off and moves what is moved', async () => {
    const off = { ...haderby, changes: [changeOf('F2ML', tuesday, { calledOff: true })] }
    assert.ok(!onDay(read(await feed(off)), tuesday).some(line => line.includes('Mette')))
    const moved = {
      ...haderby,
      changes: [
        changeOf('F2ML', tuesday, { movedToDay: addDays(tuesday, 1), from: clock('15:00'), until: clock('17:00') }),
      ],
    }
    const before = read(await feed(haderby)).find(event => event.summary.startsWith('Mette'))
    const after = read(await feed(moved)).find(event => event.summary.startsWith('Mette'))
    assert.equal(after?.startDate.toString(), '2026-11-25T15:00:00')
    assert.equal(after.uid, before?.uid)
  })

  it('has a stamp in UTC and a name for each event', async () => {
    const text = await feed(haderby)
    assert.match(text, /^DTSTAMP:20261124T094000Z\r$/m)
    const uids = read(text).map(event => event.uid)
    assert.equal(new Set(uids).size, uids.length)
  })

  it('of any plan never has somebody who is away', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan, async plan => {
        const timetable = timetableOf(plan)
        const uids = new Set<string>()
        for (const event of read(await feed(plan, addDays(tuesday, -8)))) {
          assert.ok(!uids.has(event.uid), 'each event once')
          uids.add(event.uid)
          const person = plan.people.find(one => event.summary.startsWith(one.publicName))
          assert.ok(person)
          const at = instant(event.startDate.toJSDate().toISOString())
          assert.equal(absenceOn(timetable, person.id, dayOf(at)), null)
        }
      }),
      { numRuns: 40 },
    )
  })
})
