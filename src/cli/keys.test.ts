import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { linkSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { findByNumber, numberKeys, readNumber, writeNumber } from '../features/citizens/number-commands.ts'
import { paths } from '../paths.ts'
import { newId } from '../platform/id.ts'
import { openWorld } from '../../test/world.ts'
import { connectClient } from '../platform/pool.ts'

const world = await openWorld()
const { here, house } = world
const worker = world.as('worker')
const partyId = here.parties.jobcentre
const keys = numberKeys(house.config, here.id)

// More than one bite of 200, in the order in which they are taken; written the other way round.
const ids = Array.from({ length: 230 }, newId).toSorted()
const numbers = ids.map((id, index) => ({ id, digits: `010170${1000 + index}` }))
await house.db.write(worker.asker, 'citizens.number', async tx => {
  for (const { id, digits } of numbers.toReversed()) {
    const at = { municipalityId: here.id, personId: worker.personId, partyId, id, keys }
    await tx
      .insertInto('citizens')
      .values({ municipality_id: here.id, owner_party_id: partyId, id, alias: `Nr. ${digits.slice(6)}` })
      .execute()
    await writeNumber(tx, at, digits)
  }
  return { value: undefined, about: [] }
})
const [first, last] = [numbers[0], numbers.at(-1)]
assert.ok(first && last)

function started(...args: string[]) {
  const child = spawn(process.execPath, ['bin/brobygger.js', 'keys', ...args], {
    env: {
      ...process.env,
      DATABASE_URL: world.appUrl,
      MIGRATION_DATABASE_URL: world.ownerUrl,
      DATA_DIR: house.config.dataDir,
      KEYS_DIR: house.config.keysDir,
    },
  })
  const [out, err] = [text(child.stdout), text(child.stderr)]
  const ended = once(child, 'exit').then(async ([code]) => ({ code: Number(code), out: await out, err: await err }))
  return { child, ended }
}
const rotate = async () => await started('rotate', '--municipality', here.slug).ended

/** What stands in KEYS_DIR of the keys of numbers, drafts too. */
const keyFiles = () =>
  readdirSync(house.config.keysDir)
    .filter(name => name.startsWith(`${here.id}.fields-`))
    .map(name => name.slice(here.id.length + 1))
    .toSorted()

/** How many numbers each key seals. */
async function sealedBy(): Promise<Record<number, number>> {
  const rows = await world.truth<{ version: number; count: number }>(
    `select key_version as version, count(*)::int as count from citizen_numbers where municipality_id = $1 group by 1`,
    [here.id],
  )
  return Object.fromEntries(rows.map(({ version, count }) => [version, count]))
}

/** Every number is the one that was given, and leads to its own citizen; by the pages too. */
async function assertAllThere(): Promise<void> {
  const at = { municipalityId: here.id, partyId, parties: [partyId], keys }
  const wrong = await house.db.read(worker.asker, 'citizens.number', async tx => {
    const value: string[] = []
    for (const { id, digits } of numbers) {
      if ((await readNumber(tx, { ...at, id })) !== digits) value.push(`${digits} is not read`)
      if ((await findByNumber(tx, at, digits)).join(' ') !== id) value.push(`${digits} is not found`)
    }
    return { value, about: [] }
  })
  assert.deepEqual(wrong, [])
  const dashed = `${last?.digits.slice(0, 6)}-${last?.digits.slice(6)}`
  assert.ok((await (await worker.post(paths.citizenNumberShown(here, last?.id ?? ''))).text()).includes(dashed))
  assert.ok(
    (await (await worker.post(paths.citizensByNumber(here), { number: dashed })).text()).includes(last?.id ?? '-'),
  )
}

// Somebody who holds what the command needs, so that it can be killed exactly there.
const holder = await connectClient(world.superuserUrl)
after(() => holder.end())

async function untilItWaits(): Promise<void> {
  const { rows } = await holder.query<{ pid: number }>('select pg_backend_pid() as pid')
  const waiting = 'select 1 from pg_stat_activity where $1 = any (pg_blocking_pids(pid))'
  for (let waited = 0; waited < 20_000; waited += 20) {
    if ((await world.truth(waiting, [rows[0]?.pid])).length > 0) return
    await sleep(20)
  }
  throw new Error('the command did not come so far')
}

async function killedWhile(hold: () => Promise<void>): Promise<void> {
  const { child, ended } = started('rotate', '--municipality', here.slug)
  await hold()
  child.kill('SIGKILL')
  await ended
  assert.equal(child.signalCode, 'SIGKILL')
  await holder.query('rollback')
}
const holdRow = () =>
  holder.query(`begin; select 1 from citizen_numbers where citizen_id = '${last.id}' for update`).then(() => undefined)

describe('keys rotate', () => {
  it('seals every number anew, so that each is read and found as before, and takes the old key away', async () => {
    await assertAllThere()
    assert.deepEqual([await sealedBy(), keyFiles()], [{ 1: 230 }, ['fields-1.key']])
    assert.deepEqual(await rotate(), { code: 0, out: 'Key 2: 230 numbers sealed anew.\n', err: '' })
    assert.deepEqual([await sealedBy(), keyFiles()], [{ 2: 230 }, ['fields-2.key']])
    await assertAllThere()
  })

  it('does the same a second time, with a new key', async () => {
    assert.deepEqual(await rotate(), { code: 0, out: 'Key 3: 230 numbers sealed anew.\n', err: '' })
    assert.deepEqual([await sealedBy(), keyFiles()], [{ 3: 230 }, ['fields-3.key']])
    await assertAllThere()
  })

  it('killed in the middle leaves every number readable, the house in use, and goes on with the key that it made', async () => {
    await holdRow()
    await killedWhile(untilItWaits)
    assert.deepEqual([await sealedBy(), keyFiles()], [{ 3: 30, 4: 200 }, ['fields-3.key', 'fields-4.key']])
    await assertAllThere()
    const twice = { id: newId(), how: 'oral', number: last.digits }
    assert.equal((await worker.post(paths.citizenNumber(here, first.id), twice)).status, 422, 'one within a party')
    assert.deepEqual(await rotate(), { code: 0, out: 'Key 4: 30 numbers sealed anew.\n', err: '' })
    assert.deepEqual([await sealedBy(), keyFiles()], [{ 4: 230 }, ['fields-4.key']])
    await assertAllThere()
  })

  it('killed when all is sealed and the old key not yet gone only takes that away the next time', async () => {
    await holdRow()
    await killedWhile(async () => {
      await untilItWaits()
      // As whoever writes a number down does: no key is thrown away meanwhile.
      const lock = `select pg_advisory_xact_lock_shared(hashtextextended('field-keys ${here.id}', 0))`
      await holder.query(`commit; begin; ${lock}`)
      while ((await sealedBy())[4] !== undefined) await sleep(20)
      await untilItWaits()
    })
    assert.deepEqual([await sealedBy(), keyFiles()], [{ 5: 230 }, ['fields-4.key', 'fields-5.key']])
    await assertAllThere()
    assert.deepEqual(await rotate(), { code: 0, out: 'Key 5: 0 numbers sealed anew.\n', err: '' })
    assert.deepEqual([await sealedBy(), keyFiles()], [{ 5: 230 }, ['fields-5.key']])
    await assertAllThere()
  })

  it('takes the draft of a key away with it, which a crash left beside it', async () => {
    const file = (name: string) => join(house.config.keysDir, `${here.id}.${name}`)
    linkSync(file('fields-5.key'), file('fields-5.key.0123456789abcdef'))
    assert.equal((await rotate()).code, 0)
    assert.deepEqual(keyFiles(), ['fields-6.key'])
    await assertAllThere()
  })

  it('leaves a number that was tampered with, says so, and makes a new key the next time all the same', async () => {
    const [row] = await world.truth<{ sealed: Buffer }>(
      'select sealed from citizen_numbers where municipality_id = $1 and citizen_id = $2',
      [here.id, first.id],
    )
    const put = (sealed: Buffer | undefined) =>
      world.truth('update citizen_numbers set sealed = $3 where municipality_id = $1 and citizen_id = $2', [
        here.id,
        first.id,
        sealed,
      ])
    await put(Buffer.from(row?.sealed ?? []).fill(0, 30))
    for (const version of [7, 8]) {
      const { code, out } = await rotate()
      assert.equal(code, 1)
      assert.match(out, new RegExp(`^Key ${version}: 229 numbers sealed anew\\.\n1 numbers could not be read`))
    }
    assert.deepEqual([await sealedBy(), keyFiles()], [{ 6: 1, 8: 229 }, ['fields-6.key', 'fields-8.key']])
    await put(row?.sealed)
    await assertAllThere()
    assert.deepEqual(await rotate(), { code: 0, out: 'Key 8: 1 numbers sealed anew.\n', err: '' })
    assert.deepEqual(keyFiles(), ['fields-8.key'])
  })

  it('says what is wrong with 2, and changes nothing', async () => {
    for (const args of [['rotate'], ['turn', '--municipality', here.slug], ['rotate', '--municipality', 'ingenby']]) {
      const { code, err } = await started(...args).ended
      assert.equal(code, 2, args.join(' '))
      assert.match(err, /brobygger keys rotate|no municipality/)
    }
    assert.deepEqual(keyFiles(), ['fields-8.key'])
  })
})
