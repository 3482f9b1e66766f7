import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findings } from '../../../test/pages.ts'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { addDays, formatDay, formatDayField, readNow, today, weekdayOf } from '../../platform/time.ts'

const world = await openWorld()
const { here, there } = world
const day = today(readNow())
const worker = here.people.worker
const soon = addDays(day, 3)

await world.truth(
  `update municipalities set keeps_24_december = false, keeps_31_december = false, keeps_5_june = false`,
)
for (const place of [here, there]) {
  for (const centre of Object.values(place.centres)) {
    await world.truth(
      `insert into centre_days select $1, $2, d::date, true from generate_series($3::date - 1, $3::date + 60, interval '1 day') d`,
      [place.id, centre.id, String(day)],
    )
  }
}

const timeFields = (change: Record<string, string> = {}) => ({
  id: newId(),
  centreId: here.centres.harbour.id,
  roomId: '',
  partyId: here.parties.jobcentre,
  weekday: String(weekdayOf(soon)),
  weeks: 'all',
  from: '9',
  until: '12.30',
  firstDay: formatDayField(day),
  lastDay: '',
  comeWith: 'breve',
  ...change,
})

const times = () =>
  world.truth<{ id: string; from_time: string; valid_from: string; valid_until: string | null; weekday: number }>(
    `select * from presence_times where municipality_id = $1 and person_id = $2 order by valid_from, from_time`,
    [here.id, worker.personId],
  )
const clear = () => world.truth('delete from presence_times')
async function addedTime(change: Record<string, string> = {}): Promise<string> {
  const fields = timeFields(change)
  const answer = await worker.post(paths.newHours(here, worker.personId), fields)
  assert.equal(answer.status, 303, await answer.text())
  return fields.id
}
const agree = (at: { day: typeof day; clock: string | null }) =>
  world.truth(
    `insert into contacts (municipality_id, owner_party_id, id, worker_id, effort, kind, venue, centre_id, outcome, day, clock, created_by)
     values ($1, $2, $3, $4, 'casework', 'booked', 'centre', $5, 'open', $6, $7, $4)`,
    [here.id, here.parties.jobcentre, newId(), worker.personId, here.centres.harbour.id, String(at.day), at.clock],
  )

