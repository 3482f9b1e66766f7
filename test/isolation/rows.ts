import type { World, Place } from '../world.ts'
import { newId } from '../../src/platform/id.ts'
import { fillAccess } from './access-rows.ts'
import { fillCitizenRecords } from './citizen-rows.ts'
import { fillNotes } from './note-rows.ts'
import { fillPlans } from './plan-rows.ts'
import { fillHelpers, fillPowers } from './power-rows.ts'

/** Puts at least one row into every table, in both municipalities, and into two parties of each. */
export async function fillEveryTable(world: World): Promise<void> {
  await world.truth(`insert into municipalities (id, slug, name, listed) values ($1, 'unlisted', 'Ulistet', false)`, [
    newId(),
  ])
  for (const place of [world.here, world.there]) {
    await fillPlaces(world, place)
    await fillPresence(world, place)
    for (const person of ['worker', 'staff', 'socialWorker', 'manager'] as const)
      await fillRecords(world, place, person)
    await fillLog(world, place)
    // The contacts above have left a row in figure_changes.
    await world.truth(`insert into figure_months values ($1, '2026-10-01', '', '', '')`, [place.id])
    await world.truth(`insert into figure_sums values ($1, '2001-01-01', '2001-02-01', '', '', '')`, [place.id])
    await world.truth('insert into imports values ($1, $2, $3, $4, 1, 1, 0, 0, 0)', [
      place.id,
      newId(),
      place.people.administrator.personId,
      'registrations',
    ])
    await world.truth(
      `insert into controller_contacts (municipality_id, controller_id, contact) select municipality_id, id, 'Ring' from controllers
       where municipality_id = $1`,
      [place.id],
    )
    await world.truth(
      `insert into outbox (municipality_id, id, recipient, subject, body) values ($1, $2, 'x@y.example', 's', 'b')`,
      [place.id, newId()],
    )
  }
  await fillOwnYeses(world)
  await fillCitizenRecords(world)
  await fillPowers(world)
  await fillHelpers(world)
  await fillNotes(world)
  await fillPlans(world)
  await fillAccess(world)
}

/** A yes that shares nothing with anybody, so that every record has one to show. */
async function fillOwnYeses(world: World): Promise<void> {
  for (const place of [world.here, world.there]) {
    await world.truth(
      `insert into consents (municipality_id, id, owner_party_id, citizen_id, topics, ground, valid_from, valid_until, given_how, recorded_by)
       select municipality_id, gen_random_uuid(), owner_party_id, id, 0, 'sms', current_date, current_date + 300, 'oral', $2
       from citizens where municipality_id = $1`,
      [place.id, place.people.worker.personId],
    )
  }
}

async function fillPlaces(world: World, place: Place): Promise<void> {
  const { worker, manager } = place.people
  for (const person of [worker, manager]) {
    await world.truth(`insert into person_photos values ($1, $2, 'image/png', '\\x00')`, [place.id, person.personId])
    await world.truth(
      `insert into one_time_links (municipality_id, token_hash, account_id, purpose, expires_at) values ($1, $2, $3, 'invitation', now())`,
      [place.id, Buffer.from(person.accountId), person.accountId],
    )
    await world.truth('insert into known_devices (municipality_id, account_id, device_hash) values ($1, $2, $3)', [
      place.id,
      person.accountId,
      Buffer.from('device'),
    ])
  }
  await world.truth('update people set photo_public = true where municipality_id = $1 and id = $2', [
    place.id,
    manager.personId,
  ])
  for (const days of [`'2020-01-01', '2021-01-01'`, `'2099-01-01', null`]) {
    await world.truth(
      `insert into memberships (municipality_id, id, person_id, role, valid_from, valid_until) values ($1, $2, $3, 'leader', ${days})`,
      [place.id, newId(), place.people.leader.personId],
    )
  }
  // At the private centre: what its manager could take in, what a file brings, and what the municipality asks.
  const { staff, administrator } = place.people
  for (const [person, role, days] of [
    [staff, 'centre_staff', `'2099-01-01', null`],
    [manager, 'centre_staff', `'2099-01-01', null`],
    [manager, 'centre_manager', `'2099-01-01', null`],
    [staff, 'volunteer', `'2099-01-01', null`],
    [staff, 'centre_staff', `'2020-01-02', '2020-01-01'`],
  ] as const) {
    await world.truth(
      `insert into memberships (municipality_id, id, person_id, party_id, role, valid_from, valid_until) values ($1, $2, $3, $4, $5, ${days})`,
      [place.id, newId(), person.personId, place.parties.cafe, role],
    )
  }
  for (const [role, answer] of [
    ['centre_staff', 'null, null, null'],
    ['centre_manager', 'now(), $5, false'],
  ] as const) {
    await world.truth(
      `insert into role_offers (municipality_id, id, person_id, party_id, role, valid_from, offered_by, answered_at, answered_by, accepted)
       select $1, $2, $3, $4, '${role}', '2099-01-01', $6, ${answer} where $5::uuid is not null`,
      [place.id, newId(), staff.personId, place.parties.cafe, manager.personId, administrator.personId],
    )
  }
  await world.truth('insert into forgotten_rows values ($1, $2, $3)', [place.id, place.parties.cafe, Buffer.alloc(32)])
  await world.truth(`insert into sign_in_tries (municipality_id, key_hash) values ($1, 'x')`, [place.id])
  for (const centre of Object.values(place.centres)) {
    await world.truth(`insert into centre_days values ($1, $2, '2026-12-24', true, '09:00', '12:00')`, [
      place.id,
      centre.id,
    ])
  }
}

