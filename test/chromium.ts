import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright-core'

const onMachine = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** A Chromium for the browser tests: the one of the machine, else Playwright's, else Debian's when we may install it. */
export function findChromium(): Promise<string> {
  return (found ??= Promise.resolve(find()))
}

let found: Promise<string> | undefined

function find(): string {
  const named = process.env.CHROMIUM
  if (named) {
    if (isExecutable(named)) return named
    throw new Error(`CHROMIUM names ${named}, which cannot be run.`)
  }
  const ready = () => [...onMachine, chromium.executablePath()].find(isExecutable)
  const file = ready() ?? (installPlaywrights() ? ready() : undefined) ?? (installDebians() ? ready() : undefined)
  if (file) return file
  throw new Error('The browser tests need a Chromium, and none could be installed: name one with CHROMIUM=/path/to/it.')
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function installPlaywrights(): boolean {
  const tool = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  return run(process.execPath, [tool, 'install', 'chromium'])
}

function installDebians(): boolean {
  if (process.getuid?.() !== 0) return false
  return (
    run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  )
}

function run(command: string, args: string[]): boolean {
  console.error(`${command} ${args.join(' ')} …`)
  // Standard output belongs to the tests.
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    timeout: 10 * 60_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}
