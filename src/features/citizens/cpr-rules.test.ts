import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
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

const two = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map(part => String(part).padStart(2, '0'))
const lastFour = fc.integer({ min: 0, max: 9999 }).map(part => String(part).padStart(4, '0'))
const dayOf = fc.tuple(fc.oneof(two(1, 28), two(61, 88)), two(1, 12), two(0, 99))
const wide = (text: string) => text.replaceAll(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const invisible = fc.constantFrom('\u200B', '\u200D', '\u00AD', '\uFEFF', '\u2060')

/** A number as people write it, and as a keyboard or another program writes it without being seen to. */
const spelled = fc
  .record({
    day: dayOf,
    last: lastFour,
    inner: fc.constantFrom('', '.', '-', '/', ' '),
    between: fc.constantFrom('-', '/', ' - ', '–', '−', '.', '- ', '  ', ' ', ''),
    hidden: fc.option(invisible, { nil: '' }),
    at: fc.integer({ min: 0, max: 14 }),
    isWide: fc.boolean(),
  })
  .filter(({ inner, between }) => inner === '' || (between.trim() === '' ? inner === ' ' && between !== '' : true))
  .map(({ day, last, inner, between, hidden, at, isWide }) => {
    const text = day.join(inner) + between + last
    const said = text.slice(0, at) + hidden + text.slice(at)
    return isWide ? wide(said) : said
  })

test('a number is found however it is spelled, alone and among words, and nothing of it is left', () => {
  for (const text of [
    '010101/1234',
    '01.01.01-1234',
    '01-01-01-1234',
    '01 01 01 1234',
    '０１０１０１-１２３４',
    '010101-\u200B1234',
  ])
    assert.equal(hasCpr(text), true, text)
  fc.assert(
    fc.property(spelled, text => {
      assert.equal(hasCpr(text), true)
      assert.equal(hasCpr(`Ring til ${text}, siger Bo`), true)
      const without = withoutCpr(`Ring til ${text}, siger Bo`)
      assert.ok(without.includes(cprRemoved) && !/\d{4}/.test(without.normalize('NFKC')), without)
    }),
    { numRuns: 2000 },
  )
})

test('a telephone number with its country, a date with its time and an id are none', () => {
  const digits = (many: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: many, maxLength: many }).map(each => each.join(''))
  const country = fc.constantFrom('45', '46', '47', '49', '31', '44', '1')
  const phone = fc.oneof(
    fc.tuple(country, digits(8)).map(([code, rest]) => `+${code} ${rest.replaceAll(/(..)(?=.)/g, '$1 ')}`),
    fc.tuple(country, digits(8)).map(([code, rest]) => `+${code}${rest}`),
    fc.tuple(country, digits(8)).map(([code, rest]) => `+${code} ${rest}`),
    fc.tuple(country, digits(8)).map(([code, rest]) => `+${code} ${rest.slice(0, 4)} ${rest.slice(4)}`),
  )
  const clock = fc.tuple(two(0, 23), two(0, 59))
  const date = fc.tuple(two(1, 28), two(1, 12), two(20, 29))
  const moment = fc
    .tuple(date, clock, fc.constantFrom('.', '-', '/'), fc.constantFrom(':', '.', ''))
    .map(([[day, month, year], [hour, minute], mark, colon]) => {
      const time = hour + colon + minute
      return (
        fc.sample(
          fc.constantFrom(
            `${day}${mark}${month}${mark}20${year} ${time}`,
            `${day}${mark}${month}${mark}${year} kl. ${time}`,
            `${day}${mark}${month}${mark}${year} ${time}`,
            `20${year}-${month}-${day}T${hour}:${minute}:00Z`,
            `20${year}-${month}-${day} ${time}`,
          ),
          1,
        )[0] ?? ''
      )
    })
  const id = fc.oneof(
    fc.uuid(),
    fc.uuid().map(each => each.replaceAll('-', '')),
    fc.uuid().map(each => each.toUpperCase()),
  )
  fc.assert(
    fc.property(fc.oneof(phone, moment, id), text => {
      assert.equal(hasCpr(text), false)
      assert.equal(hasCpr(`Se ${text} her`), false)
      assert.equal(withoutCpr(text), text)
    }),
    { numRuns: 6000 },
  )
  // An id that would read as one, if it were not passed by.
  assert.equal(hasCpr('ab010101-1234-4abc-8def-0123456789ab'), false)
})
