// A page has few colours, and Chromium writes each with 24 bits: with a palette the same picture is a third as heavy.

import { deflateSync, inflateSync, crc32 } from 'node:zlib'

/** The picture again, with at most 256 colours. It takes what Chromium writes: 8 bits a colour, not interlaced. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, channels, data } = read(png)
  const pixels = unfiltered(data, { stride: width * channels, height, channels })
  const { palette, placeOf } = paletteOf(pixels, channels)
  const rows = Buffer.alloc((width + 1) * height)
  for (let at = 0, pixel = 0; pixel < width * height; pixel++, at += channels) {
    const row = Math.floor(pixel / width)
    rows[pixel + row + 1] = placeOf(colourAt(pixels, at))
  }
  const header = Buffer.from(png.subarray(16, 29))
  header.set([8, 3], 8)
  const parts = [
    part('IHDR', header),
    part('PLTE', palette),
    part('IDAT', deflateSync(rows, { level: 9 })),
    part('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([png.subarray(0, 8), ...parts])
}

function read(png: Buffer): { width: number; height: number; channels: number; data: Buffer } {
  const chunks: Buffer[] = []
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') chunks.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const channels = png[25] === 6 ? 4 : 3
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    channels,
    data: inflateSync(Buffer.concat(chunks)),
  }
}

/** Each row says by which neighbours it was written down; this takes them away again. */
function unfiltered(data: Buffer, at: { stride: number; height: number; channels: number }): Buffer {
  const { stride, height, channels } = at
  const out = Buffer.alloc(stride * height)
  for (let row = 0; row < height; row++) {
    const filter = data[row * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x++) {
      const place = row * stride + x
      const left = x >= channels ? (out[place - channels] ?? 0) : 0
      const up = row > 0 ? (out[place - stride] ?? 0) : 0
      const corner = row > 0 && x >= channels ? (out[place - stride - channels] ?? 0) : 0
      out[place] = (data[place + row + 1] ?? 0) + guess(filter, { left, up, corner })
    }
  }
  return out
}

function guess(filter: number, { left, up, corner }: { left: number; up: number; corner: number }): number {
  if (filter === 4) {
    const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
    if (toLeft <= toUp && toLeft <= toCorner) return left
    return toUp <= toCorner ? up : corner
  }
  return [0, left, up, (left + up) >> 1][filter] ?? 0
}

/** The most frequent colours; every other takes the nearest of them. */
function paletteOf(pixels: Buffer, channels: number): { palette: Buffer; placeOf: (colour: number) => number } {
  const counts = new Map<number, number>()
  for (let at = 0; at < pixels.length; at += channels) {
    const colour = colourAt(pixels, at)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const kept = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 256)
    .map(([colour]) => colour)
  const places = new Map(kept.map((colour, place) => [colour, place]))
  return {
    palette: Buffer.from(kept.flatMap(partsOf)),
    placeOf: colour => {
      const known = places.get(colour)
      if (known !== undefined) return known
      const nearest = kept.reduce(
        (best, each, place) => (distance(each, colour) < distance(kept[best] ?? 0, colour) ? place : best),
        0,
      )
      places.set(colour, nearest)
      return nearest
    },
  }
}

const colourAt = (pixels: Buffer, at: number): number => pixels.readUIntBE(at, 3)
const partsOf = (colour: number): number[] => [colour >> 16, (colour >> 8) & 255, colour & 255]
const distance = (a: number, b: number): number =>
  partsOf(a).reduce((sum, value, place) => sum + (value - (partsOf(b)[place] ?? 0)) ** 2, 0)

function part(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
}
