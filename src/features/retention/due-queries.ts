import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Read } from '../../platform/db.ts'
import type { Day } from '../../platform/time.ts'
import type { OwnParties } from '../citizens/queries.ts'
import { keptOf } from './kept-rules.ts'
import type { Kept } from './kept-rules.ts'
import { recordKinds } from './codes.ts'
import type { RecordKind, RetentionAct } from './codes.ts'

/** Whose records of a kind are over by a day, as the owning party is told it. */
export interface DueCitizen {
  kind: RecordKind
  act: RetentionAct
  id: string
  partyId: string
  partyName: string
  alias: string
  name: string | null
  closed: boolean
  records: number
  /** The day on which the first of them is over. */
  first: string
}

/** What of one's own parties is over by the day, by citizen; the first 100 of each kind, the earliest first. */
export async function dueOf(tx: Read, mine: OwnParties, by: Day): Promise<DueCitizen[]> {
  const found: DueCitizen[] = []
  for (const kind of recordKinds.filter(each => keptOf[each].length > 0)) {
    const parts = keptOf[kind].map(
      kept => sql`select t.owner_party_id as party, ${citizenOf(kept)} as citizen, r.act, ${overOn(kept)} as over
        from ${sql.table(kept.table)} t
        join parties y on y.municipality_id = t.municipality_id and y.id = t.owner_party_id
        join retention_rules r on r.municipality_id = y.municipality_id and r.controller_id = y.controller_id and r.record_kind = ${kind}
        where t.municipality_id = ${mine.municipalityId}::uuid and t.owner_party_id in (${sql.join(mine.parties)})
          and ${only(kept)} and ${overOn(kept)} <= ${String(by)}::date`,
    )
    const { rows } = await sql<DueCitizen>`
      select ${kind} as kind, d.act, z.id, d.party as "partyId", y.name as "partyName", z.alias, z.name,
        z.closed_at is not null as closed, count(*) as records, min(d.over)::text as first
      from (${sql.join(parts, sql` union all `)}) d
      join citizens z on z.municipality_id = ${mine.municipalityId}::uuid and z.owner_party_id = d.party and z.id = d.citizen
      join parties y on y.municipality_id = z.municipality_id and y.id = z.owner_party_id
      group by d.act, z.id, d.party, y.name, z.alias, z.name, z.closed_at
      order by min(d.over), z.alias limit 100`.execute(tx)
    found.push(...rows)
  }
  return found
}

/** The citizen of a row `t`. */
export function citizenOf(kept: Kept): RawBuilder<string> {
  return sql.ref(kept.table === 'citizens' ? 't.id' : 't.citizen_id')
}

/** The day on which a row `t` is over, by the rule `r`. */
export function overOn(kept: Kept): RawBuilder<string> {
  return sql`(${sql.raw(kept.from)} + make_interval(months => r.months))::date`
}

export function only(kept: Kept): RawBuilder<boolean> {
  return sql.raw(kept.only ?? 'true')
}
