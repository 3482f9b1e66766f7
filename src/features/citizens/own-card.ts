import { NotFound } from '../../platform/errors.ts'
import { isId, newId } from '../../platform/id.ts'
import type { Purpose } from '../../purposes.ts'
import { recordParties } from '../people/rules.ts'
import type { Given } from '../routing.ts'
import { actsOf, findCard } from './card-queries.ts'
import type { Card, CitizenAct } from './card-queries.ts'
import { closedOf } from './closed-queries.ts'
import type { Closed } from './closed-queries.ts'
import { subjectOfCitizen } from './queries.ts'

export type Asking = Given<Given['actor'], unknown>

/** Whose records the actor sees, as every query wants it. */
export function mineOf({ municipality, actor }: Asking) {
  return { municipalityId: municipality.id, personId: actor.personId, parties: recordParties(actor) }
}

/** A card and the citizen's own acts, with the id of the next one. */
export interface OwnCard {
  card: Card
  acts: CitizenAct[]
  actId: string
  closed: Closed | undefined
}

/** The record of one's own party that an address names; for any other the page is not there. */
export async function readOwnCard(given: Asking, purpose: OwnPurpose, citizenId: string | undefined): Promise<OwnCard> {
  if (!isId(citizenId)) throw new NotFound()
  return await given.db.read(given.asker, purpose, async tx => {
    const mine = mineOf(given)
    const card = await findCard(tx, mine, citizenId)
    if (!card) throw new NotFound()
    const closed = await closedOf(tx, mine.municipalityId, card)
    const value = { card, acts: await actsOf(tx, mine, card), actId: newId(), closed }
    return { value, about: [subjectOfCitizen(card)] }
  })
}

export type OwnPurpose = Extract<
  Purpose,
  'citizens.show' | 'citizens.change' | 'citizens.close' | 'citizens.reopen' | 'citizens.everything'
>
