import { day } from '../../platform/time.ts'
import type { Day, Instant } from '../../platform/time.ts'
import { purposes } from '../../purposes.ts'
import type { Look } from './looked-queries.ts'
import { lookedTexts as t } from './looked-texts.da.ts'

/** What one person did for one reason on one day. */
export interface LookGroup {
  /** When it happened last, and first. */
  last: Instant
  first: Instant
  times: number
  /** The last of them. */
  look: Look
}

/** Looks by the same person on the same day for the same reason are one entry; none is left out. Newest first, as given. */
export function groupLooks(looks: readonly Look[]): LookGroup[] {
  const groups = new Map<string, LookGroup>()
  for (const look of looks) {
    const key = `${look.day} ${look.who} ${look.purpose} ${look.kind} ${look.ground}`
    const group = groups.get(key)
    if (!group) groups.set(key, { last: look.at, first: look.at, times: 1, look })
    else {
      group.first = look.at
      group.times += 1
    }
  }
  return [...groups.values()]
}

/** The entries of a page by day, in the order in which they come. */
export function byDay(groups: readonly LookGroup[]): { day: Day; groups: LookGroup[] }[] {
  return [...Map.groupBy(groups, ({ look }) => look.day)].map(([on, part]) => ({ day: day(on), groups: part }))
}

/** The entries by month, named by its first day, in the order in which they come. */
export function byMonth(groups: readonly LookGroup[]): { month: Day; groups: LookGroup[] }[] {
  const parts = Map.groupBy(groups, ({ look }) => look.day.slice(0, 7))
  return [...parts].map(([month, part]) => ({ month: day(`${month}-01`), groups: part }))
}

/** Who it was: role and house on that day, with the name where the house gives names. */
export function whoWords({ someone, name, roles, parties, purpose }: Look): string {
  if (!someone) return t.unnamed.find(each => purpose.startsWith(each.purposes))?.who ?? t.nobody
  if (roles === null) return name ?? t.noRole
  const from = [...new Set(parties?.filter(party => party !== null))]
  const role = t.roles[roles[0] ?? 'leader']
  const whence = from.length === 0 ? t.inMunicipality : t.from(from)
  return name === null ? `${t.a(role)} ${whence}` : `${name}, ${role} ${whence}`
}

/** Why, said to the citizen: what was done, or which page was opened. A purpose that the house no longer has keeps its name. */
export function whyWords({ purpose, kind }: Pick<Look, 'purpose' | 'kind'>): string {
  const opened = kind === 'read' ? t.opened[purpose] : undefined
  return opened ?? whys.get(purpose) ?? t.unknownWhy(purpose)
}

/** En medarbejder fra jobcentret så en samtale med dig. */
export function lookSentence(look: Look): string {
  const who = whoWords(look)
  return `${who}${who.includes(',') ? ',' : ''} ${whyWords(look)}.`
}

const whys = new Map<string, string>(
  Object.entries(purposes).map(([name, row]) => [name, 'toCitizen' in row ? row.toCitizen : row.words]),
)

/** What one line of paper says: who, why, and on which days of a month. */
export interface PaperLine {
  what: string
  days: { day: Day; times: number }[]
}

/** A month on paper: one line for whoever did the same for the same reason, with every day on which it happened. */
export function paperLines(groups: readonly LookGroup[]): PaperLine[] {
  const lines = new Map<string, Map<string, number>>()
  for (const group of groups) {
    const what = lookSentence(group.look)
    const days = lines.get(what) ?? new Map<string, number>()
    const on = group.look.day
    days.set(on, (days.get(on) ?? 0) + group.times)
    lines.set(what, days)
  }
  return [...lines].map(([what, days]) => ({
    what,
    days: [...days].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([on, times]) => ({ day: day(on), times })),
  }))
}
