import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { openWorld } from '../../../test/world.ts'
import type { Guest, PersonName } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { addDays, day, formatDateYear, readNow, today } from '../../platform/time.ts'
import { runRetention } from '../retention/commands.ts'
import { followedRequests } from './queries.ts'
import { accessTodayTexts, answerTexts, askTexts, followTexts, givenTexts, receiptTexts } from './texts.da.ts'

const world = await openWorld()
const { here, there } = world
const [worker, social, staff] = (['worker', 'socialWorker', 'staff'] as const).map(name => world.as(name))
assert.ok(worker && social && staff)
const municipal = [here.parties.jobcentre, here.parties.social, here.parties.harbour]
const name = 'Viggo Kanari Holm'

async function citizen(who: PersonName = 'worker', alias = `Viggo ${newId().slice(-6)}`): Promise<string> {
  const id = newId()
  assert.equal((await world.as(who).post(paths.newCitizen(here), { id, alias, another: '1' })).status, 303)
  return id
}

const wish = (id: string) => ({
  id,
  name,
  birthDate: '02-03-1961',
  phone: '20 30 40 50',
  where: here.centres.harbour.id,
  address: '',
  parties: municipal,
  how: 'oral',
})

/** A citizen of the job centre asks all of the municipality's parties. */
async function asked(change: Record<string, string | string[]> = {}): Promise<{ record: string; request: string }> {
  const [record, request] = [await citizen(), newId()]
  const answer = await worker?.post(paths.accessRequests(here, record), { ...wish(request), ...change })
  assert.equal(answer?.status, 303)
  return { record, request }
}

interface Answer {
  id: string
  party: string
  answer: string | null
  citizen: string | null
}

const answersOf = (request: string): Promise<Answer[]> =>
  world.truth<Answer & Record<string, unknown>>(
    `select id, owner_party_id as party, answer, citizen_id as citizen from access_answers where municipality_id = $1 and request_id = $2`,
    [here.id, request],
  )
async function answerAt(party: keyof typeof here.parties, request: string): Promise<Answer> {
  const found = (await answersOf(request)).find(each => each.party === here.parties[party])
  assert.ok(found, `${party} was not asked`)
  return found
}
const textOf = async (answer: Promise<Response>) => await (await answer).text()
const isThere = (page: string, ...words: string[]) => words.forEach(each => assert.ok(page.includes(each), each))
const isNotThere = (page: string, ...words: string[]) => words.forEach(each => assert.ok(!page.includes(each), each))

