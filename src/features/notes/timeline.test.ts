import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { statementsOf } from '../../../test/statements.ts'
import { openWorld } from '../../../test/world.ts'

const world = await openWorld()
const { here } = world
const [viggo, single, busy] = [newId(), newId(), newId()]
const omar = world.as('socialWorker')
const own = [here.id, here.parties.social] as const

before(async () => {
  for (const [id, alias] of [
    [viggo, 'Viggo'],
    [single, 'Ene'],
    [busy, 'Mange'],
  ])
    await world.truth('insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, $3, $4)', [
      ...own,
      id,
      alias,
    ])
  await everyKind()
  await talks(single, 1)
  await talks(busy, 120)
})

/** One of everything that can have happened, on ten days in a row; a talk on the first of them. */
async function everyKind(): Promise<void> {
  const put = (sql: string, ...more: unknown[]) => world.truth(sql, [...own, newId(), viggo, omar.personId, ...more])
  await put(
    `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, centre_id, outcome, day, clock, topics, minutes, agenda)
     values ($1, $2, $3, $4, $5, 'contactPerson', 'booked', 'centre', $6, 'held', '2026-10-01', '10:00', 16, 20, 'HEMMELIG DAGSORDEN')`,
    here.centres.harbour.id,
  )
  await put(
    `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, moved_by, day)
     values ($1, $2, $3, $4, $5, 'contactPerson', 'booked', 'townHall', 'moved', 'citizen', '2026-10-02')`,
  )
  await put(
    `insert into notes (municipality_id, owner_party_id, id, citizen_id, kind, words, written_by, written_at)
     values ($1, $2, $3, $4, 'citizens', 'Nu kan jeg sove', $5, '2026-10-03 10:00Z')`,
  )
  await put(
    `insert into steps (municipality_id, owner_party_id, id, citizen_id, topic, words, whose, state, done_on, done_words, created_by)
     values ($1, $2, $3, $4, 16, 'Jeg har fået MitID', 'citizen', 'done', '2026-10-04', 'Det var nemt', $5)`,
  )
  await put(
    `insert into tasks (municipality_id, owner_party_id, id, citizen_id, words, day, person_id, party_id, given_by, accepted_at, done_at, created_by)
     values ($1, $2, $3, $4, 'Ring til banken', '2026-10-05', $5, $2, $5, '2026-10-01 10:00Z', '2026-10-05 10:00Z', $5)`,
  )
  await put(
    `insert into appointments (municipality_id, owner_party_id, id, citizen_id, at_place, words, day, clock, companion_id, state, state_at, created_by)
     values ($1, $2, $3, $4, 'bank', 'Møde i banken', '2026-10-06', '09:00', $5, 'held', '2026-10-09 10:00Z', $5)`,
  )
  await put(
    `insert into appointments (municipality_id, owner_party_id, id, citizen_id, at_place, words, day, state, state_at, state_words, created_by)
     values ($1, $2, $3, $4, 'doctor', 'Lægen', '2026-12-24', 'moved', '2026-10-07 10:00Z', 'Viggo ringede selv.', $5)`,
  )
  await put(
    `insert into consents (municipality_id, owner_party_id, id, citizen_id, recorded_by, receiving_party_id, topics, ground, valid_from, valid_until, given_how, recorded_at, withdrawn_at, withdrawn_by)
     values ($1, $2, $3, $4, $5, $6, 16, 'disclose', '2026-10-08', '2027-10-01', 'oral', '2026-10-08 10:00Z', '2026-10-09 10:00Z', $5)`,
    here.parties.jobcentre,
  )
  // What lies ahead has not happened.
  await put(
    `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, day, clock)
     values ($1, $2, $3, $4, $5, 'contactPerson', 'booked', 'home', 'open', danish_today() + 5, '10:00')`,
  )
}

/** Talks of one moment, so that only their ids tell them apart. */
async function talks(citizen: string, count: number): Promise<void> {
  await world.truth(
    `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, day, clock)
     select $1, $2, gen_random_uuid(), $3, $4, 'contactPerson', 'booked', 'phone', 'held', '2026-10-01', '10:00' from generate_series(1, $5)`,
    [...own, citizen, omar.personId, count],
  )
}

const titles = (page: string) =>
  [...page.matchAll(/<p class="row-title">(?:<a[^>]*>)?([^<]*)/g)].map(match => match[1] ?? '')
