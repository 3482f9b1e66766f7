import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paths } from '../../paths.ts'
import { openWorld } from '../../../test/world.ts'

const world = await openWorld()
const { here, there } = world
const [administrator, manager] = [world.as('administrator'), world.as('manager')]
const { harbour, cafe } = here.centres
const said = {
  address: 'Kajen 2',
  phone: '87 65 43 21',
  profile: 'Kaffe fra kl. 9.',
  houseRules: 'Vi taler pænt.',
  closedOn: '',
}

const centreRow = async (id: string) => (await world.truth('select * from centres where id = $1', [id]))[0]

describe('a centre', () => {
  it('is made with its party and its private controller, under an address made of its name', async () => {
    const wish = {
      name: 'Blå Pørt & Æblet',
      controller: 'new',
      controllerName: 'Foreningen Porten',
      address: '',
      phone: '',
    }
    const answer = await administrator.post(paths.newCentre(here), wish)
    assert.equal(answer.status, 303)
    const [made] = await world.truth(
      `select c.slug, p.name, p.kind, p.from_words, k.name as controller, k.kind as answers from centres c
       join parties p on p.id = c.party_id join controllers k on k.id = p.controller_id where c.name = $1`,
      [wish.name],
    )
    assert.deepEqual(made, {
      slug: 'blaa-poert-aeblet',
      name: wish.name,
      kind: 'centre',
      from_words: `på ${wish.name}`,
      controller: 'Foreningen Porten',
      answers: 'private',
    })
    assert.match(await (await administrator.get(answer.headers.get('location') ?? '')).text(), /mangler et lokale/)
  })

  it('does not get the name of another, and nothing of the refused form is stored', async () => {
    const before = await world.truth('select count(*) from controllers')
    const answer = await administrator.post(paths.newCentre(here), {
      name: 'Havnen',
      controller: 'new',
      controllerName: 'En ny forening',
    })
    const page = await answer.text()
    assert.equal(answer.status, 422)
    assert.ok(page.includes('Der er allerede et sted') && page.includes('En ny forening'))
    assert.deepEqual(await world.truth('select count(*) from controllers'), before)
  })

  it('has people in it or at it, as the administrator says', async () => {
    const dayOf = async () => await (await world.as('staff').get(paths.centreDay(here, harbour.slug))).text()
    const say = (preposition: string) =>
      administrator.post(paths.placesCentre(here, harbour.id), { ...said, name: 'Havnen', preposition })
    assert.match(await dayOf(), /Dagen på Havnen/)
    assert.equal((await say('i')).status, 303)
    assert.match(await dayOf(), /Dagen i Havnen/)
    assert.match(await (await world.as('staff').get(paths.more(here))).text(), /Dagen i Havnen/)
    assert.match(await (await administrator.get(paths.placesCentre(here, harbour.id))).text(), /Vi ses i Havnen/)
    // What is left out stays, and there is no third word.
    await administrator.post(paths.placesCentre(here, harbour.id), { ...said, name: 'Havnen' })
    assert.equal((await say('ved')).status, 422)
    assert.equal((await centreRow(harbour.id))?.['preposition'], 'i')
    await say('på')
    await manager.post(paths.placesCentre(here, cafe.id), { ...said, preposition: 'i' })
    assert.equal((await centreRow(cafe.id))?.['preposition'], 'på')
    const made = { name: 'Huset', preposition: 'i', controller: here.controllers.private, controllerName: '' }
    assert.equal((await administrator.post(paths.newCentre(here), made)).status, 303)
    const [party] = await world.truth('select from_words from parties where name = $1', ['Huset'])
    assert.equal(party?.['from_words'], 'i Huset')
  })

  it('is told about by its own manager, in its own words', async () => {
    const answer = await manager.post(paths.placesCentre(here, cafe.id), {
      ...said,
      name: 'Et andet navn',
      closedOn: '1-1-2030',
    })
    assert.equal(answer.status, 303)
    const row = await centreRow(cafe.id)
    assert.deepEqual(
      [row?.['address'], row?.['phone'], row?.['house_rules']],
      ['Kajen 2', '87654321', 'Vi taler pænt.'],
    )
    assert.deepEqual(
      [row?.['name'], row?.['closed_on']],
      ['Caféen', null],
      'the name and the last day are the administrator’s',
    )
  })

  it('of somebody else is not there for a manager, though it is', async () => {
    for (const centre of [harbour.id, there.centres.cafe.id]) {
      const before = await centreRow(centre)
      assert.ok(before)
      assert.equal((await manager.get(paths.placesCentre(here, centre))).status, 404)
      assert.equal((await manager.post(paths.placesCentre(here, centre), said)).status, 404)
      assert.equal((await manager.post(paths.centreHours(here, centre), { day1: '1-2' })).status, 404)
      assert.equal((await manager.post(paths.centreRooms(here, centre), { roomName: 'Kælderen' })).status, 404)
      assert.deepEqual(await centreRow(centre), before)
    }
    assert.equal((await manager.get(paths.centreController(here, harbour.id))).status, 404)
    assert.ok(!(await (await manager.get(paths.places(here))).text()).includes('Havnen'))
  })

  it('cannot be changed by another manager past the pages either, nor handed to another party', async () => {
    await world.house.db.write(manager.asker, 'places.change', async tx => {
      const changed = await tx
        .updateTable('centres')
        .set({ address: 'Taget' })
        .where('municipality_id', '=', here.id)
        .where('id', '=', harbour.id)
        .executeTakeFirst()
      assert.equal(changed.numUpdatedRows, 0n)
    })
    await assert.rejects(
      world.house.db.write(manager.asker, 'places.change', async tx => {
        await tx
          .updateTable('centres')
          .set({ party_id: here.parties.harbour })
          .where('municipality_id', '=', here.id)
          .where('id', '=', cafe.id)
          .execute()
      }),
      /row-level security/,
    )
  })

  it('is renamed by the administrator together with its party', async () => {
    const answer = await administrator.post(paths.placesCentre(here, harbour.id), { ...said, name: 'Den Gamle Havn' })
    assert.equal(answer.status, 303)
    assert.deepEqual(await world.truth('select name from parties where id = $1', [here.parties.harbour]), [
      { name: 'Den Gamle Havn' },
    ])
  })

  it('is changed by nobody else', async () => {
    for (const name of ['staff', 'worker', 'coordinator', 'leader', 'officer'] as const) {
      assert.equal((await world.as(name).get(paths.places(here))).status, 404)
      assert.equal((await world.as(name).post(paths.placesCentre(here, harbour.id), said)).status, 404)
    }
  })
})

