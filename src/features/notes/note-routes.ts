import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import type { Read } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Form, Typed } from '../../platform/form.ts'
import { newId } from '../../platform/id.ts'
import { aboutAll, idIn, mineOf, openRecords, shownRecords, whileOpen } from '../consents/asking.ts'
import type { ShownRecords } from '../consents/asking.ts'
import { closeTexts } from '../citizens/card-texts.da.ts'
import { displayName } from '../citizens/rules.ts'
import type { CitizenRecord } from '../consents/record-queries.ts'
import { anyTopicsOf } from '../contacts/codes.ts'
import { subjectOfCitizen } from '../citizens/queries.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { changeNote, writeNote } from './commands.ts'
import { noteForm, shareForm } from './forms.ts'
import type { NoteForm } from './forms.ts'
import { handoversOf, hasJournal } from './journal-queries.ts'
import { noteConflict, noteFormPage } from './note-form-pages.ts'
import { notePage } from './note-pages.ts'
import type { NoteShown } from './note-pages.ts'
import { contentOf, isShared, refusalsOf, sharedAs, unshared, usualTopic, waysToShare } from './note-rules.ts'
import { findNote, formerNotes, receiversOf } from './queries.ts'
import type { Note } from './queries.ts'
import { noteSays } from './texts.da.ts'

type Anyone = Given<Given['actor'], unknown>

/** Notes: written, read, changed, shared by one tap and taken back by one. */
export const noteRoutes = new Routes()
  .get('/citizens/:citizenId/notes/new', { who: recordRoles, purpose: 'notes.write' }, async (c, given) => {
    const at = await readForWriting(given, idIn(c, 'citizenId'))
    const effort = given.actor.memberships.find(each => each.partyId === at.record.partyId)?.effort ?? null
    const typed = { id: newId(), kind: 'own', topic: usualTopic(effort) ?? '' }
    return c.html(noteFormPage({ ...given, ...at, stands: undefined, typed, errors: [] }))
  })
  .post('/citizens/:citizenId/notes', { who: recordRoles, purpose: 'notes.write', form: noteForm }, (c, given) =>
    postNew(c, given),
  )
  .get('/citizens/:citizenId/notes/:noteId', { who: recordRoles, purpose: 'notes.show' }, async (c, given) =>
    c.html(await drawnNote(given, idsOf(c))),
  )
  .get('/citizens/:citizenId/notes/:noteId/edit', { who: recordRoles, purpose: 'notes.write' }, async (c, given) => {
    const at = await readOwnNote(given, idsOf(c))
    return c.html(noteFormPage({ ...given, ...at, stands: at.note, typed: typedOf(at.note), errors: [] }))
  })
  .post(
    '/citizens/:citizenId/notes/:noteId/edit',
    { who: recordRoles, purpose: 'notes.write', form: noteForm },
    (c, given) => postEdit(c, given),
  )
  .post(
    '/citizens/:citizenId/notes/:noteId/share',
    { who: recordRoles, purpose: 'notes.share', form: shareForm },
    async (c, given) => {
      const { note, receivers, record, closed } = await readOwnNote(given, idsOf(c))
      if (closed) return c.html(await drawnNote(given, idsOf(c), wrong(closeTexts.refused)), 422)
      const way = waysToShare(note, receivers).find(each => each.topic === given.form.value?.topic)
      if (!way) return c.html(await drawnNote(given, idsOf(c), wrong(noteSays.noYes(displayName(record)))), 422)
      return await changed(c, given, { note, to: sharedAs(note.kind, way.topic) })
    },
  )
  .post(
    '/citizens/:citizenId/notes/:noteId/unshare',
    { who: recordRoles, purpose: 'notes.share', form: shareForm },
    async (c, given) => {
      const { note } = await readOwnNote(given, idsOf(c))
      return await changed(c, given, { note, to: unshared(note) })
    },
  )

async function postNew(c: Context, given: Given<Given['actor'], Form<NoteForm>>): Promise<Response> {
  const at = await readForWriting(given, idIn(c, 'citizenId'))
  const form = whileOpen(given.form, at, 'words')
  const { record } = at
  const errors = form.ok ? refusalsOf(form.value) : form.errors
  if (!form.ok || errors.length > 0)
    return c.html(noteFormPage({ ...given, ...at, stands: undefined, typed: form.typed, errors }), 422)
  const { municipalityId, personId } = mineOf(given)
  const noteId = form.value.id ?? newId()
  const place = { municipalityId, personId, partyId: record.partyId, citizenId: record.id, noteId }
  const written = await given.db.write(given.asker, 'notes.write', async tx => ({
    value: await writeNote(tx, place, contentOf(form.value)),
    about: [subjectOfCitizen(record)],
    kind: 'add',
  }))
  if (written === 'taken') return await showConflict(c, given, { ids: { citizenId: record.id, noteId }, why: 'taken' })
  return c.redirect(paths.note(given.municipality, record.id, noteId), 303)
}

