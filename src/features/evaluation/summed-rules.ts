import { fillRows } from './person-table.ts'
import type { Sums } from './sum-rules.ts'
import { textOf, wordsOf } from './words.ts'

// The sums of many whole months, written down, so that a page need not count their contacts again. People are kept one
// by one: whoever came in March and comes in May is one person.

/** The sums of whole months that follow each other. */
export interface SummedMonths {
  centres: string[]
  /** How many people the sums know. */
  size: number
  /** As `written` writes them. */
  sums: string
  people: string
}

/** What the database keeps of sums. */
export function written({ table, ...sums }: Sums): Pick<SummedMonths, 'sums' | 'people'> {
  const keys = table.keys.subarray(0, table.size * 2)
  const people = new Int32Array(table.size * (2 + table.stride))
  people.set(keys)
  people.set(table.words.subarray(0, table.size * table.stride), keys.length)
  const numbers = Object.fromEntries(parts.map(part => [part, [...sums[part]]]))
  return { sums: JSON.stringify({ ...numbers, size: table.size }), people: textOf(people) }
}

/** The sums of months as the database has kept them. */
export function summedMonths({
  centres,
  sums,
  people,
}: {
  centres: string
  sums: string
  people: string
}): SummedMonths {
  const { size }: { size: number } = JSON.parse(sums)
  return { centres: idsOf(centres), size, sums, people }
}

/** The ids of a list with commas. */
export const idsOf = (list: string): string[] => list.split(',').filter(id => id !== '')

/** Puts what was written down into sums of nothing, which may be of more months and more centres, but not of others. */
export function takeUp(into: Sums, { size, sums, people }: SummedMonths): void {
  const numbers: Record<(typeof parts)[number], number[]> = JSON.parse(sums)
  for (const part of parts) into[part].set(numbers[part])
  const words = wordsOf(people)
  const rows = words.subarray(size * 2)
  fillRows(into.table, {
    size,
    stride: size === 0 ? into.table.stride : rows.length / size,
    keys: words.subarray(0, size * 2),
    words: new Uint32Array(rows.buffer, rows.byteOffset, rows.length),
  })
}

const parts = ['cells', 'helps', 'efforts', 'minutes', 'centres', 'months', 'quarters'] as const
