import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { openWorld } from '../../../test/world.ts'

const world = await openWorld()
const { here } = world
const [viggo, svend, talk] = [newId(), newId(), newId()]
const omar = world.as('socialWorker')
const manager = world.as('manager')

before(async () => {
  for (const [party, id, alias] of [
    [here.parties.social, viggo, 'Viggo'],
    [here.parties.cafe, svend, 'Svend'],
  ])
    await world.truth('insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, $3, $4)', [
      here.id,
      party,
      id,
      alias,
    ])
  await world.truth(
    `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, day, clock, minutes, topics, agenda, worker_agenda)
     values ($1, $2, $3, $4, $5, 'contactPerson', 'booked', 'townHall', 'held', '2026-11-20', '10:00', 30, 16, 'Have styr på regningerne', 'Tale om boligen')`,
    [here.id, here.parties.social, talk, viggo, omar.personId],
  )
})

async function written(): Promise<string> {
  const id = newId()
  await omar.post(paths.notes(here, viggo), {
    id,
    kind: 'own',
    topic: '',
    words: 'Vi læste tre breve.\nDet ene var fra banken.',
  })
  return id
}

const handing = (more: Record<string, string> = {}) => ({ id: newId(), number: '1', version: '1', ...more })
const handovers = async (noteId: string) =>
  await world.truth<{ number: number; version: number; by: string }>(
    'select number, version, handed_over_by as by from handovers where municipality_id = $1 and note_id = $2 order by number',
    [here.id, noteId],
  )

