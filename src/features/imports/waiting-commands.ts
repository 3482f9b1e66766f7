// The work on a waiting file: reading it through, and storing it. It goes on after the page has been answered, and what
// becomes of it is written down beside the file, so that the next page view finds it, in whichever process that is.

import type { Asker, Db } from '../../platform/db.ts'
import { problemList, rowsToMend } from './bad-rows.ts'
import type { BadRow } from './bad-rows.ts'
import { columnsAt, guessColumns, isHeadingOf, presenceColumns, registrationColumns } from './columns.ts'
import type { Columns, ColumnSpecs } from './columns.ts'
import { ImportRefused } from './import-rules.ts'
import type { ImportChoice, ImportCounts, ImportPreview } from './import-rules.ts'
import { openSheet, textSource } from './open-sheet.ts'
import { importPresence, previewPresence } from './presence-commands.ts'
import { importRegistrations, previewRegistrations } from './registration-commands.ts'
import { FileRefused } from './sheet.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { discard, removeFiles, saveState, sourceOf, tellProgress, writerFor } from './waiting-files.ts'
import type { Uploads } from './waiting-files.ts'
import { millisecondsLeft, signOfLife } from './waiting-rules.ts'
import type { Waiting } from './waiting-rules.ts'

export interface Workshop extends Uploads {
  db: Db
  asker: Asker
}

/** Short work is awaited, so that a small file needs no page in between. */
const patience = 1500

const atWork = new Set<string>()

/** Reads the file through, from the beginning or anew with other columns. */
export async function checkWaiting(workshop: Workshop, waiting: Waiting): Promise<void> {
  const millisecondsToLive = millisecondsLeft(waiting.id, Date.now())
  setTimeout(() => void discard(workshop, waiting), millisecondsToLive).unref()
  const started: Waiting = { ...waiting, step: 'checking', says: null, preview: null }
  await saveState(workshop, started)
  await work(workshop, started, () => checked(workshop, started))
}

/** Stores the file, as whoever sent it decided. */
export async function storeWaiting(workshop: Workshop, waiting: Waiting, choice: ImportChoice): Promise<void> {
  const started: Waiting = { ...waiting, step: 'storing' }
  await saveState(workshop, started)
  await work(workshop, started, () => stored(workshop, started, choice))
}

async function work(workshop: Workshop, waiting: Waiting, does: () => Promise<Waiting>): Promise<void> {
  if (atWork.has(waiting.id)) return
  atWork.add(waiting.id)
  await tellProgress(workshop, waiting, 0)
  const alive = setInterval(() => void tellProgress(workshop, waiting, undefined), signOfLife)
  const done = does()
    .catch((error: unknown) => outcomeOf(waiting, error))
    .then(outcome => saveState(workshop, outcome))
    .catch((error: unknown) => console.error(JSON.stringify({ import: nameOf(error) })))
    .finally(() => {
      clearInterval(alive)
      atWork.delete(waiting.id)
    })
  await Promise.race([done, new Promise(resolve => setTimeout(resolve, patience))])
}

function outcomeOf(waiting: Waiting, error: unknown): Waiting {
  if (error instanceof FileRefused) return { ...waiting, step: 'refused', says: error.says }
  console.error(JSON.stringify({ import: nameOf(error) }))
  return { ...waiting, step: 'failed' }
}

/** An error is told by its name alone: its message may hold a cell. */
const nameOf = (error: unknown): string =>
  error instanceof Error ? `${error.name} ${'code' in error ? String(error.code) : ''}`.trim() : 'unknown'

async function checked(workshop: Workshop, waiting: Waiting): Promise<Waiting> {
  const file = await openWaiting(workshop, waiting)
  const headings = file.sheet.heading.cells
  if (file.columns.missing.length > 0) return { ...waiting, step: 'checked', headings, preview: null }
  const report = await refusedRows(workshop, waiting, file.sheet.heading)
  const preview = await file.preview(report.add)
  await report.end()
  return { ...waiting, step: 'checked', headings, preview }
}

async function stored(workshop: Workshop, waiting: Waiting, choice: ImportChoice): Promise<Waiting> {
  const file = await openWaiting(workshop, waiting)
  const report = await refusedRows(workshop, waiting, file.sheet.heading)
  try {
    const counts = await file.store(choice, report.add)
    await report.end()
    await removeFiles(
      workshop,
      waiting,
      counts.refused === 0 ? ['file', 'text', 'problems', 'bad-rows'] : ['file', 'text'],
    )
    return { ...waiting, step: 'stored', counts }
  } catch (error) {
    await report.end()
    // Something was stored since the file was read through: it is read through again, and whoever sent it decides anew.
    if (error instanceof ImportRefused) return checked(workshop, waiting)
    throw error
  }
}

