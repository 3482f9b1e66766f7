import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import { clockOf } from '../../platform/time.ts'
import { addCitizen } from '../citizens/commands.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import { recordContact } from './commands.ts'
import { readContact } from './contact-routes.ts'
import { citizenShown, draftOf, mineOf } from './draft-routes.ts'
import type { Draft } from './draft-routes.ts'
import { placesFor, recording, showAgain, showConflict } from './form-routes.ts'
import type { Posted } from './form-routes.ts'
import { recordForm } from './forms.ts'
import { guessFrom } from './guess-rules.ts'
import { subjectOf } from './queries.ts'
import { typedOfGuess } from './record-forms.ts'
import { recordPage } from './record-pages.ts'

/** Recording a talk, or an agreement about one. */
export const recordRoutes = new Routes()
  .get('/contacts/new', { who: recordRoles, purpose: 'contacts.record' }, async (c, given) => {
    const asked = c.req.query('citizen')
    if (asked !== undefined && !isId(asked)) throw new NotFound()
    const citizen = asked === undefined ? undefined : await citizenShown(given, asked)
    const mode = c.req.query('as') === 'agreement' ? 'agree' : 'record'
    const { places, day } = await placesFor(given)
    const guess = guessFrom(day, {
      now: clockOf(given.now),
      memberships: given.actor.memberships,
      centres: places.centres,
    })
    const typed = typedOfGuess(guess, { now: given.now, mode, citizen })
    const guessed = mode === 'record' && guess.centreId !== null
    return c.html(
      recordPage({ ...recording(given, mode), ...places, typed, errors: [], guessed, found: citizen && [citizen] }),
    )
  })
  .post('/contacts', { who: recordRoles, purpose: 'contacts.record', form: recordForm }, async (c, given) => {
    const mode = given.form.typed['outcome'] === 'open' ? 'agree' : 'record'
    const draft = await draftOf(given, { open: false })
    if (!draft.ok) return await showAgain(c, given, { frame: recording(given, mode), draft })
    const contactId = given.form.value?.id ?? ''
    if (await isStored(given, { contactId, draft }))
      return c.redirect(paths.contactSaved(given.municipality, contactId), 303)
    return await showConflict(c, given, { stands: await readContact(given, contactId), why: 'taken' })
  })

/** Whether it is stored now; not when the id already stands for something else, and then nothing is changed. */
async function isStored(
  given: Posted,
  at: { contactId: string; draft: Extract<Draft, { ok: true }> },
): Promise<boolean> {
  const { contactId, draft } = at
  const { partyId, content, newCitizen } = draft
  try {
    return await given.db.write(given.asker, 'contacts.record', async tx => {
      const mine = mineOf(given)
      if (newCitizen) await addCitizen(tx, { ...mine, partyId, id: newCitizen.id }, newCitizen.alias)
      const outcome = await recordContact(tx, mine, { contactId, partyId, content })
      if (outcome === 'taken') throw new Taken()
      return { value: true, about: [subjectOf({ id: contactId, partyId, citizenId: content.citizenId })], kind: 'add' }
    })
  } catch (error) {
    if (error instanceof Taken) return false
    throw error
  }
}

/** Thrown so that the transaction stores nothing, not even a new citizen. */
class Taken extends Error {
  override name = 'Taken'
}
