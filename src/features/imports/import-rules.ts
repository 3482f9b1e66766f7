// What an import counts, and why one stores nothing.

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
