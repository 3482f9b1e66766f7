import type { Chance } from '../../demo/chance.ts'

// Ways to change a sealed log, by somebody who may write to the tables and has no key. Each gives the SQL that does it.

/** What is sealed, so that a tamper can name parts of it. */
export interface SealedLog {
  rows: SealedRow[]
  subjects: { municipality: string; log: number; id: string }[]
  batches: { municipality: string; segment: string; number: number }[]
  openings: { municipality: string; id: string }[]
}

export interface SealedRow {
  municipality: string
  id: number
  segment: string
  batch: number
}

export interface Tamper {
  name: string
  sql: string
}

/** One way to change the log, drawn by lot. It may come to nothing: then draw again. */
export function drawTamper(log: SealedLog, chance: Chance): Tamper {
  const [name, sqlOf] = chance.pick(nonEmpty(Object.entries(tampers)))
  return { name, sql: sqlOf(drawing(log, chance)) }
}

type Drawing = ReturnType<typeof drawing>

function drawing(log: SealedLog, chance: Chance) {
  const one = <T>(list: readonly T[]): T => chance.pick(nonEmpty(list))
  return {
    log,
    is: chance.is,
    one,
    row: () => one(log.rows),
    subject: () => one(log.subjects),
    batch: () => one(log.batches),
    opening: () => one(log.openings),
    /** Another one than the first, of the same list. */
    other: <T>(list: readonly T[], than: T): T => one(list.filter(each => each !== than)),
    number: (most: number) => 1 + Math.floor(chance.next() * most),
  }
}

const atRow = ({ municipality, id }: SealedRow) => `municipality_id = '${municipality}' and id = ${id}`
const ofRow = ({ municipality, id }: SealedRow) => `municipality_id = '${municipality}' and log_id = ${id}`
const atSubject = ({ municipality, log, id }: SealedLog['subjects'][number]) =>
  `municipality_id = '${municipality}' and log_id = ${log} and subject_id = '${id}'`
const atOpening = ({ municipality, id }: SealedLog['openings'][number]) =>
  `municipality_id = '${municipality}' and id = '${id}'`
const inSegment = ({ municipality, segment }: { municipality: string; segment: string }) =>
  `municipality_id = '${municipality}' and segment = '${segment}'`
const atBatch = (batch: SealedLog['batches'][number]) => `${inSegment(batch)} and number = ${batch.number}`
const rowsIn = ({ municipality, segment }: { municipality: string; segment: string }) =>
  `municipality_id = '${municipality}' and batch is not null and date_trunc('month', at at time zone 'UTC')::date = '${segment}'`
const inOrder = 'subject_id, owner_party_id, subject'
// The one who tampers knows how a digest is made; only the seal needs a key.
const digestAnew = (municipality: string, id: number) =>
  `update access_log l set subjects_digest = (select digest_of(array_agg(subject_id order by ${inOrder}),
     array_agg(subject order by ${inOrder}), array_agg(owner_party_id order by ${inOrder}))
     from access_log_subjects s where s.municipality_id = l.municipality_id and s.log_id = l.id)
   where l.municipality_id = '${municipality}' and l.id = ${id}`
const reasonAnew = ({ municipality, id }: SealedLog['openings'][number]) =>
  `update access_log l set change = l.change || jsonb_build_object('digest', digest_of_opening(g)) from glass_openings g
   where g.municipality_id = '${municipality}' and g.id = '${id}' and l.municipality_id = g.municipality_id
     and l.change ->> 'opening' = g.id::text`
const recount = `update log_batches b set rows = (select count(*) from access_log l where l.municipality_id = b.municipality_id
  and l.batch = b.number and date_trunc('month', l.at at time zone 'UTC')::date = b.segment)`

