import { sql } from 'kysely'
import type { Write } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { sendMail } from '../../platform/mail.ts'
import type { House } from '../routing.ts'

/** Puts a message into the outbox, and the job that sends it into the queue, in the same transaction. */
export async function writeMessage(tx: Write, message: Message): Promise<void> {
  const { recipient, subject, body } = message
  await sql`select send_message(${newId()}, ${recipient}, ${subject}, ${body})`.execute(tx)
}

/** The same for the link of a share with a helper: the message goes with the share, and no page shows it. */
export async function writeToHelper(
  tx: Write,
  share: { partyId: string; id: string },
  { recipient, subject, body }: Message,
): Promise<void> {
  await sql`select mail_helper(${newId()}, ${share.partyId}::uuid, ${share.id}::uuid, ${recipient}, ${subject}, ${body})`.execute(
    tx,
  )
}

/**
 * Sends one message, when there is a mail server; without one it stays for the outbox page. The row is held
 * while the server takes the message, so no two jobs send it; should the house fall between the server's yes
 * and ours, the message goes again under the same Message-ID, by which mail programs know it. What was sent is
 * not kept: a link in it opens an account.
 */
export async function deliver({ db, config }: House, at: { municipalityId: string; messageId: string }): Promise<void> {
  const { smtpUrl, mailFrom } = config
  if (smtpUrl === undefined) return
  await db.write({ municipalityId: at.municipalityId, personId: null }, 'operator.jobs', async tx => {
    const row = await tx
      .selectFrom('outbox')
      .select(['id', 'recipient', 'subject', 'body'])
      .where('municipality_id', '=', at.municipalityId)
      .where('id', '=', at.messageId)
      .where('sent_at', 'is', null)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!row) return
    await sendMail({ smtpUrl, mailFrom }, row)
    await tx
      .updateTable('outbox')
      .set({ sent_at: sql<Date>`now()`, body: '' })
      .where('municipality_id', '=', at.municipalityId)
      .where('id', '=', row.id)
      .execute()
  })
}

interface Message {
  recipient: string
  subject: string
  body: string
}
