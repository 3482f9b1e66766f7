// Takes the pictures in docs/pictures of the real server with the demo, on a Tuesday at 10.40:
//   npm run pictures [-- part of a name …]
// A page that is not there is said and skipped.

import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { demoPassword } from '../src/features/sign-in/rules.ts'
import { paths } from '../src/paths.ts'
import { addDays, atTime, clock, readNow, today, weekdayOf } from '../src/platform/time.ts'
import type { Day } from '../src/platform/time.ts'
import { findChromium } from '../test/chromium.ts'
import { smallPng } from './small-png.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'docs/pictures')
const here = { slug: 'haderby' }
const widths = { phone: 390, desktop: 1280 } as const
const heaviest = 300_000
// Of poppler-utils; without it the poster is skipped.
const posterDrawer = 'pdftoppm'

interface Picture {
  name: string
  who?: string
  path: string
  /** What is done on the page before the picture is taken. */
  act?: (page: Page) => Promise<void>
  expect?: number
}

const registrations = join(root, 'test/fixtures/registreringer.csv')
const pictures: Picture[] = [
  { name: '01-board', path: paths.board(here) },
  { name: '03-today', who: 'mette.lund', path: paths.today(here) },
  { name: '04-record', who: 'mette.lund', path: paths.recordContact(here), act: fillContact },
  { name: '04-record-saved', who: 'mette.lund', path: paths.recordContact(here), act: saveContact },
  { name: '05-import', who: 'asger.dahl', path: paths.imports(here) },
  { name: '06-import-preview', who: 'asger.dahl', path: paths.imports(here), act: upload },
  { name: '07-figures', who: 'grete.vang', path: paths.figures(here) },
  { name: '08-sign-in', path: paths.signIn(here) },
  { name: '09-not-there', path: '/haderby/intet', expect: 404 },
  { name: '10-citizen', who: 'omar.yildiz', path: paths.citizens(here), act: open('Viggo') },
  { name: '11-consents', who: 'omar.yildiz', path: paths.citizens(here), act: open('Viggo', 'Se hvem og hvad') },
  { name: '12-plan', who: 'omar.yildiz', path: paths.citizens(here), act: open('Viggo', 'Se hele planen') },
  { name: '13-promises', who: 'omar.yildiz', path: paths.citizens(here), act: open('Viggo', 'Det har vi lovet') },
  { name: '14-looked', who: 'omar.yildiz', path: paths.citizens(here), act: open('Viggo', 'Hvem har kigget') },
]

const chosen = process.argv.slice(2)
const isChosen = (name: string): boolean => chosen.length === 0 || chosen.some(part => name.includes(part))
const dataDir = mkdtempSync(join(tmpdir(), 'brobygger-pictures-'))
const server = await startServer()
const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] })
mkdirSync(folder, { recursive: true })
try {
  for (const picture of pictures.filter(({ name }) => isChosen(name))) {
    for (const [device, width] of Object.entries(widths)) await take(browser, picture, { device, width })
  }
  if (isChosen('02-poster')) await takePoster()
} finally {
  await browser.close()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

async function take(browser: Browser, picture: Picture, at: { device: string; width: number }): Promise<void> {
  const file = `${picture.name}-${at.device}.png`
  const page = await browser.newPage({
    baseURL: server.address,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: { width: at.width, height: 900 },
  })
  page.setDefaultTimeout(10_000)
  // That the page itself is not there is no surprise; that something of it is not there would be.
  page.on('console', message => {
    const isPage = message.location().url === page.url() || page.url() === 'about:blank'
    if (message.type() === 'error' && !isPage) console.log(`${file}: the page says ${message.text()}`)
  })
  page.on('pageerror', error => console.log(`${file}: the page fails with ${error.message}`))
  try {
    if (picture.who) await signIn(page, picture.who)
    const answer = await page.goto(picture.path)
    const status = answer?.status() ?? 0
    if (status !== (picture.expect ?? 200)) throw new Error(`the answer is ${status}`)
    await picture.act?.(page)
    await shoot(page, file, at.width)
  } catch (error) {
    console.log(`${file}: skipped, ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`)
  } finally {
    await page.close()
  }
}

/** The window is made as high as the page first, so that what is docked at the bottom stands there. */
async function shoot(page: Page, file: string, width: number): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height: Math.max(height, 600) })
  await page.evaluate(() => window.scrollTo(0, 0))
  keep(file, await page.screenshot({ animations: 'disabled' }))
}

