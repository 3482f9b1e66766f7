import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openWorld } from '../../../test/world.ts'
import type { PersonName } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { addDays, day as plainDay, formatDayField, readNow, today } from '../../platform/time.ts'
import { closeTexts } from '../citizens/card-texts.da.ts'
import { closeRecord } from '../citizens/commands.ts'
import { matrixOf } from './matrix-rules.ts'
import { deskWords, paperOf } from './paper-rules.ts'
import { giveTexts, texts } from './texts.da.ts'

const world = await openWorld()
const { here } = world
const day = today(readNow())
const worker = world.as('worker')

async function citizenOf(name: PersonName = 'worker', alias = 'Viggo'): Promise<string> {
  const id = newId()
  assert.equal((await world.as(name).post(paths.newCitizen(here), { id, alias, another: '1' })).status, 303)
  return id
}

const formOf = (change: Record<string, string | string[]> = {}) => ({
  id: newId(),
  receiver: here.parties.social,
  topics: ['economyAndHousing', 'work'],
  ground: 'disclose',
  from: formatDayField(day),
  until: formatDayField(addDays(day, 300)),
  how: 'oral',
  witness: 'Mette',
  known: here.people.socialWorker.personId,
  ...change,
})
const give = async (citizen: string, change: Record<string, string | string[]> = {}) =>
  await worker.post(paths.newConsent(here, citizen), formOf(change))
const stored = async (citizen: string) =>
  await world.truth<{ id: string; topics: number; withdrawn: boolean; receiving_party_id: string | null }>(
    `select id, topics, withdrawn_at is not null as withdrawn, receiving_party_id from consents
     where municipality_id = $1 and citizen_id = $2 order by recorded_at, id`,
    [here.id, citizen],
  )
const sees = async (name: PersonName, citizen: string) =>
  (await world.as(name).get(paths.consents(here, citizen))).status

describe('a yes', () => {
  it('opens a door for the party that it names, for those topics, and for nobody else', async () => {
    const citizen = await citizenOf()
    assert.equal(await sees('socialWorker', citizen), 404)
    assert.equal((await give(citizen)).status, 303)
    const page = await (await worker.get(paths.consents(here, citizen))).text()
    assert.ok(page.includes('Omar Prøve') && page.includes('og de andre fra socialforvaltningen'))
    assert.equal(page.match(new RegExp(`>${texts.maySee}<`, 'g'))?.length, 2)
    assert.equal(page.match(new RegExp(`>${texts.no}<`, 'g'))?.length, 4)
    assert.equal(await sees('socialWorker', citizen), 200)
    for (const name of ['staff', 'manager', 'leader', 'administrator'] as const)
      assert.equal(await sees(name, citizen), 404, name)
    assert.equal((await world.there.people.worker.get(paths.consents(world.there, citizen))).status, 404)
  })

  it('is one when its form is posted twice, also at the same moment', async () => {
    const citizen = await citizenOf()
    const form = formOf()
    const answers = await Promise.all([0, 1, 2].map(() => worker.post(paths.newConsent(here, citizen), form)))
    assert.deepEqual(
      answers.map(each => each.status),
      [303, 303, 303],
    )
    assert.equal((await stored(citizen)).length, 1)
  })

  it('is refused with a sentence and all that was typed, and nothing is stored', async () => {
    const citizen = await citizenOf()
    const wrong: [Record<string, string | string[]>, string][] = [
      [{ receiver: '' }, giveTexts.wrong.receiver],
      [{ receiver: here.parties.jobcentre }, giveTexts.wrong.receiver],
      [{ receiver: newId() }, giveTexts.wrong.receiver],
      [{ topics: [] }, giveTexts.wrong.topics],
      [{ known: here.people.staff.personId }, giveTexts.wrong.known],
      [{ from: formatDayField(addDays(day, -1)) }, giveTexts.wrong.past],
      [{ until: formatDayField(addDays(day, -1)) }, giveTexts.wrong.backwards],
      [{ until: formatDayField(addDays(day, 1200)) }, giveTexts.wrong.long],
      [{ how: '' }, giveTexts.wrong.how],
      [{ witness: 'Mette 010203-1234' }, giveTexts.wrong.cpr],
    ]
    for (const [change, sentence] of wrong) {
      const answer = await give(citizen, { witness: 'Bente fra genboen', ...change })
      const page = await answer.text()
      assert.equal(answer.status, 422, sentence)
      assert.ok(page.includes(sentence), sentence)
      if (!('witness' in change)) assert.ok(page.includes('Bente fra genboen'))
    }
    assert.deepEqual(await stored(citizen), [])
  })

  it('is the citizen’s own party’s to write down, and nobody else’s', async () => {
    const citizen = await citizenOf()
    await give(citizen)
    for (const name of ['socialWorker', 'staff', 'manager'] as const) {
      const form = formOf({ receiver: here.parties.cafe, known: '' })
      const answer = await world.as(name).post(paths.newConsent(here, citizen), form)
      assert.equal(answer.status, 404, name)
    }
    assert.equal((await stored(citizen)).length, 1)
  })

  it('of another day opens nothing before that day', async () => {
    const citizen = await citizenOf()
    assert.equal((await give(citizen, { from: formatDayField(addDays(day, 1)) })).status, 303)
    assert.equal(await sees('socialWorker', citizen), 404)
    assert.ok((await (await worker.get(paths.consents(here, citizen))).text()).includes('Begynder'))
  })

  it('to an SMS is a yes to one’s own party, about no topic', async () => {
    const citizen = await citizenOf()
    assert.equal((await give(citizen, { ground: 'sms', receiver: '', topics: [], known: '' })).status, 303)
    assert.deepEqual(
      (await stored(citizen)).map(row => [row.topics, row.receiving_party_id]),
      [[0, null]],
    )
  })
})

