import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import { instantOf } from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'

export interface Message {
  id: string
  recipient: string
  subject: string
  body: string
  at: Instant
}

/** What would be sent, newest first; mails to a citizen's helper are for no page. */
export async function listMessages(tx: Read, municipalityId: string, most: number): Promise<Message[]> {
  const rows = await tx
    .selectFrom('outbox')
    .select(['id', 'recipient', 'subject', 'body', 'created_at'])
    .where('municipality_id', '=', municipalityId)
    .where('sent_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ created_at: at, ...row }) => ({ ...row, at: instantOf(at) }))
}

/** How much waits and was sent, by recipient: what may be known while a mail server carries the words. */
export async function countMessages(tx: Read, municipalityId: string) {
  return await tx
    .selectFrom('outbox')
    .select(['recipient', sql<number>`count(*) filter (where sent_at is null)`.as('waiting')])
    .select(sql<number>`count(*) filter (where sent_at is not null)`.as('sent'))
    .where('municipality_id', '=', municipalityId)
    .groupBy('recipient')
    .orderBy(sql`max(created_at)`, 'desc')
    .limit(200)
    .execute()
}
