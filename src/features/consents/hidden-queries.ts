import { sql } from 'kysely'
import type { Read } from '../../platform/db.ts'
import type { Shown } from './queries.ts'

/** What another party has that the reader does not see, as far as that may be told at all. */
export interface Hidden {
  partyName: string
  notes: number
  talks: number
}

/**
 * How many notes and talks of the records on a page stay closed, by party: only where the citizen's own yes already tells
 * the reader that this party works with them, and never of mental health, substance use or court, nor where only one topic is left that it could be about. Empty otherwise, and
 * that tells nothing: every page says besides that there may be more.
 */
export async function hiddenFrom(tx: Read, { records }: Shown): Promise<Hidden[]> {
  const others = records.filter(record => !record.own)
  if (others.length === 0) return []
  const [parties, citizens] = [others.map(each => each.partyId), others.map(each => each.id)]
  const { rows } = await sql<{ party: string; notes: number; talks: number }>`
    select asked.party, closed.notes, closed.talks
    from unnest(${parties}::uuid[], ${citizens}::uuid[]) as asked(party, citizen)
    cross join lateral hidden_from_me(asked.party, asked.citizen) closed
    where closed.notes + closed.talks > 0`.execute(tx)
  const names = new Map(others.map(record => [record.partyId, record.partyName]))
  return rows.map(({ party, notes, talks }) => ({ partyName: names.get(party) ?? '', notes, talks }))
}
