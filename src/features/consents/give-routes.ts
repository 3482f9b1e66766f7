import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import type { Read } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { refuse } from '../../platform/form.ts'
import type { Form, Typed } from '../../platform/form.ts'
import { isId, newId } from '../../platform/id.ts'
import { day, formatDayField, today } from '../../platform/time.ts'
import { anyTopicsOf, shownTopics } from '../contacts/codes.ts'
import { hasCpr } from '../citizens/cpr-rules.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { aboutAll, idIn, mineOf, openRecords, whileOpen } from './asking.ts'
import type { OwnRecords } from './asking.ts'
import { giveConsent, replaceConsent } from './commands.ts'
import { consentOf, usualEnd, wrongWithConsent } from './consent-rules.ts'
import type { Wish } from './consent-rules.ts'
import { consentForm } from './forms.ts'
import type { ConsentForm } from './forms.ts'
import { givePage, noPage } from './give-pages.ts'
import { findOwnConsent, possibleReceivers } from './queries.ts'
import type { Consent, Receiver } from './queries.ts'
import { giveTexts } from './texts.da.ts'

const who = recordRoles

/** Giving a yes, making one over, and a no that leaves no trace. */
export const giveRoutes = new Routes()
  .get('/citizens/:citizenId/consents/new', { who, purpose: 'consents.show' }, async (c, given) => {
    const citizenId = idIn(c, 'citizenId')
    const to = c.req.query('to')
    const ground = to === 'sms' || to === 'story' ? to : 'disclose'
    const shown = await readForm(given, citizenId)
    return c.html(
      givePage({
        ...given,
        ...shown,
        ground,
        typed: { ...freshTyped(given, ground), ...askedFor(c) },
        errors: [],
        changing: undefined,
      }),
    )
  })
  .post('/citizens/:citizenId/consents/new', { who, purpose: 'consents.give', form: consentForm }, async (c, given) => {
    const citizenId = idIn(c, 'citizenId')
    const shown = await readForm(given, citizenId)
    const form = checked(given, shown)
    const ground = given.form.value?.ground ?? groundIn(given.form.typed)
    if (!form.ok) return c.html(givePage({ ...given, ...shown, ground, ...form, changing: undefined }), 422)
    const { giver, task, person, ...wish } = form.value
    await given.db.write(given.asker, 'consents.give', async tx => {
      const records = await openRecords(tx, given, citizenId)
      const record = records.own.find(each => each.id === giver) ?? records.first
      if (!(await giveConsent(tx, mineOf(given), consentOf(wish, record)))) throw new NotFound()
      return { value: undefined, about: aboutAll(records), kind: 'add' }
    })
    const { municipality } = given
    return c.redirect(
      task === undefined || person === undefined
        ? paths.consentsSaid(municipality, citizenId, 'given')
        : paths.consentsGivenFor(municipality, citizenId, { task, person }),
      303,
    )
  })
  .get('/citizens/:citizenId/consents/no', { who, purpose: 'consents.show' }, async (c, given) => {
    const citizenId = idIn(c, 'citizenId')
    const records = await given.db.read(given.asker, 'consents.show', async tx => {
      const value = await openRecords(tx, given, citizenId)
      return { value, about: aboutAll(value) }
    })
    return c.html(noPage({ ...given, ...records }))
  })
  .get('/citizens/:citizenId/consents/:consentId/change', { who, purpose: 'consents.show' }, async (c, given) => {
    const shown = await readChange(given, { citizenId: idIn(c, 'citizenId'), consentId: idIn(c, 'consentId') })
    if (!shown.consent.standing) throw new NotFound()
    return c.html(givePage({ ...given, ...shown, typed: typedOf(given, shown.consent), errors: [] }))
  })
  .post(
    '/citizens/:citizenId/consents/:consentId/change',
    { who, purpose: 'consents.give', form: consentForm },
    async (c, given) => await change(c, given),
  )

async function change(c: Context, given: Posted): Promise<Response> {
  const at = { citizenId: idIn(c, 'citizenId'), consentId: idIn(c, 'consentId') }
  const shown = await readChange(given, at)
  const { consent } = shown
  let form = checked(given, shown)
  if (form.ok && (form.value.receiver ?? null) !== consent.receiverId)
    form = refuse(form, 'receiver', giveTexts.wrong.receiver)
  if (!form.ok) return c.html(givePage({ ...given, ...shown, ...form }), 422)
  const renewed = consentOf(
    { ...form.value, ground: consent.ground },
    { partyId: consent.partyId, id: consent.citizenId },
  )
  const done = await given.db.write(given.asker, 'consents.give', async tx => {
    const records = await openRecords(tx, given, at.citizenId)
    const value = await replaceConsent(tx, mineOf(given), { former: consent.id, given: renewed })
    return { value, about: aboutAll(records) }
  })
  if (done) return c.redirect(paths.consentsSaid(given.municipality, at.citizenId, 'changed'), 303)
  return c.html(givePage({ ...given, ...shown, ...refuse(form, 'id', giveTexts.wrong.taken) }), 409)
}

