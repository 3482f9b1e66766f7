import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openBrowser } from '../../../test/browser.ts'
import type { Visit } from '../../../test/browser.ts'
import { codeOf, secretIn } from '../../../test/codes.ts'
import { openWorld } from '../../../test/world.ts'
import type { PersonName } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { hashPassword } from '../../platform/password.ts'
import { recordRoles, roles } from '../people/rules.ts'
import { resetSecondFactor } from './commands.ts'
import { texts } from './texts.da.ts'

const world = await openWorld()
const { here } = world
const password = 'kaffe ved havnen'
await world.truth('update accounts set password_hash = $1', [await hashPassword(password)])
const emailOf = (name: PersonName): string => `${name.toLowerCase()}@${here.slug}.example`
const signIn = (browser: Visit, name: PersonName) =>
  browser.post(paths.signIn(here), { email: emailOf(name), password })

/** Signs in and sets an app up; returns its secret. The code of the half minute before is then used up. */
async function setUp(browser: Visit, name: PersonName): Promise<string> {
  await signIn(browser, name)
  const secret = secretIn(await (await browser.get(paths.secondFactorSetUp(here))).text())
  const answer = await browser.post(paths.secondFactorSetUp(here), { code: await codeOf(secret, -1) })
  assert.equal(answer.status, 200)
  return secret
}

const isSignedIn = async (browser: Visit) => (await browser.post(paths.stay(here))).status === 204

