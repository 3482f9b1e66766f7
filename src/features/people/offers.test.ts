import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { addDays, formatDayField, readNow, today } from '../../platform/time.ts'
import { openWorld } from '../../../test/world.ts'
import { offerTexts } from './offer-texts.da.ts'
import { setUpUser } from './set-up-commands.ts'
import { personTexts } from './texts.da.ts'

const world = await openWorld()
const { here } = world
const [administrator, manager, leader] = [world.as('administrator'), world.as('manager'), world.as('leader')]
const { cafe } = here.parties
const inDays = (count: number) => formatDayField(addDays(today(readNow()), count))
const wish = (role: string, partyId = cafe) => ({ role, partyId, from: inDays(0) })
const ask = (personId: string, role = 'centre_staff', partyId = cafe) =>
  administrator.post(paths.newMembership(here, personId), wish(role, partyId))

const rolesAt = (personId: string, party = cafe) =>
  world.truth<{ id: string; role: string; valid_until: string | null }>(
    'select id, role, valid_until from memberships where municipality_id = $1 and person_id = $2 and party_id = $3',
    [here.id, personId, party],
  )
const offerFor = async (personId: string) =>
  (
    await world.truth<{ id: string }>(
      'select id from role_offers where municipality_id = $1 and person_id = $2 and answered_at is null',
      [here.id, personId],
    )
  )[0]?.id ?? ''
const answer = async (personId: string, word: string) =>
  await manager.post(paths.roleOffer(here, cafe, await offerFor(personId)), { answer: word })
const mails = async () =>
  await world.truth<{ recipient: string; body: string }>(
    `select recipient, body from outbox where municipality_id = $1 and subject like 'Nogen har fået adgang%' order by recipient`,
    [here.id],
  )
const citizenAt = async (party: string) =>
  await world.truth(`insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, $3, 'Viggo')`, [
    here.id,
    party,
    newId(),
  ])
const write = (asker: typeof manager.asker, membership: { person: string; role: string; until?: string | null }) =>
  world.house.db.write(asker, 'places.change', tx =>
    tx
      .insertInto('memberships')
      .values({
        municipality_id: here.id,
        id: newId(),
        person_id: membership.person,
        party_id: cafe,
        role: membership.role,
        valid_from: today(readNow()).toString(),
        valid_until: membership.until ?? null,
      })
      .execute(),
  )

await citizenAt(cafe)

describe('a role that sees the records of a private place', () => {
  beforeEach(async () => {
    await world.mend()
    await world.truth('delete from role_offers where municipality_id = $1', [here.id])
    await world.truth('delete from outbox where municipality_id = $1', [here.id])
  })

  it('is no role on the administrator’s word: it is a question to the place, which sees it at once', async () => {
    const asked = await ask(administrator.personId)
    assert.match(asked.headers.get('location') ?? '', /done=offered$/)
    const page = await (await administrator.get(asked.headers.get('location') ?? '')).text()
    assert.ok(page.includes(personTexts.done.offered) && page.includes(offerTexts.state.waiting('Caféen')))
    assert.deepEqual(await rolesAt(administrator.personId), [])
    assert.equal((await administrator.get(paths.contacts(here))).status, 404)
    for (const path of [paths.today(here), paths.partyPeople(here, cafe)])
      assert.ok((await (await manager.get(path)).text()).includes('Asta Prøve'), path)
    assert.match(await (await manager.get(paths.placesCentre(here, here.centres.cafe.id))).text(), /Kommunen spørger/)
    const twice = await ask(administrator.personId)
    assert.equal(twice.status, 422)
    assert.ok((await twice.text()).includes(offerTexts.already('Caféen')))
    assert.deepEqual(await mails(), [])
  })

  it('takes force by the yes of the place’s own manager, and both are told by mail without a citizen’s name', async () => {
    await ask(leader.personId)
    assert.match((await answer(leader.personId, 'yes')).headers.get('location') ?? '', /done=yes$/)
    assert.deepEqual(
      (await rolesAt(leader.personId)).map(each => each.role),
      ['centre_staff'],
    )
    assert.equal((await leader.get(paths.contacts(here))).status, 200)
    const told = await mails()
    assert.deepEqual(
      told.map(mail => mail.recipient),
      ['administrator@herby.example', 'manager@herby.example'],
    )
    assert.ok(told.every(mail => mail.body.includes('Grete Prøve') && !mail.body.includes('Viggo')))
    assert.equal((await manager.post(paths.roleOffer(here, cafe, newId()), { answer: 'yes' })).status, 404)
  })

  it('is refused by a no, which the administrator sees and nobody else hears', async () => {
    await ask(leader.personId)
    const offer = await offerFor(leader.personId)
    assert.equal((await manager.post(paths.roleOffer(here, cafe, offer), { answer: 'maybe' })).status, 422)
    assert.match((await answer(leader.personId, 'no')).headers.get('location') ?? '', /done=no$/)
    assert.deepEqual([await rolesAt(leader.personId), await mails()], [[], []])
    assert.equal((await manager.post(paths.roleOffer(here, cafe, offer), { answer: 'yes' })).status, 404)
    const page = await (await administrator.get(paths.staffPerson(here, leader.personId))).text()
    assert.ok(page.includes(offerTexts.state.refused('Caféen')))
  })

  it('is no manager’s to give to herself, save the one that she holds', async () => {
    await ask(manager.personId)
    const refused = await answer(manager.personId, 'yes')
    assert.equal(refused.status, 422)
    assert.ok((await refused.text()).includes(offerTexts.wrong.yourself))
    await assert.rejects(write(manager.asker, { person: manager.personId, role: 'centre_staff' }), /row-level security/)
    await write(manager.asker, { person: manager.personId, role: 'centre_manager' })
  })

  it('is not written past the pages either: not by the administrator, by a file, nor by another place’s people', async () => {
    for (const asker of [administrator.asker, world.as('staff').asker, world.as('coordinator').asker])
      await assert.rejects(write(asker, { person: leader.personId, role: 'centre_staff' }), /row-level security/)
    await assert.rejects(
      world.house.db.write(administrator.asker, 'import.presence', async tx => {
        await tx
          .insertInto('memberships')
          .values({
            municipality_id: here.id,
            id: newId(),
            person_id: administrator.personId,
            party_id: cafe,
            role: 'centre_staff',
            valid_from: '2026-01-01',
          })
          .execute()
      }),
      /row-level security/,
    )
    await write(manager.asker, { person: leader.personId, role: 'centre_staff' })
    assert.equal((await rolesAt(leader.personId)).length, 1)
  })

  it('is ended by either, and made longer by the place alone', async () => {
    const until = addDays(today(readNow()), 5).toString()
    await write(manager.asker, { person: leader.personId, role: 'centre_staff', until })
    const [role] = await rolesAt(leader.personId)
    const end = { when: 'day', day: inDays(30) }
    const longer = await administrator.post(paths.endMembership(here, leader.personId, role?.id ?? ''), end)
    assert.equal(longer.status, 422)
    assert.ok((await longer.text()).includes(offerTexts.lengthened))
    await assert.rejects(
      world.house.db.write(administrator.asker, 'places.change', tx =>
        tx
          .updateTable('memberships')
          .set({ valid_until: null })
          .where('municipality_id', '=', here.id)
          .where('id', '=', role?.id ?? '')
          .execute(),
      ),
      /lengthened by its own manager/,
    )
    assert.equal((await manager.post(paths.partyRole(here, cafe, role?.id ?? ''), end)).status, 303)
    assert.equal((await rolesAt(leader.personId))[0]?.valid_until, addDays(today(readNow()), 30).toString())
    const ended = await administrator.post(paths.endMembership(here, leader.personId, role?.id ?? ''), { when: 'now' })
    assert.equal(ended.status, 303)
    assert.equal((await leader.get(paths.contacts(here))).status, 404)
  })
})

