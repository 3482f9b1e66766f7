import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import type { Write } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { guessColumns, isHeadingOf, presenceColumns, registrationColumns } from './columns.ts'
import { openSheet } from './open-sheet.ts'
import { importPresence, previewPresence } from './presence-commands.ts'
import { importRegistrations, previewRegistrations } from './registration-commands.ts'
import { bytesSource } from './sheet.ts'
import { rowSays } from './texts.da.ts'

const world = await openWorld()
const { here, house } = world
const [administrator, manager] = [world.as('administrator'), world.as('manager')]
const { cafe } = here.parties
const heading = 'id;dato;tid;værested;indsats;enhed;medarbejder;borger;mødetype;sted;udfald;temaer;køn;fødselsår'
const rowOf = (id: string, unit: string, citizen = 'B7') =>
  `${id};13-03-2017;14.30;;misbrug;${unit};Signe Prøve;${citizen};åbent;værested;gennemført;rusmidler;kvinde;1970`

async function fileOf(personId: string, rows: string[]) {
  const bytes = bytesSource(Buffer.from([heading, ...rows].join('\n')))
  const sheet = await openSheet(bytes, isHeadingOf(registrationColumns))
  assert.ok(sheet.ok)
  const columns = guessColumns(registrationColumns, sheet.sheet.heading.cells)
  return { municipalityId: here.id, personId, keys: house.keys, sheet: sheet.sheet, columns }
}
const preview = async (who: typeof manager, rows: string[], update = false) => {
  const file = await fileOf(who.personId, rows)
  return await house.db.read(who.asker, 'import.preview', tx => previewRegistrations(tx, file, update))
}
async function take(who: typeof manager, rows: string[]) {
  const check = await preview(who, rows)
  const file = await fileOf(who.personId, rows)
  const choice = { createMissing: true, acceptGoodRows: true, update: true }
  return await house.db.write(who.asker, 'import.registrations', tx => importRegistrations(tx, file, { check, choice }))
}
const said = (check: { problems: { message: string }[] }) => check.problems.map(each => each.message)
const talks = (where: string) =>
  world.truth<Record<string, unknown>>(`select * from contacts where municipality_id = $1 and ${where}`, [here.id])
const partyNamed = async (name: string) =>
  (await world.truth<{ id: string }>('select id from parties where name = $1', [name]))[0]?.id ?? ''
const giveRole = (personId: string, role: string, party: string | null) =>
  world.truth(
    `insert into memberships (municipality_id, id, person_id, party_id, role, valid_from) values ($1, $2, $3, $4, $5, '2020-01-01')`,
    [here.id, newId(), personId, party, role],
  )

