// Who has been counted: one row of words for each person, found by the 8 bytes that stand for them. Open addressing
// over flat arrays, because a map of a hundred thousand objects costs more than all the counting.

/** The rows of the people met so far. A row is `stride` words from `row * stride` on in `words`. */
export interface PersonTable {
  stride: number
  size: number
  /** The 8 bytes of each person, as two words. */
  keys: Int32Array
  words: Uint32Array
  /** Row + 1 at its place, 0 where nobody is. Its length is a power of two. */
  places: Int32Array
}

/** A table with room for `expected` people and more. */
export function personTable(stride: number, expected = 0): PersonTable {
  const rows = 2 ** Math.max(10, Math.ceil(Math.log2(expected + 1)))
  return {
    stride,
    size: 0,
    keys: new Int32Array(rows * 2),
    words: new Uint32Array(rows * stride),
    places: new Int32Array(rows * 2),
  }
}

/** Puts the rows of other people into a table that is empty. Theirs may be shorter: what they lack is 0. */
export function fillRows(table: PersonTable, from: Pick<PersonTable, 'stride' | 'size' | 'keys' | 'words'>): void {
  table.keys.set(from.keys)
  table.size = from.size
  if (from.stride === table.stride) table.words.set(from.words)
  else {
    for (let row = 0; row < from.size; row += 1)
      table.words.set(from.words.subarray(row * from.stride, (row + 1) * from.stride), row * table.stride)
  }
  findPlaces(table)
}

/** The row of a person, a new one of zeros when they are met for the first time. */
export function rowOf(table: PersonTable, high: number, low: number): number {
  const place = placeOf(table, high, low)
  const found = table.places[place] ?? 0
  if (found !== 0) return found - 1
  return addRow(table, { high, low, place })
}

function placeOf({ keys, places }: PersonTable, high: number, low: number): number {
  const mask = places.length - 1
  let place = (low ^ Math.imul(high, 0x9e3779b1)) & mask
  for (;;) {
    const row = (places[place] ?? 0) - 1
    if (row < 0 || (keys[row * 2] === high && keys[row * 2 + 1] === low)) return place
    place = (place + 1) & mask
  }
}

function addRow(table: PersonTable, at: { high: number; low: number; place: number }): number {
  const row = table.size
  table.size += 1
  table.keys[row * 2] = at.high
  table.keys[row * 2 + 1] = at.low
  table.places[at.place] = row + 1
  if (table.size * 2 === table.keys.length) grow(table)
  return row
}

function grow(table: PersonTable): void {
  const { keys, words, places } = table
  table.keys = doubled(keys, new Int32Array(keys.length * 2))
  table.words = doubled(words, new Uint32Array(words.length * 2))
  table.places = new Int32Array(places.length * 2)
  findPlaces(table)
}

function findPlaces(table: PersonTable): void {
  for (let row = 0; row < table.size; row += 1) {
    table.places[placeOf(table, table.keys[row * 2] ?? 0, table.keys[row * 2 + 1] ?? 0)] = row + 1
  }
}

function doubled<T extends Int32Array | Uint32Array>(from: T, into: T): T {
  into.set(from)
  return into
}
