import type { Read } from '../../platform/db.ts'

export type CentreProfile = {
  id: string
  partyId: string
  profile: string
  houseRules: string
  confidentialRoom: boolean
}

/** What a centre says about itself; nothing when there is no such centre, or no longer. */
export async function findCentreProfile(
  tx: Read,
  at: { municipalityId: string; slug: string },
): Promise<CentreProfile | undefined> {
  const row = await tx
    .selectFrom('centres as c')
    .select(['c.id', 'c.party_id', 'c.profile', 'c.house_rules'])
    .select(eb =>
      eb
        .exists(
          eb
            .selectFrom('rooms as r')
            .select('r.id')
            .whereRef('r.municipality_id', '=', 'c.municipality_id')
            .whereRef('r.centre_id', '=', 'c.id')
            .where('r.confidential', '=', true),
        )
        .as('confidential_room'),
    )
    .where('c.municipality_id', '=', at.municipalityId)
    .where('c.slug', '=', at.slug)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    partyId: row.party_id,
    profile: row.profile,
    houseRules: row.house_rules,
    confidentialRoom: Boolean(row.confidential_room),
  }
}
