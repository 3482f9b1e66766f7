import type { Write } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { Instant } from '../../platform/time.ts'

/** An account without a password; a one-time link lets its person choose one. */
export async function addAccount(tx: Write, at: Person, email: string): Promise<string> {
  const id = newId()
  await tx
    .insertInto('accounts')
    .values({ municipality_id: at.municipalityId, id, person_id: at.personId, email })
    .execute()
  return id
}

/** Opens or closes an account; a closed one is refused on the next request. */
export async function setAccountClosed(tx: Write, at: Person, closedAt: Instant | null): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ closed_at: closedAt?.toString() ?? null })
    .where('municipality_id', '=', at.municipalityId)
    .where('person_id', '=', at.personId)
    .execute()
}

export async function changeEmail(tx: Write, at: Person, email: string): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ email })
    .where('municipality_id', '=', at.municipalityId)
    .where('person_id', '=', at.personId)
    .execute()
}

interface Person {
  municipalityId: string
  personId: string
}
