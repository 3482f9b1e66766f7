import type { Subject, Told, Write } from '../../platform/db.ts'
import { inviteAccount } from '../sign-in/commands.ts'
import type { Instant } from '../../platform/time.ts'
import type { House, Municipality } from '../routing.ts'
import { addAccount } from './account-commands.ts'
import { addMembership, addPerson } from './staff-commands.ts'
import { findAccountByEmail } from './staff-queries.ts'
import type { FieldMessage, MembershipWish } from './staff-rules.ts'
import { inviteTexts } from './texts.da.ts'

/** A refusal rolls back what was written before it; the form is shown again with its sentence. */
export class FormRefused extends Error {
  override name = 'FormRefused'
  readonly wrong: FieldMessage
  constructor(wrong: FieldMessage) {
    super('the form is refused')
    this.wrong = wrong
  }
}

/** A new person with an account, a role and a link; somebody who is here under the e-mail gets the role alone. */
export async function invite(tx: Write, given: Inviting): Promise<Told<{ personId: string; existing: boolean }>> {
  const { municipality, wish, now } = given
  const at = { municipalityId: municipality.id, wish, now }
  const known = await findAccountByEmail(tx, municipality.id, given.email)
  if (known?.closed_at)
    throw new FormRefused({ field: 'email', message: inviteTexts.closedExisting(known.public_name) })
  if (known) {
    orRefuse(await addMembership(tx, { ...at, personId: known.person_id }))
    return { value: { personId: known.person_id, existing: true }, about: [accountSubject(known.id)] }
  }
  const personId = await addPerson(tx, municipality.id, given)
  orRefuse(await addMembership(tx, { ...at, personId }))
  const accountId = await addAccount(tx, { municipalityId: municipality.id, personId }, given.email)
  await inviteAccount(tx, { ...given, accountId })
  return { value: { personId, existing: false }, about: [accountSubject(accountId)], kind: 'add' }
}

export function orRefuse(wrong: FieldMessage | undefined): void {
  if (wrong) throw new FormRefused(wrong)
}

export function accountSubject(id: string): Subject {
  return { subject: 'account', id, partyId: null }
}

interface Inviting extends Pick<House, 'config'> {
  municipality: Municipality
  name: string
  trade: string
  email: string
  wish: MembershipWish
  now: Instant
}
