import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openBrowser } from '../../../test/browser.ts'
import type { Visit } from '../../../test/browser.ts'
import { openWorld } from '../../../test/world.ts'
import type { PersonName } from '../../../test/world.ts'
import { createApp } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { paths } from '../../paths.ts'
import { hashPassword } from '../../platform/password.ts'
import { roles } from '../people/rules.ts'
import { roleWords } from '../people/texts.da.ts'
import { hashToken } from '../routing.ts'
import { demoPassword } from './rules.ts'
import { texts } from './texts.da.ts'

const world = await openWorld()
const { here, there } = world
const password = 'kaffe ved havnen'
await world.truth('update accounts set password_hash = $1', [await hashPassword(password)])
const emailOf = (name: PersonName, at = here): string => `${name.toLowerCase()}@${at.slug}.example`
const signIn = (browser: Visit, name: PersonName, form: Record<string, string> = {}) =>
  browser.post(paths.signIn(here), { email: emailOf(name), password, ...form })

// A pause begins at the last try; one that has only just begun does not end while a slow machine gets on.
const laterTries = () => world.truth(`update sign_in_tries set at = at + interval '10 minutes'`)

describe('signing in', () => {
  it('opens the page that the role begins with', async () => {
    const browser = openBrowser(world.app)
    const answer = await signIn(browser, 'volunteer')
    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('location'), paths.today(here))
    assert.equal((await browser.post(paths.stay(here))).status, 204)
    for (const [name, page] of [
      ['leader', paths.figures(here)],
      ['projectLeader', paths.figures(here)],
      ['administrator', paths.people(here)],
      ['officer', paths.log(here)],
    ] as const) {
      assert.equal((await signIn(openBrowser(world.app), name)).headers.get('location'), page)
    }
  })

  it('does not care how the e-mail is written', async () => {
    const answer = await signIn(openBrowser(world.app), 'leader', { email: ` ${emailOf('leader').toUpperCase()} ` })
    assert.equal(answer.status, 303)
  })

  it('refuses a wrong password, and the account was there', async () => {
    const browser = openBrowser(world.app, '192.0.2.9')
    const answer = await signIn(browser, 'leader', { password: 'noget andet her' })
    assert.equal(answer.status, 422)
    assert.equal(browser.cookies.size, 0)
    assert.match(await answer.text(), /value="leader@herby\.example"/)
    const [found] = await world.truth('select id from accounts where email = $1', [emailOf('leader')])
    assert.ok(found)
  })

  it('is for one municipality at a time', async () => {
    const browser = openBrowser(world.app)
    assert.equal((await signIn(browser, 'leader')).status, 303)
    assert.equal((await browser.post(paths.stay(there))).status, 401)
  })

  it('asks for both fields, and takes signs that no database can hold for a mistake', async () => {
    const empty = await (await openBrowser(world.app).post(paths.signIn(here))).text()
    assert.ok(empty.includes(texts.emailMissing) && empty.includes(texts.passwordMissing))
    const answer = await openBrowser(world.app).post(paths.signIn(here), { email: 'a\0b@c.dk', password: '\0' })
    assert.equal(answer.status, 422)
  })

  it('goes where one was going, but never out of the municipality', async () => {
    const wished = `${paths.figures(here)}?from=2026-01-01`
    const answer = await signIn(openBrowser(world.app), 'leader', { next: wished })
    assert.equal(answer.headers.get('location'), wished)
    const elsewhere = [
      'https://example.com/herby/x',
      '//example.com/herby/',
      '/derby/today',
      '/herby/../derby/today',
      '/herby/%2e%2e/derby/today',
      '/herby\\..\\..\\derby',
      '/\\example.com',
      '/herby/sign-in',
      '/herby/sign-out',
      'javascript:alert(1)',
    ]
    for (const next of elsewhere) {
      const turned = await signIn(openBrowser(world.app), 'leader', { next })
      assert.equal(turned.headers.get('location'), paths.figures(here), next)
    }
  })

  it('shows nobody who is signed in the form again', async () => {
    const browser = openBrowser(world.app)
    await signIn(browser, 'leader')
    assert.equal((await browser.get(paths.signIn(here))).headers.get('location'), paths.figures(here))
  })
})

