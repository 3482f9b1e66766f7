import type { Context } from 'hono'
import { isIPv6 } from 'node:net'

/**
 * The network that a request came from, as far as it can be known: a proxy on this machine says it in
 * `X-Forwarded-For`, and nobody else is believed. Of an IPv6 address the first half, which is one household.
 */
export function networkOf(c: Context): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what @hono/node-server puts there; a test brings nothing
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  const remote = plain(env?.incoming?.socket?.remoteAddress ?? '')
  if (remote !== '::1' && !remote.startsWith('127.')) return network(remote)
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)
  return network(plain(forwarded?.trim() ?? remote))
}

function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

function network(address: string): string {
  if (!isIPv6(address)) return address
  const [front = '', back = ''] = address.split('::')
  const [first, last] = [front.split(':'), back.split(':')]
  const groups = address.includes('::')
    ? [...first, ...Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last]
    : first
  return groups
    .slice(0, 4)
    .map(group => group.toLowerCase() || '0')
    .join(':')
}
