import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paths } from '../../paths.ts'
import { addDays, formatDayField, readNow, today } from '../../platform/time.ts'
import { openWorld } from '../../../test/world.ts'

const world = await openWorld()
const { here, there } = world
const administrator = world.as('administrator')
const inDays = (count: number) => formatDayField(addDays(today(readNow()), count))
const newRole = { role: 'outreach_worker', partyId: here.parties.jobcentre, effort: 'casework', from: inDays(0) }
const invitation = { name: 'Vera', trade: 'Sygeplejerske', email: 'Vera@Herby.example', ...newRole }

const rolesOf = (personId: string) =>
  world.truth<{ role: string; valid_from: string; valid_until: string | null; id: string }>(
    'select id, role, valid_from, valid_until from memberships where person_id = $1 order by valid_from, id',
    [personId],
  )

describe('inviting somebody who works', () => {
  it('makes the person, the account, the role and a link in the outbox', async () => {
    const answer = await administrator.post(paths.invite(here), invitation)
    assert.equal(answer.status, 303)
    const [made] = await world.truth(
      `select p.public_name, a.email, m.role, (select body from outbox o where o.recipient = a.email) as body
       from people p join accounts a on a.person_id = p.id join memberships m on m.person_id = p.id where a.email = 'vera@herby.example'`,
    )
    assert.deepEqual([made?.['public_name'], made?.['role']], ['Vera', 'outreach_worker'])
    assert.match(String(made?.['body']), /\/herby\/sign-in\/password#/)
  })

  it('is logged as a change to the account', async () => {
    const lines = await world.truth(
      `select l.purpose, l.kind from access_log l join access_log_subjects s on s.log_id = l.id
       join accounts a on a.id = s.subject_id where a.email = 'vera@herby.example' and l.person_id = $1`,
      [administrator.personId],
    )
    assert.deepEqual(lines, [{ purpose: 'accounts.change', kind: 'add' }])
  })

  it('says plainly that the e-mail has somebody here, gives them the role, and makes nobody twice', async () => {
    const known = { ...invitation, email: 'staff@herby.example', role: 'coordinator' }
    const answer = await administrator.post(paths.invite(here), known)
    assert.match(answer.headers.get('location') ?? '', new RegExp(`${world.as('staff').personId}\\?done=existing$`))
    assert.match(
      await (await administrator.get(answer.headers.get('location') ?? '')).text(),
      /har allerede en person her/,
    )
    assert.equal(
      (
        await world.truth(`select 1 from accounts where email = 'staff@herby.example' and municipality_id = $1`, [
          here.id,
        ])
      ).length,
      1,
    )
  })

  it('keeps an e-mail of another municipality apart', async () => {
    const answer = await administrator.post(paths.invite(here), { ...invitation, email: 'worker@derby.example' })
    assert.match(answer.headers.get('location') ?? '', /done=invited$/)
  })

  it('shows a refused form again with all that was typed, and stores nothing', async () => {
    const before = await world.truth('select count(*) from people')
    const typed = { ...invitation, name: 'Xenia <b>', email: 'not an address', from: '30-02-2027' }
    const answer = await administrator.post(paths.invite(here), typed)
    const page = await answer.text()
    assert.equal(answer.status, 422)
    for (const words of ['Xenia &lt;b&gt;', 'not an address', '30. februar findes ikke', 'Skriv en hel e-mail'])
      assert.ok(page.includes(words), words)
    assert.deepEqual(await world.truth('select count(*) from people'), before)
  })

  it('refuses a role that does not fit its place, and authority outside the municipality', async () => {
    const wrong = [
      [{ role: 'centre_staff' }, 'hører til på et værested'],
      [{ partyId: here.parties.cafe }, 'en af kommunens enheder'],
      [{ role: 'leader' }, 'er for hele kommunen'],
      [{ role: 'volunteer', partyId: here.parties.cafe, mayDecide: '1' }, 'kan være myndighed'],
      [{ from: inDays(-1) }, 'tidligst begynde i dag'],
      [{ until: inDays(-1) }, 'ligger før den første'],
    ] as const
    for (const [change, sentence] of wrong) {
      const answer = await administrator.post(paths.invite(here), {
        ...invitation,
        email: 'new@herby.example',
        ...change,
      })
      assert.equal(answer.status, 422, sentence)
      assert.ok((await answer.text()).includes(sentence), sentence)
    }
    assert.deepEqual(await world.truth(`select 1 from accounts where email = 'new@herby.example'`), [])
  })

  it('is not there for anybody but an administrator, nor with a party of another municipality', async () => {
    assert.equal(
      (await world.as('coordinator').post(paths.invite(here), { ...invitation, email: 'new@herby.example' })).status,
      404,
    )
    const foreign = { ...invitation, email: 'new@herby.example', partyId: there.parties.jobcentre }
    assert.equal((await administrator.post(paths.invite(here), foreign)).status, 404)
    assert.equal((await world.truth('select 1 from parties where id = $1', [there.parties.jobcentre])).length, 1)
    assert.deepEqual(await world.truth(`select 1 from accounts where email = 'new@herby.example'`), [])
  })
})

describe('a membership', () => {
  it('ends at once, is refused on the next request, and stays as an answer to who could see what', async () => {
    const { socialWorker } = here.people
    const [row] = await rolesOf(socialWorker.personId)
    assert.equal((await socialWorker.get(paths.profile(here))).status, 200)
    const answer = await administrator.post(paths.endMembership(here, socialWorker.personId, row?.id ?? ''), {
      when: 'now',
    })
    assert.equal(answer.status, 303)
    const [after] = await rolesOf(socialWorker.personId)
    assert.deepEqual([after?.valid_from, after?.valid_until], ['2020-01-01', addDays(today(readNow()), -1).toString()])
    const [role] = await world.truth<{ holds: boolean }>(
      'select exists (select from memberships where person_id = $1 and (valid_until is null or valid_until >= current_date)) as holds',
      [socialWorker.personId],
    )
    assert.equal(role?.holds, false)
  })

  it('that has ended has no page that would change it', async () => {
    const { socialWorker } = here.people
    const [row] = await rolesOf(socialWorker.personId)
    const address = paths.endMembership(here, socialWorker.personId, row?.id ?? '')
    assert.equal((await administrator.get(address)).status, 404)
    assert.equal((await administrator.post(address, { when: 'day', day: inDays(9) })).status, 404)
  })

  it('ends with a day, and not with one that has gone', async () => {
    const { colleague } = here.people
    const [row] = await rolesOf(colleague.personId)
    const address = paths.endMembership(here, colleague.personId, row?.id ?? '')
    const refused = await administrator.post(address, { when: 'day', day: inDays(-3) })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /Den dag er gået/)
    assert.equal((await administrator.post(address, { when: 'day', day: inDays(10) })).status, 303)
    assert.equal((await rolesOf(colleague.personId))[0]?.valid_until, addDays(today(readNow()), 10).toString())
  })

  it('of the only administrator does not end', async () => {
    const [row] = await rolesOf(administrator.personId)
    const answer = await administrator.post(paths.endMembership(here, administrator.personId, row?.id ?? ''), {
      when: 'now',
    })
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /eneste administrator/)
  })

  it('is added beside the others, and not twice', async () => {
    const { worker } = here.people
    const added = { role: 'coordinator', partyId: here.parties.social, from: inDays(0), until: inDays(30) }
    assert.equal((await administrator.post(paths.newMembership(here, worker.personId), added)).status, 303)
    const again = await administrator.post(paths.newMembership(here, worker.personId), added)
    assert.equal(again.status, 422)
    assert.match(await again.text(), /har allerede den rolle/)
    assert.deepEqual(
      (await rolesOf(worker.personId)).map(row => row.role),
      ['outreach_worker', 'coordinator'],
    )
  })

  it('given today by mistake is taken back and holds on no day', async () => {
    const { volunteer } = here.people
    await administrator.post(paths.newMembership(here, volunteer.personId), { role: 'leader', from: inDays(0) })
    const row = (await rolesOf(volunteer.personId)).find(each => each.role === 'leader')
    await administrator.post(paths.endMembership(here, volunteer.personId, row?.id ?? ''), { when: 'now' })
    assert.match(await (await administrator.get(paths.staffPerson(here, volunteer.personId))).text(), /Taget tilbage/)
    assert.equal((await volunteer.get(paths.figures(here))).status, 404)
  })

  it('of another municipality is not there, though it is', async () => {
    const { worker } = there.people
    const [row] = await rolesOf(worker.personId)
    const answer = await administrator.post(paths.endMembership(here, worker.personId, row?.id ?? ''), { when: 'now' })
    assert.equal(answer.status, 404)
    assert.equal((await rolesOf(worker.personId))[0]?.valid_until, null)
  })

  it('is not rewritten by anybody, not even past the pages', async () => {
    await assert.rejects(
      world.house.db.write(administrator.asker, 'accounts.change', async tx => {
        await tx.updateTable('memberships').set({ role: 'leader' }).where('municipality_id', '=', here.id).execute()
        return { value: undefined, about: [] }
      }),
      /permission denied/,
    )
  })
})

