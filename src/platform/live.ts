// An open board hears that something changed, also when another process changed it, and fetches itself anew.

import type { Db } from '../../platform/db.ts'

type Tell = () => void
type Hub = { followers: Map<string, Set<Tell>>; listening: Promise<() => Promise<void>> | null }

const hubs = new WeakMap<Db, Hub>()

/** Tells of every change to the presence of one municipality until the returned function is called. */
async function followBoard(db: Db, municipalityId: string, tell: Tell): Promise<() => void> {
  const hub: Hub = hubs.get(db) ?? { followers: new Map(), listening: null }
  hubs.set(db, hub)
  const followers = hub.followers.get(municipalityId) ?? new Set()
  hub.followers.set(municipalityId, followers.add(tell))
  hub.listening ??= db.listen('board', changed => hub.followers.get(changed)?.forEach(own => own()))
  const leave = () => void stopFollowing(hub, municipalityId, tell)
  await hub.listening.catch((error: unknown) => {
    hub.listening = null
    leave()
    throw error
  })
  return leave
}

/** One connection listens for all; when the last board is closed it is given back. */
async function stopFollowing(hub: Hub, municipalityId: string, tell: Tell): Promise<void> {
  const followers = hub.followers.get(municipalityId)
  followers?.delete(tell)
  if (followers?.size === 0) hub.followers.delete(municipalityId)
  if (hub.followers.size > 0) return
  const listening = hub.listening
  hub.listening = null
  await listening?.then(stop => stop()).catch(() => undefined)
}

const openStreams = { count: 0 }
/** Beyond this many open boards in one process the next one is asked to come back later; it is complete without. */
const mostStreams = 2_000
/** A hundred open boards do not fetch at the same moment. */
const spreadMs = 600
const aliveMs = 25_000
/** The lamps change with the clock too: a board looks anew at full five minutes. */
const tickMs = 5 * 60_000

export async function liveStream(db: Db, municipalityId: string): Promise<Response> {
  if (openStreams.count >= mostStreams) return new Response(null, { status: 503, headers: { 'retry-after': '60' } })
  const stop = new AbortController()
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => stop.signal.aborted || controller.enqueue(new TextEncoder().encode(text))
      const changed = () => void setTimeout(() => send('data: changed\n\n'), Math.random() * spreadMs)
      const leave = await followBoard(db, municipalityId, changed)
      const alive = setInterval(() => send(': here\n\n'), aliveMs)
      const tick = everyFiveMinutes(changed)
      openStreams.count += 1
      stop.signal.addEventListener('abort', () => {
        openStreams.count -= 1
        clearInterval(alive)
        tick.stop()
        leave()
      })
      send('retry: 3000\n\n')
    },
    cancel: () => stop.abort(),
  })
  const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
  return new Response(stream, { headers })
}

function everyFiveMinutes(tell: Tell): { stop: () => void } {
  let timer: NodeJS.Timeout
  const wait = () => {
    timer = setTimeout(
      () => {
        tell()
        wait()
      },
      tickMs - (Date.now() % tickMs) + 1_000,
    )
    timer.unref()
  }
  wait()
  return { stop: () => clearTimeout(timer) }
}
