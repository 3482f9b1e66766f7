import { presenceColumns } from '../features/imports/columns.ts'
import { importPresence, previewPresence } from '../features/imports/presence-commands.ts'
import type { House } from '../features/routing.ts'
import { municipalityAt, openFile, reportOn } from './import-report.ts'
import type { ImportReport, ImportWish } from './import-report.ts'

export async function importPresenceFile({ db }: Pick<House, 'db'>, wish: ImportWish): Promise<ImportReport> {
  const municipalityId = await municipalityAt({ db }, wish.slug)
  const asker = { municipalityId, personId: null }
  const { sheet, columns } = await openFile(wish.file, presenceColumns)
  const file = { municipalityId, personId: null, sheet, columns }
  return await reportOn(wish, {
    sheet,
    columns,
    preview: onRefused =>
      db.read(asker, 'operator.import', async tx => ({
        value: await previewPresence(tx, { ...file, onRefused }),
        about: [],
      })),
    store: (_check, onRefused) =>
      db.write(asker, 'operator.import', async tx => ({
        value: await importPresence(tx, { ...file, onRefused }, wish.choice),
        about: [],
      })),
  })
}
