import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { planGround } from '../../../test/plans.ts'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { addDays, formatDateYear, formatDayField, formatMonth, readNow, today } from '../../platform/time.ts'
import { contactTexts } from '../contacts/contact-texts.da.ts'
import { closeTexts } from './card-texts.da.ts'

const world = await openWorld()
const { here } = world
const { citizen, row } = planGround(world)
const omar = world.as('socialWorker')
const day = today(readNow())
const text = async (answer: Promise<Response>) => await (await answer).text()
const said = { id: newId(), how: 'oral' }

/** A citizen with a note of ours and a talk, whose record is closed. */
async function closedCitizen(): Promise<{ id: string; note: string; talk: string }> {
  const [id, note, talk] = [await citizen('Viggo'), newId(), newId()]
  const written = { id: note, version: '', kind: 'own', topic: '', words: 'Vi læste tre breve.' }
  assert.equal((await omar.post(paths.notes(here, id), written)).status, 303)
  await world.truth(
    `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, day, minutes)
     values ($1, $2, $3, $4, $5, 'contactPerson', 'walkIn', 'street', 'held', $6, 20)`,
    [here.id, here.parties.social, talk, id, omar.personId, String(day)],
  )
  const closing = { ...said, id: newId(), ending: 'close' }
  assert.equal((await omar.post(paths.citizenClose(here, id), closing)).status, 303)
  return { id, note, talk }
}

const freshPages = (id: string) => [
  paths.newNote(here, id),
  paths.newStep(here, id),
  paths.newPlanPart(here, id, 'goal'),
  paths.newPlanPerson(here, id),
  paths.newAppointment(here, id),
  paths.newCitizenTask(here, id),
  paths.newConsent(here, id),
  paths.newPower(here, id),
  paths.newHelper(here, id),
  paths.recordWith(here, id),
  paths.agreementWith(here, id),
]

describe('a closed record', () => {
  it('says on each of its pages that it is, since when, until when it is kept, and how to open it again', async () => {
    const { id, note } = await closedCitizen()
    const pages = [
      paths.citizen(here, id),
      paths.citizenCard(here, id),
      paths.citizenName(here, id),
      paths.timeline(here, id),
      paths.note(here, id, note),
      paths.plan(here, id),
      paths.appointments(here, id),
      paths.citizenTasks(here, id),
      paths.consents(here, id),
      paths.powers(here, id),
      paths.helpers(here, id),
    ]
    const kept = closeTexts.kept(formatMonth(day.add({ months: 60 })))
    for (const path of pages) {
      const page = await text(omar.get(path))
      for (const words of [closeTexts.closed(formatDateYear(day)), kept]) assert.ok(page.includes(words), path)
      assert.ok(page.includes(`href="${paths.citizenClose(here, id)}"`), path)
      const links = [...page.matchAll(/(?:href|action)="([^"]+)"/g)].map(([, href = '']) => href)
      for (const fresh of freshPages(id))
        assert.ok(!links.includes(fresh.replaceAll('&', '&amp;')), `${path}: ${fresh}`)
    }
    const closed = await text(omar.get(paths.citizenClose(here, id)))
    assert.ok(closed.includes(kept) && closed.includes(closeTexts.reopenButton))
  })

  it('leads from each page for something new to where it can be opened again', async () => {
    const { id } = await closedCitizen()
    for (const path of freshPages(id)) {
      const answer = await omar.get(path)
      assert.equal(answer.headers.get('location'), paths.citizenClose(here, id), path)
    }
    assert.equal((await world.as('worker').get(paths.newNote(here, id))).status, 404)
  })

  it('takes nothing new: each post gets a sentence and all that was typed, and stores nothing', async () => {
    const { id } = await closedCitizen()
    const soon = formatDayField(addDays(day, 3))
    const step = { id: newId(), words: 'Jeg ringer til banken', whose: 'citizen' }
    const part = { id: newId(), kind: 'goal', words: 'Jeg vil sove om natten' }
    const person = { id: newId(), personId: omar.personId, words: 'Går med til møder' }
    const meeting = { id: newId(), place: 'bank', words: 'Møde om lånet', day: soon }
    const task = { id: newId(), words: 'Sende skemaet', when: 'pick', day: soon }
    const days = { from: formatDayField(day), until: soon, how: 'oral', witness: 'Omar Prøve' }
    const power = { id: newId(), toKind: 'relative', toName: 'Søster Bente', scope: 'Hente post', ...days }
    const yes = { id: newId(), ground: 'disclose', receiver: here.parties.jobcentre, topics: 'work', ...days }
    const helper = { id: newId(), helperKind: 'relative', helperName: 'Søster Bente', things: [], until: soon }
    const note = { id: newId(), version: '', kind: 'own', topic: '', words: 'Noget nyt om Viggo' }
    const who = { id: newId(), who: 'known', citizen: id, effort: 'contactPerson', agenda: 'Ville låne en telefon' }
    const what = { kind: 'walkIn', venue: 'street', outcome: 'held', minutes: '15', topics: 'health' }
    const talk = { ...who, ...what, day: formatDayField(day) }
    const posts: [string, Record<string, string | string[]>, string][] = [
      [paths.notes(here, id), note, note.words],
      [paths.newStep(here, id), step, step.words],
      [paths.newPlanPart(here, id), part, part.words],
      [paths.newPlanPerson(here, id), person, person.words],
      [paths.newAppointment(here, id), meeting, meeting.words],
      [paths.newCitizenTask(here, id), task, task.words],
      [paths.newTask(here), { ...task, citizenId: id }, task.words],
      [paths.newPower(here, id), power, power.scope],
      [paths.newConsent(here, id), yes, days.witness],
      [paths.newHelper(here, id), helper, ''],
      [paths.contacts(here), talk, talk.agenda],
    ]
    for (const [path, form, typed] of posts) {
      const answer = await omar.post(path, form)
      const page = await answer.text()
      assert.equal(answer.status, 422, path)
      assert.ok(page.includes(closeTexts.refused), path)
      assert.ok(page.includes(typed), `${path} keeps what was typed`)
    }
    for (const [table, each] of [
      ['notes', note],
      ['steps', step],
      ['plan_parts', part],
      ['plan_people', person],
      ['appointments', meeting],
      ['tasks', task],
      ['powers_of_attorney', power],
      ['consents', yes],
      ['contacts', talk],
    ] as const)
      assert.equal(await row(table, each.id), undefined, table)
    const again = { ...said, id: newId() }
    assert.equal((await omar.post(paths.citizenReopen(here, id), again)).status, 303)
    assert.equal((await omar.post(paths.notes(here, id), note)).status, 303)
    assert.equal((await omar.post(paths.contacts(here), talk)).status, 303)
  })

  it('can be put right, and shared with nobody by it', async () => {
    const { id, note } = await closedCitizen()
    const stands = await row('notes', note)
    const version = String(stands?.['version'])
    const right = { id: note, version, kind: 'own', topic: '', words: 'Vi læste to breve.' }
    const shared = await omar.post(paths.editNote(here, id, note), { ...right, kind: 'shared', topic: 'work' })
    assert.equal(shared.status, 422)
    assert.ok((await shared.text()).includes(closeTexts.refused))
    assert.equal((await omar.post(paths.editNote(here, id, note), right)).status, 303)
    const tap = await omar.post(paths.shareNote(here, id, note), { version: '2', topic: 'work' })
    assert.equal(tap.status, 422)
    assert.ok((await tap.text()).includes(closeTexts.refused))
    assert.deepEqual(
      [(await row('notes', note))?.['words'], (await row('notes', note))?.['kind']],
      [right.words, 'own'],
    )
  })
})

