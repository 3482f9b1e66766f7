import type { MiddlewareHandler } from 'hono'
import { Overloaded } from './errors.ts'

/**
 * At most this many requests at once; beyond it the answer is 503 with Retry-After, at once, instead of
 * a queue in which everybody waits until they give up. An open stream does not count.
 */
export function inFlightLimit(most: number): MiddlewareHandler {
  let inFlight = 0
  return async (_c, next) => {
    if (inFlight >= most) throw new Overloaded('too many requests at once')
    inFlight++
    try {
      await next()
    } finally {
      inFlight--
    }
  }
}