describe('the second factor', () => {
  it('is asked of every role that sees records, and of no other', async () => {
    const asked: Record<string, PersonName> = {
      outreach_worker: 'worker',
      centre_staff: 'staff',
      centre_manager: 'manager',
      coordinator: 'coordinator',
      volunteer: 'volunteer',
      project_leader: 'projectLeader',
      leader: 'leader',
      administrator: 'administrator',
      data_protection_officer: 'officer',
    }
    for (const role of roles) {
      const browser = openBrowser(world.app)
      const answer = await signIn(browser, asked[role] ?? 'worker')
      const asks = recordRoles.some(each => each === role)
      assert.equal(answer.headers.get('location') === paths.secondFactorSetUp(here), asks, role)
      assert.equal(await isSignedIn(browser), !asks, role)
    }
  })

  it('is set up with a picture and a first code, and from then on asked for', async () => {
    const browser = openBrowser(world.app)
    await signIn(browser, 'staff')
    const page = await (await browser.get(paths.secondFactorSetUp(here))).text()
    assert.match(page, /<svg[^>]+role="img"/)
    const secret = secretIn(page)
    assert.equal(secretIn(await (await browser.get(paths.secondFactorSetUp(here))).text()), secret)
    const wrong = await browser.post(paths.secondFactorSetUp(here), { code: '000000' })
    assert.equal(wrong.status, 422)
    assert.equal(secretIn(await wrong.text()), secret)
    assert.equal(await isSignedIn(browser), false)

    const pending = browser.cookies.get('brobygger')
    assert.equal((await browser.post(paths.secondFactorSetUp(here), { code: await codeOf(secret, -1) })).status, 200)
    assert.notEqual(browser.cookies.get('brobygger'), pending)
    assert.equal(await isSignedIn(browser), true)

    const again = openBrowser(world.app)
    const answer = await signIn(again, 'staff')
    assert.equal(answer.headers.get('location'), paths.secondFactor(here))
    assert.equal(await isSignedIn(again), false)
    const signedIn = await again.post(paths.secondFactor(here), { code: await codeOf(secret) })
    assert.equal(signedIn.headers.get('location'), paths.today(here))
    assert.equal(await isSignedIn(again), true)
  })

  it('takes a code once', async () => {
    const secret = await setUp(openBrowser(world.app), 'worker')
    // Several at once, so that the database has a connection open for each of them.
    const browsers = Array.from({ length: 4 }, () => openBrowser(world.app))
    await Promise.all(browsers.map(browser => signIn(browser, 'worker')))
    const code = await codeOf(secret)
    const answers = await Promise.all(browsers.map(browser => browser.post(paths.secondFactor(here), { code })))
    const statuses = answers.map(answer => answer.status)
    assert.deepEqual(
      statuses.toSorted((a, b) => a - b),
      [303, 422, 422, 422],
    )
    const replayed = openBrowser(world.app)
    await signIn(replayed, 'worker')
    const refused = await replayed.post(paths.secondFactor(here), { code })
    assert.equal(refused.status, 422)
    assert.ok((await refused.text()).includes(texts.code.wrong))
    assert.equal((await replayed.post(paths.secondFactor(here), { code: await codeOf(secret, 1) })).status, 303)
  })

  it('gives a new token after the code, and the one before it is dead', async () => {
    const browser = openBrowser(world.app)
    const secret = await setUp(browser, 'socialWorker')
    const fresh = openBrowser(world.app)
    await signIn(fresh, 'socialWorker')
    const pending = fresh.cookies.get('brobygger') ?? ''
    await fresh.post(paths.secondFactor(here), { code: await codeOf(secret) })
    const thief = openBrowser(world.app)
    thief.cookies.set('brobygger', pending)
    assert.equal(await isSignedIn(thief), false)
    assert.equal((await thief.get(paths.secondFactor(here))).headers.get('location'), paths.signIn(here))
    assert.equal(await isSignedIn(fresh), true)
  })

  it('is kept encrypted, for this account alone', async () => {
    const [row] = await world.truth<{ totp_secret: Buffer; id: string }>(
      'select id, totp_secret from accounts where email = $1',
      [emailOf('worker')],
    )
    assert.ok(row)
    const place = (id: string) => ({
      municipalityId: here.id,
      use: 'second-factor' as const,
      boundTo: `accounts.totp_secret/${id}`,
    })
    assert.equal(world.house.keys.decrypt(place(row.id), row.totp_secret)?.length, 20)
    assert.equal(world.house.keys.decrypt(place(world.as('staff').accountId), row.totp_secret), undefined)
  })

  it('slows whoever guesses codes', async () => {
    const secret = await setUp(openBrowser(world.app, '198.51.100.1'), 'colleague')
    const thief = openBrowser(world.app, '198.51.100.2')
    await signIn(thief, 'colleague')
    for (let count = 0; count < 5; count++) {
      assert.equal((await thief.post(paths.secondFactor(here), { code: `00000${count}` })).status, 422)
    }
    // The pause begins at the last try; it must not end while a slow machine gets on.
    await world.truth(`update sign_in_tries set at = at + interval '10 minutes'`)
    const right = await thief.post(paths.secondFactor(here), { code: await codeOf(secret) })
    assert.equal(right.status, 429)
  })

  it('is taken away by an administrator alone, who leaves a line in the log, and ends what is open', async () => {
    const { accountId } = world.as('socialWorker')
    const browser = openBrowser(world.app)
    const secretOf = async () =>
      (
        await world.truth<{ totp_secret: Buffer | null }>('select totp_secret from accounts where id = $1', [accountId])
      )[0]?.totp_secret
    const reset = (name: PersonName) =>
      world.house.db.write(world.as(name).asker, 'accounts.change', async tx => {
        await resetSecondFactor(tx, accountId)
        return { value: undefined, about: [{ subject: 'account', id: accountId, partyId: null }] }
      })
    await assert.rejects(reset('worker'), { code: '42501' })
    await assert.rejects(reset('coordinator'), { code: '42501' })
    assert.ok(await secretOf())
    await reset('administrator')
    assert.equal(await secretOf(), null)
    const living = await world.truth('select 1 from sessions where account_id = $1 and ended_at is null', [accountId])
    assert.equal(living.length, 0)
    const log = await world.truth<{ person_id: string }>(
      `select l.person_id from access_log l join access_log_subjects s on s.log_id = l.id where s.subject_id = $1 and l.purpose = 'accounts.change'`,
      [accountId],
    )
    assert.deepEqual(
      log.map(row => row.person_id),
      [world.as('administrator').personId],
    )
    assert.equal((await signIn(browser, 'socialWorker')).headers.get('location'), paths.secondFactorSetUp(here))
  })

  it('is asked for on the next request after somebody has got a role that sees records', async () => {
    const browser = openBrowser(world.app)
    await signIn(browser, 'volunteer')
    assert.equal(await isSignedIn(browser), true)
    await world.truth(`update memberships set role = 'centre_staff' where person_id = $1`, [
      world.as('volunteer').personId,
    ])
    assert.equal(await isSignedIn(browser), false)
    await world.truth(`update memberships set role = 'volunteer' where person_id = $1`, [
      world.as('volunteer').personId,
    ])
    assert.equal(await isSignedIn(browser), true)
  })

  it('is offered to everybody else, ends their other sessions, and is then asked for', async () => {
    const [browser, other] = [openBrowser(world.app), openBrowser(world.app)]
    await signIn(other, 'leader')
    const secret = await setUp(browser, 'leader')
    assert.equal(await isSignedIn(other), false)
    assert.equal(await isSignedIn(browser), true)
    assert.equal((await signIn(other, 'leader')).headers.get('location'), paths.secondFactor(here))
    await other.post(paths.secondFactor(here), { code: await codeOf(secret) })
    assert.equal(await isSignedIn(other), true)
  })

  it('cannot be replaced by whoever sits at an open session, and needs a session at all', async () => {
    const browser = openBrowser(world.app)
    const [account] = await world.truth<{ totp_confirmed_at: Date }>(
      'select totp_confirmed_at from accounts where email = $1',
      [emailOf('leader')],
    )
    assert.ok(account?.totp_confirmed_at)
    assert.equal((await browser.get(paths.secondFactorSetUp(here))).headers.get('location'), paths.signIn(here))
    assert.equal((await browser.post(paths.secondFactor(here), { code: '123456' })).status, 401)
    assert.equal((await browser.post(paths.secondFactorSetUp(here), { code: '123456' })).status, 401)
  })

  it('stands in the log when people set it up themselves', async () => {
    const log = await world.truth(
      `select 1 from access_log l join access_log_subjects s on s.log_id = l.id
        where l.purpose = 'sign-in.change' and s.subject_id = $1 and l.person_id = $2`,
      [world.as('leader').accountId, world.as('leader').personId],
    )
    assert.equal(log.length, 1)
  })
})

describe('the database', () => {
  it('knows the same roles that see records as the application', async () => {
    for (const role of roles) {
      const [row] = await world.truth<{ sees: boolean }>(
        `select set_config('app.municipality', $1, true), sees_records(m.person_id) as sees from memberships m
          where m.municipality_id = $1::uuid and m.role = $2 limit 1`,
        [here.id, role],
      )
      assert.equal(
        row?.sees,
        recordRoles.some(each => each === role),
        role,
      )
    }
  })

  it('lets nobody but an administrator make a link, and no page make a message of sign-in steps', async () => {
    const { accountId } = world.as('administrator')
    const { sql } = await import('kysely')
    for (const name of ['worker', 'leader', 'officer'] as const) {
      const made = world.house.db.write(world.as(name).asker, 'profile.change', tx =>
        sql`select create_link(${accountId}, ${Buffer.alloc(32)}, 48)`.execute(tx),
      )
      await assert.rejects(made, { code: '42501' })
    }
    const looked = world.house.db.read(world.as('administrator').asker, 'accounts.show', tx =>
      sql`select * from find_account(${here.id}, ${emailOf('worker')}, null)`.execute(tx),
    )
    await assert.rejects(looked, { code: '42501' })
  })
})
