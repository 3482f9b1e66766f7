import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import { guessColumns, isHeadingOf, registrationColumns } from './columns.ts'
import type { ImportChoice, ImportCounts, ImportPreview } from './import-rules.ts'
import { openSheet } from './open-sheet.ts'
import { importRegistrations, previewRegistrations } from './registration-commands.ts'
import { bytesSource } from './sheet.ts'

const world = await openWorld()
const { here, house } = world
const administrator = world.as('administrator')
const nothing: ImportChoice = { createMissing: false, acceptGoodRows: false, update: false }
const heading = 'id;dato;tid;værested;indsats;enhed;medarbejder;borger;kendt;mødetype;sted;udfald;minutter'

async function opened(bytes: Uint8Array) {
  const sheet = await openSheet(bytesSource(bytes), isHeadingOf(registrationColumns))
  assert.ok(sheet.ok)
  const columns = guessColumns(registrationColumns, sheet.sheet.heading.cells)
  return { municipalityId: here.id, personId: administrator.personId, keys: house.keys, sheet: sheet.sheet, columns }
}

async function preview(text: string | Uint8Array): Promise<ImportPreview> {
  const file = await opened(Buffer.from(text))
  return house.db.read(administrator.asker, 'import.preview', tx => previewRegistrations(tx, file))
}

async function take(text: string | Uint8Array, choice: Partial<ImportChoice> = {}): Promise<ImportCounts> {
  const file = await opened(Buffer.from(text))
  const check = await preview(text)
  const given = { check, choice: { ...nothing, ...choice } }
  return house.db.write(administrator.asker, 'import.registrations', tx => importRegistrations(tx, file, given))
}

const rowsOf = (...rows: string[]): string => [heading, ...rows].join('\n')

async function stored(where: string): Promise<Record<string, unknown>[]> {
  return world.truth(
    `select c.*, p.public_name as worker, y.name as unit, e.name as centre, z.alias from contacts c
      join people p on p.municipality_id = c.municipality_id and p.id = c.worker_id
      join parties y on y.municipality_id = c.municipality_id and y.id = c.owner_party_id
      left join centres e on e.municipality_id = c.municipality_id and e.id = c.centre_id
      left join citizens z on z.municipality_id = c.municipality_id and z.owner_party_id = c.owner_party_id and z.id = c.citizen_id
      where c.municipality_id = $1 and ${where} order by c.import_key`,
    [here.id],
  )
}

const count = async (table: string): Promise<number> =>
  Number(
    (await world.truth(`select count(*) as count from ${table} where municipality_id = $1`, [here.id]))[0]?.['count'],
  )

