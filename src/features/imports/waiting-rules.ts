// A file that was sent and waits for its sender's word: what is kept about it, and for how long.

import type { ImportCounts, ImportPreview } from './import-rules.ts'

export type ImportKind = 'registrations' | 'presence'

export type WaitingStep =
  /** It is being read through. */
  | 'checking'
  | 'checked'
  /** It is no file that can be read; `says` tells why. */
  | 'refused'
  | 'storing'
  | 'stored'
  | 'failed'

export interface Waiting {
  id: string
  municipalityId: string
  personId: string
  kind: ImportKind
  fileName: string
  step: WaitingStep
  says: string | null
  /** The columns as somebody chose them; null: as they were guessed. */
  places: Record<string, number> | null
  /** What the columns of the file are called. */
  headings: string[]
  preview: ImportPreview | null
  counts: ImportCounts | null
}

/** Gone before an hour has passed, however seldom somebody sweeps. */
const waitsMilliseconds = 55 * 60 * 1000

/** The id of an upload holds the millisecond in which it came. */
const cameAt = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)

export const isOver = (id: string, now: number): boolean => now - cameAt(id) > waitsMilliseconds
export const millisecondsLeft = (id: string, now: number): number => Math.max(0, cameAt(id) + waitsMilliseconds - now)

/** While somebody works on a file, a sign of life is given every other second. */
export const signOfLife = 2000
export const isDead = (lastSign: number, now: number): boolean => now - lastSign > 15 * signOfLife
