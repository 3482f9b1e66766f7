/** Aliases that differ in case and blanks alone are one alias. */
export function isSameAlias(one: string, other: string): boolean {
  return folded(one) === folded(other)
}

function folded(alias: string): string {
  return alias.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('da')
}
