import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openBrowser } from '../../../test/browser.ts'
import type { Visit } from '../../../test/browser.ts'
import { openWorld } from '../../../test/world.ts'
import type { PersonName } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { hashPassword } from '../../platform/password.ts'
import { cleanSignIn, inviteAccount } from './commands.ts'
import { texts } from './texts.da.ts'

const world = await openWorld()
const { here, there, house } = world
const emailOf = (name: PersonName, at = here): string => `${name.toLowerCase()}@${at.slug}.example`
const chosen = 'tre blå cykler'

async function invite(name: PersonName): Promise<string> {
  const { accountId } = world.as(name)
  await house.db.write(world.as('administrator').asker, 'accounts.change', async tx => {
    await inviteAccount(tx, { municipality: here, config: house.config, accountId })
    return { value: undefined, about: [{ subject: 'account', id: accountId, partyId: null }] }
  })
  return await tokenFor(emailOf(name))
}

/** The token in the last message to somebody. */
async function tokenFor(email: string): Promise<string> {
  const rows = await world.truth<{ body: string }>(
    'select body from outbox where recipient = $1 order by id desc limit 1',
    [email],
  )
  return /\/sign-in\/password#([\w-]{43})\n/.exec(rows[0]?.body ?? '')?.[1] ?? ''
}

const choose = (browser: Visit, token: string, password = chosen) =>
  browser.post(paths.choosePassword(here), { token, password, again: password })
const signIn = (browser: Visit, name: PersonName, password = chosen) =>
  browser.post(paths.signIn(here), { email: emailOf(name), password })

// The pause begins at the last try; it must not end while a slow machine gets on.
const laterTries = () => world.truth(`update sign_in_tries set at = at + interval '10 minutes'`)

