import { Logger, run } from 'graphile-worker'
import type { TaskList } from 'graphile-worker'
import { packEverywhere } from './features/evaluation/commands.ts'
import { sweepUploads } from './features/imports/waiting-files.ts'
import { deliver } from './features/outbox/commands.ts'
import { runRetention } from './features/retention/commands.ts'
import type { House } from './features/routing.ts'
import { cleanSignIn } from './features/sign-in/commands.ts'
import { isId } from './platform/id.ts'
import { startSealing } from './platform/seal.ts'
import { readNow, today } from './platform/time.ts'

/** What runs by itself: the sealing of the access log, and the tasks of the queue. */
export async function startJobs(house: House, ownerUrl: string): Promise<{ alive(): boolean; stop(): Promise<void> }> {
  const sealing = startSealing(house.db, house.keys)
  const runner = await run({
    connectionString: ownerUrl,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2_000,
    taskList: tasks(house),
    crontab: '23 * * * * clean-sign-in\n* * * * * pack-figures\n* * * * * sweep-uploads\n17 2 * * * follow-retention',
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

function tasks(house: House): TaskList {
  return {
    // The queue says with this that it is alive; `/readyz` asks for it.
    heartbeat: async () => undefined,
    'send-outbox': async payload => await deliver(house, messageOf(payload)),
    'pack-figures': async () => await packEverywhere(house.db, today(readNow())),
    // A process that ended while files waited leaves them to the next.
    'sweep-uploads': async () => await sweepUploads(house.config, Date.now()),
    'follow-retention': async () => await runRetention(house.db, today(readNow())),
    'clean-sign-in': async () => await cleanSignIn(house),
  }
}

function messageOf(payload: unknown): { municipalityId: string; messageId: string } {
  const { municipalityId, messageId } = Object(payload)
  if (!isId(municipalityId) || !isId(messageId)) throw new Error('a message is named by two ids')
  return { municipalityId, messageId }
}

// A job's payload is ids; its errors are told by name alone.
function quietLogger(): Logger {
  return new Logger(() => (level: string, message) => {
    if (level === 'error') console.error(JSON.stringify({ job: message.slice(0, 80) }))
  })
}
