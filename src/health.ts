import { Hono } from 'hono'
import type { House } from './features/routing.ts'
import { migrationNames } from './platform/migrate.ts'

/** `/healthz`: the process answers. `/readyz`: database, migrations and jobs are as they should be. */
export function health({ db, jobs }: House): Hono {
  return new Hono()
    .get('/healthz', c => c.json({ ok: true, pid: process.pid }))
    .get('/readyz', async c => {
      const done = await db.call<{ name: string }>('migrations_done', []).catch(() => undefined)
      const state = {
        database: done !== undefined,
        migrations: done !== undefined && migrationNames().every(name => done.some(row => row.name === name)),
        // Without the owner's login the jobs run in another process, and this one cannot tell.
        jobs: jobs === undefined ? 'elsewhere' : jobs.state(),
      }
      const ok = state.database && state.migrations && state.jobs !== false
      return c.json({ ok, ...state }, ok ? 200 : 503)
    })
}
