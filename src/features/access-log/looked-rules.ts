import { compareDays, dayOf } from '../../platform/time.ts'
import type { Day, Instant } from '../../platform/time.ts'
import { purposes } from '../../purposes.ts'
import type { Look } from './looked-queries.ts'
import { lookedTexts as t } from './looked-texts.da.ts'

/** What one person did for one reason on one day. */
export interface LookGroup {
  day: Day
  /** When it happened last, and first. */
  last: Instant
  first: Instant
  times: number
  look: Look
}

/** Looks by the same person on the same day for the same reason are one entry; none is left out. Newest first, as given. */
export function groupLooks(looks: readonly Look[]): LookGroup[] {
  const groups = new Map<string, LookGroup>()
  for (const look of looks) {
    const day = dayOf(look.at)
    const key = [String(day), look.who, look.purpose, look.kind, look.ground].join(' ')
    const group = groups.get(key)
    if (!group) groups.set(key, { day, last: look.at, first: look.at, times: 1, look })
    else Object.assign(group, { first: look.at, times: group.times + 1 })
  }
  return [...groups.values()]
}

/** The entries of a page by day, in the order in which they come. */
export function byDay<T extends { day: Day }>(groups: readonly T[]): { day: Day; groups: T[] }[] {
  const days = new Map<string, { day: Day; groups: T[] }>()
  for (const group of groups) {
    const found = days.get(String(group.day))
    if (found) found.groups.push(group)
    else days.set(String(group.day), { day: group.day, groups: [group] })
  }
  return [...days.values()]
}

/** Who it was: role and house on that day, with the name where the house gives names. */
export function whoWords({ someone, name, roles, parties, purpose }: Look): string {
  if (!someone) return purpose.startsWith('operator.') ? t.operator : t.nobody
  if (roles === null) return name ?? t.noRole
  const from = [...new Set(parties?.filter(party => party !== null))]
  const role = t.roles[roles[0] ?? 'leader']
  const whence = from.length === 0 ? t.inMunicipality : t.from(from)
  return name === null ? `${t.a(role)} ${whence}` : `${name}, ${role} ${whence}`
}

/** Why, said to the citizen; a purpose that the house no longer has keeps its name. */
export function whyWords(purpose: string): string {
  const row = Object.entries(purposes).find(([name]) => name === purpose)?.[1]
  if (!row) return t.unknownWhy(purpose)
  return 'toCitizen' in row ? row.toCitizen : row.words
}

/** En medarbejder fra jobcentret så en samtale med dig. */
export function lookSentence(look: Look): string {
  const who = whoWords(look)
  return `${who}${who.includes(',') ? ',' : ''} ${whyWords(look.purpose)}.`
}

/** What one line of paper says: who, why, and on which days of a month. */
export interface PaperLine {
  what: string
  days: { day: Day; times: number }[]
}

/** A month on paper: one line for whoever did the same for the same reason, with every day on which it happened. */
export function paperLines(groups: readonly LookGroup[]): PaperLine[] {
  const lines = new Map<string, Map<string, { day: Day; times: number }>>()
  for (const group of groups) {
    const what = lookSentence(group.look)
    const days = lines.get(what) ?? new Map<string, { day: Day; times: number }>()
    const known = days.get(String(group.day))
    days.set(String(group.day), { day: group.day, times: (known?.times ?? 0) + group.times })
    lines.set(what, days)
  }
  return [...lines].map(([what, days]) => ({
    what,
    days: [...days.values()].toSorted((a, b) => compareDays(a.day, b.day)),
  }))
}
