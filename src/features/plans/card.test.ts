import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { planGround } from '../../../test/plans.ts'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { addDays, formatDayField, instant, readNow, today } from '../../platform/time.ts'
import { subjectOfCitizen } from '../citizens/queries.ts'
import { cardOf, cardThings } from './card-rules.ts'
import { callableOf } from './people-queries.ts'

const world = await openWorld()
const { here } = world
const { citizen } = planGround(world)
const omar = world.as('socialWorker')
const mette = world.as('worker')
const inDays = (count: number) => formatDayField(addDays(today(readNow()), count))

async function agree(citizenId: string, changed: Record<string, string> = {}): Promise<string> {
  const form = { id: newId(), place: 'other', words: 'Borgerservice', day: inDays(3), clock: '13', ...changed }
  const answer = await omar.post(paths.newAppointment(here, citizenId), form)
  assert.equal(answer.status, 303, answer.status === 303 ? '' : await answer.text())
  return form.id
}

describe('the card for the fridge', () => {
  const base = {
    partyId: '',
    citizenId: '',
    topic: null,
    version: 1,
    place: 'doctor',
    address: null,
    bring: null,
    companionId: null,
    companionName: null,
    companionRoles: [],
    companionWords: null,
    meetPlace: null,
    meetClock: null,
    state: 'planned',
    stateWords: null,
    movedFrom: null,
  } as const
  const printed = { callable: [], actor: { personId: 'omar' } }

  it('has today first, this week large, what comes later in small, and the next step', () => {
    const on = {
      ...printed,
      asked: { alias: 'Thomas', name: null },
      now: instant('2026-11-24T10:00:00Z'),
      steps: [],
      talks: [
        {
          id: '4',
          partyId: '',
          workerId: 'mette',
          workerName: 'Mette Lund',
          centreName: 'Fyrskuret',
          venue: 'centre',
          day: '2026-11-26',
          clock: '10:00:00',
          agenda: 'Noget privat',
          workerAgenda: null,
        },
      ],
      appointments: [
        {
          ...base,
          id: '1',
          words: 'Borgerservice',
          day: '2026-11-24',
          clock: '13:30:00',
          bring: 'pas',
          companionName: 'Jonas Friis',
        },
        { ...base, id: '2', words: 'Lægen', day: '2026-11-30', clock: null },
        { ...base, id: '3', words: 'Retten', day: '2026-12-01', clock: '09:00:00' },
      ],
    }
    const card = cardOf(on, () => true)
    assert.deepEqual(
      card.next.map(each => [each.day, each.clock, each.words, each.bring, each.along]),
      [
        ['I dag, tirsdag 24. november', 'Kl. 13.30', 'Borgerservice', 'pas', 'Jonas går med.'],
        ['Torsdag 26. november', 'Kl. 10', 'Snak med Mette Lund', '', ''],
        ['Mandag 30. november', '', 'Lægen', '', ''],
      ],
    )
    assert.deepEqual(
      card.later.map(each => each.words),
      ['Retten'],
    )
  })

  it('has the next three in full however far ahead, with the place, what to bring, who goes along, and whom to ring', () => {
    const court = {
      ...base,
      id: '1',
      place: 'court' as const,
      words: 'Retsmøde',
      address: 'Havnegade 1',
      bring: 'brevet fra retten',
      day: '2026-12-04',
      clock: '13:00:00',
      companionId: 'omar',
      companionName: 'Omar Yildiz',
      meetPlace: 'Blå Port',
      meetClock: '12:15:00',
    }
    const later = ['08', '10', '12'].map(on => ({
      ...base,
      id: on,
      words: `Lægen ${on}`,
      day: `2026-12-${on}`,
      clock: null,
    }))
    const on = {
      asked: { alias: 'Thomas', name: null },
      now: instant('2026-11-24T10:00:00Z'),
      steps: [],
      talks: [],
      appointments: [court, ...later],
      actor: { personId: 'mette' },
      callable: [
        { personId: 'mette', name: 'Mette Lund', phone: '87654321' },
        { personId: 'omar', name: 'Omar Yildiz', phone: '12345678' },
      ],
    }
    const card = cardOf(on, () => true)
    assert.deepEqual(
      [card.next.map(each => each.words), card.later.map(each => each.words)],
      [['Retsmøde', 'Lægen 08', 'Lægen 10'], ['Lægen 12']],
    )
    const [first] = card.next
    assert.deepEqual(
      [first?.day, first?.clock, first?.address, first?.bring, first?.along],
      [
        'Fredag 4. december',
        'Kl. 13',
        'Retten, Havnegade 1',
        'brevet fra retten',
        'Omar går med. I mødes kl. 12.15: Blå Port.',
      ],
    )
    assert.deepEqual(
      card.calls.map(each => each.replaceAll('\u00a0', ' ')),
      ['Ring til Omar: 12 34 56 78', 'Ring til Mette: 87 65 43 21'],
    )
  })

  it('names no telephone that its owner does not show on the board', async () => {
    const thomas = await citizen('Thomas')
    await agree(thomas, { companionId: omar.personId })
    const calls = async () => {
      const rows = await world.house.db.read(omar.asker, 'appointments.show', async tx => ({
        value: await callableOf(tx, here.id, [omar.personId, null]),
        about: [subjectOfCitizen({ partyId: here.parties.social, id: thomas })],
      }))
      return rows.map(each => each.phone)
    }
    await world.truth(`update people set work_phone = '12345678' where id = $1`, [omar.personId])
    assert.deepEqual(await calls(), [])
    await world.truth(`update people set phone_public = true where id = $1`, [omar.personId])
    assert.deepEqual(await calls(), ['12345678'])
  })

  it('says nothing of what a talk is to be about', () => {
    const talk = { id: '4', partyId: '', workerId: 'mette', workerName: 'Mette Lund', centreName: null, venue: 'home' }
    const agreed = { ...talk, day: '2026-11-26', clock: null, agenda: 'Noget privat', workerAgenda: 'Boligen' }
    const asked = { alias: 'Thomas', name: null }
    const on = { ...printed, asked, now: instant('2026-11-24T10:00:00Z'), steps: [], talks: [agreed], appointments: [] }
    const card = cardOf(on, () => true)
    assert.doesNotMatch(JSON.stringify(card), /Noget privat|Boligen/)
    assert.match(JSON.stringify(card), /Snak med Mette Lund/)
  })

  it('says when and not what where the citizen has set no tick: no place, nothing to bring, no step', () => {
    const court = { ...base, topic: 32, place: 'court', address: 'Domhuset', bring: 'stævningen' } as const
    const step = { ...base, id: '2', words: 'Jeg ringer til advokaten', day: null, whose: null, personId: null }
    const rest = {
      personName: null,
      state: 'next',
      waitsFor: null,
      restWords: null,
      doneWords: null,
      doneOn: null,
    } as const
    const on = {
      ...printed,
      asked: { alias: 'Thomas', name: null },
      now: instant('2026-11-24T10:00:00Z'),
      talks: [],
      steps: [{ ...step, ...rest, topic: 32 }],
      appointments: [
        {
          ...court,
          id: '1',
          words: 'Retten i Haderby',
          day: '2026-11-26',
          clock: '10:00:00',
          companionName: 'Jonas Friis',
        },
      ],
    }
    const silent = JSON.stringify(cardOf(on, () => false))
    assert.doesNotMatch(silent, /Retten|Domhuset|stævning|advokat/)
    assert.match(silent, /"clock":"Kl. 10"/)
    assert.match(silent, /"words":"Aftale"/)
    assert.match(silent, /Jonas går med/)
    const said = JSON.stringify(cardOf(on, () => true))
    for (const words of ['Retten i Haderby', 'Domhuset', 'stævningen', 'advokaten'])
      assert.ok(said.includes(words), words)
    assert.deepEqual(
      cardThings(on).map(({ id, isGuarded }) => [id, isGuarded]),
      [
        ['1', true],
        ['2', true],
      ],
    )
  })

  it('is chosen together first: court, mental health and substance use stand without a tick', async () => {
    const thomas = await citizen('Thomas')
    const dentist = await agree(thomas, { words: 'Tandlægen', topic: 'health', day: inDays(2) })
    const court = await agree(thomas, { words: 'Retten', place: 'court', topic: 'court', day: inDays(3) })
    const clinic = await agree(thomas, { words: 'Samtale om psyken', topic: 'mentalHealth', day: inDays(4) })
    const page = await (await omar.get(paths.chooseCard(here, thomas))).text()
    const ticked = [...page.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].map(([tag]) => ({
      id: /value="([^"]+)"/.exec(tag)?.[1],
      checked: tag.includes('checked'),
    }))
    assert.deepEqual(ticked, [
      { id: dentist, checked: true },
      { id: court, checked: false },
      { id: clinic, checked: false },
    ])
    for (const query of ['', '?chosen=1', `?chosen=1&says=${court}`, '?chosen=1&says=nonsense']) {
      const answer = await omar.get(paths.appointmentCard(here, thomas) + query)
      assert.equal(answer.headers.get('content-type'), 'application/pdf', query)
    }
    assert.equal((await mette.get(paths.chooseCard(here, thomas))).status, 404)
  })

  it('is a tagged PDF that a screen reader can read, has no name of the citizen in its address, and is logged as taken along', async () => {
    const thomas = await citizen('Thomas')
    await agree(thomas, { day: inDays(0) })
    const answer = await omar.get(paths.appointmentCard(here, thomas))
    assert.equal(answer.headers.get('content-type'), 'application/pdf')
    const pdf = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    assert.ok(pdf.startsWith('%PDF-') && pdf.includes('pdfuaid'))
    assert.doesNotMatch(
      `${paths.appointmentCard(here, thomas)} ${answer.headers.get('content-disposition')}`,
      /thomas\b(?!\/)/i,
    )
    const [line] = await world.truth<{ kind: string }>(
      `select kind from access_log where municipality_id = $1 and purpose = 'appointments.print' order by id desc limit 1`,
      [here.id],
    )
    assert.equal(line?.kind, 'extract')
    assert.equal((await mette.get(paths.appointmentCard(here, thomas))).status, 404)
  })
})
