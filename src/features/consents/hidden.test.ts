import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import type { PersonName } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { hiddenPart } from './hidden-part.ts'
import { hiddenFrom } from './hidden-queries.ts'
import { recordsOf } from './record-queries.ts'

const world = await openWorld()
const { here } = world
const [work, mind, health, rus, money, court] = [1, 2, 4, 8, 16, 32]

/** A citizen of the social services with notes and talks, open to the job centre for some topics. */
async function citizenOf(said: {
  yes?: number
  notes: [kind: string, topic: number | null][]
  talks: number[]
}): Promise<string> {
  const id = newId()
  const at = [here.id, here.parties.social, id, here.people.socialWorker.personId]
  await world.truth(
    `insert into citizens (municipality_id, owner_party_id, id, alias) select $1, $2, $3, 'Viggo' where $4::uuid is not null`,
    at,
  )
  if (said.yes !== undefined)
    await world.truth(
      `insert into consents (municipality_id, id, owner_party_id, citizen_id, receiving_party_id, topics, ground, valid_from, valid_until, given_how, recorded_by)
       values ($1, gen_random_uuid(), $2, $3, $5, $6, 'disclose', current_date, current_date + 30, 'oral', $4)`,
      [...at, here.parties.jobcentre, said.yes],
    )
  for (const [kind, topic] of said.notes)
    await world.truth(
      `insert into notes (municipality_id, owner_party_id, id, citizen_id, kind, topic, words, written_by) values ($1, $2, gen_random_uuid(), $3, $5, $6, 'ord', $4)`,
      [...at, kind, topic],
    )
  for (const topics of said.talks)
    await world.truth(
      `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, day, topics)
       values ($1, $2, gen_random_uuid(), $3, $4, 'casework', 'walkIn', 'centre', 'held', '2026-11-02', $5)`,
      [...at, topics],
    )
  return id
}

async function hidden(name: PersonName, citizen: string) {
  const guest = world.as(name)
  const mine = { municipalityId: here.id, parties: [guest.actor.memberships[0]?.partyId ?? newId()] }
  return await world.house.db.read(guest.asker, 'citizens.show', async tx => {
    const records = await recordsOf(tx, mine, citizen)
    const asked =
      records.length > 0
        ? records
        : [
            {
              partyId: here.parties.social,
              partyName: 'Socialforvaltning',
              id: citizen,
              alias: 'Viggo',
              name: null,
              own: false,
              closedAt: null,
            },
          ]
    return { value: await hiddenFrom(tx, { municipalityId: here.id, records: asked }), about: [] }
  })
}

describe('what one does not see', () => {
  it('is told by number and party where a yes of the citizen tells already that the party works with them', async () => {
    const citizen = await citizenOf({
      yes: money,
      notes: [
        ['shared', work],
        ['citizens', health],
        ['shared', money],
      ],
      talks: [work, work + money, money],
    })
    assert.deepEqual(await hidden('worker', citizen), [{ partyName: 'Socialforvaltning', notes: 2, talks: 2 }])
    const words = String(hiddenPart(await hidden('worker', citizen), 'Viggo'))
    assert.ok(words.includes('2 noter og 2 samtaler hører til Socialforvaltning.'))
  })

  it('is never told of mental health, substance use or court, nor of what is the party’s alone', async () => {
    const citizen = await citizenOf({
      yes: money,
      notes: [
        ['shared', mind],
        ['citizens', rus],
        ['shared', court],
        ['own', work],
        ['citizens', null],
      ],
      talks: [mind, work + rus, work + court, 0],
    })
    assert.deepEqual(await hidden('worker', citizen), [])
  })

  it('is told to nobody without a yes, whatever ids they ask for, and to nobody of the own party', async () => {
    const asked = { notes: [['shared', work]] as [string, number][], talks: [work] }
    const [without, within] = [await citizenOf(asked), await citizenOf({ yes: money, ...asked })]
    for (const name of ['worker', 'staff', 'manager', 'leader', 'administrator'] as const)
      assert.deepEqual(await hidden(name, without), [], name)
    for (const name of ['staff', 'manager', 'leader', 'socialWorker'] as const)
      assert.deepEqual(await hidden(name, within), [], name)
    assert.equal((await hidden('colleague', within)).length, 1)
  })

  it('is told to nobody through broken glass', async () => {
    const citizen = await citizenOf({ notes: [['shared', work]], talks: [work] })
    const own = newId()
    await world.truth('update municipalities set breaks_glass = true where id = $1', [here.id])
    await world.truth(
      `insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, $3, 'Viggo')`,
      [here.id, here.parties.jobcentre, own],
    )
    await world.truth(
      `insert into citizen_links (municipality_id, id, owner_party_id, citizen_id, other_party_id, other_citizen_id, made_by) values ($1, gen_random_uuid(), $2, $3, $4, $5, $6)`,
      [here.id, here.parties.jobcentre, own, here.parties.social, citizen, here.people.worker.personId],
    )
    await world.truth(
      `insert into glass_openings (municipality_id, id, person_id, owner_party_id, citizen_id, reason, ground, until)
       values ($1, gen_random_uuid(), $2, $3, $4, 'Der er fare for hans liv', 'danger', now() + interval '30 minutes')`,
      [here.id, here.people.worker.personId, here.parties.jobcentre, own],
    )
    assert.deepEqual(await hidden('worker', citizen), [])
  })
})
