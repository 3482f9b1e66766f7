// The file once through: each row a record with its key, or what is wrong with it. Checking, storing and giving the bad
// rows back are three readers of the same stream, so that none of them can see another file than the others.

import type { BadRow } from './bad-rows.ts'
import { registrationColumns } from './columns.ts'
import type { Columns, RegistrationColumn } from './columns.ts'
import { registrationReader } from './registration-rules.ts'
import type { Registration } from './registration-rules.ts'
import { rowKeys } from './row-keys.ts'
import { shownValue } from './row-rules.ts'
import type { Problem } from './row-rules.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { rowSays } from './texts.da.ts'

export type KeyedRegistration = { row: SheetRow; key: string; registration: Registration }
export type RegistrationBatch = { rows: number; good: KeyedRegistration[]; bad: BadRow[]; repeated: number }

export async function* readRegistrations(
  sheet: Sheet,
  columns: Columns<RegistrationColumn>,
): AsyncGenerator<RegistrationBatch> {
  const read = registrationReader(columns)
  const keyOf = rowKeys()
  for await (const rows of sheet.rows()) {
    const batch: RegistrationBatch = { rows: rows.length, good: [], bad: [], repeated: 0 }
    for (const row of rows) {
      const registration = read(row)
      if (!registration.ok) batch.bad.push({ row, problems: registration.problems })
      else place(batch, row, registration.value)
    }
    yield batch
  }

  function place(batch: RegistrationBatch, row: SheetRow, registration: Registration): void {
    const key = keyOf(registration, row.line)
    if (key.state === 'new') batch.good.push({ row, key: key.key, registration })
    else if (key.state === 'repeated') batch.repeated++
    else batch.bad.push({ row, problems: [sameId(row.line, registration.id ?? '', key.line)] })
  }
}

const sameId = (line: number, id: string, firstLine: number): Problem => ({
  line,
  column: registrationColumns.id.heading,
  value: shownValue(id),
  message: rowSays.sameId(firstLine),
})
