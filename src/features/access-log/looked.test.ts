import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paths } from '../../paths.ts'
import { purposes } from '../../purposes.ts'
import { newId } from '../../platform/id.ts'
import { openWorld } from '../../../test/world.ts'
import type { PersonName, Place } from '../../../test/world.ts'
import { anyLine, listLookedMonths, listLooks } from './looked-queries.ts'
import { lookSentence, whyWords } from './looked-rules.ts'

const world = await openWorld()
const { here, there } = world
const worker = world.as('worker')
const viggo = await citizen(here, 'jobcentre', 'Viggo')
const other = await citizen(here, 'social', 'Viggo Andetsteds')
const foreign = await citizen(there, 'jobcentre', 'Viggo Langtborte')

async function citizen(place: Place, party: 'jobcentre' | 'social' | 'cafe', alias: string): Promise<string> {
  const id = newId()
  await world.truth(`insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, $3, $4)`, [
    place.id,
    place.parties[party],
    id,
    alias,
  ])
  return id
}

/** A line of the log about a citizen; the party is whose record it was. */
async function look(line: {
  about: string
  party?: 'jobcentre' | 'social' | 'cafe'
  who?: PersonName | null
  at: string
  purpose?: string
  kind?: string
  words?: string
  place?: Place
}): Promise<void> {
  const place = line.place ?? here
  const { who = 'worker', purpose = 'contacts.show', kind = 'read', party = 'jobcentre' } = line
  const personId = who === null ? null : place.people[who].personId
  const words = line.words === undefined ? null : Buffer.from(line.words)
  await world.truth(
    `with l as (insert into access_log (municipality_id, person_id, purpose, kind, at, words) values ($1, $2, $3, $4, $5, $6) returning id)
     insert into access_log_subjects select $1, id, $7, 'citizen', $8 from l`,
    [place.id, personId, purpose, kind, line.at, words, line.about, place.parties[party]],
  )
}

await look({ about: viggo, at: '2026-03-10T08:10:00Z' })
await look({ about: viggo, at: '2026-03-10T13:05:00Z' })
await look({ about: viggo, at: '2026-03-10T13:06:00Z', purpose: 'contacts.record', kind: 'add' })
await look({
  about: viggo,
  at: '2026-03-11T09:00:00Z',
  who: 'colleague',
  purpose: 'citizens.search',
  kind: 'search',
  words: 'VIGGOORD',
})
await look({ about: viggo, at: '2026-03-12T09:00:00Z', who: 'staff', purpose: 'citizens.show' })
await look({ about: viggo, at: '2026-02-27T09:00:00Z', who: null, purpose: 'operator.export', kind: 'extract' })
await look({ about: viggo, at: '2026-03-13T09:00:00Z', who: null, purpose: 'helpers.look' })
await look({ about: other, party: 'social', at: '2026-03-12T10:00:00Z', who: 'socialWorker' })
await look({ about: foreign, place: there, at: '2026-03-12T10:00:00Z' })

const page = async (query = '', at = viggo) => await (await worker.get(`${paths.looked(here, at)}${query}`)).text()
/** What is read aloud of a page. */
const read = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const march = '?month=2026-03'

