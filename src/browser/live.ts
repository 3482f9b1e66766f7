import { parsePage } from './trusted.ts'

// Every element with `data-live="<address of events>"` and an id is fetched anew when its events say so.
for (const part of document.querySelectorAll<HTMLElement>('[data-live][id]'))
  follow(part.id, part.dataset['live'] ?? '')

/** The browser itself reconnects after a break; what was missed meanwhile is fetched when it is through again. */
function follow(id: string, address: string): void {
  const source = new EventSource(address)
  const refresh = oneAtATime(() => replace(id))
  let opened = false
  source.addEventListener('open', () => {
    if (opened) refresh()
    opened = true
  })
  source.addEventListener('message', refresh)
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(follow, 30_000, id, address)
  })
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && refresh())
}

async function replace(id: string): Promise<void> {
  const old = document.getElementById(id)
  if (!old || document.hidden || isBeingUsed(old)) return
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (!answer.ok || answer.redirected) return
  const fresh = parsePage(await answer.text()).getElementById(id)
  if (!fresh || fresh.innerHTML === old.innerHTML) return
  swap(old, document.importNode(fresh, true))
}

/** Puts the fresh part in place and leaves fold-outs, focus and scrolling as they were. */
function swap(old: HTMLElement, fresh: HTMLElement): void {
  const folds = [...old.querySelectorAll('details')]
  const freshFolds = [...fresh.querySelectorAll('details')]
  for (const [place, fold] of freshFolds.entries()) {
    const before = fold.id ? folds.find(one => one.id === fold.id) : folds[place]
    if (before) fold.open = before.open
  }
  const focused = placeOfFocus(old)
  const { scrollX, scrollY } = window
  old.replaceWith(fresh)
  if (focused) focusables(fresh).at(focused.place)?.focus({ preventScroll: true })
  window.scrollTo(scrollX, scrollY)
}

function placeOfFocus(part: HTMLElement): { place: number } | undefined {
  const place = focusables(part).findIndex(element => element === document.activeElement)
  return place < 0 ? undefined : { place }
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
    if (running) {
      again = true
      return
    }
    running = true
    again = false
    await work().catch(() => undefined)
    running = false
    if (again) await run()
  }
  return () => void run()
}
