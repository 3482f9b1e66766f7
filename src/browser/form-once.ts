// A form with `data-once` is sent once. Without a net nothing is sent and nothing is lost: what was typed stays in the
// page, nothing is written to the device, and a button sends it when the net is back.

const notice = document.querySelector<HTMLElement>('[data-offline]')
let typed = false
let waiting: { form: HTMLFormElement; submitter: HTMLElement | null } | undefined

document.addEventListener('submit', event => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-once') || event.defaultPrevented) return
  if (form.dataset['state'] === 'sent') return event.preventDefault()
  if (form.dataset['state'] === 'reached') return markSent(form)
  if (navigator.onLine && !form.dataset['ping']) return markSent(form)
  event.preventDefault()
  if (form.dataset['state'] !== 'asking') void sendWhenReached(form, event.submitter)
})

window.addEventListener('online', () => waiting && show('back'))
window.addEventListener('offline', () => waiting && show('away'))
notice?.querySelector('[data-action="send"]')?.addEventListener('click', () => {
  if (waiting) void sendWhenReached(waiting.form, waiting.submitter)
})

// A page that the browser kept and shows again may be sent again: the server knows the form by its id.
window.addEventListener('pageshow', event => {
  if (event.persisted)
    for (const form of document.querySelectorAll('form[data-once]')) form.removeAttribute('data-state')
})
// What was typed is not lost by a slip of the thumb: the browser asks first. A way out inside the form, such as "Nej
// tak", is meant.
document.addEventListener('input', event => {
  if (event.target instanceof Element && event.target.closest('form[data-once]')) typed = true
})
document.addEventListener('click', event => {
  if (event.target instanceof Element && event.target.closest('form[data-once] a')) typed = false
})
window.addEventListener('beforeunload', event => {
  if ((waiting || typed) && document.querySelector('form[data-once]')) event.preventDefault()
})

async function sendWhenReached(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  form.dataset['state'] = 'asking'
  if (await isReached(form.dataset['ping'])) {
    waiting = undefined
    show(undefined)
    form.dataset['state'] = 'reached'
    return form.requestSubmit(submitter)
  }
  delete form.dataset['state']
  waiting = { form, submitter }
  show(navigator.onLine ? 'back' : 'away')
}

/** A telephone often believes that it has a net; the server is asked for a few bytes to be sure. */
async function isReached(ping: string | undefined): Promise<boolean> {
  if (!navigator.onLine) return false
  if (!ping) return true
  try {
    await fetch(ping, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(5000) })
    return true
  } catch {
    return false
  }
}

function markSent(form: HTMLFormElement): void {
  form.dataset['state'] = 'sent'
  waiting = undefined
  typed = false
}

function show(part: 'away' | 'back' | undefined): void {
  for (const one of notice?.querySelectorAll<HTMLElement>('[data-part]') ?? [])
    one.hidden = one.dataset['part'] !== part
  if (part) notice?.scrollIntoView({ block: 'nearest' })
}
