import { sql } from 'kysely'
import type { Read, Write } from '../../platform/db.ts'
import type { Writer } from '../consents/commands.ts'
import type { PowerKind } from './codes.ts'
import type { GivenHow, Shown } from '../consents/queries.ts'

/** A power of attorney: who may do what for the citizen, and how long. */
export interface Power {
  id: string
  partyId: string
  partyName: string
  citizenId: string
  toName: string
  toKind: PowerKind
  /** The citizen's own words. */
  scope: string
  topics: number
  from: string
  until: string
  withdrawnAt: Date | null
  standing: boolean
}

/** All that the asker sees for these records: those of their own party, and those under a topic that is shared. */
export async function listPowers(tx: Read, { municipalityId, records }: Shown): Promise<Power[]> {
  const [parties, citizens] = [records.map(each => each.partyId), records.map(each => each.id)]
  const { rows } = await sql<Power>`
    select p.id, p.owner_party_id as "partyId", y.name as "partyName", p.citizen_id as "citizenId", p.to_name as "toName",
      p.to_kind as "toKind", p.scope, p.topics, p.valid_from as "from", p.valid_until as until, p.withdrawn_at as "withdrawnAt",
      p.withdrawn_at is null and p.valid_until >= danish_today() as standing
    from powers_of_attorney p join parties y on y.municipality_id = p.municipality_id and y.id = p.owner_party_id
    where (p.municipality_id, p.owner_party_id, p.citizen_id) in (
      select ${municipalityId}::uuid, asked.party, asked.citizen from unnest(${parties}::uuid[], ${citizens}::uuid[]) as asked(party, citizen))
    order by p.withdrawn_at is null desc, p.valid_until desc, p.id desc limit 200`.execute(tx)
  return rows
}

/** Writes one down; the same id twice is one. False: the id stands for something else. */
export async function givePower(tx: Write, by: Writer, given: NewPower): Promise<boolean> {
  await tx
    .insertInto('powers_of_attorney')
    .values({
      municipality_id: by.municipalityId,
      owner_party_id: given.partyId,
      citizen_id: given.citizenId,
      id: given.id,
      to_name: given.toName,
      to_kind: given.toKind,
      scope: given.scope,
      topics: given.topics,
      valid_from: given.from,
      valid_until: given.until,
      given_how: given.how,
      witness: given.witness === '' ? null : given.witness,
      recorded_by: by.personId,
    })
    .onConflict(conflict => conflict.columns(['municipality_id', 'owner_party_id', 'id']).doNothing())
    .execute()
  const { rows } = await sql`select from powers_of_attorney where municipality_id = ${by.municipalityId}::uuid
    and owner_party_id = ${given.partyId}::uuid and id = ${given.id}::uuid and citizen_id = ${given.citizenId}::uuid`.execute(
    tx,
  )
  return rows.length === 1
}

/** Takes one of the own party's back; taken back twice is taken back once. */
export async function withdrawPower(tx: Write, by: Writer, power: Pick<Power, 'id' | 'partyId'>): Promise<void> {
  await sql`update powers_of_attorney set withdrawn_by = ${by.personId}::uuid, withdrawn_at = now()
    where municipality_id = ${by.municipalityId}::uuid and owner_party_id = ${power.partyId}::uuid and id = ${power.id}::uuid
      and withdrawn_at is null`.execute(tx)
}

export interface NewPower extends Pick<
  Power,
  'id' | 'partyId' | 'citizenId' | 'toName' | 'toKind' | 'scope' | 'topics'
> {
  from: string
  until: string
  how: GivenHow
  witness: string
}
