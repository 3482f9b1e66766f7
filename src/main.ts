import { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { openHouse } from './house.ts'
import type { OpenHouse } from './house.ts'
import { claimDataDir } from './platform/data-dir.ts'
import { watchLauncher } from './platform/launcher.ts'
import { startJobs } from './jobs.ts'

/** Config → database → migrate → serve → stop cleanly. `greet` runs when the door is open. */
export async function main(config: Config, greet: (house: OpenHouse, address: string) => Promise<void>): Promise<void> {
  const claim = claimDataDir(config.dataDir, { url: config.baseUrl })
  const tell = (line: string) => console.log(line)
  const house = await openHouse(config, tell)
  const jobs = house.ownerUrl === undefined ? undefined : await startJobs(house, house.ownerUrl)
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
  await greet(house, addressOf(server, config))
}

async function listening(fetch: (request: Request) => Response | Promise<Response>, config: Config): Promise<Server> {
  return await new Promise((resolve, reject) => {
    const server = serve({ fetch, port: config.port, hostname: config.host }, () =>
      server instanceof Server ? resolve(server) : reject(new Error('not an HTTP/1 server')),
    )
    server.on('error', reject)
  })
}

function addressOf(server: Server, config: Config): string {
  const bound = server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : config.port
  return config.port === 0 ? `http://${config.host}:${port}` : config.baseUrl
}
