import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namedIn } from './named-rules.ts'

const rita = { alias: 'Lange Rita', name: null }
const per = { alias: 'Peder', name: 'Per Olsen' }
const bo = { alias: 'bo', name: null }
const named = (text: string) => namedIn(text, [rita, per, bo]).map(each => each.alias)

test('a citizen is named by alias or name, whatever the capitals, also in the genitive and before a mark', () => {
  for (const text of [
    'Ring til Lange Rita, hun er begyndt igen',
    'lange rita skal hentes',
    'Find Lange  Ritas papirer',
    'Lange-Rita',
  ])
    assert.deepEqual(named(text), ['Lange Rita'], text)
  assert.deepEqual(named('Hent per olsen, og bo'), ['Peder', 'bo'])
})

test('a part of the name is enough where it has a capital within the sentence', () => {
  assert.deepEqual(named('Ring til Rita i dag'), ['Lange Rita'])
  assert.deepEqual(named('Skriv ned, hvad Olsens søster sagde'), ['Peder'])
})

test('other words are nobody', () => {
  for (const text of [
    'Lange rapporter skal læses',
    'Margerita til festen',
    'Boligforeningen svarer',
    'Bestil kaffe',
    'Det er en lang dag',
  ])
    assert.deepEqual(named(text), [], text)
})
