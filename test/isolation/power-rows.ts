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

/** A share with a helper from outside for everybody who has a power of attorney: one that stands, one taken back. */
export async function fillHelpers(world: World): Promise<void> {
  for (const place of [world.here, world.there]) {
    await world.truth(
      `with shared as (
         insert into helper_shares (municipality_id, owner_party_id, citizen_id, id, helper_name, helper_kind, valid_until, link_hash,
           code_hash, given_by, withdrawn_at, withdrawn_by)
         select p.municipality_id, p.owner_party_id, p.citizen_id, p.id, 'Bente', 'debtAdviser', current_date + 30,
           sha256(convert_to(p.id::text, 'UTF8')), 'x', $2, p.withdrawn_at, p.withdrawn_by
         from powers_of_attorney p where p.municipality_id = $1
         on conflict do nothing returning municipality_id, owner_party_id, id
       ), things as (
         insert into helper_things select municipality_id, owner_party_id, id, 'step', gen_random_uuid() from shared
       )
       , mails as (
         insert into outbox (municipality_id, id, recipient, subject, body, share_party_id, share_id)
         select municipality_id, gen_random_uuid(), 'bente@x.example', 's', 'b', owner_party_id, id from shared
       )
       insert into helper_looks (municipality_id, owner_party_id, share_id, shown)
       select municipality_id, owner_party_id, id, '{}' from shared`,
      [place.id, place.people.worker.personId],
    )
  }
}
