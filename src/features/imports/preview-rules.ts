// What the page about a waiting file needs to know of it.

import { columnsAt, guessColumns, keysOf, presenceColumns, registrationColumns } from './columns.ts'
import type { Columns, ColumnSpecs } from './columns.ts'
import type { ImportPreview } from './import-rules.ts'
import type { Waiting } from './waiting-rules.ts'

export const specsOf = ({ kind }: Pick<Waiting, 'kind'>): ColumnSpecs<string> =>
  kind === 'registrations' ? registrationColumns : presenceColumns

export function columnsOf(waiting: Waiting): Columns<string> {
  const specs = specsOf(waiting)
  return waiting.places ? columnsAt(specs, waiting.headings, waiting.places) : guessColumns(specs, waiting.headings)
}

/** The known columns in the order of the format. */
export const columnKeys = (waiting: Waiting): string[] => keysOf(specsOf(waiting))

/** Rows that cannot be taken in. Those that are to be put right are none of them. */
export const badAfter = ({ bad, changed }: ImportPreview, update: boolean): number => (update ? bad - changed : bad)

/** Rows that would be new. */
export const newRows = ({ rows, bad, same, repeated }: ImportPreview): number => rows - bad - same - repeated