describe('asking the whole municipality', () => {
  it('is offered on the page with everything, and puts the question before each of the parties, and no others', async () => {
    const { record, request } = await asked()
    isThere(await textOf(worker.get(paths.citizenEverything(here, record))), askTexts.open, askTexts.elsewhere)
    assert.deepEqual((await answersOf(request)).map(each => each.party).toSorted(), municipal.toSorted())
    const due = await world.truth<{ due: string; one: string }>(
      `select due_on::text as due, (danish_today() + interval '1 month')::date::text as one from access_requests where municipality_id = $1 and id = $2`,
      [here.id, request],
    )
    assert.equal(due[0]?.due, due[0]?.one)
    const receipt = await textOf(worker.get(paths.accessRequest(here, record, request)))
    isThere(
      receipt,
      receiptTexts.title,
      'Jobcenter',
      'Socialforvaltning',
      'Havnen',
      name,
      formatDateYear(day(due[0]?.due ?? '')),
    )
    isThere(receipt, receiptTexts.heardBy('Mette Prøve'))
    isNotThere(receipt, 'Caféen')
  })

  it('says plainly, before the button, what the others come to know', async () => {
    const page = await textOf(worker.get(paths.newAccessRequest(here, await citizen())))
    isThere(page, ...askTexts.say, 'Jobcenter', 'Socialforvaltning', 'Havnen')
    assert.ok(page.indexOf(askTexts.say[0] ?? '') < page.indexOf(askTexts.send))
  })

  it('asks once, however often it is sent', async () => {
    const { record, request } = await asked()
    assert.equal((await worker.post(paths.accessRequests(here, record), wish(request))).status, 303)
    assert.equal((await answersOf(request)).length, 3)
  })

  it('asks those alone whom the citizen chose', async () => {
    const { request } = await asked({ parties: [here.parties.social] })
    assert.deepEqual(
      (await answersOf(request)).map(each => each.party),
      [here.parties.social],
    )
  })

  it('is the citizen’s own record’s: nobody of another party asks from it or reads what was asked', async () => {
    const { record, request } = await asked()
    for (const who of ['socialWorker', 'staff', 'coordinator', 'manager', 'officer'] as const) {
      for (const path of [paths.newAccessRequest(here, record), paths.accessRequest(here, record, request)])
        assert.equal((await world.as(who).get(path)).status, 404, who)
      const post = await world.as(who).post(paths.accessRequests(here, record), wish(newId()))
      assert.equal(post.status, 404, who)
    }
    assert.equal((await worker.get(paths.accessRequest(here, record, request))).status, 200)
  })

  it('is not there at a private centre, whose own controller is itself', async () => {
    const id = await citizen('manager')
    const manager = world.as('manager')
    isNotThere(await textOf(manager.get(paths.citizenEverything(here, id))), askTexts.open)
    assert.equal((await manager.get(paths.newAccessRequest(here, id))).status, 404)
    assert.equal((await manager.post(paths.accessRequests(here, id), wish(newId()))).status, 404)
  })

  it('never goes to a private centre or another municipality, whatever is sent', async () => {
    const record = await citizen()
    for (const party of [here.parties.cafe, there.parties.social]) {
      const request = newId()
      const answer = await worker.post(paths.accessRequests(here, record), {
        ...wish(request),
        parties: [...municipal, party],
      })
      assert.equal(answer.status, 422)
      isThere(await answer.text(), askTexts.partyUnknown)
      assert.deepEqual(await answersOf(request), [])
      // Nor past the page: the database puts the question before parties of one public controller alone.
      const stored = world.truth(
        `insert into access_requests (municipality_id, owner_party_id, citizen_id, id, name, address, how, recorded_by, asked_party_ids)
         values ($1, $2, $3, $4, 'Viggo', 'Gaden 1', 'oral', $5, $6)`,
        [here.id, here.parties.jobcentre, record, request, worker.personId, [here.parties.social, party]],
      )
      await assert.rejects(stored, /one public controller/)
    }
  })

  it('is refused with a sentence and everything that was typed, and asks nobody', async () => {
    const record = await citizen()
    const before = await world.truth('select id from access_answers where municipality_id = $1', [here.id])
    const post = (form: Record<string, string | string[]>) =>
      worker.post(paths.accessRequests(here, record), { ...wish(newId()), ...form })
    const cases: [form: Record<string, string | string[]>, says: string][] = [
      [{ name: '' }, askTexts.nameMissing],
      [{ name: 'Viggo 070707-4321' }, askTexts.cpr],
      [{ where: 'letter', address: '' }, askTexts.addressMissing],
      [{ where: 'letter', address: 'Gaden 1, 070707-4321' }, askTexts.cprAddress],
      [{ where: '' }, askTexts.whereMissing],
      [{ where: there.centres.harbour.id }, askTexts.whereMissing],
      [{ parties: [] }, askTexts.partiesMissing],
      [{ birthDate: '01-01-2090' }, askTexts.birthDateAhead],
    ]
    for (const [form, says] of cases) {
      const answer = await post(form)
      assert.equal(answer.status, 422, says)
      const page = await answer.text()
      isThere(page, says, '02-03-1961'.slice(0, 'birthDate' in form ? 0 : undefined), '20 30 40 50', 'error-summary')
      if (!('name' in form)) isThere(page, name)
    }
    assert.equal((await post({ birthDate: '30-02-1961' })).status, 422)
    assert.equal((await post({ phone: '0202022020' })).status, 422, 'ten digits are no telephone number')
    const after = await world.truth('select id from access_answers where municipality_id = $1', [here.id])
    assert.equal(after.length, before.length)
  })

  it('can be done from a record that is closed and locked', async () => {
    const record = await citizen()
    await world.truth(
      'update citizens set closed_at = now(), locked_at = now() where municipality_id = $1 and id = $2',
      [here.id, record],
    )
    const request = newId()
    assert.equal((await worker.get(paths.newAccessRequest(here, record))).status, 200)
    assert.equal((await worker.post(paths.accessRequests(here, record), wish(request))).status, 303)
    assert.equal((await worker.get(paths.accessRequest(here, record, request))).status, 200)
  })
})

