import assert from 'node:assert/strict'
import { readdirSync, readFileSync, utimesSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import type { PersonName } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { findWaiting, saveState, sweepUploads } from './waiting-files.ts'

const world = await openWorld()
const { here, there, house } = world
const administrator = world.as('administrator')
const heading = 'id;dato;tid;værested;indsats;enhed;medarbejder;borger;kendt;mødetype;sted;udfald;minutter;noter'
const good = 'W1;13-03-2017;;Havnen;sagsbehandling;Jobcenter;Mette Prøve;B1;;åbent;værested;gennemført;10;'
const rowsOf = (...rows: string[]): string => [heading, ...rows].join('\n')

async function send(
  text: string | Uint8Array,
  options: { kind?: string; name?: string; cookie?: string; place?: typeof here } = {},
): Promise<Response> {
  const { kind = 'registrations', name = 'samtaler.csv', cookie = administrator.cookie, place = here } = options
  const body = new FormData()
  if (kind !== '') body.set('kind', kind)
  body.set('file', new File([new Uint8Array(Buffer.from(text))], name))
  const headers = { cookie, 'sec-fetch-site': 'same-origin' }
  return world.app.request(paths.importUpload(place), { method: 'POST', body, headers })
}

/** The address of the page about the file, once nobody works on it any more. */
async function sent(text: string | Uint8Array, options = {}): Promise<string> {
  const answer = await send(text, options)
  assert.equal(answer.status, 303)
  const address = answer.headers.get('location') ?? ''
  await settled(address)
  return address
}

async function settled(address: string): Promise<string> {
  for (;;) {
    const answer = await administrator.get(address)
    if (answer.headers.get('refresh') === null) return answer.text()
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

async function run(address: string, form: Record<string, string> = {}): Promise<Response> {
  const answer = await administrator.post(`${address}/run`, { rows: 'all', ...form })
  if (answer.status === 303) await settled(address)
  return answer
}

const stored = (key: string) =>
  world.truth('select * from contacts where municipality_id = $1 and import_key = $2', [here.id, key])
const textOf = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const folderOf = (address: string): string =>
  join(house.config.dataDir, 'uploads', here.id, address.split('/').at(-1) ?? '')

describe('the page where spreadsheets are taken in', () => {
  it('is there for administrators and for nobody else', async () => {
    assert.equal((await administrator.get(paths.imports(here))).status, 200)
    for (const name of ['worker', 'coordinator', 'leader', 'officer'] satisfies PersonName[]) {
      assert.equal((await world.as(name).get(paths.imports(here))).status, 404, name)
      assert.equal((await send(rowsOf(good), { cookie: world.as(name).cookie })).status, 404, name)
    }
  })

  it('shows what a file would do, stores nothing before it is told to, and then says what came of it', async () => {
    const address = await sent(await readFile('test/fixtures/registreringer.csv'))
    const preview = textOf(await settled(address))
    assert.match(preview, /60 samtaler kan tages ind/)
    assert.match(preview, /De er fra 1\. januar 2026 til 25\. juni 2026\./)
    assert.match(preview, /Navne, vi ikke kender .*Café Broen.*Rusmiddelcenter.*Åse Lund \(Rusmiddelcenter\)/)
    assert.deepEqual(await stored('R0001'), [])
    const refused = await run(address)
    assert.equal(refused.status, 422)
    assert.match(textOf(await refused.text()), /Sig ja til at oprette navnene/)
    assert.deepEqual(await stored('R0001'), [])
    assert.equal((await run(address, { create: '1' })).status, 303)
    assert.match(textOf(await settled(address)), /Filen er taget ind 60 samtaler er kommet til/)
    assert.equal((await stored('R0001')).length, 1)
    assert.match(textOf(await (await administrator.get(paths.imports(here))).text()), /Asta Prøve Samtaler 60 0 0 0/)
    assert.deepEqual(readdirSync(folderOf(address)).toSorted(), ['progress', 'state'])
  })

  it('says of the same file again that it has nothing new', async () => {
    const page = textOf(
      await settled(await sent(await readFile('test/fixtures/registreringer-libreoffice.xlsx'), { name: 'igen.xlsx' })),
    )
    assert.match(page, /Filen har ikke noget nyt/)
    assert.match(page, /60 rækker er taget ind før og siger det samme/)
  })

  it('lists bad rows with line, column, value and what would be right, and gives them back as files', async () => {
    const address = await sent(
      rowsOf(
        good.replace('W1', 'W2'),
        good.replace('W1', 'W3').replace('13-03', '30-02'),
        good.replace(/;$/, ';ring 010203-1234'),
      ),
    )
    const page = textOf(await settled(address))
    assert.match(page, /3 dato 30-02-2017 30\. februar findes ikke\. Skriv en anden dag\./)
    assert.match(page, /4 noter ring \[CPR-nummer fjernet\] Her står et CPR-nummer/)
    assert.match(page, /Disse kolonner bliver ikke taget med: noter\./)
    const problems = await (await administrator.get(`${address}/problems.csv`)).text()
    assert.match(problems, /3;dato;30-02-2017;30\. februar findes ikke/)
    const badRows = await (await administrator.get(`${address}/bad-rows.csv`)).text()
    assert.match(badRows, /W3;30-02-2017/)
    for (const text of [page, problems, badRows]) assert.doesNotMatch(text, /010203/)
  })

  it('asks what is to become of the bad rows, and takes the good ones when it is told to', async () => {
    const address = await sent(rowsOf(good.replace('W1', 'W4'), good.replace('W1', 'W5').replace('13-03', '30-02')))
    const undecided = await run(address)
    assert.equal(undecided.status, 422)
    assert.match(textOf(await undecided.text()), /Vælg, hvad der skal ske med de rækker/)
    assert.deepEqual(await stored('W4'), [])
    await run(address, { rows: 'good' })
    assert.match(textOf(await settled(address)), /1 samtale er kommet til\. .*1 række blev ikke taget ind/)
    assert.equal((await stored('W4')).length, 1)
    assert.match(await (await administrator.get(`${address}/bad-rows.csv`)).text(), /W5;30-02-2017/)
  })

  it('stops when it is told to, and keeps nothing of the file', async () => {
    for (const stop of [
      (at: string) => run(at, { rows: 'stop' }),
      (at: string) => administrator.post(`${at}/discard`),
    ]) {
      const address = await sent(rowsOf(good.replace('W1', 'W6')))
      assert.equal((await stop(address)).headers.get('location'), `${paths.imports(here)}?done=stopped`)
      assert.equal((await administrator.get(address)).status, 404)
      assert.throws(() => readdirSync(folderOf(address)))
    }
    assert.deepEqual(await stored('W6'), [])
  })

  it('puts right what differs when it is told to', async () => {
    await run(await sent(rowsOf(good)))
    const address = await sent(rowsOf(good.replace(';10;', ';25;')))
    assert.match(textOf(await settled(address)), /1 række er taget ind før, og nu står der noget andet/)
    assert.equal((await run(address)).status, 422)
    await run(address, { update: '1' })
    assert.match(textOf(await settled(address)), /1 samtale er rettet/)
    assert.equal((await stored('W1'))[0]?.['minutes'], 25)
  })

  it('lets one point at other columns, and reads the file again', async () => {
    const address = await sent(rowsOf(good.replace('W1', 'W7')).replace('dato', 'hvornår').replace('udfald', 'hvordan'))
    const page = await settled(address)
    assert.match(textOf(page), /Peg på de kolonner, der mangler/)
    const places = Object.fromEntries(
      [...page.matchAll(/name="(column-[a-zA-Z]+)"(?:(?!<\/select>)[^])*?<option value="(\d+)" selected/g)].map(
        match => [match[1] ?? '', match[2] ?? ''],
      ),
    )
    assert.equal(
      (await administrator.post(`${address}/columns`, { ...places, 'column-day': '1', 'column-outcome': '11' })).status,
      303,
    )
    assert.match(textOf(await settled(address)), /1 samtale kan tages ind/)
    await run(address)
    assert.equal((await stored('W7'))[0]?.['day'], '2017-03-13')
  })

  it('refuses what is no spreadsheet, an empty form and one without a file', async () => {
    assert.match(textOf(await settled(await sent('%PDF-1.7\0\0'))), /Filen kan ikke læses .*Filen er ikke et regneark/)
    const headers = { cookie: administrator.cookie, 'sec-fetch-site': 'same-origin' }
    for (const body of [new FormData(), new URLSearchParams({ kind: 'registrations' })]) {
      const answer = await world.app.request(paths.importUpload(here), { method: 'POST', body, headers })
      assert.equal(answer.status, 422)
      assert.match(await answer.text(), /Vælg en fil/)
    }
    assert.equal((await send(rowsOf(good), { kind: 'andet' })).status, 422)
  })

  it('takes fixed times in on the same page', async () => {
    const rows =
      'medarbejder;rolle;enhed;myndighed;værested;ugedag;fra;til;gælder fra\nMette Prøve;sagsbehandling;Jobcenter;ja;Havnen;torsdag;10;14;01-09-2026\n'
    const address = await sent(rows, { kind: 'presence' })
    assert.match(textOf(await settled(address)), /1 fast tid kan tages ind/)
    await run(address)
    assert.match(textOf(await settled(address)), /1 fast tid er kommet til/)
  })
})

describe('a waiting file', () => {
  it('lies encrypted, also what was wrong with it, and its name without a CPR number', async () => {
    const address = await sent(rowsOf(good.replace('B1', 'Fløjtespilleren').replace('13-03', '30-02')), {
      name: 'Bo 010203-1234.csv',
    })
    for (const file of readdirSync(folderOf(address))) {
      const bytes = readFileSync(join(folderOf(address), file))
      assert.ok(!bytes.includes('Fløjtespilleren') && !bytes.includes('010203'), file)
    }
    assert.match(await settled(address), /Bo \[CPR-nummer fjernet\]\.csv/)
  })

  it('is there for its uploader alone: not for another administrator, another municipality or a made-up id', async () => {
    const address = await sent(rowsOf(good))
    const id = address.split('/').at(-1) ?? ''
    const colleague = world.as('leader')
    await world.truth(
      `insert into memberships (municipality_id, id, person_id, role, valid_from) values ($1, $2, $3, 'administrator', '2020-01-01')`,
      [here.id, newId(), colleague.personId],
    )
    assert.equal((await colleague.get(paths.imports(here))).status, 200)
    for (const path of [address, `${address}/problems.csv`, `${address}/bad-rows.csv`]) {
      assert.equal((await colleague.get(path)).status, 404)
      assert.equal((await administrator.get(path)).status, 200, 'the file is there')
    }
    for (const path of [`${address}/run`, `${address}/columns`, `${address}/discard`])
      assert.equal((await colleague.post(path)).status, 404)
    assert.equal((await there.people.administrator.get(paths.waitingImport(there, id))).status, 404)
    assert.equal((await administrator.get(paths.waitingImport(here, newId()))).status, 404)
    assert.equal((await administrator.get(paths.waitingImport(here, '..'))).status, 404)
    assert.equal((await administrator.get(address)).status, 200)
  })

  it('is gone before an hour has passed', async () => {
    const address = await sent(rowsOf(good))
    const soon = Date.now() + 50 * 60 * 1000
    await sweepUploads(house.config, soon)
    assert.equal((await administrator.get(address)).status, 200)
    await sweepUploads(house.config, soon + 6 * 60 * 1000)
    assert.equal((await administrator.get(address)).status, 404)
    assert.throws(() => readdirSync(folderOf(address)))
  })

  it('whose work broke off says so, and that nothing is stored twice', async () => {
    const address = await sent(rowsOf(good))
    const at = { municipalityId: here.id, personId: administrator.personId, id: address.split('/').at(-1) ?? '' }
    const waiting = await findWaiting(house, at, Date.now())
    assert.ok(waiting)
    await saveState(house, { ...waiting, step: 'storing' })
    assert.equal((await administrator.get(address)).headers.get('refresh'), '2')
    utimesSync(join(folderOf(address), 'progress'), new Date(0), new Date(0))
    const page = textOf(await (await administrator.get(address)).text())
    assert.match(page, /Det lykkedes ikke .*Det, der måtte være gemt, bliver ikke gemt to gange/)
  })
})
