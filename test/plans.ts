import { newId } from '../src/platform/id.ts'
import { danishDay } from './isolation/sharing-model.ts'
import type { Place, World } from './world.ts'

type PartyName = keyof Place['parties']

/** What tests of plans put straight into the database: a citizen's record, and a yes of theirs. */
export function planGround(world: World) {
  const { here } = world
  return {
    async citizen(alias: string, party: PartyName = 'social'): Promise<string> {
      const id = newId()
      await world.truth('insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, $3, $4)', [
        here.id,
        here.parties[party],
        id,
        alias,
      ])
      return id
    },
    /** A yes from the social services' record; its id takes it back. */
    async yes(citizenId: string, to: PartyName, topics: number): Promise<string> {
      const id = newId()
      await world.truth(
        `insert into consents (municipality_id, id, owner_party_id, citizen_id, receiving_party_id, topics, ground, valid_from,
           valid_until, given_how, recorded_by)
         values ($1, $2, $3, $4, $5, $6, 'disclose', $7, $8, 'oral', $9)`,
        [
          here.id,
          id,
          here.parties.social,
          citizenId,
          here.parties[to],
          topics,
          danishDay(new Date()),
          danishDay(new Date(), 300),
          here.people.socialWorker.personId,
        ],
      )
      return id
    },
    takeBack: (consentId: string) =>
      world.truth(
        'update consents set withdrawn_at = now(), withdrawn_by = recorded_by where municipality_id = $1 and id = $2',
        [here.id, consentId],
      ),
    row: async (table: string, id: string) =>
      (
        await world.truth<Record<string, unknown>>(`select * from ${table} where municipality_id = $1 and id = $2`, [
          here.id,
          id,
        ])
      )[0],
  }
}

export const bits = { work: 1, mentalHealth: 2, health: 4, substanceUse: 8, economy: 16, court: 32 } as const