describe('opening hours', () => {
  it('are written as people write them, several a day', async () => {
    const week = {
      day1: '9–12 og 13-16.30',
      day2: 'kl. 10 til 14',
      day3: '',
      day4: '9.15-15',
      day5: '',
      day6: '',
      day7: '',
    }
    assert.equal((await manager.post(paths.centreHours(here, cafe.id), week)).status, 303)
    const rows = await world.truth(
      `select weekday, from_time || '-' || until_time as time from centre_hours where centre_id = $1 order by 1, 2`,
      [cafe.id],
    )
    assert.deepEqual(
      rows.map(row => `${row['weekday']} ${row['time']}`),
      ['1 09:00:00-12:00:00', '1 13:00:00-16:30:00', '2 10:00:00-14:00:00', '4 09:15:00-15:00:00'],
    )
    assert.match(await (await manager.get(paths.placesCentre(here, cafe.id))).text(), /9–12 og 13–16\.30/)
  })

  it('that cannot be are refused with all that was typed, and those before stay', async () => {
    for (const [typed, sentence] of [
      ['16-9', 'lukker, før det åbner'],
      ['9-12, 11-14', 'oven i hinanden'],
      ['hele dagen', 'Skriv tiden som'],
      ['25-26', 'Skriv tiden som'],
    ] as const) {
      const answer = await manager.post(paths.centreHours(here, cafe.id), { day1: typed })
      const page = await answer.text()
      assert.equal(answer.status, 422)
      assert.ok(page.includes(sentence) && page.includes(`value="${typed}"`), typed)
    }
    assert.equal((await world.truth('select 1 from centre_hours where centre_id = $1', [cafe.id])).length, 4)
  })
})

describe('a room', () => {
  it('is added, corrected and deleted by the manager of the centre', async () => {
    assert.equal((await manager.post(paths.centreRooms(here, cafe.id), { roomName: 'Loftet' })).status, 303)
    const [room] = await world.truth<{ id: string }>(`select id from rooms where name = 'Loftet'`)
    const address = paths.centreRoom(here, cafe.id, room?.id ?? '')
    assert.equal((await manager.post(address, { roomName: 'Det stille loft', confidential: '1' })).status, 303)
    assert.deepEqual(await world.truth('select name, confidential from rooms where id = $1', [room?.id]), [
      { name: 'Det stille loft', confidential: true },
    ])
    assert.equal((await manager.post(address, { remove: '1' })).status, 303)
    assert.deepEqual(await world.truth('select 1 from rooms where id = $1', [room?.id]), [])
  })

  it('has a name of its own at its centre', async () => {
    const answer = await manager.post(paths.centreRooms(here, cafe.id), { roomName: 'Det lille kontor' })
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /allerede et lokale/)
  })

  it('that a weekly time points at is not deleted', async () => {
    await world.truth(
      `insert into presence_times (municipality_id, id, person_id, party_id, centre_id, room_id, weekday, from_time, until_time, valid_from)
       values ($1, gen_random_uuid(), $2, $3, $4, $5, 1, '09:00', '12:00', '2026-01-01')`,
      [here.id, manager.personId, here.parties.cafe, cafe.id, cafe.roomId],
    )
    const answer = await manager.post(paths.centreRoom(here, cafe.id, cafe.roomId), { remove: '1' })
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /valgt til en træffetid/)
  })
})

