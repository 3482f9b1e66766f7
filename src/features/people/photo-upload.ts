import { largestPhoto, photoType, withoutMetadata } from './photo-rules.ts'
import type { PhotoType } from './photo-rules.ts'
import { meTexts } from './texts.da.ts'

/** The photo of an upload, clean, or the sentence that says what is wrong; never more than its size in memory. */
export async function readPhoto(request: Request): Promise<{ type: PhotoType; image: Buffer } | { wrong: string }> {
  const body = await readAtMost(request, largestPhoto + roomForTheForm)
  if (!body) return { wrong: meTexts.fileTooLarge }
  const file = await fileIn(body, request.headers.get('content-type') ?? '')
  if (!file || file.size === 0) return { wrong: meTexts.fileMissing }
  if (file.size > largestPhoto) return { wrong: meTexts.fileTooLarge }
  const bytes = Buffer.from(await file.arrayBuffer())
  const type = photoType(bytes)
  const image = type && withoutMetadata(bytes, type)
  return image ? { type, image } : { wrong: meTexts.fileWrong }
}

const roomForTheForm = 4_000

// Who says a length beforehand and lies is found out on the way. The rest is let run to its end unread, so
// that a browser that is still sending sees the answer; past a bound it is cut off.
async function readAtMost(request: Request, most: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size <= most) chunks.push(chunk)
    if (size > most * 20) return undefined
  }
  return size <= most ? Buffer.concat(chunks) : undefined
}

async function fileIn(body: Buffer, contentType: string): Promise<File | undefined> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
    const file = form.get('photo')
    return file instanceof File ? file : undefined
  } catch {
    return undefined
  }
}
