// What the rest of the import knows of a file: rows of text, each with the line where it begins.

/** Anything that can be read from its beginning as often as wanted: a file, or an upload that lies encrypted. */
export type FileSource = { size: number; open: () => AsyncIterable<Uint8Array> }

export type SheetRow = { line: number; cells: string[] }

export type Sheet = {
  heading: SheetRow
  /** Rows come in batches, since a million promises cost more than the rows. Empty rows are left out. */
  rows: () => AsyncIterable<SheetRow[]>
}

/** The whole file is refused, with the one sentence that says what to do instead. */
export class FileRefused extends Error {
  override name = 'FileRefused' as const
  says: string

  constructor(says: string) {
    super('the file was refused')
    this.says = says
  }
}
