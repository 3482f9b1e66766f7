import type { Write } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { Day, Hours } from '../../platform/time.ts'
import { addController, addParty, renameParty } from './party-commands.ts'
import { prepositions } from './texts.da.ts'
import type { Preposition } from './texts.da.ts'

/** A new centre is a party of its own, answered for by the municipality or by a private owner. */
export async function addCentre(tx: Write, municipalityId: string, centre: NewCentre): Promise<string> {
  const controllerId = centre.controllerId ?? (await addController(tx, municipalityId, centre.controllerName))
  const { preposition = prepositions[0] } = centre
  const party = {
    name: centre.name,
    fromWords: `${preposition} ${centre.name}`,
    kind: 'centre' as const,
    controllerId,
  }
  const partyId = await addParty(tx, municipalityId, party)
  const id = newId()
  await tx
    .insertInto('centres')
    .values({
      municipality_id: municipalityId,
      id,
      party_id: partyId,
      slug: centre.slug,
      name: centre.name,
      preposition,
      address: centre.address,
      phone: centre.phone,
    })
    .execute()
  return id
}

/** What a centre tells about itself. Only an administrator brings `official`: its name, and the day it closes for good. */
export async function changeCentre(tx: Write, at: Centre, wish: CentreWish): Promise<void> {
  const { address, phone, profile, houseRules, official } = wish
  await tx
    .updateTable('centres')
    .set({ address, phone, profile, house_rules: houseRules })
    .$if(official !== undefined, query =>
      query.set({
        name: official?.name,
        closed_on: official?.closedOn?.toString() ?? null,
        ...(official?.preposition && { preposition: official.preposition }),
      }),
    )
    .where('municipality_id', '=', at.municipalityId)
    .where('id', '=', at.centreId)
    .execute()
  if (official) await renameParty(tx, { municipalityId: at.municipalityId, partyId: official.partyId }, official.name)
}

/** The opening hours of a week, Monday first, in the place of those before. */
export async function setHours(tx: Write, at: Centre, week: readonly (readonly Hours[])[]): Promise<void> {
  await tx
    .deleteFrom('centre_hours')
    .where('municipality_id', '=', at.municipalityId)
    .where('centre_id', '=', at.centreId)
    .execute()
  const rows = week.flatMap((hours, index) =>
    hours.map(each => ({
      municipality_id: at.municipalityId,
      centre_id: at.centreId,
      weekday: index + 1,
      from_time: each.from.toString(),
      until_time: each.until.toString(),
    })),
  )
  if (rows.length > 0) await tx.insertInto('centre_hours').values(rows).execute()
}

export async function addRoom(tx: Write, at: Centre, room: RoomWish): Promise<void> {
  await tx
    .insertInto('rooms')
    .values({ municipality_id: at.municipalityId, id: newId(), centre_id: at.centreId, ...room })
    .execute()
}

export async function changeRoom(tx: Write, at: Centre & { roomId: string }, room: RoomWish): Promise<void> {
  await tx
    .updateTable('rooms')
    .set(room)
    .where('municipality_id', '=', at.municipalityId)
    .where('centre_id', '=', at.centreId)
    .where('id', '=', at.roomId)
    .execute()
}

export async function removeRoom(tx: Write, at: Centre & { roomId: string }): Promise<void> {
  await tx
    .deleteFrom('rooms')
    .where('municipality_id', '=', at.municipalityId)
    .where('centre_id', '=', at.centreId)
    .where('id', '=', at.roomId)
    .execute()
}

interface Centre {
  municipalityId: string
  centreId: string
}
interface NewCentre {
  name: string
  preposition: Preposition | undefined
  slug: string
  controllerId: string | undefined
  controllerName: string
  address: string
  phone: string | null
}
interface CentreWish {
  address: string
  phone: string | null
  profile: string
  houseRules: string
  official:
    | { name: string; preposition: Preposition | undefined; partyId: string; closedOn: Day | undefined }
    | undefined
}
interface RoomWish {
  name: string
  confidential: boolean
}
