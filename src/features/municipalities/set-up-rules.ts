import { reservedSlugs } from '../../paths.ts'

/** Why a word cannot be the address of a municipality, in English for the operator; nothing when it can. */
export function wrongSlug(slug: string): string | undefined {
  if (!/^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$/.test(slug)) {
    return `"${slug}" cannot be an address: write 2 to 40 small letters a-z, digits and hyphens, with no hyphen first or last.`
  }
  return reservedSlugs.includes(slug) ? `"${slug}" is kept for the house itself: choose another address.` : undefined
}
