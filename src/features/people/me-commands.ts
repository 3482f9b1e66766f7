import type { Write } from '../../platform/db.ts'
import type { PhotoType } from './photo-rules.ts'

/** Stores what somebody wants to be on their own card. */
export async function changeCard(tx: Write, at: Person, card: CardWish): Promise<void> {
  await tx
    .updateTable('people')
    .set({
      public_name: card.name,
      trade: card.trade,
      work_phone: card.phone,
      phone_public: card.phonePublic,
      photo_public: card.photoPublic,
      come_with: card.comeWith,
    })
    .where('municipality_id', '=', at.municipalityId)
    .where('id', '=', at.personId)
    .execute()
}

/** Puts a photo in the place of the one before. Whether it is shown is another yes. */
export async function setPhoto(tx: Write, at: Person, photo: { type: PhotoType; image: Buffer }): Promise<void> {
  await tx
    .insertInto('person_photos')
    .values({
      municipality_id: at.municipalityId,
      person_id: at.personId,
      content_type: photo.type,
      image: photo.image,
    })
    .onConflict(conflict =>
      conflict.columns(['municipality_id', 'person_id']).doUpdateSet({ content_type: photo.type, image: photo.image }),
    )
    .execute()
}

/** Deletes the photo, and the yes to show it with it. */
export async function removePhoto(tx: Write, at: Person): Promise<void> {
  await tx
    .deleteFrom('person_photos')
    .where('municipality_id', '=', at.municipalityId)
    .where('person_id', '=', at.personId)
    .execute()
  await tx
    .updateTable('people')
    .set({ photo_public: false })
    .where('municipality_id', '=', at.municipalityId)
    .where('id', '=', at.personId)
    .execute()
}

interface Person {
  municipalityId: string
  personId: string
}
interface CardWish {
  name: string
  trade: string
  phone: string | null
  phonePublic: boolean
  photoPublic: boolean
  comeWith: string
}
