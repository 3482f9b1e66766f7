import type { Place, World } from '../world.ts'
import { newId } from '../../src/platform/id.ts'

const writers = { worker: 'jobcentre', socialWorker: 'social', staff: 'harbour', manager: 'cafe' } as const

/** What grows on a citizen's record, in every party; numbers where they may be; and one that is locked. */
export async function fillCitizenRecords(world: World): Promise<void> {
  for (const place of [world.here, world.there]) {
    for (const [name, party] of Object.entries(writers) as [
      keyof typeof writers,
      (typeof writers)[keyof typeof writers],
    ][])
      await fillParty(world, place, { writer: place.people[name].personId, party })
    await world.truth(
      `insert into citizens (municipality_id, owner_party_id, id, alias, closed_at, locked_at) values ($1, $2, $3, 'Låst', now(), now())`,
      [place.id, place.parties.social, newId()],
    )
    for (const controller of Object.values(place.controllers))
      await world.truth(`insert into retention_runs values ($1, $2, $3, 'citizen', 'list', now(), 1, 0)`, [
        place.id,
        newId(),
        controller,
      ])
  }
}

async function fillParty(
  world: World,
  place: Place,
  { writer, party }: { writer: string; party: keyof Place['parties'] },
): Promise<void> {
  const [own] = await world.truth<{ id: string }>(
    'select id from citizens where municipality_id = $1 and owner_party_id = $2 order by id limit 1',
    [place.id, place.parties[party]],
  )
  const at = [place.id, place.parties[party], own?.id]
  await world.truth(
    `insert into record_versions (municipality_id, owner_party_id, citizen_id, record_kind, record_id, version, stood)
     values ($1, $2, $3, 'citizen', $3, 99, '{}')`,
    at,
  )
  await world.truth(
    `insert into citizen_acts (municipality_id, owner_party_id, citizen_id, id, act, how, recorded_by)
     values ($1, $2, $3, $4, 'name', 'oral', $5)`,
    [...at, newId(), writer],
  )
  if (party === 'cafe') return
  await world.truth(`insert into citizen_numbers values ($1, $2, $3, $4, $5, 1)`, [
    ...at,
    Buffer.alloc(40, party),
    Buffer.alloc(32, party),
  ])
}