describe('who has looked', () => {
  it('tells when, in which role and from where, and why, in words to the citizen', async () => {
    const text = await page(march)
    for (const words of [
      'En medarbejder fra jobcentret Så en samtale med dig.',
      'En medarbejder fra jobcentret Skrev en samtale med dig ned.',
      'En medarbejder fra Havnen Så din side.',
      'Din hjælper Så det, du har valgt.',
      'Tirsdag 10. marts',
      'Torsdag 12. marts',
    ])
      assert.ok(read(text).includes(words), words)
  })

  it('counts the same person, day and reason as one entry, and leaves nothing out', async () => {
    const text = await page(march)
    assert.equal(text.match(/Så en samtale med dig\./g)?.length, 1)
    assert.match(text, /2 gange\. Første gang kl\. 9\.10\./)
    assert.match(text, />14\.05</)
  })

  it('shows a search that found the citizen, and never the words', async () => {
    const text = await page(march)
    assert.ok(text.includes('Søgte og fandt dig.'))
    assert.ok(!text.includes('VIGGOORD'))
    assert.ok(!(await (await worker.get(paths.lookedCsv(here, viggo))).text()).includes('VIGGOORD'))
  })

  it('folds the other months to a line each that opens', async () => {
    const text = await page(march)
    const href = /href="([^"]*month=2026-02[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    assert.ok(text.includes('Februar 2026'))
    const february = await (await worker.get(href)).text()
    assert.ok(february.includes('Den, der passer systemet'))
    assert.ok(february.includes('Marts 2026') && !february.includes('Så din side'))
  })

  it('is itself a line, with a purpose of its own', async () => {
    await page()
    const rows = await world.truth<{ kind: string; subject_id: string }>(
      `select l.kind, s.subject_id from access_log l join access_log_subjects s on s.municipality_id = l.municipality_id and s.log_id = l.id
       where l.municipality_id = $1 and l.purpose = 'looked.show' order by l.id desc limit 1`,
      [here.id],
    )
    assert.deepEqual(rows, [{ kind: 'read', subject_id: viggo }])
    assert.ok((await page()).includes('Så, hvem der har kigget.'))
    await worker.get(paths.lookedPdf(here, viggo))
    const [row] = await world.truth(
      `select kind from access_log where municipality_id = $1 and purpose = 'looked.export'`,
      [here.id],
    )
    assert.equal(row?.['kind'], 'extract')
  })

  it('turns its pages 50 entries at a time, and what comes meanwhile moves nothing', async () => {
    const busy = await citizen(here, 'jobcentre', 'Travle')
    for (let count = 0; count < 70; count++) {
      const on = String(1 + (count % 28)).padStart(2, '0')
      await look({
        about: busy,
        at: `2026-01-${on}T1${count % 3}:00:00Z`,
        purpose: ['contacts.show', 'citizens.show', 'contacts.list'][Math.floor(count / 28)] ?? '',
      })
    }
    const first = await page('?month=2026-01', busy)
    await look({ about: busy, at: '2026-01-31T12:00:00Z', purpose: 'contacts.correct', kind: 'change' })
    const older = /href="([^"]*from=50[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await (await worker.get(older)).text()
    const entries = (text: string) => text.match(/En medarbejder fra/g)?.length ?? 0
    assert.deepEqual([entries(first), entries(second)], [50, 20])
    assert.ok(!second.includes('Rettede'))
    assert.ok((await page('?month=2026-01', busy)).includes('Rettede'))
  })

  it('says the role that was held on that day, not the one of today', async () => {
    const [moved, person] = [await citizen(here, 'jobcentre', 'Flyttet'), here.people.volunteer.personId]
    const at = '2019-05-05T10:00:00Z'
    await world.truth(
      `insert into memberships (municipality_id, id, person_id, party_id, role, valid_from, valid_until) values ($1, $2, $3, $4, 'coordinator', '2019-05-01', '2019-05-31')`,
      [here.id, newId(), person, here.parties.social],
    )
    await look({ about: moved, at, who: 'volunteer', purpose: 'citizens.show' })
    await look({ about: moved, at: '2019-06-05T10:00:00Z', who: 'volunteer', purpose: 'citizens.show' })
    assert.ok(!(await page('?month=2019-05', moved)).includes('frivillig'))
    const file = await (await worker.get(paths.lookedCsv(here, moved))).text()
    assert.match(file, /05-05-2019;12\.00;En koordinator fra socialforvaltningen;så din side;så;/)
    assert.match(file, /05-06-2019;12\.00;En, der ikke havde en rolle den dag;/)
  })

  it('names staff only where the municipality has chosen so', async () => {
    assert.ok(!(await page(march)).includes('Mette Prøve, medarbejder'))
    const settings = { name: 'Herby', listed: '1' }
    await world.as('administrator').post(paths.settings(here), { ...settings, namesStaff: '1' })
    assert.ok((await page(march)).includes('Mette Prøve, medarbejder fra jobcentret'))
    await world.as('administrator').post(paths.settings(here), settings)
    assert.ok(!(await page(march)).includes('Mette Prøve, medarbejder'))
    const rows = await world.house.db.read(worker.asker, 'looked.show', async tx => ({
      value: await tx.selectFrom('access_log').select('id').execute(),
      about: [],
    }))
    assert.deepEqual(rows, [])
  })

  it('of another party or municipality is not there, though it is; as one that does not exist', async () => {
    for (const id of [other, foreign, newId(), 'x']) {
      for (const path of [paths.looked(here, id), paths.lookedPdf(here, id), paths.lookedCsv(here, id)])
        assert.equal((await worker.get(path)).status, 404, path)
    }
    assert.equal(
      (await world.truth('select 1 from access_log_subjects where subject_id = any($1)', [[other, foreign]])).length,
      2,
    )
    assert.ok((await (await world.as('socialWorker').get(paths.looked(here, other))).text()).includes('Så en samtale'))
  })

  it('is given by the database too for records of own parties alone', async () => {
    const record = { partyId: here.parties.social, citizenId: other, newest: anyLine }
    const asked = async (name: PersonName) =>
      await world.house.db.read(world.as(name).asker, 'looked.show', async tx => ({
        value: [(await listLooks(tx, record)).length, (await listLookedMonths(tx, record)).length],
        about: [],
      }))
    assert.deepEqual(await asked('worker'), [0, 0])
    assert.deepEqual(await asked('officer'), [0, 0])
    assert.notEqual((await asked('socialWorker'))[0], 0)
    for (const name of ['leader', 'administrator', 'volunteer', 'officer'] as const)
      assert.equal((await world.as(name).get(paths.looked(here, viggo))).status, 404)
  })

  it('is not there for an address that cannot be', async () => {
    for (const query of ['?month=2026-13', '?month=x', '?newest=-1', '?from=1e3'])
      assert.equal((await worker.get(`${paths.looked(here, viggo)}${query}`)).status, 404, query)
  })
})