describe('a worker’s own hours', () => {
  it('can be added, and stand on the board; the same post twice is one', async () => {
    const fields = timeFields()
    const first = await worker.post(paths.newHours(here, worker.personId), fields)
    assert.equal(first.status, 303)
    assert.equal((await worker.post(paths.newHours(here, worker.personId), fields)).status, 303)
    assert.equal((await times()).length, 1)
    const person = await (await world.visitor.get(paths.person(here, worker.personId))).text()
    assert.match(person, new RegExp(`${formatDay(soon).slice(1)}, kl\\. 9–12\\.30`))
    await clear()
  })

  it('that are wrong come back with what was typed, and nothing is stored', async () => {
    const answer = await worker.post(
      paths.newHours(here, worker.personId),
      timeFields({ from: '14', until: '9', firstDay: '30-02-2027', comeWith: 'hunde & katte' }),
    )
    const page = await answer.text()
    assert.equal(answer.status, 422)
    assert.match(page, /30\. februar findes ikke/)
    assert.match(page, /hunde &amp; katte/)
    assert.equal((await times()).length, 0)
    const late = await worker.post(paths.newHours(here, worker.personId), timeFields({ from: '14', until: '9' }))
    assert.match(await late.text(), /Sluttidspunktet skal ligge efter starttidspunktet/)
  })

  it('never put one person in two places at once', async () => {
    await addedTime()
    const answer = await worker.post(
      paths.newHours(here, worker.personId),
      timeFields({ centreId: here.centres.cafe.id, from: '11', until: '13' }),
    )
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /Der er allerede en tid på Havnen/)
    assert.equal(
      (await worker.post(paths.newHours(here, worker.personId), timeFields({ from: '12.30', until: '13' }))).status,
      303,
    )
    await clear()
  })

  it('take only a room of their own centre and a party that one belongs to', async () => {
    const room = await worker.post(
      paths.newHours(here, worker.personId),
      timeFields({ roomId: here.centres.cafe.roomId }),
    )
    assert.match(await room.text(), /Rummet hører ikke til Havnen/)
    const party = await worker.post(paths.newHours(here, worker.personId), timeFields({ partyId: here.parties.social }))
    assert.equal(party.status, 422)
    const foreign = await worker.post(
      paths.newHours(here, worker.personId),
      timeFields({ centreId: there.centres.harbour.id }),
    )
    assert.equal(foreign.status, 422)
    assert.equal((await times()).length, 0)
  })

  it('keep what was when they change from a day on', async () => {
    const id = await addedTime({ firstDay: formatDayField(addDays(day, -21)) })
    const answer = await worker.post(
      paths.hoursTime(here, worker.personId, id),
      timeFields({ from: '10', changesFrom: formatDayField(day) }),
    )
    assert.equal(answer.status, 303)
    const [before, after] = await times()
    assert.equal(before?.valid_until?.slice(0, 10), String(addDays(day, -1)))
    assert.equal(after?.from_time, '10:00:00')
    await clear()
  })

  it('end after a day, and one that never began is gone', async () => {
    const id = await addedTime()
    assert.equal(
      (await worker.post(paths.endHours(here, worker.personId, id), { endDay: formatDayField(addDays(day, 30)) }))
        .status,
      303,
    )
    assert.equal((await times())[0]?.valid_until?.slice(0, 10), String(addDays(day, 30)))
    const later = await addedTime({ firstDay: formatDayField(addDays(day, 60)) })
    assert.equal(
      (await worker.post(paths.endHours(here, worker.personId, later), { endDay: formatDayField(day) })).status,
      303,
    )
    assert.equal((await times()).length, 1)
    await clear()
  })
})

describe('one occurrence', () => {
  const dayPath = (id: string) =>
    paths.hoursDay(here, { personId: worker.personId, presenceTimeId: id, day: String(soon) })

  it('is called off, moved and kept again', async () => {
    const id = await addedTime()
    const shows = async () =>
      (await (await world.visitor.get(paths.boardJson(here))).json()) as {
        centres: { slug: string; week: { day: string; people: { name: string; hours: { from: string } }[] }[] }[]
      }
    assert.equal((await worker.post(dayPath(id), { what: 'callOff' })).status, 303)
    assert.deepEqual(await world.truth('select called_off from presence_changes'), [{ called_off: true }])
    const moved = await worker.post(dayPath(id), {
      what: 'change',
      day: formatDayField(addDays(soon, 1)),
      from: '13',
      until: '15',
      centreId: here.centres.cafe.id,
    })
    assert.equal(moved.status, 303)
    const page = await (await worker.get(paths.hours(here))).text()
    assert.match(page, /Flyttet til .* kl\. 13–15/)
    assert.equal((await worker.post(dayPath(id), { what: 'keep' })).status, 303)
    assert.equal((await world.truth('select 1 from presence_changes')).length, 0)
    assert.ok((await shows()).centres.length > 0)
    await clear()
  })

  it('is not moved to the past, nor to where its person is already', async () => {
    const id = await addedTime()
    await addedTime({
      centreId: here.centres.cafe.id,
      weekday: String(weekdayOf(addDays(soon, 1))),
      from: '9',
      until: '12',
    })
    const past = await worker.post(dayPath(id), { what: 'change', day: formatDayField(addDays(day, -1)) })
    assert.equal(past.status, 422)
    assert.match(await past.text(), /Dagen er gået/)
    const taken = await worker.post(dayPath(id), { what: 'change', day: formatDayField(addDays(soon, 1)) })
    assert.match(await taken.text(), /Der er allerede en tid på Caféen/)
    await clear()
  })
})