describe('a file of the municipality', () => {
  it('brings nothing into the records of a private place: its rows are refused, and the others taken in', async () => {
    const check = await preview(administrator, [rowOf('G1', 'Caféen'), rowOf('G2', 'Jobcenter')])
    assert.deepEqual([said(check), check.good, check.bad], [[rowSays.closed], 1, 1])
    assert.ok(!check.names.units.includes('Caféen'), 'and its people are not made')
    const done = await take(administrator, [rowOf('G1', 'Caféen'), rowOf('G2', 'Jobcenter')])
    assert.deepEqual([done.added, done.refused], [1, 1])
    assert.deepEqual(await talks(`import_key = 'G1'`), [])
    assert.deepEqual(await world.truth('select 1 from citizens where owner_party_id = $1', [cafe]), [])
  })

  it('does not write there past the preview either, nor change what stands there', async () => {
    const [citizen, contact] = [newId(), newId()]
    await world.truth(
      `insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, $3, 'Viggo')`,
      [here.id, cafe, citizen],
    )
    const talk = [here.id, cafe, contact, citizen, manager.personId] as const
    const insert = `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, day)
      values ($1, $2, $3, $4, $5, 'casework', 'walkIn', 'centre', 'held', '2026-01-01')`
    await world.truth(insert, [...talk])
    const at = { municipality_id: here.id, owner_party_id: cafe }
    const imports = (work: (tx: Write) => Promise<unknown>) =>
      house.db.write(administrator.asker, 'import.registrations', async tx => {
        await work(tx)
        return { value: undefined, about: [] }
      })
    await assert.rejects(
      imports(tx =>
        tx
          .insertInto('citizens')
          .values({ ...at, id: newId(), alias: 'Ny' })
          .execute(),
      ),
      /row-level security/,
    )
    await assert.rejects(
      imports(tx =>
        tx
          .insertInto('contacts')
          .values({
            ...at,
            id: newId(),
            worker_id: manager.personId,
            effort: 'casework',
            kind: 'walkIn',
            venue: 'centre',
            outcome: 'held',
            day: '2026-01-01',
          })
          .execute(),
      ),
      /row-level security/,
    )
    await imports(async tx => {
      const changed = await tx
        .updateTable('contacts')
        .set({ topics: 8 })
        .where('municipality_id', '=', here.id)
        .where('id', '=', contact)
        .executeTakeFirst()
      const citizens = await tx.selectFrom('citizens').select('id').where('owner_party_id', '=', cafe).execute()
      assert.deepEqual([changed.numUpdatedRows, citizens], [0n, []])
    })
    assert.equal((await talks(`id = '${contact}'`))[0]?.['topics'], 0)
  })

  it('moves an old system’s private place in, file after file, until somebody there sees its records', async () => {
    assert.equal(
      (await take(administrator, [rowOf('N1', 'Nyt Hus'), `N2;13-03-2017;;Nyt Hus;skp;;;;åbent;gade;gennemført;;;`]))
        .added,
      2,
    )
    assert.equal((await take(administrator, [rowOf('N3', 'Nyt Hus')])).added, 1)
    const party = await partyNamed('Nyt Hus')
    assert.ok((await talks(`owner_party_id = '${party}'`)).length >= 2)
    await giveRole(world.as('leader').personId, 'centre_manager', party)
    assert.deepEqual(said(await preview(administrator, [rowOf('N4', 'Nyt Hus')])), [rowSays.closed])
  })

  it('gives nobody a role at a private place, not even at one that it brings', async () => {
    const timesOf = async (rows: string[]) => {
      const head = 'medarbejder;rolle;enhed;myndighed;telefon;værested;lokale;ugedag;uger;fra;til;gælder fra;gælder til'
      const sheet = await openSheet(bytesSource(Buffer.from([head, ...rows].join('\n'))), isHeadingOf(presenceColumns))
      assert.ok(sheet.ok)
      const columns = guessColumns(presenceColumns, sheet.sheet.heading.cells)
      return { municipalityId: here.id, personId: administrator.personId, sheet: sheet.sheet, columns }
    }
    const at = (worker: string, unit: string, centre: string) =>
      `${worker};skp;${unit};nej;;${centre};;mandag;;9.30;12;01-09-2026;31-12-2026`
    const rows = [
      at('Asta Prøve', 'Caféen', 'Caféen'),
      at('Asta Prøve', 'Helt Nyt', 'Helt Nyt'),
      at('Signe Prøve', 'Caféen', 'Caféen'),
    ]
    const file = await timesOf(rows)
    const check = await house.db.read(administrator.asker, 'import.preview', tx => previewPresence(tx, file))
    assert.deepEqual(said(check), [rowSays.privatePeople, rowSays.privatePeople])
    const again = await timesOf(rows)
    const choice = { createMissing: true, acceptGoodRows: true, update: false }
    const done = await house.db.write(administrator.asker, 'import.presence', tx => importPresence(tx, again, choice))
    assert.deepEqual([done.added, done.refused], [1, 2], 'whoever works there keeps hours')
  })
})

describe('a private place’s own manager who keeps the municipality’s files too', () => {
  it('takes its rows in; what it deleted stays deleted, whatever file is brought again', async () => {
    await giveRole(manager.personId, 'administrator', null)
    const rows = ['T1', 'T2'].map(id => rowOf(id, 'Caféen', id))
    assert.equal((await take(manager, rows)).added, 2)
    for (const [alias, ending] of [
      ['T1', 'tally'],
      ['T2', 'delete'],
    ]) {
      const [citizen] = await world.truth<{ id: string }>('select id from citizens where alias = $1', [alias])
      const close = paths.citizenClose(here, citizen?.id ?? '')
      assert.equal(
        (await manager.post(close, { id: newId(), version: '1', ending: ending ?? '', how: 'oral' })).status,
        303,
        ending,
      )
    }
    const [left, ...more] = await talks(`owner_party_id = '${cafe}' and day = '2017-03-13'`)
    assert.ok(left && more.length === 0)
    const {
      import_key: key,
      gender,
      birth_year: born,
      clock,
      citizen_id: citizen,
      day,
      topics,
      counted_as: counted,
    } = left
    assert.deepEqual([key, gender, born, clock, citizen, counted], [null, null, null, null, null, null])
    assert.deepEqual([day, topics], ['2017-03-13', 8])
    assert.deepEqual(await world.truth('select 1 from contact_versions where contact_id = $1', [left['id']]), [])
    const [one] = await world.truth<{ row_hash: Buffer }>(
      'select row_hash from forgotten_rows where municipality_id = $1',
      [here.id],
    )
    assert.ok(one && !one.row_hash.includes('T1'))
    const exported = rowOf(String(left['id']), 'Caféen', 'T1')
    const check = await preview(manager, [...rows, exported], true)
    assert.deepEqual(said(check), [rowSays.forgotten, rowSays.forgotten, rowSays.forgotten])
    const done = await take(manager, rows)
    assert.deepEqual([done.added, done.changed, done.refused], [0, 0, 2])
    assert.equal((await preview(manager, [rowOf('T1', 'Jobcenter', 'T1')])).bad, 0, 'another party’s rows are its own')
  })
})
