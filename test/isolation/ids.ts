import type { World, Place } from '../world.ts'

/** The ids that a path or a form may name, by the name of the parameter, for one owner in one municipality. */
export type Ids = Record<string, string>

/** What `party` of a place owns, as names of parameters. */
export async function idsOf(world: World, place: Place, owner: 'worker' | 'socialWorker' | 'manager'): Promise<Ids> {
  const guest = place.people[owner]
  const party = guest.actor.memberships[0]?.partyId ?? ''
  const one = async (sql: string, values: unknown[]) => (await world.truth<{ id: string }>(sql, values))[0]?.id ?? ''
  const contactId = await one('select id from contacts where municipality_id = $1 and owner_party_id = $2', [
    place.id,
    party,
  ])
  const citizenId = await one(
    'select id from citizens where municipality_id = $1 and owner_party_id = $2 and closed_at is null order by id',
    [place.id, party],
  )
  const ofCitizen = [place.id, party, citizenId]
  return {
    consentId: await one(
      'select id from consents where municipality_id = $1 and owner_party_id = $2 and citizen_id = $3',
      ofCitizen,
    ),
    helperShareId: await one(
      'select id from helper_shares where municipality_id = $1 and owner_party_id = $2 and citizen_id = $3 and withdrawn_at is null',
      ofCitizen,
    ),
    powerId: await one(
      'select id from powers_of_attorney where municipality_id = $1 and owner_party_id = $2 and citizen_id = $3 and withdrawn_at is null',
      ofCitizen,
    ),
    planPartId: await one(
      'select id from plan_parts where municipality_id = $1 and owner_party_id = $2 and citizen_id = $3 order by id',
      ofCitizen,
    ),
    planPersonId: await one(
      'select id from plan_people where municipality_id = $1 and owner_party_id = $2 and citizen_id = $3 order by id',
      ofCitizen,
    ),
    stepId: await one(
      'select id from steps where municipality_id = $1 and owner_party_id = $2 and citizen_id = $3 order by id',
      ofCitizen,
    ),
    taskId: await one(
      'select id from tasks where municipality_id = $1 and owner_party_id = $2 and citizen_id = $3 order by id',
      ofCitizen,
    ),
    appointmentId: await one(
      'select id from appointments where municipality_id = $1 and owner_party_id = $2 and citizen_id = $3 order by id',
      ofCitizen,
    ),
    noteId: await one(
      `select id from notes where municipality_id = $1 and owner_party_id = $2 and citizen_id = $3 and kind = 'own'`,
      ofCitizen,
    ),
    handoverId: await one(
      'select id from handovers where municipality_id = $1 and owner_party_id = $2 and citizen_id = $3',
      ofCitizen,
    ),
    accessRequestId: await one(
      'select id from access_requests where municipality_id = $1 and owner_party_id = $2 and citizen_id = $3 order by id',
      ofCitizen,
    ),
    accessAnswerId: await one(
      'select id from access_answers where municipality_id = $1 and owner_party_id = $2 and answer is null order by id',
      [place.id, party],
    ),
    contactId,
    citizenId,
    id: contactId,
    personId: guest.personId,
    workerId: guest.personId,
    nextOwnerId: guest.personId,
    substituteId: guest.personId,
    accountId: guest.accountId,
    membershipId: await one('select id from memberships where municipality_id = $1 and person_id = $2', [
      place.id,
      guest.personId,
    ]),
    partyId: party,
    offerId: await one('select id from role_offers where municipality_id = $1 and answered_at is null', [place.id]),
    controllerId: place.controllers.private,
    recordKind: 'note',
    centreId: place.centres.cafe.id,
    centreSlug: owner === 'worker' ? place.centres.harbour.slug : place.centres.cafe.slug,
    roomId: place.centres.cafe.roomId,
    presenceTimeId: await one('select id from presence_times where municipality_id = $1 and person_id = $2', [
      place.id,
      guest.personId,
    ]),
    absenceId: await one('select id from absences where municipality_id = $1 and person_id = $2', [
      place.id,
      guest.personId,
    ]),
    importId: await one('select id from imports where municipality_id = $1', [place.id]),
    uploadId: '01890000-0000-7000-8000-000000000000',
    drawId: await one('select draw_id as id from log_checks where municipality_id = $1', [place.id]),
    logId: await one('select log_id::text as id from log_checks where municipality_id = $1', [place.id]),
    day: '2026-11-24',
  }
}

/** The path with its parameters filled in; throws for one that is not known here, so that none is forgotten. */
export function filled(place: Pick<Place, 'slug'>, path: string, ids: Ids): string {
  const rest = path.replaceAll(/:([a-zA-Z]+)(\{[^}]*\})?/g, (_whole, name: string) => {
    const id = ids[name]
    if (id === undefined) throw new Error(`Say in test/isolation/ids.ts what :${name} is`)
    return encodeURIComponent(id)
  })
  return `/${place.slug}${rest === '/' ? '' : rest}`
}
