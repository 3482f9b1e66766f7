import { z } from 'zod'
import { choiceInput, flagInput, numberInput } from '../../platform/form.ts'
import { keysOf, presenceColumns, registrationColumns } from './columns.ts'

/** What to do with the rows that cannot be taken in, and what was said yes to. */
export const runForm = z.object({
  rows: choiceInput(['all', 'good', 'stop']),
  create: flagInput(),
  update: flagInput(),
})

export const columnField = (key: string): string => `column-${key}`

const columnKeys = [...new Set([...keysOf(registrationColumns), ...keysOf(presenceColumns)])]

/** Which column of the file each known column is, counted from 0; empty where there is none. */
export const columnsForm = z.object(
  Object.fromEntries(columnKeys.map(key => [columnField(key), numberInput({ min: 0, max: 199 })])),
)
