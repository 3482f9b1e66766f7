import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import type { Mine } from '../contacts/queries.ts'
import type { Callable } from './card-rules.ts'

/** Somebody who works, in one of their parties, as one chooses them. */
export interface Candidate {
  personId: string
  name: string
  partyId: string
  partyName: string
  /** A colleague in the party that owns the record. */
  own: boolean
  /** Bits: the topics of this citizen that the citizen said yes to for this party; all of them for the own. */
  topics: number
}

/** Every topic there is. */
const allTopics = 63

/**
 * Whom one can ask for a citizen of an own record: colleagues first, then those in the parties that the citizen has
 * said yes to, each with the topics. With `all`, people of every party, with none where there is no yes.
 */
export async function candidatesFor(
  tx: Read,
  mine: Mine,
  at: { partyId: string; citizenId: string | null; all?: boolean },
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    with yes as (
      select c.receiving_party_id as party, bit_or(c.topics)::integer as topics from consents c
      where c.municipality_id = ${mine.municipalityId}::uuid and c.owner_party_id = ${at.partyId}::uuid
        and c.citizen_id = ${at.citizenId}::uuid and c.ground in ('obtain', 'disclose') and c.withdrawn_at is null
        and c.valid_from <= danish_today() and c.valid_until >= danish_today()
      group by c.receiving_party_id
    )
    select distinct p.id as "personId", p.public_name as name, y.id as "partyId", y.name as "partyName",
      y.id = ${at.partyId}::uuid as own, case when y.id = ${at.partyId}::uuid then ${allTopics}::integer else coalesce(yes.topics, 0) end as topics
    from memberships m
    join people p on p.municipality_id = m.municipality_id and p.id = m.person_id
    join parties y on y.municipality_id = m.municipality_id and y.id = m.party_id
    left join yes on yes.party = y.id
    where m.municipality_id = ${mine.municipalityId}::uuid and m.role in ('outreach_worker', 'centre_staff', 'centre_manager', 'coordinator')
      and m.valid_from <= danish_today() and (m.valid_until is null or m.valid_until >= danish_today())
      and (y.id = ${at.partyId}::uuid or yes.party is not null or ${at.all ?? false})
    order by own desc, "partyName", name, "personId"`.execute(tx)
  return rows
}

/** Citizens whom I met last, for a promise that is made in passing; at most so many. */
export async function lastMet(tx: Read, mine: Mine, most: number) {
  const { rows } = await sql<{ id: string; partyId: string; alias: string; name: string | null }>`
    select z.id, z.owner_party_id as "partyId", z.alias, z.name from (
      select distinct on (l.citizen_id) l.owner_party_id, l.citizen_id, l.day from (
        select c.owner_party_id, c.citizen_id, c.day from contacts c
        where c.municipality_id = ${mine.municipalityId}::uuid and c.owner_party_id in (${sql.join(mine.parties)})
          and c.worker_id = ${mine.personId}::uuid and c.citizen_id is not null and c.day <= danish_today()
        order by c.day desc, c.id desc limit 40
      ) l order by l.citizen_id, l.day desc
    ) met join citizens z on z.municipality_id = ${mine.municipalityId}::uuid and z.owner_party_id = met.owner_party_id and z.id = met.citizen_id
    order by met.day desc, z.alias limit ${most}`.execute(tx)
  return rows
}

/** Those of them whose work telephone they let the board show. */
export async function callableOf(
  tx: Read,
  municipalityId: string,
  people: readonly (string | null)[],
): Promise<Callable[]> {
  const ids = [...new Set(people)].filter(id => id !== null)
  const { rows } = await sql<Callable>`
    select p.id as "personId", p.public_name as name, p.work_phone as phone from people p
    where p.municipality_id = ${municipalityId}::uuid and p.id in (${sql.join(ids)}) and p.phone_public
      and p.work_phone is not null`.execute(tx)
  return rows
}
