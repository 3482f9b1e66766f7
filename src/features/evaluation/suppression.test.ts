import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fewest, held, heldRate, heldSum, isShown, shownOrNull } from './suppression.ts'

const few = fc.integer({ min: 1, max: fewest - 1 })
const enough = fc.integer({ min: fewest, max: 1_000_000 })
const count = fc.integer({ min: 0, max: 1_000_000 })

test('a number with 1 to 4 people behind it is held back, however large it is', () => {
  fc.assert(fc.property(count, few, (number, people) => assert.deepEqual(held(number, people), { suppressed: true })))
})

test('a number with 5 people or more behind it is shown as it is', () => {
  fc.assert(fc.property(count, enough, (number, people) => assert.equal(held(number, people), number)))
})

test('0 with nobody behind it is shown', () => {
  assert.equal(held(0), 0)
  assert.equal(held(0, 0), 0)
})

test('a number that says that nobody stands behind it is held back, because that cannot be', () => {
  fc.assert(fc.property(fc.integer({ min: 1 }), number => assert.deepEqual(held(number, 0), { suppressed: true })))
})

test('a count of people stands for itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), people => assert.deepEqual(held(people), held(people, people))),
  )
})

test('what is held back says nothing of the number', () => {
  fc.assert(
    fc.property(count, few, (number, people) =>
      assert.equal(JSON.stringify(held(number, people)), JSON.stringify(held(number + 1, 5 - people))),
    ),
  )
})

test('a rate is held back with either of its parts', () => {
  fc.assert(
    fc.property(fc.nat(8), fc.nat(8), (noShow, came) => {
      const rate = noShow + came === 0 ? null : noShow / (noShow + came)
      const parts = [held(noShow), held(came)]
      const shown = heldRate(rate, parts)
      if (rate === null) return assert.equal(shown, null)
      assert.equal(isShown(shown), parts.every(isShown))
      if (isShown(shown)) assert.equal(shown, rate)
    }),
  )
})

test('a drawing gets no number where one is held back', () => {
  assert.equal(shownOrNull({ suppressed: true }), null)
  assert.equal(shownOrNull(null), null)
  assert.equal(shownOrNull(0), 0)
})

test('a sum is never shown when all of its parts but one are', () => {
  const part = fc.nat(9).map(people => ({ count: people * 2, people }))
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), parts => {
      const hidden = parts.filter(({ count: number, people }) => !isShown(held(number, people)))
      const sum = heldSum(parts)
      if (hidden.length === 1) assert.deepEqual(sum, { suppressed: true })
      if (isShown(sum))
        assert.equal(
          sum,
          parts.reduce((all, each) => all + each.count, 0),
        )
      if (hidden.length === 0) assert.ok(isShown(sum))
    }),
  )
})
