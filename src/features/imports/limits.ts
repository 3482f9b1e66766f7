// How much of a spreadsheet is taken. One place, so that the sentence that refuses and the code that refuses agree.

export const limits = {
  mebibytes: 100,
  bytes: 100 * 1024 * 1024,
  csvRows: 1_000_000,
  xlsxRows: 100_000,
  presenceRows: 20_000,
  columns: 200,
  /** A row this long is a quotation mark that nobody closed. */
  rowCharacters: 1024 * 1024,
  /** What the database keeps of each. */
  keyCharacters: 200,
  nameCharacters: 80,
  unitCharacters: 120,
  centres: 1000,
  units: 1000,
  workers: 20_000,
} as const
