import { Server } from 'node:http'
import { createServer } from 'node:net'
import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { openHouse } from './house.ts'
import type { OpenHouse } from './house.ts'
import { claimDataDir } from './platform/data-dir.ts'
import { watchLauncher } from './platform/launcher.ts'
import { startJobs } from './jobs.ts'

/** Config → database → migrate → serve → stop cleanly. `greet` runs when the door is open. */
export async function main(asked: Config, greet: (house: OpenHouse, address: string) => Promise<void>): Promise<void> {
  const config = asked.port === 0 ? await withFreePort(asked) : asked
  const claim = claimDataDir(config.dataDir, { url: config.baseUrl })
  const tell = (line: string) => console.log(line)
  const house = await openHouse(config, tell)
  const jobs = house.ownerUrl === undefined ? undefined : startJobs(house, house.ownerUrl)
  const app = createApp({ ...house, jobs })
  const server = await listening(app.fetch, config)
  let stopping = false

  async function stop(): Promise<void> {
    if (stopping) return
    stopping = true
    // Whoever is being answered gets their answer; open streams are let go.
    const closed = new Promise<void>(resolve => server.close(() => resolve()))
    server.closeIdleConnections()
    await Promise.race([closed, new Promise(resolve => setTimeout(resolve, 1_500))])
    server.closeAllConnections()
    await jobs?.stop()
    await house.close()
    claim.release()
    process.exit(0)
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
  watchLauncher(() => void stop())
  await greet(house, config.baseUrl)
  await jobs?.started
}

async function listening(fetch: (request: Request) => Response | Promise<Response>, config: Config): Promise<Server> {
  return await new Promise((resolve, reject) => {
    const server = serve({ fetch, port: config.port, hostname: config.host }, () =>
      server instanceof Server ? resolve(server) : reject(new Error('not an HTTP/1 server')),
    )
    server.on('error', reject)
  })
}

// Links and posters carry the address, so it has to be known before anything is made.
async function withFreePort(config: Config): Promise<Config> {
  const port = await new Promise<number>(resolve => {
    const probe = createServer().listen(0, config.host, () => {
      const bound = probe.address()
      probe.close(() => resolve(typeof bound === 'object' && bound !== null ? bound.port : 0))
    })
  })
  return { ...config, port, baseUrl: config.baseUrl.replace(/:0$/, `:${port}`) }
}
