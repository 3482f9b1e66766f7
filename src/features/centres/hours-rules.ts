import { compareClocks, formatHoursBare, hoursOverlap, parseClock } from '../../platform/time.ts'
import type { Hours, Parsed } from '../../platform/time.ts'
import { centreTexts } from './texts.da.ts'

/** Opening hours of one day as people write them: 9–15, or 9–12 og 13–16. Nothing is closed. */
export function parseHours(text: string): Parsed<Hours[]> {
  const parts = text.split(/\s*(?:,|;|\bog\b|&)\s*/i).filter(part => part.trim() !== '')
  if (parts.length > 4) return refused(centreTexts.hoursTooMany)
  const hours: Hours[] = []
  for (const part of parts) {
    const one = parseRange(part)
    if (!one.ok) return one
    hours.push(one.value)
  }
  const sorted = hours.toSorted((a, b) => compareClocks(a.from, b.from))
  const overlap = sorted.some((one, place) => place > 0 && hoursOverlap(sorted[place - 1] ?? one, one))
  return overlap ? refused(centreTexts.hoursOverlap) : { ok: true, value: sorted }
}

/** 9–12 og 13–16, which `parseHours` reads back. */
export function writeHours(hours: readonly Hours[]): string {
  return hours.map(formatHoursBare).join(' og ')
}

function parseRange(text: string): Parsed<Hours> {
  const [from, until, ...more] = text.replaceAll(/\bkl\.?\s*/gi, '').split(/\s*(?:[-–—]|\btil\b)\s*/i)
  if (from === undefined || until === undefined || more.length > 0) return refused(centreTexts.hoursUnreadable)
  const [opens, closes] = [parseClock(from), parseClock(until)]
  if (!opens.ok || !closes.ok) return refused(centreTexts.hoursUnreadable)
  if (compareClocks(closes.value, opens.value) <= 0) return refused(centreTexts.hoursBackwards)
  return { ok: true, value: { from: opens.value, until: closes.value } }
}

const refused = (message: string): { ok: false; message: string } => ({ ok: false, message })
