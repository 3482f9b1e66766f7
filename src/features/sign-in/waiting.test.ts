import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { z } from 'zod'
import { hiddenIn, openBrowser } from '../../../test/browser.ts'
import type { Visit } from '../../../test/browser.ts'
import { codeOf, secretIn } from '../../../test/codes.ts'
import { openWorld } from '../../../test/world.ts'
import type { PersonName } from '../../../test/world.ts'
import { createApp } from '../../app.ts'
import { paths } from '../../paths.ts'
import { hashPassword } from '../../platform/password.ts'
import { Routes, hashToken } from '../routing.ts'
import { signInRoutes } from './routes.ts'
import { texts } from './texts.da.ts'

const world = await openWorld()
const { here } = world
const note = '/herby/notes?day=2026-11-24'
const words = 'Han vil gerne have en "lejlighed" <ved havnen> & en kat'
const noteForm = z.object({ words: z.string(), topic: z.union([z.string(), z.array(z.string())]).optional() })
const notes = new Routes()
  .get('/notes', { who: 'signedIn', purpose: 'today.show' }, c => c.text('the page'))
  .post('/notes', { who: 'signedIn', purpose: 'today.show', form: noteForm }, (c, { form, actor }) =>
    c.json({ from: actor.accountId, typed: form.typed, day: c.req.query('day') }),
  )
const app = createApp(world.house, [signInRoutes, notes])
const password = 'kaffe ved havnen'
await world.truth('update accounts set password_hash = $1', [await hashPassword(password)])
const emailOf = (name: PersonName): string => `${name.toLowerCase()}@${here.slug}.example`
const signIn = (browser: Visit, name: PersonName, form: Record<string, string> = {}) =>
  browser.post(paths.signIn(here), { email: emailOf(name), password, ...form })
const idle = (browser: Visit) =>
  world.truth(`update sessions set seen_at = now() - interval '20 minutes' where token_hash = $1`, [
    hashToken(browser.cookies.get('brobygger') ?? ''),
  ])

/** Somebody whose session ended while they wrote: the page that answers their post. */
async function interrupted(name: PersonName): Promise<{ browser: Visit; page: string }> {
  const browser = openBrowser(app)
  await signIn(browser, name)
  await idle(browser)
  const answer = await browser.post(note, { words })
  assert.equal(answer.status, 401)
  return { browser, page: await answer.text() }
}

describe('a page that is asked for without a session', () => {
  it('is come back to after signing in', async () => {
    const browser = openBrowser(app)
    const sent = await browser.get(note)
    assert.equal(sent.headers.get('location'), `${paths.signIn(here)}?next=${encodeURIComponent(note)}`)
    const page = await (await browser.get(sent.headers.get('location') ?? '')).text()
    const answer = await signIn(browser, 'leader', { next: hiddenIn(page, 'next') })
    assert.equal(answer.headers.get('location'), note)
  })
})

