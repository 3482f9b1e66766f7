import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { hashToken } from '../src/features/routing.ts'
import { newId } from '../src/platform/id.ts'
import { connectClient } from '../src/platform/pool.ts'

/** A party of the big municipality, and one of its workers, who is signed in. */
export interface Party {
  id: string
  personId: string
  cookie: string
}

export interface Town {
  id: string
  slug: string
  centreIds: string[]
  jobcentre: Party
  /** The party of 30 contacts. */
  small: Party
  leader: { personId: string; cookie: string }
}

export const contactsOfBig = 200_000
/** Municipalities beside the big one. */
const others = 97

/** What a party of the big municipality has. `contacts` of all of them come to `contactsOfBig`. */
const parties = [
  { name: 'Jobcenter', contacts: 100_000, citizens: 10_000, workers: 20 },
  { name: 'Socialforvaltning', contacts: 69_970, citizens: 7_000, workers: 14 },
  { name: 'Sundhed', contacts: 30_000, citizens: 2_990, workers: 6 },
  { name: 'Caféen', contacts: 30, citizens: 10, workers: 1 },
] as const

/** 98 municipalities, one of them big, over three years. */
export async function fill(superuserUrl: string): Promise<Town> {
  const client = await connectClient(superuserUrl)
  try {
    await client.query('set session_replication_role = replica')
    for (let number = 1; number <= others; number++)
      await addTown(client, `by-${number}`, [{ ...parties[3], contacts: 100 }])
    const town = await addTown(client, 'storby', parties)
    await doWhatTriggersDo(client)
    await client.query('vacuum (analyze)')
    await client.query('checkpoint')
    return town
  } finally {
    await client.end()
  }
}

/** One more municipality, in which one party has many contacts. */
export async function fillMany(superuserUrl: string, contacts: number, slug = 'kaempeby'): Promise<Town> {
  const client = await connectClient(superuserUrl)
  try {
    await client.query('set session_replication_role = replica')
    const town = await addTown(client, slug, [
      // A worker has as many talks that a page is full, however small the town.
      { name: 'Jobcenter', contacts, citizens: contacts / 10, workers: Math.min(40, contacts / 500) },
    ])
    await doWhatTriggersDo(client)
    await client.query('vacuum (analyze) contacts, citizens, figure_changes')
    return town
  } finally {
    await client.end()
  }
}

// Row by row the triggers would take longer than all that is measured.
async function doWhatTriggersDo(client: pg.Client): Promise<void> {
  await client.query(
    `insert into figure_changes (municipality_id, month)
     select distinct municipality_id, month_of(day) from contacts c
     where not exists (select from figure_months m where m.municipality_id = c.municipality_id)`,
  )
}

async function addTown(client: pg.Client, slug: string, has: readonly PartyPlan[]): Promise<Town> {
  const id = newId()
  await client.query(`select set_config('app.municipality', $1, false)`, [id])
  await client.query('insert into municipalities (id, slug, name) values ($1, $2, $3)', [id, slug, slug])
  const controllerId = newId()
  await client.query(`insert into controllers values ($1, $2, 'Kommunen', 'public')`, [id, controllerId])
  const centreIds = await addCentres(client, { id, controllerId, count: has.length > 1 ? 4 : 1 })
  const added: Party[] = []
  for (const plan of has) added.push(await addParty(client, { id, controllerId, centreIds, plan }))
  const [jobcentre] = added
  const small = added.at(-1)
  if (!jobcentre || !small) throw new Error('a municipality has a party')
  return {
    id,
    slug,
    centreIds,
    jobcentre,
    small,
    leader: await addPerson(client, { id, role: 'leader', partyId: null }),
  }
}

async function addCentres(
  client: pg.Client,
  at: { id: string; controllerId: string; count: number },
): Promise<string[]> {
  const centreIds = Array.from({ length: at.count }, () => newId())
  for (const [index, centreId] of centreIds.entries()) {
    const partyId = newId()
    await client.query(
      `insert into parties (municipality_id, id, controller_id, name, from_words, kind) values ($1, $2, $3, $4, 'fra stedet', 'centre')`,
      [at.id, partyId, at.controllerId, `Stedet ${index + 1}`],
    )
    await client.query(
      `insert into centres (municipality_id, id, party_id, slug, name, address, phone) values ($1, $2, $3, $4, $5, $6, '20202020')`,
      [
        at.id,
        centreId,
        partyId,
        `stedet-${index + 1}`,
        `Værestedet ${index + 1}`,
        `Havnegade ${index + 1}, 9999 Storby`,
      ],
    )
    await client.query(
      `insert into rooms select $1, gen_random_uuid(), $2, 'Lokale ' || n, n = 1 from generate_series(1, 2) n`,
      [at.id, centreId],
    )
    await client.query(`insert into centre_hours select $1, $2, d, '09:00', '16:00' from generate_series(1, 5) d`, [
      at.id,
      centreId,
    ])
  }
  return centreIds
}

