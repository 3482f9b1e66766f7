import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  atTime,
  clock,
  clockOf,
  compareClocks,
  day,
  dayOf,
  daysFrom,
  formatClock,
  formatClockBare,
  formatDateShort,
  formatDateTime,
  formatDay,
  formatDayField,
  formatDays,
  formatDayShort,
  formatHours,
  formatHoursBare,
  holdsClock,
  holdsDay,
  instant,
  instantOf,
  isoWeek,
  parseClock,
  parseDay,
  startOf,
  weekOf,
  zone,
  weekdayOf,
} from './time.ts'

const anyDay = fc.integer({ min: 0, max: 60_000 }).map(count => addDays(day('1970-01-01'), count))
const anyClock = fc.integer({ min: 0, max: 24 * 60 - 1 }).map(minutes => clock('00:00').add({ minutes }))
const messageOf = (parsed: ReturnType<typeof parseDay> | ReturnType<typeof parseClock>) =>
  parsed.ok ? 'no refusal' : parsed.message

describe('a day', () => {
  for (const text of [
    '13-03-2017',
    '13.03.2017',
    '13/3-2017',
    '2017-03-13',
    '13/3 2017',
    ' 13-3-2017 ',
    '13/3/2017',
    '13-03-17',
    '13.3.17',
    '13. marts 2017',
    '13 mar 2017',
    '13. Mar. 2017',
  ]) {
    it(`is read from "${text}"`, () => {
      assert.deepEqual(parseDay(text), { ok: true, value: day('2017-03-13') })
    })
  }

  it('that the calendar lacks is refused by its name', () => {
    assert.equal(messageOf(parseDay('30-02-2027')), '30. februar findes ikke. Skriv en anden dag.')
    assert.equal(messageOf(parseDay('29-02-2027')), '29. februar 2027 findes ikke. Skriv en anden dag.')
    assert.equal(parseDay('29-02-2028').ok, true)
    assert.match(messageOf(parseDay('12-13-2027')), /ingen måned 13/)
    assert.match(messageOf(parseDay('32-01-2027')), /ingen dag 32/)
    assert.match(messageOf(parseDay('01-01-0001')), /mellem 1900 og 2200/)
  })

  it('that is no day is refused with an example of one', () => {
    for (const text of [
      'i morgen',
      '13. maj-ish 2017',
      '13. foo 2017',
      '2017',
      '13-03-2017 kl. 9',
      '١٣-٠٣-٢٠١٧',
      '13\u0000-03-2017',
      '9'.repeat(100_000),
    ]) {
      assert.match(messageOf(parseDay(text)), /for eksempel 24-11-2026/)
    }
    assert.equal(messageOf(parseDay('  ')), 'Skriv en dag, for eksempel 24-11-2026.')
  })

  it('without its year is asked for it', () => {
    for (const text of ['2/12', '2-12', '2. december', '2 dec.']) {
      assert.equal(messageOf(parseDay(text)), 'Skriv også året, for eksempel 24-11-2026.')
    }
  })

  it('is read back from its own field', () => {
    fc.assert(fc.property(anyDay, some => assert.deepEqual(parseDay(formatDayField(some)), { ok: true, value: some })))
  })

  it('lies in the week that the ISO calendar says', () => {
    assert.deepEqual(isoWeek(day('2026-11-24')), { year: 2026, week: 48 })
    assert.deepEqual(isoWeek(day('2027-01-03')), { year: 2026, week: 53 })
    assert.deepEqual(isoWeek(day('2024-12-30')), { year: 2025, week: 1 })
    fc.assert(
      fc.property(anyDay, some => assert.deepEqual(isoWeek(some), { year: some.yearOfWeek, week: some.weekOfYear })),
    )
  })

  it('stands in a week of seven that begins on a Monday', () => {
    const week = weekOf(day('2026-11-29'))
    assert.equal(week.length, 7)
    assert.equal(String(week[0]), '2026-11-23')
    assert.deepEqual(week.map(weekdayOf), [1, 2, 3, 4, 5, 6, 7])
  })

  it('belongs to a range from its first day and not on its last', () => {
    const range = { from: day('2026-11-01'), until: day('2026-11-03') }
    assert.equal(holdsDay(range, day('2026-11-01')), true)
    assert.equal(holdsDay(range, day('2026-11-03')), false)
    assert.equal(holdsDay({ ...range, until: null }, day('2090-01-01')), true)
    assert.deepEqual(daysFrom(range.from, range.until).map(String), ['2026-11-01', '2026-11-02'])
    assert.deepEqual(daysFrom(range.until, range.from), [])
  })
})

