import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { openWorld } from '../../test/world.ts'
import { sealLog } from '../platform/seal.ts'

const world = await openWorld()
const { db, keys, config } = world.house
const { here } = world
const file = join(config.dataDir, 'checkpoint.json')

function log(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/cli.ts', 'log', ...args],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        DATABASE_URL: world.appUrl,
        MIGRATION_DATABASE_URL: world.ownerUrl,
        DATA_DIR: config.dataDir,
        KEYS_DIR: config.keysDir,
      },
    },
  )
  return { status, stdout, stderr }
}

describe('log verify and log checkpoint', () => {
  it('say that all is as it was sealed, and how far', async () => {
    for (let batch = 0; batch < 2; batch++) {
      await db.read(world.as('worker').asker, 'contacts.list', async () => ({
        value: undefined,
        about: [{ subject: 'contact', id: here.id, partyId: here.parties.jobcentre }],
      }))
      await sealLog(db, keys, here.id)
    }
    const checkpoint = log('checkpoint')
    assert.equal(checkpoint.status, 0, checkpoint.stderr)
    writeFileSync(file, checkpoint.stdout)
    const verified = log('verify', '--municipality', here.slug, '--checkpoint', file)
    assert.equal(verified.status, 0, verified.stderr)
    assert.match(verified.stdout, /^herby: as sealed \(1 months, 2 batches, 2 lines\)\n$/)
  })

  it('say in which month and batch something was changed, and end with 2', async () => {
    await world.truth(`update access_log_subjects set owner_party_id = gen_random_uuid() where municipality_id = $1`, [
      here.id,
    ])
    const verified = log('verify')
    assert.equal(verified.status, 2, verified.stderr)
    assert.match(verified.stdout, /^herby \d{4}-\d\d batch 2: whom a line is about was changed$/m)
    assert.match(verified.stdout, /^derby: as sealed/m)
    assert.ok(!verified.stdout.includes(here.parties.jobcentre))
  })

  it('end with 1 when they cannot do what was asked', () => {
    writeFileSync(join(config.dataDir, 'no.json'), '{"municipalities": 1}')
    for (const args of [
      ['verify', '--municipality', 'ingenby'],
      ['verify', '--checkpoint', join(config.dataDir, 'no.json')],
      ['verify', '--checkpoint', join(config.dataDir, 'nothing.json')],
      ['verify', '--deleted-before', '30-02-2026'],
      ['verify', '--unknown'],
      ['seal'],
    ]) {
      assert.equal(log(...args).status, 1, args.join(' '))
    }
    assert.equal(log('--help').status, 0)
  })
})
