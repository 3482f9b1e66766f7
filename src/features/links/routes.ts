import { tapForm } from '../../platform/form.ts'
import { paths } from '../../paths.ts'
import type { Read, Write } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { refuse } from '../../platform/form.ts'
import type { Form, Typed } from '../../platform/form.ts'
import { isId, newId } from '../../platform/id.ts'
import { today } from '../../platform/time.ts'
import { addCitizen } from '../citizens/commands.ts'
import { hasCpr } from '../citizens/cpr-rules.ts'
import { findCitizen, ownParties, searchCitizens, subjectOfCitizen } from '../citizens/queries.ts'
import type { Citizen } from '../citizens/queries.ts'
import { isSameAlias } from '../citizens/rules.ts'
import { texts as citizenTexts } from '../citizens/texts.da.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { aboutAll, idIn, mineOf, ownRecords, shownRecords } from '../consents/asking.ts'
import { giveConsent } from '../consents/commands.ts'
import { consentOf, topicsWithCourt, usualEnd } from '../consents/consent-rules.ts'
import { linkForm, linkSearchForm } from './forms.ts'
import type { LinkForm } from './forms.ts'
import { tieRecords, untieRecord } from './commands.ts'
import type { RecordKey } from './commands.ts'
import { linkPage, sharedPage } from './pages.ts'
import { sharedWithUs } from './queries.ts'
import { linkTexts } from './texts.da.ts'
import { standingConsents } from '../consents/queries.ts'
import type { CitizenRecord } from '../consents/record-queries.ts'
import { giveTexts } from '../consents/texts.da.ts'

const who = recordRoles

/** Citizens shared with us, and tying their record to our own by the citizen's own act. */
export const linkRoutes = new Routes()
  .get('/shared', { who, purpose: 'citizens.list' }, async (c, given) => {
    const page = pageIn(c.req.query('page'))
    const { rows, more } = await given.db.read(given.asker, 'citizens.list', async tx => {
      const value = await sharedWithUs(tx, mineOf(given), page)
      return { value, about: value.rows.map(subjectOfCitizen) }
    })
    return c.html(sharedPage({ ...given, rows, more, page, citizensLabel: citizenTexts.title }))
  })
  .get('/citizens/:citizenId/link', { who, purpose: 'consents.show' }, async (c, given) => {
    const shown = await readLink(given, idIn(c, 'citizenId'))
    if (shown.tied) return c.redirect(paths.citizen(given.municipality, shown.tied.id), 303)
    const typed = { link: newId(), citizen: newId(), consent: newId(), alias: shown.other.alias }
    return c.html(linkPage({ ...given, ...shown, typed, errors: [], found: undefined }))
  })
  .post(
    '/citizens/:citizenId/link/search',
    { who, purpose: 'citizens.search', form: linkSearchForm },
    async (c, given) => {
      const shown = await readLink(given, idIn(c, 'citizenId'))
      const form =
        given.form.ok && hasCpr(given.form.value.words) ? refuse(given.form, 'words', giveTexts.wrong.cpr) : given.form
      const typed = { link: newId(), citizen: newId(), consent: newId(), alias: shown.other.alias, ...form.typed }
      if (!form.ok) return c.html(linkPage({ ...given, ...shown, typed, errors: form.errors, found: undefined }), 422)
      const found = await search(given, form.value.words)
      return c.html(linkPage({ ...given, ...shown, typed, errors: [], found }))
    },
  )
  .post('/citizens/:citizenId/link', { who, purpose: 'links.tie', form: linkForm }, async (c, given) => {
    const shown = await readLink(given, idIn(c, 'citizenId'))
    const form = await checked(given, shown)
    if (!form.ok) {
      const found = await searchAgain(given, form.typed)
      return c.html(linkPage({ ...given, ...shown, ...form, found }), 422)
    }
    const own = await given.db.write(given.asker, 'links.tie', async tx => {
      const other = await otherRecord(tx, given, shown.other.id)
      const record = await ownRecord(tx, given, form.value)
      await tieRecords(tx, mineOf(given), { id: form.value.link, own: record, other })
      await sayYesBack(tx, given, { own: record, other, form: form.value })
      return { value: record, about: [record, other].map(subjectOfCitizen) }
    })
    return c.redirect(paths.consentsSaid(given.municipality, own.id, 'tied'), 303)
  })
  .post('/citizens/:citizenId/untie', { who, purpose: 'links.untie', form: tapForm }, async (c, given) => {
    const citizenId = idIn(c, 'citizenId')
    const own = await given.db.write(given.asker, 'links.untie', async tx => {
      const records = await ownRecords(tx, given, citizenId)
      for (const record of records.own) await untieRecord(tx, record)
      return { value: records.first, about: aboutAll({ records: records.own }) }
    })
    return c.redirect(paths.consentsSaid(given.municipality, own.id, 'untied'), 303)
  })

