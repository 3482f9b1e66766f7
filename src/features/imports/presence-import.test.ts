import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import { guessColumns, isHeadingOf, presenceColumns } from './columns.ts'
import { openSheet } from './open-sheet.ts'
import { importPresence, previewPresence } from './presence-commands.ts'
import { bytesSource } from './sheet.ts'

const world = await openWorld()
const { here, house } = world
const administrator = world.as('administrator')
const heading = 'medarbejder;rolle;enhed;myndighed;telefon;værested;lokale;ugedag;uger;fra;til;gælder fra;gælder til'
const mette = 'Mette Prøve;sagsbehandling;Jobcenter;ja;;Havnen;Det lille kontor;torsdag;ulige;10.00;14.00;01-09-2026;'
const fresh = 'Ny Person;skp;Ny Enhed;nej;+45 12 34 56 78;Nyt Sted;Stuen;mandag;;9.30;12;01-09-2026;31-12-2026'

async function opened(rows: string[]) {
  const sheet = await openSheet(bytesSource(Buffer.from([heading, ...rows].join('\n'))), isHeadingOf(presenceColumns))
  assert.ok(sheet.ok)
  const columns = guessColumns(presenceColumns, sheet.sheet.heading.cells)
  return { municipalityId: here.id, personId: administrator.personId, sheet: sheet.sheet, columns }
}

async function preview(...rows: string[]) {
  const file = await opened(rows)
  return house.db.read(administrator.asker, 'import.preview', tx => previewPresence(tx, file))
}

async function take(rows: string[], choice = {}) {
  const file = await opened(rows)
  const wish = { createMissing: false, acceptGoodRows: false, update: false, ...choice }
  return house.db.write(administrator.asker, 'import.presence', tx => importPresence(tx, file, wish))
}

const times = () =>
  world.truth(
    `select p.public_name as name, p.trade, p.work_phone, p.phone_public, p.imported, y.name as unit, e.name as centre, r.name as room,
        t.weekday, t.weeks, t.from_time, t.until_time, t.valid_from, t.valid_until, m.role, m.may_decide, m.valid_from as member_from
      from presence_times t join people p on p.municipality_id = t.municipality_id and p.id = t.person_id
      join parties y on y.municipality_id = t.municipality_id and y.id = t.party_id
      join centres e on e.municipality_id = t.municipality_id and e.id = t.centre_id
      left join rooms r on r.municipality_id = t.municipality_id and r.id = t.room_id
      join memberships m on m.municipality_id = t.municipality_id and m.person_id = t.person_id and m.party_id = t.party_id
      where t.municipality_id = $1 order by p.public_name`,
    [here.id],
  )

describe('taking fixed times in', () => {
  it('puts the times of people who are known on the board', async () => {
    assert.deepEqual(await take([mette]), { read: 1, added: 1, changed: 0, same: 0, refused: 0 })
    const [time] = await times()
    const {
      name,
      centre,
      room,
      weekday,
      weeks,
      from_time: from,
      until_time: until,
      valid_from: first,
      valid_until: last,
    } = time ?? {}
    assert.deepEqual([name, centre, room, weekday, weeks], ['Mette Prøve', 'Havnen', 'Det lille kontor', 4, 'odd'])
    assert.deepEqual([from, until, first, last], ['10:00:00', '14:00:00', '2026-09-01', null])
  })

  it('changes nothing when the same file comes again', async () => {
    assert.equal((await preview(mette)).same, 1)
    assert.deepEqual(await take([mette, mette]), { read: 2, added: 0, changed: 0, same: 2, refused: 0 })
    assert.equal((await times()).length, 1)
  })

  it('lists names that are not known, and makes a person of the board only by a yes', async () => {
    const { unknown } = await preview(fresh)
    assert.deepEqual(unknown, {
      centres: ['Nyt Sted'],
      units: ['Ny Enhed'],
      workers: [{ unit: 'Ny Enhed', worker: 'Ny Person' }],
      rooms: [{ centre: 'Nyt Sted', room: 'Stuen' }],
    })
    await assert.rejects(take([fresh]), { because: 'names' })
    await take([fresh], { createMissing: true })
    const {
      trade,
      work_phone: phone,
      phone_public: shown,
      imported,
      role,
      may_decide: decides,
      member_from: from,
    } = (await times())[1] ?? {}
    assert.deepEqual([trade, phone, shown, imported], ['Støtte- og kontaktperson', '12345678', false, false])
    assert.deepEqual([role, decides, from], ['outreach_worker', false, '2026-09-01'])
    assert.equal((await take([fresh])).same, 1)
  })

  it('gives nobody a right that they do not have', async () => {
    const claims = 'Bo Prøve;job;Jobcenter;ja;;Havnen;;fredag;alle;10;12;01-09-2026;'
    assert.match((await preview(claims)).problems[0]?.message ?? '', /^Medarbejderen står ikke som myndighed/)
    const atCentre = 'Signe Prøve;skp;Caféen;ja;;Caféen;;fredag;alle;10;12;01-09-2026;'
    assert.match((await preview(atCentre)).problems[0]?.message ?? '', /^Kun medarbejdere fra kommunens enheder/)
    const twice = [
      fresh.replaceAll('Ny Person', 'Anden'),
      fresh.replaceAll('Ny Person', 'Anden').replace(';nej;', ';ja;'),
    ]
    assert.match((await preview(...twice)).problems[0]?.message ?? '', /^En tidligere række siger noget andet/)
  })

  it('stores nothing when one row is wrong', async () => {
    const before = await times()
    await assert.rejects(take([mette.replace('torsdag', 'fredag'), mette.replace('torsdag', 'tors')]), {
      because: 'rows',
    })
    assert.deepEqual(await times(), before)
  })

  it('is shut to everybody but an administrator', async () => {
    const file = await opened([mette.replace('torsdag', 'tirsdag')])
    const wish = { createMissing: false, acceptGoodRows: false, update: false }
    await assert.rejects(
      house.db.write(world.as('coordinator').asker, 'import.presence', tx => importPresence(tx, file, wish)),
    )
    assert.equal((await times()).length, 2)
  })
})
