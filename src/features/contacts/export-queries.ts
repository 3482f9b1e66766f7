import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import type { Registration } from '../imports/registration-rules.ts'
import type { Narrowed } from './list-queries.ts'
import { narrowing } from './list-queries.ts'
import { contactRows } from './queries.ts'
import type { ContactRow, Mine } from './queries.ts'

/** One's own party's talks in the columns of the spreadsheet; court and the agenda are in no file. */
export async function exportRows(tx: Read, mine: Mine, at: { narrowed: Narrowed; most: number }): Promise<ExportRow[]> {
  const rows = await narrowing(contactRows(tx, mine), at.narrowed)
    .innerJoin('parties as y', join =>
      join.onRef('y.municipality_id', '=', 'c.municipality_id').onRef('y.id', '=', 'c.owner_party_id'),
    )
    .select(['y.name as unit', 'c.known_before as known', 'c.income', 'c.gender', 'c.birth_year as birthYear'])
    .select(sql<string>`coalesce(c.import_key, c.id::text)`.as('key'))
    .orderBy('c.day', 'desc')
    .orderBy('c.id', 'desc')
    .limit(at.most)
    .$castTo<Row>()
    .execute()
  return rows.map(row => ({
    id: row.id,
    partyId: row.partyId,
    citizenId: row.citizenId,
    registration: registrationOf(row),
  }))
}

function registrationOf(row: Row): Registration {
  return {
    id: row.key,
    day: row.day,
    time: row.clock?.slice(0, 5) ?? null,
    centre: row.centreName,
    effort: row.effort,
    unit: row.unit,
    worker: row.workerName,
    citizen: row.alias,
    known: row.known,
    kind: row.kind,
    venue: row.venue,
    outcome: row.outcome,
    minutes: row.minutes,
    topicMask: row.topics,
    helpMask: row.helpForms,
    income: row.income,
    gender: row.gender,
    birthYear: row.birthYear,
  }
}

interface ExportRow {
  id: string
  partyId: string
  citizenId: string | null
  registration: Registration
}

type Row = ContactRow &
  Pick<Registration, 'unit' | 'known' | 'income' | 'gender' | 'birthYear'> & { key: string; unit: string }