async function fillPresence(world: World, place: Place): Promise<void> {
  for (const [name, party] of [
    ['worker', 'jobcentre'],
    ['manager', 'cafe'],
    ['socialWorker', 'social'],
  ] as const) {
    const [person, time] = [place.people[name].personId, newId()]
    await world.truth(
      `insert into presence_times (municipality_id, id, person_id, party_id, centre_id, weekday, from_time, until_time, valid_from)
       values ($1, $2, $3, $4, $5, 1, '09:00', '12:00', '2026-01-01')`,
      [place.id, time, person, place.parties[party], place.centres.cafe.id],
    )
    await world.truth(
      `insert into presence_changes (municipality_id, person_id, presence_time_id, day, called_off) values ($1, $2, $3, '2026-11-23', true)`,
      [place.id, person, time],
    )
    await world.truth(`insert into absences values ($1, $2, $3, '2026-11-24', '2026-11-25', null)`, [
      place.id,
      newId(),
      person,
    ])
    await world.truth(`insert into arrivals values ($1, $2, $3, $4, now(), null)`, [
      place.id,
      newId(),
      person,
      place.centres.cafe.id,
    ])
  }
}

async function fillRecords(
  world: World,
  place: Place,
  person: 'worker' | 'staff' | 'socialWorker' | 'manager',
): Promise<void> {
  const { personId, actor } = place.people[person]
  const party = actor.memberships[0]?.partyId
  const [citizen, contact] = [newId(), newId()]
  await world.truth(
    `insert into citizens (municipality_id, owner_party_id, id, alias, person_key) values ($1, $2, $3, 'Viggo', 'a key of sixteen and more')`,
    [place.id, party, citizen],
  )
  await world.truth(
    `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, day)
     values ($1, $2, $3, $4, $5, 'casework', 'booked', 'centre', 'open', '2026-11-30')`,
    [place.id, party, contact, citizen, personId],
  )
  await world.truth(
    `insert into contact_versions (municipality_id, owner_party_id, contact_id, version, stood) values ($1, $2, $3, 99, '{}')`,
    [place.id, party, contact],
  )
}

async function fillLog(world: World, place: Place): Promise<void> {
  const [line] = await world.truth<{ id: number }>(
    `insert into access_log (municipality_id, purpose, kind) values ($1, 'contacts.list', 'read') returning id`,
    [place.id],
  )
  await world.truth(`insert into access_log_subjects values ($1, $2, $3, 'contact', gen_random_uuid())`, [
    place.id,
    line?.id,
    newId(),
  ])
  await world.truth(
    `insert into access_log (municipality_id, purpose, kind, batch) values ($1, 'contacts.list', 'read', 1)`,
    [place.id],
  )
  const officer = place.people.officer.personId
  for (const told of [`null, null, null`, `'fine', $2, now()`]) {
    await world.truth(
      `insert into log_checks (municipality_id, draw_id, log_id, first_day, last_day, drawn_by, result, checked_by, checked_at)
       values ($1, $3, $4, '2026-11-01', '2026-11-30', $2, ${told})`,
      [place.id, officer, newId(), line?.id],
    )
  }
  await world.truth(
    `insert into log_batches (municipality_id, segment, number, rows, previous, seal) values ($1, '2026-11-01', 1, 1, 'a', 'b')`,
    [place.id],
  )
}
