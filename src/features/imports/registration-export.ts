// Records out again, in the columns that came in. What is written here is read back unchanged.

import { fileWords, helpFormsOf, topicsOf } from '../contacts/codes.ts'
import { day, formatDayField } from '../../platform/time.ts'
import { keysOf, registrationColumns } from './columns.ts'
import type { RegistrationColumn } from './columns.ts'
import { csvLine, guarded } from './csv-line.ts'
import type { Registration } from './registration-rules.ts'

/** Without it, spreadsheets take UTF-8 for what Windows wrote. */
export const byteOrderMark = '\uFEFF'

const columns = keysOf(registrationColumns)
const headings = columns.map(column => registrationColumns[column].heading)

export async function* registrationsAsCsv(batches: AsyncIterable<Registration[]>): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(headings)
  for await (const batch of batches) yield batch.map(registration => csvLine(cellsOf(registration))).join('')
}

/** Days are dates and lengths are numbers, as somebody who opens a spreadsheet expects; the rest is text. */
export async function registrationsAsXlsx(registrations: Registration[]): Promise<Buffer> {
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const rows = registrations.map(registration => {
    const texts = cellsOf(registration)
    return columns.map((column, index) => {
      if (column === 'day') return { value: new Date(registration.day), type: Date, format: 'dd-mm-yyyy' }
      if (column === 'minutes' || column === 'birthYear') return registration[column]
      return texts[index] === '' ? null : { value: xlsxText(texts[index] ?? ''), type: String }
    })
  })
  return writeExcelFile([headings, ...rows], { sheet: 'registreringer', stickyRowsCount: 1 }).toBuffer()
}

/**
 * The format writes a sign as _x0041_, so a text that looks so must be written as such a sign itself. The writer drops
 * the sign for what could not be read, and takes the name of something that every object has for a text it has met.
 */
function xlsxText(text: string): string {
  const written = text.replaceAll(/_x(?=[\dA-Fa-f]{4}_)/g, '_x005F_x').replaceAll('\uFFFD', '_xFFFD_')
  return written in {} ? `_x${hexOf(written)}_${written.slice(1)}` : written
}

const hexOf = (text: string): string => text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')

const cellsOf = (registration: Registration): string[] => columns.map(column => guarded(cellOf[column](registration)))

const yesNo = (answer: boolean | null): string => (answer === null ? '' : answer ? 'ja' : 'nej')
const numberText = (number: number | null): string => (number === null ? '' : String(number))

const cellOf: Record<RegistrationColumn, (registration: Registration) => string> = {
  id: ({ id }) => id ?? '',
  day: registration => formatDayField(day(registration.day)),
  time: ({ time }) => time?.replace(':', '.') ?? '',
  centre: ({ centre }) => centre ?? '',
  effort: ({ effort }) => fileWords.effort[effort],
  unit: ({ unit }) => unit ?? '',
  worker: ({ worker }) => worker ?? '',
  citizen: ({ citizen }) => citizen ?? '',
  known: ({ known }) => yesNo(known),
  kind: ({ kind }) => fileWords.kind[kind],
  venue: ({ venue }) => fileWords.venue[venue],
  outcome: ({ outcome }) => fileWords.outcome[outcome],
  minutes: ({ minutes }) => numberText(minutes),
  topics: registration =>
    topicsOf(registration.topicMask)
      .map(topic => fileWords.topic[topic])
      .join('|'),
  help: registration => helpFormsOf(registration.helpMask).join('|'),
  income: ({ income }) => (income === null ? '' : fileWords.income[income]),
  gender: ({ gender }) => (gender === null ? '' : fileWords.gender[gender]),
  birthYear: ({ birthYear }) => numberText(birthYear),
}
