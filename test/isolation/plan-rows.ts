import type { World } from '../world.ts'

/**
 * A plan for every citizen, with parts, people, steps, appointments and tasks about a topic that is often shared, about
 * court and about none; and tasks that were handed to another party, about a citizen and about nobody.
 */
export async function fillPlans(world: World): Promise<void> {
  for (const place of [world.here, world.there]) {
    const { worker, socialWorker } = place.people
    const { jobcentre, social } = place.parties
    const values = [place.id, worker.personId]
    // Those who have no plan yet: others are filled later.
    const citizens = `from citizens z where z.municipality_id = $1 and not exists (select from plans k
      where k.municipality_id = z.municipality_id and k.owner_party_id = z.owner_party_id and k.citizen_id = z.id)`
    const each = citizens.replace('where', 'cross join (values (1::smallint), (32::smallint), (null)) t(topic) where')
    const own = 'z.municipality_id, z.owner_party_id, gen_random_uuid(), z.id'
    const columns = 'municipality_id, owner_party_id, id, citizen_id'
    const said = `'Ringer til banken', current_date + 1, $2::uuid`
    const task = 'words, day, person_id, party_id, given_by, accepted_at, created_by'
    for (const sql of [
      `insert into plan_parts (${columns}, topic, kind, words, created_by)
       select ${own}, t.topic, 'goal', 'Jeg vil have styr på mine regninger', $2 ${each}`,
      `insert into plan_people (${columns}, topic, person_id, words) select ${own}, t.topic, $2, 'Går med til møder' ${each}`,
      `insert into steps (${columns}, topic, words, whose, person_id, created_by)
       select ${own}, t.topic, 'Jeg laver en fuldmagt', 'together', $2, $2 ${each}`,
      `insert into appointments (${columns}, topic, at_place, words, day, companion_id, created_by)
       select ${own}, t.topic, case when t.topic = 32 then 'court' else 'doctor' end, 'Hos lægen', current_date + 3, $2, $2 ${each}`,
      `insert into tasks (${columns}, topic, ${task})
       select ${own}, t.topic, ${said}, z.owner_party_id, $2::uuid, now(), $2::uuid ${each}`,
    ])
      await world.truth(sql, values)
    const other = `case z.owner_party_id when $3::uuid then $4::uuid else $3::uuid end`
    await world.truth(
      `insert into tasks (${columns}, topic, ${task}) select ${own}, 1, ${said}, ${other}, $2::uuid, null, $2::uuid ${citizens}`,
      [...values, jobcentre, social],
    )
    // One of them was passed on to a colleague there.
    await world.truth(
      `update tasks t set passed_by = $2 where t.municipality_id = $1 and t.party_id <> t.owner_party_id and t.id in (
         select max(f.id::text)::uuid from tasks f where f.municipality_id = $1 and f.party_id <> f.owner_party_id group by f.owner_party_id)`,
      values,
    )
    await world.truth(
      `insert into tasks (municipality_id, owner_party_id, id, ${task})
       select z.municipality_id, z.id, gen_random_uuid(), ${said}, ${other.replaceAll('owner_party_id', 'id')}, $5::uuid, null, $5::uuid
       from parties z where z.municipality_id = $1 and not exists (select from tasks t
         where t.municipality_id = z.municipality_id and t.owner_party_id = z.id and t.citizen_id is null)`,
      [...values, jobcentre, social, socialWorker.personId],
    )
    await world.truth(`insert into plans (${columns}, kept_by) select ${own}, $2 ${citizens}`, values)
  }
}
