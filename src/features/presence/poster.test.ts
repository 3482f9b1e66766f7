import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { aDay, anyPlan, centres, haderby, tuesday } from '../../../test/presence-plans.ts'
import { weekOf } from '../../platform/time.ts'
import { absenceOn, timetableOf, type Plan } from './occurrence-rules.ts'
import { posterOf } from './poster-rules.ts'
import { posterPdf } from './poster.ts'

const [fyrskuret] = centres
assert.ok(fyrskuret)
const poster = (plan: Plan = haderby, of = tuesday) =>
  posterOf({ timetable: timetableOf(plan), centre: fyrskuret, centres, of, url: 'https://brobygger.example/haderby' })
const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length

describe('the poster', () => {
  it('has a week in the words of the board, and says who is there on a day when nobody comes', () => {
    assert.equal(poster().dates, '23.–29. november')
    assert.equal(poster().address, 'brobygger.example/haderby')
    assert.deepEqual(
      poster().days.map(
        day =>
          `${day.name}: ${day.note ?? day.people.map(person => `${person.name} ${person.hours} ${person.badge}`).join(', ')}`,
      ),
      [
        'Mandag: Bent Krag 9–12 Myndighed',
        'Tirsdag: Omar Yildiz 9–13 Ikke myndighed, Mette Lund 9–14 Myndighed',
        'Onsdag: Ingen fra kommunen. Jonas er her kl. 9–16.',
        'Torsdag: Omar Yildiz 9–13 Ikke myndighed, Karin Holm 10–15 Ikke myndighed',
        'Fredag: Hanne Toft 9–12 Myndighed',
        'Weekend: Lukket. Blå Port har åbent kl. 10–16.',
      ],
    )
  })

  it('parts Saturday and Sunday when somebody comes on one of them', () => {
    const times = haderby.times.map(time => (time.id === 'F1BK' ? { ...time, weekday: 6 } : time))
    assert.deepEqual(
      poster({ ...haderby, times })
        .days.map(day => day.name)
        .slice(5),
      ['Lørdag', 'Søndag'],
    )
  })

  it('is an accessible PDF of one sheet, in A3 and A4', async () => {
    const [a3, a4] = await Promise.all([posterPdf(poster(), 'a3'), posterPdf(poster(), 'a4')])
    for (const pdf of [a3, a4]) {
      assert.equal(pages(pdf), 1)
      const text = pdf.toString('latin1')
      assert.match(text, /<pdfuaid:part>1<|pdfuaid:part="1"/)
      assert.match(text, /\/Lang\s*\(da/)
      assert.match(text, /\/StructTreeRoot/)
    }
    assert.match(a3.toString('latin1'), /\/MediaBox\s*\[0 0 841\.8\d* 1190\.5/)
    assert.match(a4.toString('latin1'), /\/MediaBox\s*\[0 0 595\.2\d* 841\.8/)
  })

  it('takes a second sheet rather than smaller type', async () => {
    const more = ['F2ML', 'F1BK'].flatMap(id =>
      haderby.times
        .filter(time => time.id === id)
        .flatMap(time => [1, 2, 3, 4, 5].map(weekday => ({ ...time, id: `${id}${weekday}`, weekday }))),
    )
    assert.equal(pages(await posterPdf(poster({ ...haderby, times: [...haderby.times, ...more] }), 'a3')), 2)
  })

  it('is printed whatever letters a name is written in', async () => {
    const people = haderby.people.map(person => ({ ...person, publicName: 'Łukasz Жена علي 🙂 \u0007' }))
    assert.ok((await posterPdf(poster({ ...haderby, people }), 'a4')).length > 1000)
  })

  it('of any plan never has somebody who is away', () => {
    fc.assert(
      fc.property(anyPlan, aDay, (plan, of) => {
        const timetable = timetableOf(plan)
        for (const [index, day] of poster(plan, of).days.entries()) {
          const onDay = weekOf(of)[index]
          for (const shown of day.people) {
            const person = plan.people.find(one => one.publicName === shown.name)
            assert.ok(person && onDay)
            assert.equal(absenceOn(timetable, person.id, onDay), null)
          }
        }
      }),
    )
  })
})