describe('what was typed when the session ended', () => {
  it('waits for the same person and goes where it was going', async () => {
    const { browser, page } = await interrupted('leader')
    assert.ok(page.includes(texts.waiting))
    const resumed = await signIn(browser, 'leader', { waiting: hiddenIn(page, 'waiting') })
    assert.equal(resumed.status, 200)
    const text = await resumed.text()
    assert.ok(text.includes(texts.resume.title))
    assert.ok(text.includes(`action="${note}"`))
    const sent = await browser.post(note, { words: hiddenIn(text, 'words') })
    assert.deepEqual(await sent.json(), { from: world.as('leader').accountId, typed: { words }, day: '2026-11-24' })
  })

  it('is in no page, cookie, address or table that somebody else could read', async () => {
    const { browser, page } = await interrupted('leader')
    assert.ok(!page.includes('lejlighed'))
    assert.ok(![...browser.cookies.values()].join().includes('lejlighed'))
    const waiting = hiddenIn(page, 'waiting')
    assert.ok(!Buffer.from(waiting, 'base64url').toString('latin1').includes('lejlighed'))
    const tables = await world.truth<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
    )
    for (const { name } of tables) {
      assert.deepEqual(await world.truth(`select 1 from ${name} t where t::text like '%lejlighed%'`), [], name)
    }
  })

  it('is never seen by another person who signs in at the same screen', async () => {
    const { browser, page } = await interrupted('leader')
    const waiting = hiddenIn(page, 'waiting')
    const other = await signIn(browser, 'projectLeader', { waiting })
    assert.equal(other.headers.get('location'), paths.figures(here))
    assert.ok(!(await other.text()).includes('lejlighed'))
  })

  it('survives a wrong password', async () => {
    const { browser, page } = await interrupted('leader')
    const wrong = await signIn(browser, 'leader', { password: 'noget andet her', waiting: hiddenIn(page, 'waiting') })
    assert.equal(wrong.status, 422)
    const resumed = await signIn(browser, 'leader', { waiting: hiddenIn(await wrong.text(), 'waiting') })
    assert.ok((await resumed.text()).includes('lejlighed'))
  })

  it('waits after signing out in another window too', async () => {
    const browser = openBrowser(app)
    await signIn(browser, 'leader')
    await browser.post(paths.signOut(here))
    const page = await (await browser.post(note, { words })).text()
    const resumed = await signIn(browser, 'leader', { waiting: hiddenIn(page, 'waiting') })
    assert.ok((await resumed.text()).includes('lejlighed'))
  })

  it('waits through the second factor', async () => {
    const browser = openBrowser(app)
    await signIn(browser, 'worker')
    const setUp = await (await browser.get(paths.secondFactorSetUp(here))).text()
    const secret = secretIn(setUp)
    await browser.post(paths.secondFactorSetUp(here), { code: await codeOf(secret, -1) })
    await idle(browser)
    const page = await (await browser.post(note, { words })).text()
    const asked = await (await signIn(browser, 'worker', { waiting: hiddenIn(page, 'waiting') })).text()
    assert.ok(asked.includes(texts.code.title))
    const wrong = await (
      await browser.post(paths.secondFactor(here), { code: '000000', waiting: hiddenIn(asked, 'waiting') })
    ).text()
    const resumed = await browser.post(paths.secondFactor(here), {
      code: await codeOf(secret),
      waiting: hiddenIn(wrong, 'waiting'),
    })
    assert.ok((await resumed.text()).includes('lejlighed'))
  })

  it('is let go after twelve hours, when it was touched, and where nobody knows whose it was', async () => {
    const { browser, page } = await interrupted('leader')
    const waiting = hiddenIn(page, 'waiting')
    const touched = `${waiting.slice(0, -4)}AAAA`
    assert.equal((await signIn(browser, 'leader', { waiting: touched })).status, 303)
    const stranger = await openBrowser(app).post(note, { words })
    assert.equal(stranger.status, 401)
    const text = await stranger.text()
    assert.ok(text.includes(texts.notWaiting))
    assert.equal(hiddenIn(text, 'waiting'), '')
    await signIn(browser, 'leader')
    await world.truth(`update sessions set seen_at = now() - interval '13 hours' where token_hash = $1`, [
      hashToken(browser.cookies.get('brobygger') ?? ''),
    ])
    assert.equal(hiddenIn(await (await browser.post(note, { words })).text(), 'waiting'), '')
  })
})

describe('a form that one person left open', () => {
  it('is not sent as the next one who signs in, and waits for who wrote it', async () => {
    const browser = openBrowser(app)
    await signIn(browser, 'projectLeader')
    const drawnFor = world.as('leader').accountId
    const answer = await browser.post(note, { words, 'drawn-for': drawnFor })
    assert.equal(answer.status, 409)
    const page = await answer.text()
    assert.ok(page.includes(texts.otherSignedIn('Ib Prøve').waiting))
    assert.ok(!page.includes('lejlighed'))
    const waiting = hiddenIn(page, 'waiting')
    const other = await signIn(browser, 'projectLeader', { waiting })
    assert.ok(!(await other.text()).includes('lejlighed'))
    const resumed = await (await signIn(browser, 'leader', { waiting })).text()
    const sent = await browser.post(note, { words: hiddenIn(resumed, 'words'), 'drawn-for': drawnFor })
    assert.deepEqual(await sent.json(), { from: drawnFor, typed: { words }, day: '2026-11-24' })
  })

  it('waits for who wrote it when the next one has left too', async () => {
    const browser = openBrowser(app)
    await signIn(browser, 'projectLeader')
    await idle(browser)
    const answer = await browser.post(note, { words, 'drawn-for': world.as('leader').accountId })
    const waiting = hiddenIn(await answer.text(), 'waiting')
    const other = await signIn(browser, 'projectLeader', { waiting })
    assert.ok(!(await other.text()).includes('lejlighed'))
    assert.ok((await (await signIn(browser, 'leader', { waiting })).text()).includes('lejlighed'))
  })

  it('waits for nobody when it does not say whose it is as we say it', async () => {
    const browser = openBrowser(app)
    await signIn(browser, 'projectLeader')
    const page = await (await browser.post(note, { words, 'drawn-for': 'Leader' })).text()
    assert.ok(page.includes(texts.otherSignedIn('Ib Prøve').notWaiting))
    assert.equal(hiddenIn(page, 'waiting'), '')
  })

  it('says whose it is on every page of somebody who is signed in', async () => {
    const { accountId } = world.as('colleague')
    for (const path of [paths.recordContact(here), paths.citizens(here), paths.more(here)]) {
      const page = await (await world.as('colleague').get(path)).text()
      const forms =
        page.match(/<form[^>]* method="post"[^>]*><input type="hidden" +name="drawn-for" value="[^"]*"/g) ?? []
      assert.ok(forms.length > 0, path)
      assert.equal(forms.length, page.match(/<form[^>]* method="post"/g)?.length)
      assert.ok(forms.every(form => form.includes(accountId)))
    }
  })
})