async function readForm(given: Given<Given['actor'], unknown>, citizenId: string): Promise<FormShown> {
  return await given.db.read(given.asker, 'consents.show', async tx => {
    const records = await openRecords(tx, given, citizenId)
    return { value: { ...records, receivers: await receivers(tx, records) }, about: aboutAll(records) }
  })
}

async function readChange(given: Given<Given['actor'], unknown>, at: { citizenId: string; consentId: string }) {
  return await given.db.read(given.asker, 'consents.show', async tx => {
    const records = await openRecords(tx, given, at.citizenId)
    const consent = await findOwnConsent(tx, mineOf(given), at.consentId)
    if (!consent || !records.own.some(each => each.partyId === consent.partyId && each.id === consent.citizenId))
      throw new NotFound()
    const all = await receivers(tx, records)
    const receiver = all.find(each => each.id === consent.receiverId)?.name
    const changing = { id: consent.id, receiver }
    return {
      value: { ...records, receivers: all, consent, changing, ground: consent.ground },
      about: aboutAll(records),
    }
  })
}

async function receivers(tx: Read, { municipalityId, own }: OwnRecords): Promise<Receiver[]> {
  // With two own records each may give to the other's party.
  const except = own.length === 1 ? own.map(record => record.partyId) : []
  return await possibleReceivers(tx, { municipalityId, except })
}

/** The form with what the rules say of it. */
function checked(
  { form: posted, now }: Posted,
  { receivers: all, own, closed }: FormShown,
): Form<Wish & Pick<ConsentForm, 'giver' | 'task' | 'person'>> {
  const form = whileOpen(posted, { closed }, 'receiver')
  if (!form.ok) return form
  const { id, from, until, giver, ...rest } = form.value
  if (id === undefined || from === undefined || until === undefined) throw new NotFound()
  const wish = { ...rest, id, from, until, giver }
  const record = own.length > 1 ? own.find(each => each.id === giver) : own[0]
  const wrong = wrongWithConsent(wish, { today: today(now), receivers: all })
  if (!record) wrong.unshift({ field: 'giver', message: giveTexts.wrong.giver })
  if (record && record.partyId === wish.receiver) wrong.push({ field: 'receiver', message: giveTexts.wrong.ownParty })
  if (hasCpr(wish.witness)) wrong.push({ field: 'witness', message: giveTexts.wrong.cpr })
  return wrong.length === 0 ? { ...form, value: wish } : { ok: false, errors: wrong, typed: form.typed }
}

function freshTyped({ now, actor }: Given, ground: string): Typed {
  const from = today(now)
  return {
    id: newId(),
    ground,
    from: formatDayField(from),
    until: formatDayField(usualEnd(from)),
    how: 'oral',
    witness: actor.personName,
  }
}

/** What a link that asks for a yes says of it; what it does not say is asked as ever. */
function askedFor(c: Context): Typed {
  const [receiver, topic, task, person] = ['receiver', 'topic', 'task', 'person'].map(name => c.req.query(name) ?? '')
  return {
    ...(isId(receiver) ? { receiver } : {}),
    ...(shownTopics.some(each => each === topic) ? { topics: [topic ?? ''] } : {}),
    ...(isId(task) && isId(person) ? { task, person } : {}),
  }
}

function typedOf(given: Given, consent: Consent): Typed {
  const from = today(given.now)
  const begins = day(consent.from)
  return {
    ...freshTyped(given, consent.ground),
    receiver: consent.receiverId ?? '',
    known: consent.knownPersonId ?? '',
    topics: anyTopicsOf(consent.topics),
    from: formatDayField(String(begins) > String(from) ? begins : from),
    until: formatDayField(day(consent.until)),
    how: consent.how,
  }
}

const groundIn = (typed: Typed) =>
  typed['ground'] === 'sms' || typed['ground'] === 'story' ? typed['ground'] : 'disclose'

type Posted = Given<Given['actor'], Form<ConsentForm>>
interface FormShown extends OwnRecords {
  receivers: Receiver[]
}
