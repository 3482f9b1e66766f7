export type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp'

export const largestPhoto = 500 * 1000

/** What a photo is by its own bytes; the name and what the browser says of it count for nothing. */
export function photoType(bytes: Buffer): PhotoType | undefined {
  if (bytes.length > 4 && bytes.readUIntBE(0, 3) === 0xffd8ff) return 'image/jpeg'
  if (bytes.subarray(0, 8).equals(pngSignature)) return 'image/png'
  const text = bytes.subarray(0, 12).toString('latin1')
  return text.startsWith('RIFF') && text.endsWith('WEBP') ? 'image/webp' : undefined
}

/** The photo without what the camera wrote about place, time and owner; undefined when it cannot be read to its image. */
export function withoutMetadata(bytes: Buffer, type: PhotoType): Buffer | undefined {
  if (type === 'image/jpeg') return cleanJpeg(bytes)
  return type === 'image/png' ? cleanPng(bytes) : cleanWebp(bytes)
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

// Segments stand before the image: APP1 holds EXIF and XMP, APP13 what photo programs write, FE comments.
function cleanJpeg(bytes: Buffer): Buffer | undefined {
  const kept = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (marker === 0xda) return Buffer.concat([...kept, bytes.subarray(at, endOfImage(bytes, at))])
    if (end > bytes.length) return undefined
    if (marker !== 0xe1 && marker !== 0xed && marker !== 0xfe) kept.push(bytes.subarray(at, end))
    at = end
  }
  return undefined
}

// Telephones put a second image, with its own EXIF, after the first one's end.
function endOfImage(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(Buffer.from([0xff, 0xd9]), from)
  return end === -1 ? bytes.length : end + 2
}

const pngKept = new Set([
  'IHDR',
  'PLTE',
  'tRNS',
  'IDAT',
  'IEND',
  'gAMA',
  'sRGB',
  'cHRM',
  'iCCP',
  'sBIT',
  'bKGD',
  'pHYs',
])

function cleanPng(bytes: Buffer): Buffer | undefined {
  const kept = [bytes.subarray(0, 8)]
  let at = 8
  while (at + 12 <= bytes.length) {
    const name = bytes.toString('latin1', at + 4, at + 8)
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return undefined
    if (pngKept.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return undefined
}

function cleanWebp(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = []
  let at = 12
  while (at + 8 <= bytes.length) {
    const name = bytes.toString('latin1', at, at + 4)
    const size = bytes.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    if (at + 8 + size > bytes.length) return undefined
    if (name !== 'EXIF' && name !== 'XMP ') kept.push(bytes.subarray(at, end))
    at = end
  }
  if (!kept.some(chunk => /^VP8[ LX]/.test(chunk.toString('latin1', 0, 4)))) return undefined
  const body = Buffer.concat([Buffer.from('WEBP'), ...kept.map(withoutFlags)])
  const head = Buffer.alloc(8)
  head.write('RIFF')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}

// The header of an extended file says which chunks follow: EXIF is its bit 8, XMP its bit 4.
function withoutFlags(chunk: Buffer): Buffer {
  if (chunk.toString('latin1', 0, 4) !== 'VP8X' || chunk.length < 9) return chunk
  const copy = Buffer.from(chunk)
  copy[8] = (copy[8] ?? 0) & ~0x0c
  return copy
}