async function addParty(
  client: pg.Client,
  at: { id: string; controllerId: string; centreIds: string[]; plan: PartyPlan },
): Promise<Party> {
  const { id, controllerId, centreIds, plan } = at
  const partyId = newId()
  await client.query(
    `insert into parties (municipality_id, id, controller_id, name, from_words, kind) values ($1, $2, $3, $4, 'fra ' || lower($4), 'unit')`,
    [id, partyId, controllerId, plan.name],
  )
  const people: Person[] = []
  for (let worker = 0; worker < plan.workers; worker++) {
    people.push(await addPerson(client, { id, role: 'outreach_worker', partyId }))
  }
  const workers = people.map(person => person.personId)
  await client.query(
    `insert into presence_times (municipality_id, id, person_id, party_id, centre_id, weekday, from_time, until_time, valid_from)
     select $1, gen_random_uuid(), w.id, $2, ($4::uuid[])[1 + (w.n + d) % cardinality($4::uuid[])], 1 + (w.n * 2 + d) % 5, '10:00', '14:00', '2020-01-01'
     from unnest($3::uuid[]) with ordinality w(id, n), generate_series(0, 1) d where w.n <= 8`,
    [id, partyId, workers, centreIds],
  )
  await addContacts(client, { id, partyId, centreIds, workers, plan })
  const [first] = people
  if (!first) throw new Error('a party has a worker')
  return { id: partyId, ...first }
}

// Ids begin with the millisecond of their day, as those of the product do, so that the indexes grow in the same order.
async function addContacts(client: pg.Client, at: Contacts): Promise<void> {
  const { id, partyId, centreIds, workers, plan } = at
  await client.query(
    `insert into citizens (municipality_id, owner_party_id, id, alias)
     select $1, $2, md5($2::uuid::text || 'citizen' || n)::uuid, (array['Kim', 'Anne', 'Bo', 'Ulla', 'Per', 'Ole', 'Gitte', 'Yusuf', 'Sanne', 'Leif'])[1 + n % 10] || ' ' || n
     from generate_series(0, $3::int - 1) n`,
    [id, partyId, plan.citizens],
  )
  await client.query(
    `insert into contacts (municipality_id, owner_party_id, id, citizen_id, counted_as, worker_id, created_by, effort, kind, venue, centre_id, outcome,
       day, clock, minutes, topics, help_forms, came, known_before, income, created_at)
     select $1, $2, (lpad(to_hex(extract(epoch from x.at)::bigint * 1000), 12, '0') || '7' || substr(md5($2::uuid::text || n), 14))::uuid,
       x.citizen, x.citizen, x.worker, x.worker,
       (array['casework', 'substanceUse', 'contactPerson', 'health', 'employment'])[1 + x.r % 5],
       (array['walkIn', 'walkIn', 'walkIn', 'booked', 'booked', 'statutory'])[1 + x.r / 7 % 6],
       (array['centre', 'centre', 'centre', 'townHall', 'home', 'street', 'phone'])[1 + x.r / 11 % 7],
       case when x.r % 5 < 4 then ($5::uuid[])[1 + x.r / 13 % cardinality($5::uuid[])] end,
       (array['held', 'held', 'held', 'held', 'held', 'noShow', 'excused', 'calledOff'])[1 + x.r / 17 % 8],
       x.at::date, ('08:00'::time + x.r % 36 * interval '15 minutes'), x.r % 12 * 5, x.r % 32, x.r / 19 % 256, 'citizen',
       case when x.r % 10 < 7 then x.r % 3 = 0 end, case when x.r % 4 = 0 then 'pension' end, x.at
     from generate_series(0, $3::int - 1) n,
       lateral (select ('x0' || substr(md5(n::text), 1, 7))::bit(32)::int as r) y,
       lateral (select y.r, now() - interval '3 years' + n * (interval '3 years' - interval '1 day') / $3 as at,
         ($6::uuid[])[1 + n % cardinality($6::uuid[])] as worker,
         case when y.r % 10 < 7 then md5($2::uuid::text || 'citizen' || (y.r % $4))::uuid end as citizen) x`,
    [id, partyId, plan.contacts, plan.citizens, centreIds, workers],
  )
}

async function addPerson(client: pg.Client, at: { id: string; role: string; partyId: string | null }): Promise<Person> {
  const [personId, accountId, token] = [newId(), newId(), randomBytes(32).toString('base64url')]
  const outreach = at.role === 'outreach_worker'
  await client.query(
    `insert into people (municipality_id, id, public_name, trade, work_phone, phone_public, come_with) values ($1, $2, $3, 'Rådgiver', '20202020', true, 'Alt om penge og bolig')`,
    [at.id, personId, `Person ${personId.slice(-4)}`],
  )
  await client.query(
    `insert into memberships (municipality_id, id, person_id, party_id, role, effort, may_decide, valid_from) values ($1, $2, $3, $4, $5, $6, $7, '2020-01-01')`,
    [at.id, newId(), personId, at.partyId, at.role, outreach ? 'employment' : null, outreach],
  )
  await client.query('insert into accounts (municipality_id, id, person_id, email) values ($1, $2, $3, $4)', [
    at.id,
    accountId,
    personId,
    `${personId}@bench.example`,
  ])
  await client.query(
    `insert into sessions (municipality_id, token_hash, account_id, stage) values ($1, $2, $3, 'open')`,
    [at.id, hashToken(token), accountId],
  )
  return { personId, cookie: `brobygger=${token}` }
}

interface PartyPlan {
  name: string
  contacts: number
  citizens: number
  workers: number
}

interface Contacts {
  id: string
  partyId: string
  centreIds: string[]
  workers: string[]
  plan: PartyPlan
}

interface Person {
  personId: string
  cookie: string
}