const rowEdits = [
  `at = at + interval '1 microsecond'`,
  `at = at + interval '1 month'`,
  'person_id = gen_random_uuid()',
  'person_id = null',
  `purpose = 'contacts.show'`,
  `kind = case kind when 'read' then 'change' else 'read' end`,
  `words = 'x'`,
  `words_digest = sha256('x')`,
  'words_digest = null',
  `subjects_digest = sha256('x')`,
  'subjects_digest = null',
  `change = '{"what": "backup_days", "from": 30, "to": 7}'`,
  'change = null',
  'batch = batch + 1',
  'batch = batch + 50',
  'batch = null',
  'id = id + 1000',
] as const

const batchEdits = [
  'rows = rows + 1',
  `previous = sha256('x')`,
  `seal = sha256('x')`,
  `sealed_at = sealed_at + interval '1 microsecond'`,
  'number = number + 50',
  `segment = segment + interval '1 month'`,
  `segment = segment - interval '3 years'`,
] as const

const openingEdits = [
  `reason = reason || ' i går'`,
  `ground = case ground when 'danger' then 'law' else 'danger' end`,
  'person_id = gen_random_uuid()',
  'citizen_id = gen_random_uuid()',
  `opened_at = opened_at + interval '1 microsecond'`,
  `until = until - interval '1 minute'`,
  'id = gen_random_uuid()',
] as const

const subjectEdits = [
  'subject_id = gen_random_uuid()',
  'owner_party_id = gen_random_uuid()',
  `owner_party_id = '00000000-0000-0000-0000-000000000000'`,
  `subject = case subject when 'citizen' then 'contact' else 'citizen' end`,
] as const

