import { sql } from 'kysely'
import type { Write } from '../../platform/db.ts'
import { isPgError } from '../../platform/errors.ts'
import { addRow, changeRow, isRow } from '../plans/row-commands.ts'
import type { Columns, RowKey } from '../plans/row-commands.ts'

export interface TaskContent {
  citizenId: string | null
  topic: number | null
  words: string
  day: string
  list: string
}

/** Who is to have it, and in which of their parties. */
export interface Receiver {
  personId: string
  partyId: string
}

/** Thrown when no yes in force covers what would be handed to another party. */
export class NoYes extends Error {
  override name = 'NoYes'
}

/** Writes down what is promised. One's own promise is accepted at once; somebody else is asked. */
export async function addTask(
  tx: Write,
  key: RowKey,
  task: TaskContent & { givenBy: string; to: Receiver },
): Promise<'added' | 'again' | 'taken'> {
  const added = await byYes(
    addRow(tx, 'tasks', {
      key,
      columns: {
        ...contentColumns(task),
        person_id: task.to.personId,
        party_id: task.to.partyId,
        given_by: task.givenBy,
        created_by: task.givenBy,
      },
      settled: ['created_by'],
    }),
  )
  if (added === 'added' && task.to.personId === task.givenBy)
    await sql`update tasks set accepted_at = now() where ${isRow(key)} and accepted_at is null`.execute(tx)
  return added
}

export async function changeTask(
  tx: Write,
  at: { key: RowKey; version: number },
  content: TaskContent,
): Promise<boolean> {
  return await byYes(changeRow(tx, 'tasks', { ...at, columns: contentColumns(content) }))
}

/** Asks somebody else to take it over; with oneself as the receiver it is taken back. */
export async function handTask(
  tx: Write,
  at: { key: RowKey; version: number },
  hand: { givenBy: string; to: Receiver; topic: number | null },
): Promise<boolean> {
  const accepted = hand.to.personId === hand.givenBy ? sql`now()` : sql`null`
  const { rows } = await byYes(
    sql<{
      id: string
    }>`update tasks set person_id = ${hand.to.personId}, party_id = ${hand.to.partyId}, given_by = ${hand.givenBy}, topic = ${hand.topic},
      given_at = now(), passed_by = null, accepted_at = ${accepted}, refused_at = null, refused_words = null
    where ${isRow(at.key)} and version = ${at.version} and done_at is null returning id`.execute(tx),
  )
  return rows.length > 0
}

/** Within the party that it was handed to: asks a colleague to take it over, or takes it over from one. */
export async function passTask(
  tx: Write,
  at: { key: RowKey; version: number },
  pass: { by: string; to: string },
): Promise<boolean> {
  const isMine = pass.to === pass.by
  const { rows } = await sql<{ id: string }>`
    update tasks set person_id = ${pass.to}::uuid, passed_by = ${isMine ? null : pass.by}::uuid, given_at = now(),
      accepted_at = ${isMine ? sql`now()` : null}, refused_at = null, refused_words = null
    where ${isRow(at.key)} and version = ${at.version} and done_at is null and party_id <> owner_party_id
    returning id`.execute(tx)
  return rows.length > 0
}

/** Back to the party that owns it, with a word, by whoever had passed it on and still has it. */
export async function giveTaskBack(tx: Write, key: RowKey, by: { personId: string; words: string }): Promise<void> {
  await sql`update tasks set person_id = ${by.personId}::uuid, passed_by = null, accepted_at = null, refused_at = now(),
      refused_words = ${by.words}
    where ${isRow(key)} and passed_by = ${by.personId}::uuid and accepted_at is null and done_at is null`.execute(tx)
}

/** Yes, or no with a word; and no to what one has said yes to gives it back. Nothing when it was answered meanwhile. */
export async function answerTask(
  tx: Write,
  key: RowKey,
  answer: { personId: string; yes: boolean; words: string },
): Promise<void> {
  const set = answer.yes
    ? sql`accepted_at = now(), refused_at = null, refused_words = null`
    : sql`accepted_at = null, refused_at = now(), refused_words = ${answer.words}`
  await sql`update tasks set ${set} where ${isRow(key)} and person_id = ${answer.personId}::uuid and given_by <> person_id
    and done_at is null and refused_at is null and (accepted_at is null or not ${answer.yes})`.execute(tx)
}

/** Ticks it, or takes the tick away. */
export async function markTask(tx: Write, key: RowKey, done: boolean): Promise<void> {
  await sql`update tasks set done_at = ${done ? sql`now()` : sql`null`}
    where ${isRow(key)} and accepted_at is not null and (done_at is null) = ${done}`.execute(tx)
}

/** Ticks one small thing of its list, or takes that tick away. */
export async function markInList(tx: Write, key: RowKey, mark: { place: number; done: boolean }): Promise<void> {
  const bit = 1 << mark.place
  const ticked = mark.done ? sql`ticked | ${bit}::integer` : sql`ticked & ~${bit}::integer`
  await sql`update tasks set ticked = ${ticked} where ${isRow(key)}
    and ((ticked & ${bit}::integer) = 0) = ${mark.done}`.execute(tx)
}

async function byYes<T>(statement: Promise<T>): Promise<T> {
  try {
    return await statement
  } catch (error) {
    throw isPgError(error, '23514') && String(error).includes('no yes in force') ? new NoYes() : error
  }
}

const contentColumns = ({ citizenId, topic, words, day, list }: TaskContent): Columns => ({
  citizen_id: citizenId,
  topic,
  words,
  day,
  list,
})