describe('a clock time', () => {
  for (const [text, expected] of [
    ['14.30', '14:30'],
    ['14:30', '14:30'],
    ['1430', '14:30'],
    ['930', '09:30'],
    ['9', '09:00'],
    ['kl. 9.05', '09:05'],
    ['00:00', '00:00'],
  ] as const) {
    it(`is read from "${text}"`, () => {
      assert.deepEqual(parseClock(text), { ok: true, value: clock(expected) })
    })
  }

  it('that no clock shows is refused', () => {
    for (const text of ['24', '25.00', '9.60', '2400']) assert.match(messageOf(parseClock(text)), /0\.00 til 23\.59/)
    for (const text of ['ni', '9.5', '9,30', '-9', '14.30.15'])
      assert.match(messageOf(parseClock(text)), /for eksempel 9\.30/)
  })

  it('belongs to hours from their beginning and not at their end', () => {
    const hours = { from: clock('10:00'), until: clock('14:00') }
    assert.equal(holdsClock(hours, clock('10:00')), true)
    assert.equal(holdsClock(hours, clock('14:00')), false)
  })
})

describe('an instant', () => {
  it('joins a day and a clock time in Danish time, in summer and in winter', () => {
    assert.equal(String(atTime(day('2026-07-01'), clock('12:00'))), '2026-07-01T10:00:00Z')
    assert.equal(String(atTime(day('2026-12-01'), clock('12:00'))), '2026-12-01T11:00:00Z')
  })

  it('does not exist at half past two on the night in March when the clocks change', () => {
    assert.equal(atTime(day('2027-03-28'), clock('02:30')), null)
    assert.equal(String(atTime(day('2027-03-28'), clock('03:00'))), '2027-03-28T01:00:00Z')
  })

  it('is the first of the two on the night in October when the hour comes twice', () => {
    assert.equal(String(atTime(day('2026-10-25'), clock('02:30'))), '2026-10-25T00:30:00Z')
  })

  it('has the Danish day also when it is still yesterday in London', () => {
    assert.equal(String(dayOf(instant('2026-11-24T23:30:00Z'))), '2026-11-25')
    assert.equal(String(clockOf(instant('2026-11-24T23:30:00Z'))), '00:30:00')
    assert.equal(String(startOf(day('2026-07-01'))), '2026-06-30T22:00:00Z')
  })

  it('has its own clock time on both sides of a change', () => {
    const shown = ['2026-03-29T00:59:59Z', '2026-03-29T01:00:00Z', '2026-10-25T00:59:59Z', '2026-10-25T01:00:00Z'].map(
      iso => String(clockOf(instant(iso))),
    )
    assert.deepEqual(shown, ['01:59:59', '03:00:00', '02:59:59', '02:00:00'])
  })

  it('agrees with the zone itself at any moment of two centuries', () => {
    const anyMoment = fc
      .integer({ min: -2_200_000_000, max: 7_200_000_000 })
      .map(seconds => instantOf(new Date(seconds * 1000)))
    fc.assert(
      fc.property(anyMoment, moment => {
        const zoned = moment.toZonedDateTimeISO(zone)
        assert.equal(String(dayOf(moment)), String(zoned.toPlainDate()))
        assert.equal(String(clockOf(moment)), String(zoned.toPlainTime()))
      }),
    )
  })

  it('gives back the day and the clock time that it was made of', () => {
    fc.assert(
      fc.property(anyDay, anyClock, (onDay, at) => {
        const joined = atTime(onDay, at)
        if (joined === null) return
        assert.equal(String(dayOf(joined)), String(onDay))
        assert.equal(compareClocks(clockOf(joined), at), 0)
      }),
    )
  })
})

describe('in Danish', () => {
  const thursday = day('2026-11-26')
  it('a day has its weekday first', () => {
    assert.equal(formatDay(thursday), 'torsdag 26. november')
    assert.equal(formatDayShort(thursday), 'Tors. 26.')
    assert.equal(formatDateShort(thursday), '26. nov.')
    assert.equal(formatDateShort(day('2026-05-03')), '3. maj')
  })
  it('hours are written with a dash and no needless zeros', () => {
    assert.equal(formatHours({ from: clock('10:00'), until: clock('14:00') }), 'kl. 10–14')
    assert.equal(formatHoursBare({ from: clock('09:30'), until: clock('12:00') }), '9.30–12')
    assert.equal(formatClock(clock('10:40')), 'kl. 10.40')
    assert.equal(formatClockBare(clock('10:00')), '10')
    assert.equal(formatDateTime(instant('2026-11-24T09:40:00Z')), 'tirsdag 24. november, kl. 10.40')
  })
  it('a range names its month once', () => {
    assert.equal(formatDays(day('2026-11-23'), day('2026-11-29')), '23.–29. november')
    assert.equal(formatDays(day('2026-11-30'), day('2026-12-06')), '30. november – 6. december')
    assert.equal(formatDays(thursday, thursday), '26. november')
  })
})
