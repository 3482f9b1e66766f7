import { endianness } from 'node:os'

// The database writes the higher byte first and most machines read the lower one first; read as flat words they are
// twice as quick as through a DataView.

/** The words of 32 bits that a base64 text holds. */
export function wordsOf(base64: string): Int32Array {
  const words = new Int32Array(Math.ceil((base64.length * 3) / 16) + 1)
  const bytes = Buffer.from(words.buffer)
  // Line breaks within the text make it shorter than its length says.
  const length = bytes.write(base64, 'base64')
  if (isLittleEndian) bytes.subarray(0, length).swap32()
  return words.subarray(0, length / 4)
}

/** The same text again. */
export function textOf(words: Int32Array): string {
  const bytes = Buffer.from(words.slice().buffer)
  if (isLittleEndian) bytes.swap32()
  return bytes.toString('base64')
}

const isLittleEndian = endianness() === 'LE'