describe('taking a yes back', () => {
  it('is at once in force: the very next request of the other party is refused', async () => {
    const citizen = await citizenOf()
    await give(citizen)
    await give(citizen, { topics: ['court'] })
    const [first] = await stored(citizen)
    const href = paths.withdrawConsent(here, citizen, first?.id ?? '')
    assert.equal(await sees('socialWorker', citizen), 200)
    const asked = await (await worker.get(href)).text()
    assert.ok(asked.includes('penge og bolig, arbejde, ret og politi'))
    assert.equal((await worker.post(href)).status, 303)
    assert.equal(await sees('socialWorker', citizen), 404)
    assert.deepEqual(
      (await stored(citizen)).map(row => row.withdrawn),
      [true, true],
      'every yes to the same party',
    )
    assert.equal((await worker.post(href)).status, 303, 'tapped twice')
  })

  it('can be done at the party that received it, too', async () => {
    const citizen = await citizenOf()
    await give(citizen)
    const [first] = await stored(citizen)
    const href = paths.withdrawConsent(here, citizen, first?.id ?? '')
    for (const name of ['staff', 'manager'] as const) assert.equal((await world.as(name).post(href)).status, 404, name)
    assert.deepEqual(
      (await stored(citizen)).map(row => row.withdrawn),
      [false],
    )
    assert.equal((await world.as('socialWorker').post(href)).status, 303)
    assert.equal(await sees('socialWorker', citizen), 404)
    assert.deepEqual(
      (await stored(citizen)).map(row => row.withdrawn),
      [true],
    )
  })

  it('of an id that is somebody else’s is not there, and leaves it standing', async () => {
    const [citizen, other] = [await citizenOf(), await citizenOf()]
    await give(other)
    const [yes] = await stored(other)
    assert.equal((await worker.post(paths.withdrawConsent(here, citizen, yes?.id ?? ''))).status, 404)
    assert.deepEqual(
      (await stored(other)).map(row => row.withdrawn),
      [false],
    )
  })
})

