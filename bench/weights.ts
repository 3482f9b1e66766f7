import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { paths } from '../src/paths.ts'
import { findChromium } from '../test/chromium.ts'
import type { Stage } from './stage.ts'
import { spreadOf, spreadText } from './table.ts'
import type { Figure } from './table.ts'

/** What a page weighs as it goes over the wire, with its styles and fonts, and how soon it is there on a slow phone. */
export async function weights(stage: Stage): Promise<Figure[]> {
  const { town, served } = stage
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] })
  const at = (path: string) => `http://127.0.0.1:${served.port}${path}`
  try {
    const figures = await boardFigures(browser, at(paths.board(town)))
    const staff: [string, string, string][] = [
      ['Today', paths.today(town), town.jobcentre.cookie],
      ['record a contact', paths.recordContact(town), town.jobcentre.cookie],
      ['list of contacts', paths.contacts(town), town.jobcentre.cookie],
      ['figures', paths.figures(town), town.leader.cookie],
    ]
    for (const [name, path, cookie] of staff)
      figures.push(...(await staffFigures(browser, { name, url: at(path), cookie })))
    return figures
  } finally {
    await browser.close()
  }
}

async function boardFigures(browser: Browser, url: string): Promise<Figure[]> {
  const context = await phone(browser, { url })
  const [first, again] = [await weigh(context, url), await weigh(context, url)]
  await context.close()
  return [
    weightOf('board, first load', first.all, 60),
    weightOf('board, after', again.all, 14),
    await slowPhone(browser, { name: 'board', url, most: 800 }),
  ]
}

async function staffFigures(browser: Browser, staff: Staff): Promise<Figure[]> {
  const { name, url } = staff
  const context = await phone(browser, staff)
  const first = await weigh(context, url)
  await context.close()
  return [
    weightOf(`${name}, first load`, first.all, 100),
    weightOf(`${name}, script`, first.script, 50),
    await slowPhone(browser, { ...staff, most: 1_500 }),
  ]
}

/** The largest contentful paint with 1.6 Mbit/s, 150 ms and a processor four times as slow, each time with nothing kept. */
async function slowPhone(browser: Browser, at: Opened & { name: string; most: number }): Promise<Figure> {
  const { most } = at
  const took: number[] = []
  for (let round = 0; round < 5; round++) {
    const context = await phone(browser, at)
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 1_600_000 / 8,
      uploadThroughput: 750_000 / 8,
    })
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await opened(page, at.url)
    took.push(await page.evaluate(largestPaint))
    await context.close()
  }
  const spread = spreadOf(took)
  return {
    name: `${at.name}, LCP on a slow phone`,
    product: `${spreadText(spread, 0)} ms`,
    target: `≤ ${most} ms`,
    met: spread.median <= most,
  }
}

async function weigh(context: BrowserContext, url: string): Promise<{ all: number; script: number }> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  const types = new Map<string, string>()
  const weight = { all: 0, script: 0 }
  session.on('Network.responseReceived', event => types.set(event.requestId, event.type))
  session.on('Network.loadingFinished', event => {
    weight.all += event.encodedDataLength
    if (types.get(event.requestId) === 'Script') weight.script += event.encodedDataLength
  })
  await opened(page, url)
  await page.close()
  return weight
}

// The board keeps a stream open, so that the network never falls silent.
async function opened(page: Page, url: string): Promise<void> {
  const answer = await page.goto(url, { waitUntil: 'load' })
  if (answer?.status() !== 200) throw new Error(`${url} answers ${answer?.status()}`)
  await page.waitForTimeout(1_000)
}

async function phone(browser: Browser, { url, cookie }: Opened): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 })
  const [name = '', value = ''] = cookie?.split('=') ?? []
  if (cookie !== undefined) await context.addCookies([{ name, value, url: new URL(url).origin }])
  return context
}

function largestPaint(): Promise<number> {
  return new Promise(resolve => {
    new PerformanceObserver(list => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    })
  })
}

function weightOf(name: string, bytes: number, most: number): Figure {
  const kib = bytes / 1_024
  return { name, product: `${kib.toFixed(1)} KiB`, target: `≤ ${most} KiB`, met: kib <= most }
}

interface Opened {
  url: string
  cookie?: string
}

interface Staff extends Opened {
  name: string
}
