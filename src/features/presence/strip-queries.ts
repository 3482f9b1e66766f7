import type { Read } from '../../platform/db.ts'
import { addDays, today, type Instant } from '../../platform/time.ts'
import { daysAhead } from './next-rules.ts'
import { readPresence } from './plan-queries.ts'
import type { OwnDay } from './strip-rules.ts'

/** The worker's own day, for the strip and for what a contact can guess: `stripOf(await readOwnDay(tx, …))`. */
export async function readOwnDay(
  tx: Read,
  whose: { municipalityId: string; personId: string; now: Instant },
): Promise<OwnDay> {
  const day = today(whose.now)
  // Everybody's times, not one's own alone: one may stand in for a colleague, and a centre's day names them all.
  const { municipalityId } = whose
  const presence = await readPresence(tx, { municipalityId, today: day, from: day, until: addDays(day, daysAhead + 1) })
  return { ...presence, personId: whose.personId, now: whose.now }
}
