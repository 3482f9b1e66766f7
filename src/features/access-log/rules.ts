import { purposes } from '../../purposes.ts'
import { capitalised, clockOf, dayOf, formatClockFull, formatDateYear } from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import { kindWords, texts } from './texts.da.ts'

/**
 * What the officer is shown as unusual. None of it is a fault: each is a question that has an answer.
 * `many`: whoever opened at least so many citizens' records one by one within a clock hour, and more than so many
 * times the most in any hour of their own days before. `night`: from and until these hours of the clock.
 * `quiet`: nobody had talked with the citizen for so many days before the look, nor in the days after it.
 */
export const unusualRules = {
  many: { atLeast: 20, times: 2, days: 30 },
  night: { from: 22, until: 6 },
  quiet: { days: 365, ahead: 7 },
} as const
export const unusualKinds = ['many', 'night', 'quiet'] as const
export type UnusualKind = (typeof unusualKinds)[number]

/** Pages and files that show many at once: to be one of fifty on a list is not to be looked at. */
export const showsMany: readonly string[] = Object.keys(purposes).filter(name =>
  /\.(list|search|search-closed|due)$|^contacts\.export$|^(today|import|operator)\./.test(name),
)

/** What a purpose is called by a person; one that the house no longer has keeps its name. */
export function purposeWords(purpose: string): string {
  return purposeNames.get(purpose) ?? purpose
}

export function kindWordsOf(kind: string): string {
  return kindNames.get(kind) ?? kind
}

// Asked for every line of a file of years.
const purposeNames = new Map<string, string>(
  Object.entries(purposes).map(([name, row]) => [name, capitalised(row.words)]),
)
const kindNames = new Map<string, string>(Object.entries(kindWords))

/** Who looked: somebody by name, the machine's operator, or nobody who was signed in. */
export function lookerOf(line: { personName: string | null; purpose: string }): string {
  if (line.personName !== null) return line.personName
  return line.purpose.startsWith('operator.') ? texts.operator : texts.visitor
}

/** 20. november 2026 kl. 14.05 */
export function whenWords(at: Instant): string {
  return `${formatDateYear(dayOf(at))} kl. ${formatClockFull(clockOf(at))}`
}
