import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bits, planGround } from '../../../test/plans.ts'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { addDays, day, formatDate, readNow, today } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { holidaysOf } from '../presence/opening-rules.ts'
import { isUnmet, quietBefore } from './standing-rules.ts'
import { standingTexts } from '../tasks/texts.da.ts'

const world = await openWorld()
const { here } = world
const { citizen, yes, takeBack } = planGround(world)
const omar = world.as('socialWorker')
const karin = world.as('coordinator')
const mette = world.as('worker')
const todayOf = async (name: 'socialWorker' | 'coordinator' | 'worker' | 'colleague' | 'manager') =>
  await (await world.as(name).get(paths.today(here))).text()
const part = { kind: 'goal', words: 'Jeg vil sove', topic: 'economyAndHousing' }
const standsAt = 'Hos Socialforvaltning står noget stille'
const change = (sql: string, values: unknown[] = []) => world.truth(sql, [here.id, ...values])
/** Nothing of an earlier test stands still any more. */
async function settled(): Promise<void> {
  await change('update plans set closed_at = now() where municipality_id = $1')
  await change(
    `update tasks set accepted_at = coalesce(accepted_at, now()), refused_at = null, refused_words = null, done_at = now() where municipality_id = $1`,
  )
  await change(
    `update steps set state = 'done', done_on = current_date, rest_words = null where municipality_id = $1 and state <> 'done' and put_away_at is null`,
  )
}

describe('working days', () => {
  const none = () => false

  it('go over weekends', () => {
    // Given on Tuesday 17 November: Wednesday, Thursday and Friday lie before Monday, so Tuesday's question is one too many.
    assert.equal(String(quietBefore(day('2026-11-23'), 3, none)), '2026-11-18')
    assert.equal(String(quietBefore(day('2026-11-24'), 3, none)), '2026-11-19')
    assert.equal(String(quietBefore(day('2026-11-22'), 3, none)), '2026-11-18')
    assert.equal(String(quietBefore(day('2026-11-24'), 6, none)), '2026-11-16')
  })

  it('leave out the holidays that the municipality keeps', async () => {
    const kept = async (keeps: string[]) => {
      const closed = (await holidaysOf([2026, 2027], new Set(keeps))).filter(each => each.kept)
      return (each: Day) => closed.some(holiday => String(holiday.day) === String(each))
    }
    // Monday 28 December: 25 and 26 December are everybody's, Christmas Eve only where it is kept.
    assert.equal(String(quietBefore(day('2026-12-28'), 3, await kept([]))), '2026-12-22')
    assert.equal(String(quietBefore(day('2026-12-28'), 3, await kept(['12-24']))), '2026-12-21')
  })

  it('and weeks without a meeting count from the last one, to the day', () => {
    const plan = { weeks: 4, lastMet: day('2026-10-27'), opened: undefined }
    assert.deepEqual([isUnmet(plan, day('2026-11-24')), isUnmet(plan, day('2026-11-25'))], [false, true])
    const fresh = { weeks: 4, lastMet: day('2025-11-20'), opened: day('2026-11-20') }
    assert.deepEqual([isUnmet(fresh, day('2026-11-24')), isUnmet(fresh, day('2026-12-24'))], [false, true])
  })
})

