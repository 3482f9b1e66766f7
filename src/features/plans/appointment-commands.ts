import { sql } from 'kysely'
import type { Write } from '../../platform/db.ts'
import type { Place } from './codes.ts'
import { openPlan } from './plan-commands.ts'
import type { Own } from './plan-commands.ts'
import { addRow, changeRow, isRow } from './row-commands.ts'
import type { Columns, RowKey } from './row-commands.ts'
import type { AppointmentState } from './state-rules.ts'

export interface AppointmentContent {
  place: Place
  topic: number | null
  words: string
  address: string | null
  bring: string | null
  day: string
  clock: string | null
  companionId: string | null
  companionWords: string | null
  meetPlace: string | null
  meetClock: string | null
}

export async function addAppointment(tx: Write, own: Own, appointment: AppointmentContent & { id: string }) {
  await openPlan(tx, own)
  return await addRow(tx, 'appointments', { key: { ...own, id: appointment.id }, ...written(own, appointment) })
}

export async function changeAppointment(
  tx: Write,
  at: { key: RowKey; version: number },
  content: AppointmentContent,
): Promise<boolean> {
  return await changeRow(tx, 'appointments', { ...at, columns: columnsOf(content) })
}

/** What came of it, or that it is still to come after all. */
export async function tellAppointment(
  tx: Write,
  at: { key: RowKey; version: number },
  told: { state: AppointmentState; words: string | null },
): Promise<boolean> {
  const when = told.state === 'planned' ? sql`null` : sql`now()`
  const { rows } = await sql<{
    id: string
  }>`update appointments set state = ${told.state}, state_words = ${told.words}, state_at = ${when}
    where ${isRow(at.key)} and version = ${at.version} returning id`.execute(tx)
  return rows.length > 0
}

/** Another day: the one that was agreed stays as moved, and there is a new one. */
export async function moveAppointment(
  tx: Write,
  at: { key: RowKey; version: number; own: Own },
  moved: { words: string | null; to: AppointmentContent & { id: string } },
): Promise<boolean> {
  if (!(await tellAppointment(tx, at, { state: 'moved', words: moved.words }))) return false
  const { columns, settled } = written(at.own, moved.to)
  await addRow(tx, 'appointments', {
    key: { ...at.own, id: moved.to.id },
    columns: { ...columns, moved_from: at.key.id },
    settled,
  })
  return true
}

function written(own: Own, content: AppointmentContent) {
  return {
    columns: { citizen_id: own.citizenId, created_by: own.personId, ...columnsOf(content) },
    settled: ['created_by'],
  }
}

const columnsOf = (content: AppointmentContent): Columns => ({
  at_place: content.place,
  topic: content.topic,
  words: content.words,
  address: content.address,
  bring: content.bring,
  day: content.day,
  clock: content.clock,
  companion_id: content.companionId,
  companion_words: content.companionWords,
  meet_place: content.meetPlace,
  meet_clock: content.meetClock,
})
