import type pg from 'pg'
import { newId } from '../src/platform/id.ts'
import type { Party, Town } from './data.ts'
import { connectClient } from '../src/platform/pool.ts'

/**
 * Notes, steps, tasks, appointments and yeses for a whole municipality, as many as it has talks; and one citizen of the
 * first party with whom much has happened. Where there is a second party it knows the citizen too: the two records are
 * tied, and a yes opens a part of the other.
 */
export async function fillTimelines(superuserUrl: string, town: Town): Promise<string> {
  const client = await connectClient(superuserUrl)
  try {
    await client.query('set session_replication_role = replica')
    await client.query(`select set_config('app.municipality', $1, false)`, [town.id])
    await everybodysRecords(client, town.id)
    const own = await busyCitizen(client, town, town.jobcentre)
    const other = await secondParty(client, town)
    if (other) await tied(client, town, { own, other, seen: await busyCitizen(client, town, other) })
    await client.query(
      'vacuum (analyze) contacts, citizens, notes, steps, tasks, appointments, consents, citizen_links',
    )
    return own
  } finally {
    await client.end()
  }
}

// One more row of another kind for each talk with somebody known: two notes of five, a step, a task and an appointment.
async function everybodysRecords(client: pg.Client, municipalityId: string): Promise<void> {
  const from = `from (select *, row_number() over (order by id) as n from contacts where municipality_id = $1 and citizen_id is not null) c`
  const key = 'c.municipality_id, c.owner_party_id, gen_random_uuid(), c.citizen_id'
  for (const sql of [
    `insert into notes (municipality_id, owner_party_id, id, citizen_id, kind, topic, words, written_by, written_at)
     select ${key}, 'shared', 1 << (c.n % 5)::int, 'Vi talte om det, der står i brevet.', c.worker_id, c.at ${from} where c.n % 5 < 2`,
    `insert into steps (municipality_id, owner_party_id, id, citizen_id, topic, words, whose, state, done_on, created_by)
     select ${key}, 16, 'Jeg ringer til banken', 'citizen', 'done', c.day, c.worker_id ${from} where c.n % 5 = 2`,
    `insert into tasks (municipality_id, owner_party_id, id, citizen_id, topic, words, day, person_id, party_id, given_by, accepted_at, done_at, created_by)
     select ${key}, 16, 'Find skemaet', c.day, c.worker_id, c.owner_party_id, c.worker_id, c.at, c.at, c.worker_id ${from} where c.n % 5 = 3`,
    `insert into appointments (municipality_id, owner_party_id, id, citizen_id, topic, at_place, words, day, state, state_at, created_by)
     select ${key}, 16, 'bank', 'Møde i banken', c.day, 'held', c.at, c.worker_id ${from} where c.n % 5 = 4`,
  ])
    await client.query(sql, [municipalityId])
}

async function busyCitizen(client: pg.Client, town: Town, { id: partyId, personId }: Party): Promise<string> {
  const citizenId = newId()
  const values = [town.id, partyId, citizenId, personId]
  await client.query('insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, $3, $4)', [
    town.id,
    partyId,
    citizenId,
    'Viggo',
  ])
  const key = '$1::uuid, $2::uuid, gen_random_uuid(), $3::uuid'
  const topic = '(array[1, 4, 16])[1 + n % 3]'
  const at = (days: number) => `now() - (n * ${days} + 1) * interval '1 day'`
  for (const sql of [
    `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, centre_id, outcome, day, clock, minutes, topics)
     select ${key}, $4::uuid, 'casework', 'booked', 'centre', $5::uuid, 'held', (${at(3)})::date, '10:00', 30, ${topic} from generate_series(0, 199) n`,
    `insert into notes (municipality_id, owner_party_id, id, citizen_id, kind, topic, words, written_by, written_at)
     select ${key}, 'shared', ${topic}, 'Vi læste tre breve sammen, og det ene var fra banken.', $4::uuid, ${at(5)} from generate_series(0, 99) n where $5::uuid is not null`,
    `insert into steps (municipality_id, owner_party_id, id, citizen_id, topic, words, whose, state, done_on, created_by)
     select ${key}, ${topic}, 'Jeg ringer til banken', 'citizen', 'done', (${at(11)})::date, $4::uuid from generate_series(0, 29) n where $5::uuid is not null`,
    `insert into tasks (municipality_id, owner_party_id, id, citizen_id, topic, words, day, person_id, party_id, given_by, accepted_at, done_at, created_by)
     select ${key}, ${topic}, 'Find skemaet', (${at(13)})::date, $4::uuid, $2::uuid, $4::uuid, ${at(14)}, ${at(13)}, $4::uuid from generate_series(0, 19) n where $5::uuid is not null`,
    `insert into appointments (municipality_id, owner_party_id, id, citizen_id, topic, at_place, words, day, companion_id, state, state_at, created_by)
     select ${key}, ${topic}, 'bank', 'Møde i banken', (${at(17)})::date, $4::uuid, 'held', ${at(17)}, $4::uuid from generate_series(0, 19) n where $5::uuid is not null`,
  ])
    await client.query(sql, [...values, town.centreIds[0]])
  return citizenId
}

async function secondParty(client: pg.Client, town: Town): Promise<Party | undefined> {
  const { rows } = await client.query<Party>(
    `select y.id, m.person_id as "personId", '' as cookie from parties y
     join memberships m on m.municipality_id = y.municipality_id and m.party_id = y.id and m.role = 'outreach_worker'
     where y.municipality_id = $1 and y.id not in ($2, $3) order by y.name desc limit 1`,
    [town.id, town.jobcentre.id, town.small.id],
  )
  return rows[0]
}

async function tied(client: pg.Client, town: Town, at: { own: string; other: Party; seen: string }): Promise<void> {
  const { own, other, seen } = at
  await client.query(
    `insert into citizen_links (municipality_id, id, owner_party_id, citizen_id, other_party_id, other_citizen_id, made_by) values ($1, $2, $3, $4, $5, $6, $7)`,
    [town.id, newId(), town.jobcentre.id, own, other.id, seen, other.personId],
  )
  // Work and economy; what is about health stays hidden.
  await client.query(
    `insert into consents (municipality_id, id, owner_party_id, citizen_id, receiving_party_id, topics, ground, valid_from, valid_until, given_how, recorded_by)
     values ($1, $2, $3, $4, $5, 17, 'disclose', danish_today() - 90, danish_today() + 200, 'oral', $6)`,
    [town.id, newId(), other.id, seen, town.jobcentre.id, other.personId],
  )
}
