import { sql } from 'kysely'
import type { Read, Subject } from '../../platform/db.ts'
import { addDays } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import type { Mine } from '../contacts/queries.ts'
import type { Standing } from './standing-queries.ts'

/** An appointment elsewhere on which I go along. */
export interface GoingAlong {
  id: string
  partyId: string
  citizenId: string
  alias: string
  words: string
  day: string
  clock: string | null
  meetPlace: string | null
  meetClock: string | null
}

/** A step that is mine to take, or ours together, and is the next one or has its day soon. */
export interface MyStep {
  id: string
  partyId: string
  citizenId: string
  alias: string
  words: string
  day: string | null
}

/** Where I go along today and tomorrow, and where nobody has told how the last week's went; as far as I may see it. */
export async function goingAlong(tx: Read, mine: Mine, today: Day): Promise<GoingAlong[]> {
  const { rows } = await sql<GoingAlong>`
    select a.id, a.owner_party_id as "partyId", a.citizen_id as "citizenId", z.alias, a.words, a.day, a.clock,
      a.meet_place as "meetPlace", a.meet_clock as "meetClock"
    from appointments a join citizens z on z.municipality_id = a.municipality_id and z.owner_party_id = a.owner_party_id and z.id = a.citizen_id
    where a.municipality_id = ${mine.municipalityId}::uuid and a.companion_id = ${mine.personId}::uuid and a.state = 'planned'
      and a.day between ${String(addDays(today, -7))}::date and ${String(addDays(today, 1))}::date
    order by a.day, a.clock nulls first, a.id limit 20`.execute(tx)
  return rows
}

/** The small steps that lie with me now. */
export async function mySteps(tx: Read, mine: Mine, today: Day): Promise<MyStep[]> {
  const { rows } = await sql<MyStep>`
    select s.id, s.owner_party_id as "partyId", s.citizen_id as "citizenId", z.alias, s.words, s.day
    from steps s join citizens z on z.municipality_id = s.municipality_id and z.owner_party_id = s.owner_party_id and z.id = s.citizen_id
    where s.municipality_id = ${mine.municipalityId}::uuid and s.person_id = ${mine.personId}::uuid and s.put_away_at is null
      and s.state <> 'done' and s.state in ('next', 'open') and (s.state = 'next' or s.day <= ${String(addDays(today, 7))}::date)
    order by s.day nulls last, s.id limit 20`.execute(tx)
  return rows
}

/** Whom rows on Today are about; those about nobody name nobody. */
export function subjectsOf(rows: readonly Pick<Standing, 'partyId' | 'citizenId'>[]): Subject[] {
  return rows.flatMap(({ partyId, citizenId }) =>
    citizenId === null ? [] : [{ subject: 'citizen' as const, id: citizenId, partyId }],
  )
}
