import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { WriteStream } from 'node:fs'
import { rowsToMend } from '../features/imports/bad-rows.ts'
import type { BadRow } from '../features/imports/bad-rows.ts'
import { guessColumns, isHeadingOf } from '../features/imports/columns.ts'
import type { Columns, ColumnSpecs } from '../features/imports/columns.ts'
import { ImportRefused } from '../features/imports/import-rules.ts'
import type { ImportChoice, ImportCounts, ImportPreview } from '../features/imports/import-rules.ts'
import { openSheet } from '../features/imports/open-sheet.ts'
import { countNames, noNames } from '../features/imports/place-rules.ts'
import type { FileNames } from '../features/imports/place-rules.ts'
import type { Problem } from '../features/imports/row-rules.ts'
import type { FileSource, Sheet } from '../features/imports/sheet.ts'
import { fileSays } from '../features/imports/texts.da.ts'
import type { House } from '../features/routing.ts'
import { InputRefused } from '../platform/errors.ts'

/** What the operator asks for. */
export interface ImportWish {
  file: FileSource
  slug: string
  dryRun: boolean
  badRowsPath: string | undefined
  choice: ImportChoice
  onProgress: (rows: number) => void
}

/** What became of a file, as `--json` prints it. */
export interface ImportReport {
  stored: boolean
  /** Why nothing was stored; null when all is well. */
  refused: string | null
  rows: number
  added: number
  changed: number
  same: number
  bad: number
  /** Names that are not known and that nobody said yes to. */
  unknown: FileNames
  /** Names that were made, or would be. */
  created: FileNames
  /** Columns that the format does not have. */
  keptOut: string[]
  problems: Problem[]
  problemCount: number
}

export async function municipalityAt({ db }: Pick<House, 'db'>, slug: string): Promise<string> {
  const [found] = await db.call<{ id: string }>('find_municipality', [slug])
  if (!found) throw new InputRefused(`There is no municipality at "${slug}".`)
  return found.id
}

/** The file as rows with its columns, or the sentence that refuses it. */
export async function openFile<Key extends string>(
  file: FileSource,
  specs: ColumnSpecs<Key>,
): Promise<{ sheet: Sheet; columns: Columns<Key> }> {
  const opened = await openSheet(file, isHeadingOf(specs))
  if (!opened.ok) throw new InputRefused(opened.message)
  const columns = guessColumns(specs, opened.sheet.heading.cells)
  if (columns.missing.length > 0)
    throw new InputRefused(fileSays.missingColumns(columns.missing.map(key => specs[key].heading)))
  return { sheet: opened.sheet, columns }
}

/** Looks at the file first, and stores it when there is nothing to ask about. */
export async function reportOn(wish: ImportWish, steps: Steps): Promise<ImportReport> {
  const badRows = badRowsAt(wish.badRowsPath, steps.sheet)
  const preview = await steps.preview(badRows.add)
  await badRows.end()
  const report = reportOf(preview, { wish, keptOut: steps.columns.keptOut.map(column => column.heading) })
  const refused = refusalOf(preview, wish)
  if (refused !== null || wish.dryRun) return { ...report, refused }
  const counts = await steps.store(preview, badRows.add).catch(refusedMeanwhile)
  await badRows.end()
  return {
    ...report,
    stored: true,
    added: counts.added,
    changed: counts.changed,
    same: counts.same,
    bad: counts.refused,
  }
}

type OnRefused = (rows: BadRow[]) => Promise<void>

interface Steps {
  sheet: Sheet
  columns: Columns<string>
  preview: (onRefused: OnRefused) => Promise<ImportPreview>
  store: (preview: ImportPreview, onRefused: OnRefused) => Promise<ImportCounts>
}

function reportOf(preview: ImportPreview, { wish, keptOut }: { wish: ImportWish; keptOut: string[] }): ImportReport {
  const { rows, bad, repeated, problems, problemCount } = preview
  const { createMissing, update } = wish.choice
  const changed = update ? preview.changed : 0
  const same = preview.same + repeated
  const names = createMissing
    ? { created: preview.unknown, unknown: noNames }
    : { created: noNames, unknown: preview.unknown }
  const counts = { rows, added: rows - bad - same - changed, changed, same, bad }
  return { stored: false, refused: null, ...counts, ...names, keptOut, problems, problemCount }
}

function refusalOf(preview: ImportPreview, { choice }: ImportWish): string | null {
  if (countNames(preview.unknown) > 0 && !choice.createMissing)
    return 'Names are not known. Mend the file, or say --create-missing.'
  if (preview.bad > 0 && !choice.acceptGoodRows) return 'Rows are refused. Mend the file, or say --accept-good-rows.'
  return null
}

function refusedMeanwhile(error: unknown): never {
  if (error instanceof ImportRefused)
    throw new InputRefused('Nothing was stored: something else was stored meanwhile. Try again.')
  throw error
}

/** The file of bad rows, which is made when there is one. Each pass through the spreadsheet begins it anew. */
function badRowsAt(path: string | undefined, sheet: Sheet): { add: OnRefused; end: () => Promise<void> } {
  const layout = rowsToMend(sheet.heading)
  let stream: WriteStream | undefined
  return {
    async add(rows) {
      if (path === undefined) return
      if (!stream) {
        stream = createWriteStream(path, { mode: 0o600 })
        stream.write(layout.heading)
      }
      if (!stream.write(layout.linesOf(rows))) await once(stream, 'drain')
    },
    async end() {
      if (!stream) return
      stream.end()
      await once(stream, 'close')
      stream = undefined
    },
  }
}
