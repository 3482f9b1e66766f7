import { sql } from 'kysely'
import type { Write } from '../../platform/db.ts'
import { isPgError } from '../../platform/errors.ts'
import type { Owner } from './codes.ts'
import { openPlan } from './plan-commands.ts'
import type { Own } from './plan-commands.ts'
import { addRow, changeRow } from './row-commands.ts'
import type { Columns, RowKey } from './row-commands.ts'
import type { StepState } from './state-rules.ts'

export interface StepContent {
  words: string
  day: string | null
  whose: Owner | null
  personId: string | null
  topic: number | null
}

/** How far a step is, with what belongs to that state. */
export interface StepIs {
  state: StepState
  waitsFor: string | null
  restWords: string | null
  doneWords: string | null
  doneOn: string | null
}

/** Thrown when a step would wait for itself by way of others; the page says so before, and the database in the end. */
export class Ring extends Error {
  override name = 'Ring'
}

export async function addStep(tx: Write, own: Own, step: StepContent & StepIs & { id: string }) {
  await holdPath(tx, own.citizenId)
  await openPlan(tx, own)
  return await noRing(
    addRow(tx, 'steps', {
      key: { ...own, id: step.id },
      columns: { citizen_id: own.citizenId, created_by: own.personId, ...contentColumns(step), ...stateColumns(step) },
      settled: ['created_by', 'state', 'done_on'],
    }),
  )
}

export async function changeStep(
  tx: Write,
  at: { key: RowKey; version: number; citizenId: string },
  content: StepContent,
): Promise<boolean> {
  await holdPath(tx, at.citizenId)
  return await changeRow(tx, 'steps', { ...at, columns: contentColumns(content) })
}

/** Moves a step on. What waited for one that is done goes on by itself, in the same transaction. */
export async function moveStep(
  tx: Write,
  at: { key: RowKey; version: number; citizenId: string },
  is: StepIs,
): Promise<boolean> {
  await holdPath(tx, at.citizenId)
  return await noRing(changeRow(tx, 'steps', { ...at, columns: stateColumns(is) }))
}

// Before any row is held: whoever changes the path of a citizen waits here for the one before, and nobody in a ring.
async function holdPath(tx: Write, citizenId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${citizenId}, 15))`.execute(tx)
}

async function noRing<T>(statement: Promise<T>): Promise<T> {
  try {
    return await statement
  } catch (error) {
    throw isPgError(error, '23514') && String(error).includes('waits for itself') ? new Ring() : error
  }
}

const contentColumns = ({ words, day, whose, personId, topic }: StepContent): Columns => ({
  words,
  day,
  whose,
  person_id: personId,
  topic,
})

const stateColumns = (is: StepIs): Columns => ({
  state: is.state,
  waits_for: is.waitsFor,
  rest_words: is.restWords,
  done_words: is.doneWords,
  done_on: is.doneOn,
})