describe('whether an account exists', () => {
  it('is told by no answer: unknown e-mail, wrong password, no password yet, closed account', async () => {
    await world.truth('update accounts set password_hash = null where email = $1', [emailOf('leader', there)])
    await world.truth('update accounts set closed_at = now() where email = $1', [emailOf('officer', there)])
    const tries = [
      { email: 'nobody@derby.example', password },
      { email: emailOf('volunteer', there), password: 'noget andet her' },
      { email: emailOf('leader', there), password },
      { email: emailOf('officer', there), password },
    ]
    const answers = await Promise.all(
      tries.map(async (form, index) => {
        const answer = await openBrowser(world.app, `192.0.2.${20 + index}`).post(paths.signIn(there), form)
        const text = (await answer.text()).replaceAll(form.email, 'E-MAIL')
        return { status: answer.status, cookies: answer.headers.getSetCookie(), text }
      }),
    )
    for (const answer of answers) assert.deepEqual(answer, answers[0])
    assert.equal(answers[0]?.status, 422)
  })

  it('is told by no waiting time either', async () => {
    const emails = ['nobody@herby.example', emailOf('projectLeader')]
    const tryOnce = (index: number) =>
      openBrowser(world.app, `192.0.2.${30 + index}`).post(paths.signIn(here), {
        email: emails[index] ?? '',
        password: 'noget andet her',
      })
    for (let count = 0; count < 5; count++) await Promise.all([tryOnce(0), tryOnce(1)])
    await laterTries()
    const answers = await Promise.all([tryOnce(0), tryOnce(1)])
    assert.deepEqual(
      answers.map(answer => answer.status),
      [429, 429],
    )
    const bodies = await Promise.all(
      answers.map(async (answer, index) => (await answer.text()).replaceAll(emails[index] ?? '', 'E-MAIL')),
    )
    assert.equal(bodies[0], bodies[1])
  })
})

describe('a session', () => {
  it('gets a new token at each sign-in, and the old one is dead', async () => {
    const browser = openBrowser(world.app)
    const planted = 'A'.repeat(43)
    browser.cookies.set('brobygger', planted)
    await signIn(browser, 'leader')
    const first = browser.cookies.get('brobygger') ?? ''
    assert.notEqual(first, planted)
    await signIn(browser, 'leader')
    assert.notEqual(browser.cookies.get('brobygger'), first)
    const thief = openBrowser(world.app)
    thief.cookies.set('brobygger', first)
    assert.equal((await thief.post(paths.stay(here))).status, 401)
    assert.equal((await browser.post(paths.stay(here))).status, 204)
  })

  it('is stored as a hash alone', async () => {
    const browser = openBrowser(world.app)
    await signIn(browser, 'leader')
    const token = browser.cookies.get('brobygger') ?? ''
    assert.equal(Buffer.from(token, 'base64url').length, 32)
    const [stored] = await world.truth('select stage from sessions where token_hash = $1', [hashToken(token)])
    assert.deepEqual(stored, { stage: 'password' })
    const rows = await world.truth<{ text: string }>('select s::text as text from sessions s')
    assert.ok(rows.every(row => !row.text.includes(token)))
  })

  it('ends in the database when one signs out', async () => {
    const browser = openBrowser(world.app)
    await signIn(browser, 'leader')
    const token = browser.cookies.get('brobygger') ?? ''
    const answer = await browser.post(paths.signOut(here))
    assert.equal(answer.headers.get('location'), `${paths.signIn(here)}?said=out`)
    assert.equal(browser.cookies.get('brobygger'), undefined)
    const thief = openBrowser(world.app)
    thief.cookies.set('brobygger', token)
    assert.equal((await thief.post(paths.stay(here))).status, 401)
  })

  it('ends after 15 idle minutes, and after 12 hours in any case', async () => {
    for (const column of ['seen_at', 'started_at']) {
      const browser = openBrowser(world.app)
      await signIn(browser, 'leader')
      const hash = hashToken(browser.cookies.get('brobygger') ?? '')
      const age = column === 'seen_at' ? '14 minutes' : '11 hours'
      await world.truth(`update sessions set ${column} = now() - $2::interval where token_hash = $1`, [hash, age])
      assert.equal((await browser.post(paths.stay(here))).status, 204)
      const older = column === 'seen_at' ? '15 minutes' : '12 hours'
      await world.truth(`update sessions set ${column} = now() - $2::interval where token_hash = $1`, [hash, older])
      assert.equal((await browser.post(paths.stay(here))).status, 401)
    }
  })

  it('is refused on the next request when the account is closed, and loses a role with its membership', async () => {
    const browser = openBrowser(world.app)
    await world.truth('delete from sign_in_tries')
    await signIn(browser, 'projectLeader')
    const personId = world.as('projectLeader').personId
    const first = async () => (await browser.get(paths.signIn(here))).headers.get('location')
    assert.equal(await first(), paths.figures(here))
    await world.truth('update memberships set valid_until = current_date - 1 where person_id = $1', [personId])
    assert.equal(await first(), paths.more(here))
    await world.truth('update accounts set closed_at = now() where person_id = $1', [personId])
    assert.equal((await browser.post(paths.stay(here))).status, 401)
    await world.truth('update accounts set closed_at = null where person_id = $1', [personId])
    await world.truth('update memberships set valid_until = null where person_id = $1', [personId])
  })
})

