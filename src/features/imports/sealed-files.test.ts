import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { newId } from '../../platform/id.ts'
import { openKeys } from '../../platform/keys.ts'
import { sealedSource, sealedText, sealedWriter } from './sealed-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'brobygger-sealed-'))
after(() => rmSync(folder, { recursive: true }))
const seal = { keys: openKeys(join(folder, 'keys')), municipalityId: newId(), name: 'one/file' }
const path = join(folder, 'file')
const line = 'Mette var her i går\n'

async function written(lines: number): Promise<string> {
  const writer = sealedWriter(path, seal)
  for (let count = 0; count < lines; count++) await writer.write(line)
  await writer.end()
  return line.repeat(lines)
}

test('what is sealed is read back, in one frame or many, and lies unreadable for its owner alone', async () => {
  for (const lines of [0, 1, 40_000, 2 ** 18]) {
    const text = await written(lines)
    assert.equal(await sealedText(path, seal), text)
    assert.equal((await sealedSource(path, seal)).size, Buffer.byteLength(text))
    assert.ok(!readFileSync(path).includes('Mette'))
    assert.equal(statSync(path).mode & 0o777, 0o600)
  }
})

test('a file that was cut, changed, or put in the place of another is not read', async () => {
  await written(40_000)
  const whole = readFileSync(path)
  const firstFrame = 4 + whole.readUInt32LE()
  for (const cut of [whole.length - 1, firstFrame, 3]) {
    truncateSync(path, cut)
    await assert.rejects(sealedText(path, seal))
    writeFileSync(path, whole)
  }
  const swapped = Buffer.concat([whole.subarray(firstFrame), whole.subarray(0, firstFrame)])
  writeFileSync(path, swapped)
  await assert.rejects(sealedText(path, seal))
  writeFileSync(path, whole.with(100, (whole[100] ?? 0) ^ 1))
  await assert.rejects(sealedText(path, seal))
  writeFileSync(path, whole)
  await assert.rejects(sealedText(path, { ...seal, name: 'two/file' }))
  await assert.rejects(sealedText(path, { ...seal, municipalityId: newId() }))
  await assert.rejects(sealedSource(join(folder, 'none'), seal), { code: 'ENOENT' })
})