describe('nobody unnoticed', () => {
  it('a question that nobody answered in three working days comes to whoever asked, and after as long again to the coordinator, who sees that and not what', async () => {
    await settled()
    const per = await citizen('Lange Per')
    await yes(per, 'jobcentre', bits.economy)
    const id = newId()
    await omar.post(paths.newCitizenTask(here, per), {
      id,
      words: 'Ringer til forsikringen',
      when: 'week',
      topic: 'economyAndHousing',
    })
    const hand = { to: `${mette.personId} ${here.parties.jobcentre}`, version: '2' }
    assert.equal((await omar.post(paths.handTask(here, id), hand)).status, 303)
    const asked = (days: number) =>
      change('update tasks set given_at = $2 where municipality_id = $1 and id = $3', [daysAgo(days), id])
    const said = () => standingTexts.unanswered('Mette Prøve', '').slice(0, 22)
    assert.ok(!(await todayOf('socialWorker')).includes(said()))
    await asked(9)
    assert.ok((await todayOf('socialWorker')).includes(said()))
    assert.ok(!(await todayOf('worker')).includes(said()), 'whoever was asked is not told off')
    await asked(20)
    const coordinator = await todayOf('coordinator')
    assert.ok(coordinator.includes(standsAt))
    assert.doesNotMatch(await coordinatorOfAnotherParty(), /Ringer til forsikringen/)
    assert.ok(!(await todayOf('colleague')).includes(standsAt), 'the coordinator alone is told')
    assert.equal((await mette.post(paths.answerTask(here, id), { answer: 'yes' })).status, 303)
    assert.ok(!(await todayOf('socialWorker')).includes(said()))
  })

  it('a promise that whoever has it may see no more, or whose holder is here no more, comes back to those who gave it', async () => {
    await settled()
    const per = await citizen('Lange Per')
    const consent = await yes(per, 'jobcentre', bits.economy)
    const [handed, left] = [newId(), newId()]
    for (const id of [handed, left])
      await omar.post(paths.newCitizenTask(here, per), {
        id,
        words: id === left ? 'Henter nøglen' : 'Skriver til banken',
        when: 'week',
        topic: 'economyAndHousing',
      })
    await omar.post(paths.handTask(here, handed), { to: `${mette.personId} ${here.parties.jobcentre}`, version: '2' })
    await mette.post(paths.answerTask(here, handed), { answer: 'yes' })
    assert.ok(!(await todayOf('socialWorker')).includes(standingTexts.unseen('Mette Prøve')))
    await takeBack(consent)
    assert.ok((await todayOf('socialWorker')).includes(standingTexts.unseen('Mette Prøve')))
    const leaving = newId()
    await change('insert into people (municipality_id, id, public_name) values ($1, $2, $3)', [
      leaving,
      'Flyttet Prøve',
    ])
    await change('update tasks set person_id = $2, given_by = $2 where municipality_id = $1 and id = $3', [
      leaving,
      left,
    ])
    const page = await todayOf('coordinator')
    assert.ok(page.includes('Henter nøglen') && page.includes(standingTexts.holderGone('Flyttet Prøve')))
  })

  it('a plan whose keeper has gone to another party is told to those who are left', async () => {
    await settled()
    const viggo = await citizen('Viggo')
    await omar.post(paths.newPlanPart(here, viggo), { id: newId(), ...part })
    await change('update plans set opened_at = $2, kept_by = $3 where municipality_id = $1 and citizen_id = $4', [
      daysAgo(40),
      mette.personId,
      viggo,
    ])
    assert.ok((await todayOf('coordinator')).includes(standingTexts.unmet('Viggo')))
    assert.ok(!(await todayOf('worker')).includes(standingTexts.unmet('Viggo')))
  })

  it('a step that nobody owns comes to whoever keeps the plan, also when its owner is here no more', async () => {
    await settled()
    const viggo = await citizen('Viggo')
    await omar.post(paths.newStep(here, viggo), { id: newId(), words: 'Nogen skal finde papiret', whose: 'nobody' })
    assert.ok((await todayOf('socialWorker')).includes(standingTexts.ownerless('Nogen skal finde papiret')))
    assert.ok(
      !(await todayOf('coordinator')).includes(standingTexts.ownerless('Nogen skal finde papiret')),
      'it is not hers to keep',
    )
    const leaving = newId()
    await change('insert into people (municipality_id, id, public_name) values ($1, $2, $3)', [leaving, 'Rejst Prøve'])
    await omar.post(paths.newStep(here, viggo), { id: newId(), words: 'Går til banken', whose: 'citizen' })
    await change(
      `update steps set whose = 'worker', person_id = $2 where municipality_id = $1 and words = 'Går til banken'`,
      [leaving],
    )
    assert.ok((await todayOf('socialWorker')).includes(standingTexts.ownerGone('Rejst Prøve')))
    await change(`update plans set kept_by = $2 where municipality_id = $1 and citizen_id = $3`, [leaving, viggo])
    assert.ok(
      (await todayOf('coordinator')).includes(standingTexts.ownerless('Nogen skal finde papiret')),
      'a plan whose keeper is gone is everybody’s',
    )
    await change('update steps set whose_at = $2 where municipality_id = $1', [daysAgo(30)])
    assert.ok((await todayOf('coordinator')).includes(standsAt))
  })

  it('a citizen whom nobody has met for the weeks that the plan says comes up, a talk puts it to rest, and nothing closes by itself', async () => {
    await settled()
    const viggo = await citizen('Viggo')
    await omar.post(paths.newPlanPart(here, viggo), { id: newId(), ...part })
    const opened = (days: number) =>
      change('update plans set opened_at = $2 where municipality_id = $1 and citizen_id = $3', [daysAgo(days), viggo])
    assert.ok(!(await todayOf('socialWorker')).includes(standingTexts.unmet('Viggo')))
    await opened(29)
    const unmet = await todayOf('socialWorker')
    const dayOf = (days: number) => formatDate(addDays(today(readNow()), -days))
    assert.ok(unmet.includes(standingTexts.unmet('Viggo')))
    assert.match(unmet, new RegExp(`Ikke siden planen blev lavet [^<]*${dayOf(29)}`))
    const talk = newId()
    await change(
      `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, day)
       values ($1, $2, $3, $4, $5, 'contactPerson', 'booked', 'home', 'held', $6)`,
      [here.parties.social, talk, viggo, omar.personId, String(addDays(today(readNow()), -300))],
    )
    const long = await todayOf('socialWorker')
    assert.match(long, new RegExp(`Sidste samtale: [^<]*${dayOf(300)}`), 'the talk itself, and not the day of the plan')
    await change('delete from contacts where municipality_id = $1 and id = $2', [talk])
    assert.ok(!(await todayOf('coordinator')).includes(standsAt))
    await opened(360)
    assert.ok((await todayOf('coordinator')).includes(standsAt))
    const closing = (at: string | null) =>
      change('update citizens set closed_at = $2 where municipality_id = $1 and id = $3', [at, viggo])
    await closing(daysAgo(1))
    assert.ok(!(await todayOf('coordinator')).includes(standsAt), 'a record that is closed is left in peace')
    assert.ok(!(await todayOf('socialWorker')).includes(standingTexts.unmet('Viggo')))
    await closing(null)
    const [plan] = await change('select closed_at from plans where municipality_id = $1 and citizen_id = $2', [viggo])
    assert.equal(plan?.['closed_at'], null)
    await change(
      `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, day)
       values ($1, $2, $3, $4, $5, 'contactPerson', 'booked', 'home', 'held', $6)`,
      [here.parties.social, newId(), viggo, omar.personId, String(addDays(today(readNow()), -3))],
    )
    assert.ok(!(await todayOf('socialWorker')).includes(standingTexts.unmet('Viggo')))
    assert.ok(!(await todayOf('coordinator')).includes(standsAt))
  })

  it('at a private place is told to whoever leads it, and to no coordinator of the municipality', async () => {
    await settled()
    const viggo = newId()
    await change(`insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, $3, 'Viggo')`, [
      here.parties.cafe,
      viggo,
    ])
    await change(
      `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, day)
       values ($1, $2, $3, $4, $5, 'contactPerson', 'booked', 'home', 'open', $6)`,
      [here.parties.cafe, newId(), viggo, omar.personId, String(addDays(today(readNow()), -9))],
    )
    const standsThere = 'Hos Caféen står noget stille'
    assert.ok((await todayOf('manager')).includes(standsThere))
    assert.ok(!(await todayOf('coordinator')).includes(standsThere))
  })
})

const daysAgo = (days: number): string => `${String(addDays(today(readNow()), -days))}T10:00:00Z`

/** The words of the page that a coordinator of the asking party's neighbour would see: she is told of parties alone. */
async function coordinatorOfAnotherParty(): Promise<string> {
  await change('update memberships set party_id = $2 where municipality_id = $1 and person_id = $3', [
    here.parties.harbour,
    karin.personId,
  ])
  try {
    const page = await todayOf('coordinator')
    assert.ok(page.includes(standsAt))
    return page
  } finally {
    await change('update memberships set party_id = $2 where municipality_id = $1 and person_id = $3', [
      here.parties.social,
      karin.personId,
    ])
  }
}
