import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paths } from '../../src/paths.ts'
import { newId } from '../../src/platform/id.ts'
import { addDays, formatDayField, readNow, today } from '../../src/platform/time.ts'
import type { Route } from '../../src/features/routing.ts'
import { features } from '../../src/sitemap.ts'
import { openWorld } from '../world.ts'
import { recordShapes } from './catalog.ts'
import { filled, idsOf } from './ids.ts'
import { fillEveryTable } from './rows.ts'
import { assertAlike, told } from './telling.ts'
import type { Told } from './telling.ts'
import { connectClient } from '../../src/platform/pool.ts'

/**
 * Nothing that another party can ask tells whether a citizen is known elsewhere. Each case is asked twice, about what
 * stands at another party and about what stands nowhere; status, place, page and number of statements are the same.
 */
const world = await openWorld()
await fillEveryTable(world)
const { here } = world
const worker = world.as('worker')
const social = world.as('socialWorker')
const nobody = '01890000-0000-7000-8000-00000000dead'
const [mine, elsewhere] = [await idsOf(world, here, 'worker'), await idsOf(world, here, 'socialWorker')]
const own = mine['citizenId'] ?? ''
const day = today(readNow())

const routes = features.flatMap(feature => feature.table).filter(route => !route.path.endsWith('/live'))
const open = (route: Route) =>
  route.spec.who === 'everybody' || route.spec.who === 'signedIn' || route.spec.who.includes('outreach_worker')
const params = (route: Route) => [...route.path.matchAll(/:([a-zA-Z]+)/g)].map(([, name = '']) => name)
const records = ['citizenId', 'contactId', 'taskId', 'noteId', 'handoverId', 'stepId', 'appointmentId', 'planPartId']
const ofRecords = [...records, 'planPersonId', 'consentId', 'powerId', 'helperShareId']
const gone = Object.fromEntries(ofRecords.map(name => [name, nobody]))
const formOf = (route: Route, ids: Record<string, string>) =>
  Object.fromEntries(Object.keys(route.form?.shape ?? {}).map(field => [field, ids[field] ?? 'x']))

describe('an address', () => {
  for (const route of routes.filter(each => open(each) && params(each).some(name => ofRecords.includes(name)))) {
    const names = params(route).filter(name => ofRecords.includes(name))
    it(`${route.method} ${route.path} answers to another party's ids as to none`, async () => {
      // All ids of the other party's, and the own citizen with the other party's thing.
      const tries = [elsewhere, ...(names.length > 1 ? [{ ...elsewhere, citizenId: own }] : [])]
      for (const ids of tries) {
        const without = { ...ids, ...gone, ...(ids === elsewhere ? {} : { citizenId: own }) }
        const ask = (at: Record<string, string>) => async () => {
          const path = filled(here, route.path, at)
          return route.method === 'GET' ? await worker.get(path) : await worker.post(path, formOf(route, mine))
        }
        const [there, nowhere] = [await told(ask(ids)), await told(ask(without))]
        assertAlike(there, nowhere, `${route.method} ${route.path}`)
        assert.notEqual(there.status, 200)
        await world.mend()
      }
    })
  }
})

describe('words and numbers', () => {
  const cpr = '0101801234'
  const search = (alias: string) => () => worker.post(paths.citizens(here), { alias, closed: '1' })

  it('of a citizen elsewhere are found by nobody', async () => {
    await world.truth(`update citizens set alias = 'Kunderne' where municipality_id = $1 and id = $2`, [
      here.id,
      elsewhere['citizenId'],
    ])
    const asked = ['Kunderne', 'Ingensteds']
    assert.ok(
      (await (await social.post(paths.citizens(here), { alias: 'Kunderne' })).text()).includes(
        social.personId.slice(0, 0),
      ),
    )
    assertAlike(await told(search('Kunderne'), asked), await told(search('Ingensteds'), asked), 'a search')
    const linkSearch = (word: string) => () => worker.post(paths.linkSearch(here, own), { words: word })
    assertAlike(await told(linkSearch('Kunderne'), asked), await told(linkSearch('Ingensteds'), asked), 'a search')
  })

  it('make a new record here as where nobody has them', async () => {
    const add = (alias: string) => () => worker.post(paths.newCitizen(here), { id: newId(), alias })
    const asked = ['Kunderne', 'Ingensteds']
    assertAlike(await told(add('Kunderne'), asked), await told(add('Ingensteds'), asked), 'a new citizen')
  })

  it('are a CPR number that each party may have, and finds in its own records alone', async () => {
    const write = (guest: typeof worker, citizen: string, number: string) => () =>
      guest.post(paths.citizenNumber(here, citizen), { id: newId(), how: 'oral', number })
    const [first, second] = [newId(), newId()]
    for (const [id, alias] of [
      [first, 'Med nummer'],
      [second, 'Uden'],
    ] as const)
      assert.equal((await worker.post(paths.newCitizen(here), { id, alias, another: '1' })).status, 303)
    const theirs = elsewhere['citizenId'] ?? ''
    await world.truth('delete from citizen_numbers where municipality_id = $1', [here.id])
    assert.equal((await write(social, theirs, cpr)()).status, 303)
    const find = (number: string) => () => worker.post(paths.citizensByNumber(here), { number })
    const asked = [cpr, '0202802345']
    assertAlike(await told(find(cpr), asked), await told(find('0202802345'), asked), 'a search by number')
    assertAlike(
      await told(write(worker, first, cpr), asked),
      await told(write(worker, second, '0202802345'), asked),
      'a number',
    )
    assert.equal((await world.truth('select from citizen_numbers where municipality_id = $1', [here.id])).length, 3)
  })
})

