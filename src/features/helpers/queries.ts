import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import type { PowerKind, ThingKind } from '../powers/codes.ts'
import type { CitizenRecord } from '../consents/record-queries.ts'

/** Something in a record that a helper can be let see. */
export interface Thing {
  kind: ThingKind
  id: string
  words: string
  day: string | null
}

/** A share with a helper from outside, as the own party sees it: neither link nor code. */
export interface HelperShare {
  id: string
  helperName: string
  helperKind: PowerKind
  until: string
  things: number
  wrongCodes: number
  openedAt: Date | null
  looks: number
  lastLook: Date | null
  withdrawnAt: Date | null
  standing: boolean
}

type Of = { municipalityId: string; record: Pick<CitizenRecord, 'partyId' | 'id'> }

/** Steps, appointments, parts of the plan and tasks of one own record that are still of use. */
export async function thingsOf(tx: Read, { municipalityId, record }: Of): Promise<Thing[]> {
  const own = sql`municipality_id = ${municipalityId}::uuid and owner_party_id = ${record.partyId}::uuid and citizen_id = ${record.id}::uuid`
  const { rows } = await sql<Thing>`
    select 'step' as kind, id, words, day from steps where ${own} and put_away_at is null
    union all select 'appointment', id, words, day from appointments where ${own} and state = 'planned'
    union all select 'part', id, words, null from plan_parts where ${own} and put_away_at is null
    union all select 'task', id, words, day from tasks where ${own} and done_at is null
    order by kind, day nulls last, id limit 200`.execute(tx)
  return rows
}

export async function helperShares(tx: Read, { municipalityId, record }: Of): Promise<HelperShare[]> {
  const { rows } = await sql<HelperShare>`
    select s.id, s.helper_name as "helperName", s.helper_kind as "helperKind", s.valid_until as until, s.wrong_codes as "wrongCodes",
      s.opened_at as "openedAt", s.withdrawn_at as "withdrawnAt",
      s.withdrawn_at is null and s.valid_until >= danish_today() as standing,
      (select count(*)::integer from helper_things g where g.municipality_id = s.municipality_id
        and g.owner_party_id = s.owner_party_id and g.share_id = s.id) as things,
      seen.looks, seen."lastLook"
    from helper_shares s cross join lateral (
      select count(*)::integer as looks, max(l.at) as "lastLook" from helper_looks l where l.municipality_id = s.municipality_id
        and l.owner_party_id = s.owner_party_id and l.share_id = s.id
    ) seen
    where s.municipality_id = ${municipalityId}::uuid and s.owner_party_id = ${record.partyId}::uuid and s.citizen_id = ${record.id}::uuid
    order by s.given_at desc limit 100`.execute(tx)
  return rows
}
