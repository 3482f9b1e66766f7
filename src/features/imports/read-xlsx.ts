// A spreadsheet file becomes the text file that the rest of the import reads, in a thread of its own:
// what it does to memory ends with the thread, and the pages are served meanwhile.

import { Worker } from 'node:worker_threads'
import { limits } from './limits.ts'
import { FileRefused } from './sheet.ts'
import { fileSays } from './texts.da.ts'
import { unpackedSize, zipEntries } from './zip-directory.ts'

export type XlsxAnswer = { text: Uint8Array } | { refused: string }

/** 100,000 rows of all columns were read within 260 MB of it; a file that needs more than this is not such a file. */
const heap = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 8 }
const longestMilliseconds = 120_000

/** The first sheet as text, row by row, in UTF-8 with `;` between: line n of it is row n of the sheet. */
export async function xlsxAsCsv(bytes: Uint8Array): Promise<Uint8Array> {
  const entries = zipEntries(bytes)
  if (!entries) throw new FileRefused(fileSays.broken)
  const names = new Set(entries.map(entry => entry.name))
  if (names.has('content.xml') && names.has('mimetype')) throw new FileRefused(fileSays.openDocument)
  if (!names.has('xl/workbook.xml')) throw new FileRefused(fileSays.noSheet)
  if (unpackedSize(entries) > limits.bytes) throw new FileRefused(fileSays.tooLargeUnpacked)
  const answer = await askThread(bytes)
  if ('refused' in answer) throw new FileRefused(answer.refused)
  return answer.text
}

function askThread(bytes: Uint8Array): Promise<XlsxAnswer> {
  const { promise, resolve } = Promise.withResolvers<XlsxAnswer>()
  const thread = new Worker(new URL('./xlsx-thread.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: heap,
    stdout: true,
    stderr: true,
  })
  const tooHeavy = { refused: fileSays.tooHeavy }
  const clock = setTimeout(() => resolve(tooHeavy), longestMilliseconds)
  thread.once('message', resolve)
  thread.once('error', () => resolve(tooHeavy))
  thread.once('exit', () => resolve(tooHeavy))
  return promise.finally(() => {
    clearTimeout(clock)
    return thread.terminate()
  })
}