describe('a page without an id', () => {
  const plain = routes.filter(
    each =>
      each.method === 'GET' &&
      open(each) &&
      params(each).length === 0 &&
      !/figures|evaluat|pdf|xlsx|csv/.test(each.path),
  )
  // Figures are of all parties by design, and hold small numbers back; the rest is one's own.
  it('is the same after the other party has met the same people, however much it wrote', async () => {
    const ask = (route: Route) => told(() => worker.get(filled(here, route.path, {})), ['Kunderne'])
    const before = new Map<string, Told>()
    for (const route of plain) before.set(route.path, await ask(route))
    const citizen = newId()
    assert.equal((await social.post(paths.newCitizen(here), { id: citizen, alias: 'Viggo', another: '1' })).status, 303)
    const from = formatDayField(day)
    for (const [path, form] of [
      [paths.notes(here, citizen), { kind: 'citizens', words: 'Ord' }],
      [paths.newStep(here, citizen), { words: 'Et skridt', whose: 'nobody' }],
      [paths.newCitizenTask(here, citizen), { words: 'En opgave', when: 'today', citizenId: citizen }],
      [paths.newAppointment(here, citizen), { place: 'court', words: 'I retten', day: from }],
    ] as const)
      assert.equal((await social.post(path, { id: newId(), ...form })).status, 303, path)
    for (const route of plain) assertAlike(await ask(route), before.get(route.path) ?? (await ask(route)), route.path)
    assert.ok(plain.length > 10)
  })
})