describe('an account', () => {
  it('that is closed is signed out everywhere, and can be opened again', async () => {
    const { manager } = here.people
    assert.equal((await manager.get(paths.profile(here))).status, 200)
    assert.equal((await administrator.post(paths.staffClose(here, manager.personId), { sure: 'yes' })).status, 303)
    assert.equal((await manager.get(paths.profile(here))).status, 303)
    const page = await (await administrator.get(paths.staffPerson(here, manager.personId))).text()
    assert.match(page, /Adgangen er lukket/)
    assert.equal((await administrator.post(paths.staffReopen(here, manager.personId))).status, 303)
    assert.deepEqual(await world.truth('select closed_at from accounts where id = $1', [manager.accountId]), [
      { closed_at: null },
    ])
  })

  it('has its second factor reset, and the log says who did it to whom', async () => {
    const { coordinator } = here.people
    await world.truth(`update accounts set totp_secret = 'x', totp_confirmed_at = now() where id = $1`, [
      coordinator.accountId,
    ])
    assert.equal((await administrator.post(paths.staffSecondFactor(here, coordinator.personId), {})).status, 422)
    assert.equal(
      (await administrator.post(paths.staffSecondFactor(here, coordinator.personId), { sure: 'yes' })).status,
      303,
    )
    const [account] = await world.truth('select totp_confirmed_at from accounts where id = $1', [coordinator.accountId])
    assert.equal(account?.['totp_confirmed_at'], null)
    const lines = await world.truth(
      `select l.purpose from access_log l join access_log_subjects s on s.log_id = l.id where s.subject_id = $1 and l.person_id = $2`,
      [coordinator.accountId, administrator.personId],
    )
    assert.deepEqual(lines, [{ purpose: 'accounts.change' }])
  })

  it('of one’s own is neither closed nor reset', async () => {
    assert.equal(
      (await administrator.post(paths.staffClose(here, administrator.personId), { sure: 'yes' })).status,
      404,
    )
    assert.equal(
      (await administrator.post(paths.staffSecondFactor(here, administrator.personId), { sure: 'yes' })).status,
      404,
    )
  })

  it('does not get an e-mail that somebody else has', async () => {
    const { leader } = here.people
    const answer = await administrator.post(paths.staffEdit(here, leader.personId), {
      name: 'Grete',
      trade: '',
      email: 'officer@herby.example',
    })
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /hører til en anden person/)
    assert.deepEqual(await world.truth('select public_name from people where id = $1', [leader.personId]), [
      { public_name: 'Grete Prøve' },
    ])
  })

  it('of another municipality is not there, though it is', async () => {
    const { worker } = there.people
    assert.equal((await administrator.post(paths.staffClose(here, worker.personId), { sure: 'yes' })).status, 404)
    assert.deepEqual(await world.truth('select closed_at from accounts where id = $1', [worker.accountId]), [
      { closed_at: null },
    ])
  })
})

describe('an administrator', () => {
  it('reads no citizen and no contact, though they are there', async () => {
    await world.truth(
      `insert into citizens (municipality_id, owner_party_id, id, alias, person_key) values ($1, $2, gen_random_uuid(), 'Viggo', 'a key of sixteen and more')`,
      [here.id, here.parties.jobcentre],
    )
    const read = await world.house.db.read(administrator.asker, 'citizens.list', async tx => {
      const citizens = await tx.selectFrom('citizens').select('id').where('municipality_id', '=', here.id).execute()
      const contacts = await tx.selectFrom('contacts').select('id').where('municipality_id', '=', here.id).execute()
      return { value: [...citizens, ...contacts], about: [] }
    })
    assert.deepEqual(read, [])
    assert.equal((await world.truth('select 1 from citizens where municipality_id = $1', [here.id])).length, 1)
  })

  it('does not say another person’s yes to a photo', async () => {
    const { leader } = here.people
    await assert.rejects(
      world.house.db.write(administrator.asker, 'places.change', async tx => {
        await tx.updateTable('people').set({ photo_public: true }).where('id', '=', leader.personId).execute()
      }),
      /own yes/,
    )
  })
})
