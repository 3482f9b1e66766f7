import { parsePage } from './trusted.ts'

// Elements with `data-live="<address of events>"` and an id are fetched anew when their events say so.
const parts = [...document.querySelectorAll<HTMLElement>('[data-live][id]')]
const addresses = new Set(parts.map(part => part.dataset['live'] ?? ''))
const refresh = oneAtATime(replaceParts)
/** Aborted when the page is closed: then it listens no more, and another window takes over. */
const ended = new AbortController()
for (const address of addresses) follow(address)
document.addEventListener('visibilitychange', () => document.hidden || refresh())
// A page about a citizen closes when it is shared no more: at once, also behind another window, and when the browser
// brings it back from its memory.
const closed = document.querySelector<HTMLTemplateElement>('template[data-closed]')
// What it shows ends by the clock too: at midnight, or when the hour behind broken glass is over. A timer stands still
// while a laptop sleeps, so the clock on the wall is looked at again and again.
let end = endOf(document)
let atEnd = setTimeout(pastEnd, soonest(end))
setInterval(pastEnd, 10_000)
window.addEventListener('pageshow', event => event.persisted && refresh())

function pastEnd(): void {
  if (Date.now() > end) refresh()
}

/** By this machine's clock, whatever it shows: the server says what its own was when it drew the page. */
function endOf(page: Document): number {
  const drawn = Number(page.querySelector<HTMLElement>('[data-now]')?.dataset['now'] ?? Date.now())
  const ends = [...page.querySelectorAll<HTMLElement>('[data-until]')].map(({ dataset }) => Number(dataset['until']))
  return Date.now() - drawn + Math.min(...ends)
}

// A hundred open pages do not fetch at the same moment of midnight; and a timer of more than 24 days would go off at once.
function soonest(at: number): number {
  return Math.min(Math.max(0, at - Date.now()) + 500 + Math.random() * 1500, 2_000_000_000)
}

/**
 * A browser has six connections to a server, and each open page would take one: so one window listens for all that
 * follow the same address, and tells them. When it is closed the next one takes over.
 */
function follow(address: string): void {
  const channel = new BroadcastChannel(`live ${address}`)
  channel.addEventListener('message', refresh)
  const tell = (): void => {
    channel.postMessage('changed')
    refresh()
  }
  const began = performance.now()
  const listening = (): Promise<void> => listen(address, { tell, missed: performance.now() - began > 1000 })
  // Locks are there on secure addresses alone.
  if ('locks' in navigator)
    navigator.locks.request(`live ${address}`, { signal: ended.signal }, listening).catch(() => undefined)
  else void listening()
}

/** The browser itself connects anew after a break; what was missed meanwhile is fetched when it is through again. */
function listen(address: string, { tell, missed }: { tell: () => void; missed: boolean }): Promise<void> {
  return new Promise(end => {
    const source = new EventSource(address)
    let again = missed
    source.addEventListener('open', () => {
      if (again) tell()
      again = true
    })
    source.addEventListener('message', tell)
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED || ended.signal.aborted) return
      setTimeout(() => void listen(address, { tell, missed: true }).then(end), 30_000)
    })
    ended.signal.addEventListener('abort', () => {
      source.close()
      end()
    })
  })
}

async function replaceParts(): Promise<void> {
  // What may close is looked at also behind another window.
  if ((document.hidden && !Number.isFinite(end)) || !document.querySelector('[data-live]')) return
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (closed && answer.status === 404) return closePage(closed)
  // Signed out meanwhile: whether the page may still be seen nobody can say, and what is typed beside it stays.
  if (closed && answer.redirected) return parts.forEach(part => part.replaceWith(closed.content.cloneNode(true)))
  if (!answer.ok || answer.redirected) return
  const fresh = parsePage(await answer.text())
  clearTimeout(atEnd)
  end = endOf(fresh)
  atEnd = setTimeout(pastEnd, soonest(end))
  for (const { id } of parts) {
    const [old, next] = [document.getElementById(id), fresh.getElementById(id)]
    // The page has become another one, as the board does in the evening.
    if (old && !next) return location.reload()
    if (old && next && !isBeingUsed(old)) swap(old, document.importNode(next, true))
  }
}

/** Nothing of what stood here is left in the page, and nothing is fetched any more. */
function closePage(said: HTMLTemplateElement): void {
  ended.abort()
  const main = document.createElement('main')
  main.append(said.content.cloneNode(true))
  const title = document.createElement('h1')
  title.textContent = main.querySelector('[data-title]')?.textContent ?? ''
  main.querySelector('[data-title]')?.replaceWith(title)
  document.body.replaceChildren(main)
  document.title = title.textContent
  main.tabIndex = -1
  main.focus()
}

/** Puts the fresh part in place and leaves fold-outs, focus and scrolling as they were. */
function swap(old: HTMLElement, fresh: HTMLElement): void {
  const folds = [...old.querySelectorAll('details')]
  for (const [place, fold] of [...fresh.querySelectorAll('details')].entries()) {
    const before = fold.id ? folds.find(one => one.id === fold.id) : folds[place]
    if (before) fold.open = before.open
  }
  if (fresh.isEqualNode(old)) return
  const place = focusables(old).findIndex(element => element === document.activeElement)
  const { scrollX, scrollY } = window
  old.replaceWith(fresh)
  if (place >= 0) focusables(fresh).at(place)?.focus({ preventScroll: true })
  window.scrollTo(scrollX, scrollY)
}

function focusables(part: HTMLElement): HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>('a[href], button, summary, input, select, textarea')]
}

/** Somebody is typing or choosing in it: then it stays as it is. */
function isBeingUsed(part: HTMLElement): boolean {
  return part.contains(document.activeElement) && document.activeElement?.matches('input, select, textarea') === true
}

/** Runs the work once at a time, and once more when it was asked for meanwhile. */
function oneAtATime(work: () => Promise<void>): () => void {
  let running = false
  let again = false
  const run = async (): Promise<void> => {
    again = running
    if (running) return
    running = true
    await work().catch(() => undefined)
    running = false
    if (again) await run()
  }
  return () => void run()
}
