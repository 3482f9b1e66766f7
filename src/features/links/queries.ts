import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import type { OwnParties } from '../citizens/queries.ts'

/** A citizen of another party, shown by their own yes to a party of the asker's. */
export interface SharedCitizen {
  id: string
  partyId: string
  partyName: string
  alias: string
  name: string | null
  topics: number
  until: string
}

const sharedPageLength = 50

/** Those whom the citizen's own yes shows to one's parties; one more than a page, to know whether there are more. */
export async function sharedWithUs(
  tx: Read,
  mine: OwnParties,
  page: number,
): Promise<{ rows: SharedCitizen[]; more: boolean }> {
  const { rows } = await sql<SharedCitizen>`
    with yes as (
      select c.owner_party_id, c.citizen_id, bit_or(c.topics) as topics, max(c.valid_until) as until from consents c
      where c.municipality_id = ${mine.municipalityId}::uuid and c.receiving_party_id in (${sql.join(mine.parties)})
        and c.withdrawn_at is null and c.valid_from <= danish_today() and c.valid_until >= danish_today()
        and c.ground in ('obtain', 'disclose')
      group by c.owner_party_id, c.citizen_id
    )
    select z.id, z.owner_party_id as "partyId", y.name as "partyName", z.alias, z.name, yes.topics, yes.until
    from yes
    join citizens z on z.municipality_id = ${mine.municipalityId}::uuid and z.owner_party_id = yes.owner_party_id and z.id = yes.citizen_id
    join parties y on y.municipality_id = z.municipality_id and y.id = z.owner_party_id
    where z.owner_party_id not in (${sql.join(mine.parties)})
    order by lower(z.alias), z.id
    limit ${sharedPageLength + 1} offset ${(page - 1) * sharedPageLength}`.execute(tx)
  return { rows: rows.slice(0, sharedPageLength), more: rows.length > sharedPageLength }
}
