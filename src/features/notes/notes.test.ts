import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { openWorld } from '../../../test/world.ts'

const world = await openWorld()
const { here } = world
const viggo = newId()
const omar = world.as('socialWorker')

before(async () => {
  await world.truth('insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, $3, $4)', [
    here.id,
    here.parties.social,
    viggo,
    'Viggo',
  ])
})

const note = (more: Record<string, string> = {}) => ({
  id: newId(),
  version: '',
  kind: 'own',
  topic: '',
  words: 'Vi læste tre breve sammen.',
  ...more,
})

async function written(more: Record<string, string> = {}): Promise<string> {
  const form = note(more)
  const answer = await omar.post(paths.notes(here, viggo), form)
  assert.equal(answer.status, 303)
  return form.id
}

async function sayYes(topics: number, to: string = here.parties.jobcentre): Promise<string> {
  const id = newId()
  await world.truth(
    `insert into consents (municipality_id, id, owner_party_id, citizen_id, receiving_party_id, topics, ground, valid_from,
       valid_until, given_how, recorded_by)
     values ($1, $2, $3, $4, $5, $6, 'disclose', danish_today(), danish_today() + 300, 'oral', $7)`,
    [here.id, id, here.parties.social, viggo, to, topics, omar.personId],
  )
  return id
}

async function takeBack(consentId: string): Promise<void> {
  await world.truth(
    'update consents set withdrawn_at = now(), withdrawn_by = $3 where municipality_id = $1 and id = $2',
    [here.id, consentId, omar.personId],
  )
}

const stands = async (noteId: string) =>
  (
    await world.truth<Record<string, unknown>>('select * from notes where municipality_id = $1 and id = $2', [
      here.id,
      noteId,
    ])
  )[0]

