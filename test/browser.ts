import type { Hono } from 'hono'

/** Somebody at a browser: keeps cookies as one does, follows nothing by itself. */
export interface Visit {
  cookies: Map<string, string>
  get(path: string): Promise<Response>
  post(path: string, form?: Record<string, string>): Promise<Response>
}

/** A browser with no cookies yet, somewhere on the net. */
export function openBrowser(app: Hono, address = '192.0.2.1'): Visit {
  const cookies = new Map<string, string>()
  async function request(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, 'sec-fetch-site': 'same-origin' }
    const answer = await app.request(path, { ...init, headers }, { incoming: { socket: { remoteAddress: address } } })
    for (const line of answer.headers.getSetCookie()) keep(cookies, line)
    return answer
  }
  return {
    cookies,
    get: path => request(path, {}),
    post: (path, form = {}) => request(path, { method: 'POST', body: new URLSearchParams(form) }),
  }
}

/** The value of a hidden field of a page, as it goes back with its form. */
export function hiddenIn(page: string, name: string): string {
  const value = new RegExp(`<input type="hidden"\\s+name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const [name = '', value = ''] = pair.split('=')
  if (/max-age=0/i.test(line)) cookies.delete(name)
  else cookies.set(name, value)
}
