import { needsOf } from './codes.ts'
import { wishTexts } from './texts.da.ts'

/** What a citizen is called on every page: by the name that they use. The full name is a line on their card and page. */
export function displayName<T extends string | null>({ alias }: { alias: T }): T {
  return alias
}

/** Aliases that differ in case and blanks alone are one alias. */
export function isSameAlias(one: string, other: string): boolean {
  return folded(one) === folded(other)
}

/**
 * "Stor skrift · SMS: ja · Ring helst før kl. 12": how the citizen wants to be met. Empty without a wish. `sms` is
 * undefined where one does not know: that yes is given to one party alone.
 */
export function wishesLine(wishes: { needs: number; safeTimes: string | null; sms?: boolean | undefined }): string {
  const { needs, safeTimes, sms } = wishes
  return [
    ...needsOf(needs).map(need => wishTexts.need[need]),
    ...(sms === true ? [wishTexts.smsYes] : []),
    ...(safeTimes === null ? [] : [wishTexts.safeTimes(safeTimes)]),
  ].join(' · ')
}

function folded(alias: string): string {
  return alias.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('da')
}
