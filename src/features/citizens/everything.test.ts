import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { everything } from '../everything.ts'
import { everythingTexts as t } from './everything-texts.da.ts'

const world = await openWorld()
const { here } = world
const worker = world.as('worker')

async function citizen(alias: string): Promise<string> {
  const id = newId()
  assert.equal((await worker.post(paths.newCitizen(here), { id, alias, another: '1' })).status, 303)
  return id
}
const file = (id: string, format: string, number: Record<string, string> = {}) =>
  worker.post(paths.citizenEverythingFile(here, id), { format, ...number })

/** Columns with words that the answer does not have, and why. */
const leftOut: Record<string, string> = {
  'access_answers.answer': 'an answer that stands on a record is always the same one',
  'access_log_subjects.subject': 'who has looked is a list of its own',
  'contact_versions.stood': 'told with what stands now',
  'contacts.import_key': 'the key of a file, which says nothing of the citizen',
  'helper_looks.shown': 'who has looked is a list of its own',
  'helper_things.kind': 'a code beside the number of what the helper may see, which is told where it stands',
  'record_versions.record_kind': 'a code of ours',
  'record_versions.stood': 'told with what stands now',
}

describe('everything about me', () => {
  it('has a part for every table about citizens, whose columns are there', async () => {
    const tables = await world.truth<{ name: string; columns: string[] }>(
      `select table_name as name, array_agg(column_name::text) as columns from information_schema.columns
       where table_schema = 'public' group by table_name
       having array_agg(column_name::text) @> '{owner_party_id,citizen_id}' or table_name = 'citizens'`,
    )
    // What stood before is told with what stands now.
    const told = new Set(['record_versions', ...everything.map(each => each.table)])
    assert.deepEqual(
      tables.filter(({ name }) => !told.has(name)).map(({ name }) => name),
      [],
      'add a description to told.da.ts of the feature',
    )
    for (const { table, columns, also = [] } of everything) {
      const there = tables.find(({ name }) => name === table)?.columns ?? []
      assert.deepEqual(
        [...Object.keys(columns), ...also].filter(column => !there.includes(column)),
        [],
        table,
      )
    }
  })

  it('has every column with words, or says here why it is left out', async () => {
    const words = await world.truth<{ table: string; column: string }>(
      `select c.table_name as table, c.column_name as column from information_schema.columns c
       where c.table_schema = 'public' and c.data_type in ('text', 'jsonb', 'character varying', 'ARRAY')
         and (c.table_name = 'citizens' or c.table_name in (
           select o.table_name from information_schema.columns o where o.table_schema = 'public' and o.column_name = 'owner_party_id'))`,
    )
    const told = new Set(
      everything.flatMap(({ table, columns, also = [] }) =>
        [...Object.keys(columns), ...also].map(column => `${table}.${column}`),
      ),
    )
    const missing = words.map(each => `${each.table}.${each.column}`).filter(name => !told.has(name))
    assert.deepEqual(missing.toSorted(), Object.keys(leftOut).toSorted())
  })

  it('tells of every corrected table what stood before', async () => {
    const versioned = await world.truth<{ name: string; kind: string }>(
      `select c.relname as name, split_part(encode(t.tgargs, 'escape'), '\\000', 1) as kind
       from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid where p.proname = 'keep_version'`,
    )
    assert.ok(versioned.length > 0)
    for (const { name, kind } of versioned)
      assert.equal(everything.find(each => each.table === name)?.versions, kind, name)
  })

  it('shows what stands and what stood, on the page, on paper and in files, to the own party alone', async () => {
    const id = await citizen('Viggo')
    const wish = (safeTimes: string, version: string) => ({ alias: 'Viggo', safeTimes, version })
    await worker.post(paths.citizenCard(here, id), wish('om morgenen', '1'))
    await worker.post(paths.citizenCard(here, id), wish('=om aftenen', '2'))
    for (const name of ['socialWorker', 'staff', 'manager', 'coordinator', 'administrator', 'officer'] as const) {
      assert.equal((await world.as(name).get(paths.citizenEverything(here, id))).status, 404, name)
      const asked = await world.as(name).post(paths.citizenEverythingFile(here, id), { format: 'json' })
      assert.equal(asked.status, 404, name)
    }
    const page = await (await worker.get(paths.citizenEverything(here, id))).text()
    for (const words of ['om morgenen', '=om aftenen', t.before, t.heading('Jobcenter')])
      assert.ok(page.includes(words), words)
    const json = JSON.parse(await (await file(id, 'json')).text())
    const [card] = json.sections
    assert.deepEqual(
      card.entries[0].before.map((each: { facts: { value: string }[] }) => each.facts.map(fact => fact.value)),
      [['om morgenen'], ['–']],
    )
    const csv = await (await file(id, 'csv')).text()
    assert.ok(csv.includes(`;'=om aftenen;`), 'nothing in a cell can be run')
    const pdf = await file(id, 'pdf')
    const bytes = Buffer.from(await pdf.arrayBuffer()).toString('latin1')
    assert.match(bytes, /<pdfuaid:part>1<|pdfuaid:part="1"/)
    assert.equal(pdf.headers.get('content-disposition'), 'attachment; filename="alt-om-mig.pdf"')
    const logged = await world.truth<{ kind: string }>(
      `select l.kind from access_log l join access_log_subjects s on s.municipality_id = l.municipality_id and s.log_id = l.id
       where l.municipality_id = $1 and l.purpose = 'citizens.everything' and s.subject_id = $2 order by l.id`,
      [here.id, id],
    )
    assert.deepEqual(
      logged.map(each => each.kind),
      ['read', 'extract', 'extract', 'extract'],
    )
  })

  it('says no answer that nobody gave: a box without a tick, and how an alias came about', async () => {
    const id = await citizen('Sonja')
    for (const enough of [false, true])
      await world.truth(
        `insert into contacts (municipality_id, owner_party_id, id, citizen_id, worker_id, effort, kind, venue, outcome, day, advice_was_enough)
         values ($1, $2, $3, $4, $5, 'employment', 'booked', 'townHall', 'held', danish_today() - 1, $6)`,
        [here.id, here.parties.jobcentre, newId(), id, worker.personId, enough],
      )
    const page = await (await worker.get(paths.citizenEverything(here, id))).text()
    assert.equal(page.split('Var rådet nok?').length - 1, 1, 'told where it was ticked, and not where it was not')
    assert.ok(page.includes('Vi bruger dit kaldenavn') && !page.includes('Du sagde det'))
  })

  it('has the CPR number in no answer but one that asked for it', async () => {
    const id = await citizen('Sonja')
    await worker.post(paths.citizenNumber(here, id), { id: newId(), how: 'oral', number: '020202-2020' })
    const withNumber = async (answer: Promise<Response>) => (await (await answer).text()).includes('020202-2020')
    assert.deepEqual(
      [
        await withNumber(worker.get(paths.citizenEverything(here, id))),
        await withNumber(file(id, 'json')),
        await withNumber(file(id, 'csv')),
        await withNumber(file(id, 'json', { number: '1' })),
      ],
      [false, false, false, true],
    )
    assert.equal((await file(id, 'docx')).status, 422)
  })
})
