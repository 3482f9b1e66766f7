import { sql } from 'kysely'
import type { Read, Write } from '../../platform/db.ts'
import type { Writer } from '../consents/commands.ts'
import type { Shown } from '../consents/queries.ts'

export type GlassGround = 'danger' | 'child' | 'law'

/** An opening of the asker's own that stands right now. */
export interface OpenGlass {
  id: string
  partyId: string
  citizenId: string
  /** As the database writes an instant in JSON. */
  until: string
}

export interface Glass {
  can: boolean
  opening: OpenGlass | undefined
}

/**
 * Whether the glass can be broken from one of the asker's own records on a page (switched on, and of the public
 * controller), and their opening that stands there right now.
 */
export async function glassAt(tx: Read, at: Shown & { personId: string }): Promise<Glass> {
  const own = at.records.filter(record => record.own)
  if (own.length === 0) return { can: false, opening: undefined }
  const [parties, citizens] = [own.map(each => each.partyId), own.map(each => each.id)]
  const { rows } = await sql<{ can: boolean; opening: OpenGlass | null }>`
    select m.breaks_glass and exists (select from parties y
        join controllers k on k.municipality_id = y.municipality_id and k.id = y.controller_id and k.kind = 'public'
        where y.municipality_id = m.id and y.id = any (${parties}::uuid[])) as can,
      (select json_build_object('id', g.id, 'partyId', g.owner_party_id, 'citizenId', g.citizen_id, 'until', g.until)
        from glass_openings g
        where g.municipality_id = m.id and g.person_id = ${at.personId}::uuid and g.closed_at is null and g.until > now() and m.breaks_glass
          and (g.owner_party_id, g.citizen_id) in (select asked.party, asked.citizen from unnest(${parties}::uuid[], ${citizens}::uuid[]) as asked(party, citizen))
        order by g.until desc limit 1) as opening
    from municipalities m where m.id = ${at.municipalityId}::uuid`.execute(tx)
  const [row] = rows
  return { can: row?.can ?? false, opening: row?.opening ?? undefined }
}

/** Breaks the glass for an hour; false when this opening stood already. */
export async function breakGlass(
  tx: Write,
  by: Writer,
  opening: { id: string; partyId: string; citizenId: string; reason: string; ground: GlassGround },
): Promise<boolean> {
  const { rows } = await sql`
    insert into glass_openings (municipality_id, id, person_id, owner_party_id, citizen_id, reason, ground, until)
    values (${by.municipalityId}::uuid, ${opening.id}::uuid, ${by.personId}::uuid, ${opening.partyId}::uuid,
      ${opening.citizenId}::uuid, ${opening.reason}, ${opening.ground}, now() + interval '60 minutes')
    on conflict do nothing returning id`.execute(tx)
  return rows.length === 1
}

/** How often the person has broken the glass in the last 30 days, this time counted. */
export async function timesBroken(tx: Read, by: Writer): Promise<number> {
  const { rows } = await sql<{ times: number }>`
    select count(*)::integer as times from glass_openings where municipality_id = ${by.municipalityId}::uuid
      and person_id = ${by.personId}::uuid and opened_at > now() - interval '30 days'`.execute(tx)
  return rows[0]?.times ?? 0
}

/** Tells the officers and the owning parties, in the same transaction. The words name nobody. */
export async function tellOfGlass(
  tx: Write,
  opening: { id: string; partyId: string },
  mail: { subject: string; body: string },
): Promise<void> {
  await sql`select tell_of_glass(${opening.partyId}::uuid, ${opening.id}::uuid, ${mail.subject}, ${mail.body})`.execute(
    tx,
  )
}

export async function closeGlass(tx: Write, by: Writer, record: { partyId: string; id: string }): Promise<void> {
  await sql`update glass_openings set closed_at = now() where municipality_id = ${by.municipalityId}::uuid
    and person_id = ${by.personId}::uuid and owner_party_id = ${record.partyId}::uuid and citizen_id = ${record.id}::uuid
    and closed_at is null and until > now()`.execute(tx)
}

/** Somebody of another party looked into a record of one's own. */
export interface GlassTold {
  id: string
  personName: string
  partyName: string
  openedAt: Date
  ground: GlassGround
  reason: string
  /** How often the person has opened a card of one's own parties in the 30 days up to this time. */
  times: number
  /** The cards that it opened; those that are locked are left out. */
  opened: { id: string; partyId: string; alias: string; name: string | null }[]
}

/** What one's own parties are told of the last days: openings by others into their records. */
export async function glassIntoOurs(tx: Read, by: Writer, days: number): Promise<GlassTold[]> {
  const { rows } = await sql<GlassTold>`
    with ours as materialized (select * from glass_into_mine())
    select g.id, p.public_name as "personName", y.name as "partyName", g.opened_at as "openedAt", g.ground, g.reason,
      (select count(*)::integer from glass_openings b where b.municipality_id = g.municipality_id and b.person_id = g.person_id
        and b.opened_at <= g.opened_at and b.opened_at > g.opened_at - interval '30 days'
        and (b.owner_party_id, b.id) in (select owner_party_id, opening_id from ours)) as times,
      coalesce((select json_agg(json_build_object('id', z.id, 'partyId', z.owner_party_id, 'alias', z.alias, 'name', z.name))
        from ours join citizens z on z.municipality_id = g.municipality_id and z.owner_party_id = ours.opened_party_id
          and z.id = ours.opened_citizen_id
        where (ours.owner_party_id, ours.opening_id) = (g.owner_party_id, g.id)), '[]') as opened
    from glass_openings g
    join people p on p.municipality_id = g.municipality_id and p.id = g.person_id
    join parties y on y.municipality_id = g.municipality_id and y.id = g.owner_party_id
    where g.municipality_id = ${by.municipalityId}::uuid and g.opened_at > now() - make_interval(days => ${days})
      and (g.owner_party_id, g.id) in (select owner_party_id, opening_id from ours)
    order by g.opened_at desc limit 20`.execute(tx)
  return rows
}