describe('a note', () => {
  it('is written, and read by the colleagues of the party and by nobody else', async () => {
    const id = await written()
    const page = await omar.get(paths.note(here, viggo, id))
    assert.equal(page.status, 200)
    assert.ok((await page.text()).includes('Vi læste tre breve sammen.'))
    assert.equal((await world.as('coordinator').get(paths.note(here, viggo, id))).status, 200)
    for (const who of ['worker', 'staff', 'manager', 'leader', 'administrator', 'officer'] as const)
      assert.equal((await world.as(who).get(paths.note(here, viggo, id))).status, 404, who)
    assert.equal((await world.there.people.socialWorker.get(paths.note(world.there, viggo, id))).status, 404)
    assert.equal((await stands(id))?.['written_by'], omar.personId, 'the refused row was there')
  })

  it('of the own party is never shared, whatever its topic and whatever the citizen said yes to', async () => {
    const yes = await sayYes(63)
    const id = await written({ topic: 'economyAndHousing' })
    assert.equal((await world.as('worker').get(paths.citizen(here, viggo))).status, 200)
    assert.equal((await world.as('worker').get(paths.note(here, viggo, id))).status, 404)
    await takeBack(yes)
  })

  it('is shared by one tap under a yes in force, with those that the page names, and taken back by one tap', async () => {
    const yes = await sayYes(16)
    const id = await written({ topic: 'economyAndHousing' })
    const before = await (await omar.get(paths.note(here, viggo, id))).text()
    assert.ok(before.includes('Del med Jobcenter'))
    assert.equal(
      (await omar.post(paths.shareNote(here, viggo, id), { version: '1', topic: 'economyAndHousing' })).status,
      303,
    )
    const shared = await (await omar.get(paths.note(here, viggo, id))).text()
    assert.ok(shared.includes('Jobcenter kan se den.'))
    assert.equal((await world.as('worker').get(paths.note(here, viggo, id))).status, 200)
    assert.equal((await world.as('staff').get(paths.note(here, viggo, id))).status, 404)
    assert.equal((await omar.post(paths.unshareNote(here, viggo, id), { version: '2' })).status, 303)
    assert.equal((await world.as('worker').get(paths.note(here, viggo, id))).status, 404)
    assert.deepEqual(
      [(await stands(id))?.['kind'], (await stands(id))?.['topic'], (await stands(id))?.['version']],
      ['own', 16, 3],
    )
    const kept = await world.truth<{ version: number; kind: string }>(
      `select version, stood ->> 'kind' as kind from record_versions where municipality_id = $1 and record_id = $2 order by version`,
      [here.id, id],
    )
    assert.deepEqual(kept, [
      { version: 1, kind: 'own' },
      { version: 2, kind: 'shared' },
    ])
    await takeBack(yes)
  })

  it('without a topic can be shared under each topic that somebody may see, and under no other', async () => {
    const yes = await sayYes(1 | 4)
    const id = await written()
    const page = await (await omar.get(paths.note(here, viggo, id))).text()
    assert.ok(page.includes('Del som ”helbred” med Jobcenter') && page.includes('Del som ”arbejde” med Jobcenter'))
    const refused = await omar.post(paths.shareNote(here, viggo, id), { version: '1', topic: 'court' })
    assert.equal(refused.status, 422)
    assert.ok((await refused.text()).includes('så noten blev ikke delt'))
    assert.equal((await stands(id))?.['kind'], 'own')
    await takeBack(yes)
  })

  it('that is shared is not there for the receiver on the first request after the yes is taken back', async () => {
    const yes = await sayYes(16)
    const id = await written({ kind: 'shared', topic: 'economyAndHousing' })
    assert.equal((await world.as('worker').get(paths.note(here, viggo, id))).status, 200)
    await takeBack(yes)
    assert.equal((await world.as('worker').get(paths.note(here, viggo, id))).status, 404)
    assert.ok((await (await omar.get(paths.note(here, viggo, id))).text()).includes('Lige nu kun I'))
  })

  it('of another party can be read under a yes, and not changed, shared or handed over', async () => {
    const yes = await sayYes(16)
    const id = await written({
      kind: 'citizens',
      topic: 'economyAndHousing',
      words: 'Jeg vil have styr på mine regninger.',
    })
    const worker = world.as('worker')
    const page = await (await worker.get(paths.note(here, viggo, id))).text()
    assert.ok(page.includes('styr på mine regninger') && page.includes('Hører til Socialforvaltning'))
    assert.ok(!page.includes('Ret noten') && !page.includes('journalen'))
    assert.equal((await worker.get(paths.editNote(here, viggo, id))).status, 404)
    assert.equal((await worker.post(paths.editNote(here, viggo, id), note({ id, version: '1' }))).status, 404)
    assert.equal((await worker.post(paths.unshareNote(here, viggo, id), { version: '1' })).status, 404)
    assert.equal((await worker.get(paths.handOverNote(here, viggo, id))).status, 404)
    assert.equal((await worker.post(paths.notes(here, viggo), note())).status, 404)
    assert.equal((await stands(id))?.['version'], 1)
    await takeBack(yes)
  })

  it('is taken once when it is posted twice, and never dropped in silence when it says something else', async () => {
    const form = note()
    for (const status of [303, 303]) assert.equal((await omar.post(paths.notes(here, viggo), form)).status, status)
    const other = await omar.post(paths.notes(here, viggo), { ...form, words: 'Noget helt andet.' })
    assert.equal(other.status, 409)
    const page = await other.text()
    assert.ok(page.includes('Vi læste tre breve sammen.') && page.includes('Noget helt andet.'))
    assert.equal((await stands(form.id))?.['words'], 'Vi læste tre breve sammen.')
  })

  it('of two editors is never overwritten in silence: the second sees both, and what they typed is kept', async () => {
    const id = await written()
    const coordinator = world.as('coordinator')
    assert.equal(
      (await omar.post(paths.editNote(here, viggo, id), note({ id, version: '1', words: 'Omars ord' }))).status,
      303,
    )
    const second = await coordinator.post(
      paths.editNote(here, viggo, id),
      note({ id, version: '1', words: 'Karins ord' }),
    )
    assert.equal(second.status, 409)
    const page = await second.text()
    assert.ok(
      page.includes('Omars ord') && page.includes('Karins ord') && page.includes('En anden har rettet noten imens'),
    )
    assert.equal((await stands(id))?.['words'], 'Omars ord')
    assert.ok(page.includes('name="version" value="2"'))
    const third = await coordinator.post(
      paths.editNote(here, viggo, id),
      note({ id, version: '2', words: 'Karins ord' }),
    )
    assert.equal(third.status, 303)
    const now = await (await omar.get(paths.note(here, viggo, id))).text()
    assert.ok(now.includes('Sådan stod der før') && now.includes('Omars ord'))
  })

  it('is shared by nobody who has not read what it says now', async () => {
    const yes = await sayYes(16)
    const id = await written({ topic: 'economyAndHousing' })
    await omar.post(
      paths.editNote(here, viggo, id),
      note({ id, version: '1', topic: 'economyAndHousing', words: 'Rettet.' }),
    )
    const late = await world
      .as('coordinator')
      .post(paths.shareNote(here, viggo, id), { version: '1', topic: 'economyAndHousing' })
    assert.equal(late.status, 409)
    assert.ok((await late.text()).includes('Læs den igen'))
    assert.equal((await stands(id))?.['kind'], 'own')
    await takeBack(yes)
  })

  it('that is refused says what would be right and keeps what was typed', async () => {
    for (const [form, said] of [
      [note({ kind: 'shared', words: 'Mine ord' }), 'Vælg et emne.'],
      [note({ kind: 'x', words: 'Mine ord' }), 'Vælg, hvem noten er til.'],
      [note({ words: 'Mine ord 010190-1234' }), 'Her står et CPR-nummer.'],
      [note({ words: 'Mine ord'.repeat(2000) }), '10000'],
    ] as const) {
      const answer = await omar.post(paths.notes(here, viggo), form)
      assert.equal(answer.status, 422)
      const page = await answer.text()
      assert.ok(page.includes(said) || page.includes('10.000'), said)
      assert.ok(page.includes('Mine ord'))
      assert.equal(await stands(form.id), undefined)
    }
    assert.equal((await omar.post(paths.notes(here, viggo), note({ words: ' ' }))).status, 422)
  })

  it('has its look and its change in the log, each naming the record', async () => {
    const id = await written()
    await omar.get(paths.note(here, viggo, id))
    const rows = await world.truth<{ purpose: string; kind: string; subject_id: string; owner_party_id: string }>(
      `select l.purpose, l.kind, s.subject_id, s.owner_party_id from access_log l join access_log_subjects s on s.municipality_id = l.municipality_id and s.log_id = l.id
       where l.municipality_id = $1 order by l.id desc limit 3`,
      [here.id],
    )
    const about = { subject_id: viggo, owner_party_id: here.parties.social }
    assert.deepEqual(rows[0], { purpose: 'notes.show', kind: 'read', ...about })
    assert.deepEqual(rows[1], { purpose: 'notes.write', kind: 'add', ...about })
  })
})
