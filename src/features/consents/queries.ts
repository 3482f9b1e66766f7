import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import type { OwnParties } from '../citizens/queries.ts'
import type { Desk } from './paper-rules.ts'
import type { CitizenRecord } from './record-queries.ts'

export type Ground = 'obtain' | 'disclose' | 'sms' | 'story'
export type GivenHow = 'oral' | 'writing'

/** A yes that has not been taken back and has not run out; it may begin on a later day. */
export interface Consent {
  id: string
  /** Whose record it opens. */
  partyId: string
  partyName: string
  citizenId: string
  /** Null for SMS and story: they are a yes to the party itself. */
  receiverId: string | null
  topics: number
  ground: Ground
  from: string
  until: string
  how: GivenHow
  witness: string | null
  knownPersonId: string | null
}

/** A yes as it once stood: taken back, or run out. */
export interface FormerConsent extends Consent {
  receiverName: string | null
  withdrawnAt: Date | null
}

/** A party as the citizen knows it: by the person there whom they know, else by its own name. */
export interface PartyFace {
  id: string
  name: string
  /** As in "fra jobcentret". */
  fromWords: string
  kind: 'unit' | 'centre'
  /** Whether the person may decide something in a citizen's case; without a person, whether anybody there may. */
  mayDecide: boolean
  personId: string | null
  personName: string | null
  /** Whether the person shows a photo. */
  photo: boolean
}

/**
 * The yeses that stand for these records, as far as the asker may see them: those that their own party wrote
 * down, and those that another gave to a party of theirs. Zone 2.
 */
export async function standingConsents(tx: Read, at: Shown): Promise<Consent[]> {
  const { rows } = await sql<Consent>`
    select ${columns} from consents c
    join parties y on y.municipality_id = c.municipality_id and y.id = c.owner_party_id
    where (c.municipality_id, c.owner_party_id, c.citizen_id) in (${keysOf(at)})
      and c.withdrawn_at is null and c.valid_until >= danish_today()
    order by c.valid_from, c.id`.execute(tx)
  return rows
}

/** Those that no longer stand, the latest first, of the asker's own parties. */
export async function formerConsents(tx: Read, at: Shown): Promise<FormerConsent[]> {
  const { rows } = await sql<FormerConsent>`
    select ${columns}, r.name as "receiverName", c.withdrawn_at as "withdrawnAt" from consents c
    join parties y on y.municipality_id = c.municipality_id and y.id = c.owner_party_id
    left join parties r on r.municipality_id = c.municipality_id and r.id = c.receiving_party_id
    where (c.municipality_id, c.owner_party_id, c.citizen_id) in (${keysOf(at)})
      and (c.withdrawn_at is not null or c.valid_until < danish_today())
    order by coalesce(c.withdrawn_at, c.valid_until::timestamptz) desc, c.id desc limit 50`.execute(tx)
  return rows
}

/** One yes that the asker's own party wrote down, whether it still stands or not. */
export async function findOwnConsent(
  tx: Read,
  mine: OwnParties,
  consentId: string,
): Promise<(Consent & { standing: boolean }) | undefined> {
  const { rows } = await sql<Consent & { standing: boolean }>`
    select ${columns}, c.withdrawn_at is null and c.valid_until >= danish_today() as standing from consents c
    join parties y on y.municipality_id = c.municipality_id and y.id = c.owner_party_id
    where c.municipality_id = ${mine.municipalityId}::uuid and c.id = ${consentId}::uuid
      and c.owner_party_id in (${sql.join(mine.parties)})`.execute(tx)
  return rows[0]
}

/**
 * The parties behind the ids, each by the face that the citizen knows: the person whom they met last, as far as the
 * asker sees the talks, else the one whom they named when they said yes.
 */
export async function partyFaces(
  tx: Read,
  at: Shown,
  wanted: { parties: readonly string[]; known: ReadonlyMap<string, string> },
): Promise<PartyFace[]> {
  const { parties, known } = wanted
  if (parties.length === 0) return []
  const { municipalityId } = at
  const named = parties.map(party => sql`(${party}::uuid, ${known.get(party) ?? null}::uuid)`)
  const { rows } = await sql<PartyFace>`
    with asked (party, named) as (values ${sql.join(named)}), met as (
      select distinct on (c.owner_party_id) c.owner_party_id as party, c.worker_id as person from contacts c
      where (c.municipality_id, c.owner_party_id, c.citizen_id) in (${keysOf(at)}) and c.outcome = 'held'
      order by c.owner_party_id, c.day desc, c.id desc
    ), held as (
      select m.party_id as party, m.person_id as person, bool_or(m.may_decide) as decides from memberships m
      where m.municipality_id = ${municipalityId}::uuid and m.party_id in (${sql.join(parties)})
        and m.valid_from <= danish_today() and (m.valid_until is null or m.valid_until >= danish_today())
      group by m.party_id, m.person_id
    )
    select y.id, y.name, y.from_words as "fromWords", y.kind, p.id as "personId", p.public_name as "personName",
      coalesce(face.decides, (select bool_or(held.decides) from held where held.party = y.id), false) as "mayDecide",
      p.photo_public and exists (select from person_photos f where f.municipality_id = y.municipality_id and f.person_id = p.id) as photo
    from asked join parties y on y.municipality_id = ${municipalityId}::uuid and y.id = asked.party
    left join lateral (
      select held.person, held.decides from held left join met on met.party = held.party and met.person = held.person
      where held.party = y.id and (met.person is not null or held.person = asked.named)
      order by met.person is null limit 1
    ) face on true
    left join people p on p.municipality_id = y.municipality_id and p.id = face.person`.execute(tx)
  return rows
}

