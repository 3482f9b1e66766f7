import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { inflateSync } from 'node:zlib'
import { paths } from '../src/paths.ts'
import { newId } from '../src/platform/id.ts'
import { sealLog } from '../src/platform/seal.ts'
import { addDays, formatDayField, readNow, today } from '../src/platform/time.ts'
import { features } from '../src/sitemap.ts'
import { dumpOf } from './dump.ts'
import { filled, idsOf } from './isolation/ids.ts'
import { fillEveryTable } from './isolation/rows.ts'
import { openWorld } from './world.ts'

// A CPR number that nobody has. It comes in by the front door, in its own field and in every other, and is then looked
// for wherever it must not be.
const digits = '0707074321'
const dashed = '070707-4321'
const written = [
  digits.slice(1),
  dashed,
  '070707 4321',
  '070707+4321',
  '070707%204321',
  '07 07 07 4321',
  '07-07-07-4321',
]
const told = new Set([
  ...[...written, digits].flatMap(text => [text, text.split('').toReversed().join('')]).flatMap(inCode),
  // Whoever has a hash without a key tries every number there is.
  ...[...written, digits].flatMap(text => ['md5', 'sha1', 'sha256', 'sha512'].map(kind => hash(kind, text))),
])
const heard: string[] = []
for (const channel of ['log', 'error', 'warn', 'info', 'debug'] as const) {
  const say = console[channel]
  console[channel] = (...said: unknown[]) => {
    heard.push(said.map(String).join(' '))
    say(...said)
  }
}

const world = await openWorld()
await fillEveryTable(world)
const { here } = world
const worker = world.as('worker')
const [ids, theirs] = [await idsOf(world, here, 'worker'), await idsOf(world, here, 'socialWorker')]
const citizenId = newId()
await worker.post(paths.newCitizen(here), { id: citizenId, alias: 'Kanariefuglen' })
// So that the glass can be broken, which is told by mail.
await world.truth('update municipalities set breaks_glass = true where id = $1', [here.id])
await world.truth(
  `insert into citizen_links (municipality_id, id, owner_party_id, citizen_id, other_party_id, other_citizen_id, made_by)
   values ($1, $2, $3, $4, $5, $6, $7)`,
  [here.id, newId(), ids['partyId'], citizenId, theirs['partyId'], theirs['citizenId'], worker.personId],
)

const holds = (text: string) => [...told].filter(form => text.includes(form))

/** A text as itself, in hexadecimal as columns of bytes are written, and in base64 wherever in a longer text it stands. */
function inCode(text: string): string[] {
  const base64 = [0, 1, 2].map(before => {
    const [from, to] = [before * 8, (before + text.length) * 8]
    const whole = Buffer.from('.'.repeat(before) + text).toString('base64')
    return whole.slice(Math.ceil(from / 6), Math.floor(to / 6))
  })
  return [text, Buffer.from(text).toString('hex'), ...base64]
}

