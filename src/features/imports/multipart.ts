// The parts of a form with a file, one after the other as they arrive: a spreadsheet may be larger than what one wants to
// hold in memory for everybody who sends one.

export interface FormPart {
  name: string
  fileName: string | undefined
  /** Must be read to its end before the next part comes. */
  content: AsyncGenerator<Uint8Array>
}

/** The body is no form, or breaks off. */
export class NoForm extends Error {
  override name = 'NoForm' as const
}

const headerBytes = 4096

export async function* formParts(body: AsyncIterable<Uint8Array>, contentType: string): AsyncGenerator<FormPart> {
  const boundary = /^multipart\/form-data;.*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType)
  const mark = boundary?.[1] ?? boundary?.[2]
  if (mark === undefined) throw new NoForm('no boundary')
  const reader = byteReader(body)
  await skipped(reader.until(`--${mark}`))
  while ((await reader.take(2)) === '\r\n') {
    const header = await textOf(reader.until('\r\n\r\n'), headerBytes)
    const content = reader.until(`\r\n--${mark}`)
    yield { name: valueIn(header, 'name') ?? '', fileName: valueIn(header, 'filename'), content }
    await skipped(content)
  }
}

/** The text of a small field. */
export async function textOf(content: AsyncIterable<Uint8Array>, most: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of content) {
    size += chunk.length
    if (size > most) throw new NoForm('a field is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

function byteReader(body: AsyncIterable<Uint8Array>) {
  const chunks = body[Symbol.asyncIterator]()
  let buffer: Buffer = Buffer.alloc(0)
  const more = async (): Promise<void> => {
    const next = await chunks.next()
    if (next.done === true) throw new NoForm('the body breaks off')
    buffer = Buffer.concat([buffer, next.value])
  }
  return {
    async take(count: number): Promise<string> {
      while (buffer.length < count) await more()
      const taken = buffer.toString('latin1', 0, count)
      buffer = buffer.subarray(count)
      return taken
    },
    /** What comes before the mark. The mark itself is taken away. */
    async *until(mark: string): AsyncGenerator<Uint8Array> {
      for (;;) {
        const at = buffer.indexOf(mark, 0, 'latin1')
        const end = at < 0 ? Math.max(0, buffer.length - mark.length + 1) : at
        const before = buffer.subarray(0, end)
        buffer = buffer.subarray(at < 0 ? end : end + mark.length)
        if (before.length > 0) yield before
        if (at >= 0) return
        await more()
      }
    },
  }
}

async function skipped(content: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _chunk of content);
}

/** Browsers write a quotation mark in a name as %22. */
function valueIn(header: string, key: string): string | undefined {
  const line = header.split('\r\n').find(each => /^content-disposition:/i.test(each)) ?? ''
  return new RegExp(`[;\\s]${key}="([^"]*)"`, 'i').exec(line)?.[1]?.replaceAll('%22', '"')
}
