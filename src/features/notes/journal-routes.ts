import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import type { Read } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Form } from '../../platform/form.ts'
import { newId } from '../../platform/id.ts'
import { subjectOfCitizen } from '../citizens/queries.ts'
import { idIn, mineOf, ownRecords } from '../consents/asking.ts'
import type { CitizenRecord } from '../consents/record-queries.ts'
import { findContact } from '../contacts/queries.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { handoverForm } from './forms.ts'
import type { HandoverForm } from './forms.ts'
import { markHandedOver } from './journal-commands.ts'
import { handedOverPage, handOverPage } from './journal-pages.ts'
import type { HandOverShown } from './journal-pages.ts'
import { journalPdf } from './journal-pdf.ts'
import { findHandover, handoversOf, hasJournal } from './journal-queries.ts'
import type { Handover, Source } from './journal-queries.ts'
import { sheetOf, sheetText, versionOf } from './journal-rules.ts'
import type { Item } from './journal-rules.ts'
import { journalTexts } from './journal-texts.da.ts'
import { findNote } from './queries.ts'

type Anyone = Given<Given['actor'], unknown>
const purpose = 'journal.hand-over'

/** A note or a talk, given over to the journal of the municipality's own case system, and never twice unawares. */
export const journalRoutes = new Routes()
  .get('/citizens/:citizenId/notes/:noteId/journal', { who: recordRoles, purpose }, async (c, given) =>
    c.html(await asked(given, { citizenId: idIn(c, 'citizenId'), source: { noteId: idIn(c, 'noteId') } })),
  )
  .post(
    '/citizens/:citizenId/notes/:noteId/journal',
    { who: recordRoles, purpose, form: handoverForm },
    async (c, given) => postHandover(c, given, { noteId: idIn(c, 'noteId') }),
  )
  .get('/citizens/:citizenId/contacts/:contactId/journal', { who: recordRoles, purpose }, async (c, given) =>
    c.html(await asked(given, { citizenId: idIn(c, 'citizenId'), source: { contactId: idIn(c, 'contactId') } })),
  )
  .post(
    '/citizens/:citizenId/contacts/:contactId/journal',
    { who: recordRoles, purpose, form: handoverForm },
    async (c, given) => postHandover(c, given, { contactId: idIn(c, 'contactId') }),
  )
  .get('/citizens/:citizenId/journal/:handoverId', { who: recordRoles, purpose }, async (c, given) =>
    c.html(handedOverPage({ ...given, ...(await readHandedOver(given, c)) })),
  )
  .get('/citizens/:citizenId/journal/:handoverId/text', { who: recordRoles, purpose }, async (c, given) => {
    const at = await readHandedOver(given, c)
    const text = sheetText(sheetOf(same(at), at))
    // Windows programs read a text by its first bytes, and end lines with two characters.
    return c.body(
      `\ufeff${text.replaceAll('\n', '\r\n')}\r\n`,
      200,
      fileHeaders(at, 'text/plain; charset=utf-8', 'txt'),
    )
  })
  .get('/citizens/:citizenId/journal/:handoverId/pdf', { who: recordRoles, purpose }, async (c, given) => {
    const at = await readHandedOver(given, c)
    const pdf = await journalPdf(sheetOf(same(at), at))
    return c.body(new Uint8Array(pdf), 200, fileHeaders(at, 'application/pdf', 'pdf'))
  })

async function postHandover(
  c: Context,
  given: Given<Given['actor'], Form<HandoverForm>>,
  source: Source,
): Promise<Response> {
  const { form } = given
  const citizenId = idIn(c, 'citizenId')
  const { record, item } = await readItem(given, citizenId, source)
  if (!form.ok) {
    const errors = form.errors.slice(0, 1).map(({ message }) => ({ field: 'id', message }))
    return c.html(await asked(given, { citizenId, source }, { errors }), 422)
  }
  const { id = newId(), number = 1, version } = form.value
  if (version !== versionOf(item))
    return c.html(await asked(given, { citizenId, source }, { refused: journalTexts.changedMeanwhile }), 409)
  const handing = { id, number, version, source, partyId: record.partyId, citizenId: record.id }
  const marked = await given.db.write(given.asker, purpose, async tx => ({
    value: await markHandedOver(tx, mineOf(given), handing),
    about: [subjectOfCitizen(record)],
    kind: 'extract',
  }))
  if (!marked) return c.html(await asked(given, { citizenId, source }, { refused: journalTexts.justHanded }), 409)
  return c.redirect(paths.handedOver(given.municipality, record.id, id), 303)
}

async function asked(
  given: Anyone,
  { citizenId, source }: { citizenId: string; source: Source },
  said: Pick<HandOverShown, 'errors' | 'refused'> = {},
) {
  const shown = await readItem(given, citizenId, source)
  return handOverPage({ ...given, ...shown, fresh: newId(), ...said })
}

async function readItem(given: Anyone, citizenId: string, source: Source): Promise<ItemShown> {
  return await given.db.read(given.asker, purpose, async tx => {
    const { record, item } = await itemOf(tx, given, { citizenId, source })
    const handovers = await handoversOf(tx, mineOf(given), { ...source, partyId: record.partyId })
    return { value: { record, item, handovers }, about: [subjectOfCitizen(record)] }
  })
}

async function readHandedOver(
  given: Anyone,
  c: Context,
): Promise<{ record: CitizenRecord; item: Item; handover: Handover }> {
  return await given.db.read(given.asker, purpose, async tx => {
    const handover = await findHandover(tx, mineOf(given), idIn(c, 'handoverId'))
    if (!handover) throw new NotFound()
    const { noteId, contactId } = handover
    const source = noteId === null ? { contactId: contactId ?? '' } : { noteId }
    const { record, item } = await itemOf(tx, given, { citizenId: idIn(c, 'citizenId'), source })
    return { value: { record, item, handover }, about: [subjectOfCitizen(record)] }
  })
}

/** A note or a talk on an own record, of a party that has a journal; anything else is not there. */
async function itemOf(
  tx: Read,
  given: Anyone,
  { citizenId, source }: { citizenId: string; source: Source },
): Promise<{ record: CitizenRecord; item: Item }> {
  const { municipalityId, own } = await ownRecords(tx, given, citizenId)
  const item = await findItem(tx, given, { municipalityId, own, source })
  const found = item?.what === 'note' ? item.note : item?.contact
  const record = own.find(each => each.partyId === found?.partyId && each.id === found.citizenId)
  if (!item || !record || !(await hasJournal(tx, mineOf(given), record.partyId))) throw new NotFound()
  return { record, item }
}

async function findItem(
  tx: Read,
  given: Anyone,
  { municipalityId, own, source }: { municipalityId: string; own: readonly CitizenRecord[]; source: Source },
): Promise<Item | undefined> {
  if ('noteId' in source) {
    const note = await findNote(tx, municipalityId, { records: own, noteId: source.noteId })
    return note && { what: 'note', note }
  }
  const contact = await findContact(tx, mineOf(given), source.contactId)
  return contact && { what: 'contact', contact }
}

// A file of another text than the one that is marked would be a second handing over, unawares.
function same({ item, handover }: { item: Item; handover: Handover }): Item {
  if (versionOf(item) !== handover.version) throw new NotFound()
  return item
}

function fileHeaders({ item }: { item: Item }, type: string, ending: string): Record<string, string> {
  const name = item.what === 'note' ? journalTexts.fileNote : journalTexts.fileContact
  return { 'content-type': type, 'content-disposition': `attachment; filename="${name}.${ending}"` }
}

interface ItemShown {
  record: CitizenRecord
  item: Item
  handovers: readonly Handover[]
}
