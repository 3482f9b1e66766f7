import type { Read } from '../../platform/db.ts'

export interface Settings {
  name: string
  listed: boolean
  keeps: Record<KeptDay, boolean>
  childConcern: string
  contact: string
  /** Whether anybody may break the glass here. */
  breaksGlass: boolean
  /** Whether a citizen who asks who has looked is told the names of staff. */
  namesStaff: boolean
}
/** The days that a municipality keeps or not; the names are those of the columns. */
export const keptDays = ['1_may', '5_june', '24_december', '31_december'] as const
type KeptDay = (typeof keptDays)[number]

export async function findSettings(tx: Read, municipalityId: string): Promise<Settings> {
  const row = await tx
    .selectFrom('municipalities')
    .select(['name', 'listed', 'child_concern_text', 'contact_text', 'breaks_glass', 'names_staff_in_log'])
    .select(['keeps_1_may', 'keeps_5_june', 'keeps_24_december', 'keeps_31_december'])
    .where('id', '=', municipalityId)
    .executeTakeFirstOrThrow()
  return {
    name: row.name,
    listed: row.listed,
    keeps: {
      '1_may': row.keeps_1_may,
      '5_june': row.keeps_5_june,
      '24_december': row.keeps_24_december,
      '31_december': row.keeps_31_december,
    },
    childConcern: row.child_concern_text ?? '',
    contact: row.contact_text ?? '',
    breaksGlass: row.breaks_glass,
    namesStaff: row.names_staff_in_log,
  }
}
