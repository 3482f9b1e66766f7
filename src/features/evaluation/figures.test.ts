import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findings } from '../../../test/pages.ts'
import { openWorld } from '../../../test/world.ts'
import type { PersonName } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { addDays, readNow, today } from '../../platform/time.ts'
import { figureRoles, holds } from '../people/rules.ts'
import type { Evaluation } from './evaluation-rules.ts'

const world = await openWorld()
const { here, there } = world
const addresses = [paths.figures, paths.figuresJson, paths.figuresCsv]

/** Contacts of the job centre, each with its own new citizen unless `citizen` is one or null. */
async function record(count: number, what: { citizen?: string | null; [column: string]: unknown } = {}): Promise<void> {
  const { citizen: given, ...columns } = what
  const at = { municipality_id: here.id, owner_party_id: here.parties.jobcentre }
  const usual = { effort: 'casework', kind: 'booked', venue: 'centre', outcome: 'held', day: '2026-02-10' }
  await world.house.db.write({ municipalityId: here.id, personId: null }, 'operator.set-up', async tx => {
    for (let made = 0; made < count; made += 1) {
      const citizen = given === undefined ? newId() : given
      if (given === undefined && citizen)
        await tx
          .insertInto('citizens')
          .values({ ...at, id: citizen, alias: 'Viggo' })
          .execute()
      await tx
        .insertInto('contacts')
        .values({
          ...at,
          ...usual,
          ...columns,
          id: newId(),
          citizen_id: citizen,
          worker_id: here.people.worker.personId,
        })
        .execute()
    }
  })
}

const year = '?from=2026-01-01&to=2026-12-31'
async function json(query = year, as: PersonName = 'leader'): Promise<Evaluation> {
  const answer = await world.as(as).get(paths.figuresJson(here) + query)
  assert.equal(answer.status, 200)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the test reads what it names
  return (await answer.json()) as Evaluation
}
const text = async (path: string, as: PersonName = 'leader'): Promise<string> =>
  await (await world.as(as).get(path)).text()