/** Every form that takes a citizen's words, filled in so that it is taken, and the fields that take words. */
async function forms(): Promise<{ path: string; form: Record<string, string>; fields: string[] }[]> {
  const at = await world.truth<{ version: string }>(
    'select version::text from citizens where municipality_id = $1 and id = $2',
    [here.id, citizenId],
  )
  const version = at[0]?.version ?? ''
  const on = (days: number) => formatDayField(addDays(today(readNow()), days))
  const days = { from: on(0), until: on(300) }
  const about = (rest: string) => `${paths.citizen(here, citizenId)}/${rest}`
  const talk = { who: 'anonymous', effort: 'casework', kind: 'walkIn', venue: 'street', outcome: 'held' }
  const next = { nextThing: 'Ring', nextWhen: 'tomorrow' }
  const known = {
    ...talk,
    who: 'known',
    citizen: citizenId,
    day: on(-1),
    clock: '10',
    minutes: '30',
    topics: 'work',
    help: '1',
  }
  return [
    { path: paths.newCitizen(here), form: { alias: 'Solsorten' }, fields: ['alias'] },
    { path: about('card'), form: { alias: 'Kanariefuglen', version }, fields: ['safeTimes'] },
    { path: about('name'), form: { how: 'oral', name: 'Karl Jensen', version }, fields: ['name'] },
    { path: paths.contacts(here), form: { ...known, ...next }, fields: ['agenda', 'workerAgenda', 'nextThing'] },
    { path: about('notes'), form: { kind: 'own', words: 'Kom' }, fields: ['words'] },
    { path: about('plan/parts/new'), form: { kind: 'goal', words: 'Ro' }, fields: ['words'] },
    { path: about('plan/people/new'), form: { personId: worker.personId, words: 'Læser' }, fields: ['words'] },
    { path: about('steps/new'), form: { whose: 'citizen', words: 'Ring' }, fields: ['words'] },
    { path: about('tasks/new'), form: { when: 'today', words: 'Ring', citizenId }, fields: ['words', 'list'] },
    {
      path: about('appointments/new'),
      form: { place: 'bank', words: 'Kort', day: on(9) },
      fields: ['words', 'address', 'bring', 'companionWords', 'meetPlace'],
    },
    {
      path: about('consents/new'),
      form: { receiver: here.parties.social, topics: 'work', ground: 'disclose', how: 'oral', witness: 'Bo', ...days },
      fields: ['witness'],
    },
    {
      path: about('powers/new'),
      form: { toKind: 'relative', toName: 'Bo', scope: 'Ringe', how: 'oral', witness: 'Ib', ...days },
      fields: ['toName', 'scope', 'witness'],
    },
    {
      path: about('access-requests'),
      form: { name: 'Karl Jensen', where: 'letter', address: 'Gaden 1', parties: here.parties.social, how: 'oral' },
      fields: ['name', 'address'],
    },
    { path: about('glass'), form: { ground: 'danger', reason: 'Han er væk i kulden' }, fields: ['reason'] },
  ]
}

