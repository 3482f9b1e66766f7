import { sql } from 'kysely'
import { paths } from '../../paths.ts'
import type { Write } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import { compareDays, today } from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import type { House, Municipality } from '../routing.ts'
import { openOffers, whoAnswers } from './offer-queries.ts'
import type { RoleOffer } from './offer-queries.ts'
import { offerTexts } from './offer-texts.da.ts'
import { isRecordRole } from './rules.ts'
import type { Role } from './rules.ts'
import { insertMembership, lockRoles, overlaps } from './staff-commands.ts'
import { partyChoices } from './staff-queries.ts'
import { wrongWith } from './staff-rules.ts'
import type { FieldMessage, MembershipWish, PartyChoice } from './staff-rules.ts'
import { membershipTexts } from './texts.da.ts'

/**
 * Adds a role to a person; or, where it sees the records of a private party, asks that party's own manager; or says what
 * is wrong, and nothing is stored then. Without `by` it is the operator, who asks nobody.
 */
export async function addMembership(tx: Write, given: Adding): Promise<Added> {
  const { municipality, personId, wish, now } = given
  const at = { municipalityId: municipality.id, personId, wish }
  const party = (await partyChoices(tx, municipality.id)).find(each => each.id === wish.partyId)
  if (wish.partyId !== undefined && !party) throw new NotFound()
  const wrong = wrongWith(wish, party, today(now))
  if (wrong) return { wrong }
  await lockRoles(tx, municipality.id)
  if (await overlaps(tx, at)) return { wrong: { field: 'role', message: membershipTexts.twice } }
  if (party?.controllerKind !== 'private' || !isRecordRole(wish.role)) {
    await insertMembership(tx, at)
    return { done: 'added' }
  }
  const way = given.by === undefined ? 'first' : await wayIn(tx, { ...at, by: given.by, party })
  if (typeof way !== 'string') return { wrong: way }
  if (way === 'ask') {
    await offerRole(tx, { ...at, by: given.by ?? personId, party })
    return { done: 'offered' }
  }
  await insertMembership(tx, at)
  await tellBoth(tx, given, { party, personName: await nameOf(tx, at), role: wish.role })
  return { done: 'added' }
}

/** The manager's yes lets the person in from the first day asked for, or from today; or says what is wrong. */
export async function answerOffer(tx: Write, given: Answering): Promise<FieldMessage | undefined> {
  const { municipality, offer, accepted, by, now } = given
  await lockRoles(tx, municipality.id)
  if (accepted) {
    const wish = wishOf(offer, now)
    const at = { municipalityId: municipality.id, personId: offer.personId, wish }
    const wrong = wrongYes(given, wish)
    if (wrong !== undefined) return { field: 'answer', message: wrong }
    if (await overlaps(tx, at)) return { field: 'answer', message: offerTexts.wrong.twice }
    await insertMembership(tx, at)
  }
  await tx
    .updateTable('role_offers')
    .set({ accepted, answered_by: by })
    .where('municipality_id', '=', municipality.id)
    .where('id', '=', offer.id)
    .execute()
  if (accepted) await tellBoth(tx, given, { ...offer, party: { id: offer.partyId, name: offer.partyName } })
  return undefined
}

// A mail to the party's managers and the administrators that somebody sees records there from now on.
async function tellBoth(
  tx: Write,
  { municipality, config }: Pick<Answering, 'municipality' | 'config'>,
  given: { party: { id: string; name: string }; personName: string; role: Role },
): Promise<void> {
  const { party, personName: name, role } = given
  const href = config.baseUrl + paths.signIn(municipality)
  const body = offerTexts.mail.body({ municipality: municipality.name, party: party.name, name, role, href })
  await sql`select tell_both(${party.id}::uuid, ${offerTexts.mail.subject(party.name)}, ${body})`.execute(tx)
}

// The first manager of a private party is let in; where there is one, that one is asked.
async function wayIn(tx: Write, { municipalityId, personId, wish, by, party }: Wishing): Promise<Way> {
  const refused = (message: string) => ({ field: 'partyId', message })
  const answers = await whoAnswers(tx, municipalityId, party.id)
  if (answers === 'nobody') return refused(offerTexts.noManager(party.name))
  if (answers === 'nobodyYet') {
    return wish.role === 'centre_manager' && personId !== by ? 'first' : refused(offerTexts.firstManager(party.name))
  }
  const open = await openOffers(tx, municipalityId, [party.id])
  const same = open.some(each => each.personId === personId && each.role === wish.role)
  return same ? refused(offerTexts.already(party.name)) : 'ask'
}

async function offerRole(tx: Write, { municipalityId, personId, wish, by, party }: Wishing): Promise<void> {
  await tx
    .insertInto('role_offers')
    .values({
      municipality_id: municipalityId,
      id: newId(),
      person_id: personId,
      party_id: party.id,
      role: wish.role,
      effort: wish.effort ?? null,
      valid_from: wish.from.toString(),
      valid_until: wish.until?.toString() ?? null,
      offered_by: by,
    })
    .execute()
}

async function nameOf(tx: Write, at: { municipalityId: string; personId: string }): Promise<string> {
  const row = await tx
    .selectFrom('people')
    .select('public_name')
    .where('municipality_id', '=', at.municipalityId)
    .where('id', '=', at.personId)
    .executeTakeFirstOrThrow()
  return row.public_name
}

function wishOf(offer: RoleOffer, now: Instant): MembershipWish {
  const from = compareDays(offer.from, today(now)) < 0 ? today(now) : offer.from
  const { role, partyId, effort, until } = offer
  return { role, partyId, effort: effort ?? undefined, mayDecide: false, from, until: until ?? undefined }
}

function wrongYes({ offer, by }: Answering, wish: MembershipWish): string | undefined {
  if (offer.personId === by && offer.role !== 'centre_manager') return offerTexts.wrong.yourself
  return wish.until && compareDays(wish.until, wish.from) < 0 ? offerTexts.wrong.over : undefined
}

type Way = 'first' | 'ask' | FieldMessage
export type Added = { done: 'added' | 'offered' } | { wrong: FieldMessage }
interface Wishing {
  municipalityId: string
  personId: string
  wish: MembershipWish
  by: string
  party: PartyChoice
}
interface Adding extends Pick<House, 'config'> {
  municipality: Municipality
  personId: string
  wish: MembershipWish
  now: Instant
  /** The administrator who asks. */
  by: string | undefined
}
interface Answering extends Pick<House, 'config'> {
  municipality: Municipality
  offer: RoleOffer
  accepted: boolean
  /** The manager who answers. */
  by: string
  now: Instant
}
