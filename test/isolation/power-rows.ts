import type { World } from '../world.ts'

/** Two powers of attorney for everybody who said any yes: about a topic that is often shared, and taken back with court. */
export async function fillPowers(world: World): Promise<void> {
  for (const place of [world.here, world.there]) {
    await world.truth(
      `insert into powers_of_attorney (municipality_id, owner_party_id, citizen_id, id, to_name, to_kind, scope, topics,
         valid_from, valid_until, given_how, recorded_by, withdrawn_at, withdrawn_by)
       select z.municipality_id, z.owner_party_id, z.id, gen_random_uuid(), 'Bente', 'debtAdviser', 'Ringe til banken', t.topics,
         '2026-01-01', '2027-01-01', 'writing', $2, case when t.topics = 33 then now() end, case when t.topics = 33 then $2::uuid end
       from citizens z cross join unnest('{1,33}'::smallint[]) as t(topics)
       where z.municipality_id = $1
         and exists (select from consents c where c.municipality_id = z.municipality_id and c.owner_party_id = z.owner_party_id and c.citizen_id = z.id)
         and not exists (select from powers_of_attorney p where p.municipality_id = z.municipality_id
         and p.owner_party_id = z.owner_party_id and p.citizen_id = z.id)`,
      [place.id, place.people.worker.personId],
    )
  }
}
