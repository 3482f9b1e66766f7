import { tapForm } from '../../platform/form.ts'
import { paths } from '../../paths.ts'
import type { Read } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Form } from '../../platform/form.ts'
import { newId } from '../../platform/id.ts'
import { addDays, compareDays, formatDateYear, formatDayField, today } from '../../platform/time.ts'
import { hasCpr } from '../citizens/cpr-rules.ts'
import { writeMessage } from '../outbox/commands.ts'
import { isEmail } from '../people/email-rules.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { aboutAll, idIn, mineOf, openRecords, ownRecords, whileOpen } from '../consents/asking.ts'
import type { OwnRecords } from '../consents/asking.ts'
import { helperForm } from './forms.ts'
import type { HelperForm } from './forms.ts'
import { linkAndCodeOf, shareWithHelper, withdrawShare } from './commands.ts'
import type { NewShare } from './commands.ts'
import { codePage, helpersPage, newHelperPage } from './pages.ts'
import { helperShares, thingsOf } from './queries.ts'
import type { Thing } from './queries.ts'
import { helperTexts } from './texts.da.ts'

const who = recordRoles
const usualDays = 30
const longestDays = 365

/** A narrow, dated share of named things with a helper from outside. */
export const helperRoutes = new Routes()
  .get('/citizens/:citizenId/helpers', { who, purpose: 'helpers.show' }, async (c, given) => {
    const citizenId = idIn(c, 'citizenId')
    const said = c.req.query('said') === 'withdrawn' ? helperTexts.said.withdrawn : undefined
    const shown = await given.db.read(given.asker, 'helpers.show', async tx => {
      const records = await ownRecords(tx, given, citizenId)
      return { value: { ...records, shares: await helperShares(tx, of(records)) }, about: aboutFirst(records) }
    })
    return c.html(helpersPage({ ...given, ...shown, said }))
  })
  .get('/citizens/:citizenId/helpers/new', { who, purpose: 'helpers.show' }, async (c, given) => {
    const shown = await readThings(given, idIn(c, 'citizenId'))
    const until = formatDayField(addDays(today(given.now), usualDays))
    return c.html(newHelperPage({ ...given, ...shown, typed: { id: newId(), until }, errors: [] }))
  })
  .post('/citizens/:citizenId/helpers/new', { who, purpose: 'helpers.give', form: helperForm }, async (c, given) => {
    const { municipality, keys, config } = given
    const shown = await readThings(given, idIn(c, 'citizenId'))
    const form = checked(given, shown)
    if (!form.ok) return c.html(newHelperPage({ ...given, ...shown, ...form }), 422)
    const { email, ...share } = form.value
    const both = linkAndCodeOf(keys, municipality.id, { partyId: shown.first.partyId, id: share.id })
    const link = `${config.baseUrl}${paths.helper(municipality)}#${both.token}`
    await given.db.write(given.asker, 'helpers.give', async tx => {
      const records = await ownRecords(tx, given, shown.first.id)
      const shared = await shareWithHelper(tx, { ...mineOf(given), keys }, share)
      if (shared === 'taken') throw new NotFound()
      const words = { municipality: municipality.name, link, token: both.token, until: form.value.untilWords }
      const mail = { recipient: email, subject: helperTexts.mail.subject, body: helperTexts.mail.body(words) }
      if (email !== '' && shared === 'new') await writeMessage(tx, mail)
      return { value: undefined, about: aboutFirst(records), kind: 'add' }
    })
    return c.html(codePage({ ...given, ...shown, ...both, link, email }))
  })
  .post(
    '/citizens/:citizenId/helpers/:helperShareId/withdraw',
    { who, purpose: 'helpers.withdraw', form: tapForm },
    async (c, given) => {
      const [citizenId, shareId] = [idIn(c, 'citizenId'), idIn(c, 'helperShareId')]
      const own = await given.db.write(given.asker, 'helpers.withdraw', async tx => {
        const records = await ownRecords(tx, given, citizenId)
        const shares = await helperShares(tx, of(records))
        if (!shares.some(share => share.id === shareId)) throw new NotFound()
        await withdrawShare(tx, mineOf(given), { partyId: records.first.partyId, id: shareId })
        return { value: records.first, about: aboutFirst(records) }
      })
      return c.redirect(paths.helpersSaid(given.municipality, own.id, 'withdrawn'), 303)
    },
  )

type Asking = Given<Given['actor'], unknown>
type Checked = NewShare & { email: string; untilWords: string }

const of = ({ municipalityId, first }: OwnRecords) => ({ municipalityId, record: first })
const aboutFirst = ({ first }: OwnRecords) => aboutAll({ records: [first] })

async function readThings(given: Asking, citizenId: string): Promise<OwnRecords & { things: Thing[] }> {
  return await given.db.read(given.asker, 'helpers.show', async (tx: Read) => {
    const records = await openRecords(tx, given, citizenId)
    return { value: { ...records, things: await thingsOf(tx, of(records)) }, about: aboutFirst(records) }
  })
}

function checked(
  { form: posted, now }: Given<Given['actor'], Form<HelperForm>>,
  { things: all, first, closed }: OwnRecords & { things: readonly Thing[] },
): Form<Checked> {
  const form = whileOpen(posted, { closed }, 'helperName')
  if (!form.ok) return form
  const { id, until, helperName, helperKind, email } = form.value
  if (id === undefined || until === undefined) throw new NotFound()
  const here = today(now)
  const things = all.filter(thing => form.value.things.includes(`${thing.kind} ${thing.id}`))
  const wrong: { field: string; message: string }[] = []
  const say = (field: string, message: string): number => wrong.push({ field, message })
  // Something that is done or put away meanwhile, or somebody else's, is not among them.
  if (things.length !== form.value.things.length) say('things', helperTexts.wrong.things)
  if (compareDays(until, here) < 0) say('until', helperTexts.wrong.past)
  if (compareDays(until, addDays(here, longestDays)) > 0) say('until', helperTexts.wrong.long)
  if (hasCpr(helperName)) say('helperName', helperTexts.wrong.cpr)
  if (email !== '' && !isEmail(email)) say('email', helperTexts.wrong.email)
  if (wrong.length > 0) return { ok: false, errors: wrong, typed: form.typed }
  const share = { id, record: first, helperName, helperKind, things, until: String(until) }
  return { ...form, value: { ...share, email, untilWords: formatDateYear(until) } }
}
