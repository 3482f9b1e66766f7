import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cprOf, cprRemoved, hasCpr, withoutCpr } from './cpr-rules.ts'

test('a CPR number is known by its shape, with and without the dash', () => {
  for (const text of ['010203-1234', '0102031234', '010203 1234', '010203–1234', '311299-0000', '290200-1234'])
    assert.equal(hasCpr(text), true, text)
})

test('a replacement number with 60 added to its day is one too', () => {
  assert.equal(hasCpr('610203-1234'), true)
  assert.equal(hasCpr('9112991234'), true)
  assert.equal(hasCpr('920203-1234'), false)
})

test('it is found within other words', () => {
  assert.equal(hasCpr('ring til Bo (010203-1234) i morgen'), true)
  assert.equal(withoutCpr('Bo 010203-1234 og Ib 0405061234.'), `Bo ${cprRemoved} og Ib ${cprRemoved}.`)
})

test('what is no date, or is a longer or a shorter number, is left alone', () => {
  for (const text of [
    '320203-1234',
    '011303-1234',
    '300203-1234',
    '290201-1234',
    '000203-1234',
    '010200031234',
    '010203-123',
    '5798000123456',
    '13-03-2017',
    '+45 12 34 56 78',
  ])
    assert.equal(hasCpr(text), false, text)
  assert.equal(withoutCpr('faktura 320203-1234'), 'faktura 320203-1234')
})

test('a number that is typed as one is ten digits of a day that there was, whatever its check digits say', () => {
  for (const text of ['010203-1234', ' 0102031234 ', '010203 1234', '290200-4123', '290204-0001', '610203-1234'])
    assert.equal(cprOf(text), text.replaceAll(/\D/g, ''), text)
  for (const text of ['', '310203-1234', '290203-1234', '290200-0123', '01020312345', 'Bo 010203-1234', '010203-123'])
    assert.equal(cprOf(text), undefined, text)
})
