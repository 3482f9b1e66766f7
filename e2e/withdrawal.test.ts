import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { after, describe, it } from 'node:test'
import { paths } from '../src/paths.ts'
import { newId } from '../src/platform/id.ts'
import { addDays, formatDayField, readNow, today } from '../src/platform/time.ts'
import { closedTexts } from '../src/features/consents/texts.da.ts'
import { visitTexts } from '../src/features/helpers/texts.da.ts'
import { openWorld } from '../test/world.ts'
import type { Guest } from '../test/world.ts'
import { axeFindings, openHouse, phone } from './browser.ts'

const world = await openWorld()
const { here } = world
const { worker, socialWorker } = here.people
const house = await openHouse(world)
after(() => house.close())
const day = today(readNow())

/** A citizen of the job centre, open to the social services for two topics. */
async function shared(alias: string): Promise<{ citizen: string; consent: string }> {
  const [citizen, consent] = [newId(), newId()]
  await worker.post(paths.newCitizen(here), { id: citizen, alias })
  const form = {
    id: consent,
    receiver: here.parties.social,
    topics: ['work', 'health'],
    ground: 'disclose',
    from: formatDayField(day),
    until: formatDayField(addDays(day, 300)),
    how: 'oral',
  }
  assert.equal((await worker.post(paths.newConsent(here, citizen), form)).status, 303)
  return { citizen, consent }
}

/** The whole application as a process of its own, on the same database. */
async function secondProcess(): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await new Promise<number>(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as AddressInfo
      probe.close(() => resolve(free))
    })
  })
  const env = {
    ...process.env,
    DATABASE_URL: world.appUrl,
    MIGRATION_DATABASE_URL: world.ownerUrl,
    DATA_DIR: world.house.config.dataDir,
    PORT: String(port),
    DEMO: 'off',
  }
  const child = spawn(process.execPath, [fileURLToPath(new URL('../src/cli.ts', import.meta.url)), 'start'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.includes(' is ready at ')) continue
    child.stdout.resume()
    return { url: `http://127.0.0.1:${port}`, stop }
  }
  throw new Error('the second process ended before it was ready')
}

const post = async (url: string, guest: Guest, path: string) =>
  await fetch(url + path, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(),
    headers: { cookie: guest.cookie, 'sec-fetch-site': 'same-origin' },
  })

