// From a request to a row of a plan: whose page it is, and which of one's own records is written in.

import type { Read } from '../../platform/db.ts'
import type { Typed } from '../../platform/form.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { NotFound, RecordClosed } from '../../platform/errors.ts'
import { closeTexts } from '../citizens/card-texts.da.ts'
import type { CitizenRecord } from '../consents/record-queries.ts'
import { mineOf, shownRecords } from '../consents/asking.ts'
import type { Asking } from '../consents/asking.ts'
import type { Own } from './plan-commands.ts'
import type { PlanRow } from './queries.ts'
import type { RowKey } from './row-commands.ts'

/** The records of the page, and the one of one's own in which one writes: the asked one if it can be. */
export async function recordsFor(tx: Read, given: Asking, citizenId: string) {
  const { own, ...shown } = await shownRecords(tx, given, citizenId)
  return { ...shown, own: own[0] }
}

/** The same for a page that writes; `NotFound` where one only reads along. */
export async function ownFor(tx: Read, given: Asking, citizenId: string) {
  const at = await recordsFor(tx, given, citizenId)
  if (!at.own) throw new NotFound()
  return { ...at, own: at.own, writes: writesIn(given, at.own) }
}

/**
 * The same for something new. A closed record takes nothing: its page leads to where it can be opened again, and a post
 * is not stored.
 */
export async function newFor(tx: Read, given: Asking & { form: unknown }, citizenId: string) {
  const at = await ownFor(tx, given, citizenId)
  takesNew(given, at.own)
  return at
}

export function takesNew({ form }: { form: unknown }, record: Pick<CitizenRecord, 'id' | 'closedAt'>): void {
  if (record.closedAt !== null) throw form === undefined ? new RecordClosed(record.id) : new ClosedMeanwhile()
}

/** For the form of something: of what stands, or of something new. */
export async function formFor(
  tx: Read,
  given: Asking & { form: unknown },
  at: { citizenId: string; standsId: string | undefined },
) {
  const isAskedFor = given.form === undefined && at.standsId === undefined
  return await (isAskedFor ? newFor : ownFor)(tx, given, at.citizenId)
}

/** A row of these records; `NotFound` when it is none of them. */
export function among<R extends PlanRow>(rows: readonly R[], id: string): R {
  const row = rows.find(each => each.id === id)
  if (!row) throw new NotFound()
  return row
}

/** Where an own row lies; `NotFound` for one that is another party's. */
export function keyOf(given: Asking, row: PlanRow): RowKey {
  const mine = mineOf(given)
  if (!mine.parties.includes(row.partyId)) throw new NotFound()
  return { municipalityId: mine.municipalityId, partyId: row.partyId, id: row.id }
}

function writesIn(given: Asking, record: Pick<CitizenRecord, 'partyId' | 'id'>): Own {
  const { municipalityId, personId } = mineOf(given)
  return { municipalityId, partyId: record.partyId, citizenId: record.id, personId }
}

/** Thrown so that the transaction stores nothing: somebody was there first, or the id stands for something else. */
export class Outdated extends Error {
  override name = 'Outdated'
  readonly why: 'taken' | 'changed'

  constructor(why: 'taken' | 'changed') {
    super(why)
    this.why = why
  }
}

/** Thrown so that the transaction stores nothing: the record is closed. */
class ClosedMeanwhile extends Error {
  override name = 'ClosedMeanwhile'
}

/** Runs a write that may be of something new; `closed` when the record takes nothing new. */
export async function storingNew(write: Promise<void>): Promise<Why | 'closed'> {
  try {
    return await storing(write)
  } catch (error) {
    if (error instanceof ClosedMeanwhile) return 'closed'
    throw error
  }
}

/** What a form says that came to a closed record; all that was typed stays in it. */
export const closedErrors = (field: string): FieldError[] => [{ field, message: closeTexts.refused }]

/** Runs a write; why it was too late, or nothing when it was stored. */
export async function storing(write: Promise<void>): Promise<Why> {
  try {
    await write
    return undefined
  } catch (error) {
    if (error instanceof Outdated) return error.why
    throw error
  }
}

export type Why = 'taken' | 'changed' | undefined

/** 409 for what somebody else was first with, 422 for what must be put right. */
export function statusOf(errors: readonly FieldError[], why: Why): 200 | 409 | 422 {
  if (why) return 409
  return errors.length > 0 ? 422 : 200
}

/** What was typed, now on top of the version that stands, so that it can be saved after all. */
export function typedAgain(
  typed: Typed | undefined,
  at: { row: { id: string; version: number } | undefined; why: Why },
): Typed | undefined {
  return typed && at.row && at.why ? { ...typed, id: at.row.id, version: String(at.row.version) } : typed
}
