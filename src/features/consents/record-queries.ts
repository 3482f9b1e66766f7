import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import type { OwnParties } from '../citizens/queries.ts'

/** One party's record of a citizen, as the asker may see it. */
export interface CitizenRecord {
  partyId: string
  partyName: string
  id: string
  alias: string
  /** Said by the citizen; pages call them by `displayName` of citizens/rules.ts, which is the alias. */
  name: string | null
  /** Of a party of the asker's own; else it is seen by the citizen's yes, or behind broken glass. */
  own: boolean
  /** When the record was closed: then it takes nothing new. Of one's own party alone; it is shared with nobody. */
  closedAt: Date | null
}

/**
 * The records that one page about a citizen shows: the one that is asked for first, then those that the
 * citizen has tied to it and that the asker sees. Empty when the asker sees none with this id, whether or
 * not there is one. Zone 2.
 */
export async function recordsOf(tx: Read, mine: OwnParties, citizenId: string): Promise<CitizenRecord[]> {
  const { rows } = await sql<CitizenRecord>`
    with asked as (
      select z.owner_party_id as party, z.id, z.alias, z.name, z.closed_at from citizens z
      where z.municipality_id = ${mine.municipalityId}::uuid and z.id = ${citizenId}::uuid
      order by z.owner_party_id in (${sql.join(mine.parties)}) desc limit 1
    ), ties as (
      select l.*, l.owner_party_id = asked.party and l.citizen_id = asked.id as outwards from asked
      join citizen_links l on l.municipality_id = ${mine.municipalityId}::uuid and l.ended_at is null
        and ((l.owner_party_id = asked.party and l.citizen_id = asked.id) or (l.other_party_id = asked.party and l.other_citizen_id = asked.id))
    ), shown as (
      select party, id, alias, name, closed_at, 0 as place from asked
      union all
      select z.owner_party_id, z.id, z.alias, z.name, z.closed_at, 1 from ties t join citizens z on z.municipality_id = t.municipality_id
        and z.owner_party_id = case when t.outwards then t.other_party_id else t.owner_party_id end
        and z.id = case when t.outwards then t.other_citizen_id else t.citizen_id end
    )
    select shown.party as "partyId", y.name as "partyName", shown.id, shown.alias, shown.name, shown.closed_at as "closedAt",
      shown.party in (${sql.join(mine.parties)}) as own
    from shown join parties y on y.municipality_id = ${mine.municipalityId}::uuid and y.id = shown.party
    order by shown.place, own desc, y.name`.execute(tx)
  return rows
}
