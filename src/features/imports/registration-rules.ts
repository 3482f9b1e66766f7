// One row of the registrations spreadsheet: a contact between a citizen and an outreach worker.

import { fileWords } from '../contacts/codes.ts'
import type { Effort, Gender, Income, Kind, Outcome, Venue } from '../contacts/codes.ts'
import {
  birthYearCell,
  clockCell,
  dayCell,
  helpCell,
  keyCell,
  minutesCell,
  nameCell,
  optional,
  topicsCell,
  unitCell,
  wordCell,
  yesNoCell,
} from './cell-rules.ts'
import { registrationColumns } from './columns.ts'
import type { Columns, RegistrationColumn } from './columns.ts'
import { fieldsOf, rowReader } from './row-rules.ts'
import type { RowRead } from './row-rules.ts'
import type { SheetRow } from './sheet.ts'
import { rowSays } from './texts.da.ts'

/** Days and clock times as the database takes them: 2017-03-13 and 14:30. */
export type Registration = {
  id: string | null
  day: string
  time: string | null
  centre: string | null
  effort: Effort
  unit: string | null
  worker: string | null
  /** A pseudonym; null for an anonymous contact. */
  citizen: string | null
  known: boolean | null
  kind: Kind
  venue: Venue
  outcome: Outcome
  minutes: number | null
  topicMask: number
  helpMask: number
  income: Income | null
  gender: Gender | null
  birthYear: number | null
}

export function registrationReader(columns: Columns<RegistrationColumn>): (row: SheetRow) => RowRead<Registration> {
  const fields = registrationFields(columns)
  return rowReader(columns, row => {
    const registration: Registration = {
      id: row.take(fields.id),
      day: row.take(fields.day),
      time: row.take(fields.time),
      centre: row.take(fields.centre),
      effort: row.take(fields.effort),
      unit: row.take(fields.unit),
      worker: row.take(fields.worker),
      citizen: row.take(fields.citizen),
      known: row.take(fields.known),
      kind: row.take(fields.kind),
      venue: row.take(fields.venue),
      outcome: row.take(fields.outcome),
      minutes: row.take(fields.minutes),
      topicMask: row.take(fields.topics),
      helpMask: row.take(fields.help),
      income: row.take(fields.income),
      gender: row.take(fields.gender),
      birthYear: row.take(fields.birthYear),
    }
    if (isBornLater(registration)) row.tell(registrationColumns.birthYear.heading, rowSays.bornLater)
    return registration
  })
}

function registrationFields(columns: Columns<RegistrationColumn>) {
  const field = fieldsOf(registrationColumns, columns)
  const name = optional(nameCell)
  return {
    id: field('id', optional(keyCell), null),
    day: field('day', dayCell, ''),
    time: field('time', optional(clockCell), null),
    centre: field('centre', name, null),
    effort: field('effort', wordCell(fileWords.effort), 'casework'),
    unit: field('unit', optional(unitCell), null),
    worker: field('worker', name, null),
    citizen: field('citizen', name, null),
    known: field('known', optional(yesNoCell), null),
    kind: field('kind', wordCell(fileWords.kind, { 'drop-in': 'walkIn' }), 'walkIn'),
    venue: field('venue', wordCell(fileWords.venue), 'other'),
    outcome: field('outcome', wordCell(fileWords.outcome), 'open'),
    minutes: field('minutes', optional(minutesCell), null),
    topics: field('topics', topicsCell, 0),
    help: field('help', helpCell, 0),
    income: field('income', optional(wordCell(fileWords.income)), null),
    gender: field('gender', optional(wordCell(fileWords.gender)), null),
    birthYear: field('birthYear', optional(birthYearCell), null),
  }
}

const isBornLater = (registration: Registration): boolean =>
  registration.birthYear !== null &&
  registration.day !== '' &&
  registration.birthYear > Number(registration.day.slice(0, 4))
