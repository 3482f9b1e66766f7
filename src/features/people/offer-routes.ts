import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import { refuse } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { today } from '../../platform/time.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { FormRefused, refuseWrong } from './invite-commands.ts'
import { endRolePage, partyPeoplePage } from './offer-pages.ts'
import type { PartyPeople } from './offer-pages.ts'
import { openOffers, roleHolders } from './offer-queries.ts'
import { offerTexts } from './offer-texts.da.ts'
import { managedParties } from './rules.ts'
import { answerOffer } from './role-commands.ts'
import { endMembership } from './staff-commands.ts'
import { answerForm, endForm } from './staff-forms.ts'
import { partyChoices } from './staff-queries.ts'

const who = ['centre_manager'] as const
const show = { who, purpose: 'places.show' } as const
const change = { who, purpose: 'places.change' } as const

/** Who sees the records of a private party: its own manager says yes or no to each, and ends a role. */
export const offerRoutes = new Routes()
  .get('/places/parties/:partyId/people', show, async (c, given) => {
    const done = c.req.query('done') ?? ''
    const said = Object.entries(offerTexts.done).find(([name]) => name === done)?.[1]
    return c.html(partyPeoplePage(given, { ...(await readPeople(c, given)), said }))
  })
  .post('/places/parties/:partyId/people/offers/:offerId', { ...change, form: answerForm }, async (c, given) => {
    const people = await readPeople(c, given)
    const offer = people.offers.find(each => each.id === c.req.param('offerId'))
    if (!offer) throw new NotFound()
    const { form, municipality, actor } = given
    const { value } = form
    const outcome = value
      ? await unlessRefused(form, async () => {
          const accepted = value.answer === 'yes'
          const answering = { ...given, offer, accepted, by: actor.personId }
          await given.db.write(given.asker, 'places.change', async tx => {
            refuseWrong(await answerOffer(tx, answering))
          })
          return value.answer
        })
      : form
    if (typeof outcome === 'string')
      return c.redirect(`${paths.partyPeople(municipality, people.party.id)}?done=${outcome}`, 303)
    return c.html(partyPeoplePage(given, { ...people, errors: outcome.errors }), 422)
  })
  .get('/places/parties/:partyId/people/:membershipId', show, async (c, given) => {
    const people = await readPeople(c, given)
    return c.html(endRolePage(given, { ...people, holder: holderIn(people, c), form: undefined }))
  })
  .post('/places/parties/:partyId/people/:membershipId', { ...change, form: endForm }, async (c, given) => {
    const people = await readPeople(c, given)
    const holder = holderIn(people, c)
    const { form, municipality, now } = given
    const { value } = form
    const at = { municipalityId: municipality.id, personId: holder.personId, membershipId: holder.id, now }
    const outcome = value
      ? await unlessRefused(form, async () => {
          await given.db.write(given.asker, 'places.change', async tx => {
            refuseWrong(await endMembership(tx, { ...at, wish: value }))
          })
          return 'ended' as const
        })
      : form
    if (typeof outcome === 'string')
      return c.redirect(`${paths.partyPeople(municipality, people.party.id)}?done=${outcome}`, 303)
    return c.html(endRolePage(given, { ...people, holder, form: outcome }), 422)
  })

type Asking = Given<Given['actor'], unknown>

/** A private party that the actor leads; another is as little there as one that does not exist. */
async function readPeople(c: Context, given: Asking): Promise<PartyPeople> {
  const { municipality, actor, now } = given
  const partyId = c.req.param('partyId')
  const leads = partyId !== undefined && managedParties(actor).includes(partyId)
  return await given.db.read(given.asker, 'places.show', async tx => {
    const party = leads ? (await partyChoices(tx, municipality.id)).find(each => each.id === partyId) : undefined
    if (party?.controllerKind !== 'private') throw new NotFound()
    return {
      party,
      offers: await openOffers(tx, municipality.id, [party.id]),
      holders: await roleHolders(tx, municipality.id, party.id),
      today: today(now),
    }
  })
}

function holderIn({ holders }: PartyPeople, c: Context) {
  const holder = holders.find(each => each.id === c.req.param('membershipId'))
  if (!holder) throw new NotFound()
  return holder
}

async function unlessRefused<T, V>(form: Form<V>, work: () => Promise<T>): Promise<T | Form<V>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FormRefused) return refuse(form, error.wrong.field, error.wrong.message)
    throw error
  }
}