describe('a party that is asked', () => {
  it('sees on Today whom to look for and by when, and nothing of where it was asked', async () => {
    const { record, request } = await asked()
    for (const [guest, party] of [
      [social, 'social'],
      [staff, 'harbour'],
    ] as const) {
      const { id } = await answerAt(party, request)
      const [day, page] = [await textOf(guest.get(paths.today(here))), await textOf(guest.get(paths.asked(here, id)))]
      isThere(day, accessTodayTexts.title, name, paths.asked(here, id))
      isThere(page, name, '2. marts 1961', '20\u00A030\u00A040\u00A050', 'Havnen')
      isNotThere(day + page, record, request, worker.personId, 'Mette', 'Jobcenter', 'jobcentre')
      isThere(await textOf(guest.get(paths.askedForAccess(here))), paths.asked(here, id))
    }
    isNotThere(await textOf(world.as('manager').get(paths.today(here))), name)
  })

  it('has its question to itself: for anybody else it is not there, though it stands', async () => {
    const { request } = await asked()
    const { id } = await answerAt('social', request)
    for (const who of ['worker', 'staff', 'manager'] as const) {
      assert.equal((await world.as(who).get(paths.asked(here, id))).status, 404, who)
      assert.equal((await world.as(who).post(paths.asked(here, id), { answer: 'none' })).status, 404, who)
      assert.equal((await world.as(who).post(paths.searchForAsked(here, id), { words: 'Viggo' })).status, 404, who)
    }
    assert.equal((await answerAt('social', request)).answer, null)
    assert.equal((await social.get(paths.asked(here, id))).status, 200)
  })

  it('finds the record among its own, the locked ones too, gives it, and says so', async () => {
    const theirs = await citizen('socialWorker', 'Viggo Sorte')
    await world.truth(
      'update citizens set closed_at = now(), locked_at = now() where municipality_id = $1 and id = $2',
      [here.id, theirs],
    )
    const { request } = await asked()
    const { id } = await answerAt('social', request)
    const found = await textOf(social.post(paths.searchForAsked(here, id), { words: 'Viggo Sorte' }))
    const everything = paths.everythingFor(here, theirs, id)
    isThere(found, everything.replaceAll('&', '&amp;'))
    isThere(await textOf(social.get(everything)), givenTexts.asks(name), givenTexts.button)
    const given = await social.post(paths.asked(here, id), { answer: 'given', citizen: theirs })
    assert.equal(given.headers.get('location'), paths.askedSaved(here, id))
    assert.deepEqual(await answerAt('social', request), {
      id,
      party: here.parties.social,
      answer: 'given',
      citizen: theirs,
    })
    isNotThere(await textOf(social.get(everything)), givenTexts.button)
    isNotThere(await textOf(social.get(paths.today(here))), paths.asked(here, id))
    const lines = await world.truth<{ about: string[] }>(
      `select array_agg(s.subject || ' ' || s.subject_id order by s.subject) as about from access_log l
       join access_log_subjects s on s.municipality_id = l.municipality_id and s.log_id = l.id
       where l.municipality_id = $1 and l.purpose = 'access-requests.answer' group by l.id order by l.id desc limit 1`,
      [here.id],
    )
    assert.deepEqual(lines[0]?.about, [`citizen ${theirs}`, `request ${id}`])
    // What was given is not unsaid.
    await social.post(paths.asked(here, id), { answer: 'none' })
    assert.equal((await answerAt('social', request)).answer, 'given')
  })

  it('says that it has nothing, and may find something after all', async () => {
    const { request } = await asked()
    const { id } = await answerAt('social', request)
    assert.equal((await social.post(paths.asked(here, id), { answer: 'none' })).status, 303)
    isThere(await textOf(social.get(paths.asked(here, id))), answerTexts.said.none, answerTexts.notAgain)
    const theirs = await citizen('socialWorker')
    assert.equal((await social.post(paths.asked(here, id), { answer: 'given', citizen: theirs })).status, 303)
    assert.equal((await answerAt('social', request)).answer, 'given')
  })

  it('has answered also when the record that it gave is deleted', async () => {
    const theirs = await citizen('socialWorker')
    const { request } = await asked()
    const { id } = await answerAt('social', request)
    await social.post(paths.asked(here, id), { answer: 'given', citizen: theirs })
    await world.truth('select forget($2, $3, false, array[]::bytea[]) where $1::uuid is not null', [
      here.id,
      here.parties.social,
      theirs,
    ])
    const { answer, citizen: given } = await answerAt('social', request)
    assert.deepEqual([answer, given], ['given', null])
    assert.equal((await social.get(paths.asked(here, id))).status, 200)
  })

  it('gives a record of its own alone, and none without saying which', async () => {
    const { record, request } = await asked()
    const { id } = await answerAt('social', request)
    for (const citizenId of [record, newId()])
      assert.equal((await social.post(paths.asked(here, id), { answer: 'given', citizen: citizenId })).status, 404)
    const none = await social.post(paths.asked(here, id), { answer: 'given' })
    assert.equal(none.status, 422)
    isThere(await none.text(), answerTexts.noRecord)
    const missing = await social.post(paths.asked(here, id), {})
    assert.equal(missing.status, 422)
    isThere(await missing.text(), answerTexts.missing)
    const search = await social.post(paths.searchForAsked(here, id), { words: '070707-4321' })
    assert.equal(search.status, 422)
    assert.equal((await answerAt('social', request)).answer, null)
  })

  it('sees the question no more when it belongs to a private controller', async () => {
    // It has people and may have records, so that it cannot be handed over; the policy does not lean on that.
    await world.truth('alter table parties disable trigger controller_stays')
    const { request } = await asked()
    const { id } = await answerAt('harbour', request)
    const move = (controller: string) =>
      world.truth('update parties set controller_id = $2 where municipality_id = $1 and id = $3', [
        here.id,
        controller,
        here.parties.harbour,
      ])
    await move(here.controllers.private)
    assert.equal((await staff.get(paths.asked(here, id))).status, 404)
    assert.equal((await staff.post(paths.asked(here, id), { answer: 'none' })).status, 404)
    isNotThere(await textOf(staff.get(paths.today(here))), name)
    await move(here.controllers.public)
    await world.truth('alter table parties enable trigger controller_stays')
    assert.equal((await staff.get(paths.asked(here, id))).status, 200)
  })
})

