import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { dayOf, instantOf } from '../../platform/time.ts'
import { paperOf } from './looked-paper.ts'
import type { Look } from './looked-queries.ts'
import { byDay, groupLooks } from './looked-rules.ts'

const record = {
  citizenId: '',
  partyId: '',
  name: 'Viggo',
  fromWords: 'jobcentret',
  controller: 'Herby',
  names: false,
  locked: false,
}
const now = instantOf(new Date('2026-11-22T12:00:00Z'))

const aLook = fc
  .record({
    at: fc.integer({ min: Date.parse('2026-01-01T00:00Z'), max: Date.parse('2026-04-01T00:00Z') }),
    who: fc.integer({ min: 1, max: 4 }),
    purpose: fc.constantFrom('contacts.show', 'plan.show', 'citizens.search'),
    ground: fc.constantFrom(null, null, null, 'danger' as const),
  })
  .map(({ at, ...rest }): Omit<Look, 'id'> => {
    const moment = instantOf(new Date(at))
    const role = { roles: ['outreach_worker' as const], parties: ['jobcentret'] }
    return { ...rest, ...role, at: moment, day: String(dayOf(moment)), kind: 'read', someone: true, name: null }
  })
const looks = fc
  .array(aLook, { maxLength: 80 })
  .map(all =>
    all
      .toSorted((a, b) => b.at.epochMilliseconds - a.at.epochMilliseconds)
      .map((look, place) => ({ ...look, id: 1000 - place })),
  )

describe('looks that are put together', () => {
  it('leave none out, newest first, each day once', () => {
    fc.assert(
      fc.property(looks, all => {
        const days = byDay(groupLooks(all))
        const groups = days.flatMap(part => part.groups)
        assert.equal(
          groups.reduce((sum, group) => sum + group.times, 0),
          all.length,
        )
        const names = days.map(part => String(part.day))
        assert.deepEqual(names, [...new Set(all.map(look => look.day))])
        for (const { first, last, look } of groups) {
          assert.ok(first.epochMilliseconds <= last.epochMilliseconds)
          assert.equal(look.day, String(dayOf(first)))
        }
      }),
    )
  })

  it('are on paper as often as they happened, and broken glass stands by itself on top', () => {
    fc.assert(
      fc.property(looks, all => {
        const paper = paperOf(record, all, now)
        const told = paper.months.flatMap(month => month.lines.flatMap(line => timesIn(line.days)))
        assert.equal(
          told.reduce((sum, times) => sum + times, 0),
          all.length,
        )
        assert.equal(paper.glass.lines.length, all.filter(look => look.ground !== null).length)
      }),
    )
  })

  it('are told by day in the order of the calendar', () => {
    const [look] = fc.sample(aLook, 1)
    assert.ok(look)
    const on = (iso: string, id: number): Look => {
      const at = instantOf(new Date(iso))
      return { ...look, id, at, day: String(dayOf(at)), purpose: 'plan.show', ground: null, who: 1 }
    }
    const paper = paperOf(
      record,
      [
        on('2026-03-31T22:30:00Z', 4),
        on('2026-03-12T09:00:00Z', 3),
        on('2026-03-03T10:00:00Z', 2),
        on('2026-03-03T09:00:00Z', 1),
      ],
      now,
    )
    assert.deepEqual(
      paper.months.map(month => [month.title, ...month.lines.map(line => line.days)]),
      [
        ['April 2026', '1. april'],
        ['Marts 2026', '3. (2 gange) og 12. marts'],
      ],
    )
  })
})

/** 3. (2 gange), 7. og 12. november (2 gange): 2, 1 and 2. */
function timesIn(days: string): number[] {
  return [...days.matchAll(/\d+\.(?: [a-z]+)?(?: \((\d+) gange\))?(?=[, ]|$)/g)].map(([, times]) => Number(times ?? 1))
}
