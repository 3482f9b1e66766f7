import type { MiddlewareHandler } from 'hono'
import type { Config } from './config.ts'
import { contentSecurityPolicy } from './platform/html/csp.ts'

/**
 * What every answer carries. The log of a proxy or the next site must learn nothing from us. What counts for documents
 * alone is left out of sheets, scripts and fonts, which no browser shows by themselves: it weighed half a KiB each.
 */
export function secureHeaders(config: Config): MiddlewareHandler {
  const https = config.baseUrl.startsWith('https:')
  return async (c, next) => {
    await next()
    const { headers } = c.res
    headers.set('x-content-type-options', 'nosniff')
    headers.set('referrer-policy', 'same-origin')
    headers.set('cross-origin-resource-policy', 'same-origin')
    if (!isPart(headers.get('content-type'))) {
      headers.set('content-security-policy', contentSecurityPolicy)
      headers.set('cross-origin-opener-policy', 'same-origin')
      headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), interest-cohort=()')
    }
    if (https) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }
}

const isPart = (type: string | null): boolean => /^(?:text\/css|text\/javascript|font\/woff2)\b/.test(type ?? '')
