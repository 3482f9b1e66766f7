import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import type { PowerKind, ThingKind } from '../powers/codes.ts'
import type { Writer } from '../consents/commands.ts'
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
  /** What was changed since it was given, and is shown no more; `at` tells one change from the next. */
  changed: { kind: ThingKind; id: string; at: string }[]
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
        and g.owner_party_id = s.owner_party_id and g.share_id = s.id and g.changed_at is null) as things,
      coalesce((select json_agg(json_build_object('kind', g.kind, 'id', g.thing_id, 'at', extract(epoch from g.changed_at)::text)
          order by g.changed_at) from helper_things g where g.municipality_id = s.municipality_id
        and g.owner_party_id = s.owner_party_id and g.share_id = s.id and g.changed_at is not null), '[]') as changed,
      seen.looks, seen."lastLook"
    from helper_shares s cross join lateral (
      select count(*)::integer as looks, max(l.at) as "lastLook" from helper_looks l where l.municipality_id = s.municipality_id
        and l.owner_party_id = s.owner_party_id and l.share_id = s.id
    ) seen
    where s.municipality_id = ${municipalityId}::uuid and s.owner_party_id = ${record.partyId}::uuid and s.citizen_id = ${record.id}::uuid
    order by s.given_at desc limit 100`.execute(tx)
  return rows
}

/** A share of one's own giving in which something is shown no more, because it was changed. */
export interface ChangedShare {
  helperName: string
  id: string
  partyId: string
  alias: string
  name: string | null
}

/** What one gave a helper, and was changed in the last days, while the share stands. */
export async function changedForHelpers(tx: Read, by: Writer, days: number): Promise<ChangedShare[]> {
  const { rows } = await sql<ChangedShare>`
    select s.helper_name as "helperName", z.id, z.owner_party_id as "partyId", z.alias, z.name
    from helper_shares s
    join citizens z on z.municipality_id = s.municipality_id and z.owner_party_id = s.owner_party_id and z.id = s.citizen_id
    where s.municipality_id = ${by.municipalityId}::uuid and s.given_by = ${by.personId}::uuid and s.withdrawn_at is null
      and s.valid_until >= danish_today() and s.wrong_codes < 5
      and exists (select from helper_things g where g.municipality_id = s.municipality_id and g.owner_party_id = s.owner_party_id
        and g.share_id = s.id and g.changed_at > now() - make_interval(days => ${days}))
    order by s.given_at desc limit 20`.execute(tx)
  return rows
}
