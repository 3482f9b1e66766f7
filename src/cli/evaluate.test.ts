import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openWorld } from '../../test/world.ts'
import { newId } from '../platform/id.ts'

const world = await openWorld()
const { here } = world
const days = ['--from', '01-01-2026', '--to', '2026-01-31']

describe('brobygger evaluate', () => {
  it('prints JSON with small numbers held back, and all of them with --raw', async () => {
    const at = {
      municipality_id: here.id,
      owner_party_id: here.parties.jobcentre,
      worker_id: here.people.worker.personId,
    }
    const what = { effort: 'casework', kind: 'walkIn', venue: 'centre', outcome: 'held', day: '2026-01-05' }
    await world.house.db.write({ municipalityId: here.id, personId: null }, 'operator.set-up', tx =>
      tx
        .insertInto('contacts')
        .values({ ...at, ...what, id: newId() })
        .execute(),
    )
    const shown = await evaluate('--municipality', here.slug, ...days)
    assert.equal(shown.code, 0)
    assert.deepEqual(JSON.parse(shown.out).contacts, { suppressed: true })
    const raw = await evaluate('--municipality', here.slug, ...days, '--raw')
    assert.deepEqual([JSON.parse(raw.out).contacts, JSON.parse(raw.out).from], [1, '2026-01-01'])
  })

  it('refuses input that is wrong with one sentence and exit code 2', async () => {
    const wrong: [string[], RegExp][] = [
      [days, /--municipality is missing/],
      [['--municipality', 'nowhere', ...days], /no municipality at "nowhere"/],
      [['--municipality', here.slug, '--from', '30-02-2026', '--to', '2026-03-01'], /--from 30-02-2026/],
      [['--municipality', here.slug, '--from', '2026-02-01', '--to', '2026-01-01'], /--to is before --from/],
      [['--municipality', here.slug, ...days, '--row'], /--row/],
    ]
    for (const [args, sentence] of wrong) {
      const { code, out, err } = await evaluate(...args)
      assert.deepEqual([code, out], [2, ''])
      assert.match(err, sentence)
    }
  })
})

async function evaluate(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const cli = fileURLToPath(new URL('../cli.ts', import.meta.url))
  const { config } = world.house
  const env = {
    ...process.env,
    DATABASE_URL: world.appUrl,
    MIGRATION_DATABASE_URL: world.ownerUrl,
    DATA_DIR: config.dataDir,
    KEYS_DIR: config.keysDir,
    DEMO: 'off',
  }
  const child = spawn(process.execPath, [cli, 'evaluate', ...args], { env })
  let [out, err] = ['', '']
  child.stdout.on('data', part => (out += part))
  child.stderr.on('data', part => (err += part))
  const code = await new Promise<number | null>(resolve => void child.on('close', resolve))
  return { code, out, err }
}
