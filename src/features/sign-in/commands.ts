import { sql } from 'kysely'
import type { Write } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { paths } from '../../paths.ts'
import { writeMessage } from '../outbox/commands.ts'
import { hashToken } from '../routing.ts'
import type { House } from '../routing.ts'
import { newToken } from './cookies.ts'
import { linkHours } from './rules.ts'
import { texts } from './texts.da.ts'

// What an administrator at a page and the operator at the command line do to accounts; the database refuses
// anybody else. Who calls one of these under a purpose about persons names the account in `about`.

/** Sends the person of an account a link to choose a password, for the first time or again. */
export async function inviteAccount(tx: Write, given: OfAccount): Promise<void> {
  const { municipality, accountId } = given
  const { email } = await tx
    .selectFrom('accounts')
    .select('email')
    .where('municipality_id', '=', municipality.id)
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow(() => new NotFound())
  const { link, token } = await createLink(tx, given)
  const body = texts.invitation.body({ municipality: municipality.name, link, token })
  await writeMessage(tx, { recipient: email, subject: texts.invitation.subject, body })
}

/** A one-time link to choose a password, valid for 48 hours. It is shown or sent once; only its hash is stored. */
export async function createLink(tx: Write, given: OfAccount): Promise<{ link: string; token: string }> {
  const token = newToken()
  await sql`select create_link(${given.accountId}, ${hashToken(token)}, ${linkHours.invitation})`.execute(tx)
  return { link: linkOf(given, token), token }
}

/** The next sign-in sets up a new authenticator app; whoever is signed in is out. */
export async function resetSecondFactor(tx: Write, accountId: string): Promise<void> {
  await sql`select reset_second_factor(${accountId})`.execute(tx)
}

export async function endSessionsOf(tx: Write, accountId: string): Promise<void> {
  await sql`select end_sessions_of(${accountId})`.execute(tx)
}

/** The address of a one-time link. */
export function linkOf({ municipality, config }: At, token: string): string {
  return `${config.baseUrl}${paths.choosePassword(municipality)}#${token}`
}

/** Deletes what sign-in needs no more: dead sessions, spent links, old tries, and devices not seen for 400 days. */
export async function cleanSignIn({ db }: House): Promise<void> {
  const all = await db.read(everywhere, 'operator.jobs', tx => tx.selectFrom('municipalities').select('id').execute())
  for (const { id } of all) {
    await db.write({ municipalityId: id, personId: null }, 'operator.jobs', async tx => {
      await sql`delete from sessions where municipality_id = ${id} and seen_at < now() - interval '12 hours'`.execute(
        tx,
      )
      await sql`delete from one_time_links where municipality_id = ${id} and expires_at < now()`.execute(tx)
      await sql`delete from sign_in_tries where municipality_id = ${id} and at < now() - interval '24 hours'`.execute(
        tx,
      )
      await sql`delete from known_devices where municipality_id = ${id} and seen_at < now() - interval '400 days'`.execute(
        tx,
      )
      await sql`delete from outbox where municipality_id = ${id} and created_at < now() - interval '30 days'`.execute(
        tx,
      )
      // A share ends by its day without anybody's hand, and one that was taken back while its mail was sent has it still.
      await sql`delete from outbox o using helper_shares s where o.municipality_id = ${id} and s.municipality_id = o.municipality_id
        and s.owner_party_id = o.share_party_id and s.id = o.share_id and (s.valid_until < danish_today() or s.withdrawn_at is not null)`.execute(
        tx,
      )
    })
  }
}

const everywhere = { municipalityId: '00000000-0000-0000-0000-000000000000', personId: null }

interface At extends Pick<House, 'config'> {
  municipality: { id: string; slug: string; name: string }
}
interface OfAccount extends At {
  accountId: string
}