describe('a yes that is taken back', () => {
  it('closes the page that another party has open, and leaves none of its words behind', async () => {
    const { citizen, consent } = await shared('Snurre-Sonja')
    const context = await house.as(socialWorker.cookie, { viewport: phone })
    const page = await context.newPage()
    await page.goto(`${house.url}${paths.consents(here, citizen)}`)
    assert.ok((await page.content()).includes('Snurre-Sonja'))
    await page.waitForTimeout(500)
    const started = performance.now()
    assert.equal((await worker.post(paths.withdrawConsent(here, citizen, consent))).status, 303)
    await page.getByRole('heading', { name: closedTexts.title }).waitFor({ timeout: 3_000 })
    console.log(`# closed after ${Math.round(performance.now() - started)} ms`)
    const left = await page.content()
    for (const word of ['Snurre-Sonja', 'Mette Prøve', 'Arbejde']) assert.ok(!left.includes(word), word)
    assert.equal(await page.title(), closedTexts.title)
    assert.deepEqual(await axeFindings(page), [])
    await context.close()
  })

  it('closes it too when the page lies behind another, and when it was opened from the memory of the browser', async () => {
    const { citizen, consent } = await shared('Bager-Bo')
    const context = await house.as(socialWorker.cookie)
    const page = await context.newPage()
    await page.goto(`${house.url}${paths.consents(here, citizen)}`)
    await page.waitForTimeout(300)
    await page.goto(`${house.url}${paths.board(here)}`)
    await worker.post(paths.withdrawConsent(here, citizen, consent))
    const answer = await page.goBack().catch(() => null)
    await page.waitForTimeout(1_000)
    assert.ok(answer === null || answer.status() === 404)
    assert.ok(!(await page.content()).includes('Bager-Bo'))
    await context.close()
  })

  it('takes what is narrowed out of an open page, and leaves the rest', async () => {
    const { citizen, consent } = await shared('Lange-Lis')
    const context = await house.as(socialWorker.cookie)
    const page = await context.newPage()
    await page.goto(`${house.url}${paths.consents(here, citizen)}`)
    await page.waitForTimeout(500)
    assert.equal(await page.locator('.door-open').count(), 2)
    const form = {
      id: newId(),
      receiver: here.parties.social,
      topics: ['work'],
      ground: 'disclose',
      from: formatDayField(day),
      until: formatDayField(addDays(day, 300)),
      how: 'oral',
    }
    assert.equal((await worker.post(paths.changeConsent(here, citizen, consent), form)).status, 303)
    await page.waitForFunction(() => document.querySelectorAll('.door-open').length === 1, undefined, {
      timeout: 3_000,
    })
    await context.close()
  })

  it('closes every window in which it is open, more than a browser has connections, and leaves room for the next', async () => {
    const { citizen, consent } = await shared('Mange-Maren')
    const context = await house.as(socialWorker.cookie)
    const windows = []
    for (let count = 0; count < 9; count++) {
      const page = await context.newPage()
      await page.goto(`${house.url}${paths.consents(here, citizen)}`, { timeout: 5_000 })
      windows.push(page)
    }
    // The window that listens for all goes, and the next one takes over.
    await windows.shift()?.close()
    await windows[0]?.waitForTimeout(1_500)
    assert.equal((await worker.post(paths.withdrawConsent(here, citizen, consent))).status, 303)
    for (const page of windows) {
      await page.getByRole('heading', { name: closedTexts.title }).waitFor({ timeout: 4_000 })
      assert.ok(!(await page.content()).includes('Mange-Maren'))
    }
    await context.close()
  })

  it('is refused on the very next request in another process, and closes the pages that are open there', async () => {
    const { citizen, consent } = await shared('Karla-Kringle')
    const second = await secondProcess()
    try {
      const context = await house.browser.newContext()
      const [name = '', value = ''] = socialWorker.cookie.split('=')
      await context.addCookies([{ name, value, url: second.url }])
      const page = await context.newPage()
      await page.goto(`${second.url}${paths.consents(here, citizen)}`)
      assert.ok((await page.content()).includes('Karla-Kringle'))
      await page.waitForTimeout(500)
      assert.equal((await worker.post(paths.withdrawConsent(here, citizen, consent))).status, 303)
      const next = await fetch(`${second.url}${paths.consents(here, citizen)}`, {
        headers: { cookie: socialWorker.cookie },
      })
      assert.equal(next.status, 404)
      await page.getByRole('heading', { name: closedTexts.title }).waitFor({ timeout: 3_000 })
      assert.ok(!(await page.content()).includes('Karla-Kringle'))
      await context.close()

      const other = await shared('Misse-Mie')
      assert.equal((await socialWorker.get(paths.consents(here, other.citizen))).status, 200)
      assert.equal(
        (await post(second.url, worker, paths.withdrawConsent(here, other.citizen, other.consent))).status,
        303,
      )
      assert.equal((await socialWorker.get(paths.consents(here, other.citizen))).status, 404)
    } finally {
      await second.stop()
    }
  })
})

describe('an hour behind broken glass', () => {
  it('ends for the page that is open, too', async () => {
    const [own, other] = [newId(), newId()]
    await worker.post(paths.newCitizen(here), { id: own, alias: 'Vores Vera' })
    await socialWorker.post(paths.newCitizen(here), { id: other, alias: 'Deres Vera' })
    await world.truth('update municipalities set breaks_glass = true where id = $1', [here.id])
    await world.truth(
      `insert into citizen_links (municipality_id, id, owner_party_id, citizen_id, other_party_id, other_citizen_id, made_by)
       values ($1, gen_random_uuid(), $2, $3, $4, $5, $6)`,
      [here.id, here.parties.jobcentre, own, here.parties.social, other, worker.personId],
    )
    await worker.post(paths.breakGlass(here, own), {
      id: newId(),
      ground: 'danger',
      reason: 'Der er fare for hendes liv',
    })
    await world.truth(
      `update glass_openings set until = now() + interval '4 seconds' where municipality_id = $1 and citizen_id = $2`,
      [here.id, own],
    )
    const context = await house.as(worker.cookie)
    const page = await context.newPage()
    await page.goto(`${house.url}${paths.citizen(here, other)}`)
    assert.ok((await page.content()).includes('Deres Vera'))
    await page.getByRole('heading', { name: closedTexts.title }).waitFor({ timeout: 8_000 })
    assert.ok(!(await page.content()).includes('Deres Vera'))
    await context.close()
  })
})

