import type { Write } from '../../platform/db.ts'
import type { NoteKind } from './codes.ts'

export interface NoteContent {
  kind: NoteKind
  /** The bit of the one topic. */
  topic: number | null
  words: string
}

interface Place {
  municipalityId: string
  partyId: string
  noteId: string
}

/** Writes a note. The same post twice is one note; `taken` says that the id already stands for something else. */
export async function writeNote(
  tx: Write,
  at: Place & { citizenId: string; personId: string },
  content: NoteContent,
): Promise<'written' | 'again' | 'taken'> {
  const added = await tx
    .insertInto('notes')
    .values({
      municipality_id: at.municipalityId,
      owner_party_id: at.partyId,
      id: at.noteId,
      citizen_id: at.citizenId,
      written_by: at.personId,
      ...content,
    })
    .onConflict(conflict => conflict.columns(['municipality_id', 'owner_party_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) return 'written'
  const stands = await tx
    .selectFrom('notes')
    .select(['citizen_id', 'kind', 'topic', 'words'])
    .where('municipality_id', '=', at.municipalityId)
    .where('owner_party_id', '=', at.partyId)
    .where('id', '=', at.noteId)
    .executeTakeFirst()
  const same = stands?.kind === content.kind && stands.topic === content.topic && stands.words === content.words
  return same && stands.citizen_id === at.citizenId ? 'again' : 'taken'
}

/** Changes a note that is still the version that was shown; false when somebody was there first. */
export async function changeNote(
  tx: Write,
  at: Place & { version: number },
  content: Partial<NoteContent>,
): Promise<boolean> {
  const changed = await tx
    .updateTable('notes')
    .set(content)
    .where('municipality_id', '=', at.municipalityId)
    .where('owner_party_id', '=', at.partyId)
    .where('id', '=', at.noteId)
    .where('version', '=', at.version)
    .returning('version')
    .executeTakeFirst()
  return changed !== undefined
}
