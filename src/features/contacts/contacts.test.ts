import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { addDays, formatDayField, readNow, today } from '../../platform/time.ts'
import { recordSays, recordTexts } from './texts.da.ts'

const world = await openWorld()
const { here, there } = world
const worker = world.as('worker')
const yesterday = addDays(today(readNow()), -1)
const tomorrow = addDays(today(readNow()), 1)

const talk = (changed: Record<string, string | string[]> = {}): Record<string, string | string[]> => ({
  id: newId(),
  who: 'anonymous',
  effort: 'casework',
  kind: 'walkIn',
  venue: 'centre',
  centre: here.centres.harbour.id,
  outcome: 'held',
  day: formatDayField(yesterday),
  clock: '10.15',
  minutes: '30',
  topics: ['economyAndHousing', 'mentalHealth'],
  help: ['1', '3'],
  ...changed,
})
const agreement = (changed: Record<string, string> = {}) =>
  talk({
    kind: 'booked',
    outcome: 'open',
    day: formatDayField(tomorrow),
    clock: '9',
    minutes: '',
    help: [],
    ...changed,
  })
const record = async (form = talk()) => {
  const answer = await worker.post(paths.contacts(here), form)
  assert.equal(answer.status, 303, answer.status === 303 ? '' : await errorsIn(answer))
  return String(form['id'])
}
const stored = (id: string) =>
  world.truth<Record<string, unknown>>('select * from contacts where id = $1 order by owner_party_id', [id])
const errorsIn = async (answer: Response) =>
  /error-summary[\s\S]*?<\/ul>/.exec(await answer.text())?.[0] ?? 'no summary'
/** Time passes; the trigger hears who and why, as from a page. */
const aged = (id: string, change: string) =>
  world.truth(`begin; set local app.municipality = '${here.id}'; set local app.purpose = 'contacts.correct';
    update contacts set ${change} where id = '${id}'; commit`)
const citizen = async (alias: string, party = here.parties.jobcentre, place = here) => {
  const id = newId()
  await world.truth('insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, $3, $4)', [
    place.id,
    party,
    id,
    alias,
  ])
  return id
}

