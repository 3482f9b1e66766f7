import { sql } from 'kysely'
import type { Read, Write } from '../../platform/db.ts'
import type { Writer } from './commands.ts'
import type { Shown } from './queries.ts'

export type GlassGround = 'danger' | 'child' | 'law'

/** An opening of the asker's own that stands right now. */
export interface OpenGlass {
  id: string
  partyId: string
  citizenId: string
  until: Date
}

/** Whether the glass can be broken from this record: switched on, and a party of the public controller. */
export async function canBreakGlass(tx: Read, at: { municipalityId: string; partyId: string }): Promise<boolean> {
  const { rows } = await sql<{ can: boolean }>`
    select m.breaks_glass and k.kind = 'public' as can from municipalities m
    join parties y on y.municipality_id = m.id and y.id = ${at.partyId}::uuid
    join controllers k on k.municipality_id = m.id and k.id = y.controller_id
    where m.id = ${at.municipalityId}::uuid`.execute(tx)
  return rows[0]?.can ?? false
}

/** The asker's opening into what a page shows, for the banner that every such page carries. */
export async function openGlass(tx: Read, at: Shown & { personId: string }): Promise<OpenGlass | undefined> {
  const own = at.records.filter(record => record.own)
  const [parties, citizens] = [own.map(each => each.partyId), own.map(each => each.id)]
  const { rows } = await sql<OpenGlass>`
    select g.id, g.owner_party_id as "partyId", g.citizen_id as "citizenId", g.until from glass_openings g
    where g.municipality_id = ${at.municipalityId}::uuid and g.person_id = ${at.personId}::uuid
      and g.closed_at is null and g.until > now() and breaks_glass()
      and (g.owner_party_id, g.citizen_id) in (select asked.party, asked.citizen from unnest(${parties}::uuid[], ${citizens}::uuid[]) as asked(party, citizen))
    order by g.until desc limit 1`.execute(tx)
  return rows[0]
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
}

/** What one's own parties are told of the last days: openings by others into their records. */
export async function glassIntoOurs(tx: Read, by: Writer, days: number): Promise<GlassTold[]> {
  const { rows } = await sql<GlassTold>`
    select g.id, p.public_name as "personName", y.name as "partyName", g.opened_at as "openedAt", g.ground, g.reason
    from glass_openings g
    join people p on p.municipality_id = g.municipality_id and p.id = g.person_id
    join parties y on y.municipality_id = g.municipality_id and y.id = g.owner_party_id
    where g.municipality_id = ${by.municipalityId}::uuid and g.opened_at > now() - make_interval(days => ${days})
      and (g.owner_party_id, g.id) in (select owner_party_id, opening_id from glass_into_mine())
    order by g.opened_at desc limit 20`.execute(tx)
  return rows
}
