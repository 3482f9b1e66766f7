import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from '../../platform/form.ts'
import { newId } from '../../platform/id.ts'
import { atTime, clock, day } from '../../platform/time.ts'
import { recordForm } from './forms.ts'
import type { RecordForm } from './forms.ts'
import { guessFrom } from './guess-rules.ts'
import { contentOf, outcomesOf, outcomesToTell, refusalsOf } from './record-rules.ts'
import { recordSays } from './texts.da.ts'

const now = atTime(day('2026-11-24'), clock('13:15'))
assert.ok(now)
const at = { now, standsOpen: false }
const centre = newId()
const typed = {
  id: newId(),
  who: 'anonymous',
  effort: 'casework',
  kind: 'walkIn',
  venue: 'centre',
  centre,
  outcome: 'held',
  day: '24-11-2026',
  clock: '13.15',
}

function read(changed: Record<string, string | string[]> = {}): RecordForm {
  const form = parse(recordForm, { ...typed, ...changed })
  assert.ok(form.ok, JSON.stringify(form.errors))
  return form.value
}
const refused = (changed: Record<string, string | string[]>) => refusalsOf(read(changed), at).map(each => each.message)

describe('what a talk may be', () => {
  it('an ordinary anonymous talk is refused nothing', () => {
    assert.deepEqual(refusalsOf(read(), at), [])
  })

  it('only a meeting that was agreed can come to nothing', () => {
    assert.deepEqual(outcomesOf('walkIn'), ['held'])
    for (const outcome of ['noShow', 'excused', 'calledOff']) {
      assert.deepEqual(refused({ outcome }), [recordSays.onlyAgreed])
      assert.deepEqual(refused({ outcome, kind: 'statutory' }), [])
    }
    assert.deepEqual(refused({ outcome: 'moved', kind: 'booked' }), [recordSays.movedBy])
    assert.deepEqual(refused({ outcome: 'moved', kind: 'booked', movedBy: 'citizen' }), [])
  })

  it('an agreement lies ahead and has its time; a talk does not', () => {
    const agreement = { outcome: 'open', kind: 'booked' }
    assert.deepEqual(refused({ ...agreement, day: '25-11-2026', clock: '9' }), [])
    assert.deepEqual(refused({ ...agreement, day: '25-11-2026', clock: '' }), [recordSays.clockAhead])
    assert.deepEqual(refused({ ...agreement, day: '23-11-2026', clock: '9' }), [recordSays.ahead])
    assert.deepEqual(refused({ ...agreement, kind: 'walkIn', day: '25-11-2026' }), [recordSays.openIsAgreed])
    assert.deepEqual(refused({ day: '25-11-2026' }), [recordSays.notYet])
    assert.deepEqual(refused({ clock: '13.20' }), [], 'a clock that is a little fast is taken')
  })

  it('refuses the hour that the spring night skips, and takes the one that the autumn night has twice', () => {
    assert.match(refused({ day: '29-03-2026', clock: '2.30' }).join(), /findes ikke den nat/)
    assert.deepEqual(refused({ day: '26-10-2025', clock: '2.30' }), [])
  })

  it('refuses a CPR number in every word that is kept', () => {
    assert.deepEqual(refused({ nextThing: 'Ring til 010203-1234' }), [recordSays.cpr])
    assert.deepEqual(refused({ who: 'known', alias: '0102031234', agenda: 'x 610203-1234' }), [
      recordSays.cpr,
      recordSays.cpr,
    ])
    assert.deepEqual(refused({ agenda: 'Et sted at bo' }), [recordSays.agendaNeedsCitizen])
  })

  it('asks for the day of the next thing, and takes none that is gone', () => {
    assert.deepEqual(refused({ nextThing: 'Ring', nextWhen: 'pick' }), [recordSays.nextDay])
    assert.deepEqual(refused({ nextThing: 'Ring', nextWhen: 'pick', nextDay: '23-11-2026' }), [recordSays.nextPast])
    assert.deepEqual(refused({ nextWhen: 'pick' }), [], 'without a thing there is no day')
  })

  it('keeps length, help and advice of a talk that took place, and of no other', () => {
    const all = { minutes: '30', topics: ['work'], help: ['1', '8'], advice: '1', came: 'worker' }
    const who = { now, personId: 'me', citizenId: null, effort: 'casework' as const }
    const held = contentOf(read(all), who)
    assert.deepEqual(
      [held.minutes, held.topics, held.helpForms, held.adviceWasEnough, held.came],
      [30, 1, 129, true, 'worker'],
    )
    const noShow = contentOf(read({ ...all, kind: 'booked', outcome: 'noShow' }), who)
    assert.deepEqual([noShow.minutes, noShow.topics, noShow.helpForms, noShow.adviceWasEnough], [null, 0, 0, false])
    assert.equal(contentOf(read({ minutes: 'more', moreMinutes: '95' }), who).minutes, 95)
    assert.equal(contentOf(read({ venue: 'phone' }), who).centreId, null)
  })

  it('gives the next thing a day and an owner', () => {
    const who = { now, personId: 'me', citizenId: null, effort: 'casework' as const }
    const kept = contentOf(read({ nextThing: 'Ring', nextWhen: 'tomorrow' }), who)
    assert.deepEqual([kept.nextThing, kept.nextDay, kept.nextOwnerId], ['Ring', '2026-11-25', 'me'])
    assert.equal(contentOf(read({ nextWhen: 'tomorrow' }), who).nextDay, null)
  })

  it('lets nobody have stayed away before the time has come', () => {
    const ahead = { day: day('2026-11-24'), clock: clock('15:00') }
    assert.deepEqual(outcomesToTell(ahead, now), ['excused', 'calledOff'])
    assert.deepEqual(outcomesToTell({ ...ahead, clock: clock('13:00') }, now), ['held', 'noShow', 'excused'])
  })
})

describe('what is guessed from the worker’s day', () => {
  const member = { role: 'outreach_worker' as const, partyId: 'job', effort: 'casework' as const, mayDecide: true }
  const hours = (centreId: string, from: string, until: string) => ({
    centreId,
    partyId: 'job',
    from: clock(from),
    until: clock(until),
  })
  const where = (day: Parameters<typeof guessFrom>[0], time = '13:15') =>
    guessFrom(day, { now: clock(time), memberships: [member], centres: [] })

  it('is the centre of the hours that are now or nearest', () => {
    const two = [hours('A', '09:00', '12:00'), hours('B', '14:00', '16:00')]
    assert.equal(where({ hours: two, arrivedAt: null }, '10:00').centreId, 'A')
    assert.equal(where({ hours: two, arrivedAt: null }, '13:30').centreId, 'B')
    assert.equal(where({ hours: two, arrivedAt: null }, '12:20').centreId, 'A')
  })

  it('is where one has said that one is, before all else', () => {
    assert.deepEqual(where({ hours: [hours('A', '09:00', '15:00')], arrivedAt: 'B' }), {
      centreId: 'B',
      partyId: 'job',
      effort: 'casework',
    })
  })

  it('is the centre that one works for, and nothing where nothing tells', () => {
    assert.equal(where({ hours: [], arrivedAt: null }).centreId, null)
    const staff = { role: 'centre_staff' as const, partyId: 'fyr', effort: null, mayDecide: false }
    const own = { now: clock('10:00'), memberships: [staff], centres: [{ id: 'F', partyId: 'fyr' }] }
    assert.deepEqual(guessFrom({ hours: [], arrivedAt: null }, own), { centreId: 'F', partyId: 'fyr', effort: null })
  })
})
