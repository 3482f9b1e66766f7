import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openBrowser } from '../../../test/browser.ts'
import type { Visit } from '../../../test/browser.ts'
import { openWorld } from '../../../test/world.ts'
import type { PersonName } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { hashPassword } from '../../platform/password.ts'
import { texts } from './texts.da.ts'

const world = await openWorld()
const { here } = world
const password = 'kaffe ved havnen'
await world.truth('update accounts set password_hash = $1', [await hashPassword(password)])
const emailOf = (name: PersonName): string => `${name.toLowerCase()}@${here.slug}.example`
const signIn = (browser: Visit, name: PersonName) =>
  browser.post(paths.signIn(here), { email: emailOf(name), password })
// A pause begins at the last try; one that has only just begun does not end while a slow machine gets on.
const laterTries = () => world.truth(`update sign_in_tries set at = at + interval '10 minutes'`)

describe('somebody who tries again and again', () => {
  it('does not pass for one by coming a hundred times at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        openBrowser(world.app, `198.51.100.${index}`).post(paths.signIn(here), {
          email: emailOf('volunteer'),
          password: 'noget andet her',
        }),
      ),
    )
    // Five are free, and a slow machine may see the first pauses of one and two seconds end.
    const judged = answers.filter(answer => answer.status === 422).length
    assert.ok(judged >= 5 && judged <= 7, `${judged} were judged`)
    const refused = answers.find(answer => answer.status === 429)
    const wait = Number(refused?.headers.get('retry-after'))
    assert.ok(wait >= 1)
    assert.ok((await refused?.text())?.includes(texts.wait(wait)))
  })

  it('waits twice as long after each try, and never more than a quarter of an hour', async () => {
    const email = emailOf('administrator')
    const key = world.house.keys.hash(here.id, 'throttle', `account:${email}`)
    for (const [tries, pause] of [
      [12, 128],
      [13, 256],
      [14, 512],
      [40, 900],
    ] as const) {
      await world.truth('delete from sign_in_tries where key_hash = $1', [key])
      await world.truth(
        'insert into sign_in_tries (municipality_id, key_hash) select $1, $2 from generate_series(1, $3::int)',
        [here.id, key, tries],
      )
      const answer = await openBrowser(world.app, '198.51.100.99').post(paths.signIn(here), { email, password })
      const wait = Number(answer.headers.get('retry-after'))
      assert.equal(answer.status, 429)
      assert.ok(wait > pause - 60 && wait <= pause, `${wait} seconds after ${tries} tries`)
    }
    await world.truth('delete from sign_in_tries where key_hash = $1', [key])
  })

  it('never locks the owner out on a device known to be theirs', async () => {
    const owner = openBrowser(world.app, '203.0.113.1')
    assert.equal((await signIn(owner, 'officer')).status, 303)
    await owner.post(paths.signOut(here))
    for (let count = 0; count < 8; count++) {
      await openBrowser(world.app, '203.0.113.2').post(paths.signIn(here), {
        email: emailOf('officer'),
        password: 'noget andet her',
      })
    }
    assert.equal((await signIn(openBrowser(world.app, '203.0.113.3'), 'officer')).status, 429)
    assert.equal((await signIn(owner, 'officer')).status, 303)
  })

  it('is slowed by the network too, whichever e-mails are tried', async () => {
    const tryAs = (email: string, address = '203.0.113.77') =>
      openBrowser(world.app, address).post(paths.signIn(here), { email, password: 'noget andet her' })
    for (let count = 0; count < 30; count++) assert.equal((await tryAs(`e${count}@x.dk`)).status, 422)
    await laterTries()
    assert.equal((await tryAs('another@x.dk')).status, 429)
    assert.equal((await tryAs('another@x.dk', '203.0.113.78')).status, 422)
  })

  it('leaves no e-mail and no address behind', async () => {
    const rows = await world.truth<{ text: string }>('select t::text as text from sign_in_tries t')
    assert.ok(rows.length > 10)
    assert.ok(rows.every(row => !/example|203\.0|@/.test(row.text)))
  })
})
