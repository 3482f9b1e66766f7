import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileWords, helpFormsOf, helpMask, topicMask, topics, topicsOf } from './codes.ts'

test('a topic keeps its bit in the stored mask, and court is none of those in files', () => {
  assert.equal(topicMask(['work', 'economyAndHousing']), 17)
  assert.deepEqual(topicsOf(2 | 4 | 8), ['mentalHealth', 'health', 'substanceUse'])
  assert.deepEqual(topicsOf(32), [])
  assert.equal(topicMask(topics), 31)
})

test('the eight forms of help are the eight bits of a byte', () => {
  assert.equal(helpMask([1, 8]), 129)
  assert.deepEqual(helpFormsOf(0b0000_0110), [2, 3])
  assert.equal(helpMask([1, 2, 3, 4, 5, 6, 7, 8]), 255)
})

test('no two codes of one list share a word in the spreadsheets', () => {
  for (const words of Object.values(fileWords)) {
    const all = Object.values(words)
    assert.equal(new Set(all).size, all.length)
  }
})