describe('making a yes over', () => {
  it('takes the old one back and gives a new one, never both and never neither', async () => {
    const citizen = await citizenOf()
    await give(citizen)
    const [old] = await stored(citizen)
    const href = paths.changeConsent(here, citizen, old?.id ?? '')
    const page = await (await worker.get(href)).text()
    assert.ok(page.includes('Socialforvaltning'))
    const narrowed = formOf({ topics: ['work'] })
    const wider = formOf({ topics: ['work', 'health'] })
    const answers = await Promise.all([
      worker.post(href, narrowed),
      worker.post(href, wider),
      worker.post(href, narrowed),
    ])
    const standing = (await stored(citizen)).filter(row => !row.withdrawn)
    assert.equal(standing.length, 1)
    assert.ok([1, 5].includes(standing[0]?.topics ?? 0))
    assert.equal(answers.filter(each => each.status === 409).length, standing[0]?.topics === 1 ? 1 : 2)
    const late = await worker.post(href, formOf())
    assert.equal(late.status, 409)
    assert.ok((await late.text()).includes(giveTexts.wrong.taken))
  })

  it('never changes whom it is to', async () => {
    const citizen = await citizenOf()
    await give(citizen)
    const [old] = await stored(citizen)
    const answer = await worker.post(
      paths.changeConsent(here, citizen, old?.id ?? ''),
      formOf({ receiver: here.parties.cafe, known: '' }),
    )
    assert.equal(answer.status, 422)
    assert.deepEqual(
      (await stored(citizen)).map(row => row.withdrawn),
      [false],
    )
  })
})

describe('the paper to sign', () => {
  it('is an accessible A4 sheet that names no citizen, and only the own party prints it', async () => {
    const citizen = await citizenOf('worker', 'Hemmelige Helle')
    await give(citizen)
    const answer = await worker.get(paths.consentsPdf(here, citizen))
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), 'application/pdf')
    const text = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    assert.match(text, /<pdfuaid:part>1<|pdfuaid:part="1"/)
    assert.match(text, /\/Lang\s*\(da/)
    assert.match(text, /\/MediaBox\s*\[0 0 595\.2\d* 841\.8/)
    assert.match(text, /\/Title\s*\(Mit ja\)|<rdf:li xml:lang="x-default">Mit ja</)
    assert.ok(!text.includes('Hemmelige') && !String(answer.headers.get('content-disposition')).includes('Helle'))
    assert.equal((await world.as('socialWorker').get(paths.consentsPdf(here, citizen))).status, 404)
  })

  it('says which day most end on, and which ends otherwise', () => {
    const shown = { kind: 'unit' as const, mayDecide: false, photo: false }
    const face = (id: string) => ({ ...shown, id, name: id, fromWords: id, personId: id, personName: `${id} Lund` })
    const said = { ground: 'disclose' as const, from: '2026-11-24', how: 'oral' as const, witness: null }
    const giver = { partyId: 'a', partyName: 'A', citizenId: 'c', knownPersonId: null }
    const yes = (receiverId: string, topics: number, until: string) => {
      const id = `${receiverId}${until}${topics}`
      return { ...said, ...giver, id, receiverId, topics, until }
    }
    const rows = matrixOf([yes('Mo', 16, '2027-11-24'), yes('Bo', 17, '2027-11-24'), yes('Bo', 32, '2027-05-24')], {
      faces: [face('Mo'), face('Bo')],
      today: plainDay('2026-11-24'),
    })
    const desk = { partyName: 'Havnen', fromWords: 'Havnen', kind: 'centre' as const, phone: '12345020' }
    const paper = paperOf({ rows, desk, place: 'Herby', today: plainDay('2026-11-24'), witness: 'Mette' })
    assert.equal(paper.until, 'Det gælder til 24. november 2027.')
    assert.equal(deskWords({ ...desk, kind: 'unit', partyName: 'SKP-team', fromWords: 'kommunen' }), 'til SKP-team')
    assert.equal(paper.exceptions, 'For Bo Lund (ret og politi): til 24. maj 2027.')
    assert.equal(
      paper.takeBackHow,
      'Jeg siger det bare på Havnen, eller ringer på 12 34 50 20. Det virker med det samme.',
    )
  })
})