async function postEdit(c: Context, given: Given<Given['actor'], Form<NoteForm>>): Promise<Response> {
  const { form } = given
  const at = await readOwnNote(given, idsOf(c))
  const { note, record } = at
  const errors = form.ok ? [...refusalsOf(form.value), ...refusalsOfSharing(form.value, at)] : form.errors
  if (!form.ok || errors.length > 0)
    return c.html(noteFormPage({ ...given, ...at, stands: note, typed: form.typed, errors }), 422)
  const place = { municipalityId: given.municipality.id, partyId: note.partyId, noteId: note.id }
  const version = form.value.version ?? 0
  const done = await given.db.write(given.asker, 'notes.write', async tx => ({
    value: await changeNote(tx, { ...place, version }, contentOf(form.value)),
    about: [subjectOfCitizen(record)],
  }))
  if (!done) return await showConflict(c, given, { ids: idsOf(c), why: 'changed' })
  return c.redirect(paths.note(given.municipality, record.id, note.id), 303)
}

/** Nothing is overwritten in silence: what stands and what was typed, on one page. */
async function showConflict(
  c: Context,
  given: Given<Given['actor'], Form<NoteForm>>,
  { ids, why }: { ids: Ids; why: 'taken' | 'changed' },
): Promise<Response> {
  const at = await readOwnNote(given, ids)
  const typed = { ...given.form.typed, id: at.note.id, version: String(at.note.version) }
  const before = noteConflict({ ...given, ...at }, at.note, why)
  return c.html(noteFormPage({ ...given, ...at, stands: at.note, typed, errors: [], before }), 409)
}

async function changed(
  c: Context,
  given: Given<Given['actor'], Form<{ version?: number | undefined }>>,
  { note, to }: { note: Note; to: Parameters<typeof changeNote>[2] },
): Promise<Response> {
  const version = given.form.value?.version ?? 0
  const place = { municipalityId: given.municipality.id, partyId: note.partyId, noteId: note.id, version }
  const done = await given.db.write(given.asker, 'notes.share', async tx => ({
    value: await changeNote(tx, place, to),
    about: [subjectOfCitizen({ id: note.citizenId, partyId: note.partyId })],
  }))
  if (!done) return c.html(await drawnNote(given, idsOf(c), { outdated: true }), 409)
  return c.redirect(paths.note(given.municipality, note.citizenId, note.id), 303)
}

async function drawnNote(given: Anyone, ids: Ids, said: Pick<NoteShown, 'errors' | 'outdated'> = {}) {
  const shown = await given.db.read(given.asker, 'notes.show', async tx => {
    const { note, record, closed, glass } = await noteOf(tx, given, ids)
    const mine = mineOf(given)
    const value = {
      glass,
      note,
      record,
      closed,
      receivers: record.own ? await receiversOf(tx, mine, record) : [],
      former: record.own ? await formerNotes(tx, mine.municipalityId, note) : [],
      handovers: record.own ? await handoversOf(tx, mine, { noteId: note.id, partyId: note.partyId }) : [],
      hasJournal: record.own && (await hasJournal(tx, mine, note.partyId)),
    }
    return { value, about: [subjectOfCitizen(record)] }
  })
  return notePage({ ...given, ...shown, ...said })
}

// What a closed record says can be put right, and not be shared anew.
function refusalsOfSharing(form: NoteForm, { note, closed }: { note: Note; closed: unknown }) {
  const more = isShared({ ...note, ...contentOf(form) }) && !isShared(note)
  return closed && more ? [{ field: 'kind', message: closeTexts.refused }] : []
}

const wrong = (message: string) => ({ errors: [{ field: 'topic', message }] })

/** A note that the asker sees, with the record that it stands on. */
async function noteOf(
  tx: Read,
  given: Anyone,
  ids: Ids,
): Promise<Pick<ShownRecords, 'closed' | 'glass'> & { note: Note; record: CitizenRecord }> {
  const { municipalityId, records, closed, glass } = await shownRecords(tx, given, ids.citizenId)
  const note = await findNote(tx, municipalityId, { records, noteId: ids.noteId })
  const record = records.find(each => each.partyId === note?.partyId && each.id === note.citizenId)
  if (!note || !record) throw new NotFound()
  return { note, record, closed, glass }
}

async function readOwnNote(given: Anyone, ids: Ids) {
  return await given.db.read(given.asker, 'notes.show', async tx => {
    const { note, record, closed } = await noteOf(tx, given, ids)
    if (!record.own) throw new NotFound()
    const receivers = await receiversOf(tx, mineOf(given), record)
    return { value: { note, record, receivers, closed }, about: [subjectOfCitizen(record)] }
  })
}

/** The own record that a new note is written on. */
async function readForWriting(given: Anyone, citizenId: string) {
  return await given.db.read(given.asker, 'notes.write', async tx => {
    const shown = await openRecords(tx, given, citizenId)
    const receivers = await receiversOf(tx, mineOf(given), shown.first)
    const value = { record: shown.first, receivers, closed: shown.closed }
    return { value, about: aboutAll({ records: [shown.first] }), kind: 'read' }
  })
}

function typedOf(note: Note): Typed {
  const [topic] = anyTopicsOf(note.topic ?? 0)
  return { id: note.id, version: String(note.version), kind: note.kind, topic: topic ?? '', words: note.words }
}

const idsOf = (c: Context): Ids => ({ citizenId: idIn(c, 'citizenId'), noteId: idIn(c, 'noteId') })

interface Ids {
  citizenId: string
  noteId: string
}
