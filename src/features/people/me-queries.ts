import type { Read } from '../../platform/db.ts'

export interface Card {
  name: string
  trade: string
  phone: string | null
  phonePublic: boolean
  photoPublic: boolean
  comeWith: string
  hasPhoto: boolean
  email: string | undefined
}

/** One's own card, with the e-mail that one signs in by. */
export async function findCard(tx: Read, at: { municipalityId: string; personId: string }): Promise<Card> {
  const row = await tx
    .selectFrom('people')
    .leftJoin('person_photos', join =>
      join
        .onRef('person_photos.municipality_id', '=', 'people.municipality_id')
        .onRef('person_photos.person_id', '=', 'people.id'),
    )
    .leftJoin('accounts', join =>
      join
        .onRef('accounts.municipality_id', '=', 'people.municipality_id')
        .onRef('accounts.person_id', '=', 'people.id'),
    )
    .select(['people.public_name', 'people.trade', 'people.work_phone', 'people.phone_public', 'people.photo_public'])
    .select(['people.come_with', 'person_photos.content_type', 'accounts.email'])
    .where('people.municipality_id', '=', at.municipalityId)
    .where('people.id', '=', at.personId)
    .executeTakeFirstOrThrow()
  return {
    name: row.public_name,
    trade: row.trade,
    phone: row.work_phone,
    phonePublic: row.phone_public,
    photoPublic: row.photo_public,
    comeWith: row.come_with,
    hasPhoto: row.content_type !== null,
    email: row.email ?? undefined,
  }
}

/** A photo that the asker may see: the policies show one's own, and those whose owners said yes. */
export async function findPhoto(tx: Read, at: { municipalityId: string; personId: string }) {
  return await tx
    .selectFrom('person_photos')
    .select(['content_type', 'image'])
    .where('municipality_id', '=', at.municipalityId)
    .where('person_id', '=', at.personId)
    .executeTakeFirst()
}
