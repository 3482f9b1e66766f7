// Peter wants to see all that Haderby has written about him, and has asked from his contact person's record. All made up.

import { addDays } from '../src/platform/time.ts'
import type { Day } from '../src/platform/time.ts'
import { demoId } from './chance.ts'
import type { Citizens } from './citizens.ts'
import { parties } from './places.da.ts'
import { centreIdOf, keysOf, municipalityId, partyIdOf, personIdOf } from './rows.ts'
import type { TableRows } from './rows.ts'

/** One request for access, to all of the municipality's parties; the database puts it before each of them. */
export function accessRows(citizens: Citizens, made: Day): TableRows {
  const peter = citizens.named('Lange Per', 'skp')
  if (!peter) return []
  const asked = keysOf(parties).filter(key => parties[key].controller === 'kommune')
  const request = {
    municipality_id: municipalityId,
    owner_party_id: partyIdOf('skp'),
    citizen_id: peter.id,
    id: demoId('access peter'),
    name: 'Peter Lange, Lange Per',
    birth_date: '1968-05-14',
    centre_id: centreIdOf('fyrskuret'),
    how: 'oral',
    recorded_by: personIdOf('omar'),
    asked_party_ids: asked.map(partyIdOf),
    asked_on: String(addDays(made, -9)),
  }
  return [['access_requests', [request]]]
}