describe('recording a talk', () => {
  it('leaves open what was answered and taken back, and says in its row how one spoke', async () => {
    const left = { minutes: '', came: '', introducedBy: '', known: '', income: '', nextWhen: '' }
    const id = await record(talk({ ...left, kind: 'booked', venue: 'phone', centre: '', topics: [], help: [] }))
    const [row] = await stored(id)
    assert.deepEqual([row?.['minutes'], row?.['came'], row?.['income'], row?.['next_day']], [null, null, null, null])
    assert.match(await (await worker.get(paths.contacts(here))).text(), /Aftalt, i telefonen\./)
  })

  it('stores an anonymous talk without a name, and says so on a page of its own', async () => {
    const id = await record(talk({ nextThing: 'Find skemaet', nextWhen: 'tomorrow' }))
    const [row] = await stored(id)
    assert.equal(row?.['citizen_id'], null)
    assert.deepEqual(
      [row?.['minutes'], row?.['topics'], row?.['help_forms'], row?.['worker_id']],
      [30, 18, 5, worker.personId],
    )
    const page = await (await worker.get(paths.contactSaved(here, id))).text()
    assert.match(page, /En samtale uden navn på Havnen, 30 minutter, om penge, bolig og psyken\./)
    assert.match(page, /Intet navn er gemt\./)
    assert.match(page, /<b>I morgen:<\/b> Find skemaet\. Den ligger nu i dit I\sdag\./)
  })

  it('takes the same post twice as one talk, and never drops a different one in silence', async () => {
    const form = talk()
    await record(form)
    await record(form)
    assert.equal((await stored(String(form['id']))).length, 1)
    const other = await worker.post(paths.contacts(here), { ...form, minutes: '45' })
    assert.equal(other.status, 409)
    const page = await other.text()
    assert.match(page, /allerede gemt, med noget andet/)
    assert.match(page, /30 minutter/, 'what stands is shown')
    assert.match(page, /value="45" checked/, 'what was typed is shown')
    assert.equal((await stored(String(form['id'])))[0]?.['minutes'], 30)
  })

  it('takes two posts at once as one', async () => {
    const form = talk()
    const answers = await Promise.all([1, 2, 3, 4].map(() => worker.post(paths.contacts(here), form)))
    assert.deepEqual(
      answers.map(answer => answer.status),
      [303, 303, 303, 303],
    )
    assert.equal((await stored(String(form['id']))).length, 1)
  })

  it('refuses a no-show of somebody who came in by themselves, and keeps all that was typed', async () => {
    const form = talk({ outcome: 'noShow', nextThing: 'Ring til <b>banken</b>' })
    const answer = await worker.post(paths.contacts(here), form)
    assert.equal(answer.status, 422)
    const page = await answer.text()
    assert.ok(page.includes(recordSays.onlyAgreed))
    assert.ok(page.includes('value="Ring til &lt;b&gt;banken&lt;/b&gt;"'))
    assert.equal((await stored(String(form['id']))).length, 0)
  })

  it('searches by a post before it makes a citizen, and keeps the words encrypted', async () => {
    const viggo = await citizen('Viggo Test')
    const found = await worker.post(paths.contacts(here), talk({ who: 'known', alias: 'viggo t', find: '1' }))
    assert.equal(found.status, 200)
    const page = await found.text()
    assert.ok(page.includes(`value="${viggo}"`))
    const [log] = await world.truth<{ kind: string; words: Buffer; id: string }>(
      `select kind, words, id from access_log where purpose = 'citizens.search' order by id desc limit 1`,
    )
    assert.equal(log?.kind, 'search')
    assert.equal(log?.words.includes('viggo'), false)
    const subjects = await world.truth('select subject_id from access_log_subjects where log_id = $1', [log?.id])
    assert.ok(subjects.some(row => row['subject_id'] === viggo))
    const id = await record(talk({ who: 'known', alias: 'viggo t', citizen: viggo, agenda: 'Et sted at bo' }))
    assert.equal((await stored(id))[0]?.['citizen_id'], viggo)
  })

  it('makes a new citizen only after a search for that alias', async () => {
    const newCitizenId = newId()
    const form = talk({ who: 'known', alias: 'Sonja', citizen: 'new', newCitizenId })
    const unsearched = await worker.post(paths.contacts(here), form)
    assert.equal(unsearched.status, 200)
    const page = await unsearched.text()
    assert.ok(page.includes(recordTexts.newHint) && !page.includes(recordSays.choose))
    assert.deepEqual(await world.truth('select id from citizens where id = $1', [newCitizenId]), [])
    await record({ ...form, searched: 'Sonja' })
    const rows = await world.truth('select owner_party_id, alias from citizens where id = $1', [newCitizenId])
    assert.deepEqual(rows, [{ owner_party_id: here.parties.jobcentre, alias: 'Sonja' }])
  })

  it('refuses a CPR number in the agenda, in the alias and in the next thing', async () => {
    const viggo = await citizen('Viggo Tal')
    const known = { who: 'known', alias: 'Viggo Tal', citizen: viggo }
    const numbers: Record<string, string>[] = [
      { ...known, agenda: 'har 010203-1234' },
      { ...known, alias: '0102031234', citizen: '' },
      { nextThing: 'Ring til 010203 1234' },
    ]
    for (const wrong of numbers) {
      const form = talk(wrong)
      const answer = await worker.post(paths.contacts(here), form)
      assert.equal(answer.status, 422)
      assert.ok((await answer.text()).includes(recordSays.cpr))
      assert.equal((await stored(String(form['id']))).length, 0)
    }
  })

  it('does not know a citizen of another party, nor of another municipality', async () => {
    const theirs = await citizen('Viggo', here.parties.social)
    const abroad = await citizen('Viggo', there.parties.jobcentre, there)
    for (const id of [theirs, abroad, newId()]) {
      const form = talk({ who: 'known', alias: 'Viggo', citizen: id })
      assert.equal((await worker.post(paths.contacts(here), form)).status, 404)
      assert.equal((await stored(String(form['id']))).length, 0)
    }
    const found = await (
      await worker.post(paths.contacts(here), talk({ who: 'known', alias: 'Viggo', find: '1' }))
    ).text()
    assert.equal(found.includes(theirs) || found.includes(abroad), false)
  })

  it('takes no centre, party or colleague that is not one’s own to choose', async () => {
    const wrong: Record<string, string>[] = [
      { centre: there.centres.harbour.id },
      { centre: newId() },
      { party: here.parties.social },
      { nextThing: 'Ring', nextOwner: world.as('socialWorker').personId },
      { nextThing: 'Ring', nextOwner: there.people.worker.personId },
    ]
    for (const each of wrong) {
      const form = talk(each)
      assert.equal((await worker.post(paths.contacts(here), form)).status, 404, JSON.stringify(each))
      assert.equal((await stored(String(form['id']))).length, 0)
    }
  })

  it('says what is wrong with hostile input, and is never surprised by it', async () => {
    const hostile: Record<string, string>[] = [
      { id: 'x' },
      { id: `${newId()}'; drop table contacts` },
      { day: '30-02-2026' },
      { clock: '25.99' },
      { kind: 'admin' },
      { centre: 'not-an-id' },
      { minutes: '99999999' },
      { minutes: 'more', moreMinutes: '-1' },
      { nextThing: 'a\0b' },
      { nextThing: 'x'.repeat(201) },
      { agenda: '\ud800' },
    ]
    for (const each of hostile) {
      const answer = await worker.post(paths.contacts(here), talk(each))
      assert.equal(answer.status, 422, JSON.stringify(each))
    }
  })

  it('is for those who see records, and for nobody else', async () => {
    for (const name of ['volunteer', 'leader', 'projectLeader', 'administrator', 'officer'] as const) {
      assert.equal((await world.as(name).get(paths.recordContact(here))).status, 404, name)
      const form = talk()
      assert.equal((await world.as(name).post(paths.contacts(here), form)).status, 404, name)
      assert.equal((await stored(String(form['id']))).length, 0)
    }
  })
})

