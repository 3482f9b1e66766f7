// A table from hashes to a few whole numbers, for as many entries as a file has rows: a `Map` of a million strings takes
// ten times the memory.

export type HashTable = {
  /** `values[find(hash)]` and the next ones belong to the hash; they are 0 where it is new. Valid until the next `find`. */
  find: (hash: Buffer) => number
  values: Uint32Array
}

const firstSlots = 1024
const hashWords = 2

/** Entries are known by the first 64 bits of their hash: among a million, two meet once in 30 million files. */
export function hashTable(valuesPerEntry: number): HashTable {
  const stride = hashWords + valuesPerEntry
  let entries = 0
  const table: HashTable = { find, values: new Uint32Array(firstSlots * stride) }
  return table

  function find(hash: Buffer): number {
    // A hash of nothing but zeros would be taken for an empty slot.
    const low = hash.readUInt32LE(0) || 1
    const high = hash.readUInt32LE(4)
    if ((entries + 1) * stride * 2 > table.values.length) grow()
    const slot = slotOf(table.values, low, high)
    if (table.values[slot] === 0) entries++
    table.values[slot] = low
    table.values[slot + 1] = high
    return slot + hashWords
  }

  function slotOf(values: Uint32Array, low: number, high: number): number {
    const slots = values.length / stride
    let slot = low % slots
    while (values[slot * stride] !== 0 && (values[slot * stride] !== low || values[slot * stride + 1] !== high))
      slot = (slot + 1) % slots
    return slot * stride
  }

  function grow(): void {
    const old = table.values
    table.values = new Uint32Array(old.length * 2)
    for (let at = 0; at < old.length; at += stride) {
      const low = old[at] ?? 0
      if (low !== 0) table.values.set(old.subarray(at, at + stride), slotOf(table.values, low, old[at + 1] ?? 0))
    }
  }
}
