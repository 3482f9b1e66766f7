import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setUpUser } from '../features/people/set-up-commands.ts'
import { paths } from '../paths.ts'
import { InputRefused } from '../platform/errors.ts'
import { readNow } from '../platform/time.ts'
import { openWorld } from '../../test/world.ts'
import { setUpMunicipality } from './municipality.ts'

const world = await openWorld()
const { house } = world
const refusedFor = (sentence: RegExp) => (error: unknown) =>
  error instanceof InputRefused && sentence.test(error.message)
const first = {
  slug: 'nyby',
  email: 'Ada@Nyby.example',
  name: 'Ada',
  role: 'administrator',
  party: undefined,
  now: readNow(),
}

describe('municipality add', () => {
  it('makes a municipality with the controller that answers for all of its own', async () => {
    await setUpMunicipality(house, { slug: 'nyby', name: 'Nyby' })
    const rows = await world.truth(
      `select m.name, c.kind from municipalities m join controllers c on c.municipality_id = m.id where m.slug = 'nyby'`,
    )
    assert.deepEqual(rows, [{ name: 'Nyby', kind: 'public' }])
    assert.equal((await world.visitor.get(paths.board({ slug: 'nyby' }))).status, 200)
  })

  it('refuses an address that is taken, kept or none, and stores nothing', async () => {
    const before = await world.truth('select count(*) from municipalities')
    for (const [slug, sentence] of [
      ['nyby', /already/],
      ['assets', /kept/],
      ['Ny By', /small letters/],
      ['-x', /small letters/],
      ['x', /2 to 40/],
    ] as const) {
      await assert.rejects(setUpMunicipality(house, { slug, name: 'X' }), refusedFor(sentence), slug)
    }
    await assert.rejects(setUpMunicipality(house, { slug: 'tom', name: '' }), refusedFor(/1 to 80/))
    assert.deepEqual(await world.truth('select count(*) from municipalities'), before)
  })
})

describe('user add', () => {
  it('makes the first administrator and a link to choose a password', async () => {
    const { link } = await setUpUser(house, first)
    assert.match(link, /\/nyby\/sign-in\/password#.{20,}/)
    const rows = await world.truth(
      `select a.email, m.role from accounts a join memberships m on m.person_id = a.person_id join municipalities u on u.id = a.municipality_id where u.slug = 'nyby'`,
    )
    assert.deepEqual(rows, [{ email: 'ada@nyby.example', role: 'administrator' }])
  })

  it('given again makes nobody twice and gives a new link', async () => {
    const { link } = await setUpUser(house, first)
    assert.match(link, /#/)
    assert.equal((await world.truth(`select 1 from accounts where email = 'ada@nyby.example'`)).length, 1)
    assert.equal(
      (
        await world.truth(
          `select 1 from memberships m join accounts a on a.person_id = m.person_id where a.email = 'ada@nyby.example'`,
        )
      ).length,
      1,
    )
  })

  it('puts a worker into the party that is named', async () => {
    await setUpUser(house, {
      ...first,
      slug: 'herby',
      email: 'ny@herby.example',
      role: 'outreach_worker',
      party: 'Jobcenter',
    })
    const rows = await world.truth(
      `select p.name from accounts a join memberships m on m.person_id = a.person_id join parties p on p.id = m.party_id where a.email = 'ny@herby.example'`,
    )
    assert.deepEqual(rows, [{ name: 'Jobcenter' }])
  })

  it('refuses what cannot be with a sentence, and stores nothing', async () => {
    const before = await world.truth('select count(*) from people')
    const wrong = [
      [{ slug: 'nowhere' }, /no municipality/],
      [{ role: 'king' }, /no role/],
      [{ email: 'ada' }, /no e-mail/],
      [{ name: ' ' }, /1 to 80/],
      [{ email: 'b@nyby.example', role: 'outreach_worker' }, /in a unit/],
      [{ email: 'b@nyby.example', party: 'Havnen' }, /no party "Havnen"/],
      [{ slug: 'herby', email: 'b@herby.example', role: 'centre_staff', party: 'Jobcenter' }, /in a centre/],
    ] as const
    for (const [change, sentence] of wrong)
      await assert.rejects(setUpUser(house, { ...first, ...change }), refusedFor(sentence), String(sentence))
    assert.deepEqual(await world.truth('select count(*) from people'), before)
  })
})
