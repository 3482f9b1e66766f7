import { sql } from 'kysely'
import type { Read, Subject } from '../../platform/db.ts'

/** A citizen as one party knows them. */
export interface Citizen {
  id: string
  partyId: string
  partyName: string
  alias: string
  name: string | null
  /** Out of the daily work, and kept until its date. */
  closed: boolean
}

export interface OwnParties {
  municipalityId: string
  parties: readonly string[]
}

/** Those whom one's own party calls so, by alias or name, or something that holds it; the nearest first. All: the closed ones too. */
export async function searchCitizens(
  tx: Read,
  mine: OwnParties,
  sought: { words: string; among?: 'open' | 'all' },
): Promise<Citizen[]> {
  const words = sought.words.toLowerCase()
  const place = sql<number>`least(nullif(strpos(lower(z.alias), ${words}), 0), nullif(strpos(lower(z.name), ${words}), 0))`
  return await citizens(tx, mine)
    .$if(sought.among !== 'all', query => query.where('z.closed_at', 'is', null))
    .where(place, 'is not', null)
    .orderBy(sql`${words} not in (lower(z.alias), coalesce(lower(z.name), ''))`)
    .orderBy(place)
    .orderBy(sql`z.alias`)
    .limit(20)
    .execute()
}

export async function findCitizen(tx: Read, mine: OwnParties, citizenId: string): Promise<Citizen | undefined> {
  return await citizens(tx, mine).where('z.id', '=', citizenId).executeTakeFirst()
}

/** Those of one's own parties with these ids. */
export async function citizensWith(tx: Read, mine: OwnParties, ids: readonly string[]): Promise<Citizen[]> {
  if (ids.length === 0) return []
  return await citizens(tx, mine)
    .where('z.id', 'in', [...ids])
    .execute()
}

/** One's own parties; with `isPublic` where CPR numbers may exist. */
export async function ownParties(tx: Read, mine: OwnParties): Promise<OwnParty[]> {
  return await tx
    .selectFrom('parties as y')
    .innerJoin('controllers as k', join =>
      join.onRef('k.municipality_id', '=', 'y.municipality_id').onRef('k.id', '=', 'y.controller_id'),
    )
    .select(['y.id', 'y.name'])
    .select(sql<boolean>`k.kind = 'public'`.as('isPublic'))
    .where('y.municipality_id', '=', mine.municipalityId)
    .where('y.id', 'in', [...mine.parties])
    .orderBy('y.name')
    .execute()
}

/** Those whom one met last, each once: of the last 200 talks, and with room for some whose record is closed. */
export async function recentCitizens(
  tx: Read,
  mine: OwnParties & { personId: string },
): Promise<(Citizen & { day: string })[]> {
  const { rows } = await sql<Citizen & { day: string }>`
    select z.id, z.owner_party_id as "partyId", y.name as "partyName", z.alias, z.name, false as closed, met.day
    from (
      select latest.owner_party_id, latest.citizen_id, max(latest.day) as day from (
        select c.owner_party_id, c.citizen_id, c.day from contacts c
        where c.municipality_id = ${mine.municipalityId}::uuid and c.owner_party_id in (${sql.join(mine.parties)})
          and c.worker_id = ${mine.personId}::uuid and c.citizen_id is not null and c.outcome <> 'open'
        order by c.day desc, c.id desc limit 200
      ) latest group by latest.owner_party_id, latest.citizen_id order by day desc, latest.citizen_id limit 80
    ) met
    join citizens z on z.municipality_id = ${mine.municipalityId}::uuid and z.owner_party_id = met.owner_party_id
      and z.id = met.citizen_id and z.closed_at is null
    join parties y on y.municipality_id = z.municipality_id and y.id = z.owner_party_id
    order by met.day desc, z.alias limit 50`.execute(tx)
  return rows
}

export interface OwnParty {
  id: string
  name: string
  isPublic: boolean
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
    .select(['z.id', 'z.owner_party_id as partyId', 'y.name as partyName', 'z.alias', 'z.name'])
    .select(sql<boolean>`z.closed_at is not null`.as('closed'))
    .where('z.municipality_id', '=', mine.municipalityId)
    .where('z.owner_party_id', 'in', [...mine.parties])
}