describe('the cookies', () => {
  it('go on plain http only where nobody else hears them, and are never for scripts', async () => {
    const lines = (await signIn(openBrowser(world.app), 'leader')).headers.getSetCookie()
    assert.match(lines[0] ?? '', /^brobygger-device=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/)
    assert.match(lines[1] ?? '', /^brobygger=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  it('are bound to the host when the house is reached by https', async () => {
    const config = { ...world.house.config, baseUrl: 'https://bro.example' }
    const lines = (await signIn(openBrowser(createApp({ ...world.house, config })), 'leader')).headers.getSetCookie()
    assert.match(
      lines[0] ?? '',
      /^__Host-brobygger-device=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    assert.match(lines[1] ?? '', /^__Host-brobygger=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  it('come with a warning where they travel in the clear', async () => {
    const config = readConfig({ BASE_URL: 'http://bro.example', INSECURE_HTTP: 'on' })
    const app = createApp({ ...world.house, config })
    assert.ok((await (await openBrowser(app).get(paths.signIn(here))).text()).includes(texts.insecure))
    assert.ok(!(await (await openBrowser(world.app).get(paths.signIn(here))).text()).includes(texts.insecure))
  })
})

describe('a demo', () => {
  it('shows its sign-ins and takes them without a second factor, but only where demo sign-ins work', async () => {
    await world.truth('update municipalities set demo = true where id = $1', [there.id])
    await world.truth('update accounts set password_hash = $2, closed_at = null where municipality_id = $1', [
      there.id,
      await hashPassword(demoPassword),
    ])
    const shown = createApp({ ...world.house, config: { ...world.house.config, demoSignIns: true } })
    const hidden = createApp({ ...world.house, config: { ...world.house.config, demoSignIns: false } })
    const form = { email: emailOf('worker', there), password: demoPassword }
    const list = await (await openBrowser(shown).get(paths.signIn(there))).text()
    for (const role of roles) assert.ok(list.includes(roleWords[role]), role)
    assert.equal((await openBrowser(shown).post(paths.signIn(there), form)).headers.get('location'), paths.today(there))
    const page = await (await openBrowser(hidden).get(paths.signIn(there))).text()
    assert.ok(!page.includes('derby.example') && !page.includes(demoPassword))
    const refused = await openBrowser(hidden).post(paths.signIn(there), form)
    assert.equal(refused.status, 422)
    assert.ok((await refused.text()).includes(texts.wrong))
    const real = await openBrowser(shown).get(paths.signIn(here))
    assert.ok(!(await real.text()).includes(demoPassword))
  })
})