describe('a CPR number that comes in by the front door', () => {
  it('in its own field is kept, sealed, and told to who asks for it alone', async () => {
    const answer = await worker.post(paths.citizenNumber(here, citizenId), { id: newId(), how: 'oral', number: dashed })
    assert.equal(answer.status, 303)
    assert.deepEqual(holds(answer.headers.get('location') ?? ''), [])
    const shown = await (await worker.post(paths.citizenNumberShown(here, citizenId))).text()
    assert.ok(shown.includes(dashed))
    await worker.post(paths.citizensByNumber(here), { number: dashed })
  })

  it('in any field for a citizen’s words is refused, where harmless words are taken, and goes into no address', async () => {
    for (const { path, form, fields } of await forms()) {
      for (const field of fields) {
        const refused = await worker.post(path, { id: newId(), ...form, [field]: `Ring til ${dashed} i dag` })
        assert.equal(refused.status, 422, `${path} ${field}`)
        assert.deepEqual(holds(refused.headers.get('location') ?? ''), [])
      }
      const taken = await worker.post(path, { id: newId(), ...form })
      assert.equal(taken.status, 303, `${path} takes ${JSON.stringify(form)}`)
    }
  })

  it('sought for is kept in no log, encrypted or not', async () => {
    for (const alias of [dashed, `Bo ${digits}`])
      assert.equal((await worker.post(paths.citizens(here), { alias })).status, 422)
    const words = await world.truth<{ words: Buffer }>(
      `select words from access_log where municipality_id = $1 and words is not null and purpose like 'citizens.search%'`,
      [here.id],
    )
    const at = { municipalityId: here.id, use: 'search-words', boundTo: 'access_log.words' } as const
    const plain = words.map(row => world.house.keys.decrypt(at, row.words)?.toString() ?? '')
    assert.ok(plain.includes('CPR-nummer'), 'the search by number was told')
    assert.deepEqual(plain.flatMap(holds), [])
  })

  it('is on no page, in no link and in no file of the citizen’s that did not ask for it', async () => {
    const citizens = features
      .flatMap(feature => feature.table)
      .filter(({ method, path, spec }) => method === 'GET' && path.includes(':citizenId') && Array.isArray(spec.who))
    for (const route of citizens) {
      const answer = await worker.get(filled(here, route.path, { ...ids, citizenId }))
      assert.deepEqual(holds(await textOf(answer)), [], route.path)
    }
    for (const format of ['json', 'csv', 'pdf'])
      assert.deepEqual(
        holds(await textOf(await worker.post(paths.citizenEverythingFile(here, citizenId), { format }))),
        [],
      )
  })

  it('is in no title and no metadata of a paper that has it', async () => {
    const form = { format: 'pdf', number: '1' }
    const pdf = await worker.post(paths.citizenEverythingFile(here, citizenId), form)
    assert.deepEqual(holds(pdf.headers.get('content-disposition') ?? ''), [])
    assert.deepEqual(holds(await textOf(pdf)), [])
  })

  it('is in no answer to whoever posts it after their session has ended, nor to one that fails', async () => {
    const form = { id: newId(), how: 'oral', number: dashed }
    const late = await world.visitor.post(paths.citizenNumber(here, citizenId), form)
    assert.deepEqual(holds(await textOf(late)), [])
    await world.truth('alter table citizen_numbers rename to away')
    const failed = await worker.post(paths.citizenNumber(here, citizenId), form)
    await world.truth('alter table away rename to citizen_numbers')
    assert.equal(failed.status, 500)
    assert.deepEqual(holds(await textOf(failed)), [])
  })

  it('is in no dump of the database, the log, the outbox and the jobs among it, and in no line that was said', async () => {
    await sealLog(world.house.db, world.house.keys, here.id)
    const { lines, by } = await dumpOf(world)
    if (by === 'tables') console.log('# canary: no pg_dump of this version is here; every table was read instead')
    const has = (table: string, text: string) => lines.some(line => line.table === table && line.text.includes(text))
    const job = 'graphile_worker._private_jobs'
    assert.ok(has('public.citizens', 'Kanariefuglen') && has('public.citizen_numbers', citizenId), 'it was all there')
    assert.ok(has('public.outbox', here.slug) && has(job, here.id) && has('public.log_batches', here.id), 'mail too')
    assert.deepEqual(
      lines.filter(({ text }) => holds(text).length > 0).map(({ table, text }) => `${table}: ${text.slice(0, 200)}`),
      [],
    )
    const [server] = await world.truth<{ folder: string }>(`select current_setting('data_directory') as folder`)
    assert.deepEqual(holds(readFileSync(`${server?.folder}/server.log`, 'utf8')), [])
    assert.ok(heard.length > 0, 'the failure was told')
    assert.deepEqual(
      heard.filter(line => holds(line).length > 0),
      [],
    )
  })

  it('would be found in a dump, in whatever column and form it stood', async () => {
    await world.truth('create table leak (words text, bytes bytea, data jsonb, number bigint)')
    const forms: [column: string, value: unknown][] = [
      ['words', `Ring til ${dashed} i dag`],
      ['words', Buffer.from(`Bo ${dashed}`).toString('base64')],
      ['words', hash('sha256', digits)],
      ['bytes', Buffer.from(`x${dashed}`)],
      ['bytes', Buffer.from(digits).toReversed()],
      ['data', { said: [{ number: '070707 4321' }] }],
      ['number', Number(digits)],
    ]
    for (const [column, value] of forms) await world.truth(`insert into leak (${column}) values ($1)`, [value])
    const { lines } = await dumpOf(world)
    await world.truth('drop table leak')
    const found = lines.filter(({ table, text }) => table === 'public.leak' && holds(text).length > 0)
    assert.equal(found.length, forms.length)
  })
})

/** The text of an answer; of a PDF its bytes and every stream in it, in the ways that PDF writes text. */
async function textOf(answer: Response): Promise<string> {
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (answer.headers.get('content-type') !== 'application/pdf') return bytes.toString('utf8')
  const raw = bytes.toString('latin1')
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(match => {
    try {
      return inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  return [raw, raw.replaceAll('\0', ''), ...streams].join('\n')
}
