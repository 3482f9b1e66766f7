import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import type { CitizenRecord } from '../consents/record-queries.ts'
import type { Around } from '../plans/queries.ts'
import { asRows } from './timeline-queries.ts'

/** A talk that is agreed and still to come, with what each of the two wants to talk about. */
export interface Agreed {
  id: string
  partyId: string
  workerId: string
  workerName: string
  centreName: string | null
  venue: string
  day: string
  clock: string | null
  agenda: string | null
  workerAgenda: string | null
}

/** The next talks that are agreed, on these records. */
export async function agreedTalks(
  tx: Read,
  municipalityId: string,
  at: { records: readonly CitizenRecord[]; most: number },
): Promise<Agreed[]> {
  const { rows } = await sql<Agreed>`
    select c.id, c.owner_party_id as "partyId", c.worker_id as "workerId", p.public_name as "workerName", e.name as "centreName", c.venue, c.day, c.clock,
      c.agenda, c.worker_agenda as "workerAgenda"
    from ${asRows(at.records)} cross join lateral (
      select * from contacts t
      where t.municipality_id = ${municipalityId}::uuid and t.owner_party_id = z.party and t.citizen_id = z.citizen
        and t.outcome = 'open' and t.at >= now()
      order by t.at, t.id limit ${sql.lit(at.most)}
    ) c
    join people p on p.municipality_id = c.municipality_id and p.id = c.worker_id
    left join centres e on e.municipality_id = c.municipality_id and e.id = c.centre_id
    order by c.at, c.id limit ${sql.lit(at.most)}`.execute(tx)
  return rows
}

/** Who has talked with the citizen lately and works here today: those of the last fifty talks, the latest first. */
export async function metLately(
  tx: Read,
  municipalityId: string,
  records: readonly CitizenRecord[],
): Promise<Around[]> {
  const { rows } = await sql<Around>`
    select p.id as "personId", p.public_name as name, p.trade, null as words, held.memberships
    from (
      select c.worker_id, max(c.at) as at from ${asRows(records)} cross join lateral (
        select t.worker_id, t.at from contacts t
        where t.municipality_id = ${municipalityId}::uuid and t.owner_party_id = z.party and t.citizen_id = z.citizen and t.outcome = 'held'
        order by t.at desc, t.id desc limit 50
      ) c group by c.worker_id
    ) met
    join people p on p.municipality_id = ${municipalityId}::uuid and p.id = met.worker_id
    cross join lateral (
      select json_agg(json_build_object('role', m.role, 'mayDecide', m.may_decide)) as memberships from memberships m
      where m.municipality_id = p.municipality_id and m.person_id = p.id and m.valid_from <= danish_today()
        and (m.valid_until is null or m.valid_until >= danish_today())
    ) held
    where held.memberships is not null order by met.at desc limit 6`.execute(tx)
  return rows
}