describe('the first manager of a private place', () => {
  const opened = async (controller: string, name: string) => {
    await administrator.post(paths.newCentre(here), { name, controller, controllerName: `Foreningen ${name}` })
    const [party] = await world.truth<{ id: string }>('select id from parties where name = $1', [name])
    return party?.id ?? ''
  }

  it('is let in by the administrator, who is not it, while nobody is there and nothing is written; then the place answers', async () => {
    await world.mend()
    const house = await opened('new', 'Loftet')
    for (const [person, role] of [
      [leader.personId, 'centre_staff'],
      [administrator.personId, 'centre_manager'],
    ] as const) {
      const refused = await ask(person, role, house)
      assert.equal(refused.status, 422)
      assert.ok((await refused.text()).includes(offerTexts.firstManager('Loftet')))
    }
    assert.match((await ask(leader.personId, 'centre_manager', house)).headers.get('location') ?? '', /done=added$/)
    assert.match((await ask(manager.personId, 'centre_manager', house)).headers.get('location') ?? '', /done=offered$/)
  })

  it('of an association’s second place is nobody’s whom the administrator chooses: its rules would be the first one’s', async () => {
    const house = await opened(here.controllers.private, 'Skuret')
    const refused = await ask(leader.personId, 'centre_manager', house)
    assert.equal(refused.status, 422)
    assert.ok((await refused.text()).includes(offerTexts.noManager('Skuret')))
  })

  it('who is gone from a place with records is followed by whom the operator lets in, and both are told', async () => {
    await world.mend()
    await world.truth('delete from outbox where municipality_id = $1', [here.id])
    const [own] = await rolesAt(manager.personId)
    await administrator.post(paths.endMembership(here, manager.personId, own?.id ?? ''), { when: 'now' })
    const refused = await ask(leader.personId, 'centre_manager')
    assert.equal(refused.status, 422)
    assert.ok((await refused.text()).includes(offerTexts.noManager('Caféen')))
    assert.equal(
      (
        await administrator.post(paths.invite(here), {
          ...wish('centre_manager'),
          name: 'Ny',
          email: 'ny@herby.example',
        })
      ).status,
      422,
    )
    const email = 'leader@herby.example'
    const next = { slug: here.slug, email, name: 'Grete', role: 'centre_manager', party: 'Caféen', now: readNow() }
    await setUpUser(world.house, next)
    assert.equal((await leader.get(paths.partyPeople(here, cafe))).status, 200)
    assert.deepEqual(
      (await mails()).map(mail => mail.recipient),
      ['administrator@herby.example', email],
    )
  })
})