const tampers: Record<string, (draw: Drawing) => string> = {
  'edit a row': draw => `update access_log set ${draw.one(rowEdits)} where ${atRow(draw.row())}`,
  'delete a row'(draw) {
    const row = draw.row()
    const subjects = draw.is(0.5) ? `delete from access_log_subjects where ${ofRow(row)};` : ''
    return `${subjects} delete from access_log where ${atRow(row)}; ${draw.is(0.5) ? recount : ''}`
  },
  'insert a row'(draw) {
    const row = draw.row()
    return `insert into access_log (municipality_id, id, at, person_id, purpose, kind, batch) overriding system value
      select municipality_id, id + ${100_000 * draw.number(9)}, at, person_id, purpose, kind, batch from access_log where ${atRow(row)};
      ${draw.is(0.5) ? recount : ''}`
  },
  'swap two rows'(draw) {
    const a = draw.row()
    const b = draw.other(draw.log.rows, a)
    const swap = (table: string, column: string) =>
      `update ${table} set ${column} = -${a.id} where municipality_id = '${a.municipality}' and ${column} = ${a.id};
       update ${table} set ${column} = ${a.id} where municipality_id = '${b.municipality}' and ${column} = ${b.id};
       update ${table} set ${column} = ${b.id} where municipality_id = '${a.municipality}' and ${column} = -${a.id};`
    return swap('access_log', 'id') + swap('access_log_subjects', 'log_id')
  },
  'move a row to another municipality'(draw) {
    const row = draw.row()
    const to = draw.one(draw.log.rows.filter(each => each.municipality !== row.municipality)).municipality
    return `update access_log_subjects set municipality_id = '${to}' where ${ofRow(row)};
      update access_log set municipality_id = '${to}' where ${atRow(row)}; ${draw.is(0.5) ? recount : ''}`
  },
  'edit a subject'(draw) {
    const subject = draw.subject()
    const edit = `update access_log_subjects set ${draw.one(subjectEdits)} where ${atSubject(subject)};`
    return edit + (draw.is(0.5) ? digestAnew(subject.municipality, subject.log) : '')
  },
  'delete a subject'(draw) {
    const subject = draw.subject()
    const gone = `delete from access_log_subjects where ${atSubject(subject)};`
    return gone + (draw.is(0.5) ? digestAnew(subject.municipality, subject.log) : '')
  },
  'insert a subject'(draw) {
    const { municipality, id } = draw.row()
    const log = draw.is(0.2) ? 999_000 : id
    return `insert into access_log_subjects values ('${municipality}', ${log}, gen_random_uuid(), 'citizen', gen_random_uuid());
      ${draw.is(0.5) ? digestAnew(municipality, log) : ''}`
  },
  'move a subject'(draw) {
    const subject = draw.subject()
    const to = draw.row()
    return `update access_log_subjects set municipality_id = '${to.municipality}', log_id = ${to.id} where ${atSubject(subject)};
      ${draw.is(0.5) ? `${digestAnew(subject.municipality, subject.log)}; ${digestAnew(to.municipality, to.id)}` : ''}`
  },
  'edit an opening'(draw) {
    const opening = draw.opening()
    const edit = `update glass_openings set ${draw.one(openingEdits)} where ${atOpening(opening)};`
    return edit + (draw.is(0.5) ? reasonAnew(opening) : '')
  },
  'delete an opening': draw => `delete from glass_openings where ${atOpening(draw.opening())}`,
  'edit a batch': draw => `update log_batches set ${draw.one(batchEdits)} where ${atBatch(draw.batch())}`,
  'delete a batch'(draw) {
    const batch = draw.batch()
    const rows = draw.one(['', `delete from access_log where ${rowsIn(batch)} and batch = ${batch.number};`])
    return `${rows} delete from log_batches where ${atBatch(batch)}; ${draw.is(0.5) ? closeGap(batch) : ''}`
  },
  'insert a batch': draw =>
    `insert into log_batches select municipality_id, segment, number + ${draw.number(4)}, ${draw.one(['0', 'rows'])}, seal, sha256('x'), sealed_at
     from log_batches where ${atBatch(draw.batch())}`,
  'swap two batches'(draw) {
    const a = draw.batch()
    const beside = draw.log.batches.filter(
      each => each.municipality === a.municipality && each.segment === a.segment && each.number !== a.number,
    )
    const b = draw.one(beside)
    const swap = (table: string, column: string, here: string) =>
      `update ${table} set ${column} = -1 where ${here} and ${column} = ${a.number};
       update ${table} set ${column} = ${a.number} where ${here} and ${column} = ${b.number};
       update ${table} set ${column} = ${b.number} where ${here} and ${column} = -1;`
    return swap('log_batches', 'number', inSegment(a)) + (draw.is(0.5) ? swap('access_log', 'batch', rowsIn(a)) : '')
  },
  'move a batch to another municipality'(draw) {
    const batch = draw.batch()
    const to = draw.one(draw.log.rows.filter(each => each.municipality !== batch.municipality)).municipality
    return `update access_log set municipality_id = '${to}' where ${rowsIn(batch)} and batch = ${batch.number};
      update log_batches set municipality_id = '${to}', number = number + ${draw.one([0, 4])} where ${atBatch(batch)}`
  },
  'cut the tail'(draw) {
    const { segment, municipality, number } = draw.batch()
    const rows = draw.one([
      `delete from access_log where ${rowsIn({ segment, municipality })} and batch >= ${number};`,
      `update access_log set batch = null where ${rowsIn({ segment, municipality })} and batch >= ${number};`,
    ])
    return `${rows} delete from log_batches where ${inSegment({ segment, municipality })} and number >= ${number}`
  },
}

function closeGap(batch: SealedLog['batches'][number]): string {
  const after = `${inSegment(batch)} and number > ${batch.number}`
  return `update log_batches set number = -number where ${after};
    update log_batches set number = -number - 1 where ${inSegment(batch)} and number < 0;
    update access_log set batch = batch - 1 where ${rowsIn(batch)} and batch > ${batch.number}`
}

function nonEmpty<T>(list: readonly T[]): [T, ...T[]] {
  const [first, ...rest] = list
  if (first === undefined) throw new Error('there is nothing to draw from')
  return [first, ...rest]
}
