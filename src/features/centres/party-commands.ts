import type { Write } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'

export async function addParty(tx: Write, municipalityId: string, party: NewParty): Promise<string> {
  const id = newId()
  await tx
    .insertInto('parties')
    .values({
      municipality_id: municipalityId,
      id,
      controller_id: party.controllerId,
      name: party.name,
      from_words: party.fromWords,
      kind: party.kind,
    })
    .execute()
  return id
}

export async function changeParty(tx: Write, at: Party, party: { name: string; fromWords: string }): Promise<void> {
  await tx
    .updateTable('parties')
    .set({ name: party.name, from_words: party.fromWords })
    .where('municipality_id', '=', at.municipalityId)
    .where('id', '=', at.partyId)
    .execute()
}

/** A centre and its party bear one name; the words on the board are the administrator's own. */
export async function renameParty(tx: Write, at: Party, name: string): Promise<void> {
  await tx
    .updateTable('parties')
    .set({ name })
    .where('municipality_id', '=', at.municipalityId)
    .where('id', '=', at.partyId)
    .execute()
}

/** Hands a party, with all that it has written, to another who answers for it. */
export async function changeController(tx: Write, at: Party, controllerId: string): Promise<void> {
  await tx
    .updateTable('parties')
    .set({ controller_id: controllerId })
    .where('municipality_id', '=', at.municipalityId)
    .where('id', '=', at.partyId)
    .execute()
}

/** A private owner; the municipality itself is there from the start. */
export async function addController(tx: Write, municipalityId: string, name: string): Promise<string> {
  const id = newId()
  await tx.insertInto('controllers').values({ municipality_id: municipalityId, id, name, kind: 'private' }).execute()
  return id
}

export async function renameController(
  tx: Write,
  at: { municipalityId: string; controllerId: string },
  name: string,
): Promise<void> {
  await tx
    .updateTable('controllers')
    .set({ name })
    .where('municipality_id', '=', at.municipalityId)
    .where('id', '=', at.controllerId)
    .execute()
}

interface Party {
  municipalityId: string
  partyId: string
}
interface NewParty {
  name: string
  fromWords: string
  kind: 'unit' | 'centre'
  controllerId: string
}
