// An open page hears that something changed, also when another process changed it, and fetches itself anew.

import type { Db } from './db.ts'

/** What a page waits for: NOTIFY on a channel whose payload it wants to hear of. */
export interface Wanted {
  channel: string
  wants: (payload: string) => boolean
  /** What the page shows changes with the clock too: it looks anew at full five minutes. */
  ticks?: boolean
}

type Follower = Wanted & { tell: () => void }
type Hub = { followers: Set<Follower>; listening: Promise<() => Promise<void>> | null }

const hubs = new WeakMap<Db, Map<string, Hub>>()

/** Tells of every change that is wanted until the returned function is called. */
async function follow(db: Db, follower: Follower): Promise<() => void> {
  const hub = hubOf(db, follower.channel)
  hub.followers.add(follower)
  hub.listening ??= db.listen(follower.channel, payload => {
    for (const each of hub.followers) if (each.wants(payload)) each.tell()
  })
  const leave = () => void stopFollowing(hub, follower)
  await hub.listening.catch((error: unknown) => {
    hub.listening = null
    leave()
    throw error
  })
  return leave
}

function hubOf(db: Db, channel: string): Hub {
  const ofDb = hubs.get(db) ?? new Map<string, Hub>()
  hubs.set(db, ofDb)
  const hub = ofDb.get(channel) ?? { followers: new Set<Follower>(), listening: null }
  ofDb.set(channel, hub)
  return hub
}

/** One connection listens for all; when the last page is closed it is given back. */
async function stopFollowing(hub: Hub, follower: Follower): Promise<void> {
  hub.followers.delete(follower)
  if (hub.followers.size > 0) return
  const listening = hub.listening
  hub.listening = null
  await listening?.then(stop => stop()).catch(() => undefined)
}

const openStreams = { count: 0 }
/** Beyond this many open pages in one process the next one is asked to come back later; it is complete without. */
const mostStreams = 2_000
/** A hundred open pages do not fetch at the same moment. */
const spreadMs = 600
const aliveMs = 25_000
const tickMs = 5 * 60_000

/** Events that say "changed" and no more, for as long as the page is open. */
export async function liveStream(db: Db, wanted: Wanted): Promise<Response> {
  if (openStreams.count >= mostStreams) return new Response(null, { status: 503, headers: { 'retry-after': '60' } })
  const stop = new AbortController()
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => stop.signal.aborted || controller.enqueue(new TextEncoder().encode(text))
      const changed = () => void setTimeout(() => send('data: changed\n\n'), Math.random() * spreadMs)
      const leave = await follow(db, { ...wanted, tell: changed })
      // The page may have gone while this waited for the database.
      if (stop.signal.aborted) return leave()
      const alive = setInterval(() => send(': here\n\n'), aliveMs)
      const tick = wanted.ticks ? everyFiveMinutes(changed) : undefined
      openStreams.count += 1
      stop.signal.addEventListener('abort', () => {
        openStreams.count -= 1
        clearInterval(alive)
        tick?.stop()
        leave()
      })
      send('retry: 3000\n\n')
    },
    cancel: () => stop.abort(),
  })
  const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
  return new Response(stream, { headers })
}

function everyFiveMinutes(tell: () => void): { stop: () => void } {
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