const linksOn = (page: string) => [...page.matchAll(/\/contacts\/([0-9a-f-]{36})"/g)].map(match => match[1])

describe('what has happened', () => {
  it('is everything of every kind, newest first, and nothing that lies ahead', async () => {
    const page = await (await omar.get(paths.timeline(here, viggo))).text()
    assert.deepEqual(titles(page), [
      'Viggo tog sit ja tilbage',
      'Viggo sagde ja',
      'Flyttet: Lægen',
      'Møde i banken',
      'Ring til banken',
      'Jeg har fået MitID',
      'Det siger Viggo',
      'Aftale flyttet',
      'Samtale med Omar',
    ])
    assert.ok(!page.includes('HEMMELIG DAGSORDEN'), 'the agenda is in no list')
  })

  it('has the yeses of one day in one row', async () => {
    const [fresh] = [newId()]
    await world.truth('insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, $3, $4)', [
      ...own,
      fresh,
      'Ny',
    ])
    for (const [receiver, at] of [
      [here.parties.jobcentre, '2026-10-08 10:00Z'],
      [here.parties.harbour, '2026-10-08 11:00Z'],
      [here.parties.cafe, '2026-10-07 11:00Z'],
    ])
      await world.truth(
        `insert into consents (municipality_id, owner_party_id, id, citizen_id, recorded_by, receiving_party_id, topics, ground, valid_from, valid_until, given_how, recorded_at)
         values ($1, $2, $3, $4, $5, $6, 16, 'disclose', '2026-10-08', '2027-10-01', 'oral', $7)`,
        [...own, newId(), fresh, omar.personId, receiver, at],
      )
    const page = await (await omar.get(paths.timeline(here, fresh))).text()
    assert.deepEqual(titles(page), ['Ny sagde ja', 'Ny sagde ja'])
    assert.match(page, /Havnen må se noget om penge og bolig\. Jobcenter må se noget om penge og bolig\./)
  })

  it('has what was done today as soon as it is done, although nobody wrote the time', async () => {
    const fresh = newId()
    await world.truth('insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, $3, $4)', [
      ...own,
      fresh,
      'Ny',
    ])
    await world.truth(
      `insert into steps (municipality_id, owner_party_id, id, citizen_id, words, whose, state, done_on, created_by)
       values ($1, $2, $3, $4, 'Jeg stod op', 'citizen', 'done', danish_today(), $5)`,
      [...own, newId(), fresh, omar.personId],
    )
    await world.truth(
      `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, day)
       values ($1, $2, $3, $4, $5, 'contactPerson', 'walkIn', 'street', 'held', danish_today())`,
      [...own, newId(), fresh, omar.personId],
    )
    const page = await (await omar.get(paths.timeline(here, fresh))).text()
    assert.deepEqual(
      titles(page).toSorted((one, other) => one.localeCompare(other)),
      ['Jeg stod op', 'Samtale med Omar'],
    )
  })

  it('is fifty at a time, each once, also where all happened at one moment', async () => {
    const seen: (string | undefined)[] = []
    let path: string | undefined = paths.timeline(here, busy)
    for (const length of [50, 50, 20]) {
      const page: string = await (await omar.get(path ?? '')).text()
      assert.equal(linksOn(page).length, length)
      seen.push(...linksOn(page))
      path = /href="([^"]+)" class="[^"]*" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
    }
    assert.equal(path, undefined)
    assert.equal(new Set(seen).size, 120)
  })

  it('takes the same number of statements for 1 thing as for 50', async () => {
    const [one, fifty] = [
      await statementsOf(() => omar.get(paths.timeline(here, single))),
      await statementsOf(() => omar.get(paths.timeline(here, busy))),
    ]
    assert.ok(one.length >= 3)
    // The line of the log names the citizen.
    const alike = (said: string[]) => said.map(text => text.replaceAll(/[0-9a-f-]{36}/g, 'id'))
    assert.deepEqual(alike(fifty), alike(one))
    const [list, longList] = [
      await statementsOf(() => omar.get(paths.citizen(here, single))),
      await statementsOf(() => omar.get(paths.citizen(here, busy))),
    ]
    assert.equal(longList.length, list.length)
  })

  it('shows another party what the citizen said yes to and no more, tells whose it is, and names the record in the log', async () => {
    const worker = world.as('worker')
    assert.equal((await worker.get(paths.timeline(here, viggo))).status, 404)
    await world.truth(
      `insert into consents (municipality_id, owner_party_id, id, citizen_id, recorded_by, receiving_party_id, topics, ground, valid_from, valid_until, given_how, recorded_at)
       values ($1, $2, $3, $4, $5, $6, 16, 'disclose', danish_today(), danish_today() + 10, 'oral', '2026-10-10 10:00Z')`,
      [...own, newId(), viggo, omar.personId, here.parties.jobcentre],
    )
    const page = await (await worker.get(paths.timeline(here, viggo))).text()
    assert.deepEqual(titles(page), ['Viggo sagde ja', 'Jeg har fået MitID', 'Samtale med Omar'])
    assert.ok(page.includes('Havnen, Socialforvaltning'), 'it says whose it is')
    assert.equal(linksOn(page).length, 0, 'a talk has its own page for its own party alone')
    assert.ok(page.includes('Der kan være mere, end du kan se her.'))
    const [row] = await world.truth<{ subject_id: string; purpose: string }>(
      `select s.subject_id, l.purpose from access_log l join access_log_subjects s on s.municipality_id = l.municipality_id and s.log_id = l.id
       where l.municipality_id = $1 order by l.id desc limit 1`,
      [here.id],
    )
    assert.deepEqual(row, { subject_id: viggo, purpose: 'timeline.show' })
  })

  it('of two records that the citizen has tied is one list, and both stand in the log', async () => {
    const mine = newId()
    await world.truth('insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, $3, $4)', [
      here.id,
      here.parties.jobcentre,
      mine,
      'V.',
    ])
    await world.truth(
      `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, day, clock)
       values ($1, $2, $3, $4, $5, 'casework', 'booked', 'townHall', 'held', '2026-10-03', '08:00')`,
      [here.id, here.parties.jobcentre, newId(), mine, world.as('worker').personId],
    )
    await world.truth(
      `insert into citizen_links (municipality_id, id, owner_party_id, citizen_id, other_party_id, other_citizen_id, made_by) values ($1, $2, $3, $4, $5, $6, $7)`,
      [here.id, newId(), here.parties.jobcentre, mine, here.parties.social, viggo, world.as('worker').personId],
    )
    const page = await (await world.as('worker').get(paths.timeline(here, mine))).text()
    assert.deepEqual(titles(page), ['Viggo sagde ja', 'Jeg har fået MitID', 'Samtale med Mette', 'Samtale med Omar'])
    const rows = await world.truth<{ subject_id: string }>(
      `select s.subject_id from access_log_subjects s where s.municipality_id = $1
         and s.log_id = (select max(l.id) from access_log l where l.municipality_id = $1)`,
      [here.id],
    )
    assert.deepEqual(rows.map(row => row.subject_id).toSorted(), [mine, viggo].toSorted())
  })

  it('answers an address that is none as a page that is not there', async () => {
    for (const since of [
      'x',
      '1795333333123456',
      `99_${newId()}`,
      `1795333333123456_${'x'.repeat(36)}`,
      `99999999999999999_${newId()}`,
    ])
      assert.equal((await omar.get(paths.timeline(here, viggo, since))).status, 404, since)
    assert.equal((await omar.get(paths.timeline(here, viggo, `9999999999999999_${newId()}`))).status, 200)
  })
})

describe('a citizen’s own page', () => {
  it('works from the first minute, with nothing there, and offers the one next thing', async () => {
    const fresh = newId()
    await world.truth('insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, $3, $4)', [
      ...own,
      fresh,
      'Ny',
    ])
    const page = await (await omar.get(paths.citizen(here, fresh))).text()
    for (const words of [
      'Her er ikke sket noget endnu',
      'Det begynder med den første samtale.',
      'Registrér en samtale',
      'Skriv, hvad Ny vil',
    ])
      assert.ok(page.includes(words), words)
    assert.ok(page.indexOf(paths.newPlanPart(here, fresh, 'goal')) < page.indexOf('Næste aftaler'), 'it comes first')
    for (const words of ['små skridt', 'Mennesker omkring', 'Det er jeg god til'])
      assert.ok(!page.includes(words), words)
  })

  it('shows the next talk with what each of the two wants to talk about, side by side', async () => {
    await world.truth(
      `update contacts set agenda = 'Have styr på regningerne', worker_agenda = 'Tale om boligen' where municipality_id = $1 and citizen_id = $2 and outcome = 'open'`,
      [here.id, viggo],
    )
    const page = await (await omar.get(paths.citizen(here, viggo))).text()
    assert.match(page, /<dt>Det vil Viggo<\/dt>\s*<dd>Have styr på regningerne<\/dd>/)
    assert.match(page, /<dt>Det vil vi<\/dt>\s*<dd>Tale om boligen<\/dd>/)
    assert.ok(page.includes('Omar Prøve') && page.includes('Mennesker omkring Viggo'))
  })

  it('of another party’s record can be read alone, and says whose it is', async () => {
    const page = await (await world.as('worker').get(paths.citizen(here, viggo))).text()
    assert.ok(page.includes('Det her hører til Socialforvaltning.') || page.includes('Viggo'))
    await world.truth(`update citizen_links set ended_at = now(), ended_by = made_by where municipality_id = $1`, [
      here.id,
    ])
    const alone = await (await world.as('worker').get(paths.citizen(here, viggo))).text()
    assert.ok(alone.includes('Det her hører til Socialforvaltning.'))
    for (const words of ['Registrér en samtale', 'Skriv en note', 'Lav en aftale', 'Tale om boligen'])
      assert.ok(!alone.includes(words), words)
  })
})
