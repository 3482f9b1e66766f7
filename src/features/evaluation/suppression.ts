// Small numbers are held back here and nowhere else: every page, file and answer with a number about people passes
// this module. A number with 1 to 4 people behind it is held back, 0 is shown, and a rate is held back with its parts.
//
// What it does not do: a number that is held back can still be found by taking its shown neighbours from a shown
// sum, or by asking for two periods that differ by a day. Holding back a second number for the sake of the first
// (complementary suppression) belongs here when it comes; until then nothing outside this file may work around it.

/** The fewest people that may stand behind a shown number. */
export const fewest = 5

export interface Suppressed {
  suppressed: true
}
export type Held = number | Suppressed
export type HeldRate = Held | null

/**
 * A count as it may be shown. `people` is how many stand behind it, each anonymous contact as one person; a count
 * of people is its own. A sum over few people is held back even when it is 0: it would tell of each of them.
 */
export function held(count: number, people: number = count): Held {
  if (people >= fewest) return count
  return count === 0 && people === 0 ? 0 : { suppressed: true }
}

/**
 * A sum as it may be shown beside its parts. As many stand behind it as behind its largest part, or more. Where just
 * one part is held back the sum is held back with it, for the others would tell the one.
 */
export function heldSum(parts: readonly { count: number; people: number }[]): Held {
  const hidden = parts.filter(part => !isShown(held(part.count, part.people))).length
  const most = Math.max(0, ...parts.map(part => part.people))
  const sum = parts.reduce((all, part) => all + part.count, 0)
  return hidden === 1 ? { suppressed: true } : held(sum, most)
}

/** A rate as it may be shown: `null` where nothing was counted, held back where one of its parts is. */
export function heldRate(rate: number | null, parts: readonly Held[]): HeldRate {
  if (rate === null) return null
  return parts.every(isShown) ? rate : { suppressed: true }
}

/** A part of a whole, from 0 to 1; `null` where either is held back. Of nobody the share is 0. */
export function shareOf(part: Held, whole: Held): number | null {
  if (!isShown(part) || !isShown(whole)) return null
  return whole === 0 ? 0 : part / whole
}

/** Whether a number is there to be written, drawn or counted on. */
export function isShown<T extends number | null>(value: T | Suppressed): value is T {
  return typeof value !== 'object' || value === null
}

/** The number, or `null` where it is held back: for drawings, whose lines break there. */
export function shownOrNull(value: HeldRate): number | null {
  return isShown(value) ? value : null
}
