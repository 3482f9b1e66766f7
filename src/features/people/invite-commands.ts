import type { Subject, Told, Write } from '../../platform/db.ts'
import { inviteAccount } from '../sign-in/commands.ts'
import type { Instant } from '../../platform/time.ts'
import type { House, Municipality } from '../routing.ts'
import { addAccount } from './account-commands.ts'
import { addMembership } from './role-commands.ts'
import type { Added } from './role-commands.ts'
import { addPerson } from './staff-commands.ts'
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
export async function invite(tx: Write, given: Inviting): Promise<Told<Invited>> {
  const { municipality } = given
  const adding = { ...given, by: given.actor.personId }
  const known = await findAccountByEmail(tx, municipality.id, given.email)
  if (known?.closed_at)
    throw new FormRefused({ field: 'email', message: inviteTexts.closedExisting(known.public_name) })
  if (known) {
    const done = orRefuse(await addMembership(tx, { ...adding, personId: known.person_id }))
    return { value: { personId: known.person_id, existing: true, done }, about: [accountSubject(known.id)] }
  }
  const personId = await addPerson(tx, municipality.id, given)
  const done = orRefuse(await addMembership(tx, { ...adding, personId }))
  const accountId = await addAccount(tx, { municipalityId: municipality.id, personId }, given.email)
  await inviteAccount(tx, { ...given, accountId })
  return { value: { personId, existing: false, done }, about: [accountSubject(accountId)], kind: 'add' }
}

export function orRefuse(added: Added): 'added' | 'offered' {
  if ('wrong' in added) throw new FormRefused(added.wrong)
  return added.done
}

export function refuseWrong(wrong: FieldMessage | undefined): void {
  if (wrong) throw new FormRefused(wrong)
}

export function accountSubject(id: string): Subject {
  return { subject: 'account', id, partyId: null }
}

type Invited = { personId: string; existing: boolean; done: 'added' | 'offered' }
interface Inviting extends Pick<House, 'config'> {
  municipality: Municipality
  actor: { personId: string }
  name: string
  trade: string
  email: string
  wish: MembershipWish
  now: Instant
}
