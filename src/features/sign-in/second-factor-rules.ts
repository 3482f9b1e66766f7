import type { Instant } from '../../platform/time.ts'

const seconds = 30

/**
 * The time step of a right code, or nothing. A telephone's clock may be half a minute off. A step that was used,
 * or one before it, is never right again.
 */
export async function stepOfCode(
  code: string,
  given: { secret: Buffer; lastStep: number | null; now: Instant },
): Promise<number | undefined> {
  // otplib costs a tenth of what a start may cost, and most requests never ask for it.
  const { verifySync } = await import('otplib')
  const epoch = Math.floor(given.now.epochMilliseconds / 1000)
  const found = verifySync({ secret: given.secret, token: code, epoch, epochTolerance: seconds, period: seconds })
  if (!found.valid) return undefined
  const step = Math.floor(epoch / seconds) + found.delta
  return step > (given.lastStep ?? -1) ? step : undefined
}

/** What an authenticator app needs: the address that it opens, and the same secret to be typed by hand. */
export async function appAddress(at: {
  secret: Buffer
  issuer: string
  email: string
}): Promise<{ address: string; secret: string }> {
  const { generateURI, ScureBase32Plugin } = await import('otplib')
  const secret = new ScureBase32Plugin().encode(at.secret, { padding: false })
  return { address: generateURI({ issuer: at.issuer, label: at.email, secret }), secret }
}
