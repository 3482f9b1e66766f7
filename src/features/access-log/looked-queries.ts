import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import { day, instantOf } from '../../platform/time.ts'
import type { Day, Instant } from '../../platform/time.ts'
import type { GlassGround } from '../glass/queries.ts'
import { displayName } from '../citizens/rules.ts'
import type { OwnParties } from '../citizens/queries.ts'
import type { Role } from '../people/rules.ts'

/** One look, search or change at a record, as its citizen is told of it. */
export interface Look {
  id: number
  at: Instant
  /** The Danish day of it, as the database writes days. */
  day: string
  kind: string
  purpose: string
  /** Tells people apart within one answer, and says nothing more. */
  who: number
  /** False where no person was signed in: the operator, or a link. */
  someone: boolean
  /** Only where the municipality has chosen to name its staff. */
  name: string | null
  /** What the person held on that day, and of which parties; the two lists go together. */
  roles: readonly Role[] | null
  parties: readonly (string | null)[] | null
  /** Set when the person looked behind broken glass. */
  ground: GlassGround | null
}

/** Whose list it is, as one party knows them. */
export interface LookedRecord {
  citizenId: string
  partyId: string
  /** A locked record has no page of its own; who has looked at it the citizen is told all the same. */
  locked: boolean
  /** What the party calls the citizen. */
  name: string
  /** The party, as a role line ends: "jobcentret". */
  fromWords: string
  /** Who answers for what the party writes. */
  controller: string
  /** Whether the municipality names its staff in the list. */
  names: boolean
}

/** A month in which somebody looked. */
export interface LookedMonth {
  /** Its first day. */
  month: Day
  times: number
  /** The number of its newest line. */
  newest: number
}

/** A record, and the last line of the log that counts: what is logged while one turns the pages moves nothing. */
export interface LookedAt {
  partyId: string
  citizenId: string
  newest: number
}

/** A record of one of the asker's own parties; nothing for another party's, whether or not there is one. */
export async function findLookedRecord(
  tx: Read,
  mine: OwnParties,
  citizenId: string,
): Promise<LookedRecord | undefined> {
  const row = await tx
    .selectFrom('citizens as z')
    .innerJoin('parties as y', join =>
      join.onRef('y.municipality_id', '=', 'z.municipality_id').onRef('y.id', '=', 'z.owner_party_id'),
    )
    .innerJoin('controllers as k', join =>
      join.onRef('k.municipality_id', '=', 'y.municipality_id').onRef('k.id', '=', 'y.controller_id'),
    )
    .innerJoin('municipalities as m', 'm.id', 'z.municipality_id')
    .select(['z.id', 'z.owner_party_id', 'z.alias', 'z.name', 'y.from_words', 'k.name as controller'])
    .select(['m.names_staff_in_log as names', 'z.locked_at'])
    .where('z.municipality_id', '=', mine.municipalityId)
    .where('z.owner_party_id', 'in', [...mine.parties])
    .where('z.id', '=', citizenId)
    .executeTakeFirst()
  if (!row) return undefined
  const { controller, names } = row
  return {
    citizenId: row.id,
    partyId: row.owner_party_id,
    name: displayName(row),
    fromWords: row.from_words,
    controller,
    names,
    locked: row.locked_at !== null,
  }
}

/** Larger than any line's number. */
export const anyLine = Number.MAX_SAFE_INTEGER

/** The months in which a record of an own party was looked at, newest first; none for any other record. */
export async function listLookedMonths(tx: Read, { partyId, citizenId, newest }: LookedAt): Promise<LookedMonth[]> {
  const { rows } = await sql<{ month: string; times: number; newest: number }>`
    select month, times, newest from looked_months(${partyId}, ${citizenId}, ${newest}) order by month desc`.execute(tx)
  return rows.map(row => ({ ...row, month: day(row.month) }))
}

/** The lines about a record of an own party in a span of time, newest first; none for any other record. */
export async function listLooks(
  tx: Read,
  { partyId, citizenId, newest }: LookedAt,
  span?: { from: Instant; until: Instant },
): Promise<Look[]> {
  const [from, until] = [span?.from.toString() ?? '-infinity', span?.until.toString() ?? 'infinity']
  const { rows } = await sql<Omit<Look, 'at'> & { at: Date }>`
    select * from looks_at(${partyId}, ${citizenId}, ${from}, ${until}, ${newest})`.execute(tx)
  return rows.map(row => ({ ...row, at: instantOf(row.at) }))
}