describe('the figures', () => {
  it('says that it is fine when there is nothing yet, and offers the next thing by role', async () => {
    const page = await text(paths.figures(here))
    assert.match(page, /Her kommer tallene/)
    assert.doesNotMatch(page, /Skriv en samtale ned/)
    assert.match(await text(paths.figures(here), 'worker'), /Skriv en samtale ned/)
    assert.match(await text(paths.figures(here), 'administrator'), /Læs et regneark ind/)
  })

  it('holds back what 4 people stand behind on the page, in the spreadsheet and in JSON, and shows 5', async () => {
    await record(4, { outcome: 'noShow', topics: 16, help_forms: 1 })
    const few = await json()
    const hidden = { suppressed: true }
    assert.deepEqual(
      [few.contacts, few.citizens, few.citizensNotAsked, few.anonymousContacts],
      [hidden, hidden, hidden, 0],
    )
    assert.deepEqual(few.contactsByHelpForm[1], hidden)
    assert.equal(few.citizensByTopic.economyAndHousing, 0)
    const [row] = few.noShow
    assert.deepEqual([row?.noShow, row?.held, row?.rate], [hidden, 0, hidden])
    assert.deepEqual(few.byMonth[1], { month: '2026-02', contacts: hidden, citizens: hidden, noShowRate: hidden })
    assert.match(await text(paths.figuresCsv(here) + year), /I alt;;Samtaler;vises ikke/)
    assert.match(await text(paths.figures(here) + year), /<dd>Vises ikke<\/dd>/)
    await record(1, { outcome: 'noShow' })
    const enough = await json()
    assert.deepEqual([enough.contacts, enough.noShow[0]?.rate], [5, 1])
    assert.match(await text(paths.figuresCsv(here) + year), /I alt;;Samtaler;5/)
  })

  it('counts each talk without a name as one person behind the number', async () => {
    await record(5, { citizen: null, kind: 'walkIn' })
    const { anonymousContacts, noShow } = await json()
    assert.equal(anonymousContacts, 5)
    const walkIn = noShow.find(row => row.kind === 'walkIn')
    assert.deepEqual([walkIn?.held, walkIn?.rate], [5, null])
  })

  it('has a contact that was just recorded on the next view', async () => {
    const before = await json()
    await record(1, { citizen: null, day: '2026-02-11' })
    const after = await json()
    assert.equal(after.contacts, Number(before.contacts) + 1)
  })

  it('says the message in whole people, about the last quarter that is over', async () => {
    const now = today(readNow())
    const quarterEnd = addDays(now.with({ month: Math.floor((now.month - 1) / 3) * 3 + 1, day: 1 }), -1)
    const when = { day: quarterEnd.toString() }
    await record(54, when)
    await record(6, { ...when, outcome: 'noShow' })
    await record(45, { ...when, venue: 'townHall' })
    await record(15, { ...when, venue: 'townHall', outcome: 'noShow' })
    assert.match(
      await text(paths.figures(here)),
      /På værestederne udebliver nu 10\s+af\s+100\. På rådhuset er det 25\./u,
    )
  })

  it('narrows by centre and effort, and tells which', async () => {
    await record(6, { centre_id: here.centres.harbour.id, effort: 'health', minutes: 30 })
    const found = await json(`${year}&centre=havnen&effort=health`)
    assert.deepEqual([found.contacts, found.centre, found.effort], [6, 'Havnen', 'health'])
    assert.deepEqual(found.byEffort, [{ effort: 'health', contacts: 6, citizens: 6, minutes: 180 }])
    assert.equal((await json(`${year}&centre=cafeen`)).contacts, 0)
  })

  it('shows the page again with a sentence when a filter is wrong', async () => {
    const wrong = {
      '?from=2026-02-30&to=2026-03-01': /30\. februar findes ikke/,
      '?from=2026-03-01': /den første og den sidste dag/,
      '?from=2026-03-02&to=2026-03-01': /den samme som den første eller senere/,
      '?from=1900-01-01&to=2026-03-01': /højst 20 år/,
      '?centre=nowhere': /Vælg et af værestederne/,
      '?effort=kindness': /./,
      '?period=tomorrow': /./,
    }
    for (const [query, sentence] of Object.entries(wrong)) {
      for (const address of addresses) {
        const answer = await world.as('leader').get(address(here) + query)
        assert.equal(answer.status, 422, address(here) + query)
        assert.match(await answer.text(), sentence)
      }
    }
  })

  it('keeps a centre whose name is a formula from being run by a spreadsheet', async () => {
    await world.truth('update centres set name = $2 where id = $1', [here.centres.harbour.id, '=1+1'])
    assert.match(await text(paths.figuresCsv(here) + year), /Værested;'=1\+1;Samtaler;6/)
    await world.truth('update centres set name = $2 where id = $1', [here.centres.harbour.id, 'Havnen'])
  })

  it('is for the roles that see figures, and is not there for anybody else', async () => {
    const names = Object.keys(here.people) as PersonName[]
    for (const name of names) {
      const sees = holds(world.as(name).actor, ...figureRoles)
      for (const address of addresses) {
        assert.equal((await world.as(name).get(address(here))).status, sees ? 200 : 404, `${name} at ${address(here)}`)
      }
    }
    assert.equal(names.filter(name => !holds(world.as(name).actor, ...figureRoles)).length, 2)
    assert.notEqual((await world.visitor.get(paths.figuresJson(here))).status, 200)
  })

  it('counts nothing of another municipality, whose rows are there', async () => {
    const [rows] = await world.truth<{ count: number }>('select count(*) from contacts where municipality_id = $1', [
      here.id,
    ])
    assert.ok(Number(rows?.count) > 0)
    const elsewhere = await there.people.leader.get(paths.figuresJson(there) + year)
    assert.match(await elsewhere.text(), /"contacts":0,/)
    // Their session is not one of here.
    assert.equal((await there.people.leader.get(paths.figuresJson(here) + year)).status, 303)
  })

  it('writes pages without a fault', async () => {
    for (const query of ['', year, '?centre=nowhere', '?period=own', '?effort=employment']) {
      assert.deepEqual(await findings(await text(paths.figures(here) + query)), [])
    }
  })
})
