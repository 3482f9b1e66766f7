import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { emailOf, people, personKeys, personOf } from '../demo/people.da.ts'
import { demoSignIns, loadDemo } from '../src/demo.ts'
import { countContacts, evaluate } from '../src/features/evaluation/queries.ts'
import { hasCpr } from '../src/features/citizens/cpr-rules.ts'
import { roles } from '../src/features/people/rules.ts'
import { isPassword } from '../src/platform/password.ts'
import { demoPassword } from '../src/features/sign-in/rules.ts'
import { addDays, atTime, clock, compareDays, day, readNow, today, weekdayOf } from '../src/platform/time.ts'
import type { Day, Instant } from '../src/platform/time.ts'
import { openWorld } from './world.ts'

const world = await openWorld()
const house = { ...world.house, ownerUrl: world.ownerUrl }
const now = noonOf(lastWeekday(today(readNow())))
await loadDemo(house, now)
const [haderby] = await world.truth<{ id: string }>(`select id from municipalities where slug = 'haderby' and demo`)
const id = haderby?.id ?? ''
const operator = { municipalityId: id, personId: null }

describe('the demo', () => {
  it('has three centres, one of them private, each with a room for talks that nobody hears', async () => {
    const rows = await world.truth<{ name: string; kind: string; quiet: string }>(
      `select c.name, k.kind, (select count(*) from rooms r where r.centre_id = c.id and r.confidential)::text as quiet
       from centres c join parties p on p.id = c.party_id join controllers k on k.id = p.controller_id
       where c.municipality_id = $1 order by c.name`,
      [id],
    )
    assert.deepEqual(rows, [
      { name: 'Blå Port', kind: 'public', quiet: '1' },
      { name: 'Fyrskuret', kind: 'public', quiet: '1' },
      { name: 'Gryden', kind: 'private', quiet: '1' },
    ])
  })

  it('has a citizen who asked the whole municipality, and never the private centre', async () => {
    const rows = await world.truth<{ kind: string; asked: number }>(
      `select k.kind, count(*)::int as asked from access_answers a join parties p on p.id = a.owner_party_id
       join controllers k on k.id = p.controller_id where a.municipality_id = $1 group by k.kind`,
      [id],
    )
    assert.deepEqual(rows, [{ kind: 'public', asked: 8 }])
  })

  it('has twelve workers at least and a sign-in for every role, with a password that is right', async () => {
    const accounts = await world.truth<{ role: string; email: string; password_hash: string }>(
      `select m.role, a.email, a.password_hash from accounts a join memberships m using (municipality_id, person_id)
       where municipality_id = $1`,
      [id],
    )
    assert.ok(accounts.length >= 12)
    assert.deepEqual([...new Set(accounts.map(account => account.role))].sort(), [...roles].sort())
    assert.equal(new Set(accounts.map(account => account.password_hash)).size, 1)
    assert.ok(await isPassword(demoPassword, accounts[0]?.password_hash))
    const listed = demoSignIns()
    for (const role of roles)
      assert.ok(accounts.some(account => account.role === role && listed.includes(account.email)))
  })

  it('has the figures of the model: ever fewer stay away at the centres, and at the town hall it stays as it was', async () => {
    const asked = { municipalityId: id, from: firstOfQuarter(now, -12), to: today(now) }
    const counted = await world.house.db.read(operator, 'operator.figures', tx => countContacts(tx, asked))
    const rates = counted.quarters.map(quarter =>
      quarter.venues.map(({ held, noShow }) => noShow.count / (held.count + noShow.count)),
    )
    const [first, full] = [rates[0] ?? [], rates.at(-2) ?? []]
    assert.ok((first[centre] ?? 0) > 0.07 && (full[centre] ?? 1) < 0.03, `${first[centre]} to ${full[centre]}`)
    for (const rate of rates.slice(0, -1)) {
      assert.ok((rate[townHall] ?? 0) > 0.1 && (rate[townHall] ?? 1) < 0.155, `town hall ${rate[townHall]}`)
      assert.ok((rate[home] ?? 0) > 0.06 && (rate[home] ?? 1) < 0.12, `home ${rate[home]}`)
    }
    const behind = counted.quarters
      .slice(0, -1)
      .flatMap(each => [centre, townHall, home].map(at => each.venues[at]?.noShow.people ?? 0))
    assert.ok(behind.filter(people => people < 5).length <= 1, `a line with holes: ${behind.join(' ')}`)
  })

  it('has the people, topics and help of the model', async () => {
    const asked = { municipalityId: id, from: firstOfQuarter(now, -12), to: today(now) }
    const all = await world.house.db.read(operator, 'operator.figures', tx => evaluate(tx, asked))
    const share = (part: unknown): number => Number(part) / Number(all.citizens)
    const between = (value: number, low: number, high: number): void =>
      assert.ok(value >= low && value <= high, `${value}`)
    between(Number(all.contacts), 5000, 6300)
    between(Number(all.citizens), 350, 450)
    between(Number(all.citizensNotKnownBefore), 100, 135)
    between(Number(all.anonymousContacts) / Number(all.contacts), 0.3, 0.6)
    between(share(all.citizensByTopic.economyAndHousing), 0.82, 0.89)
    between(share(all.citizensByTopic.work), 0.1, 0.16)
    between(share(all.citizensByIncome.pension), 0.3, 0.42)
    const help = all.contactsByHelpForm
    assert.ok(Number(help[1]) > Number(help[3]) && Number(help[3]) > Number(help[4]) && Number(help[7]) > 50)
  })

  it('shows people on the board of every workday, and nobody from the municipality in Gryden on some', async () => {
    const board = await world.visitor.get('/haderby/board.json')
    assert.equal(board.status, 200)
    const page = await (await world.visitor.get('/haderby/week')).text()
    for (const name of ['Mette Lund', 'Omar Yildiz', 'Ingen fra kommunen']) assert.ok(page.includes(name), name)
    const days = await world.truth<{ weekday: number }>(
      'select distinct weekday from presence_times where municipality_id = $1 order by 1',
      [id],
    )
    assert.deepEqual(
      days.map(row => row.weekday),
      [1, 2, 3, 4, 5, 6, 7],
    )
  })

  it('has agreements today and two weeks ahead, some that nobody has told of, and small things due today', async () => {
    const rows = await world.truth<{
      who: string
      day: string
      outcome: string
      next_day: string | null
      done: boolean
    }>(
      `select p.public_name as who, c.day::text, c.outcome, c.next_day::text, c.next_done_at is not null as done
       from contacts c join people p on p.municipality_id = c.municipality_id and p.id = c.worker_id
       where c.municipality_id = $1`,
      [id],
    )
    const mette = rows.filter(row => row.who === 'Mette Lund')
    const isOpen = (row: { outcome: string }) => row.outcome === 'open'
    const onDay = String(today(now))
    assert.ok(mette.filter(row => isOpen(row) && row.day === onDay).length >= 2)
    assert.ok(mette.some(row => isOpen(row) && row.day < onDay))
    assert.ok(mette.some(row => row.next_day === onDay && !row.done))
    const last =
      rows
        .map(row => row.day)
        .sort()
        .at(-1) ?? ''
    assert.ok(compareDays(day(last), addDays(today(now), 10)) > 0, last)
    assert.ok(rows.filter(row => row.day > onDay).every(isOpen))
  })

  it('has no number that could be somebody: neither a CPR number nor a telephone outside 12 34 50 xx', async () => {
    const words = await world.truth<{ said: string }>(
      `select coalesce(agenda, '') || ' ' || coalesce(next_thing, '') as said from contacts where municipality_id = $1
       union select words from notes where municipality_id = $1
       union select alias from citizens where municipality_id = $1
       union select profile || ' ' || house_rules || ' ' || address from centres where municipality_id = $1
       union select child_concern_text || ' ' || contact_text from municipalities where id = $1
       union select public_name || ' ' || trade || ' ' || come_with from people where municipality_id = $1`,
      [id],
    )
    for (const { said } of words) {
      assert.ok(!hasCpr(said), said)
      for (const number of said.match(/\d[\d ]{6,}\d/g) ?? []) assert.match(number, /^12 34 50 \d\d$/)
    }
    const phones = await world.truth<{ phone: string }>(
      `select work_phone as phone from people where municipality_id = $1 and work_phone is not null
       union select phone from centres where municipality_id = $1`,
      [id],
    )
    for (const { phone } of phones) assert.match(phone, /^123450\d\d$/)
    for (const email of personKeys.map(key => emailOf(personOf(key))))
      assert.match(email, /^[a-z]+\.[a-z]+@haderby\.example$/)
    assert.equal(personKeys.length, Object.keys(people).length)
  })

  it('can tell Viggo who has looked, at each of his two records', async () => {
    const rows = await world.truth<{ party: string; who: string; kinds: string[] }>(
      `select y.name as party, p.public_name as who, array_agg(distinct l.kind order by l.kind) as kinds
       from access_log l join access_log_subjects s on s.municipality_id = l.municipality_id and s.log_id = l.id
       join citizens z on z.municipality_id = s.municipality_id and z.owner_party_id = s.owner_party_id and z.id = s.subject_id and z.alias = 'Viggo'
       join parties y on y.municipality_id = s.municipality_id and y.id = s.owner_party_id
       join people p on p.municipality_id = l.municipality_id and p.id = l.person_id
       where l.municipality_id = $1 group by 1, 2`,
      [id],
    )
    assert.equal(new Set(rows.map(row => row.party)).size, 2)
    for (const name of ['Omar Yildiz', 'Mette Lund', 'Karin Holm', 'Jonas Friis'])
      assert.ok(
        rows.some(row => row.who === name),
        name,
      )
    assert.ok(rows.some(row => row.kinds.includes('search')))
  })

  it('is loaded once: a second start changes nothing', async () => {
    const before = await fingerprint()
    await loadDemo(house, now)
    assert.deepEqual(await fingerprint(), before)
  })

  it('goes on living: on a later day the old agreements are told, new ones are made, and what visitors did stays', async () => {
    const [tried] = await world.truth<{ id: string }>(
      `update contacts set outcome = 'excused', version = version + 1 where municipality_id = $1 and id =
         (select id from contacts where municipality_id = $1 and outcome = 'open' and day > $2 order by day, id limit 1) returning id`,
      [id, String(today(now))],
    )
    const later = now.add({ hours: 24 * 21 })
    await loadDemo(house, later)
    const rows = await world.truth<{ day: string; outcome: string; id: string }>(
      'select id, day::text, outcome from contacts where municipality_id = $1 and day > $2',
      [id, String(today(now))],
    )
    assert.equal(rows.find(row => row.id === tried?.id)?.outcome, 'excused')
    const past = rows.filter(row => row.day < String(addDays(today(later), -8)))
    assert.ok(past.length > 30 && past.every(row => row.outcome !== 'open'))
    assert.ok(rows.some(row => row.outcome === 'open' && row.day > String(addDays(today(later), 9))))
    const ids = new Set(rows.map(row => row.id))
    assert.equal(ids.size, rows.length)
    const before = await fingerprint()
    await loadDemo(house, later)
    assert.deepEqual(await fingerprint(), before)
  })

  it('leaves a real municipality of the same address alone', async () => {
    await world.truth(`update municipalities set demo = false where id = $1`, [id])
    const before = await fingerprint()
    await loadDemo(house, now.add({ hours: 24 * 60 }))
    assert.deepEqual(await fingerprint(), before)
  })
})

// The places of the venues in the list of codes.
const [centre, townHall, home] = [0, 1, 2]

async function fingerprint(): Promise<unknown> {
  const tables = [
    'people',
    'accounts',
    'presence_times',
    'presence_changes',
    'absences',
    'arrivals',
    'citizens',
    'citizen_acts',
    'contacts',
    'contact_versions',
    'notes',
  ]
  return await Promise.all(
    tables.map(table =>
      world.truth(
        `select '${table}', md5(coalesce(string_agg(t::text, '' order by t::text), '')) from ${table} t where municipality_id = $1`,
        [id],
      ),
    ),
  )
}

/** The demo is looked at on a workday at noon, whatever day the test runs on. */
function lastWeekday(onDay: Day): Day {
  return weekdayOf(onDay) <= 5 ? onDay : lastWeekday(addDays(onDay, -1))
}

function noonOf(onDay: Day): Instant {
  return atTime(onDay, clock('11:40')) ?? readNow()
}

function firstOfQuarter(at: Instant, quarters: number): Day {
  const month = today(at).add({ months: quarters * 3 })
  return month.with({ day: 1, month: month.month - ((month.month - 1) % 3) })
}
