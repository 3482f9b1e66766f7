import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import { parseDay } from '../../platform/time.ts'
import { contactRows } from './queries.ts'
import type { ContactRow, Mine } from './queries.ts'
import type { Kind, Outcome } from './codes.ts'

/** Where a page of a list begins: after the row with this day and id. */
export interface Cursor {
  day: string
  id: string
}

export interface Narrowed {
  workerId?: string | undefined
  from?: string | undefined
  until?: string | undefined
  centreId?: string | undefined
  kind?: Kind | undefined
  outcome?: Outcome | undefined
}

const pageLength = 50

/** One page of talks, the latest first, in one statement; one row more than is shown tells whether there are older ones. */
export async function listContacts(
  tx: Read,
  mine: Mine,
  at: { narrowed: Narrowed; after?: Cursor | undefined; length?: number },
): Promise<Page> {
  const { narrowed, after, length = pageLength } = at
  const rows = await narrowing(contactRows(tx, mine), narrowed)
    .$if(after !== undefined, query =>
      query.where(sql<boolean>`(c.day, c.id) < (${after?.day}::date, ${after?.id}::uuid)`),
    )
    .orderBy('c.day', 'desc')
    .orderBy('c.id', 'desc')
    .limit(length + 1)
    .$castTo<ContactRow>()
    .execute()
  const shown = rows.slice(0, length)
  const last = shown.at(-1)
  return { rows: shown, older: rows.length > length && last ? { day: last.day, id: last.id } : undefined }
}

/** The talks of one's own parties at a centre on a day. */
export async function ownTalksAt(tx: Read, mine: Mine, at: { centreId: string; day: string }): Promise<ContactRow[]> {
  return await contactRows(tx, mine)
    .where('c.day', '=', at.day)
    .where('c.centre_id', '=', at.centreId)
    .orderBy('c.clock')
    .orderBy('c.id')
    .limit(200)
    .$castTo<ContactRow>()
    .execute()
}

/** How many talks a centre had on a day, of all parties: a count and nothing else. */
export async function talksAt(tx: Read, at: { centreId: string; day: string }): Promise<number> {
  const { rows } = await sql<{
    talks: number
  }>`select talks_at(${at.centreId}::uuid, ${at.day}::date) as talks`.execute(tx)
  return rows[0]?.talks ?? 0
}

/** "2026-11-24_<id>", as it stands in the address of the next page. */
export function cursorText({ day, id }: Cursor): string {
  return `${day}_${id}`
}

/** The cursor of an address; what is none is a page that is not there. */
export function cursorOf(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  const [day = '', id = ''] = text.split('_')
  if (!isId(id) || !/^\d{4}-\d{2}-\d{2}$/.test(day) || !parseDay(day).ok) throw new NotFound()
  return { day, id }
}

/** Leaves out what was not asked for. */
export function narrowing(query: ReturnType<typeof contactRows>, narrowed: Narrowed) {
  const { workerId, from, until, centreId, kind, outcome } = narrowed
  let rows = query
  if (workerId !== undefined) rows = rows.where('c.worker_id', '=', workerId)
  if (from !== undefined) rows = rows.where('c.day', '>=', from)
  if (until !== undefined) rows = rows.where('c.day', '<=', until)
  if (centreId !== undefined) rows = rows.where('c.centre_id', '=', centreId)
  if (kind !== undefined) rows = rows.where('c.kind', '=', kind)
  if (outcome !== undefined) rows = rows.where('c.outcome', '=', outcome)
  return rows
}

interface Page {
  rows: ContactRow[]
  older: Cursor | undefined
}
