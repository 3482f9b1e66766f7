import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { findChromium } from '../test/chromium.ts'
import type { World } from '../test/world.ts'

export const phone = { width: 390, height: 844 }
export const desktop = { width: 1280, height: 900 }

export interface House {
  url: string
  browser: Browser
  /** A browser of somebody's own; without a cookie, a visitor's. */
  as(
    cookie: string | undefined,
    options?: { viewport?: { width: number; height: number }; javaScriptEnabled?: boolean },
  ): Promise<BrowserContext>
  close(): Promise<void>
}

/** The world's app behind a real socket, and a real Chromium before it. */
export async function openHouse(world: World): Promise<House> {
  const server = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>(resolve => (server.listening ? resolve() : server.once('listening', () => resolve())))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ]
  const browser = await chromium.launch({ executablePath: await findChromium(), args })
  return {
    url,
    browser,
    async as(cookie, options = {}) {
      const context = await browser.newContext({
        viewport: desktop,
        locale: 'da-DK',
        timezoneId: 'Europe/Copenhagen',
        ...options,
      })
      const [name = '', value = ''] = (cookie ?? '').split('=')
      if (cookie !== undefined) await context.addCookies([{ name, value, url }])
      return context
    },
    async close() {
      await browser.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

const axe = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')

/** What axe finds by the rules of WCAG 2.2 AA and its best practices, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  const found = await page.evaluate(async source => {
    // The page's own policy refuses foreign scripts; the inspector's evaluation is not the page's.
    const run = new Function(
      `${source}; return axe.run(document, { runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] })`,
    )
    const { violations } = (await run()) as {
      violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[]
    }
    return violations.flatMap(violation =>
      violation.nodes.map(node => `${violation.id} at ${node.target.join(' ')}: ${node.failureSummary}`),
    )
  }, axe)
  return found
}

/** Whether the page can be scrolled sideways. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
}
