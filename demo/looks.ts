// Looks at Viggo's records, so that "hvem har kigget" has something to tell. The log has no door for a made-up past:
// the people of the demo look through the door that everybody uses, when the demo is loaded, and see what they may.

import { subjectOfCitizen } from '../src/features/citizens/queries.ts'
import type { Db, LogKind } from '../src/platform/db.ts'
import type { LoggedPurpose } from '../src/purposes.ts'
import { personIdOf, municipalityId } from './rows.ts'
import type { PersonKey } from './people.da.ts'

interface DemoLook {
  who: PersonKey
  purpose: LoggedPurpose
  times?: number
  kind?: LogKind
}

const looks: readonly DemoLook[] = [
  { who: 'omar', purpose: 'citizens.search', kind: 'search' },
  { who: 'omar', purpose: 'citizens.show', times: 3 },
  { who: 'omar', purpose: 'plan.show', times: 2 },
  { who: 'mette', purpose: 'today.show' },
  { who: 'mette', purpose: 'plan.show' },
  { who: 'karin', purpose: 'citizens.show' },
  { who: 'jonas', purpose: 'citizens.show', times: 2 },
]

export async function lookAround(db: Db): Promise<void> {
  for (const { who, purpose, times = 1, kind = 'read' } of looks) {
    const asker = { municipalityId, personId: personIdOf(who) }
    for (let time = 0; time < times; time++) {
      await db.read(asker, purpose, async tx => {
        const seen = await tx
          .selectFrom('citizens')
          .select(['id', 'owner_party_id as partyId'])
          .where('municipality_id', '=', municipalityId)
          .where('alias', '=', 'Viggo')
          .execute()
        return {
          value: undefined,
          about: seen.map(subjectOfCitizen),
          kind,
          ...(kind === 'search' ? { words: 'Viggo' } : {}),
        }
      })
    }
  }
}
