import type { Write } from '../../platform/db.ts'
import type { Day } from '../../platform/time.ts'
import type { CentreDay } from './opening-rules.ts'

/** Without a day of its own the centre goes back to its week and the holidays. */
export async function saveCentreDay(
  tx: Write,
  municipalityId: string,
  at: { centreId: string; day: Day; own: CentreDay | null },
): Promise<void> {
  const { centreId, day, own } = at
  if (!own) {
    await tx
      .deleteFrom('centre_days')
      .where('municipality_id', '=', municipalityId)
      .where('centre_id', '=', centreId)
      .where('day', '=', String(day))
      .execute()
    return
  }
  const values = {
    open: own.open,
    from_time: own.hours?.from.toString() ?? null,
    until_time: own.hours?.until.toString() ?? null,
  }
  await tx
    .insertInto('centre_days')
    .values({ municipality_id: municipalityId, centre_id: centreId, day: String(day), ...values })
    .onConflict(conflict => conflict.columns(['municipality_id', 'centre_id', 'day']).doUpdateSet(values))
    .execute()
}
