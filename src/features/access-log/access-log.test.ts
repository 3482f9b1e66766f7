import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { openWorld } from '../../../test/world.ts'
import type { Place } from '../../../test/world.ts'

const world = await openWorld()
const { here, there } = world
const officer = world.as('officer')
const [citizen, elsewhere] = [newId(), newId()]

async function write(
  place: Place,
  line: { kind: string; purpose: string; at?: string; subjects?: string[] },
): Promise<number> {
  const [row] = await world.truth<{ id: number }>(
    `insert into access_log (municipality_id, person_id, purpose, kind, at) values ($1, $2, $3, $4, $5) returning id`,
    [place.id, place.people.worker.personId, line.purpose, line.kind, line.at ?? '2026-03-10T11:00:00Z'],
  )
  for (const id of line.subjects ?? []) {
    await world.truth('insert into access_log_subjects values ($1, $2, $3, $4, $5)', [
      place.id,
      row?.id,
      id,
      'citizen',
      place.parties.jobcentre,
    ])
  }
  return row?.id ?? 0
}

await world.truth(
  `insert into citizens (municipality_id, owner_party_id, id, alias, person_key) values ($1, $2, $3, 'Viggo Hemmelig', 'a key of sixteen and more')`,
  [here.id, here.parties.jobcentre, citizen],
)
const list = await write(here, { kind: 'read', purpose: 'contacts.list', subjects: [citizen, newId()] })
await write(here, { kind: 'search', purpose: 'citizens.search', at: '2026-04-01T21:59:00Z' })
await write(here, { kind: 'refused', purpose: 'contacts.show', at: '2026-04-01T22:01:00Z' })
const foreign = await write(there, { kind: 'read', purpose: 'contacts.list', subjects: [elsewhere] })
const text = async (path: string) => await (await officer.get(path)).text()

describe('the access log', () => {
  it('tells the officer who looked, why, at how many, and whether it is sealed', async () => {
    const page = await text(paths.log(here))
    for (const words of [
      'Mette Prøve',
      'Så en liste over samtaler',
      '2 borgere',
      'Ikke endnu',
      '10. marts 2026 kl. 12.00',
    ])
      assert.ok(page.includes(words), words)
  })

  it('gives the numbers of those whom a line is about, and no name', async () => {
    const page = await text(paths.logRow(here, list))
    assert.ok(page.includes(citizen))
    assert.ok(!page.includes('Viggo'))
  })

  it('is filtered by person, reason, kind and days of Danish clocks', async () => {
    const table = async (query: string) => (await text(`${paths.log(here)}?${query}`)).split('<tbody>')[1] ?? ''
    assert.ok((await table('kind=refused')).includes('Afvist') && !(await table('kind=refused')).includes('Søgte'))
    assert.ok((await table('purpose=citizens.search')).includes('Søgte efter en borger'))
    assert.equal(await table(`person=${here.people.leader.personId}`), '')
    const first = await table('from=2-4-2026&to=2-4-2026')
    assert.ok(first.includes('kl. 0.01') && !first.includes('23.59'))
  })

  it('says what would be right when the days are not', async () => {
    const answer = await officer.get(`${paths.log(here)}?from=30-2-2026&to=1-1-2026`)
    assert.equal(answer.status, 422)
    const page = await answer.text()
    assert.ok(page.includes('30. februar findes ikke') && page.includes('value="30-2-2026"'))
    assert.match(await text(`${paths.log(here)}?from=2-2-2026&to=1-1-2026`), /før den første/)
  })

  it('turns its pages, 50 lines each', async () => {
    for (let count = 0; count < 60; count++)
      await write(here, { kind: 'read', purpose: 'today.show', at: '2026-05-01T08:00:00Z' })
    const page = await text(`${paths.log(here)}?purpose=today.show`)
    assert.equal(page.match(/<tr>/g)?.length, 51)
    const older = /href="([^"]*before=\d+[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    assert.equal((await text(older)).match(/<tr>/g)?.length, 11)
  })

  it('comes as a spreadsheet, filtered alike', async () => {
    const answer = await officer.get(`${paths.logCsv(here)}?kind=read&to=31-3-2026`)
    assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8')
    const lines = (await answer.text()).trim().split('\r\n')
    assert.equal(lines.length, 2)
    assert.match(lines[1] ?? '', /^\d+;2026-03-10T11:00:00Z;Mette Prøve;Så en liste over samtaler;Så;2;0;0;0;;nej$/)
  })

  it('of another municipality is not there, though it is', async () => {
    assert.equal((await officer.get(paths.logRow(here, foreign))).status, 404)
    assert.equal((await world.truth('select 1 from access_log where id = $1', [foreign])).length, 1)
    assert.ok(!(await (await officer.get(paths.logCsv(here))).text()).includes(elsewhere))
  })

  it('is not there for anybody else, and the try is a line in it', async () => {
    for (const name of ['administrator', 'leader', 'worker', 'coordinator'] as const) {
      assert.equal((await world.as(name).get(paths.log(here))).status, 404)
      assert.equal((await world.as(name).get(paths.logCsv(here))).status, 404)
    }
    const [row] = await world.truth(`select count(*) from access_log where kind = 'refused' and purpose = 'log.show'`)
    assert.equal(Number(row?.['count']), 9, 'one is the foreign line that the officer asked for')
  })

  it('lets the officer read no record', async () => {
    const found = await world.house.db.read(officer.asker, 'citizens.list', async tx => ({
      value: await tx.selectFrom('citizens').select('id').where('municipality_id', '=', here.id).execute(),
      about: [],
    }))
    assert.deepEqual(found, [])
    for (const path of [paths.citizens(here), paths.contacts(here), paths.figures(here)])
      assert.equal((await officer.get(path)).status, 404)
    assert.equal((await world.truth('select 1 from citizens where id = $1', [citizen])).length, 1)
  })
})
