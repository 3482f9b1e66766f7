// A file on its way from the browser to where it waits, encrypted as it comes.

import { newId } from '../../platform/id.ts'
import { withoutCpr } from '../citizens/cpr-rules.ts'
import { cleaned } from './cell-rules.ts'
import { limits } from './limits.ts'
import { formParts, NoForm, textOf } from './multipart.ts'
import { fileSays } from './texts.da.ts'
import { discard, newFolder, saveState, sweepUploads, writerFor } from './waiting-files.ts'
import type { Uploads } from './waiting-files.ts'
import type { ImportKind, Waiting } from './waiting-rules.ts'

export type Received = { ok: true; waiting: Waiting } | { ok: false; field: 'file' | 'kind'; message: string }

/** Something that was sent and is not taken is let run to its end, so that the browser hears the answer; but not for ever. */
const patienceBytes = 4 * limits.bytes

export async function receiveUpload(
  uploads: Uploads,
  whose: Pick<Waiting, 'municipalityId' | 'personId'>,
  request: Request,
): Promise<Received> {
  await sweepUploads(uploads.config, Date.now())
  const at = { ...whose, id: newId() }
  await newFolder(uploads, at)
  const received = await readParts(uploads, at, request)
  if (!received.ok) {
    await discard(uploads, at)
    return received
  }
  const { kind, fileName } = received
  const waiting: Waiting = { ...at, kind, fileName, ...untouched }
  await saveState(uploads, waiting)
  return { ok: true, waiting }
}

const untouched = {
  step: 'checking' as const,
  says: null,
  places: null,
  headings: [],
  preview: null,
  counts: null,
} satisfies Partial<Waiting>

type At = Pick<Waiting, 'municipalityId' | 'personId' | 'id'>
type Parts = { ok: true; kind: ImportKind; fileName: string } | { ok: false; field: 'file' | 'kind'; message: string }

async function readParts(uploads: Uploads, at: At, request: Request): Promise<Parts> {
  let kind: string | undefined
  let file: { name: string; bytes: number } | undefined
  try {
    for await (const part of formParts(bodyOf(request), request.headers.get('content-type') ?? '')) {
      if (part.name === 'kind') kind = await textOf(part.content, 100)
      else if (part.name === 'file' && !file)
        file = { name: part.fileName ?? '', bytes: await keep(uploads, at, part.content) }
    }
  } catch (error) {
    if (!(error instanceof NoForm)) throw error
    return { ok: false, field: 'file', message: fileSays.noFile }
  }
  if (!file || file.bytes === 0) return { ok: false, field: 'file', message: fileSays.noFile }
  if (file.bytes > limits.bytes) return { ok: false, field: 'file', message: fileSays.tooLarge }
  if (kind !== 'registrations' && kind !== 'presence') return { ok: false, field: 'kind', message: fileSays.noKind }
  return { ok: true, kind, fileName: shownName(file.name) }
}

/** How many bytes came; of those that are too many none is kept. */
async function keep(uploads: Uploads, at: At, content: AsyncIterable<Uint8Array>): Promise<number> {
  const writer = writerFor(uploads, at, 'file')
  let bytes = 0
  for await (const chunk of content) {
    bytes += chunk.length
    if (bytes <= limits.bytes) await writer.write(chunk)
    else if (bytes > patienceBytes) throw new NoForm('the file has no end')
  }
  await writer.end()
  return bytes
}

async function* bodyOf(request: Request): AsyncGenerator<Uint8Array> {
  for await (const chunk of request.body ?? []) yield chunk
}

/** A file may be named after a citizen. */
const shownName = (name: string): string => withoutCpr(cleaned(name)).slice(-80)
