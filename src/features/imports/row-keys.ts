// Which row is which. A row with an id is known by it; one without is known by what it says, and by how many rows before
// it in the file say the same. A million of them are kept as hashes, in little more memory than their numbers take.

import { hash } from 'node:crypto'
import { hashTable } from './hash-table.ts'
import type { Registration } from './registration-rules.ts'

export type RowKey =
  | { state: 'new'; key: string }
  /** The same id and the same content stand in an earlier line: there is one contact, told twice. */
  | { state: 'repeated' }
  | { state: 'conflict'; line: number }

export function rowKeys(): (registration: Registration, line: number) => RowKey {
  const contents = hashTable(1)
  const ids = hashTable(3)
  return (registration, line) => {
    const content = hash('sha256', contentOf(registration), 'buffer')
    const count = contents.find(content)
    contents.values[count] = (contents.values[count] ?? 0) + 1
    const key = registration.id ?? derivedKey(content, contents.values[count] ?? 0)
    const place = ids.find(hash('sha256', key, 'buffer'))
    const first = ids.values[place]
    if (first === undefined || first === 0) {
      ids.values.set([line, content.readUInt32LE(8), content.readUInt32LE(12)], place)
      return { state: 'new', key }
    }
    const same = ids.values[place + 1] === content.readUInt32LE(8) && ids.values[place + 2] === content.readUInt32LE(12)
    return same ? { state: 'repeated' } : { state: 'conflict', line: first }
  }
}

/** The same row gives the same text in every file, however it was written there. No cell holds the sign between. */
const contentOf = (row: Registration): string =>
  [
    row.day,
    row.time,
    row.centre,
    row.effort,
    row.unit,
    row.worker,
    row.citizen,
    row.known,
    row.kind,
    row.venue,
    row.outcome,
    row.minutes,
    row.topicMask,
    row.helpMask,
    row.income,
    row.gender,
    row.birthYear,
  ].join('\u001f')

/** Letters alone, since ten digits in a row could look like a CPR number. */
const derivedKey = (content: Buffer, count: number): string =>
  `r-${content.toString('hex', 0, 16).replaceAll(/\d/g, digit => 'ghijklmnop'.charAt(Number(digit)))}-${count}`
