import { subjectKey } from '../../platform/db.ts'
import type { Read, Subject, Told, Write } from '../../platform/db.ts'
import type { Keys } from '../../platform/keys.ts'
import type { BadRow } from './bad-rows.ts'
import type { Columns, RegistrationColumn } from './columns.ts'
import { writeContacts } from './contact-commands.ts'
import { addImportedWorkers, addPlaces } from './directory-commands.ts'
import { readDirectory } from './directory-queries.ts'
import { addImport, oneImportAtATime } from './import-commands.ts'
import { ImportRefused } from './import-rules.ts'
import type { ImportCheck, ImportChoice, ImportCounts, ImportPreview } from './import-rules.ts'
import { countNames, namesToApprove, unknownNames } from './place-rules.ts'
import { readRegistrations } from './read-registrations.ts'
import { byLine, checkRegistrations } from './registration-check.ts'
import type { Sheet } from './sheet.ts'
import { comparing } from './stored-queries.ts'
import type { Ground } from './stored-queries.ts'

/** One file of registrations, on its way in. */
export interface RegistrationFile {
  municipalityId: string
  /** Who imports; null for the operator. */
  personId: string | null
  keys: Keys
  sheet: Sheet
  columns: Columns<RegistrationColumn>
  onProgress?: (rows: number) => void
  /** Is told the rows that cannot be taken in, as they are met. */
  onRefused?: (rows: BadRow[]) => Promise<void>
}

/** Reads all of a file and says what it would do. Stores nothing. */
export async function previewRegistrations(tx: Read, file: RegistrationFile, update = false): Promise<ImportPreview> {
  const ground = await groundOf(tx, file)
  const { sheet, columns, onProgress, onRefused } = file
  const check = await checkRegistrations(sheet, columns, {
    compare: comparing(tx, ground),
    update,
    onProgress,
    onRefused,
  })
  return { ...check, unknown: namesToApprove(unknownNames(ground.directory, check.names, ground.directory.workers)) }
}

/**
 * Takes a file in that was checked before: all of it, or nothing. What the check found is asked again row by row, since
 * something else may have been stored meanwhile.
 */
export async function importRegistrations(
  tx: Write,
  file: RegistrationFile,
  given: { check: ImportCheck; choice: ImportChoice },
): Promise<Told<ImportCounts>> {
  const { municipalityId } = file
  await oneImportAtATime(tx, municipalityId)
  const ground = await groundOf(tx, file)
  await makeNames(tx, ground, given)
  const about = subjectList()
  const counts = { read: 0, added: 0, changed: 0, same: 0, refused: 0 }
  for await (const batch of readRegistrations(file.sheet, file.columns)) {
    const done = await writeContacts(tx, { ground, personId: file.personId, update: given.choice.update }, batch.good)
    counts.read += batch.rows
    counts.added += done.added
    counts.changed += done.changed
    counts.same += done.same + batch.repeated
    const refused = [...batch.bad, ...done.refused].sort(byLine)
    counts.refused += refused.length
    if (refused.length > 0) await file.onRefused?.(refused)
    about.add(done.about)
    if (counts.refused > 0 && !given.choice.acceptGoodRows) throw new ImportRefused('rows')
    file.onProgress?.(counts.read)
  }
  await addImport(tx, { municipalityId, personId: file.personId, kind: 'registrations', counts })
  return { value: counts, about: about.subjects, kind: 'add' }
}

async function makeNames(
  tx: Write,
  ground: Ground,
  { check, choice }: { check: ImportCheck; choice: ImportChoice },
): Promise<void> {
  const unknown = unknownNames(ground.directory, check.names, ground.directory.workers)
  if (!choice.createMissing && countNames(namesToApprove(unknown)) > 0) throw new ImportRefused('names')
  await addPlaces(tx, ground, unknown)
  await addImportedWorkers(tx, ground, unknownNames(ground.directory, check.names, ground.directory.workers).workers)
}

async function groundOf(tx: Read, { municipalityId, keys }: RegistrationFile): Promise<Ground> {
  const directory = await readDirectory(tx, municipalityId)
  const deleted = await tx
    .selectFrom('forgotten_rows')
    .select('municipality_id')
    .where('municipality_id', '=', municipalityId)
    .limit(1)
    .executeTakeFirst()
  return { municipalityId, keys, directory, citizens: new Map(), forgets: deleted !== undefined }
}

/** Each citizen once, at each party by themselves. A talk without a name is met only once. */
function subjectList() {
  const subjects: Subject[] = []
  const citizens = new Set<string>()
  return {
    subjects,
    add(met: Subject[]): void {
      for (const subject of met) {
        if (subject.subject === 'citizen' && citizens.has(subjectKey(subject))) continue
        if (subject.subject === 'citizen') citizens.add(subjectKey(subject))
        subjects.push(subject)
      }
    },
  }
}
