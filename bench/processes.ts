import { fork, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { FloorRoute, FloorSetting } from './floor.ts'
import type { Load, Loaded } from './load.ts'

/** The real server, as a process of its own. */
export interface Served {
  port: number
  pid: number
  /** Milliseconds from the start of the process until `/readyz` says yes. */
  readyAfter: number
  /** Milliseconds of processor that it took; says more than the clock when others use the machine. */
  processor: number
  stop(): Promise<void>
}

const quiet = ['--disable-warning=ExperimentalWarning']
// What `npm start` runs, with the flags that it gives to Node; on a Node that is new enough it is one process.
const root = new URL('../', import.meta.url)
const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { scripts: { start: string } }
const [, ...command] = scripts.start.replace(/ start$/, '').split(' ')

export async function startApp(env: Record<string, string>): Promise<Served> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, [...command, 'start'], {
    cwd: fileURLToPath(root),
    env: { ...process.env, DEMO: 'off', PORT: String(port), BASE_URL: `http://127.0.0.1:${port}`, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  while ((await statusOf(port)) !== 200) {
    if (child.exitCode !== null) throw new Error(`the app ended with ${child.exitCode}`)
    if (performance.now() - began > 30_000) throw new Error('the app did not become ready in 30 seconds')
    await sleep(5)
  }
  return {
    port,
    pid: child.pid ?? 0,
    readyAfter: performance.now() - began,
    processor: processorOf(child.pid ?? 0),
    stop: () => ended(child),
  }
}

/** The floor, and how to teach it an address. */
export interface Floor {
  port: number
  pid: number
  readyAfter: number
  learn(route: FloorRoute): Promise<void>
  stop(): Promise<void>
}

export async function startFloor(setting: FloorSetting): Promise<Floor> {
  const began = performance.now()
  const child = forked('./floor.ts')
  child.send(setting)
  const [port] = await once(child, 'message')
  return {
    port,
    pid: child.pid ?? 0,
    readyAfter: performance.now() - began,
    async learn(route) {
      const known = once(child, 'message')
      child.send(route)
      await known
    },
    stop: () => ended(child),
  }
}

/** The process that sends the load. */
export interface Loader {
  run(load: Load): Promise<Loaded>
  stop(): Promise<void>
}

export function startLoader(): Loader {
  const child = forked('./load.ts')
  return {
    async run(load) {
      const answer = once(child, 'message')
      child.send(load)
      const [loaded] = await answer
      return loaded
    },
    stop: () => ended(child),
  }
}

/** MiB of memory that a process holds now. */
export function memoryOf(pid: number): number {
  const kib = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kib) / 1_024
}

/** Milliseconds of processor that a process has used. */
export function processorOf(pid: number): number {
  const fields = statOf(pid)
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10
}

/** The same, of a process and of all that it started, such as a PostgreSQL with its connections. */
export function processorOfFamily(pid: number): number {
  const all = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  const children = all.map(Number).filter(each => Number(statOf(each)[1]) === pid)
  return [pid, ...children].reduce((sum, each) => sum + processorOf(each), 0)
}

/** What Linux tells of a process from its state on; nothing when it has ended meanwhile. */
function statOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  } catch {
    return []
  }
}

/** Runs a command of the product to its end, and tells how long it took and how much memory it had at most. */
export async function runCommand(args: string[], env: Record<string, string>): Promise<Ran> {
  const told =
    'data:text/javascript,process.on("exit",()=>process.stderr.write("\\nmaxRSS "+process.resourceUsage().maxRSS))'
  const began = performance.now()
  const child = spawn(process.execPath, ['--import', told, ...command, ...args], {
    cwd: fileURLToPath(root),
    env: { ...process.env, DEMO: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = await once(child, 'close')
  const seconds = (performance.now() - began) / 1_000
  return { code, seconds, mebibytes: Number(/maxRSS (\d+)/.exec(said)?.[1]) / 1_024, said }
}

export interface Ran {
  code: number | null
  seconds: number
  mebibytes: number
  said: string
}

function forked(file: string): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), { execArgv: quiet, serialization: 'advanced' })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

async function statusOf(port: number): Promise<number> {
  return await fetch(`http://127.0.0.1:${port}/readyz`).then(
    answer => answer.status,
    () => 0,
  )
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}