describe('giving over to the journal', () => {
  it('marks when and by whom, and gives the text to copy, as text and as PDF', async () => {
    const id = await written()
    const form = handing()
    const answer = await omar.post(paths.handOverNote(here, viggo, id), form)
    assert.equal(answer.headers.get('location'), paths.handedOver(here, viggo, form.id))
    assert.deepEqual(await handovers(id), [{ number: 1, version: 1, by: omar.personId }])
    const page = await (await omar.get(paths.handedOver(here, viggo, form.id))).text()
    assert.match(page, /<textarea[^>]*readonly/)
    assert.ok(page.includes('Givet videre til journalen i dag') && page.includes('af Omar Prøve'))
    const text = await omar.get(paths.handedOverText(here, viggo, form.id))
    assert.equal(text.headers.get('content-disposition'), 'attachment; filename="note.txt"')
    const words = await text.text()
    assert.ok(
      words.includes('Vi læste tre breve.\r\nDet ene var fra banken.') && words.includes('Skrevet af: Omar Prøve'),
    )
    const pdf = await omar.get(paths.handedOverPdf(here, viggo, form.id))
    const bytes = Buffer.from(await pdf.arrayBuffer()).toString('latin1')
    assert.ok(bytes.startsWith('%PDF-'))
    assert.ok(!bytes.includes('Viggo'), 'neither the title of a file nor its name says who it is about')
  })

  it('says a second time that it was done, by whom and when, and asks once more', async () => {
    const id = await written()
    await omar.post(paths.handOverNote(here, viggo, id), handing())
    const asked = await (await world.as('coordinator').get(paths.handOverNote(here, viggo, id))).text()
    assert.ok(
      asked.includes('Den er allerede givet videre') &&
        asked.includes('af Omar Prøve') &&
        asked.includes('Ja, giv den videre igen'),
    )
    assert.ok(asked.includes('name="number" value="2"'))
    const unawares = await world.as('coordinator').post(paths.handOverNote(here, viggo, id), handing())
    assert.equal(unawares.status, 409)
    assert.ok((await unawares.text()).includes('En anden gav den videre lige før dig.'))
    assert.equal((await handovers(id)).length, 1)
    assert.equal(
      (await world.as('coordinator').post(paths.handOverNote(here, viggo, id), handing({ number: '2' }))).status,
      303,
    )
    assert.equal((await handovers(id)).length, 2)
  })

  it('by two at the same moment happens once, and the other is told', async () => {
    const id = await written()
    const both = await Promise.all(
      [omar, world.as('coordinator')].map(who => who.post(paths.handOverNote(here, viggo, id), handing())),
    )
    assert.deepEqual(
      both.map(each => each.status).toSorted((one, other) => one - other),
      [303, 409],
    )
    assert.equal((await handovers(id)).length, 1)
  })

  it('posted twice by one tap is once', async () => {
    const id = await written()
    const form = handing()
    for (let time = 0; time < 2; time++)
      assert.equal((await omar.post(paths.handOverNote(here, viggo, id), form)).status, 303)
    assert.equal((await handovers(id)).length, 1)
  })

  it('gives no file of words that were put right since', async () => {
    const id = await written()
    const form = handing()
    await omar.post(paths.handOverNote(here, viggo, id), form)
    await omar.post(paths.editNote(here, viggo, id), { id, version: '1', kind: 'own', topic: '', words: 'Rettet.' })
    const page = await (await omar.get(paths.handedOver(here, viggo, form.id))).text()
    assert.ok(page.includes('Den er rettet, siden den blev givet videre.') && !page.includes('<textarea'))
    assert.equal((await omar.get(paths.handedOverText(here, viggo, form.id))).status, 404)
    const old = await omar.post(paths.handOverNote(here, viggo, id), handing({ number: '2' }))
    assert.equal(old.status, 409)
    assert.ok((await old.text()).includes('Den er rettet, siden du åbnede siden.'))
  })

  it('takes a talk too, with both agendas', async () => {
    const form = handing()
    assert.equal((await omar.post(paths.handOverContact(here, viggo, talk), form)).status, 303)
    const words = await (await omar.get(paths.handedOverText(here, viggo, form.id))).text()
    assert.ok(words.includes('Det ville borgeren selv: Have styr på regningerne'))
    assert.ok(words.includes('Det ville medarbejderen: Tale om boligen'))
    const page = await (await omar.get(paths.contact(here, talk))).text()
    assert.ok(page.includes(paths.handOverContact(here, viggo, talk)))
    assert.ok(page.includes('Givet videre til journalen i dag') && page.includes('af Omar Prøve'))
  })

  it('names every day in full and the citizen once above the words, since the text is read for years', async () => {
    const today = newId()
    await world.truth(
      `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, day, clock, minutes, next_thing, next_day, next_owner_id)
       values ($1, $2, $3, $4, $5, 'contactPerson', 'booked', 'townHall', 'held', danish_today(), '00:00', 30, 'Finde brevet fra retten', danish_today() + 1, $5)`,
      [here.id, here.parties.social, today, viggo, omar.personId],
    )
    const form = handing()
    await omar.post(paths.handOverContact(here, viggo, today), form)
    const words = await (await omar.get(paths.handedOverText(here, viggo, form.id))).text()
    const page = await (await omar.get(paths.handOverContact(here, viggo, today))).text()
    const area = /<p class="own-words">([^]*?)<\/p>/.exec(page)?.[1] ?? ''
    for (const text of [words, area]) {
      assert.doesNotMatch(text, /i dag|i morgen|i går/i)
      assert.match(text, /Hvornår: \p{L}+dag \d+\. \w+ \d{4} kl\. 0/u)
      assert.match(text, /Finde brevet fra retten, \p{L}+dag \d+\. \w+ \d{4}, Omar Prøve\./u)
      assert.ok(text.includes('Borger: Viggo') && !text.includes('Hvem: '))
    }
  })

  it('is not there for a private centre, which has no journal', async () => {
    const id = newId()
    await manager.post(paths.notes(here, svend), { id, kind: 'own', topic: '', words: 'Svend kom forbi.' })
    const page = await (await manager.get(paths.note(here, svend, id))).text()
    assert.ok(page.includes('Svend kom forbi.') && !page.includes('journalen'))
    assert.equal((await manager.get(paths.handOverNote(here, svend, id))).status, 404)
    assert.equal((await manager.post(paths.handOverNote(here, svend, id), handing())).status, 404)
    await assert.rejects(
      world.house.db.write(manager.asker, 'journal.hand-over', async tx => {
        await tx
          .insertInto('handovers')
          .values({
            municipality_id: here.id,
            owner_party_id: here.parties.cafe,
            id: newId(),
            citizen_id: svend,
            note_id: id,
            version: 1,
            number: 1,
            handed_over_by: manager.personId,
          })
          .execute()
        return { value: undefined, about: [] }
      }),
      /row-level security/,
    )
  })

  it('is not there for other parties', async () => {
    const id = await written()
    for (const who of ['worker', 'staff', 'manager'] as const) {
      assert.equal((await world.as(who).get(paths.handOverNote(here, viggo, id))).status, 404)
      assert.equal((await world.as(who).post(paths.handOverNote(here, viggo, id), handing())).status, 404)
    }
    assert.equal((await handovers(id)).length, 0)
  })
})
