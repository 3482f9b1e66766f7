// What is kept, and what happens to it when its time is over. The words on screen stand in `texts.da.ts`.

export const recordKinds = ['citizen', 'quiet', 'contact', 'plan', 'note', 'consent', 'attorney', 'log'] as const
export const retentionActs = ['delete', 'lock', 'list'] as const

export type RecordKind = (typeof recordKinds)[number]
export type RetentionAct = (typeof retentionActs)[number]

/** What may be chosen: a record that nobody has used is shown and no more; only a whole record can be locked. */
export const actsFor: Record<RecordKind, readonly RetentionAct[]> = {
  citizen: ['lock', 'delete', 'list'],
  quiet: ['list'],
  contact: ['delete', 'list'],
  plan: ['delete', 'list'],
  note: ['delete', 'list'],
  consent: ['delete', 'list'],
  attorney: ['delete', 'list'],
  log: ['delete', 'list'],
}

/** The fewest months: nothing is closed by itself in the first year (domain 104), and who looked can be asked for half a year. */
export function fewestMonths(kind: RecordKind): number {
  if (kind === 'quiet') return 12
  return kind === 'log' ? 6 : 1
}