/** Where a yes can go, with those who work there today: all parties but the giver's own. */
export async function possibleReceivers(
  tx: Read,
  at: { municipalityId: string; except: readonly string[] },
): Promise<Receiver[]> {
  const { rows } = await sql<Receiver>`
    select y.id, y.name, coalesce((
      select json_agg(json_build_object('id', p.id, 'name', p.public_name) order by p.public_name) from people p
      where p.municipality_id = y.municipality_id and not p.imported and p.id in (
        select m.person_id from memberships m where m.municipality_id = y.municipality_id and m.party_id = y.id
          and m.valid_from <= danish_today() and (m.valid_until is null or m.valid_until >= danish_today()))
    ), '[]') as people,
      exists (select from memberships m where m.municipality_id = y.municipality_id and m.party_id = y.id and m.may_decide
        and m.valid_from <= danish_today() and (m.valid_until is null or m.valid_until >= danish_today())) as authority
    from parties y where y.municipality_id = ${at.municipalityId}::uuid and y.id <> all (${at.except}::uuid[])
    order by y.kind desc, y.name`.execute(tx)
  return rows
}

export interface Receiver {
  id: string
  name: string
  people: { id: string; name: string }[]
  /** Somebody there may decide something in the citizen's case. */
  authority: boolean
}

/** The parties that may see something of these records today, by name, as far as the asker sees the yeses. */
export async function receiverNames(tx: Read, at: Shown): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct y.name from consents c
    join parties y on y.municipality_id = c.municipality_id and y.id = c.receiving_party_id
    where (c.municipality_id, c.owner_party_id, c.citizen_id) in (${keysOf(at)})
      and c.withdrawn_at is null and c.valid_from <= danish_today() and c.valid_until >= danish_today()
    order by y.name`.execute(tx)
  return rows.map(row => row.name)
}

const columns = sql`c.id, c.owner_party_id as "partyId", y.name as "partyName", c.citizen_id as "citizenId",
  c.receiving_party_id as "receiverId", c.topics, c.ground, c.valid_from as "from", c.valid_until as "until",
  c.given_how as how, c.witness, c.known_person_id as "knownPersonId"`

// The policies say which of the records the asker may read; this says which are asked for.
function keysOf({ municipalityId, records }: Shown) {
  const [parties, citizens] = [records.map(each => each.partyId), records.map(each => each.id)]
  return sql`select ${municipalityId}::uuid, asked.party, asked.citizen
    from unnest(${parties}::uuid[], ${citizens}::uuid[]) as asked(party, citizen)`
}

/** The records that a page shows together. */
export interface Shown {
  municipalityId: string
  records: readonly CitizenRecord[]
}

/** Who answers for the data of these parties. */
export interface Controller {
  name: string
  kind: 'public' | 'private'
}

export async function controllersOf(
  tx: Read,
  at: { municipalityId: string; parties: readonly string[] },
): Promise<Controller[]> {
  const { rows } = await sql<Controller>`
    select k.name, k.kind from controllers k
    where k.municipality_id = ${at.municipalityId}::uuid
      and k.id in (select y.controller_id from parties y where y.municipality_id = ${at.municipalityId}::uuid and y.id = any (${[...at.parties]}::uuid[]))
    order by k.kind desc, k.name`.execute(tx)
  return rows
}

/** The party at whose table a yes is given and taken back. */
export async function deskOf(tx: Read, at: { municipalityId: string; partyId: string }): Promise<Desk | undefined> {
  const { rows } = await sql<Desk>`
    select y.name as "partyName", y.from_words as "fromWords", y.kind, c.phone from parties y
    left join centres c on c.municipality_id = y.municipality_id and c.party_id = y.id and c.closed_on is null
    where y.municipality_id = ${at.municipalityId}::uuid and y.id = ${at.partyId}::uuid
    order by c.name limit 1`.execute(tx)
  return rows[0]
}
