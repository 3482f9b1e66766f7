import { sql } from 'kysely'
import type { Read, Subject } from '../../platform/db.ts'
import { addDays, compareDays, day } from '../../platform/time.ts'
import type { Registration } from './registration-rules.ts'

/** Both days are included. */
export interface ExportPeriod {
  municipalityId: string
  from: string
  to: string
}

/** All talks of a period, by day, a month or so at a time; `about` is told whose they are. */
export async function* registrationsBetween(
  tx: Read,
  { municipalityId, from, to }: ExportPeriod,
  about: (subjects: Subject[]) => void,
): AsyncGenerator<Registration[]> {
  const last = day(to)
  for (let first = day(from); compareDays(first, last) <= 0; first = addDays(first, daysAtOnce)) {
    const end = addDays(first, daysAtOnce - 1)
    const until = compareDays(end, last) < 0 ? end : last
    const rows = await exportRows(tx, { municipalityId, from: first.toString(), to: until.toString() })
    if (rows.length === 0) continue
    about(rows.map(subjectOf))
    yield rows.map(
      ({ contactId: _contactId, partyId: _partyId, citizenId: _citizenId, ...registration }) => registration,
    )
  }
}

const daysAtOnce = 31

/** A citizen of a file goes by the file's pseudonym; one who was met here by their id, since an alias belongs to its party. */
async function exportRows(tx: Read, { municipalityId, from, to }: ExportPeriod): Promise<ExportRow[]> {
  const { rows } = await sql<ExportRow>`
    select coalesce(c.import_key, c.id::text) as id, c.day, to_char(c.clock, 'HH24:MI') as time, e.name as centre, c.effort,
      y.name as unit, p.public_name as worker, case when z.person_key is null then c.citizen_id::text else z.alias end as citizen,
      c.known_before as known, c.kind, c.venue, c.outcome, c.minutes, c.topics as "topicMask", c.help_forms as "helpMask",
      c.income, c.gender, c.birth_year as "birthYear", c.id as "contactId", c.owner_party_id as "partyId", c.citizen_id as "citizenId"
    from contacts c
    join parties y on y.municipality_id = c.municipality_id and y.id = c.owner_party_id
    join people p on p.municipality_id = c.municipality_id and p.id = c.worker_id
    left join centres e on e.municipality_id = c.municipality_id and e.id = c.centre_id
    left join citizens z on z.municipality_id = c.municipality_id and z.owner_party_id = c.owner_party_id and z.id = c.citizen_id
    where c.municipality_id = ${municipalityId}::uuid and c.day between ${from}::date and ${to}::date
    order by c.day, c.id`.execute(tx)
  return rows
}

const subjectOf = ({ contactId, partyId, citizenId }: ExportRow): Subject =>
  citizenId === null ? { subject: 'contact', id: contactId, partyId } : { subject: 'citizen', id: citizenId, partyId }

type ExportRow = Registration & { contactId: string; partyId: string; citizenId: string | null }
