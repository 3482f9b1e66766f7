import type { Read } from '../../platform/db.ts'
import type { ImportCounts } from './import-rules.ts'
import type { ImportKind } from './waiting-rules.ts'

/** A file that was taken in: when, by whom and how many rows. */
export interface DoneImport {
  id: string
  kind: ImportKind
  /** Null for the operator. */
  who: string | null
  at: Date
  counts: ImportCounts
}

/** The latest files, the newest first. */
export async function latestImports(tx: Read, municipalityId: string): Promise<DoneImport[]> {
  const rows = await tx
    .selectFrom('imports as i')
    .leftJoin('people as p', join =>
      join.onRef('p.municipality_id', '=', 'i.municipality_id').onRef('p.id', '=', 'i.person_id'),
    )
    .select(['i.id', 'i.kind', 'p.public_name as who', 'i.created_at as at'])
    .select([
      'i.rows_read as read',
      'i.rows_added as added',
      'i.rows_changed as changed',
      'i.rows_same as same',
      'i.rows_refused as refused',
    ])
    .where('i.municipality_id', '=', municipalityId)
    .orderBy('i.created_at', 'desc')
    .limit(20)
    .execute()
  return rows.map(({ id, kind, who, at, ...counts }) => ({
    id,
    kind: kind === 'presence' ? 'presence' : 'registrations',
    who,
    at,
    counts,
  }))
}
