import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { HtmlValidate, type ConfigData } from 'html-validate'
import ICAL from 'ical.js'
import { openWorld, type PersonName, type Place } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { addDays, readNow, today } from '../../platform/time.ts'

const world = await openWorld()
const { here, there } = world
const day = today(readNow())
const validator = new HtmlValidate(
  JSON.parse(readFileSync(new URL('../../../.htmlvalidate.json', import.meta.url), 'utf8')) as ConfigData,
)

/** All day, each day, so that the tests are the same at any hour. */
async function comesDaily(
  place: Place,
  name: PersonName,
  partyId: string,
  centre = place.centres.harbour,
): Promise<void> {
  await world.truth(
    `insert into presence_times (municipality_id, id, person_id, party_id, centre_id, weekday, from_time, until_time, valid_from)
     select $1, gen_random_uuid(), $2, $3, $4, weekday, '00:00', '23:59', '2020-01-01' from generate_series(1, 7) weekday`,
    [place.id, place.people[name].personId, partyId, centre.id],
  )
}
await world.truth(
  `update municipalities set keeps_24_december = false, keeps_31_december = false, keeps_5_june = false`,
)
await comesDaily(here, 'worker', here.parties.jobcentre)
await comesDaily(here, 'staff', here.parties.harbour)
await comesDaily(there, 'colleague', there.parties.jobcentre)
// A public holiday closes everything; whoever runs the tests on one opens the centre.
for (const place of [here, there]) {
  await world.truth(
    `insert into centre_days select $1, $2, d::date, true from generate_series($3::date - 1, $3::date + 60, interval '1 day') d`,
    [place.id, place.centres.harbour.id, String(day)],
  )
}

const shown = async (path: string) => {
  const answer = await world.visitor.get(path)
  assert.equal(answer.status, 200, path)
  return await answer.text()
}

describe('the public board', () => {
  it('shows a visitor who is here, in which role, from where, and whether they may decide', async () => {
    const page = await shown(paths.board(here))
    assert.match(page, /Mette Prøve/)
    assert.match(page, /Medarbejder fra jobcentret/)
    assert.match(page, /badge-filled/)
    assert.match(page, /Her nu, til kl\. 23\.59/)
  })

  it('shows nobody of another municipality, who is nevertheless there', async () => {
    assert.doesNotMatch(await shown(paths.board(here)), /Bo Prøve/)
    assert.match(await shown(paths.board(there)), /Bo Prøve/)
  })

  it('is small, and as valid on each page as in each part', async () => {
    const pages = [
      paths.board(here),
      paths.week(here),
      paths.centre(here, 'havnen'),
      paths.person(here, here.people.worker.personId),
      paths.takeAlong(here),
      paths.centre(here, 'cafeen'),
    ]
    for (const path of pages) {
      const report = await validator.validateString(await shown(path))
      assert.deepEqual(
        report.results.flatMap(result => result.messages.map(message => `${path} ${message.line}: ${message.message}`)),
        [],
      )
    }
    const answer = await world.visitor.get(paths.board(here), { 'accept-encoding': 'gzip, br' })
    assert.equal(answer.headers.get('content-encoding'), 'gzip')
    const bytes = Buffer.from(await answer.arrayBuffer())
    assert.ok(bytes.length < 14 * 1024)
    assert.match(gunzipSync(bytes).toString(), /Mette Prøve/)
  })

  it('gives the same to machines', async () => {
    const answer = await world.visitor.get(paths.boardJson(here))
    const board = (await answer.json()) as {
      centres: { slug: string; people: { name: string; state: string; mayDecide: boolean }[] }[]
    }
    const harbour = board.centres.find(centre => centre.slug === 'havnen')
    assert.deepEqual(
      harbour?.people.map(({ name, state, mayDecide }) => ({ name, state, mayDecide })),
      [
        { name: 'Mette Prøve', state: 'here', mayDecide: true },
        { name: 'Jonas Prøve', state: 'here', mayDecide: false },
      ],
    )
  })

  it('shows no telephone number before its owner says yes', async () => {
    await world.truth(`update people set work_phone = '12345011' where id = $1`, [here.people.worker.personId])
    assert.doesNotMatch(await shown(paths.board(here)), /12345011/)
    await world.truth(`update people set phone_public = true where id = $1`, [here.people.worker.personId])
    assert.match(await shown(paths.board(here)), /tel:12345011/)
  })
})

describe('whoever is called off for a holiday', () => {
  it('is off the board, the poster and the feed on the next request', async () => {
    const feed = async () => {
      const root = new ICAL.Component(ICAL.parse(await shown(paths.centreCalendar(here, 'havnen'))))
      return root
        .getAllSubcomponents('vevent')
        .map(event => new ICAL.Event(event))
        .filter(event => event.startDate.toString().startsWith(String(day)))
        .map(event => event.summary)
    }
    assert.ok((await feed()).some(summary => summary.startsWith('Mette Prøve')))
    const full = (await (await world.visitor.get(paths.centrePoster(here, 'havnen', 'a4'))).arrayBuffer()).byteLength
    await world.truth('insert into absences values ($1, $2, $3, $4, $5, null)', [
      here.id,
      newId(),
      here.people.worker.personId,
      String(addDays(day, -7)),
      String(addDays(day, 7)),
    ])
    const board = await shown(paths.board(here))
    assert.match(board, /Mette Prøve er væk i dag\./)
    assert.equal(board.match(/Her nu, til kl/g)?.length, 1)
    assert.ok((await feed()).every(summary => !summary.startsWith('Mette Prøve')))
    const poster = await world.visitor.get(paths.centrePoster(here, 'havnen', 'a4'))
    assert.equal(poster.headers.get('content-type'), 'application/pdf')
    assert.notEqual((await poster.arrayBuffer()).byteLength, full)
    await world.truth('delete from absences')
  })
})

describe('an address that is not there', () => {
  it('answers alike for what is missing and for what belongs to others', async () => {
    const addresses = [
      paths.centre(here, 'findes-ikke'),
      paths.centrePoster(here, 'findes-ikke', 'a3'),
      paths.person(here, newId()),
      paths.person(here, there.people.colleague.personId),
      paths.person(here, here.people.officer.personId),
      paths.person(here, 'nobody'),
      paths.week(here, '2026-54'),
      paths.week(here, '1999-01'),
    ]
    for (const address of addresses) assert.equal((await world.visitor.get(address)).status, 404, address)
    assert.match(await shown(paths.person(there, there.people.colleague.personId)), /Bo Prøve/)
  })
})

describe('an open board', () => {
  it('hears of a change within two seconds, also when it was made elsewhere, and not of another municipality’s', async () => {
    const answer = await world.visitor.get(paths.live(here))
    assert.equal(answer.headers.get('content-type'), 'text/event-stream')
    const reader = answer.body?.getReader()
    assert.ok(reader)
    const read = async () => new TextDecoder().decode((await reader.read()).value)
    assert.match(await read(), /retry/)
    const heard = read()
    await world.truth('update people set trade = trade where municipality_id = $1', [there.id])
    const silence = await Promise.race([heard, new Promise(resolve => setTimeout(resolve, 1_000, 'nothing'))])
    assert.equal(silence, 'nothing')
    const started = performance.now()
    await world.truth('update people set trade = trade where municipality_id = $1', [here.id])
    assert.match(await heard, /data: changed/)
    assert.ok(performance.now() - started < 2_000)
    await reader.cancel()
  })
})
