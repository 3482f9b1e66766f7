import { setTimeout as sleep } from 'node:timers/promises'
import { generateSync } from 'otplib'

const step = 30_000

/** The code that an app shows, `steps` half minutes from now. Waits when the half minute is about to end. */
export async function codeOf(secret: string, steps = 0): Promise<string> {
  const left = step - (Date.now() % step)
  if (left < 3_000) await sleep(left)
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * steps })
}

/** The secret that stands as text on the page that sets an app up. */
export function secretIn(page: string): string {
  return (/<b>((?:[A-Z2-7]{4} ?)+)<\/b>/.exec(page)?.[1] ?? '').replaceAll(' ', '')
}
