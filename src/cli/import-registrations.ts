import { registrationColumns } from '../features/imports/columns.ts'
import { importRegistrations, previewRegistrations } from '../features/imports/registration-commands.ts'
import type { House } from '../features/routing.ts'
import { municipalityAt, openFile, reportOn } from './import-report.ts'
import type { ImportReport, ImportWish } from './import-report.ts'

/** Reads the file once to see what it would do, and once more to store it, in one transaction. */
export async function importRegistrationFile(
  { db, keys }: Pick<House, 'db' | 'keys'>,
  wish: ImportWish,
): Promise<ImportReport> {
  const municipalityId = await municipalityAt({ db }, wish.slug)
  const asker = { municipalityId, personId: null }
  const { sheet, columns } = await openFile(wish.file, registrationColumns)
  const file = { municipalityId, personId: null, keys, sheet, columns, onProgress: wish.onProgress }
  return await reportOn(wish, {
    sheet,
    columns,
    preview: onRefused =>
      db.read(asker, 'operator.import', async tx => ({
        value: await previewRegistrations(tx, { ...file, onRefused }, wish.choice.update),
        about: [],
      })),
    store: (check, onRefused) =>
      db.write(asker, 'operator.import', tx =>
        importRegistrations(tx, { ...file, onRefused }, { check, choice: wish.choice }),
      ),
  })
}
