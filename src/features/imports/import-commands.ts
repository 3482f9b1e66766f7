import { sql } from 'kysely'
import type { Write } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { ImportCounts } from './import-rules.ts'

/** Two files at once would each make the names and citizens that both have. */
export async function oneImportAtATime(tx: Write, municipalityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('import ' || ${municipalityId}::text, 0))`.execute(tx)
}

/** Who took what in, and how many rows: never a cell of it. */
export async function addImport(tx: Write, done: DoneImport): Promise<void> {
  const { municipalityId, personId, kind, counts } = done
  await tx
    .insertInto('imports')
    .values({
      municipality_id: municipalityId,
      id: newId(),
      person_id: personId,
      kind,
      rows_read: counts.read,
      rows_added: counts.added,
      rows_changed: counts.changed,
      rows_same: counts.same,
      rows_refused: counts.refused,
    })
    .execute()
}

interface DoneImport {
  municipalityId: string
  personId: string | null
  kind: 'registrations' | 'presence'
  counts: ImportCounts
}
