import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import type { OwnParties } from '../citizens/queries.ts'

/** One party's record of a citizen, as the asker may see it. */
export interface CitizenRecord {
  partyId: string
  partyName: string
  id: string
  alias: string
  /** Said by the citizen; what pages call them is `displayName` of citizens/rules.ts. */
  name: string | null
  /** Of a party of the asker's own; else it is seen by the citizen's yes, or behind broken glass. */
  own: boolean
}

/**
 * The records that one page about a citizen shows: the one that is asked for first, then those that the
 * citizen has tied to it and that the asker sees. Empty when the asker sees none with this id, whether or
 * not there is one. Zone 2.
 */
export async function recordsOf(tx: Read, mine: OwnParties, citizenId: string): Promise<CitizenRecord[]> {
  const { rows } = await sql<CitizenRecord>`
    with asked as (
      select z.owner_party_id as party, z.id from citizens z
      where z.municipality_id = ${mine.municipalityId}::uuid and z.id = ${citizenId}::uuid
      order by z.owner_party_id in (${sql.join(mine.parties)}) desc limit 1
    ), shown as (
      select party, id, 0 as place from asked
      union all
      select l.other_party_id, l.other_citizen_id, 1 from citizen_links l join asked on l.owner_party_id = asked.party and l.citizen_id = asked.id
        where l.municipality_id = ${mine.municipalityId}::uuid and l.ended_at is null
      union all
      select l.owner_party_id, l.citizen_id, 1 from citizen_links l join asked on l.other_party_id = asked.party and l.other_citizen_id = asked.id
        where l.municipality_id = ${mine.municipalityId}::uuid and l.ended_at is null
    )
    select z.owner_party_id as "partyId", y.name as "partyName", z.id, z.alias, z.name, z.owner_party_id in (${sql.join(mine.parties)}) as own
    from shown
    join citizens z on z.municipality_id = ${mine.municipalityId}::uuid and z.owner_party_id = shown.party and z.id = shown.id
    join parties y on y.municipality_id = z.municipality_id and y.id = z.owner_party_id
    order by shown.place, own desc, y.name`.execute(tx)
  return rows
}
