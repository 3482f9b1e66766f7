import { tapForm } from '../../platform/form.ts'
import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import { refuse } from '../../platform/form.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import { numberTexts } from './card-texts.da.ts'
import { writeAct } from './commands.ts'
import { numberBackForm, numberForm } from './forms.ts'
import { isNumberTaken, numberKeys, readNumber, takeNumberBack, writeNumber } from './number-commands.ts'
import { numberPage, numberTaken } from './number-pages.ts'
import { mineOf, readOwnCard } from './own-card.ts'
import type { Asking, OwnCard } from './own-card.ts'
import { citizensWith, subjectOfCitizen } from './queries.ts'
import type { Citizen } from './queries.ts'

const show = { who: recordRoles, purpose: 'citizens.show' } as const
const change = { who: recordRoles, purpose: 'citizens.change' } as const

/** A citizen's CPR number, where a public controller answers: given, looked at, taken back. Elsewhere there is no page. */
export const numberRoutes = new Routes()
  .get('/citizens/:citizenId/number', show, async (c, given) => {
    const own = await readPublic(given, 'citizens.show', c.req.param('citizenId'))
    const said = { saved: numberTexts.saved, taken: numberTexts.taken }[c.req.query('done') ?? '']
    return c.html(numberPage(given, { ...own, errors: [], said }))
  })
  .post('/citizens/:citizenId/number', { ...change, form: numberForm }, async (c, given) => {
    const own = await readPublic(given, 'citizens.change', c.req.param('citizenId'))
    const { form } = given
    const { typed, value } = form
    if (!value) return c.html(numberPage(given, { ...own, typed, errors: form.errors }), 422)
    const act = { id: value.id ?? own.actId, act: 'number', how: value.how } as const
    const store = () => save(given, own, { digits: value.number, act })
    // Whoever loses against the same number at the same moment finds it at the second try.
    const stored = await store().catch((error: unknown) => {
      if (isNumberTaken(error)) return store()
      throw error
    })
    if (stored === 'stored')
      return c.redirect(`${paths.citizenNumber(given.municipality, own.card.id)}?done=saved`, 303)
    const { errors } = refuse(form, numberTaken.field, numberTaken.message)
    return c.html(numberPage(given, { ...own, typed, errors, taken: stored }), 422)
  })
  .post(
    '/citizens/:citizenId/number/show',
    { ...show, purpose: 'citizens.number', form: tapForm },
    async (c, given) => {
      const own = await readPublic(given, 'citizens.show', c.req.param('citizenId'))
      const { card } = own
      const at = { ...mineOf(given), partyId: card.partyId, id: card.id }
      const keys = numberKeys(given.config, at.municipalityId)
      const number = await given.db.read(given.asker, 'citizens.number', async tx => ({
        value: (await readNumber(tx, { ...at, keys })) ?? null,
        about: [subjectOfCitizen(card)],
      }))
      return c.html(numberPage(given, { ...own, errors: [], number }))
    },
  )
  .post('/citizens/:citizenId/number/back', { ...change, form: numberBackForm }, async (c, given) => {
    const own = await readPublic(given, 'citizens.change', c.req.param('citizenId'))
    const { typed, value, errors } = given.form
    if (!value) return c.html(numberPage(given, { ...own, typed, errors }), 422)
    const at = { ...mineOf(given), partyId: own.card.partyId, id: own.card.id }
    await given.db.write(given.asker, 'citizens.change', async tx => {
      await takeNumberBack(tx, at)
      if (own.card.hasNumber)
        await writeAct(tx, at, { id: value.id ?? own.actId, act: 'number_back', how: value.howBack })
      return { value: undefined, about: [subjectOfCitizen(own.card)] }
    })
    return c.redirect(`${paths.citizenNumber(given.municipality, own.card.id)}?done=taken`, 303)
  })

async function readPublic(
  given: Asking,
  purpose: 'citizens.show' | 'citizens.change',
  citizenId: string | undefined,
): Promise<OwnCard> {
  const own = await readOwnCard(given, purpose, citizenId)
  if (!own.card.isPublic) throw new NotFound()
  return own
}

async function save(given: Asking, { card }: OwnCard, wanted: Wanted): Promise<Citizen | 'stored' | undefined> {
  const at = { ...mineOf(given), partyId: card.partyId, id: card.id }
  const keys = numberKeys(given.config, at.municipalityId)
  return await given.db.write<Citizen | 'stored' | undefined>(given.asker, 'citizens.change', async tx => {
    const { takenBy } = await writeNumber(tx, { ...at, keys }, wanted.digits)
    if (takenBy === undefined) {
      await writeAct(tx, at, wanted.act)
      return { value: 'stored', about: [subjectOfCitizen(card)] }
    }
    const [taken] = await citizensWith(tx, at, [takenBy])
    return { value: taken, about: [card, ...(taken ? [taken] : [])].map(subjectOfCitizen) }
  })
}

interface Wanted {
  digits: string
  act: Parameters<typeof writeAct>[2]
}