describe('who answers for a centre', () => {
  const controllerOf = async (party: string) =>
    (await world.truth('select controller_id from parties where id = $1', [party]))[0]?.['controller_id']
  const hand = (who: typeof manager, centre: string, controllerId: string) =>
    who.post(paths.centreController(here, centre), { controllerId, agreed: '1' })
  const { public: municipality, private: association } = here.controllers
  const endRoles = (party: string) =>
    world.truth(`update memberships set valid_until = '2021-01-01' where municipality_id = $1 and party_id = $2`, [
      here.id,
      party,
    ])

  it('is changed by an administrator who has been told what it means, when nobody sees anything there yet', async () => {
    const address = paths.centreController(here, harbour.id)
    assert.match(await (await administrator.get(address)).text(), /får den anden aldrig/)
    const refused = await administrator.post(address, { controllerId: association })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /begge parter har sagt ja/)
    const peopled = await hand(administrator, harbour.id, association)
    assert.equal(peopled.status, 422)
    assert.match(await peopled.text(), /Slut rollerne først/)
    await endRoles(here.parties.harbour)
    assert.equal((await hand(administrator, harbour.id, association)).status, 303)
    assert.equal(await controllerOf(here.parties.harbour), association)
  })

  it('is never somebody of another municipality', async () => {
    assert.equal((await hand(manager, cafe.id, there.controllers.private)).status, 422)
    assert.equal(await controllerOf(here.parties.cafe), association)
  })

  it('is a private centre’s own matter: the administrator cannot, by page or past it, and its manager can', async () => {
    assert.equal((await administrator.get(paths.centreController(here, cafe.id))).status, 404)
    assert.equal((await hand(administrator, cafe.id, municipality)).status, 404)
    await assert.rejects(
      world.house.db.write(administrator.asker, 'places.change', tx =>
        tx.updateTable('parties').set({ controller_id: municipality }).where('id', '=', here.parties.cafe).execute(),
      ),
      /changes hands by its own manager/,
    )
    await assert.rejects(
      world.house.db.write(administrator.asker, 'places.change', tx =>
        tx.updateTable('controllers').set({ kind: 'public' }).where('id', '=', association).execute(),
      ),
      /permission denied/,
    )
    assert.equal((await hand(manager, cafe.id, municipality)).status, 303)
    assert.equal(await controllerOf(here.parties.cafe), municipality)
    await world.truth('update memberships set valid_until = null where municipality_id = $1 and person_id = $2', [
      here.id,
      manager.personId,
    ])
  })

  it('never changes once a citizen’s record is there, either way and by nobody', async () => {
    const record = (party: string) =>
      world.truth(
        `insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, gen_random_uuid(), 'Viggo')`,
        [here.id, party],
      )
    // Now the café is the municipality's, and the harbour the association's.
    for (const party of [here.parties.cafe, here.parties.harbour]) await record(party)
    const refused = await hand(administrator, cafe.id, association)
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /Opret et nyt sted til den nye tid/)
    for (const [party, controller] of [
      [here.parties.cafe, association],
      [here.parties.harbour, municipality],
    ])
      await assert.rejects(
        world.truth('update parties set controller_id = $3 where municipality_id = $1 and id = $2', [
          here.id,
          party,
          controller,
        ]),
        { constraint: 'controller_has_records' },
      )
    await assert.rejects(
      world.truth(`update controllers set kind = 'private' where municipality_id = $1 and id = $2`, [
        here.id,
        municipality,
      ]),
      { constraint: 'controller_has_records' },
    )
  })

  it('bears a name that no other here has', async () => {
    assert.equal((await administrator.post(paths.newController(here), { name: 'Foreningen Caféen' })).status, 422)
    assert.equal(
      (await administrator.post(paths.controller(here, here.controllers.private), { name: 'Foreningen Caféen' }))
        .status,
      303,
    )
    assert.equal((await administrator.get(paths.controller(here, there.controllers.private))).status, 404)
  })
})

describe('a unit', () => {
  it('is made and corrected, under a name that no party has', async () => {
    assert.equal(
      (await administrator.post(paths.newParty(here), { name: 'SKP-teamet', fromWords: 'kommunen' })).status,
      303,
    )
    assert.equal((await administrator.post(paths.newParty(here), { name: 'Jobcenter', fromWords: 'x' })).status, 422)
    assert.equal(
      (await administrator.post(paths.party(here, here.parties.social), { name: 'Jobcenter', fromWords: 'x' })).status,
      422,
    )
    assert.equal(
      (await administrator.post(paths.party(here, there.parties.social), { name: 'Ny', fromWords: 'x' })).status,
      404,
    )
    assert.deepEqual(await world.truth('select name from parties where id = $1', [there.parties.social]), [
      { name: 'Socialforvaltning' },
    ])
  })
})