type Asking = Given<Given['actor'], unknown>
type Choice = LinkForm & { link: string; citizen: string; consent: string }

async function readLink(given: Asking, citizenId: string) {
  return await given.db.read(given.asker, 'consents.show', async tx => {
    const shown = await shownRecords(tx, given, citizenId)
    const other = await otherRecord(tx, given, citizenId)
    const parties = await ownParties(tx, mineOf(given))
    const privately = parties.filter(each => !each.isPublic).map(each => each.id)
    const value = { other, tied: shown.own[0], parties, privately }
    return { value, about: aboutAll(shown) }
  })
}

/** A record that the citizen's own yes shows: what is seen behind broken glass alone cannot be tied. */
async function otherRecord(tx: Read, given: Asking, citizenId: string): Promise<CitizenRecord> {
  const { asked, municipalityId } = await shownRecords(tx, given, citizenId)
  const yeses = asked.own ? [] : await standingConsents(tx, { municipalityId, records: [asked] })
  if (yeses.length === 0) throw new NotFound()
  return asked
}

async function ownRecord(tx: Write, given: Asking, form: Choice): Promise<RecordKey> {
  const mine = mineOf(given)
  if (form.own === 'new') {
    const record = { partyId: form.party ?? mine.parties[0] ?? '', id: form.citizen }
    await addCitizen(tx, { ...mine, ...record }, form.alias)
    return record
  }
  const found = isId(form.own) ? await findCitizen(tx, mine, form.own) : undefined
  if (!found) throw new NotFound()
  return found
}

async function sayYesBack(
  tx: Write,
  given: Asking,
  { own, other, form }: { own: RecordKey; other: RecordKey; form: Choice },
): Promise<void> {
  if (form.topics.length === 0) return
  const from = today(given.now)
  const wish = { ...form, id: form.consent, receiver: other.partyId, known: undefined, from, until: usualEnd(from) }
  const consent = consentOf({ ...wish, ground: 'disclose', how: 'oral' }, own)
  if (!(await giveConsent(tx, mineOf(given), consent))) throw new NotFound()
}

async function checked(
  given: Given<Given['actor'], Form<LinkForm>>,
  { parties, privately }: { parties: readonly { id: string }[]; privately: readonly string[] },
): Promise<Form<Choice>> {
  const { form } = given
  if (!form.ok) return form
  const { link, citizen, consent, alias, party, own, witness } = form.value
  if (link === undefined || citizen === undefined || consent === undefined) throw new NotFound()
  const wrong: { field: string; message: string }[] = []
  if (own !== 'new' && !isId(own)) wrong.push({ field: 'own', message: linkTexts.which })
  if (hasCpr(witness)) wrong.push({ field: 'witness', message: giveTexts.wrong.cpr })
  const topics = topicsWithCourt(form.value, privately.length > 0)
  if (!topics) wrong.push({ field: 'court', message: giveTexts.wrong.court })
  if (own === 'new') {
    if (alias === '') wrong.push({ field: 'alias', message: linkTexts.noAlias })
    if (hasCpr(alias)) wrong.push({ field: 'alias', message: giveTexts.wrong.cpr })
    else if (alias !== '' && (await isKnown(given, { alias, except: citizen })))
      wrong.push({ field: 'alias', message: linkTexts.sameAlias })
    if (parties.length > 1 && !parties.some(each => each.id === party))
      wrong.push({ field: 'party', message: linkTexts.noParty })
  }
  const said = { ...form.value, topics: topics ?? [] }
  const value = { ...said, link, citizen, consent, ...(parties.length > 1 ? {} : { party: undefined }) }
  return wrong.length === 0 ? { ...form, value } : { ok: false, errors: wrong, typed: form.typed }
}

async function isKnown(given: Asking, { alias, except }: { alias: string; except: string }): Promise<boolean> {
  const found = await search(given, alias)
  return found.some(each => each.id !== except && isSameAlias(each.alias, alias))
}

async function search(given: Asking, words: string): Promise<Citizen[]> {
  return await given.db.read(given.asker, 'citizens.search', async tx => {
    const found = await searchCitizens(tx, mineOf(given), { words })
    return { value: found, about: found.map(subjectOfCitizen), kind: 'search', words }
  })
}

async function searchAgain(given: Asking, typed: Typed): Promise<Citizen[] | undefined> {
  const words = String(typed['words'] ?? '').trim()
  return words === '' || words.length > 80 || hasCpr(words) ? undefined : await search(given, words)
}

function pageIn(text: string | undefined): number {
  const page = /^[1-9]\d{0,3}$/.test(text ?? '') ? Number(text) : 1
  return page
}