describe('a change that hits an agreed meeting', () => {
  it('tells its time before anything is saved, and saves when it is wanted all the same', async () => {
    const id = await addedTime()
    await agree({ day: soon, clock: '10:00' })
    await agree({ day: soon, clock: '13:00' })
    const path = paths.hoursDay(here, { personId: worker.personId, presenceTimeId: id, day: String(soon) })
    const told = await worker.post(path, { what: 'callOff' })
    const page = await told.text()
    assert.match(page, /Det rammer 1 aftale/)
    assert.match(page, new RegExp(`${formatDay(soon).slice(1)} kl\\. 10`))
    assert.doesNotMatch(page, /kl\. 13/)
    assert.deepEqual(await findings(page), [])
    assert.equal((await world.truth('select 1 from presence_changes')).length, 0)
    assert.match(await (await worker.post(path, { what: 'callOff', again: '1' })).text(), /Hvad skal der ske\?/)
    assert.equal((await worker.post(path, { what: 'callOff', confirmed: '1' })).status, 303)
    assert.equal((await world.truth('select 1 from presence_changes')).length, 1)
    await world.truth('delete from presence_changes')
  })

  it('is told for an absence too, of the whole day, and by a manager of one’s party without a word more than the times', async () => {
    const absence = {
      id: newId(),
      fromDay: formatDayField(soon),
      untilDay: formatDayField(soon),
      substitutePersonId: '',
    }
    const own = await (await worker.post(paths.newAbsence(here, worker.personId), absence)).text()
    assert.match(own, /Det rammer 2 aftaler/)
    const administrators = await (
      await world.as('administrator').post(paths.newAbsence(here, worker.personId), absence)
    ).text()
    assert.match(administrators, /Det rammer 2 aftaler/)
    assert.equal((await world.truth('select 1 from absences')).length, 0)
    await world.truth('delete from contacts')
    await clear()
  })
})

describe('an absence', () => {
  const absence = (change: Record<string, string> = {}) => ({
    id: newId(),
    fromDay: formatDayField(day),
    untilDay: formatDayField(addDays(day, 2)),
    substitutePersonId: '',
    ...change,
  })

  it('is reported, corrected and taken back', async () => {
    const fields = absence({ substitutePersonId: here.people.colleague.personId })
    assert.equal((await worker.post(paths.newAbsence(here, worker.personId), fields)).status, 303)
    assert.match(await (await worker.get(paths.hours(here))).text(), /Bo Prøve er der i stedet/)
    const path = paths.absence(here, worker.personId, fields.id)
    assert.equal((await worker.post(path, absence({ untilDay: formatDayField(addDays(day, 4)) }))).status, 303)
    assert.equal((await worker.post(paths.removeAbsence(here, worker.personId, fields.id))).status, 303)
    assert.equal((await world.truth('select 1 from absences')).length, 0)
  })

  it('has no field for why', async () => {
    const page = await (await worker.get(paths.newAbsence(here, worker.personId))).text()
    assert.doesNotMatch(page, /textarea|name="reason"/)
  })

  it('that ends before it begins, or a substitute who is away, is refused', async () => {
    const backwards = await worker.post(
      paths.newAbsence(here, worker.personId),
      absence({ untilDay: formatDayField(addDays(day, -2)) }),
    )
    assert.match(await backwards.text(), /Den sidste dag skal ligge efter den første/)
    await here.people.colleague.post(paths.newAbsence(here, here.people.colleague.personId), absence())
    const both = await worker.post(
      paths.newAbsence(here, worker.personId),
      absence({ substitutePersonId: here.people.colleague.personId }),
    )
    assert.match(await both.text(), /Bo Prøve er selv væk/)
    const foreign = await worker.post(
      paths.newAbsence(here, worker.personId),
      absence({ substitutePersonId: there.people.colleague.personId }),
    )
    assert.equal(foreign.status, 422)
    await world.truth('delete from absences')
  })
})

