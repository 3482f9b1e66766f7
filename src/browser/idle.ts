// An element with `data-idle="<seconds>"`, `data-warn="<seconds>"` and `data-renew="<address>"` says in good time that the
// session is about to end, and lets one stay. What is typed is never touched.

const notice = document.querySelector<HTMLElement>('[data-idle]')
if (notice) watch(notice)

function watch(element: HTMLElement): void {
  const lasts = Number(element.dataset['idle']) * 1000
  const warns = Number(element.dataset['warn']) * 1000
  const renew = element.dataset['renew'] ?? ''
  // Each page that is fetched keeps the session alive for the other windows too, so they tell each other.
  const windows = new BroadcastChannel('session')
  let end = Date.now() + lasts

  const look = (): void => {
    const left = end - Date.now()
    show(element, left <= 0 ? 'ended' : left <= warns ? 'soon' : undefined)
  }
  const prolong = (): void => {
    end = Date.now() + lasts
    look()
  }
  windows.addEventListener('message', prolong)
  windows.postMessage('alive')
  const ask = async (): Promise<void> => {
    const alive = await stay(renew)
    if (alive) windows.postMessage('alive')
    if (alive) prolong()
    else if (alive === false) end = 0
    look()
  }
  element.querySelector('[data-action="stay"]')?.addEventListener('click', () => void ask())
  document.addEventListener('visibilitychange', look)
  setInterval(look, 5000)
}

/** Whether the session lives on; nothing when there was no net to ask over. */
async function stay(renew: string): Promise<boolean | undefined> {
  try {
    const answer = await fetch(renew, { method: 'POST', redirect: 'manual' })
    return answer.ok
  } catch {
    return undefined
  }
}

function show(element: HTMLElement, part: 'soon' | 'ended' | undefined): void {
  for (const one of element.querySelectorAll<HTMLElement>('[data-part]')) {
    const hidden = one.dataset['part'] !== part
    if (one.hidden !== hidden) one.hidden = hidden
  }
}
