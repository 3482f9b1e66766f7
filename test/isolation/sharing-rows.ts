import { newId } from '../../src/platform/id.ts'
import type { Place, World } from '../world.ts'
import { danishDay } from './sharing-model.ts'

const today = danishDay(new Date())
const yesterday = danishDay(new Date(), -1)
const tomorrow = danishDay(new Date(), 1)
const inAYear = danishDay(new Date(), 365)

/** Every way in which a yes of a citizen of the social services can stand or not, and the topics of the talks. */
const yeses: Record<string, { said: Yes[]; talks: number[] }> = {
  'in force on its only day': { said: [{ to: 'jobcentre', topics: 3, days: [today, today] }], talks: [0, 1, 3, 7] },
  'to obtain, with court': { said: [{ to: 'jobcentre', topics: 33, ground: 'obtain' }], talks: [32, 33, 34] },
  'taken back': { said: [{ to: 'jobcentre', topics: 1, withdrawn: true }], talks: [1] },
  'over since yesterday': { said: [{ to: 'jobcentre', topics: 1, days: ['2026-01-01', yesterday] }], talks: [1] },
  'from tomorrow': { said: [{ to: 'jobcentre', topics: 1, days: [tomorrow, inAYear] }], talks: [1] },
  'to SMS and a story': {
    said: [
      { topics: 0, ground: 'sms' },
      { topics: 0, ground: 'story' },
    ],
    talks: [1],
  },
  'to somebody else': { said: [{ to: 'harbour', topics: 1 }], talks: [1] },
  'twice to one party': {
    said: [
      { to: 'jobcentre', topics: 1 },
      { to: 'jobcentre', topics: 2, ground: 'obtain' },
    ],
    talks: [3],
  },
  'once to each of two parties': {
    said: [
      { to: 'jobcentre', topics: 1 },
      { to: 'cafe', topics: 2 },
    ],
    talks: [1, 3],
  },
}

/**
 * Consents, links and openings of the glass that share what each party would see alone otherwise: in both
 * municipalities the same, and every one beside its counterpart that shares nothing.
 */
export async function fillSharing(world: World): Promise<void> {
  for (const place of [world.here, world.there]) {
    await world.truth('update municipalities set breaks_glass = true where id = $1', [place.id])
    const said: Record<string, string> = {}
    for (const [name, { said: each, talks }] of Object.entries(yeses)) {
      const citizen = await record(world, { place, party: 'social' }, talks)
      for (const yes of each) await consent(world, { place, citizen }, yes)
      said[name] = citizen
    }
    await fillLinks(world, place, said)
    await fillGlass(world, place)
  }
  // One that the front page does not list: its own name is known to those who have come in all the same.
  await world.truth('update municipalities set listed = false where id = $1', [world.here.id])
}

async function fillLinks(world: World, place: Place, said: Record<string, string>): Promise<void> {
  const own = await record(world, { place, party: 'jobcentre' }, [])
  const seen = said['in force on its only day'] ?? ''
  const unseen = said['taken back'] ?? ''
  await link(world, place, { one: ['jobcentre', own], other: ['social', seen], by: 'worker' })
  await link(world, place, { one: ['social', unseen], other: ['jobcentre', own], by: 'worker', ended: true })
  await link(world, place, { one: ['jobcentre', own], other: ['social', unseen], by: 'worker' })
  await link(world, place, { one: ['jobcentre', own], other: ['social', seen], by: 'colleague', ended: true })
}

async function fillGlass(world: World, place: Place): Promise<void> {
  const tied = async (by: PersonName, from: PartyName, to: readonly PartyName[], knownHours?: number) => {
    const own = await record(world, { place, party: from, ...(knownHours === undefined ? {} : { knownHours }) }, [])
    for (const party of to) {
      const other = await record(world, { place, party }, [0, 1, 31, 32])
      // Broken glass lets nobody tie; whoever is in both parties may.
      await link(world, place, { one: [from, own], other: [party, other], by })
    }
    return own
  }
  const open = await tied('worker', 'jobcentre', ['social', 'harbour', 'cafe'])
  const back = await record(world, { place, party: 'social' }, [1])
  await link(world, place, { one: ['social', back], other: ['jobcentre', open], by: 'socialWorker' })
  const untied = await record(world, { place, party: 'harbour' }, [1])
  await link(world, place, { one: ['jobcentre', open], other: ['harbour', untied], by: 'worker', ended: true })
  await opening(world, { place, citizen: open, party: 'jobcentre', by: 'worker' }, { from: -5, until: 50 })
  const over = await tied('socialWorker', 'social', ['harbour', 'jobcentre'])
  await opening(world, { place, citizen: over, party: 'social', by: 'socialWorker' }, { from: -50, until: -5 })
  const closed = await tied('colleague', 'jobcentre', ['social'])
  await opening(
    world,
    { place, citizen: closed, party: 'jobcentre', by: 'colleague' },
    { from: -5, until: 50, closed: -1 },
  )
  // Written down for the tie: no citizen whom the party had already.
  const madeForIt = await tied('worker', 'jobcentre', ['social'], 47)
  await opening(world, { place, citizen: madeForIt, party: 'jobcentre', by: 'worker' }, { from: -5, until: 50 })
  const outside = await tied('manager', 'cafe', ['social', 'harbour'])
  await opening(world, { place, citizen: outside, party: 'cafe', by: 'manager' }, { from: -5, until: 50 })
}

