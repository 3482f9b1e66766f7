import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { addDays, endOf, formatDayField, readNow, today } from '../../platform/time.ts'
import { helperTexts, visitTexts } from './texts.da.ts'

const world = await openWorld()
const { here } = world
const day = today(readNow())
const worker = world.as('worker')

/** A citizen of the job centre with two steps and an appointment, of which only some are shared. */
async function citizenWithThings(): Promise<{ citizen: string; shared: string; closed: string; bank: string }> {
  const [citizen, shared, closed, bank] = [newId(), newId(), newId(), newId()]
  assert.equal(
    (await worker.post(paths.newCitizen(here), { id: citizen, alias: 'Thomas Hemmelig', another: '1' })).status,
    303,
  )
  const at = [here.id, here.parties.jobcentre, citizen, worker.personId]
  for (const [id, words] of [
    [shared, 'Samle mine regninger'],
    [closed, 'Ringe til lægen'],
  ])
    await world.truth(
      `insert into steps (municipality_id, owner_party_id, citizen_id, created_by, id, words) values ($1, $2, $3, $4, $5, $6)`,
      [...at, id, words],
    )
  await world.truth(
    `insert into appointments (municipality_id, owner_party_id, citizen_id, created_by, id, at_place, words, bring, day, clock)
     values ($1, $2, $3, $4, $5, 'bank', 'Møde i banken', 'MitID', $6, '13:00')`,
    [...at, bank, String(addDays(day, 3))],
  )
  return { citizen, shared, closed, bank }
}

const formOf = (things: string[], change: Record<string, string | string[]> = {}) => ({
  id: newId(),
  helperKind: 'debtAdviser',
  helperName: 'Bente Bank',
  things,
  until: formatDayField(addDays(day, 30)),
  email: '',
  ...change,
})

