// An `.xlsx` is a zip. Its directory says how much it unpacks to, so that a bomb is refused before it is opened.

import { Buffer } from 'node:buffer'

export type ZipEntry = { name: string; method: number; packed: number; unpacked: number; at: number }

/** Where an entry's bytes may lie: an archive is read from its front as well, and must hold nothing that is not listed. */
const slackBytes = 64 * 1024
const endMark = 0x06054b50
const end64Mark = 0x06064b50
const locator64Mark = 0x07064b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const full32 = 0xffffffff

/** Null when the bytes are no whole zip archive, or one that hides something between its entries. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const directory = findDirectory(zip)
    if (!directory) return null
    const entries = readDirectory(zip, directory)
    return entries && unlistedBytes(entries, directory.at) <= slackBytes ? entries : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

export const unpackedSize = (entries: ZipEntry[]): number => entries.reduce((sum, entry) => sum + entry.unpacked, 0)

/** The packed bytes of one entry, without the header that stands before them. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (zip.readUInt32LE(entry.at) !== localMark) throw new RangeError('the entry is not where the directory says')
  const begin = entry.at + 30 + zip.readUInt16LE(entry.at + 26) + zip.readUInt16LE(entry.at + 28)
  return bytes.subarray(begin, begin + entry.packed)
}

type Directory = { at: number; count: number }

function findDirectory(zip: Buffer): Directory | null {
  const lowest = Math.max(0, zip.length - 22 - 0xffff)
  for (let at = zip.length - 22; at >= lowest; at--) {
    if (zip.readUInt32LE(at) !== endMark) continue
    const directory = { count: zip.readUInt16LE(at + 10), at: zip.readUInt32LE(at + 16) }
    return directory.at === full32 || directory.count === 0xffff ? findDirectory64(zip, at - 20) : directory
  }
  return null
}

function findDirectory64(zip: Buffer, locator: number): Directory | null {
  if (zip.readUInt32LE(locator) !== locator64Mark) return null
  const at = Number(zip.readBigUInt64LE(locator + 8))
  if (zip.readUInt32LE(at) !== end64Mark) return null
  return { count: Number(zip.readBigUInt64LE(at + 32)), at: Number(zip.readBigUInt64LE(at + 48)) }
}

function readDirectory(zip: Buffer, directory: Directory): ZipEntry[] | null {
  const entries: ZipEntry[] = []
  let at = directory.at
  for (let index = 0; index < directory.count; index++) {
    if (zip.readUInt32LE(at) !== entryMark) return null
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28)
    const extraEnd = nameEnd + zip.readUInt16LE(at + 30)
    const name = zip.toString('utf8', at + 46, nameEnd)
    entries.push({ name, method: zip.readUInt16LE(at + 10), ...sizes(zip, at, zip.subarray(nameEnd, extraEnd)) })
    at = extraEnd + zip.readUInt16LE(at + 32)
  }
  return entries
}

/** A size or an offset that does not fit in 32 bits stands in the extra field, in this order and only then. */
function sizes(zip: Buffer, at: number, extra: Buffer): Pick<ZipEntry, 'packed' | 'unpacked' | 'at'> {
  const wide = wideField(extra)
  const read = (offset: number): number => {
    const short = zip.readUInt32LE(at + offset)
    return short === full32 ? Number(wide.next()) : short
  }
  const unpacked = read(24)
  const packed = read(20)
  return { packed, unpacked, at: read(42) }
}

function wideField(extra: Buffer): { next: () => bigint } {
  let at = 0
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2)
  at += 4
  return {
    next: () => {
      at += 8
      return extra.readBigUInt64LE(at - 8)
    },
  }
}

/** What lies before the directory and belongs to no listed entry; an overlap counts as a bomb, and so as everything. */
function unlistedBytes(entries: ZipEntry[], directoryAt: number): number {
  let listed = 0
  let end = 0
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    if (entry.at < end) return Infinity
    end = entry.at + 30 + Buffer.byteLength(entry.name) + entry.packed
    listed += end - entry.at
  }
  return end > directoryAt ? Infinity : directoryAt - listed
}
