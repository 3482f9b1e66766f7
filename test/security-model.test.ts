import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { paths } from '../src/paths.ts'
import { openWorld } from './world.ts'
import type { PersonName } from './world.ts'

const world = await openWorld()
const { here } = world

/** The columns of the table in docs/SECURITY-MODEL.md, and the page that each is about. */
const pages: Record<string, string> = {
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
        const { status } = await guest.get(pages[column] ?? '')
        const wanted = answers[index] === 'no' ? (person === 'visitor' ? [303] : [404]) : [200]
        assert.ok(wanted.includes(status), `${column}: the table says ${answers[index]}, the page answers ${status}`)
      }
    })
  }
})
