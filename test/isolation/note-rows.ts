import type { World } from '../world.ts'

/** Notes of each kind, about a topic that is often shared, about court and about none, for every citizen; and each handed over once. */
export async function fillNotes(world: World): Promise<void> {
  for (const place of [world.here, world.there]) {
    const { worker, socialWorker, staff, manager } = place.people
    const { social, harbour, cafe } = place.parties
    const writer = `case z.owner_party_id when $3 then $4::uuid when $5 then $6::uuid when $7 then $8::uuid else $2::uuid end`
    const values = [
      place.id,
      worker.personId,
      social,
      socialWorker.personId,
      harbour,
      staff.personId,
      cafe,
      manager.personId,
    ]
    await world.truth(
      `insert into notes (municipality_id, owner_party_id, id, citizen_id, kind, topic, words, written_by)
       select z.municipality_id, z.owner_party_id, gen_random_uuid(), z.id, t.kind, t.topic, 'Vi læste tre breve.', ${writer}
       from citizens z cross join (values ('own', 1), ('shared', 1), ('shared', 32), ('citizens', null)) t(kind, topic)
       where z.municipality_id = $1 and not exists (select from notes n where n.municipality_id = z.municipality_id
         and n.owner_party_id = z.owner_party_id and n.citizen_id = z.id)`,
      values,
    )
    await world.truth(
      `insert into handovers (municipality_id, owner_party_id, id, citizen_id, note_id, version, number, handed_over_by)
       select z.municipality_id, z.owner_party_id, gen_random_uuid(), z.citizen_id, z.id, 1, 1, ${writer}
       from notes z where z.municipality_id = $1 and z.kind = 'own' and not exists (select from handovers h
         where h.municipality_id = z.municipality_id and h.owner_party_id = z.owner_party_id and h.note_id = z.id)`,
      values,
    )
  }
}
