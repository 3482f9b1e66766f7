import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import type { Read } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId, newId } from '../../platform/id.ts'
import { today } from '../../platform/time.ts'
import { findCard } from '../citizens/card-queries.ts'
import type { Card } from '../citizens/card-queries.ts'
import { mineOf } from '../citizens/own-card.ts'
import type { Asking as Given } from '../citizens/own-card.ts'
import { subjectOfCitizen } from '../citizens/queries.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import { askPage, receiptPage } from './ask-pages.ts'
import type { Asking } from './ask-pages.ts'
import { askForAccess } from './commands.ts'
import { askForm } from './forms.ts'
import { centresToFetchAt, findRequest, partiesOf } from './queries.ts'
import { checkedWish } from './rules.ts'

const show = { who: recordRoles, purpose: 'access-requests.show' } as const

/** A citizen asks the whole of a public controller, from the record of one of its parties. */
export const askRoutes = new Routes()
  .get('/citizens/:citizenId/access-requests/new', show, async (c, given) => {
    const asking = await readAsking(given, c)
    const { card, parties } = asking
    const typed = { id: newId(), name: card.name ?? '', parties: parties.map(each => each.id) }
    return c.html(askPage(given, { ...asking, typed, errors: [] }))
  })
  .post(
    '/citizens/:citizenId/access-requests',
    { who: recordRoles, purpose: 'access-requests.ask', form: askForm },
    async (c, given) => {
      const asking = await readAsking(given, c)
      const { typed, errors, value } = checkedWish(given.form, { ...asking, today: today(given.now) })
      if (value?.id === undefined) return c.html(askPage(given, { ...asking, typed, errors }), 422)
      const { id, ...wanted } = value
      const { card } = asking
      const { municipalityId, personId } = mineOf(given)
      await given.db.write(given.asker, 'access-requests.ask', async tx => {
        const at = { municipalityId, personId, partyId: card.partyId, citizenId: card.id }
        await askForAccess(tx, at, { ...wanted, id })
        return { value: undefined, about: [subjectOfCitizen(card)], kind: 'add' }
      })
      return c.redirect(paths.accessRequest(given.municipality, card.id, id), 303)
    },
  )
  .get('/citizens/:citizenId/access-requests/:accessRequestId', show, async (c, given) => {
    const requestId = c.req.param('accessRequestId')
    if (!isId(requestId)) throw new NotFound()
    const read = await given.db.read(given.asker, 'access-requests.show', async tx => {
      const card = await ownCard(tx, given, c)
      const record = { municipalityId: given.municipality.id, partyId: card.partyId, citizenId: card.id }
      const request = await findRequest(tx, record, requestId)
      if (!request) throw new NotFound()
      return { value: { card, request }, about: [subjectOfCitizen(card)] }
    })
    return c.html(receiptPage(given, read))
  })

/** The record, with whom can be asked; a private controller and one with a single party have nobody else to ask. */
async function readAsking(given: Given, c: Context): Promise<Asking> {
  return await given.db.read(given.asker, 'access-requests.show', async tx => {
    const card = await ownCard(tx, given, c)
    const at = { municipalityId: given.municipality.id, controllerId: card.controllerId }
    const parties = await partiesOf(tx, at)
    if (!card.isPublic || parties.length < 2) throw new NotFound()
    const centres = await centresToFetchAt(tx, at.municipalityId)
    return { value: { card, parties, centres }, about: [subjectOfCitizen(card)] }
  })
}

async function ownCard(tx: Read, given: Given, c: Context): Promise<Card> {
  const citizenId = c.req.param('citizenId')
  const card = isId(citizenId) ? await findCard(tx, mineOf(given), citizenId) : undefined
  if (!card) throw new NotFound()
  return card
}