type OnRefused = (rows: BadRow[]) => Promise<void>

interface OpenFile {
  sheet: Sheet
  columns: Columns<string>
  preview: (onRefused: OnRefused) => Promise<ImportPreview>
  store: (choice: ImportChoice, onRefused: OnRefused) => Promise<ImportCounts>
}

async function openWaiting(workshop: Workshop, waiting: Waiting): Promise<OpenFile> {
  return waiting.kind === 'registrations' ? openRegistrations(workshop, waiting) : openPresence(workshop, waiting)
}

async function openRegistrations(workshop: Workshop, waiting: Waiting): Promise<OpenFile> {
  const { db, asker, keys } = workshop
  const { sheet, columns } = await rowsOf(workshop, waiting, registrationColumns)
  const onProgress = progressOf(workshop, waiting)
  const file = { ...waiting, keys, sheet, columns, onProgress }
  return {
    sheet,
    columns,
    preview: onRefused => db.read(asker, 'import.preview', tx => previewRegistrations(tx, { ...file, onRefused })),
    store: (choice, onRefused) =>
      db.write(asker, 'import.registrations', tx => {
        if (!waiting.preview) throw new ImportRefused('rows')
        return importRegistrations(tx, { ...file, onRefused }, { check: waiting.preview, choice })
      }),
  }
}

async function openPresence(workshop: Workshop, waiting: Waiting): Promise<OpenFile> {
  const { db, asker } = workshop
  const { sheet, columns } = await rowsOf(workshop, waiting, presenceColumns)
  const file = { ...waiting, sheet, columns }
  return {
    sheet,
    columns,
    preview: onRefused => db.read(asker, 'import.preview', tx => previewPresence(tx, { ...file, onRefused })),
    store: (choice, onRefused) =>
      db.write(asker, 'import.presence', tx => importPresence(tx, { ...file, onRefused }, choice)),
  }
}

async function rowsOf<Key extends string>(
  workshop: Workshop,
  waiting: Waiting,
  specs: ColumnSpecs<Key>,
): Promise<{ sheet: Sheet; columns: Columns<Key> }> {
  const text = (await sourceOf(workshop, waiting, 'text')) ?? (await turnedIntoText(workshop, waiting))
  const opened = await openSheet(text, isHeadingOf(specs))
  if (!opened.ok) throw new FileRefused(opened.message)
  const headings = opened.sheet.heading.cells
  const { places } = waiting
  if (!places) return { sheet: opened.sheet, columns: guessColumns(specs, headings) }
  return { sheet: opened.sheet, columns: columnsAt(specs, headings, places) }
}

/** A spreadsheet is turned into text once, and waits as that. */
async function turnedIntoText(workshop: Workshop, waiting: Waiting) {
  const file = await sourceOf(workshop, waiting, 'file')
  if (!file) throw new Error('a waiting file is gone')
  const text = await textSource(file)
  if (text === file) return file
  const writer = writerFor(workshop, waiting, 'text')
  for await (const chunk of text.open()) await writer.write(chunk)
  await writer.end()
  await removeFiles(workshop, waiting, ['file'])
  return text
}

async function refusedRows(
  workshop: Workshop,
  waiting: Waiting,
  heading: SheetRow,
): Promise<{ add: OnRefused; end: () => Promise<void> }> {
  const toMend = rowsToMend(heading)
  const problems = writerFor(workshop, waiting, 'problems')
  const rows = writerFor(workshop, waiting, 'bad-rows')
  await problems.write(problemList.heading)
  await rows.write(toMend.heading)
  return {
    async add(bad) {
      await problems.write(problemList.linesOf(bad))
      await rows.write(toMend.linesOf(bad))
    },
    async end() {
      await problems.end()
      await rows.end()
    },
  }
}

/** A page asks every other second; it need not know each batch. */
function progressOf(workshop: Workshop, waiting: Waiting): (rows: number) => void {
  let told = 0
  return rows => {
    if (Date.now() - told < 500) return
    told = Date.now()
    void tellProgress(workshop, waiting, rows)
  }
}
