import { Logger, run } from 'graphile-worker'
import type { TaskList } from 'graphile-worker'
import type { House } from './features/routing.ts'
import { startSealing } from './platform/seal.ts'

/** What runs by itself: the sealing of the access log, and the tasks of the queue. */
export async function startJobs(house: House, ownerUrl: string): Promise<{ alive(): boolean; stop(): Promise<void> }> {
  const sealing = startSealing(house.db, house.keys)
  const runner = await run({
    connectionString: ownerUrl,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2_000,
    taskList: tasks(house),
    crontab: '',
    logger: quietLogger(),
  })
  return {
    alive: () => sealing.alive(),
    async stop() {
      await sealing.stop()
      await runner.stop()
    },
  }
}

function tasks(_house: House): TaskList {
  return {
    // The queue says with this that it is alive; `/readyz` asks for it.
    heartbeat: async () => undefined,
  }
}

// A job's payload is ids; its errors are told by name alone.
function quietLogger(): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') console.error(JSON.stringify({ job: message.slice(0, 80) }))
  })
}
