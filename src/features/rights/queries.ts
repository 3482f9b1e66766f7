import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import type { RecordKind, RetentionAct } from '../retention/codes.ts'

/** Who answers for data, and what a citizen is told of it. */
export interface Answering {
  id: string
  name: string
  kind: 'public' | 'private'
  /** In the controller's own words; empty until somebody there has said it. */
  contact: string
  officer: string
  parties: string[]
  rules: { kind: RecordKind; months: number; act: RetentionAct }[]
  /** Whether the asker is the one to say how the controller is reached. */
  managed: boolean
  breaksGlass: boolean
  backupDays: number
}

/** The controllers of a municipality that answer for somebody, its own first. Open to everybody. */
export async function answeringHere(tx: Read, municipalityId: string): Promise<Answering[]> {
  const { rows } = await sql<Answering>`
    select k.id, k.name, k.kind, coalesce(c.contact, '') as contact, coalesce(c.officer, '') as officer, answers.parties,
      coalesce((select json_agg(json_build_object('kind', r.record_kind, 'months', r.months, 'act', r.act)
        order by array_position(array['citizen', 'quiet', 'contact', 'note', 'plan', 'consent', 'attorney'], r.record_kind))
        from retention_rules r where r.municipality_id = k.municipality_id and r.controller_id = k.id), '[]') as rules,
      k.id in (select my_managed_controllers()) as managed, m.breaks_glass as "breaksGlass", m.backup_days as "backupDays"
    from controllers k
    join municipalities m on m.id = k.municipality_id
    join lateral (select json_agg(y.name order by y.name) as parties from parties y
      where y.municipality_id = k.municipality_id and y.controller_id = k.id) answers on answers.parties is not null
    left join controller_contacts c on c.municipality_id = k.municipality_id and c.controller_id = k.id
    where k.municipality_id = ${municipalityId}::uuid
    order by k.kind desc, k.name`.execute(tx)
  return rows
}
