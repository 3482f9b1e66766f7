// Notes about Viggo, as his contact person and his caseworker keep them. All made up.

import { anyTopicBits } from '../src/features/contacts/codes.ts'
import type { AnyTopic } from '../src/features/contacts/codes.ts'
import type { NoteKind } from '../src/features/notes/codes.ts'
import { addDays, addMinutes, startOf } from '../src/platform/time.ts'
import type { Day } from '../src/platform/time.ts'
import { demoId } from './chance.ts'
import type { Citizens } from './citizens.ts'
import type { PersonKey } from './people.da.ts'
import { municipalityId, partyIdOf, personIdOf } from './rows.ts'
import type { Row, TableRows } from './rows.ts'

interface Written {
  who: PersonKey
  party: 'skp' | 'jobcenter'
  /** Days before the demo was made. */
  back: number
  kind: NoteKind
  topic: AnyTopic | null
  words: string
}

const written: readonly Written[] = [
  {
    who: 'omar',
    party: 'skp',
    back: 0,
    kind: 'shared',
    topic: 'economyAndHousing',
    words: 'Vi læste tre breve sammen.',
  },
  {
    who: 'omar',
    party: 'skp',
    back: 6,
    kind: 'own',
    topic: null,
    words: 'Virkede træt i dag. Spørg, hvordan han sover.',
  },
  {
    who: 'omar',
    party: 'skp',
    back: 33,
    kind: 'citizens',
    topic: 'economyAndHousing',
    words: 'Jeg vil gerne selv kunne ringe til banken.',
  },
  {
    who: 'omar',
    party: 'skp',
    back: 61,
    kind: 'shared',
    topic: 'health',
    words: 'Nye briller. Han læser selv de korte breve nu.',
  },
  {
    who: 'mette',
    party: 'jobcenter',
    back: 8,
    kind: 'shared',
    topic: 'health',
    words: 'Lægen vil se ham igen efter nytår.',
  },
  {
    who: 'mette',
    party: 'jobcenter',
    back: 20,
    kind: 'own',
    topic: 'work',
    words: 'Vil helst vente med praktik til foråret.',
  },
]

/** Two parties know Viggo, each in its own record. */
export function noteRows(citizens: Citizens, made: Day): TableRows {
  return [['notes', written.flatMap((note, number) => noteRow(citizens, { note, number, made }))]]
}

function noteRow(citizens: Citizens, at: { note: Written; number: number; made: Day }): Row[] {
  const { who, party, back, kind, topic, words } = at.note
  const citizen = citizens.named('Viggo', party)
  if (!citizen) return []
  const on = addMinutes(startOf(addDays(at.made, -back)), 9 * 60 + 40)
  return [
    {
      municipality_id: municipalityId,
      owner_party_id: partyIdOf(party),
      id: demoId(`note ${at.number}`, on.epochMilliseconds),
      citizen_id: citizen.id,
      kind,
      topic: topic && anyTopicBits[topic],
      words,
      written_by: personIdOf(who),
      written_at: String(on),
      version: 1,
    },
  ]
}
