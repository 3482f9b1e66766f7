import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openBrowser } from '../../../test/browser.ts'
import type { Visit } from '../../../test/browser.ts'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { hashPassword } from '../../platform/password.ts'
import { meTexts } from '../people/texts.da.ts'
import { texts } from './texts.da.ts'

const world = await openWorld()
const { here } = world
const [old, fresh] = ['kaffe ved havnen', 'syv gule blomster']
const email = `leader@${here.slug}.example`
const { accountId, personId } = world.as('leader')

const signIn = (browser: Visit, password: string) => browser.post(paths.signIn(here), { email, password })
const isIn = async (browser: Visit) => (await browser.post(paths.stay(here))).status === 204
const change = (browser: Visit, typed: { former?: string; password?: string; again?: string } = {}) =>
  browser.post(paths.changePassword(here), { former: old, password: fresh, again: typed.password ?? fresh, ...typed })
const hashNow = async () =>
  (await world.truth<{ hash: string }>('select password_hash as hash from accounts where id = $1', [accountId]))[0]
    ?.hash

/** Somebody at a browser who is signed in with the old password, and nothing that was tried before. */
async function signedIn(address: string): Promise<Visit> {
  await world.truth('update accounts set password_hash = $1 where id = $2', [await hashPassword(old), accountId])
  await world.truth('delete from sign_in_tries')
  const browser = openBrowser(world.app, address)
  assert.equal((await signIn(browser, old)).status, 303)
  return browser
}

describe('a change of password by whoever is signed in', () => {
  it('begins on one’s own card', async () => {
    const browser = await signedIn('203.0.113.1')
    const card = await (await browser.get(paths.profile(here))).text()
    assert.ok(card.includes(`href="${paths.changePassword(here)}"`))
    const page = await (await browser.get(paths.changePassword(here))).text()
    for (const name of ['former', 'password', 'again']) assert.match(page, new RegExp(`<input[^>]+name="${name}"`))
  })

  it('keeps this browser signed in under a new token, and ends every other session, link and device', async () => {
    const [mine, other] = [await signedIn('203.0.113.2'), openBrowser(world.app, '203.0.113.3')]
    await signIn(other, old)
    await openBrowser(world.app).post(paths.forgotten(here), { email })
    const before = [...mine.cookies.values()]
    const answer = await change(mine)
    assert.equal(answer.headers.get('location'), `${paths.profile(here)}?done=password`)
    assert.ok((await (await mine.get(`${paths.profile(here)}?done=password`)).text()).includes(meTexts.passwordChanged))
    assert.ok(await isIn(mine))
    assert.ok(![...mine.cookies.values()].every(value => before.includes(value)))
    assert.ok(!(await isIn(other)))
    assert.equal((await signIn(openBrowser(world.app, '203.0.113.4'), old)).status, 422)
    assert.equal((await signIn(openBrowser(world.app, '203.0.113.4'), fresh)).status, 303)
    const left = await world.truth(`select 1 from one_time_links where account_id = $1 and used_at is null`, [
      accountId,
    ])
    assert.equal(left.length, 0)
    const lines = await world.truth(
      `select 1 from access_log l join access_log_subjects s on s.log_id = l.id
        where l.purpose = 'sign-in.change' and s.subject_id = $1 and l.person_id = $2`,
      [accountId, personId],
    )
    assert.equal(lines.length, 1)
  })

  it('is refused with a sentence when the old one is wrong or the new one will not do', async () => {
    const browser = await signedIn('203.0.113.5')
    const stood = await hashNow()
    const refusals = [
      [{ former: 'noget andet her' }, texts.change.wrong],
      [{ former: '' }, texts.passwordMissing],
      [{ password: '' }, texts.choose.missing],
      [{ again: 'otte hvide heste' }, texts.choose.differ],
      [{ password: 'kort' }, texts.choose.tooShort(12)],
      [{ password: 'adgangskode1' }, texts.choose.common],
      [{ password: old }, texts.change.same],
    ] as const
    for (const [typed, sentence] of refusals) {
      const answer = await change(browser, typed)
      const page = await answer.text()
      assert.equal(answer.status, 422, sentence)
      assert.ok(page.includes(sentence), sentence)
      assert.ok(!page.includes(fresh), 'no password comes back')
    }
    assert.equal(await hashNow(), stood)
    assert.ok(await isIn(browser))
  })

  it('is slowed down like a sign-in, also on the owner’s own device', async () => {
    const browser = await signedIn('203.0.113.6')
    for (let count = 0; count < 10; count++)
      assert.equal((await change(browser, { former: `forkert nummer ${count}` })).status, 422)
    await world.truth(`update sign_in_tries set at = now()`)
    const answer = await change(browser)
    assert.equal(answer.status, 429)
    assert.ok(Number(answer.headers.get('retry-after')) >= 1)
  })

  it('is done once when two windows send it at the same time', async () => {
    const browser = await signedIn('203.0.113.7')
    const wishes = ['fire røde huse', 'fem grønne træer', 'seks hvide heste']
    // Each window shows the session that stood when it was opened.
    const answers = await Promise.all(wishes.map(password => change({ ...browser }, { password })))
    assert.equal(answers.filter(answer => answer.status === 303).length, 1)
  })

  it('is asked for at the door of a visitor', async () => {
    assert.equal((await world.visitor.get(paths.changePassword(here))).status, 303)
    assert.equal((await world.visitor.post(paths.changePassword(here), { former: old })).status, 401)
  })
})
