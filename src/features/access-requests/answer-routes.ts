import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import type { Read } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { refuse } from '../../platform/form.ts'
import { isId } from '../../platform/id.ts'
import { findCard } from '../citizens/card-queries.ts'
import { hasCpr } from '../citizens/cpr-rules.ts'
import { mineOf } from '../citizens/own-card.ts'
import type { Asking } from '../citizens/own-card.ts'
import { searchCitizens, subjectOfCitizen } from '../citizens/queries.ts'
import type { Citizen } from '../citizens/queries.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import { askedListPage, askedPage } from './answer-pages.ts'
import type { AccessAnswer } from './codes.ts'
import { answerAccess } from './commands.ts'
import { answerForm, askedSearchForm } from './forms.ts'
import { askedOfUs, subjectOfAsked } from './queries.ts'
import type { Asked } from './queries.ts'
import { answerTexts } from './texts.da.ts'

const show = { who: recordRoles, purpose: 'access-requests.show' } as const

/** What a party is asked by a citizen who wants to see all: found among its own, and answered for itself alone. */
export const answerRoutes = new Routes()
  .get('/access-requests', show, async (c, given) => {
    const asked = await given.db.read(given.asker, 'access-requests.show', async tx => {
      const value = await askedOfUs(tx, given.municipality.id, 'all')
      return { value, about: value.map(subjectOfAsked) }
    })
    return c.html(askedListPage(given, asked))
  })
  .get('/access-requests/:accessAnswerId', show, async (c, given) => {
    const asked = await readAsked(given, c)
    return c.html(askedPage(given, { asked, typed: {}, errors: [], said: c.req.query('done') === 'saved' }))
  })
  .post(
    '/access-requests/:accessAnswerId/search',
    { who: recordRoles, purpose: 'citizens.search-closed', form: askedSearchForm },
    async (c, given) => {
      const asked = await readAsked(given, c)
      const form =
        given.form.ok && hasCpr(given.form.value.words)
          ? refuse(given.form, 'words', answerTexts.searchCpr)
          : given.form
      const { typed, errors, value } = form
      if (!value) return c.html(askedPage(given, { asked, typed, errors }), 422)
      const found = await search(given, asked, value.words)
      return c.html(askedPage(given, { asked, found, typed, errors: [] }))
    },
  )
  .post(
    '/access-requests/:accessAnswerId',
    { who: recordRoles, purpose: 'access-requests.answer', form: answerForm },
    async (c, given) => {
      const asked = await readAsked(given, c)
      const form =
        given.form.value?.answer === 'given' && given.form.value.citizen === undefined
          ? refuse(given.form, 'answer', answerTexts.noRecord)
          : given.form
      const { typed, errors, value } = form
      if (!value) return c.html(askedPage(given, { asked, typed, errors }), 422)
      await answer(given, asked, value)
      return c.redirect(paths.askedSaved(given.municipality, asked.id), 303)
    },
  )

async function readAsked(given: Asking, c: Context): Promise<Asked> {
  return await given.db.read(given.asker, 'access-requests.show', async tx => {
    const asked = await oneAsked(tx, given, c.req.param('accessAnswerId'))
    if (!asked) throw new NotFound()
    return { value: asked, about: [subjectOfAsked(asked)] }
  })
}

async function oneAsked(tx: Read, given: Asking, id: string | undefined): Promise<Asked | undefined> {
  if (!isId(id)) return undefined
  const [asked] = await askedOfUs(tx, given.municipality.id, { id })
  return asked
}

// Among the own citizens of the party that is asked, whoever else the worker sees; the closed and the locked ones too.
async function search(given: Asking, asked: Asked, words: string): Promise<Citizen[]> {
  return await given.db.read(given.asker, 'citizens.search-closed', async tx => {
    const mine = { municipalityId: given.municipality.id, parties: [asked.partyId] }
    const found = await searchCitizens(tx, mine, { words, among: 'all' })
    return { value: found, about: found.map(subjectOfCitizen), kind: 'search', words }
  })
}

async function answer(
  given: Asking,
  asked: Asked,
  said: { answer: AccessAnswer; citizen: string | undefined },
): Promise<void> {
  const { municipalityId, personId } = mineOf(given)
  await given.db.write(given.asker, 'access-requests.answer', async tx => {
    const whose = said.answer === 'given' && said.citizen !== undefined ? said.citizen : undefined
    const card = whose && (await findCard(tx, { municipalityId, parties: [asked.partyId] }, whose))
    if (whose !== undefined && !card) throw new NotFound()
    await answerAccess(tx, { municipalityId, personId, asked }, { answer: said.answer, citizenId: whose ?? null })
    return { value: undefined, about: [subjectOfAsked(asked), ...(card ? [subjectOfCitizen(card)] : [])] }
  })
}
