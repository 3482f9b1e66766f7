import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { newId } from '../src/platform/id.ts'
import { quantile } from './table.ts'

// A process of its own that sends requests over connections that stay open, each the next one when the last is answered.
// It reads bytes off the socket by itself: a full HTTP client costs more than the server that it measures.

/** What to send. `{id}` in the body becomes a new id each time. */
export interface Load {
  port: number
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body?: string
  connections: number
  seconds: number
  /** Milliseconds to wait for an answer; ten seconds when left out. */
  patience?: number
}

export interface Loaded {
  perSecond: number
  seconds: number
  /** Milliseconds. */
  p50: number
  p99: number
  most: number
  /** How many answers of each status. */
  statuses: Record<string, number>
  /** Answers of 503 that do not say when to come again. */
  withoutRetryAfter: number
  /** Requests without an answer in time, and connections that broke. */
  timeouts: number
  broken: number
}

const usualPatience = 10_000

async function run(load: Load): Promise<Loaded> {
  const seen: Seen = { took: [], statuses: {}, withoutRetryAfter: 0, timeouts: 0, broken: 0 }
  const until = performance.now() + load.seconds * 1_000
  const began = performance.now()
  await Promise.all(Array.from({ length: load.connections }, () => keepAsking(load, until, seen)))
  const seconds = (performance.now() - began) / 1_000
  const sorted = Float64Array.from(seen.took).sort()
  const { took, ...rest } = seen
  return {
    ...rest,
    perSecond: took.length / seconds,
    seconds,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    most: sorted.at(-1) ?? Number.NaN,
  }
}

async function keepAsking(load: Load, until: number, seen: Seen): Promise<void> {
  while (performance.now() < until) await oneConnection(load, until, seen)
}

function oneConnection(load: Load, until: number, seen: Seen): Promise<void> {
  return new Promise(resolve => {
    const socket = connect({ port: load.port, host: '127.0.0.1', noDelay: true })
    let sentAt = 0
    let pending = Buffer.alloc(0)
    const send = () => {
      if (performance.now() >= until) return socket.destroy()
      sentAt = performance.now()
      return socket.write(textOf(load))
    }
    socket.setTimeout(load.patience ?? usualPatience)
    socket.on('timeout', () => (seen.timeouts++, socket.destroy()))
    socket.on('connect', send)
    socket.on('data', chunk => {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
      const answer = wholeAnswer(pending)
      if (!answer) return
      pending = Buffer.alloc(0)
      note(answer, performance.now() - sentAt, seen)
      send()
    })
    socket.on('error', () => seen.broken++)
    socket.on('close', () => resolve(settle(socket)))
  })
}

function settle(socket: Socket): void {
  socket.removeAllListeners('data')
}

function note({ status, head }: Answer, took: number, seen: Seen): void {
  seen.statuses[status] = (seen.statuses[status] ?? 0) + 1
  if (status === '503' && !/\r\nretry-after: \d/i.test(head)) seen.withoutRetryAfter++
  seen.took.push(took)
}

/** The answer, when all of it has come. */
function wholeAnswer(bytes: Buffer): Answer | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  const answer = { status: head.slice(9, 12), head }
  if (length !== undefined) return bytes.length >= end + 4 + Number(length) ? answer : undefined
  if (!/\r\ntransfer-encoding: chunked/i.test(head)) return answer
  return bytes.subarray(-5).equals(lastChunk) ? answer : undefined
}

const lastChunk = Buffer.from('0\r\n\r\n')

function textOf({ method, path, headers, body = '' }: Load): string {
  const sent = body.replaceAll('{id}', newId())
  const lines = Object.entries({
    host: 'bench',
    ...headers,
    ...(method === 'POST' ? { 'content-length': String(Buffer.byteLength(sent)) } : {}),
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${sent}`
}

interface Answer {
  status: string
  head: string
}

interface Seen {
  took: number[]
  statuses: Record<string, number>
  withoutRetryAfter: number
  timeouts: number
  broken: number
}

process.on('message', (load: Load) => void run(load).then(loaded => process.send?.(loaded)))
process.on('disconnect', () => process.exit())
