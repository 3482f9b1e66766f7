// The fonts of the pages are packed for browsers (WOFF); the typesetter wants them unpacked (TrueType or OpenType).
// WOFF is the same tables, each squeezed by zlib: https://www.w3.org/TR/WOFF/

import { inflateSync } from 'node:zlib'

const headerLength = 44
const entryLength = 20

/** With a `family` the font goes by that name: the typesetter asks no second font of the same name for a letter. */
export function unpackWoff(woff: Buffer, family?: string): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no WOFF font.')
  const tables = tablesOf(woff).map(table =>
    family && table.tag === 'name' ? { ...table, data: nameTable(family) } : table,
  )
  const head = Buffer.alloc(12 + 16 * tables.length)
  head.writeUInt32BE(woff.readUInt32BE(4), 0)
  head.writeUInt16BE(tables.length, 4)
  writeSearchHints(head, tables.length)
  let offset = head.length
  const bodies = tables.map((table, index) => {
    const at = 12 + 16 * index
    head.write(table.tag, at, 'latin1')
    head.writeUInt32BE(table.checksum, at + 4)
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(table.data.length, at + 12)
    const padded = Buffer.concat([table.data, Buffer.alloc((4 - (table.data.length % 4)) % 4)])
    offset += padded.length
    return padded
  })
  return Buffer.concat([head, ...bodies])
}

function tablesOf(woff: Buffer) {
  const count = woff.readUInt16BE(12)
  return Array.from({ length: count }, (_, index) => {
    const at = headerLength + entryLength * index
    const offset = woff.readUInt32BE(at + 4)
    const packed = woff.subarray(offset, offset + woff.readUInt32BE(at + 8))
    const length = woff.readUInt32BE(at + 12)
    const data = packed.length < length ? inflateSync(packed) : packed
    return { tag: woff.toString('latin1', at, at + 4), checksum: woff.readUInt32BE(at + 16), data }
  })
}

/** Three numbers for readers that look tables up by halving; every reader wants them, few use them. */
function writeSearchHints(head: Buffer, count: number): void {
  const power = Math.floor(Math.log2(count))
  head.writeUInt16BE(16 * 2 ** power, 6)
  head.writeUInt16BE(power, 8)
  head.writeUInt16BE(16 * (count - 2 ** power), 10)
}

/** The smallest table of names: family (1) and full name (4), in UTF-16 as Windows wants them. */
function nameTable(family: string): Buffer {
  const name = Buffer.from(family, 'utf16le').swap16()
  const records = [1, 4].map(id => Buffer.from(Uint16Array.of(3, 1, 0x409, id, name.length, 0).buffer).swap16())
  const head = Buffer.from(Uint16Array.of(0, records.length, 6 + 12 * records.length).buffer).swap16()
  return Buffer.concat([head, ...records, name])
}