describe('who asked', () => {
  it('learns no answer: the page is the same whatever the others find', async () => {
    const { record, request } = await asked()
    const pages = async () =>
      (await textOf(worker.get(paths.accessRequest(here, record, request)))) +
      (await textOf(worker.get(paths.citizenEverything(here, record)))).replace(/Sådan stod det.*/, '')
    const before = await pages()
    const theirs = await citizen('socialWorker')
    await social.post(paths.asked(here, (await answerAt('social', request)).id), { answer: 'given', citizen: theirs })
    assert.equal(await pages(), before)
    await staff.post(paths.asked(here, (await answerAt('harbour', request)).id), { answer: 'none' })
    assert.equal(await pages(), before)
  })

  it('learns after the last day how many have not answered, and never which', async () => {
    const { record, request } = await asked()
    await social.post(paths.asked(here, (await answerAt('social', request)).id), { answer: 'none' })
    const { id } = await answerAt('harbour', request)
    await world.truth('update access_requests set asked_on = asked_on - 40 where municipality_id = $1 and id = $2', [
      here.id,
      request,
    ])
    isThere(await textOf(worker.get(paths.accessRequest(here, record, request))), receiptTexts.late(2))
    isThere(await textOf(worker.get(paths.citizenEverything(here, record))), askTexts.late(2))
    // And the coordinator of another party hears that something stands still there.
    const today = await textOf(world.as('coordinator').get(paths.today(here)))
    isThere(today, 'Hos Havnen står noget stille')
    await staff.post(paths.asked(here, id), { answer: 'unclear' })
    isThere(await textOf(worker.get(paths.accessRequest(here, record, request))), receiptTexts.late(1))
  })

  it('finds it among everything about the citizen, and so does the party that gave its record', async () => {
    const { record, request } = await asked()
    const theirs = await citizen('socialWorker')
    await social.post(paths.asked(here, (await answerAt('social', request)).id), { answer: 'given', citizen: theirs })
    const own = await textOf(worker.post(paths.citizenEverythingFile(here, record), { format: 'csv' }))
    isThere(own, 'Du har bedt hele kommunen om svar', 'Havnen, Jobcenter, Socialforvaltning', name)
    const given = await textOf(social.post(paths.citizenEverythingFile(here, theirs), { format: 'csv' }))
    isThere(given, 'Du har fået svar')
    isNotThere(given, 'Jobcenter')
  })
})

