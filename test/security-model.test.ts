import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { paths } from '../src/paths.ts'
import { newId } from '../src/platform/id.ts'
import { openWorld } from './world.ts'
import type { PersonName } from './world.ts'

const world = await openWorld()
const { here } = world

const citizens = new Map<string | null | undefined, string>()
for (const partyId of Object.values(here.parties)) {
  const id = newId()
  citizens.set(partyId, id)
  await world.truth('insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, $3, $4)', [
    here.id,
    partyId,
    id,
    'Viggo',
  ])
}
/** The citizen of the person's own party; of the job centre for whoever has none. */
const citizenOf = (person: PersonName | 'visitor') => {
  const partyId = person === 'visitor' ? undefined : world.as(person).actor.memberships[0]?.partyId
  return citizens.get(partyId) ?? citizens.get(here.parties.jobcentre) ?? ''
}

/** The columns of the table in docs/SECURITY-MODEL.md, and the page that each is about. */
const pages: Record<string, string | ((person: PersonName | 'visitor') => string)> = {
  board: paths.board(here),
  today: paths.today(here),
  contacts: paths.contacts(here),
  citizens: paths.citizens(here),
  "centre's day": paths.centreDay(here, here.centres.cafe.slug),
  figures: paths.figures(here),
  'people and places': paths.places(here),
  imports: paths.imports(here),
  outbox: paths.outbox(here),
  'access log': paths.log(here),
  'who has looked': person => paths.looked(here, citizenOf(person)),
}

const personOf: Record<string, PersonName | 'visitor'> = {
  visitor: 'visitor',
  outreach_worker: 'worker',
  centre_staff: 'staff',
  centre_manager: 'manager',
  volunteer: 'volunteer',
  coordinator: 'coordinator',
  project_leader: 'projectLeader',
  leader: 'leader',
  administrator: 'administrator',
  data_protection_officer: 'officer',
}

const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim())
const text = readFileSync(new URL('../docs/SECURITY-MODEL.md', import.meta.url), 'utf8')
const lines = text.split('\n')
const start = lines.findIndex(line => line.startsWith('| role |'))
const columns = cells(lines[start] ?? '').slice(1)
const rows = lines
  .slice(start + 2)
  .slice(0, Object.keys(personOf).length)
  .map(cells)

describe('the table of roles in docs/SECURITY-MODEL.md', () => {
  it('names every role and every page once', () => {
    assert.deepEqual(
      rows.map(row => row[0]),
      Object.keys(personOf),
    )
    assert.deepEqual(columns, Object.keys(pages))
  })

  for (const [role = '', ...answers] of rows) {
    it(`is true for ${role}`, async () => {
      const person = personOf[role]
      assert.ok(person)
      const guest = person === 'visitor' ? world.visitor : world.as(person)
      for (const [index, column] of columns.entries()) {
        const page = pages[column] ?? ''
        const { status } = await guest.get(typeof page === 'string' ? page : page(person))
        const wanted = answers[index] === 'no' ? (person === 'visitor' ? [303] : [404]) : [200]
        assert.ok(wanted.includes(status), `${column}: the table says ${answers[index]}, the page answers ${status}`)
      }
    })
  }
})
