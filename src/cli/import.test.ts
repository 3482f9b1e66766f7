import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { registrationsAsCsv, registrationsAsXlsx } from '../features/imports/registration-export.ts'
import { bytesSource } from '../features/imports/sheet.ts'
import { InputRefused } from '../platform/errors.ts'
import { openWorld } from '../../test/world.ts'
import { exportRegistrations } from './export.ts'
import { importPresenceFile } from './import-presence.ts'
import { importRegistrationFile } from './import-registrations.ts'

const world = await openWorld()
const { here, house } = world
const folder = mkdtempSync(join(tmpdir(), 'brobygger-import-'))
after(() => rmSync(folder, { recursive: true }))
const sample = await readFile('test/fixtures/registreringer.csv')
const nothing = { createMissing: false, acceptGoodRows: false, update: false }

const wish = (bytes: Uint8Array, change: Record<string, unknown> = {}) => ({
  file: bytesSource(bytes),
  slug: here.slug,
  dryRun: false,
  badRowsPath: undefined,
  choice: nothing,
  onProgress: () => undefined,
  ...change,
})

const stored = async () =>
  Number(
    (await world.truth('select count(*) as count from contacts where municipality_id = $1', [here.id]))[0]?.['count'],
  )

describe('import registrations', () => {
  it('says what is not known and stores nothing', async () => {
    const report = await importRegistrationFile(house, wish(sample))
    assert.match(report.refused ?? '', /--create-missing/)
    assert.deepEqual(report.unknown.centres, ['Café Broen', 'Huset ved Havnen', 'Kaffestuen'])
    assert.deepEqual([report.stored, await stored()], [false, 0])
  })

  it('stores nothing in a dry run, and says what it would do', async () => {
    const report = await importRegistrationFile(
      house,
      wish(sample, { dryRun: true, choice: { ...nothing, createMissing: true } }),
    )
    assert.deepEqual([report.stored, report.refused, report.added, await stored()], [false, null, 60, 0])
  })

  it('takes the sample in, and the same file again changes nothing', async () => {
    const report = await importRegistrationFile(house, wish(sample, { choice: { ...nothing, createMissing: true } }))
    assert.deepEqual([report.stored, report.added, await stored()], [true, 60, 60])
    const again = await importRegistrationFile(house, wish(sample))
    assert.deepEqual([again.stored, again.added, again.same], [true, 0, 60])
  })

  it('writes the bad rows to be mended, without CPR numbers, and takes the good ones when it is told to', async () => {
    const rows = (await readFile('test/fixtures/registreringer.csv', 'utf8')).split('\n')
    const bad = [
      rows[0],
      rows[1]?.replace('R0001', 'X1'),
      rows[2]?.replace('R0002', 'X2').replace('B13', '010203-1234'),
    ].join('\n')
    const badRowsPath = join(folder, 'bad.csv')
    const refused = await importRegistrationFile(house, wish(Buffer.from(bad), { badRowsPath }))
    assert.deepEqual([refused.stored, refused.bad, await stored()], [false, 1, 60])
    const accepted = await importRegistrationFile(
      house,
      wish(Buffer.from(bad), { badRowsPath, choice: { ...nothing, acceptGoodRows: true } }),
    )
    assert.deepEqual([accepted.stored, accepted.added, accepted.bad, await stored()], [true, 1, 1, 61])
    const written = await readFile(badRowsPath, 'utf8')
    assert.match(written, /X2;.*\[CPR-nummer fjernet\]/)
    assert.doesNotMatch(written + JSON.stringify(accepted), /010203/)
    assert.equal((await stat(badRowsPath)).mode & 0o777, 0o600)
  })

  it('refuses what is no spreadsheet, lacks a column or names no municipality', async () => {
    const refusal = (sentence: RegExp) => (error: unknown) =>
      error instanceof InputRefused && sentence.test(error.message)
    await assert.rejects(importRegistrationFile(house, wish(Buffer.from('%PDF\0'))), refusal(/ikke et regneark/))
    await assert.rejects(
      importRegistrationFile(house, wish(Buffer.from('dato;borger\n1;2\n'))),
      refusal(/^Kolonnerne indsats, mødetype, sted og udfald mangler/),
    )
    await assert.rejects(importRegistrationFile(house, wish(sample, { slug: 'nowhere' })), refusal(/no municipality/))
  })
})

describe('export registrations', () => {
  const period = { municipalityId: here.id, from: '2026-01-01', to: '2026-12-31' }

  it('gives a file that comes in again with nothing changed, as text and as a spreadsheet', async () => {
    await world.truth(
      `insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, '01890000-0000-7000-8000-00000000d002', 'Fløjte')`,
      [here.id, here.parties.jobcentre],
    )
    await world.truth(
      `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, day, topics)
        values ($1, $2, '01890000-0000-7000-8000-00000000d001', '01890000-0000-7000-8000-00000000d002', $3, 'casework', 'walkIn', 'street', 'held', '2026-01-02', 33)`,
      [here.id, here.parties.jobcentre, world.as('worker').personId],
    )
    let csv = ''
    await exportRegistrations(house, period, async batches => {
      for await (const part of registrationsAsCsv(batches)) csv += part
    })
    assert.doesNotMatch(csv, /Fløjte/)
    const again = await importRegistrationFile(house, wish(Buffer.from(csv)))
    assert.deepEqual([again.added, again.same, again.bad], [0, 62, 0])
    await exportRegistrations(house, period, async batches => {
      const all = []
      for await (const batch of batches) all.push(...batch)
      await writeFile(join(folder, 'all.xlsx'), await registrationsAsXlsx(all))
    })
    const sheet = await importRegistrationFile(house, wish(await readFile(join(folder, 'all.xlsx'))))
    assert.deepEqual([sheet.added, sheet.same, sheet.bad], [0, 62, 0])
  })

  it('writes down whose talks were taken out', async () => {
    const [line] = await world.truth(
      `select kind, (select count(*) from access_log_subjects s where s.municipality_id = l.municipality_id and s.log_id = l.id) as subjects
        from access_log l where municipality_id = $1 and purpose = 'operator.export' order by id desc limit 1`,
      [here.id],
    )
    // 12 talks of the sample have no name, 16 people were met by one to four parties each.
    assert.equal(line?.['kind'], 'extract')
    const [people] = await world.truth(
      'select count(distinct citizen_id) + count(*) filter (where citizen_id is null) as count from contacts where municipality_id = $1',
      [here.id],
    )
    assert.equal(line['subjects'], people?.['count'])
  })
})

describe('import presence', () => {
  it('takes fixed times in by the same command', async () => {
    const rows =
      'medarbejder;rolle;enhed;myndighed;værested;ugedag;fra;til;gælder fra\nMette Prøve;sagsbehandling;Jobcenter;ja;Havnen;torsdag;10;14;01-09-2026\n'
    const report = await importPresenceFile(house, wish(Buffer.from(rows)))
    assert.deepEqual([report.stored, report.added], [true, 1])
  })
})
