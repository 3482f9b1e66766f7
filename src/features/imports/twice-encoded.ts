// A UTF-8 file that was once opened as if Windows had written it, and saved again: `vÃ¦rested` for `værested`.
// Spreadsheet programs do so when nobody tells them otherwise, and what was lost can be had back exactly.

const windows = new TextDecoder('windows-1252')
const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [windows.decode(Uint8Array.of(byte)), byte]))
const strict = new TextDecoder('utf-8', { fatal: true })

/** The two halves of æ, ø, å, Æ, Ø and Å, asked of the headings only: a name may hold an Ã of its own. */
export const looksDecodedTwice = (headings: string): boolean => /Ã[¦¸¥†˜…]/u.test(headings)

/** Row by row, so that one which was right already stays as it is. */
export const decodeTwice = (text: string): string => text.replaceAll(/[^\r\n]*\P{ASCII}[^\r\n]*/gu, mendedRow)

function mendedRow(row: string): string {
  const bytes = Uint8Array.from(row, character => byteOf.get(character) ?? 0)
  if (bytes.includes(0)) return row
  try {
    return strict.decode(bytes)
  } catch {
    return row
  }
}
