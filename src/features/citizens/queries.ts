import { sql } from 'kysely'
import type { Read, Subject } from '../../platform/db.ts'

/** A citizen as one party knows them. */
export interface Citizen {
  id: string
  partyId: string
  partyName: string
  alias: string
}

export interface OwnParties {
  municipalityId: string
  parties: readonly string[]
}

/** Those whom one's own party calls so, or something that holds it; the nearest first. */
export async function searchCitizens(tx: Read, mine: OwnParties, alias: string): Promise<Citizen[]> {
  const sought = alias.toLowerCase()
  return await citizens(tx, mine)
    .where(sql<boolean>`strpos(lower(z.alias), ${sought}) > 0`)
    .orderBy(sql`lower(z.alias) <> ${sought}`)
    .orderBy(sql`strpos(lower(z.alias), ${sought})`)
    .orderBy('z.alias')
    .limit(20)
    .execute()
}

export async function findCitizen(tx: Read, mine: OwnParties, citizenId: string): Promise<Citizen | undefined> {
  return await citizens(tx, mine).where('z.id', '=', citizenId).executeTakeFirst()
}

/** Those whom one's own party met last, each once. */
export async function recentCitizens(
  tx: Read,
  mine: OwnParties & { personId: string },
): Promise<(Citizen & { day: string })[]> {
  const { rows } = await sql<Citizen & { day: string }>`
    select z.id, z.owner_party_id as "partyId", y.name as "partyName", z.alias, met.day
    from (
      select distinct on (latest.citizen_id) latest.owner_party_id, latest.citizen_id, latest.day
      from (
        select c.owner_party_id, c.citizen_id, c.day from contacts c
        where c.municipality_id = ${mine.municipalityId}::uuid and c.owner_party_id in (${sql.join(mine.parties)})
          and c.worker_id = ${mine.personId}::uuid and c.citizen_id is not null and c.outcome <> 'open'
        order by c.day desc, c.id desc limit 200
      ) latest order by latest.citizen_id, latest.day desc
    ) met
    join citizens z on z.municipality_id = ${mine.municipalityId}::uuid and z.owner_party_id = met.owner_party_id and z.id = met.citizen_id
    join parties y on y.municipality_id = z.municipality_id and y.id = z.owner_party_id
    order by met.day desc, z.alias limit 50`.execute(tx)
  return rows
}

export function subjectOfCitizen({ id, partyId }: { id: string; partyId: string }): Subject {
  return { subject: 'citizen', id, partyId }
}

function citizens(tx: Read, mine: OwnParties) {
  return tx
    .selectFrom('citizens as z')
    .innerJoin('parties as y', join =>
      join.onRef('y.municipality_id', '=', 'z.municipality_id').onRef('y.id', '=', 'z.owner_party_id'),
    )
    .select(['z.id', 'z.owner_party_id as partyId', 'y.name as partyName', 'z.alias'])
    .where('z.municipality_id', '=', mine.municipalityId)
    .where('z.owner_party_id', 'in', [...mine.parties])
}