describe('an invitation', () => {
  it('goes through the outbox with a link whose token no server log can hold', async () => {
    await invite('leader')
    const [message] = await world.truth<{ subject: string; body: string }>(
      'select subject, body from outbox where recipient = $1',
      [emailOf('leader')],
    )
    assert.equal(message?.subject, texts.invitation.subject)
    assert.match(message?.body ?? '', /^http:\/\/127\.0\.0\.1:3000\/herby\/sign-in\/password#[\w-]{43}$/m)
    const [job] = await world.truth<{ payload: object }>(
      `select payload from graphile_worker._private_jobs order by id desc limit 1`,
    )
    assert.deepEqual(Object.keys(job?.payload ?? {}).toSorted(), ['messageId', 'municipalityId'])
  })

  it('leads to a password, which then opens the house', async () => {
    const browser = openBrowser(world.app)
    const page = await (await browser.get(paths.choosePassword(here))).text()
    assert.match(page, /link-token\.[0-9a-f]+\.js/)
    assert.match(page, /<input[^>]+name="token"/)
    const answer = await choose(browser, await invite('leader'))
    assert.equal(answer.headers.get('location'), `${paths.signIn(here)}?said=chosen`)
    assert.equal((await signIn(browser, 'leader')).headers.get('location'), paths.figures(here))
  })

  it('can be used once, also when two use it at the same time', async () => {
    const token = await invite('projectLeader')
    const wishes = ['fire røde huse', 'fem grønne træer', 'seks hvide heste']
    const answers = await Promise.all(wishes.map(each => choose(openBrowser(world.app), token, each)))
    const statuses = answers.map(answer => answer.status)
    assert.deepEqual(
      statuses.toSorted((a, b) => a - b),
      [303, 422, 422],
    )
    const late = await choose(openBrowser(world.app), token)
    assert.equal(late.status, 422)
    assert.ok((await late.text()).includes(texts.choose.used))
  })

  it('can be used for 48 hours, and only for its own municipality', async () => {
    const token = await invite('officer')
    const elsewhere = await openBrowser(world.app).post(paths.choosePassword(there), {
      token,
      password: chosen,
      again: chosen,
    })
    assert.equal(elsewhere.status, 422)
    await world.truth(`update one_time_links set expires_at = expires_at - interval '48 hours'`)
    assert.equal((await choose(openBrowser(world.app), token)).status, 422)
    await world.truth(`update one_time_links set expires_at = expires_at + interval '1 minute' where used_at is null`)
    assert.equal((await choose(openBrowser(world.app), token)).status, 303)
  })

  it('is taken away by a newer one, and by no link that somebody who has forgotten their password asks for', async () => {
    const [first, second] = [await invite('volunteer'), await invite('volunteer')]
    const forget = async (): Promise<string> => {
      await openBrowser(world.app).post(paths.forgotten(here), { email: emailOf('volunteer') })
      return await tokenFor(emailOf('volunteer'))
    }
    const [third, fourth] = [await forget(), await forget()]
    assert.equal(new Set([first, second, third, fourth]).size, 4)
    for (const token of [first, third]) assert.equal((await choose(openBrowser(world.app), token)).status, 422)
    // A password that is refused leaves its link as it was, and says no more than that.
    for (const token of [second, fourth]) {
      const weak = await (await choose(openBrowser(world.app), token, 'adgangskode1')).text()
      assert.ok(weak.includes(texts.choose.common))
    }
    assert.equal((await choose(openBrowser(world.app), second)).status, 303)
    await world.truth('delete from outbox')
  })

  it('is used up by another link of the same account, and says no to a weak password without being used', async () => {
    const first = await invite('volunteer')
    await openBrowser(world.app).post(paths.forgotten(here), { email: emailOf('volunteer') })
    const second = await tokenFor(emailOf('volunteer'))
    const weak = await choose(openBrowser(world.app), second, 'adgangskode1')
    assert.equal(weak.status, 422)
    assert.ok((await weak.text()).includes(texts.choose.common))
    const differing = await openBrowser(world.app).post(paths.choosePassword(here), {
      token: second,
      password: chosen,
      again: 'noget andet',
    })
    assert.ok((await differing.text()).includes(texts.choose.differ))
    assert.equal((await choose(openBrowser(world.app), second)).status, 303)
    assert.equal((await choose(openBrowser(world.app), first)).status, 422)
    await world.truth('delete from outbox')
  })

  it('is of no use once the account is closed', async () => {
    const token = await invite('volunteer')
    await world.truth('update accounts set closed_at = now() where email = $1', [emailOf('volunteer')])
    assert.equal((await choose(openBrowser(world.app), token)).status, 422)
    await world.truth('update accounts set closed_at = null where email = $1', [emailOf('volunteer')])
  })
})

describe('a forgotten password', () => {
  it('is answered alike whether there is an account or not, and only a real one gets a link', async () => {
    const emails = [emailOf('leader'), 'nobody@herby.example', emailOf('leader', there)]
    const answers = await Promise.all(
      emails.map(async email => {
        const answer = await openBrowser(world.app).post(paths.forgotten(here), { email })
        return { status: answer.status, headers: [...answer.headers], text: await answer.text() }
      }),
    )
    assert.equal(answers[0]?.status, 200)
    assert.deepEqual(answers[1], answers[0])
    assert.deepEqual(answers[2], answers[0])
    const sent = await world.truth<{ recipient: string }>('select recipient from outbox where subject = $1', [
      texts.reminder.subject,
    ])
    assert.deepEqual(
      sent.map(row => row.recipient),
      [emailOf('leader')],
    )
  })

  it('gives a link for an hour, and choosing ends every session of the account', async () => {
    const [mine, thief] = [openBrowser(world.app), openBrowser(world.app)]
    await signIn(thief, 'leader')
    assert.equal((await thief.post(paths.stay(here))).status, 204)
    await mine.post(paths.forgotten(here), { email: emailOf('leader') })
    const links = await world.truth(
      `select 1 from one_time_links where expires_at between now() + interval '59 minutes' and now() + interval '60 minutes' and account_id = $1`,
      [world.as('leader').accountId],
    )
    assert.ok(links.length > 0)
    const token = await tokenFor(emailOf('leader'))
    assert.equal((await choose(mine, token, 'syv gule blomster')).status, 303)
    assert.equal((await thief.post(paths.stay(here))).status, 401)
    assert.equal((await signIn(openBrowser(world.app), 'leader')).status, 422)
    assert.equal((await signIn(mine, 'leader', 'syv gule blomster')).status, 303)
  })

  it('makes the device on which the link was opened known, so that nobody keeps its owner out', async () => {
    for (let count = 0; count < 8; count++) {
      await openBrowser(world.app, '203.0.113.9').post(paths.signIn(here), {
        email: emailOf('volunteer'),
        password: 'noget andet her',
      })
    }
    await laterTries()
    const mine = openBrowser(world.app)
    assert.equal((await signIn(mine, 'volunteer')).status, 429)
    await mine.post(paths.forgotten(here), { email: emailOf('volunteer') })
    await choose(mine, await tokenFor(emailOf('volunteer')))
    assert.equal((await signIn(mine, 'volunteer')).status, 303)
  })

  it('cannot fill somebody’s inbox', async () => {
    const ask = () => openBrowser(world.app, '203.0.113.10').post(paths.forgotten(here), { email: emailOf('officer') })
    for (let count = 0; count < 5; count++) assert.equal((await ask()).status, 200)
    await laterTries()
    assert.equal((await ask()).status, 429)
  })

  it('leaves a line in the log under the name of whoever chose', async () => {
    const rows = await world.truth(
      `select 1 from access_log l join access_log_subjects s on s.log_id = l.id
        where l.purpose = 'sign-in.change' and s.subject_id = $1 and l.person_id = $2`,
      [world.as('leader').accountId, world.as('leader').personId],
    )
    assert.ok(rows.length >= 1)
  })
})

describe('what sign-in needs no more', () => {
  it('is deleted, and the rest stays', async () => {
    await world.truth('update accounts set password_hash = $1', [await hashPassword(chosen)])
    await signIn(openBrowser(world.app, '203.0.113.11'), 'administrator')
    await world.truth(
      `insert into sessions select municipality_id, decode(repeat('ab', 32), 'hex'), account_id, stage, now() - interval '13 hours', now() - interval '13 hours' from sessions limit 1`,
    )
    await world.truth(`update sign_in_tries set at = at - interval '25 hours'`)
    await world.truth(`update one_time_links set expires_at = now() - interval '1 second' where used_at is not null`)
    const count = async (table: string) =>
      (await world.truth<{ count: number }>(`select count(*)::int as count from ${table}`))[0]?.count ?? 0
    const before = { sessions: await count('sessions'), devices: await count('known_devices') }
    await cleanSignIn(house)
    assert.equal(await count('sessions'), before.sessions - 1)
    assert.equal(await count('sign_in_tries'), 0)
    assert.equal(await count('one_time_links where used_at is not null'), 0)
    assert.equal(await count('known_devices'), before.devices)
  })
})