/** A citizen's record with one talk for each set of topics. */
async function record(
  world: World,
  { place, party, knownHours = 72 }: { place: Place; party: PartyName; knownHours?: number },
  talks: readonly number[],
): Promise<string> {
  const citizen = newId()
  const at = [place.id, place.parties[party]]
  await world.truth(
    `insert into citizens (municipality_id, owner_party_id, id, alias, created_at)
     values ($1, $2, $3, 'Thomas', now() - $4 * interval '1 hour')`,
    [...at, citizen, knownHours],
  )
  for (const topics of talks) {
    await world.truth(
      `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, day, topics)
       values ($1, $2, $3, $4, $5, 'casework', 'booked', 'centre', 'open', '2026-11-30', $6)`,
      [...at, newId(), citizen, place.people.worker.personId, topics],
    )
  }
  return citizen
}

async function consent(
  world: World,
  { place, citizen }: { place: Place; citizen: string },
  { to, topics, ground = 'disclose', days = [today, inAYear], withdrawn = false }: Yes,
): Promise<void> {
  const by = place.people.socialWorker.personId
  await world.truth(
    `insert into consents (municipality_id, id, owner_party_id, citizen_id, receiving_party_id, topics, ground, valid_from,
       valid_until, given_how, recorded_by, withdrawn_at, withdrawn_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'oral', $10, case when $11 then now() end, case when $11 then $10::uuid end)`,
    [
      place.id,
      newId(),
      place.parties.social,
      citizen,
      to === undefined ? null : place.parties[to],
      topics,
      ground,
      ...days,
      by,
      withdrawn,
    ],
  )
}

async function link(world: World, place: Place, at: Link): Promise<void> {
  const [[party, citizen], [otherParty, other]] = [at.one, at.other]
  const by = place.people[at.by].personId
  await world.truth(
    `insert into citizen_links (municipality_id, id, owner_party_id, citizen_id, other_party_id, other_citizen_id, made_at,
       made_by, ended_at, ended_by)
     values ($1, $2, $3, $4, $5, $6, now() - interval '1 day', $7, case when $8 then now() - interval '1 hour' end,
       case when $8 then $7::uuid end)`,
    [place.id, newId(), place.parties[party], citizen, place.parties[otherParty], other, by, at.ended ?? false],
  )
}

async function opening(
  world: World,
  { place, citizen, party, by }: { place: Place; citizen: string; party: PartyName; by: PersonName },
  minutes: { from: number; until: number; closed?: number },
): Promise<void> {
  await world.truth(
    `insert into glass_openings (municipality_id, id, person_id, owner_party_id, citizen_id, reason, ground, opened_at, until, closed_at)
     values ($1, $2, $3, $4, $5, 'Der er fare for hans liv', 'danger', now() + $6 * interval '1 minute',
       now() + $7 * interval '1 minute', now() + $8 * interval '1 minute')`,
    [
      place.id,
      newId(),
      place.people[by].personId,
      place.parties[party],
      citizen,
      minutes.from,
      minutes.until,
      minutes.closed ?? null,
    ],
  )
}

type PartyName = keyof Place['parties']
type PersonName = 'worker' | 'colleague' | 'socialWorker' | 'manager'

interface Yes {
  to?: PartyName
  topics: number
  ground?: string
  days?: [string, string]
  withdrawn?: boolean
}

interface Link {
  one: [PartyName, string]
  other: [PartyName, string]
  by: PersonName
  ended?: boolean
}