describe('a talk that stands', () => {
  it('is shown to colleagues of the party, and is not there for others', async () => {
    const id = await record()
    for (const path of [paths.contact(here, id), paths.contactSaved(here, id), paths.correctContact(here, id)]) {
      assert.equal((await world.as('colleague').get(path)).status, 200)
      for (const name of ['socialWorker', 'coordinator', 'staff', 'manager', 'leader', 'administrator'] as const)
        assert.equal((await world.as(name).get(path)).status, 404, `${name} ${path}`)
      assert.equal((await there.people.worker.get(path)).status >= 300, true)
      assert.equal((await there.people.worker.get(path.replace(here.slug, there.slug))).status, 404)
    }
    assert.equal((await stored(id)).length, 1, 'the refused row was there')
    const refusals = await world.truth(`select 1 from access_log where kind = 'refused' and purpose = 'contacts.show'`)
    assert.ok(refusals.length > 0)
  })

  it('is put right freely within a day, and keeps what stood before after that', async () => {
    const form = talk()
    const id = await record(form)
    const versions = () =>
      world.truth('select version, stood from contact_versions where contact_id = $1 order by version', [id])
    assert.equal(
      (await worker.post(paths.correctContact(here, id), { ...form, version: '1', minutes: '45' })).status,
      303,
    )
    assert.equal((await versions()).length, 0)
    await aged(id, `created_at = now() - interval '2 days'`)
    const [{ version } = { version: 0 }] = await world.truth<{ version: number }>(
      'select version from contacts where id = $1',
      [id],
    )
    const later = await world
      .as('colleague')
      .post(paths.correctContact(here, id), { ...form, version: String(version), minutes: '60' })
    assert.equal(later.status, 303)
    const kept = await versions()
    assert.equal(kept.at(-1)?.['stood'].minutes, 45)
    const page = await (await worker.get(paths.contact(here, id))).text()
    assert.match(page, /Sådan stod der før/)
    assert.match(page, /45 minutter/)
    assert.match(page, /af Bo Prøve/)
  })

  it('is never overwritten in silence: the second of two editors sees both', async () => {
    const form = talk()
    const id = await record(form)
    await worker.post(paths.correctContact(here, id), { ...form, version: '1', minutes: '45' })
    const second = await world
      .as('colleague')
      .post(paths.correctContact(here, id), { ...form, version: '1', minutes: '60' })
    assert.equal(second.status, 409)
    const page = await second.text()
    assert.match(page, /En anden har rettet samtalen imens/)
    assert.match(page, /45 minutter/)
    assert.match(page, /value="60" checked/)
    assert.equal((await stored(id))[0]?.['minutes'], 45)
    assert.match(page, /name="version" value="2"/, 'and may decide that theirs is to stand')
  })

  it('shows the agenda on its own page, and in no list and no file', async () => {
    const viggo = await citizen('Viggo Ord')
    const id = await record(talk({ who: 'known', alias: 'Viggo Ord', citizen: viggo, agenda: 'Vil gerne sejle' }))
    assert.match(await (await worker.get(paths.contact(here, id))).text(), /Vil gerne sejle/)
    for (const path of [paths.contacts(here), paths.citizen(here, viggo), paths.today(here)])
      assert.equal((await (await worker.get(path)).text()).includes('sejle'), false, path)
    const file = await (await worker.post(paths.contactsExport(here), {})).text()
    assert.equal(file.includes('sejle'), false)
    assert.ok(file.includes('Viggo Ord'))
  })
})

