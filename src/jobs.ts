import { setTimeout as sleep } from 'node:timers/promises'
import type { LogFunctionFactory, TaskList } from 'graphile-worker'
import { packEverywhere } from './features/evaluation/commands.ts'
import { sweepUploads } from './features/imports/waiting-files.ts'
import { deliver } from './features/outbox/commands.ts'
import { runRetention } from './features/retention/commands.ts'
import type { House } from './features/routing.ts'
import { cleanSignIn } from './features/sign-in/commands.ts'
import { isDatabaseAway } from './platform/errors.ts'
import { isId } from './platform/id.ts'
import { lastingPool } from './platform/pool.ts'
import { startSealing } from './platform/seal.ts'
import { readNow, today } from './platform/time.ts'

/** The jobs of this process. */
export interface Jobs {
  /** Whether they run. The queue starts when the door is open already. */
  state(): 'starting' | boolean
  /** Fails when the queue cannot start. */
  started: Promise<void>
  stop(): Promise<void>
}

/** What runs by itself: the sealing of the access log, and, a moment later, the tasks of the queue. */
export function startJobs(house: House, ownerUrl: string): Jobs {
  const sealing = startSealing(house.db, house.keys)
  const stopping = new AbortController()
  let isStarting = true
  // Loading the queue takes a while: whoever waits at the door is let in first.
  const queue = sleep(100, undefined, { signal: stopping.signal }).then(
    async () => await startQueue(house, ownerUrl, stopping.signal),
    () => undefined,
  )
  const started = queue.then(() => void (isStarting = false))
  // It is told to who waits for `started`; nobody else may fall over it.
  started.catch(() => undefined)
  return {
    state: () => sealing.alive() && (!isStarting || 'starting'),
    started,
    async stop() {
      stopping.abort()
      await sealing.stop()
      const stopQueue = await queue.catch(() => undefined)
      await stopQueue?.()
    },
  }
}

/** A database that goes away just now is waited for, as every request does; whatever else is wrong ends the start. */
async function startQueue(house: House, ownerUrl: string, stopping: AbortSignal): Promise<StopQueue | undefined> {
  while (!stopping.aborted) {
    try {
      return await runQueue(house, ownerUrl)
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      await sleep(300)
    }
  }
  return undefined
}

type StopQueue = () => Promise<void>

// The queue stops hearing of its own pool before that is closed, and the process would fall over a database that stops
// at the same moment: the pool is ours, and closed by us.
async function runQueue(house: House, ownerUrl: string): Promise<StopQueue> {
  const { Logger, run } = await import('graphile-worker')
  const pool = lastingPool({ connectionString: ownerUrl, max: 10 })
  try {
    const runner = await run({
      pgPool: pool,
      concurrency: 2,
      noHandleSignals: true,
      pollInterval: 2_000,
      taskList: tasks(house),
      crontab: '23 * * * * clean-sign-in\n* * * * * pack-figures\n* * * * * sweep-uploads\n17 2 * * * follow-retention',
      logger: new Logger(quiet),
    })
    return async () => {
      // It refuses when it has stopped by itself, because the database was gone.
      await runner.stop().catch(() => undefined)
      await closed(pool)
    }
  } catch (error) {
    await closed(pool)
    throw error
  }
}

/** A connection that the queue has lost sight of holds up no stop. */
async function closed(pool: ReturnType<typeof lastingPool>): Promise<void> {
  await Promise.race([pool.end(), sleep(1_000, undefined, { ref: false })])
}

function tasks(house: House): TaskList {
  return {
    // The queue says with this that it is alive; `/readyz` asks for it.
    heartbeat: async () => undefined,
    'send-outbox': async payload => await deliver(house, messageOf(payload)),
    'pack-figures': async () => await packEverywhere(house.db, today(readNow())),
    // A process that ended while files waited leaves them to the next.
    'sweep-uploads': async () => await sweepUploads(house.config, Date.now()),
    'follow-retention': async () => await runRetention(house, today(readNow())),
    'clean-sign-in': async () => await cleanSignIn(house),
  }
}

function messageOf(payload: unknown): { municipalityId: string; messageId: string } {
  const { municipalityId, messageId } = Object(payload)
  if (!isId(municipalityId) || !isId(messageId)) throw new Error('a message is named by two ids')
  return { municipalityId, messageId }
}

// A job's payload is ids; its errors are told by name alone.
const quiet: LogFunctionFactory = () => (level: string, message) => {
  if (level === 'error') console.error(JSON.stringify({ job: message.slice(0, 80) }))
}