describe('a deleted record', () => {
  it('is heard of by the pages of those who saw it, and of a helper from outside', async () => {
    const manager = world.as('manager')
    const citizen = await citizenOf('manager', 'Slettede Sanne')
    const at = [here.id, here.parties.cafe, citizen, manager.personId]
    await world.truth(
      `insert into consents (municipality_id, owner_party_id, citizen_id, recorded_by, id, receiving_party_id, topics, ground, valid_from, valid_until, given_how)
       values ($1, $2, $3, $4, $5, $6, 1, 'disclose', danish_today(), danish_today() + 9, 'oral')`,
      [...at, newId(), here.parties.social],
    )
    await world.truth(
      `insert into helper_shares (municipality_id, owner_party_id, citizen_id, given_by, id, helper_name, helper_kind, valid_until, link_hash, code_hash, browser_hash, opened_at)
       values ($1, $2, $3, $4, $5, 'Bente', 'relative', danish_today() + 9, 'a', 'b', 'c', now())`,
      [...at, newId()],
    )
    const heard = new Set<string>()
    const stop = await world.house.db.listen('sharing', payload => void heard.add(payload))
    const ended = await manager.post(paths.citizenClose(here, citizen), { id: newId(), how: 'oral', ending: 'delete' })
    assert.equal(ended.status, 303)
    const wanted = [`${here.id} ${here.parties.social}`, `${here.id} ${Buffer.from('c').toString('hex')}`]
    for (let tries = 0; tries < 50 && !wanted.every(each => heard.has(each)); tries++) await sleep(20)
    await stop()
    for (const each of wanted) assert.ok(heard.has(each), each)
  })
})

describe('a closed record', () => {
  it('shares nothing, also when a yes is given at the moment that it closes', async () => {
    const citizen = await citizenOf()
    await world.truth('update citizens set closed_at = now() where municipality_id = $1 and id = $2', [
      here.id,
      citizen,
    ])
    const refused = await give(citizen)
    assert.equal(refused.status, 422)
    assert.ok((await refused.text()).includes(closeTexts.refused))
    const page = await (await worker.get(paths.consents(here, citizen))).text()
    assert.ok(page.includes(closeTexts.nothingNew) && !page.includes(paths.newConsent(here, citizen)))
    assert.deepEqual(await stored(citizen), [])
    for (let race = 0; race < 8; race++) {
      const other = await citizenOf()
      const at = { municipalityId: here.id, personId: worker.personId, partyId: here.parties.jobcentre, id: other }
      await Promise.all([
        give(other),
        world.house.db.write(worker.asker, 'citizens.close', async tx => {
          await closeRecord(tx, at)
          return { value: undefined, about: [] }
        }),
      ])
      assert.ok(
        (await stored(other)).every(row => row.withdrawn),
        'a yes stands on a closed record',
      )
    }
  })
})

describe('a no', () => {
  it('leads back with a warm sentence, and leaves nothing behind that asks again', async () => {
    const citizen = await citizenOf()
    const before = await worldOf(citizen)
    const page = await (await worker.get(paths.saidNo(here, citizen))).text()
    assert.ok(page.includes(giveTexts.noTitle) && page.includes(giveTexts.noText))
    assert.deepEqual(await worldOf(citizen), before)
    assert.ok((await (await worker.get(paths.consents(here, citizen))).text()).includes(texts.noneTitle))
  })
})

// Everything that is stored about a citizen, in whatever table: the log of looks alone may grow.
async function worldOf(citizen: string): Promise<unknown> {
  const tables = await world.truth<{ name: string }>(
    `select distinct table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'citizen_id'`,
  )
  const rows = []
  for (const { name } of tables)
    rows.push([
      name,
      await world.truth(`select * from ${name} where municipality_id = $1 and citizen_id = $2`, [here.id, citizen]),
    ])
  return [rows, await world.truth('select * from citizens where municipality_id = $1 and id = $2', [here.id, citizen])]
}