describe('a look behind broken glass', () => {
  it('stands out with its legal ground, and only while the glass was broken', async () => {
    const [from, into] = [await citizen(here, 'social', 'Peter'), await citizen(here, 'jobcentre', 'Peter P')]
    const { personId } = here.people.socialWorker
    await world.truth(
      `insert into citizen_links (municipality_id, id, owner_party_id, citizen_id, other_party_id, other_citizen_id, made_by, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, '2026-01-01')`,
      [here.id, newId(), here.parties.social, from, here.parties.jobcentre, into, personId],
    )
    await world.truth(
      `insert into glass_openings (municipality_id, id, person_id, owner_party_id, citizen_id, reason, ground, opened_at, until, closed_at)
       values ($1, $2, $3, $4, $5, 'Peter svarer ikke og er syg', 'danger', '2026-03-10T10:00Z', '2026-03-10T11:00Z', '2026-03-10T10:30Z')`,
      [here.id, newId(), personId, here.parties.social, from],
    )
    for (const at of ['10:10', '10:40']) await look({ about: into, at: `2026-03-10T${at}:00Z`, who: 'socialWorker' })
    const text = await page(march, into)
    assert.equal(text.match(/Uden dit ja/g)?.length, 1)
    assert.ok(text.includes('nogens liv eller helbred er i fare'))
    assert.ok(!text.includes('svarer ikke'))
    assert.equal(text.match(/En medarbejder fra socialforvaltningen/g)?.length, 2)
    const file = await (await worker.get(paths.lookedCsv(here, into))).text()
    assert.equal(file.match(/nogens liv/g)?.length, 1)
  })

  it('is none at a private centre, whose records no glass opens', async () => {
    const [from, into] = [await citizen(here, 'social', 'Thomas'), await citizen(here, 'cafe', 'Thomas C')]
    const { personId } = here.people.socialWorker
    const tie = [here.id, newId(), here.parties.cafe, into, here.parties.social, from, personId]
    await world.truth(
      `insert into citizen_links (municipality_id, id, owner_party_id, citizen_id, other_party_id, other_citizen_id, made_by, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, '2026-01-01')`,
      tie,
    )
    await world.truth(
      `insert into glass_openings (municipality_id, id, person_id, owner_party_id, citizen_id, reason, ground, opened_at, until)
       values ($1, $2, $3, $4, $5, 'Thomas svarer ikke i dag', 'danger', '2026-03-10T10:00Z', '2026-03-10T11:00Z')`,
      [here.id, newId(), personId, here.parties.social, from],
    )
    await look({ about: into, party: 'cafe', at: '2026-03-10T10:10:00Z', who: 'socialWorker', purpose: 'plan.show' })
    const text = await (await world.as('manager').get(`${paths.looked(here, into)}${march}`)).text()
    assert.ok(text.includes('Så din plan.') && !text.includes('Uden dit ja'))
  })
})

describe('the list on paper', () => {
  it('is an accessible PDF without the citizen in its title', async () => {
    const answer = await worker.get(paths.lookedPdf(here, viggo))
    assert.equal(answer.headers.get('content-type'), 'application/pdf')
    const pdf = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    assert.match(pdf, /<pdfuaid:part>1<|pdfuaid:part="1"/)
    assert.match(pdf, /\/Lang\s*\(da/)
    assert.ok(!/Viggo/.test(/<dc:title>.*?<\/dc:title>/s.exec(pdf)?.[0] ?? 'Viggo'))
  })
})

describe('the words to a citizen', () => {
  it('are there for every purpose about persons, and call nobody "en borger"', () => {
    for (const [name, row] of Object.entries(purposes)) {
      if (row.about === 'persons' && !name.startsWith('accounts.') && !name.startsWith('sign-in.'))
        for (const kind of ['read', 'change'])
          assert.doesNotMatch(whyWords({ purpose: name, kind }), /en borger|borgerens?\b/, name)
    }
  })

  it('keep the name of a purpose that the house no longer has', () => {
    const look = {
      id: 1,
      at: undefined as never,
      day: '2026-01-01',
      kind: 'read',
      purpose: 'gone.show',
      who: 1,
      someone: true,
      name: null,
      roles: null,
      parties: null,
      ground: null,
    }
    assert.match(lookSentence(look), /gone\.show/)
  })
})