describe('taking registrations in', () => {
  it('lists names that are not known, and makes none without a yes', async () => {
    const row = 'N1;13-03-2017;;Nyt Sted;skp;Ny Enhed;Ny Navn;B1;;åbent;værested;gennemført;10'
    const before = await count('parties')
    const check = await preview(rowsOf(row))
    assert.deepEqual(check.unknown, {
      centres: ['Nyt Sted'],
      rooms: [],
      units: ['Ny Enhed'],
      workers: [{ unit: 'Ny Enhed', worker: 'Ny Navn' }],
    })
    await assert.rejects(take(rowsOf(row)), { because: 'names' })
    assert.equal(await count('parties'), before)
    assert.deepEqual(await stored(`import_key = 'N1'`), [])
  })

  it('makes a private centre, a unit of the municipality and a name without sign-in when it is told to', async () => {
    const row = 'N1;13-03-2017;14.30;Nyt Sted;skp;Ny Enhed;Ny Navn;B1;ja;åbent;værested;gennemført;10'
    assert.deepEqual(await take(rowsOf(row), { createMissing: true }), {
      read: 1,
      added: 1,
      changed: 0,
      same: 0,
      refused: 0,
    })
    const [contact] = await stored(`import_key = 'N1'`)
    assert.ok(contact)
    const { day, clock, worker, unit, centre, alias, effort, minutes, known_before: known } = contact
    assert.deepEqual(
      [day, clock, worker, unit, centre, alias],
      ['2017-03-13', '14:30:00', 'Ny Navn', 'Ny Enhed', 'Nyt Sted', 'B1'],
    )
    assert.deepEqual([effort, minutes, known], ['contactPerson', 10, true])
    const owners = await world.truth<{ name: string; kind: string }>(
      `select y.name, k.kind from parties y join controllers k on k.municipality_id = y.municipality_id and k.id = y.controller_id
        where y.municipality_id = $1 and y.imported order by y.name`,
      [here.id],
    )
    assert.deepEqual(owners, [
      { name: 'Ny Enhed', kind: 'public' },
      { name: 'Nyt Sted', kind: 'private' },
    ])
    const rights = await world.truth(
      `select 1 from memberships m join people p on p.municipality_id = m.municipality_id and p.id = m.person_id
        where m.municipality_id = $1 and p.imported and valid_until >= danish_today()`,
      [here.id],
    )
    assert.deepEqual(rights, [])
  })

  it('knows units, centres and workers that are there, whatever their letter case', async () => {
    const row = 'K1;13-03-2017;;HAVNEN;sagsbehandling;JOBCENTER;mette prøve;;;åbent;værested;gennemført;10'
    await take(rowsOf(row))
    const [contact] = await stored(`import_key = 'K1'`)
    assert.equal(contact?.['worker_id'], world.as('worker').personId)
    assert.equal(contact['owner_party_id'], here.parties.jobcentre)
    assert.equal(contact['centre_id'], here.centres.harbour.id)
    assert.equal(contact['counted_as'], null)
  })

  it('makes one record of a citizen for each party that met them, and one person for the figures', async () => {
    const rows = rowsOf(
      'P1;13-03-2017;;;sagsbehandling;Jobcenter;Mette Prøve;B7;;åbent;gade;gennemført;10',
      'P2;14-03-2017;;;skp;Socialforvaltning;Omar Prøve;B7;;åbent;gade;gennemført;10',
      'P3;15-03-2017;;;skp;Socialforvaltning;Omar Prøve;B7;;åbent;gade;gennemført;10',
    )
    await take(rows)
    const contacts = await stored(`import_key like 'P_'`)
    assert.equal(new Set(contacts.map(row => row['citizen_id'])).size, 2)
    assert.equal(new Set(contacts.map(row => row['counted_as'])).size, 1)
    assert.equal(contacts[1]?.['citizen_id'], contacts[2]?.['citizen_id'])
  })

  it('changes nothing when the same file comes again, and says so', async () => {
    const sample = await readFile('test/fixtures/registreringer.csv')
    assert.deepEqual(await take(sample, { createMissing: true }), {
      read: 60,
      added: 60,
      changed: 0,
      same: 0,
      refused: 0,
    })
    const before = await stored('import_key is not null')
    assert.deepEqual(await take(sample), { read: 60, added: 0, changed: 0, same: 60, refused: 0 })
    const libreOffice = await readFile('test/fixtures/registreringer-libreoffice.xlsx')
    assert.deepEqual(await take(libreOffice), { read: 60, added: 0, changed: 0, same: 60, refused: 0 })
    assert.deepEqual(await stored('import_key is not null'), before)
  })

  it('derives a key for rows without one, so that they too are the same when they come again', async () => {
    const row = ';13-03-2017;;;sagsbehandling;Jobcenter;Mette Prøve;B9;;åbent;gade;gennemført;10'
    assert.equal((await take(rowsOf(row, row))).added, 2)
    assert.equal((await take(rowsOf(row, row))).same, 2)
    assert.equal((await take(rowsOf(row, row, row))).added, 1)
  })

  it('refuses a known row that says something else, unless it is told to update, and keeps what stood', async () => {
    const row = 'C1;13-03-2017;;;sagsbehandling;Jobcenter;Mette Prøve;B9;;åbent;gade;gennemført;10'
    const changed = row.replace(';10', ';25').replace('gade', 'hjem')
    await take(rowsOf(row))
    const check = await preview(rowsOf(changed))
    assert.deepEqual([check.changed, check.good], [1, 0])
    assert.match(check.problems[0]?.message ?? '', /^Rækken er taget ind før/)
    await assert.rejects(take(rowsOf(changed)), { because: 'rows' })
    assert.equal((await stored(`import_key = 'C1'`))[0]?.['minutes'], 10)
    assert.equal((await take(rowsOf(changed), { update: true })).changed, 1)
    const [contact] = await stored(`import_key = 'C1'`)
    assert.deepEqual([contact?.['minutes'], contact?.['venue'], contact?.['version']], [25, 'home', 2])
    const [version] = await world.truth<{ stood: Record<string, unknown> }>(
      'select stood from contact_versions where municipality_id = $1 and contact_id = $2',
      [here.id, contact?.['id']],
    )
    assert.equal(version?.stood['minutes'], 10)
  })

  it('never moves a talk to another unit', async () => {
    const row = 'U1;13-03-2017;;;sagsbehandling;Jobcenter;Mette Prøve;B9;;åbent;gade;gennemført;10'
    await take(rowsOf(row))
    const moved = row.replace('Jobcenter;Mette', 'Socialforvaltning;Omar')
    assert.match((await preview(rowsOf(moved))).problems[0]?.message ?? '', /^Rækken er gemt hos en anden enhed/)
    await assert.rejects(take(rowsOf(moved), { update: true }), { because: 'rows' })
  })

  it('knows a talk that was recorded here by its own id and its citizen by what their party calls them', async () => {
    const worker = world.as('worker')
    const ids = { contact: '01890000-0000-7000-8000-00000000c001', citizen: '01890000-0000-7000-8000-00000000c002' }
    await world.truth('insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, $3, $4)', [
      here.id,
      here.parties.jobcentre,
      ids.citizen,
      'Fløjte',
    ])
    await world.truth(
      `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, day, minutes, topics, agenda, moved_by)
        values ($1, $2, $3, $4, $5, 'casework', 'booked', 'street', 'moved', '2026-01-02', 0, 33, 'En bolig', 'citizen')`,
      [here.id, here.parties.jobcentre, ids.contact, ids.citizen, worker.personId],
    )
    const row = `${ids.contact};02-01-2026;;;sagsbehandling;Jobcenter;Mette Prøve;Fløjte;;aftalt;gade;flyttet;0`
    const text = `${heading};temaer\n${row};job\n`
    assert.deepEqual(await take(text), { read: 1, added: 0, changed: 0, same: 1, refused: 0 })
    assert.equal((await take(text.replace('Fløjte', ids.citizen))).same, 1)
    assert.equal((await preview(text.replace('Fløjte', 'En anden'))).changed, 1)
    assert.equal((await take(text.replace('flyttet;0', 'gennemført;30'), { update: true })).changed, 1)
    const [contact] = await stored(`c.id = '${ids.contact}'`)
    const { outcome, topics, moved_by: mover, agenda, alias } = contact ?? {}
    assert.deepEqual([outcome, topics, mover, agenda], ['held', 33, null, 'En bolig'])
    assert.deepEqual([alias, contact?.['citizen_id']], ['Fløjte', ids.citizen])
  })

  it('stores nothing at all when one row is wrong, and the good ones when it is told to', async () => {
    const good = 'G1;13-03-2017;;;sagsbehandling;Jobcenter;Mette Prøve;;;åbent;gade;gennemført;10'
    const bad = good.replace('G1', 'G2').replace('13-03-2017', '30-02-2017')
    await assert.rejects(take(rowsOf(good, bad)), { because: 'rows' })
    assert.deepEqual(await stored(`import_key like 'G_'`), [])
    assert.deepEqual(await take(rowsOf(good, bad), { acceptGoodRows: true }), {
      read: 2,
      added: 1,
      changed: 0,
      same: 0,
      refused: 1,
    })
    assert.equal((await stored(`import_key like 'G_'`)).length, 1)
  })

  it('writes one log row for an import, and under it one for each citizen and each talk without a name', async () => {
    const rows = rowsOf(
      'L1;13-03-2017;;;sagsbehandling;Jobcenter;Mette Prøve;L-1;;åbent;gade;gennemført;10',
      'L2;14-03-2017;;;sagsbehandling;Jobcenter;Mette Prøve;L-1;;åbent;gade;gennemført;10',
      'L3;15-03-2017;;;sagsbehandling;Jobcenter;Mette Prøve;;;åbent;gade;gennemført;10',
    )
    await take(rows)
    const logged = await world.truth<{ subject: string }>(
      `select s.subject from access_log l join access_log_subjects s on s.municipality_id = l.municipality_id and s.log_id = l.id
        where l.municipality_id = $1 and l.id = (select max(id) from access_log where municipality_id = $1 and purpose = 'import.registrations') order by 1`,
      [here.id],
    )
    assert.deepEqual(
      logged.map(row => row.subject),
      ['citizen', 'contact'],
    )
  })

  it('writes down who took how many rows in, and is shut to everybody else', async () => {
    const [last] = await world.truth(
      'select * from imports where municipality_id = $1 order by created_at desc limit 1',
      [here.id],
    )
    assert.equal(last?.['person_id'], administrator.personId)
    assert.equal(last['rows_added'], 3)
    const file = await opened(
      Buffer.from(rowsOf('W1;13-03-2017;;;sagsbehandling;Jobcenter;Mette Prøve;;;åbent;gade;gennemført;10')),
    )
    const check = await preview(rowsOf())
    await assert.rejects(
      house.db.write(world.as('worker').asker, 'import.registrations', tx =>
        importRegistrations(tx, file, { check, choice: { ...nothing, createMissing: true } }),
      ),
    )
    assert.deepEqual(await stored(`import_key = 'W1'`), [])
  })
})
