// What an import counts, and why one stores nothing.

import type { FileNames } from './place-rules.ts'
import type { Problem } from './row-rules.ts'

/** What a file would do. */
export interface ImportCheck {
  rows: number
  /** Rows that can be taken in; among them those that are stored already and say the same. */
  good: number
  same: number
  /** Rows that are stored already and say something else. They are bad ones, unless they are to be put right. */
  changed: number
  bad: number
  /** Rows that stand in the file twice, id and all. */
  repeated: number
  /** The first ones; all of them are in the file to download. */
  problems: Problem[]
  problemCount: number
  names: FileNames
  firstDay: string | null
  lastDay: string | null
}

export interface ImportPreview extends ImportCheck {
  /** Names that are not known here and are made only by a yes. */
  unknown: FileNames
}

/** What whoever imports said yes to. */
export interface ImportChoice {
  createMissing: boolean
  acceptGoodRows: boolean
  update: boolean
}

/** So many are shown on a page. */
export const shownProblems = 100

export interface ImportCounts {
  read: number
  added: number
  changed: number
  same: number
  refused: number
}

/** Nothing is stored: rows are wrong, or names are unknown, and nobody said what to do about it. */
export class ImportRefused extends Error {
  override name = 'ImportRefused' as const
  because: 'rows' | 'names'

  constructor(because: 'rows' | 'names') {
    super(`the import was refused because of its ${because}`)
    this.because = because
  }
}
