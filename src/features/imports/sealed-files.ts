// Files that lie encrypted: in frames, each sealed by AES-256-GCM to its file, its place in it, and whether it is the last,
// so that none can be changed, moved, left out or cut off.

import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Keys } from '../../platform/keys.ts'
import type { FileSource } from './sheet.ts'

/** Whose file it is. The same file elsewhere, or under another name, cannot be opened. */
export interface Seal {
  keys: Keys
  municipalityId: string
  name: string
}

export interface SealedWriter {
  write: (chunk: Uint8Array | string) => Promise<void>
  end: () => Promise<void>
}

const frameBytes = 64 * 1024
const lengthBytes = 4
/** The length, the nonce and the tag. Every frame but the last is full. */
const aroundFrame = lengthBytes + 28

export function sealedWriter(path: string, seal: Seal): SealedWriter {
  const stream = createWriteStream(path, { mode: 0o600 })
  const opened = once(stream, 'open')
  opened.catch(() => undefined)
  let waiting: Buffer = Buffer.alloc(0)
  let frames = 0
  const putFrame = async (plain: Buffer, last: boolean): Promise<void> => {
    const sealed = seal.keys.encrypt(placeOf(seal, frames++, last), plain)
    const length = Buffer.alloc(lengthBytes)
    length.writeUInt32LE(sealed.length)
    await opened
    if (!stream.write(Buffer.concat([length, sealed]))) await once(stream, 'drain')
  }
  return {
    async write(chunk) {
      waiting = Buffer.concat([waiting, Buffer.from(chunk)])
      while (waiting.length >= frameBytes) {
        await putFrame(waiting.subarray(0, frameBytes), false)
        waiting = waiting.subarray(frameBytes)
      }
    },
    async end() {
      await putFrame(waiting, true)
      stream.end()
      await once(stream, 'close')
    },
  }
}

/** Reads from the beginning as often as wanted; an error when the file is not what was written. */
export async function sealedSource(path: string, seal: Seal): Promise<FileSource> {
  const { size } = await stat(path)
  const frames = Math.floor(size / (frameBytes + aroundFrame)) + 1
  return { size: size - frames * aroundFrame, open: () => opened(path, seal) }
}

export async function sealedText(path: string, seal: Seal): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of opened(path, seal)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

async function* opened(path: string, seal: Seal): AsyncGenerator<Uint8Array> {
  let place = 0
  let held: Buffer | undefined
  for await (const frame of framesOf(path)) {
    if (held) yield unsealed(held, placeOf(seal, place++, false), seal.keys)
    held = frame
  }
  yield unsealed(held ?? Buffer.alloc(0), placeOf(seal, place, true), seal.keys)
}

async function* framesOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: frameBytes })) {
    rest = Buffer.concat([rest, Buffer.from(chunk)])
    while (rest.length >= lengthBytes && rest.length >= lengthBytes + rest.readUInt32LE()) {
      const end = lengthBytes + rest.readUInt32LE()
      yield rest.subarray(lengthBytes, end)
      rest = rest.subarray(end)
    }
  }
  if (rest.length > 0) throw new Error('a sealed file ends in the middle of a frame')
}

type Place = ReturnType<typeof placeOf>

const placeOf = ({ municipalityId, name }: Seal, frame: number, last: boolean) => ({
  municipalityId,
  use: 'upload' as const,
  boundTo: `uploads/${name}/${frame}${last ? '/last' : ''}`,
})

function unsealed(frame: Buffer, place: Place, keys: Keys): Buffer {
  const plain = keys.decrypt(place, frame)
  if (!plain) throw new Error('a sealed file was changed')
  return plain
}
