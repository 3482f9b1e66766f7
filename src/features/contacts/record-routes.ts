import { paths } from '../../paths.ts'
import { NotFound, RecordClosed } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import { clockOf } from '../../platform/time.ts'
import { closeTexts } from '../citizens/card-texts.da.ts'
import { isClosed } from '../citizens/closed-queries.ts'
import { addCitizen } from '../citizens/commands.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import { recordContact } from './commands.ts'
import { readContact } from './contact-routes.ts'
import { citizenShown, draftOf, foundAgain, mineOf } from './draft-routes.ts'
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
    if (citizen?.closed) throw new RecordClosed(citizen.id)
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
    const stored = await store(given, { contactId, draft })
    if (stored === 'closed') {
      const errors = [{ field: 'citizen', message: closeTexts.refused }]
      const found = await foundAgain(given, given.form.typed)
      const refused = { ok: false, errors, found, searched: false } as const
      return await showAgain(c, given, { frame: recording(given, mode), draft: refused })
    }
    if (stored === 'stored') return c.redirect(paths.contactSaved(given.municipality, contactId), 303)
    return await showConflict(c, given, { stands: await readContact(given, contactId), why: 'taken' })
  })

/** What became of it: `taken` when the id stands for something else, `closed` when the citizen's record takes nothing new. */
async function store(
  given: Posted,
  at: { contactId: string; draft: Extract<Draft, { ok: true }> },
): Promise<'stored' | 'taken' | 'closed'> {
  const { contactId, draft } = at
  const { partyId, content, newCitizen } = draft
  try {
    return await given.db.write(given.asker, 'contacts.record', async tx => {
      const mine = mineOf(given)
      if (newCitizen) await addCitizen(tx, { ...mine, partyId, id: newCitizen.id }, newCitizen.alias)
      const outcome = await recordContact(tx, mine, { contactId, partyId, content })
      if (outcome === 'taken') throw new Refused('taken')
      if (!newCitizen && (await isClosed(tx, mine, { partyId, id: content.citizenId }))) throw new Refused('closed')
      return {
        value: 'stored' as const,
        about: [subjectOf({ id: contactId, partyId, citizenId: content.citizenId })],
        kind: 'add',
      }
    })
  } catch (error) {
    if (error instanceof Refused) return error.why
    throw error
  }
}

/** Thrown so that the transaction stores nothing, not even a new citizen. */
class Refused extends Error {
  override name = 'Refused'
  readonly why: 'taken' | 'closed'

  constructor(why: 'taken' | 'closed') {
    super(why)
    this.why = why
  }
}