describe('a tie', () => {
  // Who has looked is left out: it tells of the looks of this very test.
  it('of the own citizen with a record that is not seen changes no page of theirs', async () => {
    const theirs = elsewhere['citizenId'] ?? ''
    const shown = routes.filter(
      each =>
        each.method === 'GET' && open(each) && params(each).join() === 'citizenId' && !/pdf|csv|looked/.test(each.path),
    )
    await world.truth('update municipalities set breaks_glass = true where id = $1', [here.id])
    const ask = (route: Route) => told(() => worker.get(filled(here, route.path, mine)))
    const before = new Map<string, Told>()
    for (const route of shown) await ask(route)
    for (const route of shown) before.set(route.path, await ask(route))
    await world.truth(
      `insert into citizen_links (municipality_id, id, owner_party_id, citizen_id, other_party_id, other_citizen_id, made_by)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [here.id, newId(), here.parties.social, theirs, here.parties.jobcentre, own, social.personId],
    )
    for (const route of shown) assertAlike(await ask(route), before.get(route.path) ?? (await ask(route)), route.path)
    assert.ok(shown.length > 10)
  })

  it('can be tried with a record elsewhere, and is refused as with none; untying tells nothing either', async () => {
    const tie = (citizen: string) => () =>
      worker.post(paths.linkCitizen(here, citizen), { link: newId(), citizen: newId(), consent: newId(), own })
    assertAlike(await told(tie(elsewhere['citizenId'] ?? '')), await told(tie(nobody)), 'a tie')
    // Tied by the test above to what is not seen; this one is tied to nothing.
    const untied = newId()
    assert.equal((await worker.post(paths.newCitizen(here), { id: untied, alias: 'Alene', another: '1' })).status, 303)
    const untie = (citizen: string) => () => worker.post(paths.untieCitizen(here, citizen))
    assertAlike(await told(untie(own)), await told(untie(untied)), 'untying')
  })
})

// Last: from here on one's own records have ids of the other party's.
describe('an id that the client chose', () => {
  const until = formatDayField(addDays(day, 100))
  const [from, words] = [formatDayField(day), 'Vi talte om det']
  const forms: [table: string, path: string, form: Record<string, string>][] = [
    ['citizens', paths.newCitizen(here), { alias: 'En helt ny', another: '1' }],
    ['notes', paths.notes(here, own), { kind: 'own', words }],
    ['plan_parts', paths.newPlanPart(here, own), { kind: 'goal', words }],
    ['steps', paths.newStep(here, own), { words, whose: 'citizen' }],
    ['tasks', paths.newCitizenTask(here, own), { words, when: 'today', citizenId: own }],
    ['appointments', paths.newAppointment(here, own), { place: 'bank', words, day: from }],
    [
      'consents',
      paths.newConsent(here, own),
      {
        receiver: here.parties.harbour,
        topics: 'work',
        ground: 'disclose',
        from,
        until,
        how: 'oral',
        witness: 'Mette',
      },
    ],
    [
      'powers_of_attorney',
      paths.newPower(here, own),
      { toKind: 'relative', toName: 'Bente', scope: words, topics: 'work', from, until, how: 'oral' },
    ],
    [
      'contacts',
      paths.contacts(here),
      {
        who: 'anonymous',
        effort: 'casework',
        kind: 'walkIn',
        venue: 'street',
        outcome: 'held',
        day: from,
        minutes: '15',
      },
    ],
  ]

  for (const [table, path, form] of forms) {
    it(`of ${table} may be another party's: it is stored as any other, and the other's row stays`, async () => {
      const [other] = await world.truth<{ id: string }>(
        `select id from ${table} where municipality_id = $1 and owner_party_id = $2`,
        [here.id, here.parties.social],
      )
      const [taken, fresh] = [other?.id ?? '', newId()]
      const post = (id: string) => () => worker.post(path, { id, ...form })
      const before = await rowOf(table, taken, here.parties.social)
      const [there, nowhere] = [await told(post(taken)), await told(post(fresh))]
      assertAlike(there, nowhere, `POST ${path}`)
      assert.equal(there.status, 303, there.page.slice(0, 400))
      assert.equal((await rowOf(table, taken, here.parties.jobcentre)).length, 1)
      assert.equal((await rowOf(table, fresh, here.parties.jobcentre)).length, 1)
      assert.deepEqual(await rowOf(table, taken, here.parties.social), before)
    })
  }

  it('of a helper’s share may be another party’s: who has the link to one sees nothing of the other', async () => {
    const [share, browsers] = [newId(), { jobcentre: Buffer.alloc(32, 1), social: Buffer.alloc(32, 2) }]
    for (const [party, ids] of [
      ['jobcentre', mine],
      ['social', elsewhere],
    ] as const) {
      await world.truth(
        `insert into helper_shares (municipality_id, owner_party_id, citizen_id, id, helper_name, helper_kind, valid_until,
           link_hash, code_hash, browser_hash, opened_at, given_by)
         values ($1, $2, $3, $4, 'Bente', 'relative', current_date + 9, $5, 'x', $5, now(), $6)`,
        [here.id, here.parties[party], ids['citizenId'], share, browsers[party], worker.personId],
      )
      await world.truth(`insert into helper_things values ($1, $2, $3, 'step', $4)`, [
        here.id,
        here.parties[party],
        share,
        ids['stepId'],
      ])
    }
    const looked = (browser: Buffer) =>
      world.truth<{ id: string }>('select id from look_as_helper($1, $2)', [here.id, browser])
    assert.deepEqual(await looked(browsers.jobcentre), [{ id: mine['stepId'] }])
    assert.deepEqual(await looked(browsers.social), [{ id: elsewhere['stepId'] }])
  })

  it('can collide with nothing of another party: every key of a record holds its owner', async () => {
    const keys = await world.truth<{ name: string; columns: string[]; table: string }>(`
      select i.indexrelid::regclass::text as name, c.relname as table,
        array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum = any (i.indkey)) as columns
      from pg_index i join pg_class c on c.oid = i.indrelid
      where i.indisunique and c.relnamespace = 'public'::regnamespace and exists (
        select from pg_attribute a where a.attrelid = c.oid and a.attname = 'owner_party_id')`)
    // A file's own key, that the import role alone can write; a hash of a token that the house drew.
    const apart = ['contacts_by_import_key', 'helper_shares_by_link']
    for (const { name, columns } of keys.filter(each => !apart.includes(each.name)))
      assert.ok(columns.includes('owner_party_id'), `${name} tells one party what another has`)
    assert.ok(keys.length > 20)
  })

  it('can refer to nothing of another party: every reference to a record holds its owner', async () => {
    const client = await connectClient(world.superuserUrl)
    const shapes = await recordShapes(client)
    await client.end()
    const names = shapes.map(each => each.name)
    const references = shapes.flatMap(shape => shape.references.filter(each => names.includes(each.table)))
    for (const { table, columns, to } of references) {
      assert.ok(to.includes('owner_party_id'), `a reference to ${table} by ${columns.join()} finds any party's`)
    }
    assert.ok(references.length > 20)
  })
})

async function rowOf(table: string, id: string, party: string): Promise<unknown[]> {
  return await world.truth(`select * from ${table} where municipality_id = $1 and id = $2 and owner_party_id = $3`, [
    here.id,
    id,
    party,
  ])
}