describe('a locked record', () => {
  it('leaves talks in the lists that say what they are, and no link that leads nowhere', async () => {
    const { id, talk } = await closedCitizen()
    await world.truth('update citizens set locked_at = now() where municipality_id = $1 and id = $2', [here.id, id])
    const list = await text(omar.get(paths.contactsOf(here, { whose: 'ours' })))
    assert.ok(list.includes(contactTexts.locked) && list.includes(paths.contact(here, talk)))
    assert.ok((await text(omar.get(paths.contact(here, talk)))).includes(contactTexts.lockedTitle))
    const from = [
      paths.today(here),
      paths.contacts(here),
      paths.contactsOf(here, { whose: 'ours' }),
      paths.contact(here, talk),
      paths.citizenClose(here, id),
      paths.citizenEverything(here, id),
      paths.looked(here, id),
      paths.citizensDue(here),
    ]
    for (const path of from) {
      const page = await text(omar.get(path))
      for (const [, href = ''] of page.matchAll(/<a\b[^>]*\bhref="(\/herby\/[^"#]+)"/g)) {
        const answer = await omar.get(href.replaceAll('&amp;', '&'))
        assert.notEqual(answer.status, 404, `${href} on ${path}`)
      }
    }
  })

  it('lets a talk be read and not put right, and says so', async () => {
    const { id, talk } = await closedCitizen()
    await world.truth('update citizens set locked_at = now() where municipality_id = $1 and id = $2', [here.id, id])
    const asked = await omar.get(paths.correctContact(here, talk))
    assert.equal(asked.headers.get('location'), paths.contact(here, talk))
    const answer = await omar.post(paths.correctContact(here, talk), { id: talk, version: '1', minutes: '45' })
    assert.equal(answer.status, 422)
    assert.ok((await answer.text()).includes(contactTexts.lockedText))
    assert.equal((await row('contacts', talk))?.['minutes'], 20)
  })
})
