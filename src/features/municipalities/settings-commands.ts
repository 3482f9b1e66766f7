import type { Write } from '../../platform/db.ts'
import type { Settings } from './settings-queries.ts'

/** Stores what an administrator says of the municipality; an empty text is none. */
export async function changeSettings(tx: Write, municipalityId: string, wish: Settings): Promise<void> {
  await tx
    .updateTable('municipalities')
    .set({
      name: wish.name,
      listed: wish.listed,
      keeps_1_may: wish.keeps['1_may'],
      keeps_5_june: wish.keeps['5_june'],
      keeps_24_december: wish.keeps['24_december'],
      keeps_31_december: wish.keeps['31_december'],
      child_concern_text: wish.childConcern || null,
      contact_text: wish.contact || null,
      breaks_glass: wish.breaksGlass,
      names_staff_in_log: wish.namesStaff,
    })
    .where('id', '=', municipalityId)
    .execute()
}
