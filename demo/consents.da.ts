// What Viggo has said yes to, at his contact person and at the job centre: two records of one person, tied by him.

import { anyTopicMask } from '../src/features/contacts/codes.ts'
import type { AnyTopic } from '../src/features/contacts/codes.ts'
import { addDays, startOf } from '../src/platform/time.ts'
import type { Day } from '../src/platform/time.ts'
import { demoId } from './chance.ts'
import type { Citizens } from './citizens.ts'
import type { PersonKey } from './people.da.ts'
import type { PartyKey } from './places.da.ts'
import { municipalityId, partyIdOf, personIdOf } from './rows.ts'
import type { Row, TableRows } from './rows.ts'

interface Yes {
  from: 'skp' | 'jobcenter'
  /** Nobody: a yes to the party itself, to send an SMS. */
  to: PartyKey | null
  /** Whom he knows there. */
  known: PersonKey | null
  topics: readonly AnyTopic[]
  days: number
}

const yeses: readonly Yes[] = [
  { from: 'jobcenter', to: 'skp', known: 'omar', topics: ['economyAndHousing', 'health', 'court'], days: 181 },
  { from: 'skp', to: 'jobcenter', known: 'mette', topics: ['economyAndHousing', 'work'], days: 365 },
  { from: 'skp', to: 'rusmiddel', known: 'karin', topics: ['health', 'mentalHealth', 'substanceUse'], days: 365 },
  { from: 'skp', to: 'fyrskuret', known: 'jonas', topics: ['economyAndHousing'], days: 365 },
  { from: 'skp', to: null, known: null, topics: [], days: 365 },
]

const writers = { skp: 'omar', jobcenter: 'mette' } as const

export function consentRows(citizens: Citizens, made: Day): TableRows {
  const [there, here] = [citizens.named('Viggo', 'jobcenter'), citizens.named('Viggo', 'skp')]
  if (!there || !here) return []
  const idOf = { jobcenter: there.id, skp: here.id }
  const link = {
    municipality_id: municipalityId,
    id: demoId('link viggo', startOf(made).epochMilliseconds),
    owner_party_id: partyIdOf('skp'),
    citizen_id: here.id,
    other_party_id: partyIdOf('jobcenter'),
    other_citizen_id: there.id,
    made_at: String(startOf(addDays(made, -40))),
    made_by: personIdOf('omar'),
  }
  return [
    ['consents', yeses.map((yes, place) => consentRow(yes, { citizenId: idOf[yes.from], made, place }))],
    ['citizen_links', [link]],
  ]
}

function consentRow(yes: Yes, at: { citizenId: string; made: Day; place: number }): Row {
  const given = addDays(at.made, at.place - 40)
  const writer = writers[yes.from]
  return {
    municipality_id: municipalityId,
    id: demoId(`yes of viggo ${at.place}`, startOf(given).epochMilliseconds),
    owner_party_id: partyIdOf(yes.from),
    citizen_id: at.citizenId,
    receiving_party_id: yes.to && partyIdOf(yes.to),
    topics: anyTopicMask(yes.topics),
    ground: yes.to === null ? 'sms' : 'disclose',
    valid_from: String(given),
    valid_until: String(addDays(at.made, yes.days)),
    given_how: 'oral',
    witness: writer === 'omar' ? 'Omar Yildiz' : 'Mette Lund',
    known_person_id: yes.known && personIdOf(yes.known),
    recorded_by: personIdOf(writer),
    recorded_at: String(startOf(given)),
  }
}
