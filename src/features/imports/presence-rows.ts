// One row of the presence spreadsheet (`træffetider`): a fixed weekly time of a worker at a centre.

import { fileWords } from '../contacts/codes.ts'
import type { Effort } from '../contacts/codes.ts'
import { weekdays } from '../../platform/time-texts.da.ts'
import type { Parsed } from '../../platform/time.ts'
import { clockCell, dayCell, nameCell, optional, unitCell, wordCell, yesNoCell } from './cell-rules.ts'
import { presenceColumns } from './columns.ts'
import type { Columns, PresenceColumn } from './columns.ts'
import { fieldsOf, rowReader } from './row-rules.ts'
import type { RowRead } from './row-rules.ts'
import type { SheetRow } from './sheet.ts'
import { rowSays } from './texts.da.ts'

export type Weeks = 'all' | 'even' | 'odd'

export type PresenceRow = {
  worker: string
  effort: Effort
  unit: string
  authority: boolean
  phone: string | null
  centre: string
  room: string | null
  /** Monday is 1 and Sunday 7. */
  weekday: number
  weeks: Weeks
  from: string
  until: string
  firstDay: string
  /** The last day itself is included; null when the time goes on. */
  lastDay: string | null
}

export function presenceReader(columns: Columns<PresenceColumn>): (row: SheetRow) => RowRead<PresenceRow> {
  const fields = presenceFields(columns)
  return rowReader(columns, row => {
    const presence: PresenceRow = {
      worker: row.take(fields.worker),
      effort: row.take(fields.effort),
      unit: row.take(fields.unit),
      authority: row.take(fields.authority),
      phone: row.take(fields.phone),
      centre: row.take(fields.centre),
      room: row.take(fields.room),
      weekday: row.take(fields.weekday),
      weeks: row.take(fields.weeks) ?? 'all',
      from: row.take(fields.from),
      until: row.take(fields.until),
      firstDay: row.take(fields.firstDay),
      lastDay: row.take(fields.lastDay),
    }
    const { from, until, firstDay, lastDay } = presence
    if (from !== '' && until !== '' && until <= from) row.tell(presenceColumns.until.heading, rowSays.untilBeforeFrom)
    if (firstDay !== '' && lastDay !== null && lastDay < firstDay)
      row.tell(presenceColumns.lastDay.heading, rowSays.lastBeforeFirst)
    return presence
  })
}

function presenceFields(columns: Columns<PresenceColumn>) {
  const field = fieldsOf(presenceColumns, columns)
  return {
    worker: field('worker', nameCell, ''),
    effort: field('effort', wordCell(fileWords.effort), 'casework'),
    unit: field('unit', unitCell, ''),
    authority: field('authority', yesNoCell, false),
    phone: field('phone', optional(phoneCell), null),
    centre: field('centre', nameCell, ''),
    room: field('room', optional(nameCell), null),
    weekday: field('weekday', weekdayCell, 1),
    weeks: field('weeks', optional(wordCell<Weeks>({ all: 'alle', even: 'lige', odd: 'ulige' })), null),
    from: field('from', clockCell, ''),
    until: field('until', clockCell, ''),
    firstDay: field('firstDay', dayCell, ''),
    lastDay: field('lastDay', optional(dayCell), null),
  }
}

const weekdayWords = Object.fromEntries(weekdays.map(({ long }) => [long, long]))
const weekdayWord = wordCell(weekdayWords)

function weekdayCell(text: string): Parsed<number> {
  const word = weekdayWord(text)
  return word.ok ? { ok: true, value: weekdays.findIndex(({ long }) => long === word.value) + 1 } : word
}

/** As the database keeps it: digits, and a country only where it is another than Denmark. */
function phoneCell(text: string): Parsed<string> {
  const digits = text
    .replaceAll(/[\s().-]/g, '')
    .replace(/^00/, '+')
    .replace(/^\+45(?=\d{8}$)/, '')
  return /^(\d{8}|\+\d{8,15})$/.test(digits) ? { ok: true, value: digits } : { ok: false, message: rowSays.phone }
}
