// How three citizens want to be met, and what each of them has said about themselves. All made up.

import { needMask } from '../src/features/citizens/codes.ts'
import type { Need } from '../src/features/citizens/codes.ts'
import { addDays, addMinutes, startOf } from '../src/platform/time.ts'
import type { Day } from '../src/platform/time.ts'
import { demoId } from './chance.ts'
import type { Citizen, Citizens } from './citizens.ts'
import type { PersonKey } from './people.da.ts'
import type { PartyKey } from './places.da.ts'
import { municipalityId, partyIdOf, personIdOf } from './rows.ts'
import type { Row, TableRows } from './rows.ts'

interface Wish {
  party: PartyKey
  alias: string
  name?: string
  needs: readonly Need[]
  safeTimes?: string
  /** Who wrote down what they said. */
  who: PersonKey
}

const wishes: readonly Wish[] = [
  { party: 'skp', alias: 'Viggo', needs: ['largePrint'], safeTimes: 'før kl. 12', who: 'omar' },
  {
    party: 'skp',
    alias: 'Lange Per',
    name: 'Peter Lange',
    needs: ['comeWithMe'],
    safeTimes: 'efter kl. 10',
    who: 'omar',
  },
  { party: 'fyrskuret', alias: 'Thomas', needs: ['largePrint', 'readAloud', 'prefersCentre'], who: 'jonas' },
]

/** The columns of a citizen's row that the citizen filled in; empty for those who said nothing. */
export function wishColumns({ party, alias }: Pick<Citizen, 'party' | 'alias'>): Row {
  const wish = wishes.find(each => each.party === party && each.alias === alias)
  return { needs: needMask(wish?.needs ?? []), safe_times: wish?.safeTimes ?? null, name: wish?.name ?? null }
}

/** What they did themselves: to be known by an alias, and one of them by name. */
export function actRows(citizens: Citizens, made: Day): TableRows {
  return [['citizen_acts', wishes.flatMap(wish => actsOf(citizens, wish, made))]]
}

function actsOf(citizens: Citizens, wish: Wish, made: Day): Row[] {
  const citizen = citizens.named(wish.alias, wish.party)
  if (!citizen) return []
  const acts = [
    { act: 'alias', on: citizen.since },
    ...(wish.name === undefined ? [] : [{ act: 'name', on: addDays(made, -40) }]),
  ]
  return acts.map(({ act, on }) => {
    const at = addMinutes(startOf(on), 10 * 60)
    return {
      municipality_id: municipalityId,
      owner_party_id: partyIdOf(wish.party),
      citizen_id: citizen.id,
      id: demoId(`${act} ${wish.party} ${wish.alias}`, at.epochMilliseconds),
      act,
      how: 'oral',
      acted_at: String(at),
      recorded_by: personIdOf(wish.who),
    }
  })
}
