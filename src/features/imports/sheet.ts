// What the rest of the import knows of a file: rows of text, each with the line where it begins.

/** Anything that can be read from its beginning as often as wanted: a file, or an upload that lies encrypted. */
export type FileSource = { size: number; open: () => AsyncIterable<Uint8Array> }

/** What is in memory already, in slices that a reader can take one by one. */
export const bytesSource = (bytes: Uint8Array): FileSource => ({ size: bytes.length, open: () => slices(bytes) })

async function* slices(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const step = 64 * 1024
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
}

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