function keep(file: string, png: Buffer): void {
  const small = smallPng(png)
  writeFileSync(join(folder, file), small)
  console.log(`${file}: ${Math.round(small.length / 1024)} KiB${small.length > heaviest ? ', which is too heavy' : ''}`)
}

async function signIn(page: Page, who: string): Promise<void> {
  await page.goto(paths.signIn(here))
  await page.fill('input[name=email]', `${who}@haderby.example`)
  await page.fill('input[name=password]', demoPassword)
  await page
    .locator('form', { has: page.locator('input[name=password]:visible') })
    .locator('button')
    .first()
    .click()
  await page.waitForURL(url => !url.pathname.endsWith('/sign-in'))
}

/** Nobody's number stands in a picture's address: one goes by the words. */
function open(...links: string[]): (page: Page) => Promise<void> {
  return async page => {
    for (const link of links) {
      const before = page.url()
      await page.getByRole('link', { name: link }).first().click()
      await page.waitForURL(url => url.toString() !== before)
    }
  }
}

async function fillContact(page: Page): Promise<void> {
  const taps = [
    'minutes=30',
    'topics=economyAndHousing',
    'topics=mentalHealth',
    'help=1',
    'help=3',
    'nextWhen=tomorrow',
  ]
  await page.fill('input[name=nextThing]', 'Find skemaet til boligstøtte')
  for (const tap of taps) {
    const [name, value] = tap.split('=')
    // The boxes are drawn over; their labels are what one taps.
    await page.locator(`input[name="${name}"][value="${value}"]`).evaluate(box => {
      if (box instanceof HTMLInputElement) box.labels?.[0]?.click()
    })
  }
  await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined))
}

async function saveContact(page: Page): Promise<void> {
  await fillContact(page)
  await page.getByRole('button', { name: /^Gem/ }).first().click()
  await page.waitForURL(/saved/)
}

async function upload(page: Page): Promise<void> {
  const input = page.locator('input[type=file]').first()
  await input.setInputFiles(registrations)
  const before = page.url()
  await page
    .locator('form', { has: page.locator('input[type=file]') })
    .first()
    .locator('button')
    .last()
    .click()
  await page.waitForURL(url => url.toString() !== before)
  await page.waitForLoadState('networkidle')
}

async function takePoster(): Promise<void> {
  const answer = await fetch(server.address + paths.centrePoster(here, 'fyrskuret', 'a3'))
  if (!answer.ok) return console.log(`02-poster.png: skipped, the answer is ${answer.status}`)
  const pdf = join(dataDir, 'poster.pdf')
  writeFileSync(pdf, Buffer.from(await answer.arrayBuffer()))
  const to = join(dataDir, 'poster')
  const { status } = spawnSync(posterDrawer, ['-png', '-r', '72', '-f', '1', '-l', '1', '-singlefile', pdf, to])
  if (status === 0) keep('02-poster.png', readFileSync(`${to}.png`))
  else console.log('02-poster.png: skipped, pdftoppm could not draw it')
}

async function startServer(): Promise<{ address: string; stop(): Promise<void> }> {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(await freePort()), PICTURE_TIME: pictureTime() }
  const args = ['--import', join(root, 'e2e/picture-clock.ts'), join(root, 'src/cli.ts'), 'start']
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  for await (const line of createInterface({ input: child.stdout })) {
    const address = / is ready at (\S+)/.exec(line)?.[1]
    if (address === undefined) continue
    child.stdout.resume()
    return {
      address,
      async stop() {
        child.kill('SIGTERM')
        await ended
      },
    }
  }
  throw new Error('The server ended before it was ready.')
}

/** The usual one when it is free: the poster shows the address. */
async function freePort(): Promise<number> {
  const free = (port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const probe = createServer().once('error', reject)
      probe.listen(port, '127.0.0.1', () => {
        const bound = probe.address()
        probe.close(() => resolve(typeof bound === 'object' && bound ? bound.port : port))
      })
    })
  return await free(3000).catch(() => free(0))
}

function pictureTime(): string {
  return String(atTime(tuesday(today(readNow())), clock('10:40')))
}

function tuesday(day: Day): Day {
  return weekdayOf(day) === 2 ? day : tuesday(addDays(day, 1))
}
