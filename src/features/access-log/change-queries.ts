import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import type { RecordKind, RetentionAct } from '../retention/codes.ts'
import type { Role } from '../people/rules.ts'

type Spell = { person: string; role: Role; party: string | null; from: string | null; to: string | null }
type Keeping = { months: number; act: RetentionAct }

/** What an act changed that decides who sees what, as `0020_who_decided.sql` writes it; people and places by name. */
export type Change =
  | ({ what: 'roleGiven' | 'roleEnds' | 'roleEnded' | 'roleDeleted' } & Spell)
  | { what: 'controller'; party: string; from: string; to: string }
  | { what: 'breaks_glass' | 'names_staff_in_log'; from: boolean; to: boolean }
  | { what: 'backup_days'; from: number; to: number }
  | { what: 'retention'; controller: string; kind: RecordKind; from: Keeping; to: Keeping }
  | { what: 'log'; month: string; lines: number }
  | { what: 'glass'; party: string; opening: string }

/** What these lines of the log changed, with the names that people and places have today; most lines changed nothing. */
export async function readChanges(
  tx: Read,
  municipalityId: string,
  lineIds: readonly number[],
): Promise<Map<number, Change>> {
  if (lineIds.length === 0) return new Map()
  const { rows } = await sql<{ id: number; change: Change }>`
    select l.id, l.change || jsonb_strip_nulls(jsonb_build_object('person', p.public_name, 'party', y.name,
      'controller', c.name, 'from', f.name, 'to', t.name)) as change
    from access_log l
    left join people p on p.municipality_id = l.municipality_id and p.id::text = l.change ->> 'person'
    left join parties y on y.municipality_id = l.municipality_id and y.id::text = l.change ->> 'party'
    left join controllers c on c.municipality_id = l.municipality_id and c.id::text = l.change ->> 'controller'
    left join controllers f on f.municipality_id = l.municipality_id and f.id::text = l.change ->> 'from'
    left join controllers t on t.municipality_id = l.municipality_id and t.id::text = l.change ->> 'to'
    where l.municipality_id = ${municipalityId}::uuid and l.id = any(${lineIds}::bigint[]) and l.change is not null`.execute(
    tx,
  )
  return new Map(rows.map(({ id, change }) => [id, change]))
}