describe('a yes that runs out', () => {
  it('closes the page that is open at midnight, also on a laptop that slept', async () => {
    const { citizen, consent } = await shared('Midnats-Mie')
    const context = await house.as(socialWorker.cookie)
    const page = await context.newPage()
    await page.clock.install({ time: new Date() })
    await page.goto(`${house.url}${paths.consents(here, citizen)}`)
    assert.ok((await page.content()).includes('Midnats-Mie'))
    // It ran out in the database's silence: nothing is told to the page.
    await world.truth('alter table consents disable trigger consent_withdrawn')
    await world.truth(
      `update consents set valid_from = valid_from - 2, valid_until = valid_from - 1 where municipality_id = $1 and id = $2`,
      [here.id, consent],
    )
    await world.truth('alter table consents enable trigger consent_withdrawn')
    await page.clock.fastForward('00:10')
    assert.ok((await page.content()).includes('Midnats-Mie'), 'nobody asks before midnight')
    await page.clock.fastForward('24:00:10')
    await page.getByRole('heading', { name: closedTexts.title }).waitFor({ timeout: 5_000 })
    assert.ok(!(await page.content()).includes('Midnats-Mie'))
    await context.close()
  })

  it('leaves a page open whose yes goes on, with all that is shown', async () => {
    const { citizen } = await shared('Videre-Vivi')
    const context = await house.as(socialWorker.cookie)
    const page = await context.newPage()
    await page.clock.install({ time: new Date() })
    await page.goto(`${house.url}${paths.consents(here, citizen)}`)
    const asked = page.waitForResponse(answer => answer.url().endsWith(paths.consents(here, citizen)))
    await page.clock.fastForward('24:00:10')
    assert.equal((await asked).status(), 200)
    assert.ok((await page.content()).includes('Videre-Vivi'))
    await context.close()
  })
})

describe('what a helper from outside has open', () => {
  it('closes when it is taken back, and when the record is closed', async () => {
    for (const end of [
      (citizen: string, share: string) => worker.post(paths.withdrawHelper(here, citizen, share)),
      (citizen: string) =>
        worker.post(paths.citizenClose(here, citizen), { id: newId(), how: 'oral', ending: 'close' }),
    ]) {
      const [citizen, step, share] = [newId(), newId(), newId()]
      await worker.post(paths.newCitizen(here), { id: citizen, alias: 'Hjælpe-Hans', another: '1' })
      await worker.post(paths.newStep(here, citizen), { id: step, words: 'Samle mine regninger', whose: 'citizen' })
      const form = { id: share, helperKind: 'relative', helperName: 'Bente', things: `step ${step}` }
      const until = formatDayField(addDays(day, 30))
      const given = await (await worker.post(paths.newHelper(here, citizen), { ...form, until, email: '' })).text()
      const code = (/helper-code">\s*(\d{3}) (\d{3})/.exec(given) ?? []).slice(1).join('')
      const context = await house.as(undefined, { viewport: phone })
      const page = await context.newPage()
      await page.goto(`${house.url}${paths.helper(here)}#${/helper#([\w-]{43})/.exec(given)?.[1] ?? ''}`)
      await page.locator('input[name=code]').fill(code)
      await page.getByRole('button', { name: visitTexts.open }).click()
      await page.getByText('Samle mine regninger').waitFor()
      assert.deepEqual(await axeFindings(page), [])
      await page.waitForTimeout(500)
      assert.equal((await end(citizen, share)).status, 303)
      await page.getByRole('heading', { name: visitTexts.openTitle }).waitFor({ timeout: 4_000 })
      assert.ok(!(await page.content()).includes('regninger'))
      await context.close()
    }
  })
})