describe('somebody else’s hours', () => {
  it('are not there for those who do not look after them, and are there for those who do', async () => {
    for (const path of [
      paths.hoursOf(here, worker.personId),
      paths.newAbsence(here, worker.personId),
      paths.newHours(here, worker.personId),
    ]) {
      for (const name of ['colleague', 'staff', 'manager', 'volunteer', 'coordinator', 'leader', 'officer'] as const) {
        assert.equal((await world.as(name).get(path)).status, 404, `${name} ${path}`)
      }
      assert.equal((await world.as('administrator').get(path)).status, 200, path)
      assert.equal((await there.people.administrator.get(path.replace(here.slug, there.slug))).status, 404)
    }
    assert.equal(
      (await world.as('coordinator').get(paths.hoursOf(here, here.people.socialWorker.personId))).status,
      200,
    )
  })

  it('are not changed by those who do not look after them, though they are there', async () => {
    const id = await addedTime()
    const fields = timeFields({ from: '8', changesFrom: formatDayField(day) })
    assert.equal((await world.as('colleague').post(paths.hoursTime(here, worker.personId, id), fields)).status, 404)
    assert.equal(
      (await world.as('colleague').post(paths.hoursTime(here, here.people.colleague.personId, id), fields)).status,
      404,
    )
    assert.equal((await times())[0]?.from_time, '09:00:00')
    await clear()
  })
})

describe('the taps', () => {
  it('"Jeg er her" and "Jeg er gået" light and put out the lamp', async () => {
    assert.equal((await worker.post(paths.arrive(here), { centreId: here.centres.cafe.id })).status, 303)
    assert.equal((await worker.post(paths.arrive(here), { centreId: here.centres.cafe.id })).status, 303)
    assert.equal((await world.truth('select 1 from arrivals')).length, 1)
    const board = async () => JSON.stringify(await (await world.visitor.get(paths.boardJson(here))).json())
    assert.match(await board(), /Mette Prøve.*"state":"here"/)
    assert.equal((await worker.post(paths.leave(here))).status, 303)
    assert.doesNotMatch(await board(), /Mette Prøve/)
    await world.truth('delete from arrivals')
  })

  it('are refused at another municipality’s centre, which is there', async () => {
    assert.equal((await worker.post(paths.arrive(here), { centreId: there.centres.harbour.id })).status, 404)
    assert.equal(
      (await there.people.worker.post(paths.arrive(there), { centreId: there.centres.harbour.id })).status,
      303,
    )
    await world.truth('delete from arrivals')
  })

  it('put out the lamp of a fixed time, of which nobody had said that it began', async () => {
    await world.truth(
      `insert into presence_times (municipality_id, id, person_id, party_id, centre_id, weekday, from_time, until_time, valid_from) values ($1, gen_random_uuid(), $2, $3, $4, $5, '00:00', '23:59', '2020-01-01')`,
      [here.id, worker.personId, here.parties.jobcentre, here.centres.harbour.id, weekdayOf(day)],
    )
    assert.equal((await worker.post(paths.leave(here))).status, 303)
    assert.match(
      JSON.stringify(await (await world.visitor.get(paths.boardJson(here))).json()),
      /Mette Prøve.*"state":"left"/,
    )
    await world.truth('delete from arrivals')
    await clear()
  })
})

describe('the pages of hours', () => {
  it('are valid HTML', async () => {
    const id = await addedTime()
    const absence = { id: newId(), fromDay: formatDayField(day), untilDay: formatDayField(day), substitutePersonId: '' }
    await worker.post(paths.newAbsence(here, worker.personId), absence)
    const own = worker.personId
    const pages = [
      paths.hours(here),
      paths.newHours(here, own),
      paths.hoursTime(here, own, id),
      paths.hoursDay(here, { personId: own, presenceTimeId: id, day: String(soon) }),
      paths.newAbsence(here, own),
      paths.absence(here, own, absence.id),
    ]
    for (const path of pages) {
      const answer = await worker.get(path)
      assert.equal(answer.status, 200, path)
      assert.deepEqual(await findings(await answer.text()), [], path)
    }
    assert.equal((await world.as('administrator').get(paths.hours(here))).status, 200)
  })
})