describe('the officer', () => {
  const officer = world.as('officer')

  it('follows which parties have not answered, and reads no name', async () => {
    await world.truth('delete from access_requests where municipality_id = $1', [here.id])
    const { request } = await asked()
    await social.post(paths.asked(here, (await answerAt('social', request)).id), { answer: 'none' })
    const page = await textOf(officer.get(paths.logAccess(here)))
    isThere(page, followTexts.of(1, 3), 'Havnen, Jobcenter')
    isNotThere(page, name, 'Socialforvaltning', request)
    await worker.post(paths.asked(here, (await answerAt('jobcentre', request)).id), { answer: 'none' })
    await staff.post(paths.asked(here, (await answerAt('harbour', request)).id), { answer: 'none' })
    isThere(await textOf(officer.get(paths.logAccess(here))), followTexts.all, followTexts.of(3, 3))
  })

  it('sees the page alone, and the questions themselves not at all', async () => {
    const { request } = await asked()
    const { id } = await answerAt('social', request)
    for (const path of [paths.asked(here, id), paths.askedForAccess(here)])
      assert.equal((await officer.get(path)).status, 404)
    for (const who of ['worker', 'coordinator', 'leader', 'administrator'] as const)
      assert.equal((await world.as(who).get(paths.logAccess(here))).status, 404, who)
  })
})

describe('what the database tells past the tables', () => {
  it('is told to nobody else, whatever page asks', async () => {
    const { request } = await asked()
    await world.truth('update access_requests set asked_on = asked_on - 40 where municipality_id = $1 and id = $2', [
      here.id,
      request,
    ])
    const { db } = world.house
    for (const who of ['worker', 'coordinator', 'administrator', 'leader'] as const) {
      const seen = await db.read(world.as(who).asker, 'access-requests.follow', tx => followedRequests(tx, here.id))
      assert.deepEqual(seen, [], who)
    }
    const late = async (who: PersonName) =>
      await db.read(world.as(who).asker, 'access-requests.follow', async tx => {
        const { rows } = await sql<{ late: number }>`
          select access_late(${here.parties.jobcentre}::uuid, ${request}::uuid) as late`.execute(tx)
        return rows[0]?.late
      })
    assert.deepEqual([await late('worker'), await late('socialWorker'), await late('officer')], [3, 0, 0])
    const standing = async (who: PersonName) =>
      await db.read(world.as(who).asker, 'access-requests.follow', async tx => {
        const { rows } = await sql<{ party: string }>`select parties_late_with_access() as party`.execute(tx)
        return rows.length > 0
      })
    assert.deepEqual([await standing('coordinator'), await standing('worker')], [true, false])
  })
})

describe('the name in a request', () => {
  it('stands in no line of the log, and in no mail', async () => {
    const { request } = await asked()
    await social.get(paths.asked(here, (await answerAt('social', request)).id))
    const [stored] = await world.truth<{ log: boolean; mail: boolean }>(
      `select exists (select from access_log l where l.municipality_id = $1 and l::text like '%' || $2 || '%') as log,
         exists (select from outbox o where o.municipality_id = $1 and o::text like '%' || $2 || '%') as mail`,
      [here.id, name],
    )
    assert.deepEqual(stored, { log: false, mail: false })
  })

  it('goes a year after the last day with everybody’s answers, and stays while somebody owes one', async () => {
    const [done, owed] = [await asked(), await asked()]
    for (const { id, party } of await answersOf(done.request)) {
      const guest: Guest | undefined = [worker, social, staff][municipal.indexOf(party)]
      assert.equal((await guest?.post(paths.asked(here, id), { answer: 'none' }))?.status, 303)
    }
    const stands = async () =>
      (
        await world.truth<{ id: string }>(
          'select id from access_requests where municipality_id = $1 and id = any ($2)',
          [here.id, [done.request, owed.request]],
        )
      ).map(row => row.id)
    const now = today(readNow())
    await runRetention(world.house, now.add({ months: 13 }).subtract({ days: 3 }))
    assert.equal((await stands()).length, 2)
    await runRetention(world.house, addDays(now.add({ months: 13 }), 1))
    assert.deepEqual(await stands(), [owed.request])
    assert.deepEqual(await answersOf(done.request), [])
  })

  it('keeps the record from which it was asked until the answers are due', async () => {
    const { record, request } = await asked()
    const now = today(readNow())
    await world.truth(
      `update retention_rules set months = 1, act = 'delete' where municipality_id = $1 and record_kind = 'citizen'`,
      [here.id],
    )
    await world.truth(
      `update citizens set closed_at = now() - interval '3 months' where municipality_id = $1 and id = $2`,
      [here.id, record],
    )
    await runRetention(world.house, now)
    assert.equal((await answersOf(request)).length, 3)
    await runRetention(world.house, addDays(now.add({ months: 2 }), 1))
    assert.equal((await answersOf(request)).length, 0)
  })
})
