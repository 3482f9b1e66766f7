// Where uploads wait: a folder for each in DATA_DIR, everything in it sealed, for its uploader alone.

import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { isId } from '../../platform/id.ts'
import type { Keys } from '../../platform/keys.ts'
import { sealedSource, sealedText, sealedWriter } from './sealed-files.ts'
import type { Seal, SealedWriter } from './sealed-files.ts'
import type { FileSource } from './sheet.ts'
import { isOver } from './waiting-rules.ts'
import type { Waiting } from './waiting-rules.ts'

/** `file` is what was sent, `text` what a spreadsheet was turned into, the others what was wrong with it. */
export type WaitingFile = 'file' | 'text' | 'state' | 'problems' | 'bad-rows'

export interface Uploads {
  keys: Keys
  config: Pick<Config, 'dataDir'>
}

export type WaitingId = Pick<Waiting, 'municipalityId' | 'id'>

const folderOf = ({ config }: Uploads, at: WaitingId): string =>
  join(config.dataDir, 'uploads', at.municipalityId, at.id)
const pathOf = (uploads: Uploads, at: WaitingId, file: string): string => join(folderOf(uploads, at), file)
const sealOf = ({ keys }: Uploads, { municipalityId, id }: WaitingId, file: WaitingFile): Seal => ({
  keys,
  municipalityId,
  name: `${id}/${file}`,
})

export async function newFolder(uploads: Uploads, at: WaitingId): Promise<void> {
  await mkdir(folderOf(uploads, at), { recursive: true, mode: 0o700 })
}

export const writerFor = (uploads: Uploads, at: WaitingId, file: WaitingFile): SealedWriter =>
  sealedWriter(pathOf(uploads, at, file), sealOf(uploads, at, file))

/** Undefined when there is no such file. */
export async function sourceOf(uploads: Uploads, at: WaitingId, file: WaitingFile): Promise<FileSource | undefined> {
  try {
    return await sealedSource(pathOf(uploads, at, file), sealOf(uploads, at, file))
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

export async function removeFiles(uploads: Uploads, at: WaitingId, files: WaitingFile[]): Promise<void> {
  for (const file of files) await rm(pathOf(uploads, at, file), { force: true })
}

export async function discard(uploads: Uploads, at: WaitingId): Promise<void> {
  await rm(folderOf(uploads, at), { recursive: true, force: true })
}

export async function saveState(uploads: Uploads, waiting: Waiting): Promise<void> {
  const writer = sealedWriter(pathOf(uploads, waiting, 'state.new'), sealOf(uploads, waiting, 'state'))
  await writer.write(JSON.stringify(waiting))
  await writer.end()
  await rename(pathOf(uploads, waiting, 'state.new'), pathOf(uploads, waiting, 'state'))
}

/** The upload, for whoever sent it and while it waits; undefined for everybody else, as if it were not there. */
export async function findWaiting(
  uploads: Uploads,
  at: WaitingId & { personId: string },
  now: number,
): Promise<Waiting | undefined> {
  if (!isId(at.id) || isOver(at.id, now)) return undefined
  try {
    const waiting: Waiting = JSON.parse(await sealedText(pathOf(uploads, at, 'state'), sealOf(uploads, at, 'state')))
    return waiting.personId === at.personId ? waiting : undefined
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** How far the work on a file is, which is no secret, and that somebody is at it. */
export async function tellProgress(uploads: Uploads, at: WaitingId, rows: number | undefined): Promise<void> {
  const path = pathOf(uploads, at, 'progress')
  try {
    if (rows === undefined) await utimes(path, new Date(), new Date())
    else await writeFile(path, String(rows), { mode: 0o600 })
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

export async function readProgress(uploads: Uploads, at: WaitingId): Promise<{ rows: number; lastSign: number }> {
  try {
    const path = pathOf(uploads, at, 'progress')
    return { rows: Number(await readFile(path, 'utf8')) || 0, lastSign: (await stat(path)).mtimeMs }
  } catch (error) {
    if (isMissing(error)) return { rows: 0, lastSign: 0 }
    throw error
  }
}

/** Takes away what has waited too long, whoever sent it. */
export async function sweepUploads({ dataDir }: Pick<Config, 'dataDir'>, now: number): Promise<void> {
  const root = join(dataDir, 'uploads')
  for (const municipality of await namesIn(root))
    for (const id of await namesIn(join(root, municipality)))
      if (!isId(id) || isOver(id, now)) await rm(join(root, municipality, id), { recursive: true, force: true })
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
