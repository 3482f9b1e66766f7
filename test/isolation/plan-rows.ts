import type { World } from '../world.ts'

/**
 * A plan for every citizen, with parts, people, steps, appointments and tasks about a topic that is often shared, about
 * court and about none; and tasks that were handed to another party, about a citizen and about nobody.
 */
export async function fillPlans(world: World): Promise<void> {
  for (const place of [world.here, world.there]) {
    const { worker, socialWorker } = place.people
    const values = [place.id, worker.personId]
    const each = `from citizens z cross join (values (1::smallint), (32::smallint), (null)) t(topic)
      where z.municipality_id = $1`
    const own = 'z.municipality_id, z.owner_party_id, gen_random_uuid(), z.id'
    const columns = 'municipality_id, owner_party_id, id, citizen_id'
    await world.truth(
      `insert into plans (${columns}, kept_by) select ${own}, $2 from citizens z where z.municipality_id = $1`,
      values,
    )
    await world.truth(
      `insert into plan_parts (${columns}, topic, kind, words, created_by) select ${own}, t.topic, 'goal', 'Jeg vil have styr på mine regninger', $2 ${each}`,
      values,
    )
    await world.truth(
      `insert into plan_people (${columns}, topic, person_id, words) select ${own}, t.topic, $2, 'Går med til møder' ${each}`,
      values,
    )
    await world.truth(
      `insert into steps (${columns}, topic, words, whose, person_id, created_by)
       select ${own}, t.topic, 'Jeg laver en fuldmagt', 'together', $2, $2 ${each}`,
      values,
    )
    await world.truth(
      `insert into appointments (${columns}, topic, at_place, words, day, companion_id, created_by)
       select ${own}, t.topic, case when t.topic = 32 then 'court' else 'doctor' end, 'Hos lægen', current_date + 3, $2, $2 ${each}`,
      values,
    )
    const task = 'words, day, person_id, party_id, given_by, accepted_at, created_by'
    const said = `'Ringer til banken', current_date + 1, $2::uuid`
    await world.truth(
      `insert into tasks (${columns}, topic, ${task})
       select ${own}, t.topic, ${said}, z.owner_party_id, $2::uuid, now(), $2::uuid ${each}`,
      values,
    )
    await world.truth(
      `insert into tasks (${columns}, topic, ${task})
       select ${own}, 1, ${said}, y.id, $2::uuid, null::timestamptz, $2::uuid from citizens z join parties y on y.municipality_id = z.municipality_id
       where z.municipality_id = $1 and y.id <> z.owner_party_id`,
      values,
    )
    await world.truth(
      `insert into tasks (municipality_id, owner_party_id, id, ${task})
       select o.municipality_id, o.id, gen_random_uuid(), ${said}, y.id, $3::uuid, null::timestamptz, $3::uuid
       from parties o join parties y on y.municipality_id = o.municipality_id where o.municipality_id = $1`,
      [...values, socialWorker.personId],
    )
  }
}
