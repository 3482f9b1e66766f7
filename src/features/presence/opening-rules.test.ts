import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { centres, haderby, tuesday } from '../../../test/presence-plans.ts'
import { addDays, clock, day } from '../../platform/time.ts'
import { holidaysOf, openingOn, openingsOf } from './opening-rules.ts'

describe('the days with a name', () => {
  it('are the public holidays, always kept, and four that a municipality keeps or not', async () => {
    const holidays = await holidaysOf([2026], new Set(['12-24', '12-31']))
    const words = holidays.map(holiday => `${holiday.day} ${holiday.name}${holiday.kept ? '' : ' (ikke holdt)'}`)
    assert.deepEqual(words.toSorted(), [
      '2026-01-01 nytårsdag',
      '2026-04-02 skærtorsdag',
      '2026-04-03 langfredag',
      '2026-04-05 påskedag',
      '2026-04-06 anden påskedag',
      '2026-05-01 1. maj (ikke holdt)',
      '2026-05-14 Kristi himmelfartsdag',
      '2026-05-24 pinsedag',
      '2026-05-25 anden pinsedag',
      '2026-06-05 grundlovsdag (ikke holdt)',
      '2026-12-24 juleaftensdag',
      '2026-12-25 juledag',
      '2026-12-26 anden juledag',
      '2026-12-31 nytårsaftensdag',
    ])
  })

  it('name a day once when two fall together', async () => {
    const holidays = await holidaysOf([2017], new Set())
    assert.deepEqual(
      holidays.filter(holiday => String(holiday.day) === '2017-06-05').map(holiday => holiday.name),
      ['anden pinsedag'],
    )
  })
})

describe('a centre', () => {
  const fyrskuret = centres[0]?.id ?? ''

  it('is open as its week says, and unknown when it has told no hours', () => {
    const openings = openingsOf(haderby)
    assert.equal(openingOn(openings, fyrskuret, tuesday).hours.length, 1)
    assert.deepEqual(openingOn(openings, fyrskuret, addDays(tuesday, 4)).hours, [])
    assert.equal(openingOn(openings, 'another', tuesday).known, false)
  })

  it('has its own word on a single day, over the week and over the holiday', () => {
    const hours = { from: clock('11:00'), until: clock('13:00') }
    const christmas = day('2026-12-25')
    const rows = { ...haderby, holidays: [{ day: christmas, name: 'juledag', kept: true }] }
    assert.equal(openingOn(openingsOf(rows), fyrskuret, christmas).closedDay, true)
    const open = openingsOf({ ...rows, centreDays: [{ centreId: fyrskuret, day: christmas, open: true, hours }] })
    assert.deepEqual(openingOn(open, fyrskuret, christmas).hours, [hours])
    const shut = openingsOf({ ...rows, centreDays: [{ centreId: fyrskuret, day: tuesday, open: false, hours: null }] })
    assert.equal(openingOn(shut, fyrskuret, tuesday).closedDay, true)
  })
})
