import { sql } from 'kysely'
import type { Db, Write } from '../../platform/db.ts'
import type { Day } from '../../platform/time.ts'
import { subjectOfCitizen } from '../citizens/queries.ts'
import type { AccessAnswer } from './codes.ts'
import type { Asked, AskingRecord } from './queries.ts'
import type { Wanted } from './rules.ts'

/** How long a request stands after its last day, when everybody has answered. */
const monthsKept = 12

/** Asks every party that the citizen chose, in one row; sent twice it is asked once. The database puts it before each. */
export async function askForAccess(
  tx: Write,
  at: AskingRecord & { personId: string },
  wanted: Wanted & { id: string },
): Promise<void> {
  await tx
    .insertInto('access_requests')
    .values({
      municipality_id: at.municipalityId,
      owner_party_id: at.partyId,
      citizen_id: at.citizenId,
      id: wanted.id,
      name: wanted.name,
      birth_date: wanted.birthDate,
      phone: wanted.phone,
      centre_id: wanted.centreId,
      address: wanted.address,
      how: wanted.how,
      recorded_by: at.personId,
      asked_party_ids: [...wanted.parties],
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** What a party answered, and from which record; nothing changes what was given already. */
export async function answerAccess(
  tx: Write,
  at: { municipalityId: string; personId: string; asked: Pick<Asked, 'id' | 'partyId'> },
  said: { answer: AccessAnswer; citizenId: string | null },
): Promise<void> {
  await tx
    .updateTable('access_answers')
    .set({ answer: said.answer, answered_by: at.personId, citizen_id: said.citizenId })
    .where('municipality_id', '=', at.municipalityId)
    .where('owner_party_id', '=', at.asked.partyId)
    .where('id', '=', at.asked.id)
    .where(sql<boolean>`answer is distinct from 'given'`)
    .execute()
}

/** Ends what is over, with everybody's answers. What somebody has not answered stays, and the officer goes on seeing it. */
export async function endOldRequests(db: Db, municipalityId: string, on: Day): Promise<void> {
  await db.write({ municipalityId, personId: null }, 'operator.retention', async tx => {
    const { rows } = await sql<{ id: string; partyId: string }>`
      delete from access_requests r where r.municipality_id = ${municipalityId}::uuid
        and r.due_on + make_interval(months => ${monthsKept}) <= ${String(on)}::date
        and not exists (select from access_answers a where a.municipality_id = r.municipality_id
          and a.asking_party_id = r.owner_party_id and a.request_id = r.id and a.answer is null)
      returning r.citizen_id as id, r.owner_party_id as "partyId"`.execute(tx)
    return { value: undefined, about: rows.map(subjectOfCitizen), kind: 'delete' }
  })
}