describe('an agreement', () => {
  it('is made with a day ahead, and has its outcome told with one tap', async () => {
    const form = agreement()
    const id = await record(form)
    assert.equal((await stored(id))[0]?.['outcome'], 'open')
    const early = await worker.post(paths.tellOutcome(here, id), { outcome: 'noShow' })
    assert.equal(early.headers.get('location'), paths.contact(here, id), 'nobody has stayed away before the time')
    assert.equal((await stored(id))[0]?.['outcome'], 'open')
    await aged(id, `day = '${yesterday}'`)
    const today = await (await worker.get(paths.today(here))).text()
    assert.match(today, /Hvad blev det til\?/)
    assert.ok(today.includes(paths.tellOutcome(here, id)))
    assert.equal((await world.as('socialWorker').post(paths.tellOutcome(here, id), { outcome: 'noShow' })).status, 404)
    assert.equal((await worker.post(paths.tellOutcome(here, id), { outcome: 'noShow' })).status, 303)
    assert.equal((await stored(id))[0]?.['outcome'], 'noShow')
  })

  it('that became a talk leads on to the rest of it', async () => {
    const id = await record(agreement())
    await aged(id, `day = '${yesterday}'`)
    const told = await worker.post(paths.tellOutcome(here, id), { outcome: 'held' })
    assert.equal(told.headers.get('location'), paths.tellMore(here, id))
    assert.match(await (await worker.get(paths.tellMore(here, id))).text(), /Her er der plads til resten/)
  })

  it('cannot lie behind, nor be a walk-in', async () => {
    const behind: Record<string, string>[] = [{ day: formatDayField(yesterday) }, { kind: 'walkIn' }, { clock: '' }]
    for (const wrong of behind) assert.equal((await worker.post(paths.contacts(here), agreement(wrong))).status, 422)
  })
})
