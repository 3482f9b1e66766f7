import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import { addCitizen } from '../citizens/commands.ts'
import { handoversOf, hasJournal } from '../notes/journal-queries.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { correctContact } from './commands.ts'
import { toldBlock } from './conflict-pages.ts'
import { contactPage } from './contact-pages.ts'
import { draftOf, mineOf } from './draft-routes.ts'
import type { Draft } from './draft-routes.ts'
import { correcting, placesFor, showAgain, showConflict } from './form-routes.ts'
import type { Posted } from './form-routes.ts'
import { recordForm } from './forms.ts'
import { findContact, formerVersions, subjectOf } from './queries.ts'
import type { FullContact } from './queries.ts'
import { typedOfContact } from './record-forms.ts'
import { recordPage } from './record-pages.ts'
import { savedPage } from './saved-pages.ts'
import { isLocked } from './sentence-rules.ts'

/** The pages of one talk: just saved, as it stands, and put right. */
export const contactRoutes = new Routes()
  .get('/contacts/:contactId/saved', { who: recordRoles, purpose: 'contacts.show' }, async (c, given) =>
    c.html(savedPage({ ...given, contact: await readContact(given, idOf(c)) })),
  )
  .get('/contacts/:contactId', { who: recordRoles, purpose: 'contacts.show' }, async (c, given) =>
    c.html(await drawn(given, idOf(c))),
  )
  .get('/contacts/:contactId/correct', { who: recordRoles, purpose: 'contacts.correct' }, async (c, given) => {
    const contact = await readContact(given, idOf(c))
    // The page itself says why.
    if (isLocked(contact)) return c.redirect(paths.contact(given.municipality, contact.id), 303)
    const { places } = await placesFor(given)
    const found = contact.citizenId === null ? undefined : [citizenOf(contact)]
    const typed = typedOfContact(contact)
    const before = c.req.query('told') === undefined ? undefined : toldBlock()
    return c.html(recordPage({ ...correcting(given, contact.id), ...places, typed, errors: [], found, before }))
  })
  .post(
    '/contacts/:contactId/correct',
    { who: recordRoles, purpose: 'contacts.correct', form: recordForm },
    async (c, given) => {
      const stands = await readContact(given, idOf(c))
      if (isLocked(stands)) return c.html(await drawn(given, stands.id), 422)
      const draft = await draftOf(given, { open: stands.outcome === 'open', partyId: stands.partyId })
      if (!draft.ok) return await showAgain(c, given, { frame: correcting(given, stands.id), draft })
      if (await isCorrected(given, { contactId: stands.id, draft }))
        return c.redirect(paths.contactSaved(given.municipality, stands.id), 303)
      return await showConflict(c, given, { stands: await readContact(given, stands.id), why: 'changed' })
    },
  )

async function drawn(given: Given<Given['actor'], unknown>, contactId: string) {
  const shown = await given.db.read(given.asker, 'contacts.show', async tx => {
    const contact = await findContact(tx, mineOf(given), contactId)
    if (!contact) throw new NotFound()
    const value = {
      contact,
      former: await formerVersions(tx, mineOf(given), contact),
      hasJournal: await hasJournal(tx, mineOf(given), contact.partyId),
      handovers: await handoversOf(tx, mineOf(given), { contactId, partyId: contact.partyId }),
    }
    return { value, about: [subjectOf(contact)] }
  })
  return contactPage({ ...given, ...shown })
}

/** A talk of one's own party; shown, so logged. */
export async function readContact(given: Given<Given['actor'], unknown>, contactId: string): Promise<FullContact> {
  return await given.db.read(given.asker, 'contacts.show', async tx => {
    const contact = await findContact(tx, mineOf(given), contactId)
    if (!contact) throw new NotFound()
    return { value: contact, about: [subjectOf(contact)] }
  })
}

/** The id in the address; what is no id is not there. */
export function idOf(c: Context): string {
  const id = c.req.param('contactId')
  if (!isId(id)) throw new NotFound()
  return id
}

async function isCorrected(
  given: Posted,
  at: { contactId: string; draft: Extract<Draft, { ok: true }> },
): Promise<boolean> {
  const { contactId, draft } = at
  const { partyId, content, newCitizen } = draft
  const version = given.form.value?.version ?? 0
  try {
    return await given.db.write(given.asker, 'contacts.correct', async tx => {
      const mine = mineOf(given)
      if (newCitizen) await addCitizen(tx, { ...mine, partyId, id: newCitizen.id }, newCitizen.alias)
      const corrected = await correctContact(tx, mine, { contactId, partyId, content, version })
      if (corrected === undefined) throw new Outdated()
      return { value: true, about: [subjectOf({ id: contactId, partyId, citizenId: content.citizenId })] }
    })
  } catch (error) {
    if (error instanceof Outdated) return false
    throw error
  }
}

function citizenOf({ citizenId, partyId, partyName, alias, name }: FullContact) {
  return { id: citizenId ?? '', partyId, partyName, alias: alias ?? '', name, closed: false }
}

/** Thrown so that the transaction stores nothing, not even a new citizen. */
class Outdated extends Error {
  override name = 'Outdated'
}
