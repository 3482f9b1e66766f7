import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'

const world = await openWorld()
const { here } = world

// As `shared_citizens()` of migrations/0012, and counts how often a query or a policy asks it.
await world.truth('create sequence times_asked')
await world.truth('grant usage on sequence times_asked to brobygger_lookup')
await world.truth(`create or replace function shared_citizens() returns table (owner_party_id uuid, citizen_id uuid)
  language plpgsql stable security definer set search_path = public as $$
  begin
    perform nextval('times_asked');
    return query select c.owner_party_id, c.citizen_id from consents_to_me() c
      union select g.owner_party_id, g.citizen_id from glass_records() g;
  end $$`)
const timesAsked = async () => Number((await world.truth<{ n: string }>(`select nextval('times_asked') as n`))[0]?.n)

describe('a citizen’s page', () => {
  it('asks the database the same of another party’s citizen as of nobody, so that time does not tell them apart', async () => {
    const foreign = newId()
    await world.truth(
      `insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, $3, 'Deres egen')`,
      [here.id, here.parties.social, foreign],
    )
    const worker = world.as('worker')
    const asked = async (id: string) => {
      const before = await timesAsked()
      assert.equal((await worker.get(paths.citizen(here, id))).status, 404)
      return (await timesAsked()) - before - 1
    }
    await asked(newId())
    assert.deepEqual([await asked(foreign), await asked(newId())], [1, 1])
  })
})
