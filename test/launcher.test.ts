import assert from 'node:assert/strict'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const folder = mkdtempSync(join(tmpdir(), 'brobygger-launcher-'))
const launcher = join(folder, 'launcher.mjs')
const child = join(folder, 'child.ts')
const started: ChildProcess[] = []

writeFileSync(
  launcher,
  `import { runChild } from '${import.meta.resolve('../bin/node.js')}'
  const { code, signal } = await runChild(process.execPath, process.argv.slice(2))
  process.exitCode = signal ? 99 : code`,
)
writeFileSync(
  child,
  `import { watchLauncher } from '${import.meta.resolve('../src/platform/launcher.ts')}'
  watchLauncher(() => process.exit(3))
  process.on('SIGTERM', () => process.exit(7))
  setInterval(() => undefined, 1000)
  console.log(process.pid)`,
)

after(() => {
  for (const each of started) each.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

test('when the launcher is killed, its child ends', async () => {
  const { process: launched, pid } = await launch()
  launched.kill('SIGKILL')
  const deadline = Date.now() + 2000
  while (isAlive(pid)) {
    assert.ok(Date.now() < deadline, 'the child outlives its launcher')
    await sleep(20)
  }
})

test('the launcher passes a signal on and ends as its child does', async () => {
  const { process: launched } = await launch()
  launched.kill('SIGTERM')
  assert.deepEqual(await once(launched, 'exit'), [7, null])
})

test('the launcher loads the whole product, and says which file is missing', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8' })
  const all = run(program('brobygger.js'), 'start', '--help')
  assert.match(all.stdout, /^brobygger start/, all.stderr)
  const lost = join(folder, 'lost.ts')
  writeFileSync(lost, `import './nowhere.ts'`)
  const missing = run(program('run.js'), lost)
  assert.equal(missing.status, 1)
  assert.match(missing.stderr, /nowhere\.ts/)
})

const program = (name: string): string => fileURLToPath(import.meta.resolve(`../bin/${name}`))

async function launch(): Promise<{ process: ChildProcess; pid: number }> {
  const launched = spawn(process.execPath, [launcher, child], { stdio: ['ignore', 'pipe', 'inherit'] })
  started.push(launched)
  const [first] = (await once(launched.stdout, 'data')) as [Buffer]
  return { process: launched, pid: Number(first.toString()) }
}

function isAlive(pid: number): boolean {
  // A dead process that nobody has buried yet has an id, and no command.
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.trim() !== '' && !stdout.startsWith('Z')
}
