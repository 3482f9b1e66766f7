// Plain JavaScript, because an older Node has to be able to read it.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import * as module from 'node:module'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { resolveAsWritten } from './resolve.js'
import { fetchNode, fetchedNode, installMissing } from './install.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
/** A small young generation and a slow-growing heap: at the same speed less than half of the memory. */
const memoryFlags = ['--max-semi-space-size=8', '--heap-growing-percent=30']
const flags = ['--disable-warning=ExperimentalWarning', ...memoryFlags]

/**
 * Runs a program of the project on a Node that is new enough, after installing what is missing. This process becomes
 * the program when its own Node will do; else it passes on signals, input, output and the exit code.
 *
 * @param {{ program: string, args: string[], development: boolean }} wanted
 */
export async function runProgram({ program, args, development }) {
  try {
    await installMissing(root, development, runChild)
    const file = realpathSync(resolve(root, program))
    const node = await findNode()
    endWithNpm()
    if (node === process.execPath) await runHere(file, args)
    else endLike(await runChild(node, [...flags, file, ...args]))
  } catch (error) {
    if (error?.code !== 'LAUNCH') throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

async function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath
  return nodeOnPath() ?? fetchedNode(root) ?? (await fetchNode(root, runChild))
}

/** Node 24.7 has crypto.argon2. */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 24 || (major === 24 && minor >= 7)
}

function nodeOnPath() {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const files = folders.flatMap(folder => ['node24', 'node'].map(name => join(folder, name + suffix)))
  const others = files.filter(existsSync).map(file => realpathSync(file))
  return [...new Set(others)].find(file => file !== process.execPath && isNewEnough(versionOf(file)))
}

function versionOf(file) {
  const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 10_000 })
  return (stdout ?? '').trim().replace(/^v/, '')
}

async function runHere(file, args) {
  // What the flags do for a child.
  process.removeAllListeners('warning')
  process.on('warning', warning => {
    if (warning.name !== 'ExperimentalWarning') console.error(warning.stack)
  })
  resolveAsWritten()
  module.enableCompileCache?.(join(root, '.cache', 'compiled'))
  process.argv = [process.execPath, file, ...args]
  await import(pathToFileURL(file).href)
}

/**
 * Runs a child and gives its exit code or signal. The child sees its IPC channel close when this process is killed in
 * a way that leaves no time to pass anything on.
 *
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null }>}
 */
export function runChild(command, args, options = {}) {
  const child = spawn(command, args, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'), ...process.env },
    ...options,
  })
  const forward = signal => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, forward)
  return new Promise((done, failed) => {
    child.on('error', failed)
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, forward)
      done({ code, signal })
    })
  })
}

function endLike({ code, signal }) {
  if (signal) process.kill(process.pid, signal)
  else process.exitCode = code ?? 1
}

/** A killed `npm start` passes nothing on either; what is below it only sees that it has another parent. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const parents = () => `${process.ppid} ${parentOfShell(process.ppid)}`
  const before = parents()
  const timer = setInterval(() => {
    if (parents() === before) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  timer.unref()
}

/** Between npm and this process there may be a shell. Elsewhere than on Linux it makes way for its command. */
function parentOfShell(pid) {
  try {
    return /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  } catch {
    return undefined
  }
}
