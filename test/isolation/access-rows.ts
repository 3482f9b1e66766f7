import { newId } from '../../src/platform/id.ts'
import type { World } from '../world.ts'

const askers = { worker: 'jobcentre', socialWorker: 'social', staff: 'harbour' } as const

/** Requests for access from a record of each of the municipality's parties, to all of them: one that everybody has answered, and one that nobody has. */
export async function fillAccess(world: World): Promise<void> {
  for (const place of [world.here, world.there]) {
    const asked = Object.values(askers).map(party => place.parties[party])
    for (const [person, party] of Object.entries(askers) as [
      keyof typeof askers,
      (typeof askers)[keyof typeof askers],
    ][]) {
      const requests = [newId(), newId()]
      for (const request of requests) {
        await world.truth(
          `insert into access_requests (municipality_id, owner_party_id, citizen_id, id, name, address, how, recorded_by, asked_party_ids)
           select municipality_id, owner_party_id, id, $3, 'Viggo Holm', 'Gaden 1', 'oral', $4, $5 from citizens
           where municipality_id = $1 and owner_party_id = $2 and closed_at is null order by id limit 1`,
          [place.id, place.parties[party], request, place.people[person].personId, asked],
        )
      }
      await world.truth(
        `update access_answers set answer = case when owner_party_id = asking_party_id then 'given' else 'none' end, answered_by = $3
         where municipality_id = $1 and request_id = $2`,
        [place.id, requests[0], place.people.worker.personId],
      )
    }
  }
}