/** Shares, and reads link and code off the page that shows them once. */
async function share(
  citizen: string,
  form: ReturnType<typeof formOf>,
): Promise<{ token: string; code: string; page: string }> {
  const answer = await worker.post(paths.newHelper(here, citizen), form)
  const page = await answer.text()
  assert.equal(answer.status, 200, page.slice(0, 300))
  const code = (/helper-code">\s*(\d{3}) (\d{3})/.exec(page) ?? []).slice(1).join('')
  return { token: /helper#([\w-]{43})/.exec(page)?.[1] ?? '', code, page }
}

const visit = async (form: { token: string; code: string }, cookie = '') =>
  await world.visitor.post(paths.helper(here), form, cookie === '' ? {} : { cookie })
const cookieOf = (answer: Response) => /^[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? ''
const look = async (cookie: string) => await (await world.visitor.get(paths.helper(here), { cookie })).text()

describe('a helper from outside', () => {
  it('sees the named things and nothing else, by a link and a code that come two ways', async () => {
    const { citizen, shared, bank } = await citizenWithThings()
    const { token, code } = await share(citizen, formOf([`step ${shared}`, `appointment ${bank}`]))
    assert.match(code, /^\d{6}$/)
    const opened = await visit({ token, code: `${code.slice(0, 3)} ${code.slice(3)}` })
    assert.equal(opened.status, 303)
    const page = await look(cookieOf(opened))
    for (const words of ['Samle mine regninger', 'Møde i banken', 'kl. 13', 'Tag med: MitID'])
      assert.ok(page.includes(words), words)
    for (const words of ['Ringe til lægen', 'Thomas', citizen]) assert.ok(!page.includes(words), words)
    const [looked] = await world.truth<{ shown: string[] }>(
      'select shown from helper_looks where municipality_id = $1 order by at desc limit 1',
      [here.id],
    )
    assert.deepEqual(looked?.shown.toSorted(), [shared, bank].toSorted())
    const logged = await world.truth(
      `select from access_log l join access_log_subjects s on s.municipality_id = l.municipality_id and s.log_id = l.id
       where l.municipality_id = $1 and l.purpose = 'helpers.look' and s.subject_id = $2`,
      [here.id, citizen],
    )
    assert.equal(logged.length, 1)
    assert.ok((await (await worker.get(paths.helpers(here, citizen))).text()).includes('Set 1 gang'))
  })

  it('is bound to the browser that came first: link and code are of no use to another', async () => {
    const { citizen, shared } = await citizenWithThings()
    const both = await share(citizen, formOf([`step ${shared}`]))
    const answers = await Promise.all([0, 1, 2].map(() => visit(both)))
    assert.deepEqual(
      answers.map(each => each.status).toSorted((a, b) => a - b),
      [303, 422, 422],
    )
    assert.ok((await (await visit(both)).text()).includes(visitTexts.wrong.no))
    assert.ok(!(await look('brobygger-helper=somebody-elses')).includes('regninger'))
  })

  it('keeps a page that hears when it ends, and no other browser hears anything', async () => {
    const { citizen, shared } = await citizenWithThings()
    const page = await look(cookieOf(await visit(await share(citizen, formOf([`step ${shared}`])))))
    assert.ok(page.includes(`data-live="${paths.helperLive(here)}"`))
    assert.ok(page.includes(`data-until="${endOf(addDays(day, 30)).epochMilliseconds}"`))
    assert.equal((await world.visitor.get(paths.helperLive(here))).status, 204)
  })

  it('is shut out by five wrong codes, and no answer tells whether it was the link or the code', async () => {
    const { citizen, shared } = await citizenWithThings()
    const { token, code } = await share(citizen, formOf([`step ${shared}`]))
    const wrong = code === '000000' ? '000001' : '000000'
    const answers = []
    for (let tries = 0; tries < 5; tries++) answers.push(await visit({ token, code: wrong }))
    const unknown = await visit({ token: 'x'.repeat(43), code: wrong })
    assert.equal(unknown.status, 422)
    const bodies = await Promise.all(
      [answers[0], unknown].map(async answer => (await answer?.text())?.replaceAll(/value="[^"]*"/g, '')),
    )
    assert.equal(bodies[0], bodies[1])
    await world.truth('delete from sign_in_tries where municipality_id = $1', [here.id])
    assert.equal((await visit({ token, code })).status, 422, 'the right code is too late')
    assert.ok((await (await worker.get(paths.helpers(here, citizen))).text()).includes(helperTexts.blocked))
  })

  it('slows down whoever goes on trying', async () => {
    const statuses = []
    for (let tries = 0; tries < 7; tries++)
      statuses.push((await visit({ token: 'y'.repeat(43), code: '111111' })).status)
    assert.ok(statuses.includes(429), statuses.join(' '))
    await world.truth('delete from sign_in_tries where municipality_id = $1', [here.id])
  })

  it('sees nothing more from the moment that it is taken back, when it is over, and when the record closes', async () => {
    for (const end of [
      async (_citizen: string, href: string) => void (await worker.post(href)),
      async (citizen: string) =>
        void (await world.truth(
          `update helper_shares set valid_until = current_date - 1 where municipality_id = $1 and citizen_id = $2`,
          [here.id, citizen],
        )),
      async (citizen: string) =>
        void (await world.truth(`update citizens set closed_at = now() where municipality_id = $1 and id = $2`, [
          here.id,
          citizen,
        ])),
    ]) {
      const { citizen, shared } = await citizenWithThings()
      const form = formOf([`step ${shared}`])
      const cookie = cookieOf(await visit(await share(citizen, form)))
      assert.ok((await look(cookie)).includes('Samle mine regninger'))
      await end(citizen, paths.withdrawHelper(here, citizen, form.id))
      assert.ok(!(await look(cookie)).includes('Samle mine regninger'))
    }
  })

  it('opens nothing with the right link and code when it was taken back, or was over, before it was ever opened', async () => {
    for (const change of ['withdrawn_at = now(), withdrawn_by = given_by', 'valid_until = current_date - 1', '']) {
      const { citizen, shared } = await citizenWithThings()
      const given = await share(citizen, formOf([`step ${shared}`]))
      if (change !== '')
        await world.truth(`update helper_shares set ${change} where municipality_id = $1 and citizen_id = $2`, [
          here.id,
          citizen,
        ])
      assert.equal((await visit(given)).status, change === '' ? 303 : 422, change)
    }
  })

  it('is given one link and one code, however often the form is sent; the mail names nobody and holds no code', async () => {
    const { citizen, shared } = await citizenWithThings()
    const form = formOf([`step ${shared}`], { email: 'bente@bank.example' })
    const [first, second] = await Promise.all([share(citizen, form), share(citizen, form)])
    assert.equal(first.code, second.code)
    assert.ok(!first.page.includes('helper#'), 'the link is in the mail')
    const mails = await world.truth<{ recipient: string; subject: string; body: string }>(
      `select recipient, subject, body from outbox where municipality_id = $1 and recipient = 'bente@bank.example'`,
      [here.id],
    )
    assert.equal(mails.length, 1)
    assert.ok(!/Thomas|regninger/.test(JSON.stringify(mails)) && !mails[0]?.body.includes(first.code))
    const rows = await world.truth('select from helper_shares where municipality_id = $1 and citizen_id = $2', [
      here.id,
      citizen,
    ])
    assert.equal(rows.length, 1)
  })

  it('is let in by the own party alone, to its own citizen’s things alone', async () => {
    const { citizen, shared } = await citizenWithThings()
    const other = await citizenWithThings()
    for (const name of ['socialWorker', 'staff', 'manager'] as const) {
      assert.equal((await world.as(name).get(paths.helpers(here, citizen))).status, 404, name)
      assert.equal((await world.as(name).post(paths.newHelper(here, citizen), formOf([`step ${shared}`]))).status, 404)
    }
    for (const [form, sentence] of [
      [formOf([`step ${other.shared}`]), helperTexts.wrong.things],
      [formOf([]), helperTexts.wrong.things],
      [formOf(['note x']), helperTexts.wrong.things],
      [formOf([`step ${shared}`], { helperName: '' }), helperTexts.wrong.name],
      [formOf([`step ${shared}`], { email: 'bente' }), helperTexts.wrong.email],
      [formOf([`step ${shared}`], { until: formatDayField(addDays(day, -1)) }), helperTexts.wrong.past],
      [formOf([`step ${shared}`], { until: formatDayField(addDays(day, 400)) }), helperTexts.wrong.long],
    ] as const) {
      const answer = await worker.post(paths.newHelper(here, citizen), form)
      assert.equal(answer.status, 422, sentence)
      assert.ok((await answer.text()).includes(sentence))
    }
    // Named by somebody who reached the database: it is still not shown.
    const { token, code } = await share(citizen, formOf([`step ${shared}`]))
    await world.truth(
      `insert into helper_things select municipality_id, owner_party_id, id, 'step', $3 from helper_shares where municipality_id = $1 and citizen_id = $2`,
      [here.id, citizen, other.closed],
    )
    assert.ok(!(await look(cookieOf(await visit({ token, code })))).includes('Ringe til lægen'))
  })
})
